"""How do leads that nobody has come to somebody? `routing give-out`, on record."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Annotated, Protocol

import typer
from rich.markup import escape

from console.wiring import Trouble, screen
from storage.acceptance import Acceptance
from storage.audit import TERMINAL, Audit
from storage.placing import NotAssigned
from storage.teams import Teams
from storage.unplaced import AT_ONCE, LOOK_BACK, SHOWN, UnplacedLeads

unplaced_cli = typer.Typer()


class UnplacedDesk(Protocol):
    """The parts that this command uses."""

    @property
    def acceptance(self) -> Acceptance: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def teams(self) -> Teams: ...


class UnplacedWiring(Protocol):
    """What app.py supplies."""

    def desk(self) -> AbstractAsyncContextManager[UnplacedDesk]:
        """The parts, on the configured database."""
        ...


@unplaced_cli.command(name="give-out")
def give_out(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only name them.")] = False,
) -> None:
    """Route the leads that nobody has: no plan held when they came, or their routing failed."""
    wiring: UnplacedWiring = context.obj

    async def look() -> UnplacedLeads:
        async with wiring.desk() as desk:
            if await desk.teams.current() is None:
                raise NotAssigned
            return await desk.acceptance.unplaced.all(datetime.now(UTC))

    async def work() -> int:
        async with wiring.desk() as desk:
            leads = await desk.acceptance.unplaced.route(datetime.now(UTC))
            if leads:
                await desk.audit.record(TERMINAL, "leads.given_out", None, {"leads": leads})
            return leads

    try:
        if dry_run:
            _name(asyncio.run(look()))
            return
        leads = asyncio.run(work())
    except NotAssigned:
        raise Trouble(
            "No teams are published, so there is nobody to give them to: "
            "python app.py teams publish prompts/teams.yaml"
        ) from None
    screen.print(
        f"Leads that are being given out: {leads}; see python app.py routing report"
        if leads
        else f"Every lead of the last {LOOK_BACK.days} days is with somebody or in a queue."
    )
    if leads == AT_ONCE:
        screen.print("There may be more: run it again.")


def _name(found: UnplacedLeads) -> None:
    screen.print(f"Leads of the last {LOOK_BACK.days} days that nobody has: {found.count}")
    for one in found.oldest:
        why = one.trouble or "no teams were published"
        line = f"{one.conversation}: since {one.since:%Y-%m-%d %H:%M} UTC, {why}"
        screen.print(escape(line), highlight=False, soft_wrap=True)
    if found.count > SHOWN:
        screen.print("…")
