"""How are very many leads decided again, while prospects are served? By processes of their own."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path

from console.replay_worker import CHANGES, WORK, Work
from qualification.analytics.what_if import Change
from storage.looking_back import PastLead
from storage.replays import Alone, Crew, Written

ROOT = Path(__file__).parent.parent
FEW = 2_000
"""Leads that are decided here in less time than it takes to start a process."""
LONGEST = 1 << 26
"""Bytes of an answer: a page of leads whose every rule changed is far shorter."""
DRAFT = "the draft"


class WorkerDied(Exception):
    """A process that decided leads has ended: replay again, with memory to spare."""


class Processes:
    """storage.replays.Hands: as many processes as there are cores, or none for few leads."""

    def __init__(self, cores: int | None = None) -> None:
        self._cores = cores or os.cpu_count() or 1

    @asynccontextmanager
    async def crew(self, leads: int) -> AsyncIterator[Crew]:
        """A crew for so many leads; its processes end with the block."""
        if leads <= FEW:
            yield Alone()
            return
        workers = [await _started() for _ in range(self._cores)]
        try:
            yield Workers(workers)
        finally:
            for worker in workers:
                if worker.returncode is None:
                    worker.kill()
            await asyncio.gather(*(worker.wait() for worker in workers))


class Workers:
    """Workers, each with one page at a time."""

    def __init__(self, workers: Sequence[Process]) -> None:
        self._free: asyncio.Queue[Process] = asyncio.Queue()
        self._seen: dict[int, set[str]] = {worker.pid: set() for worker in workers}
        for worker in workers:
            self._free.put_nowait(worker)

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes."""
        return tuple(self._seen)

    async def changes(
        self, draft: Written, own: Mapping[str, Written], page: Sequence[PastLead], at: datetime
    ) -> Sequence[Change | None]:
        """What the draft changes; raises WorkerDied."""
        worker = await self._free.get()
        seen = self._seen[worker.pid]
        texts = {DRAFT: draft.text} | {name: one.text for name, one in own.items()}
        new = {name: text for name, text in texts.items() if name not in seen}
        work = Work(DRAFT, at, new, tuple(page))
        answer = await _asked(worker, WORK.dump_json(work) + b"\n")
        seen |= new.keys()
        self._free.put_nowait(worker)  # not if it failed: an answer may still be on its way
        return CHANGES.validate_json(answer)


async def _started() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "console.replay_worker",
        cwd=ROOT,
        stdin=PIPE,
        stdout=PIPE,
        limit=LONGEST,
        start_new_session=True,  # Ctrl-C is for whoever started it
    )


async def _asked(worker: Process, line: bytes) -> bytes:
    answer = b""
    if worker.stdin is not None and worker.stdout is not None:
        with suppress(ConnectionError):
            worker.stdin.write(line)
            await worker.stdin.drain()
            answer = await worker.stdout.readline()
    if not answer.endswith(b"\n"):
        raise WorkerDied("a process that decided leads has ended")
    return answer
