"""By what words does a message show what it means? One table a language."""

from collections.abc import Mapping

from agent.cues import en, es
from agent.cues.table import Table, words
from qualification.values import Language

CUES: Mapping[Language, Table] = {"es": es.TABLE, "en": en.TABLE}

__all__ = ["CUES", "Table", "words"]
