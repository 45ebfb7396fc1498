"""agent.ways: whether a text can reach somebody after long, and from when on."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.dialogue import Dialogue
from agent.messages import Channel, Message
from agent.ports import Claim
from agent.ways import way_to
from qualification.script import Script
from tests.agent.readings import NOON
from tests.agent.scripts import crm

SPAIN = "+34600111222"
APPROVED = {"content_sid": "HX" + "0" * 32}
QUOTING = {**APPROVED, "variables": {"1": "{text}"}}
LONG_AGO = NOON - timedelta(days=90)


def claim(
    channel: Channel, script: Script | None = None, *, wrote: datetime = LONG_AGO, to: str = SPAIN
) -> Claim:
    """Somebody who wrote once, in Spanish."""
    return Claim(
        conversation="c",
        token=1,
        channel=channel,
        address=to,
        source=None,
        script=script or crm(),
        script_version="v",
        dialogue=Dialogue("es"),
        unread=(),
        transcript=(Message("m", 1, "prospect", "hola", wrote),),
        inbound_seq=1,
        handover=None,
    )


def test_by_sms_they_are_reached_in_their_hours() -> None:
    assert way_to(claim("sms"), "requalify", NOON) == NOON
    saturday = datetime(2026, 11, 28, 12, tzinfo=UTC)
    assert way_to(claim("sms"), "requalify", saturday) == datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.mark.parametrize("channel", ["chat", "terminal", "voice"])
def test_a_page_that_is_closed_and_a_call_that_is_over_reach_nobody(channel: Channel) -> None:
    assert way_to(claim(channel), "take_up_again", NOON) is None


def test_other_reminders_do_not_ask_for_a_way() -> None:
    assert way_to(claim("sms"), "nudge", NOON) is None


@pytest.mark.parametrize(
    ("templates", "why", "reached"),
    [
        ({}, "requalify", False),
        ({"requalify": {"es": APPROVED, "en": APPROVED}}, "requalify", True),
        ({"requalify": {"es": APPROVED, "en": APPROVED}}, "take_up_again", False),
        ({"nudge": {"es": APPROVED, "en": APPROVED}}, "requalify", False),
        ({"nudge": {"es": QUOTING, "en": QUOTING}}, "requalify", True),
    ],
)
def test_whatsapp_takes_a_template_only(templates: Any, why: Any, reached: bool) -> None:
    found = way_to(claim("whatsapp", crm(templates=templates)), why, NOON)
    assert found == (NOON if reached else None)


def test_within_its_window_whatsapp_needs_none() -> None:
    just = NOON - timedelta(hours=2)
    assert way_to(claim("whatsapp", wrote=just), "take_up_again", NOON) == NOON
    assert way_to(claim("whatsapp", wrote=NOON - timedelta(hours=24)), "requalify", NOON) is None
