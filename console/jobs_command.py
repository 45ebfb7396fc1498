"""Which jobs wait, and which were given up? `jobs`: to see them, try again, cancel."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Annotated, Protocol, TypeVar

import typer
from rich.console import Console
from rich.markup import escape

from agent.ports import JobState
from console.jobs_document import JobBook, JobOut, JobsOut
from console.wiring import Trouble, screen

T = TypeVar("T")

jobs_cli = typer.Typer(help="See what waits to be done, try it again, cancel it.")

Limit = Annotated[int, typer.Option(min=1, max=10_000, help="So many are shown.")]
State = Annotated[
    list[str] | None, typer.Option(help="delayed, queued, running or failed; may be repeated.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Which = Annotated[str, typer.Argument(metavar="JOB", help="As the list names it: KIND:KEY.")]
STATES: dict[str, JobState] = {
    "delayed": "delayed",
    "queued": "queued",
    "running": "running",
    "failed": "failed",
}


class JobDesk(Protocol):
    """The part that jobs are looked up with."""

    @property
    def job_book(self) -> JobBook: ...


class JobWiring(Protocol):
    """What app.py supplies."""

    def desk(self) -> AbstractAsyncContextManager[JobDesk]:
        """The parts, on the configured database."""
        ...


@jobs_cli.callback(invoke_without_command=True)
def jobs(context: typer.Context) -> None:
    """See what waits to be done, try it again, cancel it."""
    if context.invoked_subcommand is None:
        listed(context)


@jobs_cli.command(name="list")
def listed(
    context: typer.Context, state: State = None, limit: Limit = 100, as_json: AsJson = False
) -> None:
    """What is not done yet, and what was given up and why."""
    states = [_state(one) for one in state or ()]
    found = asyncio.run(_with(context, lambda book: book.listed(limit, states)))
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
    else:
        show(found, screen)


@jobs_cli.command()
def retry(context: typer.Context, job: Which, as_json: AsJson = False) -> None:
    """Do now what was given up, or waits for its time."""
    kind, key = _named(job)
    if not asyncio.run(_with(context, lambda book: book.retry(kind, key))):
        raise Trouble(
            f"{job} was not given up and does not wait for its time: it is done, or runs, or there "
            "is no such job (see: app.py jobs)"
        )
    _tell(job, "is tried again", as_json=as_json)


@jobs_cli.command()
def cancel(context: typer.Context, job: Which, as_json: AsJson = False) -> None:
    """Forget what has not begun, or was given up."""
    kind, key = _named(job)
    if not asyncio.run(_with(context, lambda book: book.jobs.cancel(kind, key))):
        raise Trouble(
            f"{job} cannot be cancelled: it is done, or runs, or there is no such job "
            "(see: app.py jobs)"
        )
    _tell(job, "is cancelled", as_json=as_json)


def show(found: JobsOut, console: Console) -> None:
    """The jobs to a person."""
    if not found.tally:
        console.print("Nothing waits, and nothing was given up")
        return
    for some in found.tally:
        console.print(f"[{_colour(some.state)}]{escape(some.queue)}: {some.count} {some.state}[/]")
    for one in found.items:
        runs = f", run {one.runs} times" if one.runs else ""
        said = (f"{one.kind}:{one.key}", f"{one.state} {_when(one)}{runs}", one.why, one.link)
        first, *more = (escape(line) for line in said if line)
        console.print(f"\n[{_colour(one.state)}]{first}[/]", soft_wrap=True, highlight=False)
        for line in more:
            console.print(f"    {line}", soft_wrap=True, highlight=False)
    left = sum(some.count for some in found.tally) - len(found.items)
    if left > 0:
        console.print(f"\nand {left} more: see --limit and --state")


def _colour(state: JobState) -> str:
    return "red" if state == "failed" else "default"


async def _with(context: typer.Context, work: Callable[[JobBook], Awaitable[T]]) -> T:
    wiring: JobWiring = context.obj
    async with wiring.desk() as desk:
        return await work(desk.job_book)


def _state(name: str) -> JobState:
    if name not in STATES:
        raise Trouble(f"{name!r} is no state: say {', '.join(STATES)}")
    return STATES[name]


def _named(job: str) -> tuple[str, str]:
    kind, colon, key = job.partition(":")
    if not (kind and colon and key):
        raise Trouble(f"{job!r} names no job: write it as the list does, like deliver:…")
    return kind, key


def _when(job: JobOut) -> str:
    if job.state == "delayed" and job.at is not None:
        return f"at {_minute(job.at)}"
    return f"since {_minute(job.since)}"


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _tell(job: str, what: str, *, as_json: bool) -> None:
    if as_json:
        kind, key = _named(job)
        typer.echo(json.dumps({"kind": kind, "key": key}))
    else:
        screen.print(f"{escape(job)} {what}", soft_wrap=True, highlight=False)
