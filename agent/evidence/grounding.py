"""What of the model's answer may count? Only what stands in the prospect's own words. PURE.

No quote, no answer: every answer, refusal and signal carries words that are looked up in the
unread messages; what is not there is dropped, and the reading says why.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.approval.framing import strange_word
from agent.cues import CUES, signals_in, words
from agent.evidence.clause import clause_of
from agent.evidence.extract import MOST_FACTS, MOST_ITEMS, NO_QUESTION, Extract, ExtractedAnswer
from agent.evidence.likeness import shared_stems
from agent.evidence.plausible import UNMISSABLE, is_of_others, shows
from agent.evidence.quoting import Quoted, find_quote
from agent.evidence.setting import in_setting, texts_of
from agent.evidence.stakes import STAKES
from agent.evidence.valuing import value_of
from agent.evidence.worth import Unfounded, Unsure, Worth, says_nothing
from agent.hostile.masking import own_part
from agent.messages import Message
from agent.plain.settling import settle
from agent.reading import Doubt, Page, ReadAnswer, ReadDecline, Reading, Wording
from agent.sentences import asks_at, sentences_of
from agent.speech import approved_wordings
from qualification.answers import DeclineReason, Evidence
from qualification.normalise import detect_language, find_phrase, fold, read_timeframe
from qualification.script import Fact, TextQuestion
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Choice, Language, Text, Timeframe, YesNo

LONGEST_WORDING = 400
READ_AT_MOST = 8000
"""Characters of the messages that are looked through for cues and language."""
_REASONS: dict[str, DeclineReason] = {"refused": "refused", "does_not_know": "does_not_know"}
NOT_SHOWN = "the words do not show it"
_AFFIRMS = re.compile(r"\d|\b(?:yes|yeah|yep|sure|of course|ok|okay|si|claro|vale|por supuesto)\b")
_CALLED: Mapping[str, Sequence[str]] = {
    "name": ("name", "called", "nombre", "llamo"),
    "email": ("email", "e-mail", "mail", "correo"),
    "phone": ("phone", "number", "mobile", "telefono", "numero", "movil"),
    "company": ("company", "business", "empresa", "negocio"),
    "job_title": ("position", "role", "job", "puesto", "cargo"),
}
"""How people speak of the data that tell who they are."""
CURT = 3
"""Words of an answer that says no more than that it is none."""
_NAMED: Mapping[Language, frozenset[str]] = {
    "es": frozenset({"spanish", "espanol", "castellano"}),
    "en": frozenset({"english", "ingles"}),
}
"""What the languages are called."""
_SHOWN = 80
_DATED = ("date", "range", "open")


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


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer, and where its words stand."""

    quoted: Quoted
    answer: ReadAnswer

    @property
    def place(self) -> tuple[int, int]:
        """Later in the text is greater."""
        return self.quoted.message.seq, self.quoted.end


