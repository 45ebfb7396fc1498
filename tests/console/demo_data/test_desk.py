"""Who has the demo leads made: processes of their own, at a terminal or beside the server."""

import asyncio
import shutil
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import insert
from typer.testing import CliRunner, Result

from agent.rehearsal.rehearsal import SystemClock
from console.demo_data import crew
from console.demo_data.command import demo_cli
from console.demo_data.desk import DemoDesk, DemoFailed
from console.wiring import Trouble
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.demo import DemoLeads, NotEmpty
from storage.demo_tables import DemoSetRow
from storage.leads import Leads
from storage.scripts import Scripts
from tests.databases import sqlite_template

__all__ = ["sqlite_template"]

ROOT = Path(__file__).parents[3]
LEADS = 6


@dataclass
class Wired:
    """What app.py supplies, and the part that the commands use."""

    url: str

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Wired"]:
        database = Database(self.url)
        self.demo = DemoDesk(DemoLeads(database), self.url, "http://x.test", SystemClock())
        try:
            yield self
        finally:
            await database.close()


@pytest.fixture
async def wired(sqlite_template: Path, tmp_path: Path) -> Wired:
    """An empty database with the scripts of the demo."""
    path = tmp_path / "demo.db"
    shutil.copy(sqlite_template, path)
    made = Wired(f"sqlite:///{path}")
    database = Database(made.url)
    scripts = Scripts(database, parse_script, SystemClock())
    await scripts.publish_folder(ROOT / "prompts" / "scripts")
    await database.close()
    return made


async def run(wired: Wired, *arguments: str) -> Result:
    """A command, in a thread: it has an event loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, demo_cli, arguments, obj=wired)


async def test_they_are_made_shown_and_removed_at_a_terminal(wired: Wired) -> None:
    assert "There never were demo leads." in (await run(wired, "status")).stdout
    made = await run(wired, "make", "--leads", str(LEADS), "--seed", "5")
    assert made.exit_code == 0, made.exception
    assert f"{LEADS} demo leads are there." in made.stdout
    again = await run(wired, "make")
    assert isinstance(again.exception, Trouble)
    assert "There are leads already" in str(again.exception)
    assert f"{LEADS} demo leads were removed." in (await run(wired, "remove")).stdout
    assert "Demo leads: 0 (removed)." in (await run(wired, "status")).stdout


async def test_without_scripts_it_says_what_to_do(sqlite_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    shutil.copy(sqlite_template, path)
    wired = Wired(f"sqlite:///{path}")
    made = await run(wired, "make", "--leads", "2")
    assert isinstance(made.exception, Trouble)
    assert "scripts publish" in str(made.exception)
    assert "Demo leads: 0 (removed)." in (await run(wired, "status")).stdout


async def test_nothing_is_left_of_what_could_not_be_made(wired: Wired, tmp_path: Path) -> None:
    database = Database(wired.url)
    nowhere = f"sqlite:///{tmp_path}/nowhere/demo.db"
    desk = DemoDesk(DemoLeads(database), nowhere, "http://x.test", SystemClock())
    with pytest.raises(DemoFailed):
        await desk.make(1, LEADS)
    found = await desk.look()
    await database.close()
    assert found is not None
    assert (found.state, desk.shown) == ("removed", False)


async def test_beside_the_server_they_are_made_once(
    wired: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.demo_data.desk.LEADS", LEADS)
    database = Database(wired.url)
    try:
        desk = DemoDesk(DemoLeads(database), wired.url, "http://x.test", SystemClock())
        async with desk.kept(make=True):
            assert not desk.shown
            for _ in range(600):
                await asyncio.sleep(0.2)
                found = await desk.look()
                if found is not None and found.state == "there":
                    break
        assert desk.shown
        await desk.remove()
        async with desk.kept(make=True):
            await asyncio.sleep(0.5)
        assert (await Leads(database).conversations(100)).items == ()
        with pytest.raises(NotEmpty):
            await desk.make()
    finally:
        await database.close()


async def test_whoever_makes_them_is_ready_when_the_server_is(
    wired: Wired, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Process] = []

    async def watched() -> Process:
        begun.append(await start())
        return begun[-1]

    start = crew._started
    monkeypatch.setattr(crew, "_started", watched)
    async with wired.desk() as parts:
        await parts.demo.expect()
        await parts.demo.expect()
        assert len(begun) == crew.PARTS
        made = await parts.demo.make(5, LEADS)
        assert (made.leads, len(begun)) == (LEADS, crew.PARTS), "nobody else is called"
        await parts.demo.expect()
        assert len(begun) == crew.PARTS, "they are there: nobody is needed"


async def test_whoever_waits_in_vain_ends(wired: Wired) -> None:
    async with wired.desk() as parts, parts.demo.kept(make=False):
        await parts.demo.expect()
    alone = await crew._started()
    assert alone.stdin is not None
    alone.stdin.close()
    assert await asyncio.wait_for(alone.wait(), 60) == 0, "whoever was to order is not there"


async def test_who_does_not_ask_for_them_gets_none(wired: Wired) -> None:
    async with wired.desk() as parts:
        async with parts.demo.kept(make=False):
            await asyncio.sleep(0.1)
        assert await parts.demo.look() is None


async def test_what_another_process_has_made_is_noticed(wired: Wired) -> None:
    async with wired.desk() as parts:
        database = Database(wired.url)
        row = {"id": "demo", "state": "there", "seed": 1, "shares": "[]"}
        began = {"began_at": SystemClock().now()}
        await database.write(lambda one: one.execute(insert(DemoSetRow), {**row, **began}))
        await database.close()
        assert not parts.demo.shown
        await parts.demo.look()
        assert parts.demo.shown
