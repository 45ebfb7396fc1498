"""Who gets leads, and why? `teams` checks and publishes the plan, `routing` explains and tries."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Protocol

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from agent.errors import UnknownConversation
from agent.routing import Assignment
from console.departures_command import departures_cli
from console.looking_back import since as ago
from console.routing_replayed import document
from console.unplaced_command import unplaced_cli
from console.wiring import Trouble, errors, screen
from qualification.errors import ScriptError
from qualification.routing.planfile import parse_teams, schema, warnings
from qualification.routing.record import Routed
from qualification.routing.routing import Tried
from qualification.routing.what_if import Again, counts, replay
from qualification.values import Json
from storage.assignments import StoredAssignments
from storage.routing_past import RoutingPast
from storage.teams import Teams

SHOWN = 20
"""Leads named to a person; `--json` has them all."""

teams_cli = typer.Typer(no_args_is_help=True, help="Check and publish teams.yaml.")
routing_cli = typer.Typer(no_args_is_help=True, help="See who gets leads, and why.")
routing_cli.add_typer(departures_cli)
routing_cli.add_typer(unplaced_cli)

AsJson = Annotated[bool, typer.Option("--json", help="The result as JSON.")]


class RoutingDesk(Protocol):
    """The parts that these commands use."""

    @property
    def teams(self) -> Teams: ...

    @property
    def assignments(self) -> StoredAssignments: ...

    @property
    def routing_past(self) -> RoutingPast: ...


class RoutingWiring(Protocol):
    """What app.py supplies."""

    script_folder: Path

    def desk(self) -> AbstractAsyncContextManager[RoutingDesk]:
        """The parts, on the configured database."""
        ...


def wiring_of(context: typer.Context) -> RoutingWiring:
    """What app.py supplied to the command that runs."""
    wiring: RoutingWiring = context.obj
    return wiring


@teams_cli.command()
def check(context: typer.Context, file: Path) -> None:
    """Say what is wrong with a plan of teams, and where."""
    scripts = sorted(path.stem for path in wiring_of(context).script_folder.glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    try:
        plan = parse_teams(text, str(file))
    except ScriptError as error:
        errors.print(escape(str(error)), soft_wrap=True, highlight=False)
        raise typer.Exit(1) from None
    for warning in warnings(plan, text, scripts):
        screen.print(f"[yellow]{escape(f'{file}:{warning}')}[/] (a warning)", soft_wrap=True)
    screen.print(f"[green]{escape(str(file))}: good[/]")


@teams_cli.command(name="schema")
def show_schema() -> None:
    """Print the JSON Schema of plans, for editors."""
    typer.echo(json.dumps(schema(), ensure_ascii=False, indent=2))


@teams_cli.command()
def publish(
    context: typer.Context, file: Path, by: Annotated[str | None, typer.Option()] = None
) -> None:
    """Make a plan current; leads that have an owner keep them."""
    text = file.read_text(encoding="utf-8")
    parse_teams(text, str(file))

    async def work() -> int:
        async with wiring_of(context).desk() as desk:
            return (await desk.teams.publish(text, origin="console", by=by)).number

    screen.print(f"The teams are at version {asyncio.run(work())}")


@teams_cli.command()
def show(
    context: typer.Context,
    version: Annotated[int | None, typer.Option(help="An earlier one.")] = None,
) -> None:
    """Print the plan by which leads are routed now, as it was written."""

    async def work() -> str | None:
        async with wiring_of(context).desk() as desk:
            try:
                found = await (desk.teams.current() if version is None else desk.teams.get(version))
            except KeyError as error:
                raise Trouble(str(error.args[0])) from None
            return None if found is None else found.text

    text = asyncio.run(work())
    if text is None:
        raise Trouble(
            "No teams are published: leads go out without an owner. "
            "Write prompts/teams.yaml, then: python app.py teams publish prompts/teams.yaml"
        )
    typer.echo(text, nl=False)


@routing_cli.command()
def explain(context: typer.Context, lead: str, as_json: AsJson = False) -> None:
    """Show where a lead went, by which rule, and why not to the others."""

    async def work() -> list[tuple[Assignment, Routed, bool]]:
        async with wiring_of(context).desk() as desk:
            try:
                places = await desk.assignments.of(lead)
            except UnknownConversation:
                raise Trouble(
                    f"There is no lead {lead!r}: use its id of `GET /api/leads`"
                ) from None
            return [
                (
                    place,
                    routed,
                    routed.again((await desk.teams.get(place.plan)).plan) == routed.decision,
                )
                for place, routed in places
            ]

    places = asyncio.run(work())
    if as_json:
        typer.echo(json.dumps([_place(*one) for one in places], ensure_ascii=False, indent=2))
        return
    if not places:
        screen.print("This lead is with nobody: it was not handed over, or there were no teams.")
    for place, routed, same in places:
        _explain(place, routed, same, screen)


@routing_cli.command(name="replay")
def try_plan(
    context: typer.Context,
    file: Path,
    since: Annotated[str, typer.Option(help="How far back, like 30d.")] = "30d",
    as_json: AsJson = False,
) -> None:
    """Show who would have got the leads of late under another plan; nothing is written."""
    plan = parse_teams(file.read_text(encoding="utf-8"), str(file))
    try:
        start = ago(since, datetime.now(UTC))
    except ValueError as error:
        raise Trouble(str(error)) from error

    async def work() -> list[Again]:
        async with wiring_of(context).desk() as desk:
            leads, away = await desk.routing_past.leads(start), await desk.routing_past.away(start)
            return list(replay(plan, leads, away))

    found = asyncio.run(work())
    if as_json:
        typer.echo(json.dumps(document(found, start), ensure_ascii=False, indent=2))
    else:
        _show_replayed(found, start, screen)


def _place(place: Assignment, routed: Routed, same: bool) -> Json:
    return {
        "number": place.number,
        "at": place.at.isoformat(),
        "person": place.person,
        "queue": place.queue,
        "team": place.team,
        "state": place.state,
        "cause": place.cause,
        "rule": place.rule,
        "why": place.why,
        "plan": place.plan,
        "same_again": same,
        "tried": [
            {
                "rule": one.rule,
                "missed": one.missed,
                "passed": [
                    {"person": who.person, "why": who.why, "detail": who.detail}
                    for who in one.passed
                ],
            }
            for one in routed.decision.tried
        ],
    }


def _explain(place: Assignment, routed: Routed, same: bool, console: Console) -> None:
    where = place.person or f"the queue {place.queue}"
    console.print(
        f"[bold]{place.number}. {escape(where)}[/] ({place.cause}, {place.state}) "
        f"at {place.at:%Y-%m-%d %H:%M} UTC, by “{escape(place.rule)}” of version {place.plan}",
        highlight=False,
        soft_wrap=True,
    )
    console.print(f"   {escape(place.why)}", highlight=False, soft_wrap=True)
    for line in _waiting(place):
        console.print(f"   {line}", highlight=False, soft_wrap=True)
    for one in routed.decision.tried:
        for line in _lines(one):
            console.print(f"   {escape(line)}", highlight=False, soft_wrap=True)
    if not same:
        console.print("   [red]Decided anew, this comes out differently: tell us.[/]")


def _waiting(place: Assignment) -> Iterator[str]:
    """How it was to be accepted."""
    if place.reminded_at is not None:
        yield f"reminded last at {place.reminded_at:%Y-%m-%d %H:%M} UTC"
    if place.overdue_at is not None:
        yield f"not accepted in time: {place.overdue_at:%Y-%m-%d %H:%M} UTC"
    if place.remind_next_at is not None:
        yield f"reminded again at {place.remind_next_at:%Y-%m-%d %H:%M} UTC"


def _lines(tried: Tried) -> list[str]:
    if tried.missed is not None:
        return [f"“{tried.rule}” does not fit: {tried.missed}"]
    head = f"“{tried.rule}” was looked at"
    passed = [
        f"  not {one.person}: {one.why.replace('_', ' ')}"
        + (f" ({one.detail})" if one.detail else "")
        for one in tried.passed
    ]
    return [head, *passed]


def _show_replayed(found: list[Again], since: datetime, console: Console) -> None:
    if not found:
        console.print(f"No lead was given to anybody since {since:%Y-%m-%d}.")
        return
    moved = [one for one in found if one.moved]
    console.print(
        f"{len(moved)} of {len(found)} leads since {since:%Y-%m-%d} would have gone elsewhere.",
        highlight=False,
    )
    table = Table("place", "before", "after", box=SIMPLE_HEAD)
    for place, before, after in counts(found):
        table.add_row(escape(place), str(before), str(after))
    console.print(table)
    for one in moved[:SHOWN]:
        text = f"{one.past.conversation}: {one.past.place} → {one.place} (“{one.decision.rule}”)"
        console.print(escape(text), highlight=False, soft_wrap=True)
