"""What does one message say, read without a model? Puts the signals, the answers, the declines, the
doubts and the prospect's own questions together.

agent/plain/plain_reader.py puts the messages of a turn together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agent.cues import signals_in
from agent.plain.amending import amendments, replaces_contact
from agent.plain.free_text import ENDED_BY, read_text
from agent.plain.heard import bare_no, signals_of
from agent.plain.likely import counts_people, denied, is_an_hour, suspiciously_small
from agent.plain.names import bare_name, may_be_a_name, name_put_right, renames, somebodys_name
from agent.plain.periods import as_asked, readings_by_period
from agent.plain.run_ons import LONG
from agent.plain.settling import settle
from agent.plain.taking_back import forgotten
from agent.plain.their_questions import read_questions
from agent.plain.typed_answers import TypedAnswers
from agent.plain.utterance import Utterance
from agent.plain.whose import is_a_callers_number
from agent.reading import Doubt, ReadAnswer, ReadDecline, Reading
from qualification.answers import Evidence
from qualification.normalise import read_contact, read_money, read_timeframe
from qualification.script import ChoiceQuestion, Criterion, MoneyQuestion, TextQuestion
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, Contact, Money, Span, Text, Timeframe, Value

IN_DOUBT = 6
"""Words in which somebody says that they do not know a telephone or an address."""
_OPENING = 8
"""Words in which a long message says whether it is an answer."""


class MessageReader:
    """Reads one message against the open questions of its page."""

    def __init__(self, heard: Utterance) -> None:
        self.heard = heard
        self.page = heard.page
        self.signals = signals_of(heard)
        if heard.hostile:
            self.signals -= {Signal.PLEASANTRY}
        if _tells_a_story(heard):
            self.signals -= {Signal.DOES_NOT_KNOW}
        self.corrects = Signal.CORRECTS in self.signals
        self.taken: list[Span] = []
        """The stretches that are part of an answer already."""
        self.amendments = amendments(heard, corrects=self.corrects)
        if any(one.sure for one in self.amendments):
            self.signals |= {Signal.CORRECTS}
        self.forgotten = forgotten(heard)
        self.unclear: list[Doubt] = []
        """What was read on the way and has two readings."""
        self.typed = TypedAnswers(heard, self.signals, self.taken)

    def read(self) -> Reading:
        """The reading of this message alone."""
        answers = {one.key: one for one in self._answers()}
        declines = tuple(self._declines(answers))
        facts, question = read_questions(self.heard, self.signals, self.taken, answers)
        signals = set(self.signals)
        if facts or question is not None:
            signals.add(Signal.QUESTION)
        if self.page.asked in answers:
            signals -= {Signal.LATER, Signal.DOES_NOT_KNOW, Signal.REFUSES, Signal.REPEAT}
        return Reading(
            reader="plain",
            signals=frozenset(signals),
            answers=tuple(answers.values()),
            declines=declines,
            doubts=tuple(self._doubts(answers)),
            facts=facts,
            question=question or self._when_to_call(signals),
            later=self._later() if Signal.LATER in signals else None,
        )

    def _when_to_call(self, signals: set[Signal]) -> str | None:
        """What sales must be told of one who is to be called, and says when."""
        told = {Signal.WANTS_HUMAN, Signal.LATER} <= signals and self.page.asked is None
        return self.heard.text.strip() if told else None

    def _answers(self) -> Iterator[ReadAnswer]:
        """Contact data first, then typed values, the question just asked before the others, free
        text last.
        """
        settled = settle(self.page, self.heard.language, self.heard.text)
        if settled is not None and self.page.asked is not None and settled.value is not None:
            yield self._answer(self.page.asked, settled.value, settled.span)
        elif settled is not None and self.page.asked is not None:
            expected = as_asked(self.page)
            if expected is not None:
                yield self._answer(self.page.asked, expected, settled.span)
        for new in self.amendments:
            yield replace(self._answer(new.key, new.value, new.span), corrects=new.sure)
        yield from self._contact()
        self.taken += self._said_again()
        ends = bool(self.signals & ENDED_BY)
        amended = {one.key for one in self.amendments}
        criteria = sorted(
            (
                one
                for one in self.page.script.criteria
                if self._open(one.key) or self._named_again(one)
                if one.key == self.page.asked or not ends
                if settled is None or one.key != self.page.asked
                if one.key not in amended
            ),
            key=lambda one: (isinstance(one, TextQuestion), one.key != self.page.asked),
        )
        for criterion in criteria:
            found: tuple[Value, Span] | None = self.typed.read(criterion)
            if found is None and isinstance(criterion, TextQuestion) and not self.forgotten:
                found = read_text(self.heard, self.signals, self.taken, criterion)
            if found is not None and not self._is_of_either_period(criterion, *found):
                yield self._answer(criterion.key, *found)

    def _said_again(self) -> Iterator[Span]:
        """The options known already that are named again: they answer nothing else."""
        for criterion in self.page.script.criteria:
            known = self.page.sheet.answers.get(criterion.key)
            if known is not None and isinstance(criterion, ChoiceQuestion):
                found = self.typed.read(criterion)
                if found is not None and found[0] == known.value:
                    yield found[1]

    def _is_of_either_period(self, criterion: Criterion, value: Value, span: Span) -> bool:
        """Whether it must be asked if an amount is meant by the month or by the year."""
        if not (isinstance(criterion, MoneyQuestion) and isinstance(value, Money)):
            return False
        readings = readings_by_period(self.page, criterion, value)
        if readings:
            self.taken.append(span)
            doubt = Doubt(criterion.key, self._evidence(span), "disagrees", readings)
            self.unclear.append(doubt)
        return bool(readings)

    def _open(self, key: str) -> bool:
        """Whether an answer to this question is welcome: not known yet, just asked, or being
        corrected.
        """
        return key == self.page.asked or self.corrects or key not in self.page.sheet.answers

    def _named_again(self, criterion: Criterion) -> bool:
        """Whether an amount known already is spoken of by name: another one must be asked about."""
        return isinstance(criterion, MoneyQuestion) and bool(self.heard.mentions(criterion.says))

    def _answer(self, key: str, value: Value, span: Span) -> ReadAnswer:
        if not isinstance(value, Text):
            self.taken.append(span)
        return ReadAnswer(key, value, self._evidence(span), self.corrects)

    def _contact(self) -> Iterator[ReadAnswer]:
        asked = self.heard.asked_contact
        region = self.page.script.contact.region
        found = read_contact(self.heard.text, self.heard.language, asked=asked, region=region)
        if is_a_callers_number(self.heard.said):
            found = tuple(one for one in found if one.kind != "phone")
        right = tuple(self._named(name_put_right(self.heard)))
        if right:
            found = (*(one for one in found if one.kind != "name"), *right)
        for contact in (*found, *self._name_instead(found)):
            called = contact.kind in ("name", "company") and contact not in right
            if called and not may_be_a_name(self.heard, self.signals, contact.span):
                continue
            known = self.page.sheet.given(contact.kind)
            corrects = self.corrects or replaces_contact(self.heard)
            corrects = corrects or (contact.kind == "name" and renames(self.heard, contact.span))
            if known is None or corrects or contact.kind == asked:
                answer = self._answer(contact.kind, contact, contact.span)
                yield replace(answer, corrects=answer.corrects or known is not None)
            else:
                self.taken.append(contact.span)

    def _name_instead(self, found: Sequence[Contact]) -> Iterator[Contact]:
        """The name alone, where something else was asked for: "Marta Gil" for an e-mail address."""
        page = self.page
        if page.sheet.given("name") or any(one.kind == "name" for one in found):
            return
        if self.heard.asked_contact in ("email", "phone") or found:
            span = bare_name(self.heard, [one.span for one in found])
        else:
            span = somebodys_name(self.heard)
        yield from self._named(span)

    def _named(self, span: Span | None) -> Iterator[Contact]:
        """The name that stands there."""
        if span is None:
            return
        text = self.heard.text[span[0] : span[1]]
        for one in read_contact(text, self.heard.language, asked="name"):
            if one.kind == "name" and one.span == (0, len(text)):
                yield replace(one, span=span)

    def _declines(self, answers: Mapping[str, ReadAnswer]) -> Iterator[ReadDecline]:
        asked = self.page.asked
        yield from self._not_yet(answers)
        if asked is None or asked in answers:
            return
        criterion = self.page.script.criterion(asked)
        none_yet = (
            criterion is not None and criterion.lacking and self.heard.lacks(criterion.lacking)
        )
        if Signal.REFUSES in self.signals or (asked in CONTACT_KINDS and self._no(answers)):
            yield ReadDecline(asked, "refused", self._evidence())
        elif none_yet or (Signal.DOES_NOT_KNOW in self.signals and not self._tells_more(answers)):
            yield ReadDecline(asked, "does_not_know", self._evidence())

    def _tells_more(self, answers: Mapping[str, ReadAnswer]) -> bool:
        """Whether a doubt is about something else than the contact datum asked for: nobody is in
        doubt about their name.
        """
        asked_contact = self.heard.asked_contact is not None
        return asked_contact and (bool(answers) or not self.heard.is_short(IN_DOUBT))

    def _no(self, answers: Mapping[str, ReadAnswer]) -> bool:
        """A no and nothing else, or with another datum in its place."""
        other = any(kind in answers for kind in CONTACT_KINDS)
        bare = not answers and not self.corrects and bare_no(self.heard)
        return bare or (other and self.heard.says_no)

    def _not_yet(self, answers: Mapping[str, ReadAnswer]) -> Iterator[ReadDecline]:
        """ "We have no budget yet", though something else was asked."""
        for criterion in self.page.script.criteria:
            if criterion.key not in (*answers, self.page.asked) and not self.page.sheet.settled(
                criterion.key
            ):
                span = self.heard.lacks(criterion.lacking)
                if span is not None and not isinstance(criterion, TextQuestion):
                    yield ReadDecline(criterion.key, "does_not_know", self._evidence(span))

    def _doubts(self, answers: Mapping[str, ReadAnswer]) -> Iterator[Doubt]:
        """What was taken back, what can be read in two ways, and what has the shape of the e-mail
        or phone asked for but is none.
        """
        asked = self.page.asked
        yield from self.unclear
        for key, span in self.forgotten:
            if key not in answers:
                yield Doubt(key, self._evidence(span), "withdrawn")
        if asked in answers:
            return
        question = self.heard.asked_criterion
        if question is not None and (
            open_yet := self.typed.sum(question) or self.typed.contradicted(question)
        ):
            yield Doubt(question.key, self._evidence(open_yet), "disagrees")
        elif isinstance(question, MoneyQuestion):
            yield from self._doubtful_amounts(question)
        if question is not None and (rivals := self.typed.rivals(question)):
            span = (rivals[0].span[0], rivals[-1].span[1])
            yield Doubt(question.key, self._evidence(span), "disagrees", rivals)
        text = self.heard.text
        digits = sum(c.isdigit() for c in text)
        if (asked == "email" and "@" in text) or (asked == "phone" and digits >= 4):
            yield Doubt(asked, self._evidence(), "invalid")

    def _doubtful_amounts(self, question: MoneyQuestion) -> Iterator[Doubt]:
        """ "Between 20 and 25", where budgets are of thousands: it is asked what that means."""
        for amount in read_money(self.heard.text, self.heard.language, asked=True):
            sentence = self.heard.sentence_at(amount.span[0])
            if sentence is None or counts_people(sentence, amount) or self._taken(amount.span):
                continue
            if is_an_hour(sentence, amount):
                continue
            if suspiciously_small(question, amount) and not denied(sentence, amount.span):
                yield Doubt(question.key, self._evidence(amount.span), "disagrees")

    def _taken(self, span: Span) -> bool:
        return any(span[0] < end and start < span[1] for start, end in self.taken)

    def _later(self) -> Timeframe | None:
        times = read_timeframe(self.heard.text, self.heard.language, now=self.page.now)
        return next(iter(times), None)

    def _evidence(self, span: Span | None = None) -> Evidence:
        """The words of a stretch of the message, or all of them."""
        start, end = span or (0, len(self.heard.text))
        return Evidence(self.heard.message.id, self.heard.message.text[start:end].strip())


def _tells_a_story(heard: Utterance) -> bool:
    """Whether words were asked for and many came: a "don't have to ask anybody" among them does
    not say that they do not know, unless they begin so.
    """
    if not isinstance(heard.asked_criterion, TextQuestion) or heard.is_short(LONG - 1):
        return False
    opening = " ".join(heard.said.split()[:_OPENING])
    return Signal.DOES_NOT_KNOW not in signals_in(opening)
