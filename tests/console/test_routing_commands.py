"""console.routing_commands: the plan is checked, published and tried; a lead's way is explained."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from agent.rehearsal.rehearsal import SystemClock
from console.routing_commands import routing_cli, teams_cli
from console.wiring import Trouble
from qualification.errors import ScriptError
from qualification.routing.planfile import parse_teams
from storage.assignments import StoredAssignments
from storage.database import Database
from storage.routing_past import RoutingPast
from storage.teams import Teams
from tests.console.conftest import Firm
from tests.console.desks import RoutingFirm
from tests.storage.routed import PLAN

SCRIPTS = Path(__file__).parents[2] / "prompts" / "scripts"


@dataclass
class Wired:
    """What app.py supplies."""

    path: Path
    script_folder: Path = SCRIPTS

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Parts"]:
        database = Database(f"sqlite:///{self.path}")
        try:
            yield Parts(database)
        finally:
            await database.close()


class Parts:
    """The parts that the commands use."""

    def __init__(self, database: Database) -> None:
        self.teams = Teams(database, parse_teams, SystemClock())
        self.assignments = StoredAssignments(database, self.teams, lambda *_: None)
        self.routing_past = RoutingPast(database)


@pytest.fixture
async def desk(firm: Firm) -> RoutingFirm:
    made = RoutingFirm(firm)
    firm.clock.pass_by(seconds=(SystemClock().now() - firm.clock.now()).total_seconds() - 3600)
    return made


@pytest.fixture
def wired(firm: Firm) -> Wired:
    path = firm.database.sync_url.removeprefix("sqlite:///")
    return Wired(Path(path))


async def run(cli: Typer, wired: Wired, *arguments: str) -> Result:
    """A command, in a thread: it has an event loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, cli, arguments, obj=wired)


def written(folder: Path, text: str) -> str:
    """A file with this text."""
    path = folder / "teams.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


class TestTeams:
    async def test_the_sample_is_good(self, wired: Wired) -> None:
        sample = SCRIPTS.parent / "teams.yaml"
        result = await run(teams_cli, wired, "check", str(sample))
        assert result.exit_code == 0
        assert "good" in result.stdout
        assert "warning" not in result.stdout

    async def test_a_mistake_has_its_line_and_column(self, wired: Wired, tmp_path: Path) -> None:
        file = written(tmp_path, PLAN.replace("weight: 2", "weigth: 2"))
        result = await run(teams_cli, wired, "check", file)
        assert result.exit_code == 1
        assert f"{file}:3:79: unknown key `weigth`: did you mean `weight`?" in result.stderr

    async def test_what_may_surprise_is_a_warning(self, wired: Wired, tmp_path: Path) -> None:
        odd = PLAN.replace("name: everything,", "name: everything, when: {script: crm-siute},")
        result = await run(teams_cli, wired, "check", written(tmp_path, odd))
        assert result.exit_code == 0
        assert "there is no script `crm-siute` here: did you mean `crm-suite`?" in result.stdout

    async def test_the_schema_is_json(self, wired: Wired) -> None:
        result = await run(teams_cli, wired, "schema")
        assert json.loads(result.stdout)["properties"]["people"]["type"] == "array"

    async def test_a_published_plan_is_shown_as_it_was_written(
        self, wired: Wired, tmp_path: Path
    ) -> None:
        nothing = await run(teams_cli, wired, "show")
        assert isinstance(nothing.exception, Trouble)
        file = written(tmp_path, PLAN)
        assert "version 1" in (await run(teams_cli, wired, "publish", file, "--by", "ana")).stdout
        assert (await run(teams_cli, wired, "show")).stdout == PLAN
        assert (await run(teams_cli, wired, "show", "--version", "1")).stdout == PLAN
        missing = await run(teams_cli, wired, "show", "--version", "7")
        assert "no version 7" in str(missing.exception)

    async def test_a_broken_plan_is_not_published(self, wired: Wired, tmp_path: Path) -> None:
        result = await run(teams_cli, wired, "publish", written(tmp_path, "people: []"))
        assert isinstance(result.exception, ScriptError)


