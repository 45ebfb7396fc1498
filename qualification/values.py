"""What can an answer be? The typed values that the normalisers read out of text.

Every value carries `span`, the [start, end) characters of the text it was read from. Spans take
no part in equality: the same amount said in two places is the same value.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

Span: TypeAlias = tuple[int, int]
Language = Literal["es", "en"]
Period = Literal["once", "hour", "day", "week", "month", "quarter", "year"]
TimeframeKind = Literal["date", "range", "open", "asap", "none"]
ContactKind = Literal["email", "phone", "name", "company", "job_title"]
Kind = Literal["money", "timeframe", "number", "choice", "yes_no", "text", "contact"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
CONTACT_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount or a range of it: `min` None is "up to", `max` None is "at least", both equal is
    one amount.
    """

    min: Decimal | None
    max: Decimal | None
    currency: str | None = None
    """ISO 4217, or None when none was said."""
    period: Period | None = None
    approximate: bool = False
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["money"] = "money"


@dataclass(frozen=True, slots=True)
class Timeframe:
    """When: a day, a stretch of days, from a day on, at once, or no date meant ("no hurry")."""

    kind: TimeframeKind
    start: date | None = None
    end: date | None = None
    """Exclusive: one day has end = start + 1 day."""
    approximate: bool = False
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["timeframe"] = "timeframe"


@dataclass(frozen=True, slots=True)
class Number:
    """A count or a range of it; None is open, as in Money."""

    min: Decimal | None
    max: Decimal | None
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class Choice:
    """The key of one of the script's options."""

    option: str
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["choice"] = "choice"


@dataclass(frozen=True, slots=True)
class YesNo:
    """A yes or a no."""

    yes: bool
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["yes_no"] = "yes_no"


@dataclass(frozen=True, slots=True)
class Text:
    """The prospect's own words."""

    text: str
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Contact:
    """A datum that identifies the lead; phones in E.164, e-mails in lower case."""

    kind: ContactKind
    value: str
    span: Span = field(default=(0, 0), compare=False)
    type: Literal["contact"] = "contact"


Value: TypeAlias = Money | Timeframe | Number | Choice | YesNo | Text | Contact
Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def to_json(value: Value) -> Json:
    """The public form of a value: what the API, the terminal and the hand-over show (without span
    and type).
    """
    match value:
        case Money():
            return {
                "min": plain_number(value.min),
                "max": plain_number(value.max),
                "currency": value.currency,
                "period": value.period,
                "approximate": value.approximate,
            }
        case Timeframe():
            return {
                "kind": value.kind,
                "start": value.start.isoformat() if value.start else None,
                "end": value.end.isoformat() if value.end else None,
                "approximate": value.approximate,
            }
        case Number():
            return {"min": plain_number(value.min), "max": plain_number(value.max)}
        case Choice():
            return value.option
        case YesNo():
            return value.yes
        case Text():
            return value.text
        case _:
            return value.value


def plain_number(number: Decimal | None) -> int | float | None:
    """A Decimal as the JSON number a reader expects: 3000, not 3000.0 or "3000"."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
