"""console.routing_report_command: must-have 12, for a person and for a program."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner, Result

from agent.rehearsal.rehearsal import SystemClock
from console.routing_report_command import routing_report_cli
from console.wiring import Trouble
from storage.database import Database
from storage.routing_report import RoutingReports
from tests.console.conftest import Firm
from tests.console.desks import RoutingFirm
from tests.storage.routed import PLAN, Desk


@dataclass
class Wired:
    """What app.py supplies, and the part that the command uses."""

    path: Path

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Wired"]:
        database = Database(f"sqlite:///{self.path}")
        self.routing_reports = RoutingReports(database)
        self.acceptance = Desk(database).acceptance
        try:
            yield self
        finally:
            await database.close()


async def run(firm: Firm, *arguments: str) -> Result:
    """The command, in a thread: it has an event loop of its own."""
    wired = Wired(Path(firm.database.sync_url.removeprefix("sqlite:///")))
    return await asyncio.to_thread(CliRunner().invoke, routing_report_cli, arguments, obj=wired)


async def test_the_report_says_what_people_did_with_their_leads(firm: Firm) -> None:
    desk = RoutingFirm(firm)
    firm.clock.pass_by(seconds=(SystemClock().now() - firm.clock.now()).total_seconds() - 3600)
    await desk.publish()
    first, second = await desk.given(), await desk.given()
    await desk.acceptance.accept(first.handover, "ana", firm.clock.now())
    await desk.acceptance.reject(second.handover, "luis", "spam", firm.clock.now())
    shown = (await run(firm)).stdout
    assert "2 leads since" in shown
    assert "100%" in shown
    told = json.loads((await run(firm, "--json", "--since", "1d")).stdout)
    people = {one["person"]: one for one in told["people"]}
    assert people["ana"]["accepted"]["share"] == 1
    assert people["luis"]["rejected"]["hits"] == 1
    assert people["ana"]["accepted"]["enough"] is False
    shares = {one["person"]: one["got"] for one in told["shares"]}
    assert shares == {"ana": 1, "luis": 0}, "what was no lead is in nobody's share"
    assert told["to_accept"]["of"] == 1


async def test_it_says_who_has_left_and_what_lies_in_queues(firm: Firm) -> None:
    desk = RoutingFirm(firm)
    firm.clock.pass_by(seconds=(SystemClock().now() - firm.clock.now()).total_seconds() - 3600)
    await desk.publish()
    first, _ = await desk.given(), await desk.given()
    await desk.acceptance.accept(first.handover, "ana", firm.clock.now())
    queued = PLAN.replace("to: {team: sales}", "to: {queue: general}")
    await desk.publish(
        queued.replace("id: ana, name: Ana", "id: eva, name: Eva").replace("[ana", "[eva")
    )
    await desk.given()
    shown = (await run(firm)).stdout
    assert "Ana Ruiz has left, open leads: 1; python app.py routing hand-on ana" in shown
    told = json.loads((await run(firm, "--json")).stdout)
    assert told["departed"] == [{"person": "ana", "name": "Ana Ruiz", "open_leads": 1}]
    [queue] = told["queues"]
    assert (queue["queue"], queue["given"], queue["waiting"]) == ("general", 1, 1)
    assert (queue["taken"]["hits"], queue["late"]["of"]) == (0, 1)


async def test_it_says_what_nobody_has(firm: Firm) -> None:
    desk = RoutingFirm(firm)
    firm.clock.pass_by(seconds=(SystemClock().now() - firm.clock.now()).total_seconds() - 3600)
    await firm.lead()
    assert json.loads((await run(firm, "--json")).stdout)["unplaced"] == 0, "there are no teams"
    await desk.publish()
    shown = (await run(firm)).stdout
    assert "Leads that nobody has: 1; python app.py routing give-out" in shown
    assert json.loads((await run(firm, "--json")).stdout)["unplaced"] == 1


async def test_a_length_of_time_that_is_none_is_trouble(firm: Firm) -> None:
    assert isinstance((await run(firm, "--since", "x")).exception, Trouble)
