"""Who has the demo leads made, and who takes them away? Made once, in processes of their own."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from agent.errors import Unavailable
from agent.ports import Clock
from console.demo_data.crew import PARTS, Crew
from console.demo_data.order import Order
from storage.demo import DemoLeads, DemoSet, NotEmpty

SEED = 20
LEADS = 500
LOOKS = 20.0
"""Seconds after which to look whether another process has made or removed them."""

_LOG = logging.getLogger(__name__)


class DemoFailed(Exception):
    """The demo leads could not be made: nothing of them is left; the log says why."""


class NoScripts(DemoFailed):
    """None of the sample scripts is published, so there was nothing to talk about."""


class DemoDesk:
    """Makes and removes the demo leads, and knows whether there are any."""

    def __init__(self, leads: DemoLeads, url: str, address: str, clock: Clock) -> None:
        """`url`: of the database; `address`: of the console, which hand-overs link to."""
        self._leads = leads
        self._url = url
        self._address = address
        self._clock = clock
        self._now: DemoSet | None = None
        self._crew = Crew()

    @property
    def shown(self) -> bool:
        """Whether some of the leads are made up: as of the last look."""
        return self._now is not None and self._now.shown

    async def look(self) -> DemoSet | None:
        """How it stands."""
        self._now = await self._leads.get()
        return self._now

    async def make(
        self, seed: int = SEED, leads: int | None = None, *, again: bool = False
    ) -> DemoSet:
        """Have them made, and wait for it. Raises NotEmpty and DemoFailed."""
        await self._leads.begin(seed, self._clock.now(), again=again)
        await self.look()
        orders = [self._order(seed, leads or LEADS, part) for part in range(PARTS)]
        if not await self._crew.make(orders):
            await self.remove()
            raise DemoFailed
        await self._leads.finish(self._clock.now())
        made = await self.look()
        if made is None:
            raise DemoFailed
        if not made.leads:
            await self.remove()
            raise NoScripts
        return made

    async def remove(self) -> int:
        """Take all of them away; how many there were."""
        removed = await self._leads.remove(self._clock.now())
        await self.look()
        return removed

    async def expect(self) -> None:
        """They are about to be made, unless they were before: whoever makes them gets ready while
        the server starts.
        """
        if await self.look() is None:
            await self._crew.gather()

    @asynccontextmanager
    async def kept(self, *, make: bool) -> AsyncIterator[None]:
        """While the block runs: made if there are no leads at all, and looked at now and then."""
        await self.look()
        tasks = [asyncio.create_task(self._keep_looking())]
        if make:
            tasks.append(asyncio.create_task(self._make_once()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._crew.dismiss()

    async def _make_once(self) -> None:
        """What was begun and not finished is begun anew: whoever made it is not there any more."""
        begun = self._now is not None and self._now.state == "making"
        if begun:
            await self.remove()
        try:
            await self.make(again=begun)
        except NotEmpty:
            await self._crew.dismiss()
        except (DemoFailed, Unavailable):
            _LOG.error("The demo leads could not be made: `python app.py demo make` tries again")

    async def _keep_looking(self) -> None:
        while True:
            await asyncio.sleep(LOOKS)
            with suppress(Unavailable):
                await self.look()

    def _order(self, seed: int, leads: int, part: int) -> Order:
        until = self._clock.now()
        return Order(self._url, seed, leads, part, PARTS, until, self._address)
