"""A script answers for its parts, and knows when nobody is to be disturbed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from qualification.conditions import Terms
from qualification.reaching import QuietHours
from tests.builders import make_script, question, sample


def quiet(start: str, end: str, zone: str = "Europe/Madrid") -> QuietHours:
    return QuietHours.model_validate({"from": start, "to": end, "timezone": zone})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "is_quiet"),
    [
        ("2026-01-10T20:59+01:00", False),
        ("2026-01-10T21:00+01:00", True),
        ("2026-01-11T02:00+01:00", True),
        ("2026-01-11T07:59+01:00", True),
        ("2026-01-11T08:00+01:00", False),
        ("2026-07-10T20:30+00:00", True),
    ],
)
def test_quiet_hours_run_over_midnight_in_their_own_zone(moment: str, is_quiet: bool) -> None:
    assert quiet("21:00", "8:00").contains(at(moment)) is is_quiet


def test_quiet_hours_may_lie_within_a_day() -> None:
    siesta = quiet("14:00", "16:00")
    assert siesta.contains(at("2026-01-10T15:00+01:00"))
    assert not siesta.contains(at("2026-01-10T17:00+01:00"))
    assert siesta.over(at("2026-01-10T15:00+01:00")) == at("2026-01-10T16:00+01:00")


@pytest.mark.parametrize(
    ("moment", "over"),
    [
        ("2026-01-10T12:00+01:00", "2026-01-10T12:00+01:00"),
        ("2026-01-10T22:00+01:00", "2026-01-11T08:00+01:00"),
        ("2026-01-11T03:00+01:00", "2026-01-11T08:00+01:00"),
        ("2026-03-28T23:00+01:00", "2026-03-29T08:00+02:00"),
        ("2026-10-24T23:00+02:00", "2026-10-25T08:00+01:00"),
    ],
)
def test_the_quiet_ends_at_the_same_hour_of_the_clock_when_the_clocks_change(
    moment: str, over: str
) -> None:
    assert quiet("21:00", "08:00").over(at(moment)) == at(over)


def test_an_hour_that_comes_twice_is_over_only_when_it_is_over() -> None:
    night = quiet("01:00", "02:30")
    second_time = at("2026-10-25T02:15+01:00")
    assert night.contains(second_time)
    assert night.over(second_time) == at("2026-10-25T02:30+01:00")


def test_an_hour_that_the_clock_skips_is_over_after_the_skip() -> None:
    night = quiet("01:00", "02:30")
    assert night.over(at("2026-03-29T01:30+01:00")) == at("2026-03-29T03:30+02:00")


times = st.times().map(lambda t: f"{t.hour:02}:{t.minute:02}")


@given(
    times,
    times,
    st.sampled_from(["Europe/Madrid", "America/Bogota", "Asia/Kolkata", "Australia/Lord_Howe"]),
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001
)
def test_the_end_of_the_quiet_is_never_quiet_and_at_most_a_day_ahead(
    start: str, end: str, zone: str, naive: datetime
) -> None:
    if start == end:
        with pytest.raises(ValidationError):
            quiet(start, end, zone)
        return
    hours, moment = quiet(start, end, zone), naive.replace(tzinfo=UTC)
    over = hours.over(moment)
    assert not hours.contains(over)
    assert moment <= over <= moment + timedelta(hours=26)
    assert (over == moment) is not hours.contains(moment)


def test_a_script_finds_its_parts_by_name() -> None:
    script = sample("crm-suite")
    assert script.default_language == "es"
    budget, price = script.criterion("budget"), script.fact("price")
    assert budget is not None
    assert price is not None
    assert "29 €" in price.answer["es"]
    assert script.criterion("nothing") is None
    assert script.fact("nothing") is None


def test_only_amounts_have_a_period() -> None:
    script = sample("crm-suite")
    budget, need = script.criterion("budget"), script.criterion("need")
    assert budget is not None
    assert need is not None
    assert script.terms(budget) == Terms(per="year", rates=script.rates)
    assert script.terms(need) == Terms(per=None, rates=script.rates)


def test_tiers_are_listed_from_the_highest() -> None:
    for tiers, said in (
        ({}, "name a tier at least"),
        ({"warm": 40, "hot": 70}, "list the tiers from the highest"),
        ({"hot": 40, "warm": 40}, "list the tiers from the highest"),
    ):
        with pytest.raises(ValidationError, match=said):
            make_script(score={"tiers": tiers})


def test_one_wording_may_be_written_without_a_list() -> None:
    script = make_script(criteria=[question("need", "text")])
    assert script.criteria[0].ask["es"] == ("¿Y su need?",)
