"""Spans of time as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from qualification.durations import Duration, Span, Unit, parse_span


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("4 h", Span(4, "hour")),
        ("90 days", Span(90, "day")),
        ("3 months", Span(3, "month")),
        ("1year", Span(1, "year")),
        (" 15 MIN ", Span(15, "minute")),
        ("2 weeks", Span(2, "week")),
    ],
)
def test_spans_are_read_as_they_are_written(written: str, span: Span) -> None:
    assert parse_span(written) == span
    assert parse_span(span) is span


@pytest.mark.parametrize(
    "written", ["", "3", "months", "3 moons", "-1 day", "0 days", "1.5 h", 4, None]
)
def test_anything_else_is_refused_with_the_form(written: object) -> None:
    with pytest.raises(ValueError, match="write"):
        parse_span(written)


@pytest.mark.parametrize(
    ("day", "span", "after"),
    [
        (date(2026, 1, 31), Span(1, "month"), date(2026, 2, 28)),
        (date(2028, 1, 31), Span(1, "month"), date(2028, 2, 29)),
        (date(2028, 2, 29), Span(1, "year"), date(2029, 2, 28)),
        (date(2026, 10, 31), Span(4, "month"), date(2027, 2, 28)),
        (date(2026, 12, 15), Span(12, "month"), date(2027, 12, 15)),
        (date(2026, 3, 30), Span(2, "week"), date(2026, 4, 13)),
        (date(2026, 3, 30), Span(5, "hour"), date(2026, 3, 30)),
        (date(2026, 3, 30), Span(9999, "year"), date.max),
        (date(9999, 12, 1), Span(1, "month"), date.max),
    ],
)
def test_months_and_years_follow_the_calendar(day: date, span: Span, after: date) -> None:
    assert span.after(day) == after


@pytest.mark.parametrize(
    ("span", "exact"),
    [
        (Span(15, "minute"), timedelta(minutes=15)),
        (Span(4, "hour"), timedelta(hours=4)),
        (Span(3, "day"), timedelta(days=3)),
        (Span(2, "week"), timedelta(days=14)),
        (Span(1, "month"), timedelta(days=30)),
        (Span(1, "year"), timedelta(days=365)),
    ],
)
def test_a_span_is_a_timedelta_too(span: Span, exact: timedelta) -> None:
    assert span.exact() == exact


@given(
    st.dates(),
    st.integers(1, 9999),
    st.sampled_from(["minute", "hour", "day", "week", "month", "year"]),
)
def test_a_longer_span_never_ends_sooner(day: date, count: int, unit: Unit) -> None:
    assert day <= Span(count, unit).after(day) <= Span(count + 1, unit).after(day)


def test_a_span_is_written_as_it_is_read() -> None:
    adapter: TypeAdapter[Span] = TypeAdapter(Duration)
    assert adapter.dump_python(Span(1, "day")) == "1 day"
    assert adapter.validate_python(adapter.dump_python(Span(90, "day"))) == Span(90, "day")
    assert adapter.json_schema()["type"] == "string"
