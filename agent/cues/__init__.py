"""By what words does a message show what it means? One table a language."""

import re
from collections.abc import Mapping
from functools import lru_cache

from agent.cues import en, es
from agent.cues.beside import taken_back
from agent.cues.languages import asks_for_another
from agent.cues.table import Table, words
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Language

CUES: Mapping[Language, Table] = {"es": es.TABLE, "en": en.TABLE}

_ENDS = re.compile(r"[.!?…;\n]+(?=\s|$)|[¿¡]|\n|\b(?:no|nope|si|yes) *,")
"""A no before a comma denies nothing that comes after it."""


@lru_cache(maxsize=64)
def signals_in(text: str) -> frozenset[Signal]:
    """The signals that the words of a message show, in either language: people mix them."""
    folded = fold(text)
    shown = _shown(folded)
    return shown - set(taken_back(words(folded), shown, _shown))


def _shown(folded: str) -> frozenset[Signal]:
    """The signals of each part of a message by itself."""
    said = words(folded)
    parts = [part for part in _ENDS.split(folded) if words(part)]
    sentences = [words(part) for part in parts]
    endings = [words(part.rstrip(", ").rpartition(",")[2]) for part in parts]
    found = {
        signal for table in CUES.values() for signal in table.signals_of(said, sentences, endings)
    }
    if asks_for_another(said):
        found.add(Signal.LANGUAGE_SWITCH)
    return frozenset(found)


__all__ = ["CUES", "Table", "signals_in", "words"]
