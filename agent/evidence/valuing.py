"""What is a quote worth as an answer? The normaliser's value of it; the model's only where it has
no opinion. PURE.

Amounts, numbers and dates are never taken from the model: where the two differ the prospect is
asked, and where the words hold no such value there is no answer. The model's reading counts for
what only understanding can tell: which option of a choice is meant, yes or no, and that some words
are an answer at all.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Protocol, TypeAlias, TypeVar

from agent.agreement import alike
from agent.cues import CUES, words
from agent.cues.table import phrases
from agent.evidence.identifying import identify
from agent.evidence.likeness import shared_stems
from agent.evidence.worth import Unfounded, Unsure, Worth, answers_nothing, evades
from agent.plain.settling import settle
from agent.reading import Page
from qualification.normalise import (
    find_phrase,
    fold,
    read_choice,
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
from qualification.values import (
    CONTACT_KINDS,
    Choice,
    Language,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
    YesNo,
)

NOTHING = "none"
"""The model's value for "there is none" where words are due: then the words are asked about."""
_DENYING = frozenset(
    phrases(
        """
        no, not, none, nothing, never, without, don, dont, nada, nadie, ninguno, ninguna, nunca,
        tampoco, sin
        """
    )
)
_TELLING = 5
"""Letters of a phrase that tells an option by itself: "yo" does not."""
_PER = re.compile(r"\b([A-Z]{3}) (hour|day|week|month|quarter|year)\b")
"""The form in which the model is told to give an amount."""
_ENOUGH_STEMS = 2
"""Words of some length, and no names, that say something unasked."""
_YES = frozenset({"yes", "true", "si", "y"})
_NO = frozenset({"no", "false", "n"})

Measure: TypeAlias = Money | Number | Timeframe
Measured_co = TypeVar("Measured_co", covariant=True)


def value_of(page: Page, language: Language, key: str, quote: str, claimed: str) -> Worth:
    """The value of a quote as an answer, given the value that the model claims for it."""
    settled = settle(page, language, quote) if key == page.asked else None
    if settled is not None:
        return settled.value or Unsure("disagrees")
    return _claimed(page, language, key, quote, claimed)


def _claimed(page: Page, language: Language, key: str, quote: str, claimed: str) -> Worth:
    asked = key == page.asked
    contact = next((kind for kind in CONTACT_KINDS if kind == key), None)
    if contact is not None:
        return identify(page, language, contact, quote, claimed)
    criterion = page.script.criterion(key)
    if criterion is None:
        return Unfounded("there is no such question")
    lack = _lack(criterion, language, quote)
    if lack is not None:
        return lack
    match criterion:
        case MoneyQuestion():
            spelled = _PER.sub(r"\1 per \2", claimed)
            return _measured(partial(read_money, language=language), quote, spelled, asked)
        case NumberQuestion():
            return _measured(partial(read_number, language=language), quote, claimed, asked)
        case TimeframeQuestion():
            when = partial(read_timeframe, language=language, now=page.now)
            return _measured(when, quote, claimed, asked)
        case ChoiceQuestion():
            return _choice(page, criterion, quote, claimed)
        case YesNoQuestion():
            return _yes_no(page, language, criterion, quote, claimed)
        case TextQuestion():
            return _text(page, criterion, quote, claimed)


def _lack(criterion: Criterion, language: Language, quote: str) -> Value | None:
    """The script's own phrases for "there is none": a zero, or no words."""
    folded = fold(quote)
    if criterion.lacking is None or CUES[language].may_come(words(folded)):
        return None
    phrases = (phrase for listed in criterion.lacking.values() for phrase in listed)
    if not any(find_phrase(folded, phrase) for phrase in phrases):
        return None
    match criterion:
        case MoneyQuestion():
            return Money(Decimal(0), Decimal(0))
        case NumberQuestion():
            return Number(Decimal(0), Decimal(0))
        case TextQuestion():
            return Text("")
        case _:
            return None


class _Read(Protocol[Measured_co]):
    """A normaliser, its language settled."""

    def __call__(self, text: str, *, asked: bool) -> Sequence[Measured_co]: ...


def _measured(read: _Read[Measure], quote: str, claimed: str, asked: bool) -> Worth:
    """The normaliser's value; a bare figure not asked for counts if the model read the same."""
    sure = read(quote, asked=asked)
    possible = sure if sure or asked else read(quote, asked=True)
    same_words = fold(claimed).strip() == fold(quote).strip()
    theirs = possible if same_words else read(claimed, asked=True)
    agreed = [one for one in possible if any(alike(one, other) for other in theirs)]
    if len(agreed) == 1:
        return agreed[0]
    if len(sure) == 1 and not theirs:
        return sure[0]
    if len(possible) == 1 and len(theirs) == 1:
        return Unsure("disagrees", (possible[0], theirs[0]))
    if possible or any(character.isdigit() for character in quote):
        return Unsure("disagrees", tuple(possible) if len(possible) == 2 else ())
    return Unfounded("no value can be read from it")


