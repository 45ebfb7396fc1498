"""Listeners hear what happens in their conversation, in order, and are told when they lost some."""

import asyncio
from itertools import islice

from agent.happenings import QUEUE_LIMIT, Lagged, Listeners, Partial, Typing
from tests.agent.rig import taken


async def test_every_listener_of_a_conversation_hears_everything_in_order() -> None:
    listeners = Listeners()
    with listeners.listen("a") as one, listeners.listen("a") as two, listeners.listen("b") as other:
        listeners.publish("a", [Typing(True), Partial("m", "Hi.", 0), Typing(False)])
        listeners.publish("b", [Typing(True)])
        expected = [Typing(True), Partial("m", "Hi.", 0), Typing(False)]
        assert await taken(one, 3) == await taken(two, 3) == expected
        assert await taken(other, 1) == [Typing(True)]


async def test_a_listener_that_waits_is_woken() -> None:
    listeners = Listeners()
    with listeners.listen("a") as one:
        waiting = asyncio.ensure_future(taken(one, 2))
        await asyncio.sleep(0)
        listeners.publish("a", [Typing(True), Typing(False)])
        assert await waiting == [Typing(True), Typing(False)]


async def test_who_stopped_listening_is_forgotten() -> None:
    listeners = Listeners()
    with listeners.listen("a"):
        with listeners.listen("a"):
            assert len(listeners) == 2
        assert (len(listeners), listeners.anybody("a")) == (1, True)
        assert listeners.conversations() == ("a",)
    assert (len(listeners), listeners.anybody("a"), listeners.conversations()) == (0, False, ())
    listeners.publish("a", [Typing(True)])


async def test_a_listener_that_does_not_keep_up_is_told_so_instead_of_growing() -> None:
    listeners = Listeners()
    flood = [Partial("m", str(index), index) for index in range(QUEUE_LIMIT + 3)]
    with listeners.listen("a") as slow:
        listeners.publish("a", flood)
        listeners.publish("a", [Typing(False)])
        expected = [Lagged(), *islice(flood, QUEUE_LIMIT + 1, None), Typing(False)]
        assert await taken(slow, len(expected)) == expected


async def test_a_listener_that_just_keeps_up_loses_nothing() -> None:
    listeners = Listeners()
    flood = [Partial("m", str(index), index) for index in range(QUEUE_LIMIT)]
    with listeners.listen("a") as slow:
        listeners.publish("a", flood)
        assert await taken(slow, QUEUE_LIMIT) == flood
