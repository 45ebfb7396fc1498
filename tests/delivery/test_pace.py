"""Calls are spread out, few at a time, and stop while a system asks for a pause."""

import asyncio
from datetime import timedelta

from delivery.pace import Gate
from delivery.system import Pace
from tests.fakes.clock import FakeClock


def gate(pace: Pace, clock: FakeClock) -> Gate:
    """Whose pauses move the clock."""

    async def sleep(seconds: float) -> None:
        clock.pass_by(seconds=seconds)

    return Gate(pace, clock, sleep)


async def passes(through: Gate, times: int) -> None:
    """Go through, one after the other."""
    for _ in range(times):
        async with through.turn():
            pass


async def test_calls_are_spread_out() -> None:
    clock = FakeClock()
    began, through = clock.now(), gate(Pace(per_second=5, at_once=1), clock)
    await passes(through, 11)
    assert clock.now() - began == timedelta(seconds=2)


async def test_after_a_rest_some_may_follow_one_another() -> None:
    clock = FakeClock()
    began, through = clock.now(), gate(Pace(per_second=5, at_once=1, burst=5), clock)
    await passes(through, 5)
    assert clock.now() == began
    await passes(through, 5)
    assert clock.now() - began == timedelta(seconds=1)
    clock.pass_by(seconds=60)
    rested = clock.now()
    await passes(through, 5)
    assert clock.now() == rested


async def test_only_so_many_are_under_way() -> None:
    clock, busy, most = FakeClock(), 0, 0
    through = gate(Pace(per_second=1000, at_once=3, burst=100), clock)

    async def call() -> None:
        nonlocal busy, most
        async with through.turn():
            busy += 1
            most = max(most, busy)
            await asyncio.sleep(0)
            busy -= 1

    await asyncio.gather(*[call() for _ in range(20)])
    assert most == 3


async def test_a_clock_that_is_set_back_stops_nobody() -> None:
    clock = FakeClock()
    through = gate(Pace(per_second=5, at_once=1), clock)
    await passes(through, 3)
    clock.pass_by(hours=-2)
    began = clock.now()
    await passes(through, 3)
    assert clock.now() - began < timedelta(seconds=2)


def test_it_is_closed_until_the_longest_pause_that_was_asked_for() -> None:
    clock = FakeClock()
    through = gate(Pace(per_second=5, at_once=1), clock)
    assert through.closed_until() is None
    later = clock.now() + timedelta(minutes=5)
    through.close(later)
    through.close(clock.now() + timedelta(minutes=1))
    assert through.closed_until() == later
    clock.pass_by(minutes=5)
    assert through.closed_until() is None
