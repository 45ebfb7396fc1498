"""How long is "3 months"? Spans of time as people write them in a script."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from qualification.saying import Said

Unit = Literal["minute", "hour", "day", "week", "month", "year"]

_UNITS: dict[str, Unit] = {
    "min": "minute",
    "minute": "minute",
    "minutes": "minute",
    "h": "hour",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
}
_WRITTEN = re.compile(r"(\d{1,4})\s*([a-z]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """A count of one unit: months and years follow the calendar, the rest is exact."""

    count: int
    unit: Unit

    def after(self, day: date) -> date:
        """The day this long after `day`; the 31st becomes the last day of a shorter month."""
        if day.year + self.exact().days // 365 >= MAXYEAR:
            return date.max
        match self.unit:
            case "month" | "year":
                months = self.count * (12 if self.unit == "year" else 1)
                year, month = divmod(day.month - 1 + months, 12)
                last = monthrange(day.year + year, month + 1)[1]
                return day.replace(day.year + year, month + 1, min(day.day, last))
            case _:
                return day + self.exact()

    def exact(self) -> timedelta:
        """The same as a timedelta; a month counts 30 days and a year 365."""
        days = {"day": 1, "week": 7, "month": 30, "year": 365}
        match self.unit:
            case "minute":
                return timedelta(minutes=self.count)
            case "hour":
                return timedelta(hours=self.count)
            case _:
                return timedelta(days=self.count * days[self.unit])


def parse_span(written: object) -> Span:
    """`3 months`, `4 h`, `90 days` to a Span; anything else is a ValueError that shows the form."""
    if isinstance(written, Span):
        return written
    found = _WRITTEN.fullmatch(written.strip().lower()) if isinstance(written, str) else None
    if found is None or found[2] not in _UNITS:
        raise ValueError(
            Said(
                "`%(written)s` is no length of time: write it like `4 h`, `90 days` or `3 months`",
                written=written,
            )
            if isinstance(written, str)
            else Said("this is no length of time: write it like `4 h`, `90 days` or `3 months`")
        )
    if not int(found[1]):
        raise ValueError(
            Said(
                "`%(written)s` is no time at all: write at least `1 %(unit)s`",
                written=written,
                unit=found[2],
            )
        )
    return Span(int(found[1]), _UNITS[found[2]])


Duration = Annotated[
    Span,
    BeforeValidator(parse_span),
    PlainSerializer(lambda span: f"{span.count} {span.unit}{'s' if span.count != 1 else ''}"),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{1,4} ?[a-z]+$", "examples": ["4 h", "90 days"]}
    ),
]
