"""How are the leads of somebody who has left given to others? `routing hand-on`, on record."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Annotated, Protocol

import typer
from rich.markup import escape

from agent.routing import Assignment
from console.wiring import Trouble, screen
from storage.acceptance import Acceptance
from storage.audit import TERMINAL, Audit
from storage.departures import StillThere
from storage.placing import NotAssigned

departures_cli = typer.Typer()


class DeparturesDesk(Protocol):
    """The parts that this command uses."""

    @property
    def acceptance(self) -> Acceptance: ...

    @property
    def audit(self) -> Audit: ...


class DeparturesWiring(Protocol):
    """What app.py supplies."""

    def desk(self) -> AbstractAsyncContextManager[DeparturesDesk]:
        """The parts, on the configured database."""
        ...


@departures_cli.command(name="hand-on")
def hand_on(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="Who has left: their id in the plans before.")],
    by: Annotated[str, typer.Option(help="Who wants it.")] = TERMINAL.id,
) -> None:
    """Give the open leads of somebody who left the plan to others, by the rules."""
    wiring: DeparturesWiring = context.obj

    async def work() -> tuple[Assignment, ...]:
        async with wiring.desk() as desk:
            moved = await desk.acceptance.departures.hand_on(person, by, datetime.now(UTC))
            if moved:
                details = {"leads": len(moved)}
                await desk.audit.record(TERMINAL, "leads.handed_on", person, details)
            return moved

    try:
        moved = asyncio.run(work())
    except StillThere:
        raise Trouble(
            f"{person} stands in the plan: take them out and publish it (python app.py teams "
            "publish FILE), or move their leads one by one in the console"
        ) from None
    except NotAssigned:
        raise Trouble(
            "No teams are published, so nobody else is there for them: "
            "python app.py teams publish prompts/teams.yaml"
        ) from None
    if not moved:
        screen.print(f"{escape(person)} has no open leads: see python app.py routing report")
    for one in moved:
        where = one.person or f"the queue {one.queue}"
        screen.print(escape(f"{one.conversation}: {where}"), highlight=False, soft_wrap=True)
