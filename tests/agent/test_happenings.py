"""Listeners hear what happens in their conversation, in order, and are told when they lost some."""

import asyncio
from datetime import UTC, datetime
from itertools import islice

from agent.happenings import (
    QUEUE_LIMIT,
    Happening,
    Lagged,
    Listeners,
    Partial,
    Said,
    Typing,
    Writing,
)
from agent.messages import Message
from tests.agent.rig import taken

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


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


class TestInTheMiddleOfAMessage:
    async def test_whoever_comes_hears_its_beginning_first(self) -> None:
        listeners = Listeners()
        began: list[Happening] = [
            Typing(True),
            Partial("m", "One.", 0),
            Partial("m", "Two.", 1),
        ]
        listeners.publish("a", began)
        with listeners.listen("a") as late:
            listeners.publish("a", [Partial("m", "Three.", 2)])
            assert await taken(late, 4) == [*began, Partial("m", "Three.", 2)]

    async def test_of_a_reading_that_began_anew_only_the_newest_is_told(self) -> None:
        listeners = Listeners()
        listeners.publish("a", [Typing(True), Partial("m", "Old.", 0), Partial("n", "New.", 0)])
        with listeners.listen("a") as late:
            assert await taken(late, 2) == [Typing(True), Partial("n", "New.", 0)]

    async def test_a_message_that_is_on_record_is_not_told_in_parts(self) -> None:
        listeners = Listeners()
        said = Said(Message("m", 2, "agent", "One.", NOW))
        listeners.publish("a", [Typing(True), Partial("m", "One.", 0), said])
        with listeners.listen("a") as late:
            listeners.publish("a", [Typing(False)])
            assert await taken(late, 2) == [Typing(True), Typing(False)]

    async def test_afterwards_nothing_is_remembered(self) -> None:
        listeners = Listeners()
        listeners.publish("a", [Typing(True), Partial("m", "One.", 0), Typing(False)])
        with listeners.listen("a") as late:
            listeners.publish("a", [Writing(True)])
            assert await taken(late, 1) == [Writing(True)]
