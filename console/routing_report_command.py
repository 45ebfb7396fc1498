"""How are leads given out? `routing report`: as tables, or as JSON."""

import asyncio
import json
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Annotated, Protocol

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from console.looking_back import since as ago
from console.wiring import Trouble, screen
from qualification.analytics.rates import Rate
from qualification.values import Json
from storage.acceptance import Acceptance
from storage.departures import Departed
from storage.routing_report import PersonLine, QueueLine, RoutingReport, RoutingReports, Spread

routing_report_cli = typer.Typer()


class ReportDesk(Protocol):
    """The parts that this command uses."""

    @property
    def routing_reports(self) -> RoutingReports: ...

    @property
    def acceptance(self) -> Acceptance: ...


class ReportWiring(Protocol):
    """What app.py supplies."""

    def desk(self) -> AbstractAsyncContextManager[ReportDesk]:
        """The parts, on the configured database."""
        ...


@routing_report_cli.command()
def report(
    context: typer.Context,
    since: Annotated[str, typer.Option(help="How far back, like 30d.")] = "30d",
    as_json: Annotated[bool, typer.Option("--json", help="The result as JSON.")] = False,
) -> None:
    """Show how fast leads come to people, what they do with them, and how fair it is."""
    wiring: ReportWiring = context.obj
    try:
        start = ago(since, datetime.now(UTC))
    except ValueError as error:
        raise Trouble(str(error)) from error

    async def work() -> tuple[RoutingReport, tuple[Departed, ...], int]:
        async with wiring.desk() as desk:
            report = await desk.routing_reports.report(start)
            departed = await desk.acceptance.departures.all()
            unplaced = await desk.acceptance.unplaced.all(datetime.now(UTC))
            return report, departed, unplaced.count

    found, departed, unplaced = asyncio.run(work())
    if as_json:
        told = document(found, departed, unplaced)
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        show(found, departed, unplaced, screen)


def document(
    found: RoutingReport, departed: Sequence[Departed], unplaced: int = 0
) -> dict[str, Json]:
    """The report for programs. `unplaced`: leads that nobody has."""
    return {
        "since": found.since.isoformat(),
        "leads": found.leads,
        "unplaced": unplaced,
        "queued": found.queued,
        "reassigned": found.reassigned,
        "escalated": found.escalated,
        "to_assign": _spread(found.to_assign),
        "to_accept": _spread(found.to_accept),
        "to_first_touch": _spread(found.to_first_touch),
        "people": [_person(one) for one in found.people],
        "queues": [_queue(one) for one in found.queues],
        "departed": [
            {"person": one.person, "name": one.name, "open_leads": one.leads} for one in departed
        ],
        "shares": [
            {"team": one.team, "person": one.person, "got": one.got, "due": round(one.due, 2)}
            for one in found.shares
        ],
    }


def show(
    found: RoutingReport, departed: Sequence[Departed], unplaced: int, console: Console
) -> None:
    """The report for a person."""
    console.print(
        f"{found.leads} leads since {found.since:%Y-%m-%d}: {found.reassigned} re-assigned, "
        f"{found.escalated} escalated, {found.queued} waiting in a queue.",
        highlight=False,
    )
    if unplaced:
        console.print(
            f"Leads that nobody has: {unplaced}; python app.py routing give-out gives them out.",
            highlight=False,
            soft_wrap=True,
        )
    times = Table("time", "half within", "nine of ten within", "of", box=SIMPLE_HEAD)
    for name, spread in (
        ("to a place", found.to_assign),
        ("to acceptance", found.to_accept),
        ("to a person's first word", found.to_first_touch),
    ):
        times.add_row(name, _shown(spread.median), _shown(spread.most), str(spread.of))
    console.print(times)
    people = Table(
        "person", "given", "accepted", "late", "no lead", "passed on", "won", box=SIMPLE_HEAD
    )
    for line in found.people:
        rates = (line.accepted, line.late, line.rejected, line.passed_on, line.won)
        people.add_row(escape(line.person), str(line.given), *map(_percent, rates))
    console.print(people)
    for one in departed:
        console.print(
            f"{escape(one.name)} has left, open leads: {one.leads}; "
            f"python app.py routing hand-on {escape(one.person)} gives them to others.",
            highlight=False,
            soft_wrap=True,
        )
    queues = Table("queue", "given", "taken", "late", "waiting", box=SIMPLE_HEAD)
    for queue in found.queues:
        taken, late = map(_percent, (queue.taken, queue.late))
        queues.add_row(escape(queue.queue), str(queue.given), taken, late, str(queue.waiting))
    if found.queues:
        console.print(queues)
    shares = Table("team", "person", "got", "share", box=SIMPLE_HEAD)
    for share in found.shares:
        got = (str(share.got), f"{share.due:.1f}")
        shares.add_row(escape(share.team), escape(share.person), *got)
    console.print(shares)


def _person(line: PersonLine) -> Json:
    rates = {
        "accepted": line.accepted,
        "late": line.late,
        "rejected": line.rejected,
        "passed_on": line.passed_on,
        "won": line.won,
    }
    shown: dict[str, Json] = {name: _rate(rate) for name, rate in rates.items()}
    return {"person": line.person, "given": line.given, **shown}


def _queue(line: QueueLine) -> Json:
    taken, late = _rate(line.taken), _rate(line.late)
    more: dict[str, Json] = {"taken": taken, "late": late, "waiting": line.waiting}
    return {"queue": line.queue, "given": line.given, **more}


def _rate(rate: Rate) -> Json:
    low, high = rate.interval
    return {
        "hits": rate.hits,
        "of": rate.of,
        "share": rate.share,
        "interval": [low, high],
        "enough": rate.enough,
    }


def _spread(spread: Spread) -> Json:
    median, most = (
        None if one is None else one.total_seconds() for one in (spread.median, spread.most)
    )
    return {"of": spread.of, "median_seconds": median, "ninth_decile_seconds": most}


def _percent(rate: Rate) -> str:
    return "–" if rate.share is None else f"{rate.share:.0%} ({rate.hits} of {rate.of})"


def _shown(duration: timedelta | None) -> str:
    return "–" if duration is None else str(timedelta(seconds=round(duration.total_seconds())))
