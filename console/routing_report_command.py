"""How are leads given out? `routing report`: as tables, or as JSON."""

import asyncio
import json
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
from storage.routing_report import PersonLine, RoutingReport, RoutingReports, Spread

routing_report_cli = typer.Typer()


class ReportDesk(Protocol):
    """The part that this command uses."""

    @property
    def routing_reports(self) -> RoutingReports: ...


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

    async def work() -> RoutingReport:
        async with wiring.desk() as desk:
            return await desk.routing_reports.report(start)

    found = asyncio.run(work())
    if as_json:
        typer.echo(json.dumps(document(found), ensure_ascii=False, indent=2))
    else:
        show(found, screen)


def document(found: RoutingReport) -> dict[str, Json]:
    """The report for programs."""
    return {
        "since": found.since.isoformat(),
        "leads": found.leads,
        "queued": found.queued,
        "reassigned": found.reassigned,
        "escalated": found.escalated,
        "to_assign": _spread(found.to_assign),
        "to_accept": _spread(found.to_accept),
        "to_first_touch": _spread(found.to_first_touch),
        "people": [_person(one) for one in found.people],
        "shares": [
            {"team": one.team, "person": one.person, "got": one.got, "due": round(one.due, 2)}
            for one in found.shares
        ],
    }


def show(found: RoutingReport, console: Console) -> None:
    """The report for a person."""
    console.print(
        f"{found.leads} leads since {found.since:%Y-%m-%d}: {found.reassigned} re-assigned, "
        f"{found.escalated} escalated, {found.queued} waiting in a queue.",
        highlight=False,
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
    shares = Table("team", "person", "got", "share", box=SIMPLE_HEAD)
    for one in found.shares:
        shares.add_row(escape(one.team), escape(one.person), str(one.got), f"{one.due:.1f}")
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
