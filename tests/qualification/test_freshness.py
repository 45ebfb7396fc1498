"""qualification.freshness: what time has overtaken is asked for again (S21)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from qualification.answers import Answer, AnswerSheet, Declined
from qualification.freshness import overtaken, refreshed, turning_points
from qualification.script import Script
from qualification.values import Choice, Contact, Text, Timeframe, Value
from tests.agent.readings import day, euros
from tests.agent.scripts import PATIENT, crm

SAID = datetime(2026, 11, 23, 12, tzinfo=UTC)
SCRIPT = Script.model_validate(PATIENT)


def sheet(**values: Value) -> AnswerSheet:
    """All said at the same time."""
    return AnswerSheet({key: Answer(key, value, SAID) for key, value in values.items()})


def after(days: float) -> datetime:
    return SAID + timedelta(days=days)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("need", Text("perdemos clientes")),
        ("budget", euros(5000)),
        ("authority", Choice("decides")),
        ("timeline", Timeframe("asap")),
    ],
)
def test_what_speaks_for_them_stands_until_it_is_stale(key: str, value: Value) -> None:
    known = sheet(**{key: value})
    assert overtaken(SCRIPT, known, after(179.9)) == ()
    assert overtaken(SCRIPT, known, after(180)) == (key,)


def test_the_script_says_how_old_is_stale() -> None:
    script = Script.model_validate({**PATIENT, "requalify": {"after": "1 day", "stale": "2 weeks"}})
    known = sheet(authority=Choice("decides"))
    assert overtaken(script, known, after(13)) == ()
    assert overtaken(script, known, after(14)) == ("authority",)


def test_without_a_plan_half_a_year_is_stale() -> None:
    known = sheet(authority=Choice("decides"))
    assert overtaken(crm(), known, after(179)) == ()
    assert overtaken(crm(), known, after(180)) == ("authority",)


def test_a_time_or_a_budget_that_spoke_against_them_is_asked_for_again_at_any_age() -> None:
    known = sheet(budget=euros(500), timeline=day(2028, 6, 1), need=Text(""))
    assert overtaken(SCRIPT, known, after(1)) == ("budget", "timeline")


def test_a_time_that_is_over_says_nothing_any_more() -> None:
    known = sheet(timeline=day(2027, 1, 15))
    assert overtaken(SCRIPT, known, datetime(2027, 1, 15, 23, tzinfo=UTC)) == ()
    assert overtaken(SCRIPT, known, datetime(2027, 1, 16, tzinfo=UTC)) == ("timeline",)


def test_who_they_are_is_never_asked_for_again() -> None:
    known = sheet(name=Contact("name", "Ana"), need=Text("perdemos clientes"))
    fresh = refreshed(SCRIPT, known, after(1000))
    assert set(fresh.answers) == {"name"}
    assert [one.key for one in fresh.replaced] == ["need"]


def test_who_did_not_know_may_know_by_now_and_who_refused_refused() -> None:
    known = AnswerSheet(
        declined={
            "budget": Declined("budget", "does_not_know"),
            "timeline": Declined("timeline", "unclear"),
            "authority": Declined("authority", "refused"),
        }
    )
    assert set(refreshed(SCRIPT, known, after(1)).declined) == {"authority"}


def test_the_moments_at_which_answers_are_overtaken_come_in_their_order() -> None:
    later = Answer("authority", Choice("decides"), after(10))
    known = sheet(timeline=day(2027, 1, 15), need=Text("x")).with_answer(later)
    over = datetime.combine(date(2027, 1, 16), datetime.min.time(), UTC)
    assert turning_points(SCRIPT, known, SAID) == (over, after(180), after(190))
    assert turning_points(SCRIPT, known, after(180)) == (after(190),)
    assert turning_points(SCRIPT, AnswerSheet(), SAID) == ()
