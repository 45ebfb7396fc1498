"""What of the model's answer may count? Only what stands in the prospect's own words. PURE.

No quote, no answer: every answer, refusal and signal carries words that are looked up in the
unread messages; what is not there is dropped, and the reading says why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agent.cues import CUES, words
from agent.extract import MOST_ITEMS, NO_QUESTION, Extract, ExtractedAnswer
from agent.quoting import Quoted, find_quote
from agent.reading import Doubt, Page, ReadAnswer, ReadDecline, Reading, Wording
from agent.valuing import Unfounded, Unsure, says_nothing, value_of
from qualification.answers import DeclineReason
from qualification.normalise import detect_language, fold, read_timeframe
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Language, Text, Timeframe

UNMISSABLE = frozenset({Signal.OPT_OUT})
"""Noticed by their cues even when the model overlooks them."""
MOST_FACTS = 3
LONGEST_WORDING = 400
READ_AT_MOST = 8000
"""Characters of the messages that are looked through for cues and language."""
_REASONS: dict[str, DeclineReason] = {"refused": "refused", "does_not_know": "does_not_know"}
_SHOWN = 80


def spoken_language(page: Page) -> Language:
    """The language of the newest message that shows one, else the conversation's."""
    for message in reversed(page.unread):
        seen = detect_language(message.text[:READ_AT_MOST])
        if seen is not None and seen in page.script.languages:
            return seen
    return page.language


def ground(page: Page, language: Language, extract: Extract) -> Reading:
    """The reading that an extract amounts to, but for its bridge, which has its own checks."""
    return _Grounding(page, language, extract).reading()


