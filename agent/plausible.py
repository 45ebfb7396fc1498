"""Could these words mean what the model says they do? Stems tell. PURE.

Wider than the cues, which must never be mistaken and count without a model: here the model has read
the sense, and what is asked is only whether the words bear on it at all. Whatever a lead loses by
(stopped for good, closed, held) or wins by is not to be had for just any words of theirs.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.cues import CUES, words
from agent.quoting import Quoted
from agent.sentences import sentences_of
from agent.stems import STEMS
from qualification.normalise import fold
from qualification.signals import Signal
from qualification.values import Language

DECISIVE = frozenset(STEMS["es"])
"""Signals that are not taken on the model's word alone."""
_WANTED = frozenset({Signal.WANTS_DEMO, Signal.WANTS_HUMAN})
_UNWANTED = re.compile(
    r"(?:^| )(?:no|ni|tampoco|not|don t|dont|doesn t|never|nor) "
    r"(?:(?:me|nos|lo|la|really|even|to) )*"
    r"(?:quier\w*|quer\w*|necesit\w*|hace falta|hacen falta|gust\w*|interes\w*|apetec\w*|"
    r"want\w*|need\w*|like|care|ready|interested|wish|looking)(?= |$)"
)
_CLAUSE = re.compile(r"[,;:.!?()]+| (?:pero|sino|but|just|mejor|prefiero|rather) ")


def shows(signal: Signal, quoted: Quoted) -> bool:
    """Whether the sentences that a quote stands in could mean a signal, in any language."""
    return signal not in DECISIVE or any(_says(signal, sentence) for sentence in _sentences(quoted))


def _sentences(quoted: Quoted) -> Sequence[str]:
    text = quoted.message.text
    return [
        one.folded
        for one in sentences_of(text, fold(text))
        if one.start < quoted.end and quoted.start < one.end
    ]


def _says(signal: Signal, sentence: str) -> bool:
    if signal in _WANTED:
        sentence = " ".join(_wanted(sentence))
    said = words(sentence)
    if any(_shown_by(signal, language, said) for language in STEMS):
        return True
    return any(signal in table.signals(said) for table in CUES.values())


def _wanted(sentence: str) -> Sequence[str]:
    """The clauses but for those that say what is not wanted."""
    return [one for one in _CLAUSE.split(sentence) if not _UNWANTED.search(words(one))]


def _shown_by(signal: Signal, language: Language, said: str) -> bool:
    length = said.count(" ") + 1
    return any(
        length < shorter and all(group.search(said) for group in groups)
        for groups, shorter in _ways(signal, language)
    )


@lru_cache(maxsize=64)
def _ways(signal: Signal, language: Language) -> Sequence[tuple[Sequence[re.Pattern[str]], float]]:
    """The lines of a table: their groups, and how many words are too many."""
    return [_way(line) for line in STEMS[language][signal].splitlines() if line.strip()]


def _way(line: str) -> tuple[Sequence[re.Pattern[str]], float]:
    groups, shorter = [], float("inf")
    for group in line.split("+"):
        stems = [one for one in group.split() if not one.startswith("<")]
        limits = [int(one[1:]) for one in group.split() if one.startswith("<")]
        shorter = min([shorter, *limits])
        if stems:
            groups.append(_group(stems))
    return groups, shorter


def _group(stems: Sequence[str]) -> re.Pattern[str]:
    listed = "|".join(one.replace("_", " ").replace("*", r"\w*") for one in stems)
    return re.compile(rf"(?:^|(?<= ))(?:{listed})(?= |$)")
