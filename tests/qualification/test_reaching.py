"""A script says who takes its calls, and when."""

from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from qualification.reaching import ApprovedTemplate, BookingLink, TransferPlan

PEOPLE = [
    {"name": "Ana", "phone": "+34600111222", "languages": ["es"]},
    {"name": "Ben", "phone": "+447700900123"},
]
HOURS = {"from": "9:00", "to": "18:00", "timezone": "Europe/Madrid"}


def plan(**changes: object) -> TransferPlan:
    return TransferPlan.model_validate({"people": PEOPLE, "hours": HOURS, **changes})


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


MONDAY = at("2026-11-23T10:00+01:00")


def test_those_who_speak_the_language_are_tried_in_order() -> None:
    assert [one.name for one in plan().free("es", MONDAY)] == ["Ana", "Ben"]
    assert [one.name for one in plan().free("en", MONDAY)] == ["Ben"]


@pytest.mark.parametrize(
    "moment",
    ["2026-11-23T08:59+01:00", "2026-11-23T18:00+01:00", "2026-11-22T10:00+01:00"],
)
def test_nobody_is_called_out_of_hours(moment: str) -> None:
    assert plan().free("es", at(moment)) == ()


def test_the_days_can_be_chosen() -> None:
    weekend = plan(hours={**HOURS, "days": ["sun"]})
    assert weekend.free("es", at("2026-11-22T10:00+01:00"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": {**HOURS, "from": "18:00", "to": "9:00"}},
        {"hours": {**HOURS, "days": ["lunes"]}},
        {"people": []},
        {"people": [{"name": "Ana", "phone": "600 111 222"}]},
        {"ring_seconds": 0},
    ],
)
def test_a_plan_that_cannot_work_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        plan(**wrong)


def test_a_transfer_with_no_people_and_no_team_is_refused() -> None:
    assert plan(people=[], team="sales").people == ()
    with pytest.raises(ValueError, match="nobody takes the calls"):
        plan(people=[])


@pytest.mark.parametrize(
    "link", ["http://calendar.example/acme", "https://", "calendar", "https://a b"]
)
def test_a_page_to_book_a_time_is_a_safe_address(link: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(BookingLink).validate_python(link)


def test_a_page_to_book_a_time_may_have_a_query() -> None:
    link = "https://calendar.example/acme?from=chat"
    assert TypeAdapter(BookingLink).validate_python(link) == link


def test_a_template_tells_whether_it_says_what_would_have_been_said() -> None:
    sid = "HX" + "7" * 32
    whole = ApprovedTemplate(content_sid=sid, variables={"1": "{name}", "2": "{text}"})
    assert whole.quotes
    assert not ApprovedTemplate(content_sid=sid, variables={"1": "{name}"}).quotes
