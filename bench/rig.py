"""What does a run of turns cost? One server on one database, beside one model stub."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bench.driver import Http, Tally, Target, drive, prospect
from bench.processes import cpu_seconds, free_port, listening, run, running

STUB = "bench.model_stub"
LATENCY = 0.05
_YARDSTICK_ROUNDS = 60_000


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run came to; the model's share counts where the stub was asked."""

    name: str
    at_once: int
    tally: Tally
    cpu: float
    """Milliseconds of the bot's own processor time a turn."""
    database_cpu: float | None
    """The same of a database that is another process."""
    calls: float
    prompt_bytes: float
    stable: float
    """The share of a prompt that begins like the one before it in the same conversation."""
    yardstick: float
    """Milliseconds that a fixed piece of Python took beside it: more on a busy machine."""

    @property
    def good(self) -> bool:
        """Every conversation that was finished ended qualified, and each turn asked the model."""
        return not self.tally.errors and set(self.tally.endings) <= {"qualified"}


@dataclass(frozen=True, slots=True)
class Bot:
    """A running bot: whom to ask, and whose processor time counts."""

    process: int
    stub: int
    """The port of the model that it asks."""
    database: int | None = None

    async def measure(
        self,
        target: Target,
        *,
        at_once: int,
        seconds: float | None = None,
        conversations: int | None = None,
        texts: Callable[[], Sequence[str]] = prospect,
        idle: float = 0.0,
    ) -> Figures:
        """One run. `idle`: processor seconds a second that are not the turns' own."""
        stub = await Http.open(self.stub)
        await stub.post("/_reset", {})
        own, other = cpu_seconds(self.process), self._database_seconds()
        tally = await drive(
            target, at_once=at_once, seconds=seconds, conversations=conversations, texts=texts
        )
        own = cpu_seconds(self.process) - own - idle * tally.elapsed
        target.close()
        other = self._database_seconds() - other
        stats = await stub.post("/_stats", {})
        stub.close()
        turns = max(1, tally.turns)
        return Figures(
            name=target.name,
            at_once=at_once,
            tally=tally,
            cpu=1000 * own / turns,
            database_cpu=1000 * other / turns if self.database is not None else None,
            calls=stats["calls"] / turns,
            prompt_bytes=stats["prompt_bytes"] / max(1, stats["calls"]),
            stable=stats["shared_bytes"] / max(1, stats["message_bytes"]),
            yardstick=yardstick(),
        )

    async def idle(self, seconds: float) -> float:
        """Processor seconds a second with nothing to do."""
        before = cpu_seconds(self.process)
        await asyncio.sleep(seconds)
        return (cpu_seconds(self.process) - before) / seconds

    def _database_seconds(self) -> float:
        return 0.0 if self.database is None else cpu_seconds(self.database)


@asynccontextmanager
async def stub_running(port: int | None = None, latency: float = LATENCY) -> AsyncIterator[int]:
    """A model stub; its port."""
    chosen = port or free_port()
    with running("-m", STUB, "--port", str(chosen), "--latency", str(latency), environment={}):
        await listening(chosen)
        yield chosen


@asynccontextmanager
async def server_running(
    url: str,
    stub: int,
    database: int | None = None,
    scripts: Sequence[str] = (),
    more: Mapping[str, str] = MappingProxyType({}),
    teams: Path | None = None,
) -> AsyncIterator[tuple[Bot, int]]:
    """Our server on a fresh database, with scripts published beside its own, and `teams`; and its
    port. `more`: settings; an empty one is left out.
    """
    port = free_port()
    given = {
        "DATABASE_URL": url,
        "PORT": str(port),
        "SECRET_KEY": "for-measuring-on-this-machine-only!",
        "OPENAI_API_KEY": "none",
        "OPENAI_BASE_URL": f"http://127.0.0.1:{stub}/v1",
        "LOG_LEVEL": "WARNING",
        **more,
    }
    settings = {name: value for name, value in given.items() if value}
    run("app.py", "migrate", environment=settings)
    for script in scripts:
        run("app.py", "scripts", "publish", script, environment=settings)
    if teams is not None:
        run("app.py", "teams", "publish", str(teams), environment=settings)
    with running("app.py", "serve", environment=settings) as process:
        await listening(port)
        yield Bot(process, stub, database), port


def yardstick() -> float:
    """Milliseconds of processor time for a fixed piece of work, now."""
    began = time.process_time()
    known: dict[str, Any] = {}
    for number in range(_YARDSTICK_ROUNDS):
        known[str(number % 500)] = f"{number:x}"
    return 1000 * (time.process_time() - began)
