"""What does a turn cost? `make bench`, or `python -m bench.turns --help`."""

import argparse
import asyncio
import os
import signal
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from rich.console import Console
from rich.table import Table

from agent.speech import SayText, word
from bench.driver import Banter, BanterSocket, Peer, Target
from bench.growth import late_turns
from bench.history import fill
from bench.processes import ROOT, machine, new_database, postgres
from bench.rig import LATENCY, Bot, Figures, server_running, stub_running
from bench.voice import measure as measure_voice
from channels.chat.websocket import SETTLE_SECONDS
from qualification.scriptfile import parse_script

AT_ONCE = 50
BYTES_A_TOKEN = 4
"""Of English text, about: the prompts' tokens are estimated by it."""
WARM_UP = 4
LONG_SCRIPT = "bench/ten-questions.yaml"
MANY, FEW = 1_000_000, 10_000
screen = Console(width=None if os.isatty(1) else 150)


def goodbye() -> str:
    """Our words when the lead is qualified."""
    path = ROOT / "prompts" / "scripts" / "crm-suite.yaml"
    script = parse_script(path.read_text(encoding="utf-8"), str(path))
    return word(script, "en", SayText("close_qualified"))


async def best(
    bot: Bot, target: Target, runs: int, *, at_once: int, seconds: float, idle: float = 0.0
) -> Figures:
    """The cheapest of several runs: what else the machine does only ever adds."""
    figures = [
        await bot.measure(target, at_once=at_once, seconds=seconds, idle=idle) for _ in range(runs)
    ]
    return min(figures, key=lambda one: one.cpu)


async def measure_turns(bot: Bot, port: int, asked: argparse.Namespace, name: str) -> None:
    """Both ways to chat, one at a time and many at once."""
    words = goodbye()
    requests, socket = Banter(port, words), BanterSocket(port, words, SETTLE_SECONDS)
    for target in (requests, socket):
        await bot.measure(target, at_once=WARM_UP, conversations=2)
    idle = await bot.idle(3.0)
    found = []
    for target in (requests, socket):
        found.append(
            await best(bot, target, asked.runs, at_once=1, seconds=asked.seconds, idle=idle)
        )
        found.append(await best(bot, target, asked.runs, at_once=AT_ONCE, seconds=asked.seconds))
    show(f"Turns, {name}", found)
    screen.print(f"  Idle: {100 * idle:.1f} % of a core (not counted where one talks at a time).")


async def measure_growth(bot: Bot, port: int, name: str) -> None:
    """An early turn beside a late one of a conversation with ten questions."""
    early, late = await late_turns(bot, port)
    screen.print(
        f"  Growth, {name}: turn 3 {early.cpu:.1f} ms, turn 30 {late.cpu:.1f} ms "
        f"({_percent(early.cpu, late.cpu)}; yardstick {early.yardstick:.0f} and "
        f"{late.yardstick:.0f} ms); prompt at turn 30 {late.prompt_bytes:.0f} bytes, "
        f"about {late.prompt_bytes / BYTES_A_TOKEN:.0f} tokens."
    )


async def measure_stored(url: str, stub: int, database: int | None, name: str) -> None:
    """A turn beside few stored conversations and beside many, added while nobody serves."""
    async with server_running(url, stub, database) as (bot, port):
        await bot.measure(Banter(port, goodbye()), at_once=WARM_UP, conversations=1)
    found = []
    for stored in (FEW, MANY):
        await asyncio.to_thread(fill, url, stored)
        async with server_running(url, stub, database) as (bot, port):
            target = Banter(port, goodbye())
            await bot.measure(target, at_once=WARM_UP, conversations=2)
            found.append(await best(bot, target, 2, at_once=10, seconds=8.0))
    few, many = found
    screen.print(
        f"  Growth, {name}: {FEW:,} stored {few.cpu:.1f} ms, {MANY:,} stored {many.cpu:.1f} ms "
        f"({_percent(few.cpu, many.cpu)}); p99 {few.tally.percentile(0.99):.0f} and "
        f"{many.tally.percentile(0.99):.0f} ms; yardstick {few.yardstick:.0f} and "
        f"{many.yardstick:.0f} ms."
    )