@dataclass
class _Grounding:
    """One extract held against the messages that it is said to come from."""

    page: Page
    language: Language
    extract: Extract
    dropped: list[str] = field(default_factory=list)
    cues: frozenset[Signal] = field(init=False)
    """What the messages show by their very words."""
    said: tuple[str, ...] = field(init=False)
    """The messages, folded, as far as they are the prospect's own."""
    ours: frozenset[str] = field(init=False)
    """Our own names."""
    own: tuple[Message, ...] = field(init=False)
    """The messages with blanks where they are hostile: nothing is quoted from there."""

    def __post_init__(self) -> None:
        self.own = tuple(replace(one, text=own_part(one.text)) for one in self.page.unread)
        self.said = tuple(fold(message.text[:READ_AT_MOST]) for message in self.own)
        persona = self.page.script.persona
        named = f"{persona.name} {persona.company} {self.page.script.title}"
        self.ours = frozenset(words(fold(named)).split())
        self.cues = frozenset().union(*map(signals_in, self.said))

    def reading(self) -> Reading:
        answers, doubts = self._answers()
        signals = set(self._signals(answers))
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
        signals |= UNMISSABLE & self.cues
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
            asks=self._wording(),
            dropped=tuple(self.dropped),
        )

    def _drop(self, what: str, words: str, reason: str) -> None:
        shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        self.dropped.append(f"{what} “{shown}”: {reason}")

    def _quoted(self, what: str, quote: str) -> Quoted | None:
        """Where a quote stands; what has none is noted as dropped."""
        if not quote.strip():
            return None
        found = find_quote(self.own, quote)
        if found is None or not self._written(found):
            self._drop(what, quote, "not in the messages")
            return None
        return found

    def _written(self, quoted: Quoted) -> bool:
        """Whether the words stand side by side in the message: nothing between them was blanked."""
        message = next(one for one in self.page.unread if one.id == quoted.message.id)
        return message.text[quoted.start : quoted.end] == quoted.text

    def _signals(self, answers: Sequence[ReadAnswer]) -> Iterator[Signal]:
        """Those shown by words of their own: not by a courtesy, nor by what is an answer."""
        known = {signal.value: signal for signal in Signal}
        for one in self.extract.signals[:MOST_ITEMS]:
            signal, quote = known.get(one.signal), one.quote
            if signal is None or not quote.strip():
                self._drop(one.signal, quote, "no quote" if signal else "no such signal")
            elif (quoted := self._quoted(one.signal, quote)) is None:
                continue
            elif says_nothing(quote):
                self._drop(one.signal, quote, "a courtesy says nothing")
            elif signal not in self.cues and any(_within(quote, answer) for answer in answers):
                self._drop(one.signal, quote, "these words are an answer")
            elif not self._shown(signal, quoted):
                self._drop(one.signal, quote, NOT_SHOWN)
                instead = STAKES[signal].otherwise if signal in STAKES else None
                if instead is not None:
                    yield instead
            else:
                yield signal

    def _shown(self, signal: Signal, quoted: Quoted) -> bool:
        """By the cues of the messages, or by words that could mean it, of nobody else."""
        if signal in self.cues:
            return signal is Signal.OPT_OUT or not is_of_others(signal, quoted)
        if signal is Signal.LANGUAGE_SWITCH and not self._names_a_language(quoted):
            return False
        return shows(signal, quoted, self.ours)

    def _names_a_language(self, quoted: Quoted) -> bool:
        """Whether the language that the model would go on in is named, if any is."""
        said = frozenset(words(fold(quoted.message.text)).split())
        named = {one for one, names in _NAMED.items() if names & said}
        return not named or self.extract.language in named

    def _answers(self) -> tuple[tuple[ReadAnswer, ...], tuple[Doubt, ...]]:
        answers: dict[str, _Found] = {}
        doubts: list[Doubt] = []
        for one in self.extract.answers[:MOST_ITEMS]:
            if not one.quote.strip():
                self._drop(one.key, one.quote, "no quote")
                continue
            quoted = self._quoted(one.key, one.quote)
            if quoted is None:
                continue
            before = answers.get(one.key)
            found = self._answer(one, quoted, before.quoted if before else None)
            if isinstance(found, Doubt):
                doubts.append(found)
            elif found is not None and (before is None or found.place >= before.place):
                answers[one.key] = found
        overlooked = (self._chosen(),) if self.page.asked not in answers else ()
        read = (*overlooked, *(found.answer for found in answers.values()))
        return tuple(one for one in read if one is not None), tuple(doubts)

    def _chosen(self) -> ReadAnswer | None:
        """Which of the readings that were offered the messages choose, though the model did not
        see it.
        """
        for message in reversed(self.page.unread):
            settled = settle(self.page, self.language, own_part(message.text[:READ_AT_MOST]))
            if self.page.asked is not None and settled is not None and settled.value is not None:
                quote = message.text[settled.span[0] : settled.span[1]]
                return ReadAnswer(self.page.asked, settled.value, Evidence(message.id, quote))
        return None

    def _answer(
        self, one: ExtractedAnswer, quoted: Quoted, before: Quoted | None
    ) -> "_Found | Doubt | None":
        worth = self._worth(one.key, quoted, one.value)
        match worth:
            case Unfounded(reason=reason):
                self._drop(one.key, one.quote, reason)
                return None
            case Unsure(why=why, readings=readings):
                return Doubt(one.key, quoted.evidence, why, readings)
            case Text(text=text) if text and before and before.message == quoted.message:
                both = quoted.joined(before)
                if self._written(both):
                    worth, quoted = Text(both.text, (0, len(both.text))), both
        corrects = one.corrects and one.key in self.page.sheet.answers
        return _Found(quoted, ReadAnswer(one.key, worth, quoted.evidence, corrects))

    def _worth(self, key: str, quoted: Quoted, claimed: str) -> Worth:
        """What words are worth as an answer, where they stand."""
        worth = value_of(self.page, self.language, key, quoted.text, claimed)
        worth = in_setting(self.page, key, quoted, worth)
        if isinstance(worth, Text | Choice | YesNo) and _asks(quoted):
            return Unfounded("a question answers nothing")
        return worth

    def _declines(self, answered: set[str]) -> Iterator[ReadDecline]:
        keys = {*(criterion.key for criterion in self.page.script.criteria), *CONTACT_KINDS}
        for one in self.extract.declines[:MOST_ITEMS]:
            quoted = self._quoted(one.key, one.quote)
            reason = _REASONS.get(one.reason)
            if one.key not in keys or reason is None:
                self._drop(one.key, one.quote, "no such question or reason")
            elif quoted is None or one.key in answered or says_nothing(one.quote):
                continue
            elif not self._is_a_decline(one.key, quoted):
                self._drop(one.key, one.quote, NOT_SHOWN)
            else:
                answered = {*answered, one.key}
                yield ReadDecline(one.key, reason, quoted.evidence)

    def _is_a_decline(self, key: str, quoted: Quoted) -> bool:
        """Unwilling or unknowing words, whichever the model takes them for, about this question; or
        curt ones that answer nothing, to the question itself.
        """
        unwilling = frozenset({Signal.REFUSES, Signal.DOES_NOT_KNOW})
        shown = any(self._shown(one, quoted) for one in unwilling)
        if key != self.page.asked:
            return shown and (self.page.asked is None or self._is_about(key, quoted))
        criterion, clause = self.page.script.criterion(key), clause_of(quoted)
        if not (isinstance(criterion, TextQuestion) or unwilling & self.cues):
            worth = self._worth(key, quoted, "")
            if not isinstance(worth, Unsure | Unfounded):
                return False
        curt = len(clause.whole.split()) <= CURT and not _AFFIRMS.search(clause.whole)
        return shown or curt

    def _is_about(self, key: str, quoted: Quoted) -> bool:
        """Whether the message speaks of a question, besides the one that was asked."""
        criterion = self.page.script.criterion(key)
        said = fold(quoted.message.text)
        if criterion is None:
            return any(find_phrase(said, one) for one in _CALLED[key])
        return shared_stems(said, texts_of(criterion)) > 0

    def _facts(self) -> Sequence[str]:
        """Only when something is asked, or a fact's topic is mentioned."""
        found = [self.page.script.fact(one) for one in dict.fromkeys(self.extract.facts)]
        facts = [fact for fact in found if fact is not None]
        shown = [fact for fact in facts if self._names(fact)]
        if not shown and facts and self._asks():
            shown = facts[:1]  # one that they may have asked for in words of their own
        for fact in facts:
            if fact not in shown:
                self._drop("facts", fact.id, "nothing was asked about it")
        return [fact.id for fact in shown[:MOST_FACTS]]

    def _names(self, fact: Fact) -> bool:
        topics = [phrase for phrases in fact.topics.values() for phrase in phrases]
        return any(find_phrase(one, topic) for one in self.said for topic in topics)

    def _asks(self) -> bool:
        tables = CUES.values()
        return any("?" in one or table.asks(words(one)) for one in self.said for table in tables)

    def _later(self) -> tuple[bool, Timeframe | None]:
        quoted = self._quoted("later", self.extract.later)
        if quoted is None or says_nothing(quoted.text):
            return False, None
        if not self._shown(Signal.LATER, quoted):
            self._drop("later", quoted.text, NOT_SHOWN)
            return False, None
        when = read_timeframe(quoted.text, self.language, now=self.page.now, asked=True)
        return True, next((one for one in when if one.kind in _DATED), None)

    def _language(self, signals: set[Signal]) -> Language:
        """What they write in; another one only when they ask for it in so many words."""
        wanted = self.extract.language
        if Signal.LANGUAGE_SWITCH in signals:
            return next((one for one in self.page.script.languages if one == wanted), self.language)
        return self.language

    def _wording(self) -> Wording | None:
        asks = self.extract.asks
        if asks is None or asks.key == NO_QUESTION or not asks.text.strip():
            return None
        if len(asks.text) > LONGEST_WORDING:
            self._drop("asks", asks.text, "too long")
            return None
        strange = strange_word(asks.text, self.language, self._known_texts(asks.key))
        if strange is not None:
            self._drop("asks", asks.text, f"“{strange}”, which neither we nor they say")
            return None
        return Wording(asks.key, " ".join(asks.text.split()))

    def _known_texts(self, key: str) -> Iterator[str]:
        """What a question may be worded with: its approved wordings and the prospect's words."""
        script = self.page.script
        criterion = script.criterion(key)
        if criterion is not None or key in CONTACT_KINDS:
            yield from approved_wordings(script, key, self.language)
        if criterion is not None and criterion.says:
            yield from criterion.says[self.language]
        yield from self.said
        for answer in self.page.sheet.answers.values():
            yield answer.evidence.quote if answer.evidence else ""

    def _only_courtesies(self) -> bool:
        """Whether nothing but pleasantries was said, and nothing was left out as hostile."""
        written = (words(fold(message.text[:READ_AT_MOST])) for message in self.page.unread)
        return all(
            not said or (words(one) and says_nothing(one))
            for one, said in zip(self.said, written, strict=True)
        )


def _asks(quoted: Quoted) -> bool:
    """Whether words are those of a question: theirs, not an answer to ours."""
    text = quoted.message.text
    sentences = sentences_of(text, fold(text))
    stands = (one for one in sentences if one.start <= quoted.start < one.end)
    return any(one.marked and asks_at(one, quoted.start) for one in stands)


def _within(quote: str, answer: ReadAnswer) -> bool:
    return fold(quote).strip() in fold(answer.evidence.quote)
