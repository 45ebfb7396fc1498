"""May this be said in the model's own words? The checks of a bridge. PURE.

A sentence passes only if everything it claims rests on what was approved: the script's facts and
persona, and, for figures and names, the prospect's own words. What fails is not said; the approved
wording is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from agent.approval.claims import (
    addresses,
    is_foreign,
    is_marked_up,
    names,
    numbers,
    off_limits,
    speaks_of_price,
    times,
    words_of,
)
from agent.approval.vouching import Vouched, unvouched, vouched
from qualification.normalise import find_phrase, fold, read_money
from qualification.script import Script
from qualification.values import Language, Money

LONGEST_BRIDGE = 240
MOST_SENTENCES = 3
_ABBREVIATIONS = (
    r"(?<!\bsr)(?<!\bsra)(?<!\bdr)(?<!\bdra)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\be\.g)(?<!\bi\.e)"
)
_SENTENCE_END = re.compile(rf"(?i:{_ABBREVIATIONS})[.!?…]+[\"”»')]*(?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Approved:
    """What a script lets anybody say, in one language."""

    text: str
    """The answers of the facts and the persona, folded."""
    sentences: frozenset[str]
    """Those of the facts, folded: said as they are, they need no check."""
    words: frozenset[str]
    numbers: frozenset[str]
    money: tuple[Money, ...]
    banned: frozenset[str]
    """Words otherwise off limits that the facts use themselves."""
    addresses: frozenset[str]
    facts: tuple[Vouched, ...]
    names: frozenset[str]
    """Of the persona and what it offers."""


@dataclass(frozen=True, slots=True)
class Footing:
    """What a bridge may rest on in one turn."""

    language: Language
    approved: Approved
    said: str
    """The prospect's own words, of this turn and of what is known."""
    asking: bool
    """The prospect asks something: a figure said back could pass for the answer."""
    now: datetime


def approve(script: Script, language: Language) -> Approved:
    """Everything approved in a script that a bridge may draw on."""
    facts = " ".join(fact.answer[language] for fact in script.facts)
    named = f"{script.persona.name} {script.persona.company} {script.title}"
    text = f"{facts} {named}"
    return Approved(
        text=fold(text),
        sentences=frozenset(fold(one) for one in _sentences(facts)),
        words=words_of(text),
        numbers=numbers(facts, language),
        money=tuple(
            amount for f in script.facts for amount in read_money(f.answer[language], language)
        ),
        banned=off_limits(facts),
        addresses=frozenset(addresses(facts)),
        facts=tuple(vouched(fact.answer[language], language) for fact in script.facts),
        names=words_of(named),
    )


def sentence_passes(sentence: str, footing: Footing) -> str | None:
    """Why a sentence may not be said; None when it may."""
    if fold(sentence) in footing.approved.sentences:
        return None
    if is_marked_up(sentence):
        return "formatting"
    if "?" in sentence or "¿" in sentence:
        return "a question"
    if is_foreign(sentence, footing.language):
        return "another language"
    if not footing.approved.addresses.issuperset(addresses(sentence)):
        return "an address that no fact gives"
    if off_limits(sentence) - footing.approved.banned:
        return "a promise or decision"
    approved = footing.approved
    return (
        _unfounded_figure(sentence, footing)
        or _unknown_name(sentence, footing)
        or unvouched(sentence, footing.language, approved.facts, footing.said, approved.names)
    )


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text + " "):
        yield text[start : end.end()].strip()
        start = end.end()


def _unfounded_figure(sentence: str, footing: Footing) -> str | None:
    figures = numbers(sentence, footing.language)
    if figures and (reason := _strange_figure(sentence, figures, footing)):
        return reason
    known = f"{footing.approved.text} {fold(footing.said)}"
    if any(
        find_phrase(known, one) is None for one in times(sentence, footing.language, footing.now)
    ):
        return "a date that neither a fact nor the prospect gives"
    return None


def _strange_figure(sentence: str, figures: frozenset[str], footing: Footing) -> str | None:
    """A fact's figure, or the prospect's own said back where it cannot pass for our price."""
    approved, language = footing.approved, footing.language
    strange = figures - approved.numbers
    amounts = [one for one in read_money(sentence, language) if not _among(one, approved.money)]
    if not strange and not amounts:
        return None
    if footing.asking or speaks_of_price(sentence):
        return "a figure that no fact gives"
    theirs = read_money(footing.said, language, asked=True)
    if strange - numbers(footing.said, language) or not all(_among(one, theirs) for one in amounts):
        return "a figure that neither a fact nor the prospect gives"
    return None


def _among(amount: Money, known: Sequence[Money]) -> bool:
    """Whether an amount is a known one; a currency or period that it names must be the same."""
    return any(
        (amount.min, amount.max) == (one.min, one.max)
        and amount.currency in (None, one.currency)
        and amount.period in (None, one.period)
        for one in known
    )


def _unknown_name(sentence: str, footing: Footing) -> str | None:
    strange = names(sentence) - footing.approved.words
    return "a name that nobody gave" if strange and strange - words_of(footing.said) else None


class Gate:
    """Lets a bridge through sentence by sentence as it comes; shuts at the first that fails."""

    def __init__(self, footing: Footing, hear: Callable[[str], None] | None = None) -> None:
        self._footing = footing
        self._hear = hear
        self._pending = ""
        self.passed: list[str] = []
        self.refused: str | None = None
        """Why it is shut, with the sentence."""

    @property
    def text(self) -> str:
        """All that passed."""
        return " ".join(self.passed)

    def feed(self, text: str) -> None:
        """Take more of the bridge; whole sentences are checked and passed on."""
        self._pending += text
        while self.refused is None and (end := _SENTENCE_END.search(self._pending)):
            sentence, self._pending = self._pending[: end.end()], self._pending[end.end() :]
            self._admit(sentence)

    def close(self) -> None:
        """The bridge is complete: what is left of it is its last sentence."""
        if self.refused is None:
            self._admit(self._pending)
        self._pending = ""

    def _admit(self, sentence: str) -> None:
        sentence = " ".join(sentence.split())
        if not sentence:
            return
        if len(self.passed) == MOST_SENTENCES or len(self.text) + len(sentence) >= LONGEST_BRIDGE:
            reason: str | None = "too long"
        else:
            reason = sentence_passes(sentence, self._footing)
        if reason is not None:
            self.refused = f"bridge “{sentence}”: {reason}"
            return
        self.passed.append(sentence)
        if self._hear is not None:
            self._hear(sentence)
