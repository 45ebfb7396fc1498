"""By what words does a message show what it means? One table a language."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from agent.cues import en, es
from agent.cues.beside import taken_back
from agent.cues.en import silence as en_silence
from agent.cues.en import silence_words as en_silence_words
from agent.cues.es import silence as es_silence
from agent.cues.es import silence_words as es_silence_words
from agent.cues.languages import asks_for_another
from agent.cues.reported import without_others
from agent.cues.silence import Silence
from agent.cues.table import Table, words
from agent.cues.unsure import may_ask_for_silence
from agent.cues.ways import refuses_every_way, without_refused_ways
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Language

CUES: Mapping[Language, Table] = {"es": es.TABLE, "en": en.TABLE}
_KNOWN = frozenset(
    word
    for part in (es_silence_words, en_silence_words)
    for rows in (part.ORDINARY, *part.CLASSES.values())
    for row in rows
    for word in row.split()
)
_ALL_WORDS = _KNOWN.union(*(table.vocabulary for table in CUES.values()))
"""Words of either language: in a message of the other one they are no slips."""
SILENCE: Mapping[Language, Silence] = {
    "es": es_silence.silence(_ALL_WORDS),
    "en": en_silence.silence(_ALL_WORDS),
}

_MOST = 16
"""Sentences at each end of a message, and of those between, that are looked through: whoever writes
more is no prospect, and must not keep the others waiting.
"""
_ENDS = re.compile(r"[.!?…;\n]+(?=\s|$)|[¿¡]|\n|\b(?:no|nope|si|yes) *,")
"""A no before a comma denies nothing that comes after it."""


def prepare() -> None:
    """Compile the rows of every language now rather than while somebody waits for an answer."""
    for table in CUES.values():
        table.prepare()
    for asks in SILENCE.values():
        asks.prepare()


def is_a_common_word(word: str) -> bool:
    """Whether a folded word is one that people use in either language, and so seldom a name."""
    return word in _ALL_WORDS


@lru_cache(maxsize=64)
def signals_in(text: str) -> frozenset[Signal]:
    """The signals that the words of a message show, in either language: people mix them."""
    folded = fold(text)
    shown = _shown(folded)
    shown -= set(taken_back(words(folded), shown, _shown))
    if Signal.OPT_OUT in shown:
        own = _own_wishes(folded)
        if own != folded and Signal.OPT_OUT not in _shown(own):
            shown -= {Signal.OPT_OUT}
    return shown


def _own_wishes(folded: str) -> str:
    """A message without what others say in it, without what refuses no more than a way of being
    reached, and without the sentences that wish for something else in the words of a stop.
    """
    own = without_refused_ways(without_others(folded))
    kept = [one for one in _telling(own) if refuses_every_way(one) or not _means_else(words(one))]
    return ". ".join(kept)


def may_wish_for_silence(text: str) -> bool:
    """Whether words of theirs might be a stop, in words that no row lists."""
    return may_ask_for_silence(text) and may_ask_for_silence(
        without_refused_ways(without_others(fold(text)))
    )


def _means_else(said: str) -> bool:
    return any(asks.means_else(CUES[one].plain(said)) for one, asks in SILENCE.items())


def _asks_for_silence(sentences: list[str], clauses: Iterable[str]) -> bool:
    return any(
        any(asks.asked_in(CUES[one].plain(said)) for said in sentences)
        or any(asks.is_asked(CUES[one].plain(said)) for said in clauses)
        for one, asks in SILENCE.items()
    )


def _telling(folded: str) -> list[str]:
    """The sentences that are looked through: of very many, the first, the last, and between them
    those that could ask for silence.
    """
    parts = [part for part in dict.fromkeys(_ENDS.split(folded)) if words(part)]
    if len(parts) <= 2 * _MOST:
        return parts
    between = [part for part in parts[_MOST:-_MOST] if may_ask_for_silence(part)]
    return parts[:_MOST] + between[:_MOST] + parts[-_MOST:]


def _shown(folded: str) -> frozenset[Signal]:
    """The signals of each part of a message by itself."""
    said = words(folded)
    parts = _telling(folded)
    sentences = [words(part) for part in parts]
    endings = [words(part.rstrip(", ").rpartition(",")[2]) for part in parts]
    found = {
        signal for table in CUES.values() for signal in table.signals_of(said, sentences, endings)
    }
    clauses = dict.fromkeys(words(one) for part in parts for one in part.split(","))
    if Signal.OPT_OUT not in found and (
        refuses_every_way(folded) or _asks_for_silence(sentences, clauses)
    ):
        found.add(Signal.OPT_OUT)
    if asks_for_another(said):
        found.add(Signal.LANGUAGE_SWITCH)
    return frozenset(found)


__all__ = [
    "CUES",
    "Table",
    "is_a_common_word",
    "may_wish_for_silence",
    "prepare",
    "signals_in",
    "words",
]
