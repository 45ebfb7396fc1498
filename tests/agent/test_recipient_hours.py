"""Nobody is written to unasked at an hour that is not lawful where their number is from."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.recipient_hours import next_opening, opening

MADRID, CANARIES = "Europe/Madrid", "Atlantic/Canary"
SPANISH, BRITISH, MEXICAN = "+34600111222", "+442079460123", "+525512345678"
NEW_YORK, FLORIDA, ALABAMA = "+12125551234", "+13055551234", "+12055551234"
TEXAS, RHODE_ISLAND, TOLL_FREE = "+15125551234", "+14015551234", "+18005551212"
NUMBERS = [
    SPANISH,
    BRITISH,
    MEXICAN,
    NEW_YORK,
    FLORIDA,
    ALABAMA,
    TEXAS,
    RHODE_ISLAND,
    TOLL_FREE,
    "+999123",
]


def local(text: str, zone: str) -> datetime:
    """A moment as the clocks there show it."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("number", "zone", "first", "last"),
    [
        (BRITISH, "Europe/London", "08:00", "20:59"),
        (MEXICAN, "America/Mexico_City", "08:00", "20:59"),
        (NEW_YORK, "America/New_York", "08:00", "20:59"),
        (FLORIDA, "America/New_York", "08:00", "19:59"),
        (ALABAMA, "America/Chicago", "08:00", "19:59"),
        (TEXAS, "America/Chicago", "09:00", "20:59"),
        (RHODE_ISLAND, "America/New_York", "09:00", "17:59"),
    ],
)
def test_the_hours_are_the_recipients(number: str, zone: str, first: str, last: str) -> None:
    opens, closes = local(f"2026-03-04T{first}", zone), local(f"2026-03-04T{last}", zone)
    minute = timedelta(minutes=1)
    assert opening(number, opens - minute) == opens
    assert opening(number, opens) == opens
    assert opening(number, closes) == closes
    assert opening(number, closes + minute) == opens + timedelta(days=1)


@pytest.mark.parametrize(
    ("number", "zone", "then"),
    [
        (ALABAMA, "America/Chicago", "2026-03-02T08:00"),
        (TEXAS, "America/Chicago", "2026-03-01T12:00"),
        (NEW_YORK, "America/New_York", "2026-03-01T10:30"),
        (RHODE_ISLAND, "America/New_York", "2026-03-02T09:00"),
    ],
)
def test_some_states_keep_sundays_free(number: str, zone: str, then: str) -> None:
    assert opening(number, local("2026-03-01T10:30", zone)) == local(then, zone)


def test_a_saturday_may_have_hours_of_its_own() -> None:
    zone = "America/New_York"
    evening = local("2026-02-28T17:00", zone)
    assert opening(RHODE_ISLAND, evening) == local("2026-03-02T09:00", zone)
    assert opening(RHODE_ISLAND, local("2026-02-28T09:30", zone)) == local("2026-02-28T10:00", zone)


def test_spain_is_written_to_on_weekdays_when_it_is_lawful_in_both_its_zones() -> None:
    assert opening(SPANISH, local("2026-03-04T09:30", MADRID)) == local(
        "2026-03-04T09:00", CANARIES
    )
    nine = local("2026-03-04T21:00", MADRID)
    assert opening(SPANISH, nine - timedelta(minutes=1)) == nine - timedelta(minutes=1)
    assert opening(SPANISH, nine) == local("2026-03-05T09:00", CANARIES)
    friday = local("2026-03-06T21:30", MADRID)
    assert opening(SPANISH, friday) == local("2026-03-09T09:00", CANARIES)


def test_a_number_of_no_place_is_written_to_when_it_is_lawful_in_all_of_its_zones() -> None:
    moment = opening(TOLL_FREE, local("2026-03-04T00:00", "America/New_York"))
    assert moment is not None
    for zone in ("America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "Pacific/Guam"):
        assert 8 <= moment.astimezone(ZoneInfo(zone)).hour < 20
        assert moment.astimezone(ZoneInfo(zone)).weekday() < 6


@pytest.mark.parametrize("number", ["+999123", "nonsense", "+"])
def test_what_is_no_number_has_hours_all_the_same(number: str) -> None:
    night = datetime(2026, 3, 4, 3, tzinfo=UTC)
    assert opening(number, night) == night.replace(hour=8)


def test_hours_that_never_meet_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    zones = ("Pacific/Kiritimati", "Pacific/Pago_Pago")  # a day and an hour apart
    monkeypatch.setattr("agent.recipient_hours.time_zones_for_number", lambda _: zones)
    monkeypatch.setattr("agent.recipient_hours.EVERYWHERE", ((8, 9), *[None] * 6))
    assert opening(BRITISH, datetime(2026, 3, 4, tzinfo=UTC)) is None
    assert next_opening(BRITISH, datetime(2026, 3, 4, tzinfo=UTC)) is None


def test_the_next_hours_are_those_after_the_present_ones() -> None:
    zone = "America/New_York"
    noon = local("2026-03-04T12:00", zone)
    assert next_opening(NEW_YORK, noon) == local("2026-03-05T08:00", zone)
    assert next_opening(NEW_YORK, local("2026-03-04T23:00", zone)) == local(
        "2026-03-05T08:00", zone
    )
    assert next_opening(SPANISH, local("2026-03-06T12:00", MADRID)) == local(
        "2026-03-09T09:00", CANARIES
    )


@given(
    st.sampled_from(NUMBERS),
    st.integers(0, 2 * 365 * 24 * 60),
)
def test_an_opening_is_lawful_and_never_earlier(number: str, minutes: int) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    opens = opening(number, at)
    assert opens is not None
    assert at <= opens <= at + timedelta(days=6)
    assert opening(number, opens) == opens
    following = next_opening(number, at)
    assert following is not None
    assert following > at
    assert opening(number, following) == following