def _choice(page: Page, question: ChoiceQuestion, quote: str, claimed: str) -> Worth:
    phrases = _phrases(question)
    read = [one.option for one in read_choice(quote, phrases)]
    option = claimed.strip()
    if option in read:
        telling = (one for one in phrases[option] if len(one) >= _TELLING)
        told = any(find_phrase(fold(quote), phrase) for phrase in telling)
        return Choice(option) if told else _in_other_words(page, question, quote, option, least=1)
    if len(read) > 1 or (read and option in phrases):
        return _either(*read[:2]) if len(read) > 1 else _either(read[0], option)
    if read:
        return Choice(read[0])
    if option in phrases and not evades(quote):
        return _in_other_words(page, question, quote, option)
    return Unfounded(f"{option!r} is not one of the options")


def _either(first: str, second: str) -> Unsure:
    return Unsure("disagrees", (Choice(first), Choice(second)))


def _phrases(question: ChoiceQuestion) -> Mapping[str, Sequence[str]]:
    return {
        key: [phrase for listed in option.says.values() for phrase in listed]
        for key, option in question.options.items()
    }


def _in_other_words(
    page: Page, question: ChoiceQuestion, quote: str, option: str, *, least: int = 0
) -> Worth:
    """The model's option, if it is the one most like the words; where they are like none, it is
    asked about.
    """
    likeness = {key: shared_stems(quote, listed) for key, listed in _phrases(question).items()}
    ours = max(least, likeness.pop(option))
    rival = max(likeness, key=likeness.__getitem__)
    best = likeness[rival]
    denied = not _DENYING.isdisjoint(words(fold(quote)).split())
    if ours < best or (denied and 0 < ours == best):
        return _either(rival, option)
    if ours > 0:
        return Choice(option)
    if question.key != page.asked or _answers_another(page, question, quote):
        return Unfounded("the words do not show it")
    return _either(option, rival)


def _answers_another(page: Page, question: ChoiceQuestion, quote: str) -> bool:
    """Whether the words are an option of some other question."""
    return any(
        read_choice(quote, _phrases(other))
        for other in page.script.criteria
        if isinstance(other, ChoiceQuestion) and other.key != question.key
    )


def _yes_no(
    page: Page, language: Language, question: YesNoQuestion, quote: str, claimed: str
) -> Worth:
    """The yes or no that is said; other words are one only where they are about the question."""
    read = read_yes_no(quote, language)
    said = fold(claimed).strip()
    theirs = True if said in _YES else False if said in _NO else None
    both = Unsure("disagrees", (YesNo(yes=True), YesNo(yes=False)))
    if read is not None:
        return both if theirs is not None and theirs is not read.yes else read
    if theirs is None or answers_nothing(quote):
        return Unfounded("neither a yes nor a no")
    texts = (question.ask, question.says or {}, question.why or {})
    listed = [one for text in texts for phrases in text.values() for one in phrases]
    about = shared_stems(quote, listed) or _acronyms(quote) & _acronyms(" ".join(listed))
    denied = not _DENYING.isdisjoint(words(fold(quote)).split())
    if about and theirs is not denied:
        return YesNo(theirs)
    return both if question.key == page.asked else Unfounded("the words do not show it")


def _bears_on(page: Page, question: TextQuestion, quote: str) -> bool:
    """Whether words that nobody asked for may answer a question: they are spoken of as its answers
    are, or say enough to mean something by themselves.
    """
    says = [phrase for listed in (question.says or {}).values() for phrase in listed]
    texts = (question.ask, question.why or {})
    about = [*says, *(phrase for text in texts for listed in text.values() for phrase in listed)]
    said = [fold(message.text) for message in page.unread]
    if any(find_phrase(one, phrase) for one in said for phrase in says):
        return True
    plain = " ".join(word for word in quote.split() if not word[0].isupper())
    return bool(shared_stems(quote, about)) or shared_stems(plain, [plain]) >= _ENOUGH_STEMS


def _acronyms(text: str) -> frozenset[str]:
    """What is written in capitals, however short: a CRM."""
    return frozenset(fold(one) for one in re.findall(r"\b[A-Z]{2,5}\b", text))


def _text(page: Page, question: TextQuestion, quote: str, claimed: str) -> Worth:
    if answers_nothing(quote):
        return Unfounded("the words answer nothing")
    if question.key != page.asked and not _bears_on(page, question, quote):
        return Unfounded("the words do not show it")
    if fold(claimed).strip() == NOTHING and _DENYING.intersection(words(fold(quote)).split()):
        return Unsure("disagrees")
    return Text(quote, (0, len(quote)))