async def measure_peer(stub: int, asked: argparse.Namespace) -> None:
    """Another bot, by the same prospects."""
    bot, target = Bot(asked.peer_pid, stub), Peer(asked.peer)
    await bot.measure(target, at_once=WARM_UP, conversations=2)
    found = [
        await best(bot, target, asked.runs, at_once=at_once, seconds=asked.seconds)
        for at_once in (1, AT_ONCE)
    ]
    show("Turns, peer", found)


def show(title: str, found: Sequence[Figures]) -> None:
    """The figures, a column for each run."""
    shown = Table(title=title, title_justify="left", show_lines=False)
    shown.add_column("")
    for one in found:
        shown.add_column(f"{one.name}\n{one.at_once} at once", justify="right")
    for label, values in _rows(found):
        shown.add_row(label, *values)
    screen.print(shown)
    for one in found:
        if not one.good:
            errors = one.tally.errors[:3]
            screen.print(f"[red]{one.name}: ended {one.tally.endings}, errors {errors}[/]")


def _rows(found: Sequence[Figures]) -> list[tuple[str, list[str]]]:
    rows = [
        ("own CPU, ms a turn", [f"{one.cpu:.1f}" for one in found]),
        ("turns a second", [f"{one.tally.per_second:.0f}" for one in found]),
        *(
            (f"p{share} ms, the model's {1000 * LATENCY:.0f} included", _percentiles(found, share))
            for share in (50, 95, 99)
        ),
        ("model calls a turn", [f"{one.calls:.2f}" for one in found]),
        ("prompt bytes a call", [f"{one.prompt_bytes:.0f}" for one in found]),
        ("tokens a call, about", [f"{one.prompt_bytes / BYTES_A_TOKEN:.0f}" for one in found]),
        ("of it stable prefix", [f"{100 * one.stable:.0f} %" for one in found]),
        ("turns measured", [str(one.tally.turns) for one in found]),
        ("yardstick, ms", [f"{one.yardstick:.0f}" for one in found]),
    ]
    if any(one.database_cpu is not None for one in found):
        rows.insert(1, ("database's CPU, ms a turn", [f"{one.database_cpu:.1f}" for one in found]))
    return rows


def _percentiles(found: Sequence[Figures], share: int) -> list[str]:
    return [f"{one.tally.percentile(share / 100):.0f}" for one in found]


def _percent(before: float, after: float) -> str:
    return f"{100 * (after / before - 1):+.0f} %"


async def measure(asked: argparse.Namespace) -> None:
    """Everything that was asked for."""
    screen.print(f"{machine()}; load average {os.getloadavg()[0]:.1f}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="banter-bench-")))
        databases: list[tuple[str, str, str, int | None]] = []
        if "sqlite" in asked.databases:
            databases.append(
                ("SQLite", f"sqlite:///{folder}/a.db", f"sqlite:///{folder}/b.db", None)
            )
        if "postgresql" in asked.databases:
            server, process = stack.enter_context(postgres())
            urls = [new_database(server, one) for one in ("a", "b")]
            databases.append(("PostgreSQL", urls[0], urls[1], process))
        async with stub_running(asked.stub_port) as stub:
            for name, url, other, database in databases:
                async with server_running(url, stub, database, [LONG_SCRIPT]) as (bot, port):
                    await measure_turns(bot, port, asked, name)
                    await measure_growth(bot, port, name)
                if asked.million:
                    await measure_stored(other, stub, database, name)
            if asked.peer:
                await measure_peer(stub, asked)
    await measure_voice(screen)
    screen.print(f"Load average at the end {os.getloadavg()[0]:.1f}")


async def measure_until_told(asked: argparse.Namespace) -> None:
    """The same, ended in order when the process is told to end."""
    task = asyncio.create_task(measure(asked))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await task


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument("--seconds", type=float, default=6.0, help="of each run")
    parser.add_argument("--runs", type=int, default=1, help="of which the cheapest is shown")
    parser.add_argument(
        "--million", action="store_true", help="also beside a million conversations"
    )
    parser.add_argument("--stub-port", type=int, help="so that a peer can be told beforehand")
    parser.add_argument("--peer", type=int, help="the port of another bot with POST /chat")
    parser.add_argument("--peer-pid", type=int, help="its process")
    asked = parser.parse_args()
    if asked.peer and not asked.peer_pid:
        parser.error("--peer needs --peer-pid, to count its CPU")
    with suppress(asyncio.CancelledError):
        asyncio.run(measure_until_told(asked))


if __name__ == "__main__":
    main()
