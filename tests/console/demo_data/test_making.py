"""The demo leads, made as the demo makes them: by simulated people, with the real parts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from console.demo_data.cast import DAYS, newcomers
from console.demo_data.making import SYSTEM, make
from console.demo_data.order import Order
from qualification.routing.planfile import parse_teams
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.demo import DemoLeads
from storage.leads import Leads
from storage.outcome_tables import OutcomeRow
from storage.reach_tables import TextRow
from storage.reports import Reports
from storage.routing_tables import AssignmentRow
from storage.scripts import Scripts
from storage.tables import ConversationRow, DeliveryRow, MessageRow
from storage.teams import Teams
from tests.databases import bare_database_url, database, database_url, sqlite_template
from tests.fakes.clock import FakeClock

__all__ = ["bare_database_url", "database", "database_url", "sqlite_template"]

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEADS = 24
SCRIPTS = ("crm-suite", "curso-datos")


@pytest.fixture
async def made(database: Database, database_url: str) -> Database:
    """A database with the scripts and people of the demo, and its leads."""
    clock = FakeClock(NOW)
    scripts = Scripts(database, parse_script, clock)
    await scripts.publish_folder(ROOT / "prompts" / "scripts")
    await Teams(database, parse_teams, clock).publish_file(ROOT / "prompts" / "teams.yaml")
    demo = DemoLeads(database)
    await demo.begin(1, NOW)
    order = Order(database_url, 1, LEADS, 0, 1, NOW, "http://console.test")
    assert await make(order) == LEADS
    await demo.finish(NOW)
    return database


async def rows(database: Database, *columns: Any) -> list[Any]:
    """All of a table."""
    return list(await database.read(lambda one: one.execute(select(*columns)).all()))


async def test_the_leads_are_whole_and_in_the_past(made: Database) -> None:
    started = [one.created_at for one in await rows(made, ConversationRow.created_at)]
    assert len(started) == LEADS
    assert all(NOW - timedelta(days=DAYS) <= at < NOW for at in started)
    assert all(one.at <= NOW for one in await rows(made, MessageRow.at))
    outcomes = {one.outcome for one in await rows(made, ConversationRow.outcome)}
    assert {"qualified", "undecided"} <= outcomes
    assert await rows(made, AssignmentRow.person)
    systems = {one.system for one in await rows(made, DeliveryRow.system, DeliveryRow.state)}
    assert systems == {SYSTEM}
    assert {"accepted"} <= {one.outcome for one in await rows(made, OutcomeRow.outcome)}
    assert all(one.at <= NOW for one in await rows(made, OutcomeRow.at))


async def test_nothing_is_left_to_be_done_for_them(made: Database) -> None:
    for column in (
        ConversationRow.remind_at,
        ConversationRow.rescore_at,
        ConversationRow.waiting_since,
        ConversationRow.lease_until,
        ConversationRow.person_due_at,
        TextRow.next_at,
    ):
        assert {one[0] for one in await rows(made, column)} <= {None}, column
    assert {one.state for one in await rows(made, TextRow.state)} <= {"delivered", "canceled"}
    assert {one.state for one in await rows(made, DeliveryRow.state)} <= {
        "delivered",
        "failed",
        "superseded",
    }


async def test_reports_and_lists_show_them_until_they_are_removed(made: Database) -> None:
    scripts = Scripts(made, parse_script, FakeClock(NOW))
    reports, since = Reports(made, scripts), NOW - timedelta(days=DAYS)
    before = await reports.report(since, NOW)
    assert before.leads == LEADS
    assert len((await Leads(made).conversations(100)).items) == LEADS
    assert await DemoLeads(made).remove(NOW) == LEADS
    after = await reports.report(since, NOW)
    assert (after.leads, after.accepted.of, after.handling.in_time.of) == (0, 0, 0)
    assert (await Leads(made).conversations(100)).items == ()


def test_the_same_seed_gives_the_same_people() -> None:
    first, second = (list(newcomers(3, 40, NOW, SCRIPTS)) for _ in range(2))
    assert [(one.at, one.address, one.persona, one.source) for one in first] == [
        (one.at, one.address, one.persona, one.source) for one in second
    ]
    other = list(newcomers(4, 40, NOW, SCRIPTS))
    assert [one.at for one in first] != [one.at for one in other]


def test_nobody_of_them_can_be_reached() -> None:
    people = list(newcomers(3, 200, NOW, SCRIPTS))
    for one in people:
        assert one.phone.value.startswith("+447700900") or one.phone.value[5:].startswith("55501")
        for words in one.words.values():
            assert all(domain.endswith(".example") for domain in words.people.domains)
    texted = [one.address for one in people if one.channel != "chat"]
    assert len(set(texted)) == len(texted)


def test_without_the_scripts_of_the_demo_nobody_comes() -> None:
    assert list(newcomers(3, 40, NOW, ())) == []
