"""Who has the demo leads made, and who takes them away? Made once, in processes of their own."""

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from agent.errors import Unavailable
from agent.ports import Clock
from console.demo_data.order import ORDER, Order
from storage.demo import DemoLeads, DemoSet, NotEmpty

ROOT = Path(__file__).parent.parent.parent
SEED = 20
LEADS = 500
PARTS = 2
"""Processes; the same leads come of it on a machine with one core."""
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
        workers: list[Process] = []
        try:
            for part in range(PARTS):
                workers.append(await _started(self._order(seed, leads or LEADS, part)))
            codes = await asyncio.gather(*(worker.wait() for worker in workers))
        finally:
            for worker in workers:
                if worker.returncode is None:
                    worker.kill()
        if any(codes):
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

    async def _make_once(self) -> None:
        """What was begun and not finished is begun anew: whoever made it is not there any more."""
        begun = self._now is not None and self._now.state == "making"
        if begun:
            await self.remove()
        try:
            await self.make(again=begun)
        except NotEmpty:
            return
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


async def _started(order: Order) -> Process:
    """The order goes by standard input: the address of a database may hold a password."""
    worker = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "console.demo_data.worker",
        cwd=ROOT,
        stdin=PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for whoever started it
    )
    if worker.stdin is not None:
        with suppress(ConnectionError):
            worker.stdin.write(ORDER.dump_json(order))
            await worker.stdin.drain()
            worker.stdin.close()
    return worker
