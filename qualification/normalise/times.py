"""What is a time made of, before it is an answer? Dates half said, lengths, words with roles."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from qualification.normalise.days import Stretch
from qualification.values import TimeframeKind


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as said, before it is known which year, month or week is meant."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days that was meant; `partial` is how it was said, if less than fully."""

    start: date
    end: date
    unit: str = "day"
    approximate: bool = False
    partial: Partial | None = None

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.start, self.end, self.unit)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a limit or a word of haste comes to: nothing else combines with it."""

    kind: TimeframeKind
    start: date | None = None
    end: date | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `most` is its upper end when two were said ("2 or 3 months")."""

    months: int = 0
    days: int = 0
    minutes: int = 0
    unit: str = "day"
    approximate: bool = False
    most: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Words that look like a time and are none: "every Monday"."""


NEVER = When(date.min, date.min)
NO_TIME = Duration()


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or phrase with every role it can play; capitals name roles that carry a value."""

    first: int
    after: int
    roles: frozenset[str]
    month: int = 0
    weekday: int = 0
    unit: str = ""
    season: str = ""
    part: str = ""
    ordinal: int = 0
    count: Decimal = Decimal(0)
    days_away: int = 0
    feast: tuple[str, int] = ("", 0)
    hour: int = 0
    partial: Partial = Partial()
    when: When = NEVER
    duration: Duration = NO_TIME
    answer: Answer | None = None
    weak: bool = False

    @property
    def number(self) -> int:
        return int(self.count)

    def with_role_of(self, other: "Atom") -> "Atom":
        """This word with another of its meanings: what this one lacks comes from the other."""
        return Atom(
            self.first,
            self.after,
            self.roles | other.roles,
            self.month or other.month,
            self.weekday or other.weekday,
            self.unit or other.unit,
            self.season or other.season,
            self.part or other.part,
            self.ordinal or other.ordinal,
            days_away=self.days_away or other.days_away,
            weak=self.weak or other.weak,
        )


BLANK = Atom(0, 0, frozenset())
