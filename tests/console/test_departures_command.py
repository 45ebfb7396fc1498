"""console.departures_command: the leads of somebody who left, from the terminal."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner, Result

from agent.rehearsal.rehearsal import SystemClock
from console.routing_commands import routing_cli
from console.wiring import Trouble
from storage.audit import TERMINAL, Audit, Sought
from storage.database import Database
from tests.console.conftest import Firm
from tests.console.desks import RoutingFirm
from tests.storage.routed import PLAN, Desk

WITHOUT_ANA = PLAN.replace("id: ana, name: Ana", "id: eva, name: Eva").replace("[ana", "[eva")


@dataclass
class Wired:
    """What app.py supplies, and the parts that the command uses."""

    path: Path

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Wired"]:
        database = Database(f"sqlite:///{self.path}")
        self.acceptance = Desk(database).acceptance
        self.audit = Audit(database, SystemClock())
        try:
            yield self
        finally:
            await database.close()


async def run(firm: Firm, *arguments: str) -> Result:
    """The command, in a thread: it has an event loop of its own."""
    wired = Wired(Path(firm.database.sync_url.removeprefix("sqlite:///")))
    said = ["hand-on", *arguments]
    return await asyncio.to_thread(CliRunner().invoke, routing_cli, said, obj=wired)


async def test_others_get_them_and_the_log_has_it(firm: Firm) -> None:
    desk = RoutingFirm(firm)
    await desk.publish()
    given = await desk.given()
    await desk.acceptance.accept(given.handover, "ana", firm.clock.now())
    await desk.publish(WITHOUT_ANA)
    shown = await run(firm, "ana", "--by", "boss")
    after = await desk.assignments.current(given.handover)
    assert after is not None
    assert shown.stdout == f"{given.conversation}: {after.person}\n"
    assert after.by == "boss"
    audit = Audit(firm.database, firm.clock)
    [entry] = (await audit.entries(Sought(action="leads.handed_on"), 9)).items
    assert (entry.actor, entry.subject, entry.details) == (TERMINAL.id, "ana", {"leads": 1})
    again = await run(firm, "ana")
    assert "ana has no open leads" in again.stdout
    assert len((await audit.entries(Sought(action="leads.handed_on"), 9)).items) == 1


async def test_who_is_in_the_plan_keeps_theirs(firm: Firm) -> None:
    desk = RoutingFirm(firm)
    unpublished = (await run(firm, "ana")).exception
    assert isinstance(unpublished, Trouble)
    assert "teams publish" in str(unpublished)
    await desk.publish()
    refused = (await run(firm, "ana")).exception
    assert isinstance(refused, Trouble)
    assert "stands in the plan" in str(refused)
