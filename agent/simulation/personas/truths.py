"""What is true of a simulated prospect? A hidden answer to each of a script's questions. PURE.

The truths come from the script's own kinds and conditions, so any script can be tried: amounts lie
around its limits, times around its deadlines, choices are among its options.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Literal, TypeAlias

import phonenumbers

from agent.simulation.personas.table import PeopleWords
from qualification.conditions import ChoiceCondition, MoneyCondition, NumberCondition
from qualification.conditions import TimeframeCondition as TimeCondition
from qualification.normalise import fold
from qualification.script import (
    ChoiceQuestion,
    Criterion,
    MoneyQuestion,
    NumberQuestion,
    Script,
    TextQuestion,
    TimeframeQuestion,
    YesNoQuestion,
)
from qualification.values import Choice, Contact, Money, Number, Text, YesNo

Bent = Literal["good", "mixed", "poor"]
"""Whether what is true of them suits the script."""
Form = Literal[
    "asap",
    "whenever",
    "weeks",
    "in_months",
    "next_month",
    "month",
    "month_year",
    "day",
    "quarter",
    "year",
]


@dataclass(frozen=True, slots=True)
class When:
    """A time as it is meant: so far from now, or a place in the calendar so far ahead."""

    form: Form
    ahead: int = 0
    """Weeks, months, quarters or years from now; nothing for the forms that need no count."""


Truth: TypeAlias = Money | Number | When | Choice | YesNo | Text | Contact
Truths: TypeAlias = Mapping[str, Truth]

ORDINARY_AMOUNT = Decimal(5000)
ORDINARY_COUNT = Decimal(20)
ORDINARY_PHONE = "+34612345678"
_TRIES = 20
_FACTORS: Mapping[Bent, tuple[str, ...]] = {
    "good": ("1", "1.2", "1.5", "2", "4", "10"),
    "mixed": ("0.2", "0.6", "0.9", "1", "1.1", "2", "3"),
    "poor": ("0.1", "0.2", "0.4", "0.5", "0.7"),
}
_ROUND = (100, 50, 25, 10, 5, 1)
"""Amounts are named in steps of these shares of their size."""


def truths(
    script: Script, people: PeopleWords, stories: "Stories", bent: Bent, rng: Random
) -> Truths:
    """One truth for each question of the script, and for each datum that identifies them."""
    found: dict[str, Truth] = {
        one.key: truth(script, one, stories, bent, rng) for one in script.criteria
    }
    found.update(identity(people, script.contact.region, rng))
    return found


Stories: TypeAlias = Mapping[str, tuple[str, ...]]


def truth(script: Script, criterion: Criterion, stories: Stories, bent: Bent, rng: Random) -> Truth:
    """What is true about one question."""
    match criterion:
        case MoneyQuestion():
            return _amount(criterion, currency_of(script, criterion), bent, rng)
        case NumberQuestion():
            limit = _limit(criterion.positive, criterion.acceptable)
            low, high = _stretch(limit or ORDINARY_COUNT, bent, rng)
            return Number(low, high)
        case TimeframeQuestion():
            return _when(criterion, bent, rng)
        case ChoiceQuestion():
            return Choice(_option(criterion, bent, rng))
        case YesNoQuestion():
            wanted = criterion.positive.answer if criterion.positive is not None else True
            return YesNo(wanted if _suits(bent, rng) else not wanted)
        case TextQuestion():
            return Text(_story(criterion, stories, rng))


def currency_of(script: Script, criterion: MoneyQuestion) -> str | None:
    """The currency that a question's limits are in, else the script's."""
    for condition in (criterion.positive, criterion.acceptable):
        if isinstance(condition, MoneyCondition):
            return condition.overlaps.currency
    return script.rates.base if script.rates is not None else None


def _suits(bent: Bent, rng: Random) -> bool:
    return rng.random() < {"good": 0.95, "mixed": 0.5, "poor": 0.15}[bent]


def _limit(*conditions: object) -> Decimal | None:
    for one in conditions:
        match one:
            case MoneyCondition(overlaps=ours):
                return ours.min if ours.min else ours.max
            case NumberCondition(at_least=low, at_most=high):
                return low if low else high
    return None


def _amount(criterion: MoneyQuestion, currency: str | None, bent: Bent, rng: Random) -> Money:
    limit = _limit(criterion.positive, criterion.acceptable) or ORDINARY_AMOUNT
    low, high = _stretch(limit, bent, rng)
    return Money(low, high, currency, criterion.per)


def _stretch(limit: Decimal, bent: Bent, rng: Random) -> tuple[Decimal | None, Decimal | None]:
    """One figure, a range, or a range open on one side."""
    low = _rounded(limit * Decimal(rng.choice(_FACTORS[bent])))
    shape = rng.random()
    if shape < 0.6:
        return low, low
    if shape < 0.8:
        return low, _rounded(low * 2)
    return (None, low) if shape < 0.9 else (low, None)


def _rounded(number: Decimal) -> Decimal:
    """As people name amounts: two digits, and nothing under one."""
    whole = max(1, int(number))
    step = 10 ** max(0, len(str(whole)) - 2)
    return Decimal(max(1, whole // step) * step)


_SOON: tuple[When, ...] = (When("asap"), When("weeks", 2), When("weeks", 6), When("next_month"))
_LATE: tuple[When, ...] = (When("whenever"), When("in_months", 18), When("year", 2))
_ANY: tuple[When, ...] = (
    *_SOON,
    *_LATE,
    When("in_months", 3),
    When("in_months", 5),
    When("month", 2),
    When("month", 7),
    When("month_year", 4),
    When("day", 1),
    When("day", 5),
    When("quarter", 1),
    When("quarter", 3),
    When("year", 1),
)


def _when(criterion: TimeframeQuestion, bent: Bent, rng: Random) -> When:
    if bent == "poor":
        return rng.choice(_LATE)
    within = criterion.positive.within if isinstance(criterion.positive, TimeCondition) else None
    if bent == "good" and within is not None:
        return rng.choice((*_SOON, When("month", 2), When("day", 1)))
    return rng.choice(_ANY)


def _option(criterion: ChoiceQuestion, bent: Bent, rng: Random) -> str:
    """One of the options; who does not suit the script has the least of them."""
    positive, acceptable = _named(criterion.positive), _named(criterion.acceptable)
    wanted = [key for key in criterion.options if key in positive or key in acceptable]
    others = [key for key in criterion.options if key not in wanted]
    least = others or [key for key in criterion.options if key not in positive]
    return rng.choice((wanted if _suits(bent, rng) else least) or list(criterion.options))


def _named(condition: ChoiceCondition | None) -> tuple[str, ...]:
    return condition.any_of if condition is not None else ()


def _story(criterion: TextQuestion, stories: Stories, rng: Random) -> str:
    """An answer that fits a word of the question, else one that fits any."""
    asked = fold(" ".join(text for texts in criterion.ask.values() for text in texts))
    fitting = [
        one for word, told in stories.items() if word and fold(word) in asked for one in told
    ]
    return rng.choice(fitting or stories[""])


def identity(people: PeopleWords, region: str, rng: Random) -> dict[str, Contact]:
    """Who they are; the telephone is one of the script's country."""
    first, last = rng.choice(people.first_names), rng.choice(people.last_names)
    user = fold(f"{first}.{last}") if rng.random() < 0.7 else fold(f"{first[0]}{last}")
    email = f"{user}@{rng.choice(people.domains)}"
    return {
        "name": Contact("name", f"{first} {last}"),
        "email": Contact("email", email),
        "phone": Contact("phone", _phone(region, rng)),
        "company": Contact("company", rng.choice(people.companies)),
        "job_title": Contact("job_title", rng.choice(people.job_titles)),
    }


def _phone(region: str, rng: Random) -> str:
    """A mobile number that the region's plan allows, in E.164."""
    mobile = phonenumbers.PhoneNumberType.MOBILE
    example = phonenumbers.example_number_for_type(region, mobile)
    if example is None:
        return ORDINARY_PHONE
    for _ in range(_TRIES):
        national = str(example.national_number)
        varied = national[:-5] + "".join(str(rng.randrange(10)) for _ in range(5))
        number = phonenumbers.PhoneNumber(example.country_code, int(varied))
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