class TestExplain:
    async def test_must_have_7_a_lead_says_how_it_came_there(
        self, wired: Wired, desk: RoutingFirm
    ) -> None:
        await desk.publish()
        given = await desk.given()
        await desk.acceptance.pass_on(given.handover, "ana", "ill", desk.firm.clock.now())
        shown = (await run(routing_cli, wired, "explain", given.conversation)).stdout
        assert "1. ana (routed, passed_on)" in shown
        assert "2. luis (reassigned, offered)" in shown
        assert "not ana: had it before" in shown
        assert "differently" not in shown
        told = json.loads(
            (await run(routing_cli, wired, "explain", given.conversation, "--json")).stdout
        )
        assert [one["same_again"] for one in told] == [True, True]
        assert told[0]["rule"] == "everything"

    async def test_a_lead_that_nobody_takes_out_of_a_queue_says_so(
        self, wired: Wired, desk: RoutingFirm
    ) -> None:
        queued = PLAN.replace("to: {team: sales}", "to: {queue: general}")
        await desk.publish(
            queued.replace("leads@acme.example, escalate_to: marta", "l@acme.example")
        )
        given, clock = await desk.given(), desk.firm.clock
        clock.pass_by(minutes=3)
        await desk.assignments.remind(given.id, clock.now())
        clock.pass_by(minutes=2)
        await desk.assignments.overdue(given.id, clock.now())
        shown = (await run(routing_cli, wired, "explain", given.conversation)).stdout
        found = await desk.assignments.get(given.id)
        assert found is not None
        assert f"reminded last at {found.reminded_at:%Y-%m-%d %H:%M} UTC" in shown
        assert f"not accepted in time: {found.overdue_at:%Y-%m-%d %H:%M} UTC" in shown
        assert f"reminded again at {found.remind_next_at:%Y-%m-%d %H:%M} UTC" in shown

    async def test_a_lead_that_is_nowhere_and_one_that_is_none(
        self, wired: Wired, desk: RoutingFirm
    ) -> None:
        lead = await desk.firm.lead()
        assert "with nobody" in (await run(routing_cli, wired, "explain", lead)).stdout
        result = await run(routing_cli, wired, "explain", "nobody")
        assert isinstance(result.exception, Trouble)


class TestReplay:
    async def test_must_have_11_a_draft_says_who_would_have_got_the_leads(
        self, wired: Wired, desk: RoutingFirm, tmp_path: Path
    ) -> None:
        await desk.publish()
        for _ in range(6):
            await desk.given()
        file = written(tmp_path, PLAN.replace("weight: 2", "weight: 1"))
        shown = (await run(routing_cli, wired, "replay", file)).stdout
        assert "of 6 leads" in shown
        told = json.loads((await run(routing_cli, wired, "replay", file, "--json")).stdout)
        places = {one["place"]: (one["before"], one["after"]) for one in told["places"]}
        assert places == {"ana": (4, 3), "luis": (2, 3)}
        assert told["moved"] == len(told["examples"]) > 0

    async def test_the_plan_that_holds_moves_nothing(
        self, wired: Wired, desk: RoutingFirm, tmp_path: Path
    ) -> None:
        await desk.publish()
        for _ in range(3):
            await desk.given()
        shown = (await run(routing_cli, wired, "replay", written(tmp_path, PLAN))).stdout
        assert "0 of 3 leads" in shown

    async def test_without_leads_it_says_so(
        self, wired: Wired, desk: RoutingFirm, tmp_path: Path
    ) -> None:
        await desk.publish()
        shown = (await run(routing_cli, wired, "replay", written(tmp_path, PLAN))).stdout
        assert "No lead was given to anybody" in shown

    async def test_a_length_of_time_that_is_none_is_trouble(
        self, wired: Wired, tmp_path: Path
    ) -> None:
        result = await run(routing_cli, wired, "replay", written(tmp_path, PLAN), "--since", "x")
        assert isinstance(result.exception, Trouble)
