"""What others keep of somebody erased is deleted there, however long it takes."""

from datetime import timedelta

import pytest

from agent.erasing import BACK_OFF, Erasing, Kept, KeptKind, ListKind
from tests.fakes.clock import FakeClock
from tests.fakes.eraser import FakeEraser

SID = "SM" + "a" * 32


class Notes:
    """agent.erasing.Erasures in memory."""

    def __init__(self, kind: KeptKind = "message") -> None:
        self.kept: Kept | None = Kept(kind, SID)
        self.errors: list[str] = []

    async def left(self, sid: str) -> Kept | None:
        return self.kept if self.kept is not None and self.kept.sid == sid else None

    async def done(self, sid: str) -> None:
        assert self.kept is not None
        assert self.kept.sid == sid
        self.kept = None

    async def failed(self, sid: str, why: str) -> None:
        assert self.kept is not None
        self.kept = Kept(self.kept.kind, sid, self.kept.tries + 1)
        self.errors.append(why)


@pytest.mark.parametrize("kind", ["message", "call", "recording"])
async def test_what_is_deleted_is_forgotten(kind: KeptKind) -> None:
    notes, twilio = Notes(kind), FakeEraser()
    erasing = Erasing(notes, twilio, FakeClock())
    assert await erasing.erase(SID) is None
    assert twilio.deleted == [(kind, SID)]
    assert await erasing.erase(SID) is None
    assert twilio.deleted == [(kind, SID)]


async def test_it_is_tried_ever_more_seldom_but_never_given_up() -> None:
    notes, twilio, clock = Notes(), FakeEraser(down_after=0), FakeClock()
    erasing = Erasing(notes, twilio, clock)
    pauses = []
    for _ in range(40):
        again = await erasing.erase(SID)
        assert again is not None
        pauses.append(again - clock.now())
    assert pauses[: len(BACK_OFF)] == list(BACK_OFF)
    assert set(pauses[len(BACK_OFF) :]) == {timedelta(days=1)}
    assert notes.errors == ["Twilio does not answer"] * 40
    twilio.down_after = None
    assert await erasing.erase(SID) is None
    assert notes.kept is None


async def test_without_twilio_it_waits_until_it_is_configured() -> None:
    notes = Notes()
    assert await Erasing(notes, None, FakeClock()).erase(SID) is not None
    assert "TWILIO_ACCOUNT_SID" in notes.errors[0]
    assert await Erasing(notes, FakeEraser(), FakeClock()).erase(SID) is None


class Lists:
    """agent.erasing.Forgetting."""

    def __init__(self) -> None:
        self.forgotten: list[tuple[str, str]] = []

    async def forget(self, system: ListKind, member: str) -> None:
        self.forgotten.append((system, member))


@pytest.mark.parametrize("system", ["mailchimp", "constant_contact"])
async def test_lists_forget_their_members_and_twilio_is_not_asked(system: ListKind) -> None:
    notes, twilio, lists = Notes(system), FakeEraser(), Lists()
    assert await Erasing(notes, twilio, FakeClock(), lists).erase(SID) is None
    assert (lists.forgotten, twilio.deleted) == ([(system, SID)], [])
    assert notes.kept is None


async def test_a_list_that_is_not_configured_any_more_is_waited_for() -> None:
    notes, clock = Notes("mailchimp"), FakeClock()
    assert await Erasing(notes, FakeEraser(), clock).erase(SID) == clock.now() + BACK_OFF[0]
    assert notes.errors == ["mailchimp is not configured"]
