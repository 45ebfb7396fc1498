"""Who is to hear from us? `planned` lists it at a terminal, and `planned cancel` calls it off."""

import asyncio
import getpass
import json
from contextlib import AbstractAsyncContextManager
from typing import Annotated, Protocol

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from agent.conductor import Conductor
from agent.errors import UnknownConversation
from console.planned_api import planned_out
from console.wiring import Trouble, screen
from storage.planned import MOST, NoSuchPage, Planned, PlannedPage

planned_cli = typer.Typer(no_args_is_help=False, help="Who is to hear from us.")


class PlannedDesk(Protocol):
    """The parts that these commands use."""

    @property
    def planned(self) -> Planned: ...

    @property
    def conductor(self) -> Conductor: ...


class PlannedWiring(Protocol):
    """console.wiring.Wiring, as far as these commands need it."""

    def desk(self) -> AbstractAsyncContextManager[PlannedDesk]: ...


@planned_cli.callback(invoke_without_command=True)
def planned(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="So many leads.")] = 50,
    after: Annotated[str | None, typer.Option(help="Where the page before ended.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Who is to hear from us, soonest first, why, and by whom."""
    if context.invoked_subcommand is not None:
        return

    async def work() -> PlannedPage:
        async with _wiring(context).desk() as desk:
            return await desk.planned.page(limit, after)

    try:
        page = asyncio.run(work())
    except NoSuchPage as error:
        raise Trouble(f"--after {after!r} is no end of a page: leave it out") from error
    if as_json:
        items = [planned_out(one).model_dump(mode="json") for one in page.items]
        document = {"items": items, "next": page.next}
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        show(page, screen)


@planned_cli.command()
def cancel(
    context: typer.Context,
    conversation: Annotated[str, typer.Argument(help="The conversation's id.")],
    by: Annotated[str | None, typer.Option(help="Who says so; else who is signed in here.")] = None,
) -> None:
    """Leave a lead alone until they write: nothing more is said to them unasked."""

    async def work() -> None:
        async with _wiring(context).desk() as desk:
            await desk.conductor.leave_alone(conversation, by or getpass.getuser())

    try:
        asyncio.run(work())
    except UnknownConversation:
        raise Trouble(f"There is no conversation {conversation!r}: see `planned`") from None
    screen.print(f"{escape(conversation)} is left alone until they write")


def show(page: PlannedPage, console: Console) -> None:
    """The list for a person."""
    if not page.items:
        console.print("Nobody is to hear from us.")
        return
    table = Table("When (UTC)", "By", box=SIMPLE_HEAD)
    table.add_column("Who", overflow="fold")
    for heading in ("Score", "Why", "Asks"):
        table.add_column(heading)
    for lead in map(planned_out, page.items):
        who = lead.name or lead.phone or lead.email or lead.channel
        for plan in lead.plans:
            when = f"{plan.at:%Y-%m-%d %H:%M}"
            why = f"{plan.rule}\n{plan.because}"
            table.add_row(
                *(when, plan.by, f"{escape(who)}\n{lead.conversation}", str(lead.score)),
                *(escape(why), ", ".join(plan.asks)),
            )
    console.print(table)
    if page.next is not None:
        console.print(f"More: --after {page.next}", highlight=False)


def _wiring(context: typer.Context) -> PlannedWiring:
    wiring: PlannedWiring = context.obj
    return wiring
