"""Could these words mean what the model says they do? Stems tell. PURE.

Wider than the cues, which must never be mistaken and count without a model: here the model has read
the sense, and what is asked is only whether the words bear on it at all. Whatever a lead loses by
(stopped for good, closed, held) or wins by is not to be had for just any words of theirs.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.cues import CUES, words
from agent.evidence.quoting import Quoted
from agent.evidence.stems import STEMS
from agent.hostile.ways import Way, ways
from agent.sentences import sentences_of
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
_NOT_OURS = re.compile(
    r"(?:^| )(?:saw|rivals?|competitors?|competencia|no se si|not sure (?:if|whether)|"
    r"don t know (?:if|whether)|because no|porque (?:no|nadie))(?= |$)"
)
"""A demo of somebody else's, or one not asked for; a person who is missing there."""
_BUT = re.compile(r"(?:^| )(?:only in|only want|but|sino|pero|solo en|solo me|mas bien)(?= |$)")
"""Not this, but that: no goodbye."""
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
    if signal is Signal.NOT_INTERESTED and _BUT.search(said):
        return False
    if any(_shown_by(signal, language, said) for language in STEMS):
        return True
    return any(signal in table.signals(said) for table in CUES.values())


def _wanted(sentence: str) -> Sequence[str]:
    """The clauses but for those that say what is not wanted."""
    return [
        one
        for one in _CLAUSE.split(sentence)
        if not (_UNWANTED.search(words(one)) or _NOT_OURS.search(words(one)))
    ]


def _shown_by(signal: Signal, language: Language, said: str) -> bool:
    return any(way.found(said) for way in _ways(signal, language))


@lru_cache(maxsize=64)
def _ways(signal: Signal, language: Language) -> Sequence[Way]:
    return ways(STEMS[language][signal])