@dataclass
class _Grounding:
    """One extract held against the messages that it is said to come from."""

    page: Page
    language: Language
    extract: Extract
    dropped: list[str] = field(default_factory=list)

    def reading(self) -> Reading:
        signals = set(self._signals())
        answers, doubts = self._answers()
        answered = {answer.key for answer in answers}
        declines = tuple(self._declines(answered))
        facts = tuple(self._facts())
        question = self._quoted("question", self.extract.question)
        later, when = self._later()
        follow = {
            Signal.QUESTION: bool(facts or question),
            Signal.LATER: later,
            Signal.CORRECTS: any(answer.corrects for answer in answers),
            Signal.REFUSES: any(one.reason == "refused" for one in declines),
            Signal.DOES_NOT_KNOW: any(one.reason == "does_not_know" for one in declines),
        }
        signals |= {signal for signal, shown in follow.items() if shown}
        signals |= UNMISSABLE.intersection(self._cues())
        if not (signals or answers or declines or doubts) and self._only_courtesies():
            signals.add(Signal.PLEASANTRY)
        return Reading(
            reader="model",
            language=self._language(signals),
            signals=frozenset(signals),
            answers=answers,
            declines=declines,
            doubts=tuple(doubt for doubt in doubts if doubt.key not in answered),
            facts=facts,
            question=question.text if question else None,
            later=when,
            asks=self._asks(),
            dropped=tuple(self.dropped),
        )

    def _drop(self, what: str, words: str, reason: str) -> None:
        shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        self.dropped.append(f"{what} “{shown}”: {reason}")

    def _quoted(self, what: str, quote: str) -> Quoted | None:
        """Where a quote stands; what has none is noted as dropped."""
        if not quote.strip():
            return None
        found = find_quote(self.page.unread, quote)
        if found is None:
            self._drop(what, quote, "not in the messages")
        return found

    def _signals(self) -> Iterator[Signal]:
        known = {signal.value: signal for signal in Signal}
        for one in self.extract.signals[:MOST_ITEMS]:
            if one.signal not in known:
                self._drop(one.signal, one.quote, "no such signal")
            elif not one.quote.strip():
                self._drop(one.signal, one.quote, "no quote")
            elif self._quoted(one.signal, one.quote) is not None:
                if says_nothing(one.quote):
                    self._drop(one.signal, one.quote, "a courtesy says nothing")
                else:
                    yield known[one.signal]

    def _answers(self) -> tuple[tuple[ReadAnswer, ...], tuple[Doubt, ...]]:
        answers: dict[str, tuple[Quoted, ReadAnswer]] = {}
        doubts: list[Doubt] = []
        for one in self.extract.answers[:MOST_ITEMS]:
            if not one.quote.strip():
                self._drop(one.key, one.quote, "no quote")
                continue
            quoted = self._quoted(one.key, one.quote)
            if quoted is None:
                continue
            before = answers.get(one.key)
            read = self._answer(one, quoted, before[0] if before else None)
            if isinstance(read, Doubt):
                doubts.append(read)
            elif read is not None and (before is None or _place(quoted) >= _place(before[0])):
                answers[one.key] = (quoted, read)
        return tuple(answer for _, answer in answers.values()), tuple(doubts)

    def _answer(
        self, one: ExtractedAnswer, quoted: Quoted, before: Quoted | None
    ) -> ReadAnswer | Doubt | None:
        worth = value_of(self.page, self.language, one.key, quoted.text, one.value)
        match worth:
            case Unfounded(reason=reason):
                self._drop(one.key, one.quote, reason)
                return None
            case Unsure(why=why):
                return Doubt(one.key, quoted.evidence, why)
            case Text(text=text) if text and before and before.message == quoted.message:
                both = quoted.joined(before)
                worth, quoted = Text(both.text, (0, len(both.text))), both
        corrects = one.corrects and one.key in self.page.sheet.answers
        return ReadAnswer(one.key, worth, quoted.evidence, corrects)

    def _declines(self, answered: set[str]) -> Iterator[ReadDecline]:
        keys = {*(criterion.key for criterion in self.page.script.criteria), *CONTACT_KINDS}
        for one in self.extract.declines[:MOST_ITEMS]:
            quoted = self._quoted(one.key, one.quote)
            reason = _REASONS.get(one.reason)
            if one.key not in keys or reason is None:
                self._drop(one.key, one.quote, "no such question or reason")
            elif quoted is not None and one.key not in answered and not says_nothing(one.quote):
                answered = {*answered, one.key}
                yield ReadDecline(one.key, reason, quoted.evidence)

    def _facts(self) -> Sequence[str]:
        known = [one for one in self.extract.facts if self.page.script.fact(one) is not None]
        return list(dict.fromkeys(known))[:MOST_FACTS]

    def _later(self) -> tuple[bool, Timeframe | None]:
        quoted = self._quoted("later", self.extract.later)
        if quoted is None or says_nothing(quoted.text):
            return False, None
        when = read_timeframe(quoted.text, self.language, now=self.page.now, asked=True)
        return True, next(iter(when), None)

    def _language(self, signals: set[Signal]) -> Language:
        """What they write in; another one only when they ask for it in so many words."""
        wanted = self.extract.language
        if Signal.LANGUAGE_SWITCH in signals:
            return next((one for one in self.page.script.languages if one == wanted), self.language)
        return self.language

    def _asks(self) -> Wording | None:
        asks = self.extract.asks
        if asks is None or asks.key == NO_QUESTION or not asks.text.strip():
            return None
        if len(asks.text) > LONGEST_WORDING:
            self._drop("asks", asks.text, "too long")
            return None
        return Wording(asks.key, " ".join(asks.text.split()))

    def _cues(self) -> set[Signal]:
        said = [words(fold(message.text[:READ_AT_MOST])) for message in self.page.unread]
        return {signal for one in said for table in CUES.values() for signal in table.signals(one)}

    def _only_courtesies(self) -> bool:
        return all(
            says_nothing(message.text[:READ_AT_MOST]) or not words(message.text[:READ_AT_MOST])
            for message in self.page.unread
        )


def _place(quoted: Quoted) -> tuple[int, int]:
    return quoted.message.seq, quoted.start
