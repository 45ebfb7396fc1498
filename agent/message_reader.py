"""What does one message say, read without a model? Normalisers, the script's own phrases, and cues.

agent/plain_reader.py puts the messages of a turn together.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from agent.cues import CUES, words
from agent.likely import (
    Measured,
    counts_people,
    denied,
    is_of_something_else,
    last_said,
    suspiciously_small,
)
from agent.messages import Message
from agent.reading import Doubt, Page, ReadAnswer, ReadDecline, Reading
from agent.sentences import Sentence, around, asks_at, denies, is_bare, own_words, sentences_of
from qualification.answers import Evidence
from qualification.normalise import (
    find_phrase,
    fold,
    read_choice,
    read_contact,
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
    Texts,
    TimeframeQuestion,
    YesNoQuestion,
)
from qualification.signals import Signal
from qualification.values import (
    CONTACT_KINDS,
    Language,
    Money,
    Number,
    Span,
    Text,
    Timeframe,
    Value,
)

SHORT = 4
"""Words: a refusal with more to it is about something else."""
ENOUGH_WORDS = 4
"""What must be left of a sentence beside its typed answers to be an answer in words as well."""
BARE_AMOUNT = 1000
"""From here on a bare number is money rather than a count or a date, where words were asked for."""
READ_AT_MOST = 8000
"""Characters of one message; nobody answers a question in more."""
_ENDED_BY = frozenset({Signal.OPT_OUT, Signal.SUPPORT, Signal.WRONG_PERSON, Signal.NOT_INTERESTED})
"""A message that ends the conversation is not read for free-text answers."""
_NO_ANSWER = frozenset(
    {
        Signal.REFUSES,
        Signal.DOES_NOT_KNOW,
        Signal.WHY,
        Signal.REPEAT,
        Signal.ABUSIVE,
        Signal.IS_BOT_QUESTION,
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.LATER,
        Signal.LANGUAGE_SWITCH,
        Signal.PLEASANTRY,
    }
)
"""What such a message says is not the answer in the prospect's own words."""
_UNDECIDED = frozenset({Signal.DOES_NOT_KNOW, Signal.REFUSES})
_QUESTIONS_OF_THEIR_OWN = frozenset(
    {
        Signal.WHY,
        Signal.REPEAT,
        Signal.IS_BOT_QUESTION,
        Signal.WANTS_HUMAN,
        Signal.WANTS_DEMO,
        Signal.LANGUAGE_SWITCH,
    }
)
"""Questions that the dialogue answers itself: no fact is looked for."""


_SAYS_LITTLE = frozenset(
    """
    i am do we it is s me m the just only yo solo sola el la es lo soy mi my no not
    """.split()  # noqa: SIM905
)
_HOW_MUCH = ("cuanto", "cuanta", "how much", "how long", "how many")
"""Topics that ask wherever they stand: "I'd need to know how much it is"."""
_OF_OTHERS = frozenset(
    """
    en desde de del in since from by hasta until año ano year somos son are re tel movil
    """.split()  # noqa: SIM905
)
"""Before a bare number: a year, a count or a telephone, but no amount."""


