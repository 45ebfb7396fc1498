"""qualification.routing.working_time: shifts, holidays, absences, and time counted in them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.routing.working_time import (
    FreeDays,
    Interval,
    Shift,
    WorkingTime,
    began,
    easter_sunday,
    on_the_day,
    whole_days,
)

MADRID = ZoneInfo("Europe/Madrid")
WEEK = frozenset(range(5))
OFFICE = Shift(WEEK, time(9), time(18))


def madrid(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2026 as clocks in Madrid show it."""
    return datetime(2026, month, day, hour, minute, tzinfo=MADRID).astimezone(UTC)


class TestBegins:
    def test_who_works_now_begins_now(self) -> None:
        assert WorkingTime(MADRID, (OFFICE,)).begins(madrid(23, 10)) == madrid(23, 10)

    def test_in_the_evening_they_begin_the_next_morning(self) -> None:
        assert WorkingTime(MADRID, (OFFICE,)).begins(madrid(23, 18)) == madrid(24, 9)

    def test_on_friday_evening_they_begin_on_monday(self) -> None:
        assert WorkingTime(MADRID, (OFFICE,)).begins(madrid(27, 20)) == madrid(30, 9)

    def test_a_holiday_is_left_out(self) -> None:
        free = FreeDays(annual=frozenset({(12, 8)}))
        working = WorkingTime(MADRID, (OFFICE,), (free,))
        assert working.begins(madrid(7, 19, month=12)) == madrid(9, 9, month=12)
        assert working.is_free(madrid(8, 12, month=12))
        assert not working.is_free(madrid(9, 12, month=12))

    def test_an_absence_is_left_out_also_in_the_middle_of_a_shift(self) -> None:
        away = Interval(madrid(23, 11), madrid(23, 16))
        working = WorkingTime(MADRID, (OFFICE,), away=(away,))
        assert working.begins(madrid(23, 12)) == madrid(23, 16)
        assert working.begins(madrid(23, 10)) == madrid(23, 10)
        assert working.is_away(madrid(23, 11))
        assert not working.is_away(madrid(23, 16))

    def test_absences_that_overlap_are_one(self) -> None:
        away = (
            Interval(madrid(23, 10), madrid(23, 15)),
            Interval(madrid(23, 9), madrid(23, 12)),
            Interval(madrid(24, 0), madrid(25, 0)),
        )
        assert WorkingTime(MADRID, (OFFICE,), away=away).begins(madrid(23, 9)) == madrid(23, 15)

    def test_who_has_no_day_left_never_begins(self) -> None:
        every = FreeDays(annual=frozenset((m, d) for m in range(1, 13) for d in range(1, 32)))
        working = WorkingTime(MADRID, (OFFICE,), (every,))
        assert working.begins(madrid(23, 10)) is None
        assert working.after(madrid(23, 10), timedelta(minutes=5)) is None


class TestAfter:
    def test_five_minutes_before_the_end_run_over_to_the_next_day(self) -> None:
        working = WorkingTime(MADRID, (OFFICE,))
        assert working.after(madrid(23, 17, 58), timedelta(minutes=5)) == madrid(24, 9, 3)

    def test_split_shifts_leave_the_siesta_out(self) -> None:
        shifts = (Shift(WEEK, time(16), time(19)), Shift(WEEK, time(9), time(14)))
        working = WorkingTime(MADRID, shifts)
        assert working.after(madrid(23, 13, 30), timedelta(hours=1)) == madrid(23, 16, 30)

    def test_shifts_that_overlap_count_once(self) -> None:
        shifts = (OFFICE, Shift(WEEK, time(12), time(20)))
        working = WorkingTime(MADRID, shifts)
        assert working.after(madrid(23, 17), timedelta(hours=2)) == madrid(23, 19)

    def test_a_shift_over_midnight_goes_on_the_next_day(self) -> None:
        night = Shift(frozenset({0}), time(22), time(6))
        working = WorkingTime(MADRID, (night,))
        assert working.begins(madrid(24, 1)) == madrid(24, 1)
        assert working.after(madrid(23, 23), timedelta(hours=7)) == madrid(24, 6)

    def test_an_hour_that_the_clocks_leave_out_is_not_worked(self) -> None:
        sunday = WorkingTime(MADRID, (Shift(frozenset({6}), time(1), time(4)),))
        start = datetime(2026, 3, 29, 1, 0, tzinfo=MADRID)
        assert sunday.worked(start, start + timedelta(days=1)) == timedelta(hours=2)


class TestWorked:
    def test_only_working_time_counts(self) -> None:
        working = WorkingTime(MADRID, (OFFICE,))
        assert working.worked(madrid(23, 17), madrid(24, 10)) == timedelta(hours=2)
        assert working.worked(madrid(23, 19), madrid(24, 8)) == timedelta(0)

    @given(
        st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        st.integers(1, 5000),
    )
    def test_the_end_of_a_span_is_that_much_work_later(self, since: datetime, minutes: int) -> None:
        free = FreeDays(easter=frozenset({-2}), annual=frozenset({(12, 25)}))
        away = Interval(datetime(2026, 8, 1, tzinfo=UTC), datetime(2026, 8, 20, 9, 30, tzinfo=UTC))
        working = WorkingTime(MADRID, (OFFICE,), (free,), (away,))
        span = timedelta(minutes=minutes)
        end = working.after(since, span)
        assert end is not None
        assert working.worked(since, end) == span
        assert not working.is_away(end - timedelta(microseconds=1))

    def test_who_has_no_hours_works_at_no_time(self) -> None:
        assert WorkingTime(MADRID, ()).worked(madrid(23, 9), madrid(24, 9)) == timedelta(0)

    def test_a_year_of_mondays_is_looked_through_to_its_end(self) -> None:
        mondays = WorkingTime(MADRID, (Shift(frozenset({0}), time(9), time(10)),))
        found = list(mondays.stretches(madrid(23, 8)))
        assert len(found) == 57
        assert all(one.end - one.start == timedelta(hours=1) for one in found)


class TestDays:
    @pytest.mark.parametrize(
        "easter",
        [
            date(1961, 4, 2),
            date(2008, 3, 23),
            date(2024, 3, 31),
            date(2026, 4, 5),
            date(2038, 4, 25),
        ],
    )
    def test_easter_is_where_the_calendars_have_it(self, easter: date) -> None:
        assert easter_sunday(easter.year) == easter

    def test_days_counted_from_easter_are_free(self) -> None:
        free = FreeDays(dates=frozenset({date(2026, 6, 1)}), easter=frozenset({-2}))
        assert free.contain(date(2026, 4, 3))
        assert free.contain(date(2026, 6, 1))
        assert not free.contain(date(2026, 4, 5))
        assert not FreeDays().contain(date(2026, 4, 3))

    def test_whole_days_end_with_the_last_one(self) -> None:
        interval = whole_days(date(2026, 11, 23), date(2026, 11, 24), MADRID)
        assert interval == Interval(madrid(23, 0), madrid(25, 0))

    def test_a_day_begins_where_somebody_is(self) -> None:
        at = datetime(2026, 11, 23, 2, tzinfo=UTC)
        new_york = ZoneInfo("America/New_York")
        assert began(at, new_york) == datetime(2026, 11, 22, 5, tzinfo=UTC)
        moments = [at - timedelta(hours=hours) for hours in (1, 20, 22)]
        assert on_the_day(moments, at, new_york) == 2
