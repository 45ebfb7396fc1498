"""When does somebody work? Their shifts without holidays and absences, and time counted in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HORIZON = timedelta(days=400)
"""Who does not work within it does not work at all."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """From a moment on, up to another (aware; the end does not belong to it)."""

    start: datetime
    end: datetime

    def contains(self, at: datetime) -> bool:
        """Whether a moment lies in it."""
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Shift:
    """Hours of work on some days of the week (0 is Monday); an end before the start is on the day
    after.
    """

    days: frozenset[int]
    start: time
    end: time

    def on(self, day: date, zone: ZoneInfo) -> Interval:
        """The hours themselves on one day."""
        last = day + _DAY if self.end <= self.start else day
        return Interval(
            datetime.combine(day, self.start, zone).astimezone(UTC),
            datetime.combine(last, self.end, zone).astimezone(UTC),
        )


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days on which nobody works: dates, days of every year, days counted from Easter Sunday."""

    dates: frozenset[date] = frozenset()
    annual: frozenset[tuple[int, int]] = frozenset()
    """Month and day."""
    easter: frozenset[int] = frozenset()

    def contain(self, day: date) -> bool:
        """Whether a day is free."""
        if day in self.dates or (day.month, day.day) in self.annual:
            return True
        return bool(self.easter) and (day - easter_sunday(day.year)).days in self.easter


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When one person works, in their own time zone."""

    zone: ZoneInfo
    shifts: tuple[Shift, ...]
    free: tuple[FreeDays, ...] = ()
    away: tuple[Interval, ...] = ()

    def is_free(self, at: datetime) -> bool:
        """Whether a moment falls on one of their holidays."""
        return self._is_free(at.astimezone(self.zone).date())

    def is_away(self, at: datetime) -> bool:
        """Whether they are absent at a moment."""
        return any(one.contains(at) for one in self.away)

    def begins(self, at: datetime) -> datetime | None:
        """The first moment from `at` on at which they work: `at` itself while they do; None if
        there is none within reach.
        """
        return next((one.start for one in self.stretches(at)), None)

    def after(self, at: datetime, span: timedelta) -> datetime | None:
        """The moment when `span` of their working time will have passed since `at`."""
        for one in self.stretches(at):
            if span <= one.end - one.start:
                return one.start + span
            span -= one.end - one.start
        return None

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """Their working time between two moments."""
        total = timedelta(0)
        for one in self.stretches(since):
            if one.start >= until:
                break
            total += min(one.end, until) - one.start
        return total

    def stretches(self, since: datetime) -> Iterator[Interval]:
        """Their stretches of work from a moment on, in order, none touching another."""
        last: Interval | None = None
        for one in self._hours(since):
            if last is not None and one.start <= last.end:
                last = Interval(last.start, max(last.end, one.end))
                continue
            if last is not None:
                yield from _without(last, self.away)
            last = one
        if last is not None:
            yield from _without(last, self.away)

    def _hours(self, since: datetime) -> Iterator[Interval]:
        """Shift by shift, in the order in which they begin, cut off at `since`."""
        since = since.astimezone(UTC)
        day = since.astimezone(self.zone).date() - _DAY
        until = day + HORIZON
        while day < until:
            if not self._is_free(day):
                today = [one.on(day, self.zone) for one in self.shifts if day.weekday() in one.days]
                for one in sorted(today, key=lambda found: (found.start, found.end)):
                    if one.end > since:
                        yield Interval(max(one.start, since), one.end)
            day += _DAY

    def _is_free(self, day: date) -> bool:
        return any(one.contain(day) for one in self.free)


def _without(stretch: Interval, away: Sequence[Interval]) -> Iterator[Interval]:
    """What absences leave of a stretch of work."""
    start = stretch.start
    for one in sorted(away, key=lambda found: found.start):
        if one.end <= start or one.start >= stretch.end:
            continue
        if one.start > start:
            yield Interval(start, one.start)
        start = one.end
    if start < stretch.end:
        yield Interval(start, stretch.end)


def whole_days(first: date, last: date, zone: ZoneInfo) -> Interval:
    """From the beginning of one day to the end of another."""
    return Interval(
        datetime.combine(first, time(), zone).astimezone(UTC),
        datetime.combine(last + _DAY, time(), zone).astimezone(UTC),
    )


def began(at: datetime, zone: ZoneInfo) -> datetime:
    """The beginning of the day in a time zone."""
    return datetime.combine(at.astimezone(zone).date(), time(), zone).astimezone(UTC)


def on_the_day(moments: Iterable[datetime], at: datetime, zone: ZoneInfo) -> int:
    """How many moments lie between the beginning of the day and `at`."""
    first = began(at, zone)
    return sum(first <= one <= at for one in moments)


def easter_sunday(year: int) -> date:
    """By Gauss's rule in the form of Meeus (Astronomical Algorithms, chapter 8), for any year of
    the Gregorian calendar.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    fours, left = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * fours - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
