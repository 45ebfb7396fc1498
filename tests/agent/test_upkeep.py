"""The sweep and the feed go on whatever happens."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from agent import upkeep
from agent.conductor import BURST
from agent.errors import Unavailable
from agent.happenings import Listener, Said
from agent.messages import Message
from agent.upkeep import SETTLED, TEXTS_SETTLED, Fresh, keep_feeding, keep_sweeping
from channels.sms import LONGEST
from tests.agent.rig import Rig


@pytest.fixture(autouse=True)
def _without_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "EVERY", timedelta(0))


def test_a_burst_is_over_before_the_sweep_takes_it_for_abandoned() -> None:
    assert timedelta(seconds=BURST) < SETTLED
    assert timedelta(seconds=LONGEST) < SETTLED + TEXTS_SETTLED


async def test_what_was_left_is_taken_up_at_once_after_a_start() -> None:
    rig = Rig()
    conversation = await rig.open()
    await rig.hear(conversation, "perdemos clientes")
    with rig.conductor.listen(conversation) as listener:
        sweeping = asyncio.ensure_future(keep_sweeping(rig.conductor))
        said = await _first_said(listener)
        sweeping.cancel()
    assert rig.said(conversation) == [said.text]


async def test_a_database_that_is_away_and_a_mistake_stop_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rig = Rig()
    looks: list[Exception | None] = [Unavailable("away"), RuntimeError("a mistake"), None]
    done = asyncio.Event()

    async def fresh() -> Sequence[Fresh]:
        if not looks:
            done.set()
            return ()
        if (trouble := looks.pop(0)) is not None:
            raise trouble
        return ()

    feeding = asyncio.ensure_future(keep_feeding(fresh, rig.conductor))
    await done.wait()
    feeding.cancel()
    assert "away" in caplog.text
    assert "a mistake" in caplog.text


async def test_messages_of_other_processes_reach_who_listens() -> None:
    rig = Rig()
    conversation = await rig.open()
    message = Message("m", 9, "person", "hola", rig.clock.now())

    class One:
        def __init__(self) -> None:
            self.conversation = conversation
            self.message = message

    once: list[Fresh] = [One()]

    async def fresh() -> Sequence[Fresh]:
        return [once.pop()] if once else ()

    with rig.conductor.listen(conversation) as listener:
        feeding = asyncio.ensure_future(keep_feeding(fresh, rig.conductor))
        heard = await anext(listener)
        feeding.cancel()
    assert getattr(heard, "message", None) == message


async def _first_said(listener: Listener) -> Message:
    async for happening in listener:
        if isinstance(happening, Said):
            return happening.message
    raise AssertionError("a listener never ends")
