"""A text is sent when it is its turn, and looked for when nobody knows where it is."""

from datetime import datetime, timedelta

import pytest

from agent.texting import (
    Accepted,
    Lost,
    Missing,
    Note,
    Refused,
    Report,
    SendOutcome,
    Text,
    Unclear,
)
from channels.texting import TextSender
from tests.fakes.clock import FakeClock
from tests.fakes.texter import FakeTexter

TEXT = Text("m1.0", "c1", "sms", "+34600111222", "+34911222333", "Hello", "reply", 1)
SOON = timedelta(seconds=20)


class Kept:
    """agent.texting.Texts that hands out one thing and keeps what it is told."""

    def __init__(self, given: Text | Lost | datetime | None) -> None:
        self.given = given
        self.recorded: list[SendOutcome | Missing] = []

    async def take(self, text: str, now: datetime) -> Text | Lost | datetime | None:  # noqa: ARG002
        return self.given

    async def record(
        self,
        text: Text,
        outcome: SendOutcome | Missing,
        now: datetime,
    ) -> datetime | None:
        assert text == TEXT
        self.recorded.append(outcome)
        return now + SOON

    async def report(self, report: Report, now: datetime) -> bool:
        raise NotImplementedError

    async def tell(self, note: Note, now: datetime) -> None:
        raise NotImplementedError


@pytest.fixture
def texter() -> FakeTexter:
    """Twilio, which accepts."""
    return FakeTexter()


@pytest.fixture
def clock() -> FakeClock:
    """The time."""
    return FakeClock()


async def test_what_may_go_out_is_sent_and_its_outcome_recorded(
    texter: FakeTexter, clock: FakeClock
) -> None:
    kept = Kept(TEXT)
    assert await TextSender(kept, texter, clock).send(TEXT.id) == clock.now() + SOON
    assert texter.sent == [TEXT]
    assert kept.recorded == [Accepted(f"SM{0:032x}", "queued")]


@pytest.mark.parametrize("answer", [None, datetime.fromisoformat("2026-03-03T08:00:00+00:00")])
async def test_what_may_not_is_left(
    texter: FakeTexter, clock: FakeClock, answer: datetime | None
) -> None:
    kept = Kept(answer)
    assert await TextSender(kept, texter, clock).send(TEXT.id) == answer
    assert (texter.sent, kept.recorded) == ([], [])


async def test_a_lost_one_is_looked_for_and_not_sent(texter: FakeTexter, clock: FakeClock) -> None:
    kept = Kept(Lost(TEXT, clock.now() - SOON))
    sender = TextSender(kept, texter, clock)
    await sender.send(TEXT.id)
    texter.went_out["SM9"] = TEXT
    await sender.send(TEXT.id)
    texter.away = True
    await sender.send(TEXT.id)
    unclear = Unclear("the list cannot be had now")
    assert kept.recorded == [Missing(), Accepted("SM9", "sent"), unclear]
    assert texter.looked_since == [clock.now() - SOON] * 3
    assert texter.sent == []


async def test_without_an_account_nothing_goes_out_and_it_says_what_to_set(
    clock: FakeClock,
) -> None:
    kept = Kept(TEXT)
    await TextSender(kept, None, clock).send(TEXT.id)
    kept.given = Lost(TEXT, clock.now())
    await TextSender(kept, None, clock).send(TEXT.id)
    refused, unclear = kept.recorded
    assert isinstance(refused, Refused)
    assert isinstance(unclear, Unclear)
    assert "TWILIO_ACCOUNT_SID" in refused.why
    assert "TWILIO_ACCOUNT_SID" in unclear.why
