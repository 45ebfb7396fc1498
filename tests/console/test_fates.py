"""What a salesperson reads below a message that goes to a phone."""

from typing import get_args

import pytest

from agent.permission import Rule
from agent.texting import TextState
from console.fates import RULES, STATES, Fate, fate_of
from storage.leads import SentText
from tests.builders import NOW

SENDING = {"allowed", "answer", "colleague", "confirmation"}


def part(state: str, code: int | None = None, why: str | None = None) -> SentText:
    """One part of a message."""
    return SentText("m1", state, code, why, NOW if state == "waiting" else None)


def test_every_state_and_every_refusal_has_words() -> None:
    assert set(STATES) == set(get_args(TextState))
    assert set(RULES) == set(get_args(Rule)) - SENDING


def test_what_goes_to_no_phone_has_no_fate() -> None:
    assert fate_of([]) is None


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([part("delivered"), part("read")], Fate("delivered", "Delivered (1 of 2 parts)")),
        ([part("delivered"), part("delivered")], Fate("delivered", "Delivered")),
        ([part("sent")], Fate("queued", "Sent")),
        (
            [part("delivered"), part("undelivered", 30006)],
            Fate(
                "failed",
                "Not delivered (1 of 2 parts)",
                "it is a landline, or their carrier could not be reached",
            ),
        ),
        ([part("denied", why="stopped")], Fate("failed", "Not sent", RULES["stopped"])),
        (
            [part("waiting", why="quiet_hours")],
            Fate("retrying", "Waiting", RULES["quiet_hours"], NOW),
        ),
        ([part("unknown", why="no answer")], Fate("retrying", STATES["unknown"][1], "no answer")),
        ([part("failed", 12345, "Odd")], Fate("failed", "Not sent", "Twilio says Odd (12345)")),
        ([part("failed", 12345)], Fate("failed", "Not sent", "Twilio's error 12345")),
        ([part("failed")], Fate("failed", "Not sent")),
        ([part("sent", why="an older trouble")], Fate("queued", "Sent")),
    ],
)
def test_a_message_is_as_well_off_as_its_worst_part(parts: list[SentText], shown: Fate) -> None:
    assert fate_of(parts) == shown


@pytest.mark.parametrize("code", [21610, 30003, 30034, 63016])
def test_known_errors_are_explained_without_a_number(code: int) -> None:
    fate = fate_of([part("failed", code, "Twilio's own words")])
    assert fate is not None
    assert fate.why
    assert "Twilio" not in fate.why
