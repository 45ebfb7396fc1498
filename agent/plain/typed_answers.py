"""Which value answers a question with a typed answer: an amount, a count, a time, an option, a yes?

Reads one message without a model; which of several values is meant, the words around them tell.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from agent.cues import CUES, signals_in, words
from agent.plain.lengths import asks_for_time, counts_time, tells_how_long
from agent.plain.likely import (
    Measured,
    after_taking_back,
    corrects_a_count,
    counts_people,
    denied,
    is_of_others,
    is_of_something_else,
    is_spoken_of,
    is_within,
    is_year,
    rescaled,
    suspiciously_small,
)
from agent.plain.mood import is_ruled_out
from agent.plain.nowadays import tells_of_the_present, tells_what_happens_then
from agent.plain.options import choose, tells_by_itself
from agent.plain.second_thoughts import takes_itself_back
from agent.plain.standing import are_to_be_added, has_become_fewer, settled_on, standing
from agent.plain.utterance import Utterance, mention
from agent.sentences import Sentence, around, asks_at
from qualification.normalise import (
    read_money,
    read_number,
    read_timeframe,
    read_yes_no,
)
from qualification.script import (
    ChoiceQuestion,
    Criterion,
    MoneyQuestion,
    NumberQuestion,
    TextQuestion,
    TimeframeQuestion,
    YesNoQuestion,
)
from qualification.signals import Signal
from qualification.values import Choice, Money, Number, Span, Text, Timeframe, Value

SHORT = 4
"""Words: an answer of no more is a list of data rather than a story."""
ENOUGH_WORDS = 4
"""What may stand before an amount that nobody asked for, in its clause."""
LONGEST_CORRECTION = 5
"""Words in which a small bare figure takes an amount back: "no, 12"; in more it is anything."""
BARE_AMOUNT = 1000
"""From here on a bare number is money rather than a count or a date, where words were asked for."""
_PAUSE = re.compile(r"[,;:|/()\n]+|\.(?!\w)")
_SET_ASIDE = re.compile(
    r"(?:could|can|d|would|to|gonna) (?:spend|put in|pay|afford|go for|invest)|"
    r"we have(?: got)?(?: \S+){0,2}$|i have(?: \S+){0,2}$|"
    r"(?:podemos|podriamos|puedo|podria|pensado|pensaba\w*|queremos|quiero) "
    r"(?:gastar\w*|poner|pagar|meter|invertir|dedicar|llegar a)|"
    r"(?:tenemos|tengo)(?: (?:unos|unas|como|sobre|hasta))?$|pensado (?:en )?(?:unos )?$"
)
"""Before a figure by the month: it is what they could pay, not what they pay."""
_UNDECIDED = frozenset({Signal.DOES_NOT_KNOW, Signal.REFUSES})
_OF_OTHERS = frozenset(
    """
    en desde de del in since from by hasta until año ano year somos son are re tel movil
    """.split()  # noqa: SIM905
)
"""Before a bare number: a year, a count or a telephone, but no amount."""

_BEING = frozenset(["es", "is", "it", "its", "that"])
Found = tuple[Value, Span]


class TypedAnswers:
    """Reads the typed answers of one message; `taken` are the stretches that answer already."""

    def __init__(self, heard: Utterance, signals: Set[Signal], taken: Sequence[Span]) -> None:
        self.heard = heard
        self.signals = signals
        self.corrects = Signal.CORRECTS in signals
        self.taken = taken

    def read(self, criterion: Criterion) -> Found | None:
        """The answer to a question, of whatever kind but free text."""
        return self.lack(criterion) or (None if self.sum(criterion) else self._value(criterion))

    def sum(self, criterion: Criterion) -> Span | None:
        """The sentence whose figures must be added up, or taken away, to answer a question: what
        they come to is for the prospect to say.
        """
        text, language = self.heard.text, self.heard.language
        match criterion:
            case MoneyQuestion():
                amounts = read_money(text, language, asked=True)
                found = (one for one in self.heard.sentences if are_to_be_added(one, amounts))
            case NumberQuestion():
                counts = read_number(text, language)
                found = (one for one in self.heard.sentences if has_become_fewer(one, counts))
            case _:
                return None
        return next(((one.first, one.end) for one in found), None)

    def lack(self, criterion: Criterion) -> Found | None:
        """ "We have no budget": a zero, unless it may still come."""
        if criterion.lacking is None or CUES[self.heard.language].may_come(self.heard.said):
            return None
        span = self.heard.lacks(criterion.lacking)
        if span is None:
            return None
        match criterion:
            case MoneyQuestion():
                return Money(Decimal(0), Decimal(0)), span
            case NumberQuestion():
                return Number(Decimal(0), Decimal(0)), span
            case TextQuestion():
                return Text(""), span
            case _:
                return None

    def _value(self, criterion: Criterion) -> Found | None:
        text, language, now = self.heard.text, self.heard.language, self.heard.page.now
        asked = criterion.key == self.heard.asked
        match criterion:
            case MoneyQuestion():
                amounts = read_money(text, language, asked=asked or self._bare_amount(criterion))
                dates = [one.span for one in read_timeframe(text, language, now=now)]
                amounts = amounts if asked else self._with_rates(criterion, amounts)
                settled = settled_on(text, self.heard.folded, language, amounts)
                amounts = (*amounts, *(settled or self._put_right(amounts)))
                amounts = tuple(
                    one
                    for one in amounts
                    if not (is_within(one.span, dates) or counts_time(self.heard.folded, one))
                )
                return self._belonging(criterion, rescaled(self.heard.folded, amounts), asked)
            case NumberQuestion():
                counts = read_number(text, language, asked=asked)
                if not asks_for_time(criterion):
                    counts = tuple(c for c in counts if not counts_time(self.heard.folded, c))
                return self._near(criterion, counts, asked)
            case TimeframeQuestion():
                if Signal.LATER in self.signals:
                    return None  # when to write to them, not when they want it
                times = read_timeframe(text, language, now=now, asked=asked)
                ahead = [
                    one
                    for one in times
                    if _is_ahead(one, now.date())
                    if not self._is_no_date(one.span, asked)
                ]
                return self._belonging(criterion, ahead, asked)
            case ChoiceQuestion():
                return self._choice(criterion, asked)
            case YesNoQuestion():
                return self._yes_no(criterion, asked)
            case TextQuestion():
                return None

    def rivals(self, criterion: Criterion) -> tuple[Choice, ...]:
        """The options between which an answer to the question just asked leaves it open."""
        if not isinstance(criterion, ChoiceQuestion):
            return ()
        worth = partial(_worth, criterion)
        return choose(self.heard.text, criterion, worth, self._said_of_us).rivals

    def _choice(self, criterion: ChoiceQuestion, asked: bool) -> Found | None:
        keep = self._said_of_us if asked else self._volunteered
        choice = choose(self.heard.text, criterion, partial(_worth, criterion), keep).choice
        return (choice, choice.span) if choice is not None else None

    def _yes_no(self, criterion: YesNoQuestion, asked: bool) -> Found | None:
        answer = read_yes_no(self.heard.text, self.heard.language)
        if Signal.REFUSES in self.signals or self.contradicted(criterion) is not None:
            return None
        if answer is not None and (asked or self.heard.mentions(criterion.says)):
            return answer, answer.span
        return None

    def contradicted(self, criterion: Criterion) -> Span | None:
        """The words of an answer to a closed question that takes itself back: "no. well, my mum
        does".
        """
        if not isinstance(criterion, YesNoQuestion):
            return None
        answer = read_yes_no(self.heard.text, self.heard.language)
        if answer is None or not takes_itself_back(self.heard.folded[answer.span[1] :], answer.yes):
            return None
        return 0, len(self.heard.text)

    def _bare_amount(self, criterion: MoneyQuestion) -> bool:
        """Whether a bare number can be money though it was not asked for: it takes an amount back,
        or it is one of thousands, alone in its clause, where no other number was due.
        """
        if isinstance(self.heard.asked_criterion, NumberQuestion) or self.heard.asked == "phone":
            return False
        amounts = read_money(self.heard.text, self.heard.language, asked=True)
        if self.corrects and self.heard.page.sheet.settled(criterion.key):
            few = self.heard.is_short(LONGEST_CORRECTION)
            return few or not any(suspiciously_small(criterion, one) for one in amounts)
        sentence = self.heard.sentence_at(amounts[0].span[0]) if len(amounts) == 1 else None
        if sentence is None or counts_people(sentence, amounts[0]):
            return False
        if amounts[0].period is None and (amounts[0].max or amounts[0].min or 0) < BARE_AMOUNT:
            return False
        before, after = around(sentence, amounts[0].span)
        return (
            not after and len(before) <= ENOUGH_WORDS and not _OF_OTHERS.intersection(before[-1:])
        )

    def _with_rates(self, criterion: MoneyQuestion, amounts: Sequence[Money]) -> tuple[Money, ...]:
        """With the bare figures by the month or year whose own clause says that they are for this:
        "we could put in 300 a month, well no, 500 a month".
        """
        found = list(amounts)
        told: Sentence | None = None
        for one in read_money(self.heard.text, self.heard.language, asked=True):
            sentence = self.heard.sentence_at(one.span[0])
            if one.period is None or sentence is None:
                continue
            if any(one.span[0] < it.span[1] and it.span[0] < one.span[1] for it in amounts):
                told = sentence
                continue
            before = sentence.folded[: one.span[0] - sentence.start]
            if (
                sentence is told
                or _SET_ASIDE.search(words(before))
                or mention(before, criterion.says)
            ):
                told = sentence
                found.append(one)
        return tuple(sorted(found, key=lambda one: one.span))

    def _put_right(self, amounts: Sequence[Money]) -> tuple[Money, ...]:
        """The bare figure right after the last amount that takes it back: "15k no wait 12"."""
        end = amounts[-1].span[1] if amounts else 0
        start = after_taking_back(self.heard.folded, end)
        if start == end or not self.heard.text[start : start + 1].isdigit():
            return ()
        rest = read_money(self.heard.text[start:], self.heard.language, asked=True)
        return tuple(
            replace(one, span=(one.span[0] + start, one.span[1] + start))
            for one in rest
            if one.span[0] == 0
        )

    def _belonging(
        self, criterion: Criterion, values: Sequence[Measured], asked: bool
    ) -> Found | None:
        """The value that answers this question: any when it was asked or is the only one of its
        kind.
        """
        rivals = [
            one
            for one in self.heard.page.script.criteria
            if one.kind == criterion.kind and one.key != criterion.key
        ]
        if not asked and (rivals or self._may_be_of_the_story(criterion)):
            return self._near(criterion, values, asked)
        free = self._usable(values, asked)
        if isinstance(criterion, MoneyQuestion):
            free = [one for one in free if self._is_budget(criterion, one)]
        if not free:
            return None
        value = free[-1] if self.corrects else standing(self.heard.folded, free)
        return value, value.span

    def _near(self, criterion: Criterion, values: Sequence[Measured], asked: bool) -> Found | None:
        """The value that stands in one sentence with the words that this question is
        spoken of in.
        """
        free = self._usable(values, asked)
        for place, value in enumerate(free):
            sentence = self.heard.sentence_at(value.span[0])
            span = (value.span[0] + len(self._lead(value.span)), value.span[1])
            if criterion.says and sentence and is_spoken_of(sentence, span, criterion.says):
                meant = standing(self.heard.folded, free[place:])
                return meant, meant.span
        return (free[0], free[0].span) if asked and free else None

    def _lead(self, span: Span) -> str:
        """The preposition that a value begins with: the "de" of "un equipo de unos quince"."""
        return "de " if self.heard.folded.startswith("de ", span[0]) else ""

    def _is_no_date(self, span: Span, asked: bool) -> bool:
        sentence = self.heard.sentence_at(span[0])
        if sentence is None:
            return False
        if self.heard.text[slice(*span)].lower() == "eñe":
            return True  # a letter, though it is folded into January
        usual = not asked and tells_what_happens_then(sentence, span)
        now = tells_of_the_present(sentence, span, asked=asked)
        return usual or now or tells_how_long(sentence, span)

    def _usable(self, values: Sequence[Measured], asked: bool) -> list[Measured]:
        """Those that are no part of another answer, nor of a question that the prospect asks."""
        return [
            value
            for value in values
            if self._free(value.span)
            and (asked or not self._asked_about(value.span))
            and not self._denied(value.span)
            and not self._of_others(value.span)
        ]

    def _is_budget(self, criterion: MoneyQuestion, value: Money | Timeframe | Number) -> bool:
        """Whether an amount is one for this question, by the sentence that it stands in."""
        sentence = self.heard.sentence_at(value.span[0])
        if sentence is None or not isinstance(value, Money):
            return True
        if is_of_something_else(sentence, value.span) or is_year(self.heard.folded, value):
            return False
        if sentence.marked and is_ruled_out(words(self.heard.folded[sentence.end :])):
            return False  # "5.000 al año? Ni hablar"
        counts = read_number(self.heard.text, self.heard.language)
        before = [one for one in counts if sentence.start <= one.span[0] < value.span[0]]
        if corrects_a_count(sentence, value, before):
            return False
        if mention(sentence.folded, criterion.says) is not None:
            return True
        return not (suspiciously_small(criterion, value) or counts_people(sentence, value))

    def _may_be_of_the_story(self, criterion: Criterion) -> bool:
        """Where words were asked for, a date in them is an answer only beside its own words."""
        listed = bool(self.taken) or self.heard.is_short(SHORT)
        return (
            isinstance(criterion, TimeframeQuestion)
            and isinstance(self.heard.asked_criterion, TextQuestion)
            and criterion.says is not None
            and not listed
        )

    def _volunteered(self, span: Span) -> bool:
        """Whether words that nobody asked for can be an option."""
        told = tells_by_itself(self.heard.folded, span) and not self._asked_about(span)
        return told and self._said_of_us(span) and not self._is_of_the_contact(span)

    def _is_of_the_contact(self, span: Span) -> bool:
        """Whether words without a subject tell of the telephone or address beside them: "the
        number is 91 555 66 77, es el de mi hermana".
        """
        if self.heard.asked_contact not in ("email", "phone"):
            return False
        given = "@" in self.heard.text or any(one.isdigit() for one in self.heard.text)
        return given and words(self.heard.folded[span[0] : span[1]]).split()[0] in _BEING

    def _said_of_us(self, span: Span) -> bool:
        """Whether an option is named neither in a story about others nor in a clause of doubt: "I
        don't know who decides" names nobody.
        """
        if self._of_others(span):
            return False
        if not self.signals & _UNDECIDED:
            return True
        text = self.heard.text
        clause = self.heard.sentence_at(span[0])
        first, last = (clause.start, clause.end) if clause else (0, len(text))
        start = max((one.end() for one in _PAUSE.finditer(text, first, span[0])), default=first)
        end = _PAUSE.search(text, span[1])
        stop = end.start() if end else max(last, span[1])
        rest = text[start : span[0]] + " " + text[span[1] : min(stop, max(last, span[1]))]
        return not signals_in(rest) & _UNDECIDED

    def _free(self, span: Span) -> bool:
        return not any(span[0] < end and start < span[1] for start, end in self.taken)

    def _of_others(self, span: Span) -> bool:
        sentence = self.heard.sentence_at(span[0])
        return sentence is not None and is_of_others(sentence, span)

    def _denied(self, span: Span) -> bool:
        sentence = self.heard.sentence_at(span[0])
        return sentence is not None and denied(sentence, span)

    def _asked_about(self, span: Span) -> bool:
        sentence = self.heard.sentence_at(span[0])
        return sentence is not None and asks_at(sentence, span[0])


def _worth(criterion: ChoiceQuestion, option: str) -> int:
    """How good an option is for the script: two for what is wanted, one for what will do."""
    conditions = (criterion.acceptable, criterion.positive)
    held = [one is not None and option in one.any_of for one in conditions]
    return 2 if held[1] else int(held[0])


def _is_ahead(time: Timeframe, today: date) -> bool:
    """Whether a time is not over: "since March" began before."""
    if time.end is None:
        return time.start is None or time.start >= today
    return time.end > today
