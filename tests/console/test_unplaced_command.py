"""console.unplaced_command: leads that nobody has are given out from the terminal."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner, Result

from agent.rehearsal.rehearsal import SystemClock
from console.own_checks import leads
from console.routing_commands import routing_cli
from console.wiring import Trouble
from storage.audit import TERMINAL, Audit, Sought
from storage.database import Database
from tests.console.conftest import Firm
from tests.console.desks import RoutingFirm
from tests.storage.routed import Desk


@dataclass
class Wired:
    """What app.py supplies, and the parts that the command uses."""

    path: Path

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Wired"]:
        database = Database(f"sqlite:///{self.path}")
        desk = Desk(database)
        self.jobs, self.teams, self.acceptance = desk.jobs, desk.teams, desk.acceptance
        self.audit = Audit(database, SystemClock())
        try:
            yield self
        finally:
            await database.close()


async def run(firm: Firm, *arguments: str) -> tuple[Wired, Result]:
    """The command, in a thread: it has an event loop of its own."""
    wired = Wired(Path(firm.database.sync_url.removeprefix("sqlite:///")))
    said = ["give-out", *arguments]
    return wired, await asyncio.to_thread(CliRunner().invoke, routing_cli, said, obj=wired)


async def routing(firm: Firm) -> RoutingFirm:
    """A firm whose clock is an hour behind that of the command."""
    desk = RoutingFirm(firm)
    firm.clock.pass_by(seconds=(SystemClock().now() - firm.clock.now()).total_seconds() - 3600)
    return desk


async def test_they_are_routed_and_the_log_has_it(firm: Firm) -> None:
    desk = await routing(firm)
    lead = await firm.lead()
    await desk.publish()
    wired, shown = await run(firm)
    assert "Leads that are being given out: 1" in shown.stdout
    handover = await desk.assignments.handover(lead)
    assert {one.row for one in wired.jobs} == {f"{handover}/route", f"{handover}/fall_back"}
    audit = Audit(firm.database, firm.clock)
    [entry] = (await audit.entries(Sought(action="leads.given_out"), 9)).items
    assert (entry.actor, entry.details) == (TERMINAL.id, {"leads": 1})
    await desk.assignments.give(handover or "", (), firm.clock.now())
    _, again = await run(firm)
    assert "is with somebody or in a queue" in again.stdout
    assert len((await audit.entries(Sought(action="leads.given_out"), 9)).items) == 1


async def test_they_are_only_named_where_that_is_wanted(firm: Firm) -> None:
    desk = await routing(firm)
    lead = await firm.lead()
    await desk.publish()
    wired, shown = await run(firm, "--dry-run")
    assert "Leads of the last 30 days that nobody has: 1" in shown.stdout
    assert f"{lead}: since" in shown.stdout
    assert "no teams were published" in shown.stdout
    assert wired.jobs == []


async def test_without_teams_it_says_what_to_do_first(firm: Firm) -> None:
    await routing(firm)
    await firm.lead()
    for arguments in ((), ("--dry-run",)):
        refused = (await run(firm, *arguments))[1].exception
        assert isinstance(refused, Trouble)
        assert "teams publish" in str(refused)


async def test_doctor_counts_them(firm: Firm) -> None:
    desk = await routing(firm)
    await desk.publish()
    now = SystemClock().now()
    assert await leads(desk.acceptance.unplaced, now) == []
    await firm.lead()
    [found] = await leads(desk.acceptance.unplaced, now)
    assert found.level == "bad"
    assert "leads that nobody has: 1, the oldest since" in found.said
    assert "routing give-out" in found.said