class MessageReader:
    """Reads one message against the open questions of its page."""

    def __init__(self, page: Page, language: Language, message: Message) -> None:
        self.page = page
        self.language = language
        self.message = message
        self.text = message.text[:READ_AT_MOST]
        self.folded = fold(self.text)
        self.said = words(self.folded)
        self.sentences = tuple(sentences_of(self.text, self.folded))
        self.signals = self._signals()
        self.corrects = Signal.CORRECTS in self.signals
        self.taken: list[Span] = []
        """The stretches that are part of an answer already."""

    def read(self) -> Reading:
        """The reading of this message alone."""
        answers = {one.key: one for one in self._answers()}
        declines = tuple(self._declines(answers))
        facts, question = self._questions(answers)
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
            question=question,
            later=self._later() if Signal.LATER in signals else None,
        )

    def _signals(self) -> frozenset[Signal]:
        """The signals in either language: people mix them, and a stop counts in any."""
        found = {signal for table in CUES.values() for signal in table.signals(self.said)}
        if Signal.IS_BOT_QUESTION in found and Signal.WANTS_HUMAN in found and self._asks():
            found -= {Signal.WANTS_HUMAN}
        asked = self.page.script.criterion(self.page.asked or "")
        if isinstance(asked, TimeframeQuestion) and not self._write_me():
            found -= {Signal.LATER}
        if isinstance(asked, YesNoQuestion) or self.page.asked in CONTACT_KINDS:
            found -= {Signal.NOT_INTERESTED} if self._bare_no() else set()
        if not self.said:
            found.add(Signal.PLEASANTRY)
        return frozenset(found)

    def _asks(self) -> bool:
        return any(sentence.asks for sentence in self.sentences)

    def _write_me(self) -> bool:
        verbs = ("escrib", "contact", "llam", "avis", "write", "text", "call", "reach", "ping")
        return any(word.startswith(verbs) for word in self.said.split())

    def _later(self) -> Timeframe | None:
        return next(iter(read_timeframe(self.text, self.language, now=self.page.now)), None)

    def _open(self, key: str) -> bool:
        """Whether an answer to this question is welcome: not known yet, just asked, or being
        corrected.
        """
        return key == self.page.asked or self.corrects or key not in self.page.sheet.answers

    def _answer(self, key: str, value: Value, span: Span) -> ReadAnswer:
        if not isinstance(value, Text):
            self.taken.append(span)
        quote = self.text[span[0] : span[1]].strip()
        return ReadAnswer(key, value, Evidence(self.message.id, quote), self.corrects)

    def _free(self, span: Span) -> bool:
        return not any(span[0] < end and start < span[1] for start, end in self.taken)

    def _answers(self) -> Iterator[ReadAnswer]:
        """Contact data first, then typed values, the question just asked before the others, free
        text last.
        """
        yield from self._contact()
        ends = bool(self.signals & _ENDED_BY)
        criteria = sorted(
            (
                one
                for one in self.page.script.criteria
                if self._open(one.key) and (one.key == self.page.asked or not ends)
            ),
            key=lambda one: (isinstance(one, TextQuestion), one.key != self.page.asked),
        )
        for criterion in criteria:
            found = self._lack(criterion) or self._value(criterion)
            if found is not None:
                yield self._answer(criterion.key, *found)

    def _contact(self) -> Iterator[ReadAnswer]:
        asked = next((kind for kind in CONTACT_KINDS if kind == self.page.asked), None)
        region = self.page.script.contact.region
        for contact in read_contact(self.text, self.language, asked=asked, region=region):
            known = self.page.sheet.answers.get(contact.kind)
            if known is None or self.corrects or contact.kind == asked:
                yield self._answer(contact.kind, contact, contact.span)

    def _lack(self, criterion: Criterion) -> tuple[Value, Span] | None:
        """ "We have no budget": a zero, unless it may still come."""
        if criterion.lacking is None or CUES[self.language].may_come(self.said):
            return None
        span = self._mentioned(criterion.lacking)
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

    def _value(self, criterion: Criterion) -> tuple[Value, Span] | None:
        asked = criterion.key == self.page.asked
        match criterion:
            case MoneyQuestion():
                amounts = read_money(
                    self.text, self.language, asked=asked or self._bare_amount(criterion)
                )
                return self._belonging(criterion, amounts, asked)
            case NumberQuestion():
                numbers = read_number(self.text, self.language, asked=asked)
                return self._near(criterion, numbers, asked)
            case TimeframeQuestion():
                if Signal.LATER in self.signals:
                    return None  # when to write to them, not when they want it
                now = self.page.now
                times = read_timeframe(self.text, self.language, now=now, asked=asked)
                ahead = [one for one in times if one.end is None or one.end > now.date()]
                return self._belonging(criterion, ahead, asked)
            case ChoiceQuestion():
                return self._choice(criterion, asked)
            case YesNoQuestion():
                return self._yes_no(criterion, asked)
            case TextQuestion():
                return self._words(criterion, asked)

    def _choice(self, criterion: ChoiceQuestion, asked: bool) -> tuple[Value, Span] | None:
        """The option said last when it was asked ("I propose, but my boss decides"), else the
        only one.
        """
        if self.signals & _UNDECIDED:
            return None  # "I don't know who decides" names nobody
        phrases = {key: _phrases(option.says) for key, option in criterion.options.items()}
        choices = read_choice(self.text, phrases)
        if not asked:
            choices = tuple(one for one in choices if self._volunteered(one.span))
        if not choices or (len(choices) > 1 and not asked):
            return None
        return choices[-1], choices[-1].span

    def _bare_amount(self, criterion: MoneyQuestion) -> bool:
        """Whether a bare number can be money though it was not asked for: it takes an amount back,
        or it is one of thousands, alone in its clause, where no other number was due.
        """
        asked = self.page.script.criterion(self.page.asked or "")
        if isinstance(asked, NumberQuestion) or self.page.asked == "phone":
            return False
        if self.corrects and self.page.sheet.settled(criterion.key):
            return True
        amounts = read_money(self.text, self.language, asked=True)
        if len(amounts) != 1 or (amounts[0].max or amounts[0].min or 0) < BARE_AMOUNT:
            return False
        sentence = self._sentence_at(amounts[0].span[0])
        if sentence is None:
            return False
        before, after = around(sentence, amounts[0].span)
        return (
            not after and len(before) <= ENOUGH_WORDS and not _OF_OTHERS.intersection(before[-1:])
        )

    def _belonging(
        self, criterion: Criterion, values: Sequence[Measured], asked: bool
    ) -> tuple[Value, Span] | None:
        """The value that answers this question: any when it was asked or is the only one of its
        kind.
        """
        rivals = [
            one
            for one in self.page.script.criteria
            if one.kind == criterion.kind and one.key != criterion.key
        ]
        if not asked and (rivals or self._may_be_of_the_story(criterion)):
            return self._near(criterion, values, asked)
        free = self._usable(values, asked)
        if isinstance(criterion, MoneyQuestion):
            free = [one for one in free if self._is_budget(criterion, one)]
        if not free:
            return None
        value = free[-1] if self.corrects else last_said(self.folded, free)
        return value, value.span

    def _is_budget(self, criterion: MoneyQuestion, value: Money | Timeframe | Number) -> bool:
        """Whether an amount is one for this question, by the sentence that it stands in."""
        sentence = self._sentence_at(value.span[0])
        if sentence is None or not isinstance(value, Money):
            return True
        if is_of_something_else(sentence, value.span):
            return False
        if _mention(sentence.folded, criterion.says) is not None:
            return True
        return not (suspiciously_small(criterion, value) or counts_people(sentence, value))

    def _usable(self, values: Sequence[Measured], asked: bool) -> list[Measured]:
        """Those that are no part of another answer, nor of a question that the prospect asks."""
        return [
            value
            for value in values
            if self._free(value.span)
            and (asked or not self._asked_about(value.span))
            and not self._denied(value.span)
        ]

    def _denied(self, span: Span) -> bool:
        sentence = self._sentence_at(span[0])
        return sentence is not None and denied(sentence, span)

    def _asked_about(self, span: Span) -> bool:
        sentence = self._sentence_at(span[0])
        return sentence is not None and asks_at(sentence, span[0])

    def _may_be_of_the_story(self, criterion: Criterion) -> bool:
        """Where words were asked for, a date in them is an answer only beside its own words."""
        asked = self.page.script.criterion(self.page.asked or "")
        listed = bool(self.taken) or len(self.said.split()) <= SHORT
        return (
            isinstance(criterion, TimeframeQuestion)
            and isinstance(asked, TextQuestion)
            and criterion.says is not None
            and not listed
        )

    def _volunteered(self, span: Span) -> bool:
        """Whether words that nobody asked for can be an option: "I am" alone says nothing."""
        said = words(self.folded[span[0] : span[1]]).split()
        return not _SAYS_LITTLE.issuperset(said) and not self._asked_about(span)

    def _near(
        self, criterion: Criterion, values: Sequence[Measured], asked: bool
    ) -> tuple[Value, Span] | None:
        """The value that stands in one sentence with the words that this question is
        spoken of in.
        """
        free = self._usable(values, asked)
        for value in free:
            sentence = self._sentence_at(value.span[0])
            if criterion.says and sentence and _mention(sentence.folded, criterion.says):
                return value, value.span
        return (free[0], free[0].span) if asked and free else None

    def _yes_no(self, criterion: YesNoQuestion, asked: bool) -> tuple[Value, Span] | None:
        answer = read_yes_no(self.text, self.language)
        if answer is not None and (asked or self._mentioned(criterion.says)):
            return answer, answer.span
        return None

    def _words(self, criterion: TextQuestion, asked: bool) -> tuple[Value, Span] | None:
        """Free text: the sentence with the words it is spoken of in, or what was said when it was
        asked.
        """
        if self.signals & _ENDED_BY:
            return None
        stated = [one for one in self.sentences if not one.asks]
        for sentence in stated:
            anchor = _mention(sentence.folded, criterion.says)
            if anchor is not None and not denies(sentence):
                place = (sentence.start + anchor[0], sentence.start + anchor[1])
                return self._text_of(own_words(sentence, self.taken, place))
        if not asked or self.signals & _NO_ANSWER or self._names_a_topic():
            return None
        left = [
            one
            for one in stated
            if self._says_more(one)
            and not (is_bare(one) or denies(one))
            and not _SAYS_LITTLE.issuperset(words(one.folded).split())
        ]
        if not left:
            return None
        return self._text_of(own_words(max(left, key=lambda one: len(one.text)), self.taken, None))

    def _names_a_topic(self) -> bool:
        """ "Prices", and nothing more: a question in short."""
        facts = self.page.script.facts
        short = len(self.said.split()) < SHORT and self.page.asked not in CONTACT_KINDS
        return short and any(_mention(self.folded, fact.topics) is not None for fact in facts)

    def _says_more(self, sentence: Sentence) -> bool:
        """Whether a sentence says something beside the answers already taken out of it."""
        rest = list(sentence.folded)
        for start, end in self.taken:
            for place in range(max(start, sentence.start), min(end, sentence.end)):
                rest[place - sentence.start] = " "
        taken = len(rest) != sum(a == b for a, b in zip(rest, sentence.folded, strict=True))
        return not taken or len(words("".join(rest)).split()) >= ENOUGH_WORDS

    def _text_of(self, span: Span | None) -> tuple[Value, Span] | None:
        return (Text(self.text[span[0] : span[1]]), span) if span is not None else None

    def _declines(self, answers: dict[str, ReadAnswer]) -> Iterator[ReadDecline]:
        asked = self.page.asked
        if asked is None or asked in answers:
            return
        evidence = Evidence(self.message.id, self.text.strip())
        criterion = self.page.script.criterion(asked)
        none_yet = (
            criterion is not None and criterion.lacking and self._mentioned(criterion.lacking)
        )
        if Signal.REFUSES in self.signals or (asked in CONTACT_KINDS and self._no(answers)):
            yield ReadDecline(asked, "refused", evidence)
        elif Signal.DOES_NOT_KNOW in self.signals or none_yet:
            yield ReadDecline(asked, "does_not_know", evidence)

    def _no(self, answers: dict[str, ReadAnswer]) -> bool:
        """A no and nothing else, or with another datum in its place."""
        other = any(kind in answers for kind in CONTACT_KINDS)
        return self._bare_no() or (other and self._says_no())

    def _bare_no(self) -> bool:
        few = len(self.said.split()) <= SHORT and not any(c.isdigit() for c in self.said)
        return few and "interes" not in self.said and self._says_no()

    def _says_no(self) -> bool:
        answer = read_yes_no(self.text, self.language)
        return answer is not None and not answer.yes

    def _doubts(self, answers: dict[str, ReadAnswer]) -> Iterator[Doubt]:
        """An e-mail or phone was asked for and what came has the shape of one, but is none."""
        asked = self.page.asked
        if asked in answers:
            return
        question = self.page.script.criterion(asked or "")
        if isinstance(question, MoneyQuestion):
            yield from self._doubtful_amounts(question)
        digits = sum(c.isdigit() for c in self.text)
        if (asked == "email" and "@" in self.text) or (asked == "phone" and digits >= 4):
            yield Doubt(asked, Evidence(self.message.id, self.text.strip()), "invalid")

    def _doubtful_amounts(self, question: MoneyQuestion) -> Iterator[Doubt]:
        """ "Between 20 and 25", where budgets are of thousands: it is asked what that means."""
        for amount in read_money(self.text, self.language, asked=True):
            sentence = self._sentence_at(amount.span[0])
            if sentence is None or counts_people(sentence, amount):
                continue
            if suspiciously_small(question, amount) and not denied(sentence, amount.span):
                quote = self.text[amount.span[0] : amount.span[1]]
                yield Doubt(question.key, Evidence(self.message.id, quote), "disagrees")

    def _questions(self, answers: dict[str, ReadAnswer]) -> tuple[tuple[str, ...], str | None]:
        """The facts asked about, and the first question that no fact answers."""
        facts: list[str] = []
        unanswered = None
        for sentence in self.sentences:
            if is_bare(sentence):
                continue
            first = (sentence.first, sentence.first + 1)
            asks = sentence.marked or (sentence.asks and self._free(first))
            topics = [
                fact.id
                for fact in self.page.script.facts
                if any(
                    find_phrase(sentence.folded, topic) is not None
                    for topic in _phrases(fact.topics)
                    if asks or fold(topic).startswith(_HOW_MUCH)
                )
            ]
            facts += topics
            if asks and not topics and not self.signals & _QUESTIONS_OF_THEIR_OWN:
                unanswered = unanswered or sentence.text.strip()
        if not facts and self.page.asked not in answers and self._names_a_topic():
            topic = (one.id for one in self.page.script.facts if _mention(self.folded, one.topics))
            facts += [next(topic)]
            unanswered = None
        return tuple(dict.fromkeys(facts)), unanswered

    def _mentioned(self, texts: Texts | None) -> Span | None:
        return _mention(self.folded, texts)

    def _sentence_at(self, position: int) -> Sentence | None:
        return next((s for s in self.sentences if s.start <= position < s.end), None)


def _mention(folded: str, texts: Texts | None) -> Span | None:
    """Where a text has one of the phrases."""
    found = (find_phrase(folded, phrase) for phrase in _phrases(texts or {}))
    return next((span for span in found if span is not None), None)


def _phrases(texts: Texts) -> tuple[str, ...]:
    """The phrases of every language: people mix them."""
    return tuple(phrase for phrases in texts.values() for phrase in phrases)
