"""console.check_ups: doctor is asked one at a time, and not for ever."""

import asyncio
from collections.abc import Mapping, Sequence

from console.check_ups import CheckUps
from delivery.doctor import Finding, bad, good
from tests.fakes.clock import FakeClock

BAD = bad("token", "it is refused")


async def test_what_was_found_is_kept_with_its_time() -> None:
    clock = FakeClock()

    async def examine() -> Mapping[str, Sequence[Finding]]:
        return {"hubspot": [BAD], "banter": [good("database", "it answers")]}

    ups = CheckUps(examine, clock)
    assert ups.last is None
    made = await ups.make()
    assert ups.last is made
    assert (made.at, made.bad) == (clock.now(), 1)


async def test_whoever_asks_meanwhile_does_not_make_it_twice() -> None:
    clock, asked, go_on = FakeClock(), list[int](), asyncio.Event()

    async def examine() -> Mapping[str, Sequence[Finding]]:
        asked.append(1)
        await go_on.wait()
        clock.pass_by(seconds=1)
        return {}

    ups = CheckUps(examine, clock)
    both = asyncio.gather(ups.make(), ups.make())
    await asyncio.sleep(0)
    go_on.set()
    first, second = await both
    assert first is second
    assert len(asked) == 1


async def test_systems_that_do_not_answer_end_it() -> None:
    async def examine() -> Mapping[str, Sequence[Finding]]:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")

    made = await CheckUps(examine, FakeClock(), patience=0.01).make()
    assert made.bad == 1
    assert "did not answer in time" in made.found["banter"][0].said
