"""Who makes the demo leads? Processes of their own, which get ready before they have an order."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from console.demo_data.order import ORDER, Order

ROOT = Path(__file__).parent.parent.parent
PARTS = 2
"""Processes; the same leads come of it on a machine with one core."""


class Crew:
    """A process for each part. Whoever waits for an order ends when we do: nobody can give it."""

    def __init__(self) -> None:
        self._processes: list[Process] = []

    async def gather(self) -> None:
        """Have them get ready, unless they are."""
        while len(self._processes) < PARTS:
            self._processes.append(await _started())

    async def make(self, orders: Sequence[Order]) -> bool:
        """Whether all of them did their part; nobody is left afterwards."""
        try:
            await self.gather()
            for process, order in zip(self._processes, orders, strict=True):
                await _ordered(process, order)
            codes = await asyncio.gather(*(one.wait() for one in self._processes))
        finally:
            await self.dismiss()
        return not any(codes)

    async def dismiss(self) -> None:
        """Nobody is needed any more."""
        dismissed, self._processes = self._processes, []
        for one in dismissed:
            if one.returncode is None:
                one.kill()
            await one.wait()


async def _started() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "console.demo_data.worker",
        cwd=ROOT,
        stdin=PIPE,
        stdout=asyncio.subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for whoever started it
    )


async def _ordered(process: Process, order: Order) -> None:
    """The order goes by standard input: the address of a database may hold a password."""
    if process.stdin is not None:
        with suppress(ConnectionError):
            process.stdin.write(ORDER.dump_json(order))
            await process.stdin.drain()
            process.stdin.close()
