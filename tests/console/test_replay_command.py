"""console.replay_command: what a draft would change, as a person and a program see it."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from console.replay_command import replay_cli, show
from console.wiring import Trouble
from qualification.analytics.what_if import Change
from qualification.errors import ScriptError
from storage.database import Database
from storage.replays import Example, Replay, Replays, SourceCount
from tests.console.conftest import SCRIPT, Firm

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Wired:
    """What app.py supplies."""

    path: Path

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Past"]:
        database = Database(f"sqlite:///{self.path}")
        yield Past(Firm(database))
        await database.close()


class Past:
    """The parts that look back."""

    def __init__(self, firm: Firm) -> None:
        self.replays = Replays(firm.database, firm.scripts)


@pytest.fixture
async def leads(firm: Firm, tmp_path: Path) -> Wired:
    """A lead with a need and 4000 euros a year, of today."""
    firm.clock.pass_by(seconds=(datetime.now(UTC) - firm.clock.now()).total_seconds() - 120)
    await firm.lead()
    return Wired(tmp_path / "banter.db")


async def run(wired: Wired, *arguments: str) -> Result:
    """The command as at a terminal: with a loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, replay_cli, arguments, obj=wired)


def written(path: Path, text: str) -> str:
    """A draft in a file."""
    path.write_text(text, encoding="utf-8")
    return str(path)


async def test_a_dearer_draft_says_who_would_be_lost(leads: Wired, tmp_path: Path) -> None:
    draft = written(tmp_path / "draft.yaml", SCRIPT.replace("3000", "5000"))
    ended = await run(leads, draft, "--since", "30d", "--json")
    assert ended.exit_code == 0
    found = json.loads(ended.stdout)
    assert (found["leads"], found["changed"]) == (1, 1)
    assert found["verdicts"] == [{"before": "qualified", "after": "unqualified", "leads": 1}]
    assert found["sources"]["/prices"]["lost"] == 1
    assert found["examples"][0]["why"][0] == "budget: positive → negative"


async def test_the_script_as_it_is_changes_nothing(leads: Wired, tmp_path: Path) -> None:
    ended = await run(leads, written(tmp_path / "same.yaml", SCRIPT))
    assert ended.exit_code == 0
    assert "0 of 1 leads of crm-suite" in ended.stdout


async def test_a_draft_that_is_no_script_is_explained(leads: Wired, tmp_path: Path) -> None:
    ended = await run(leads, written(tmp_path / "broken.yaml", "script: [}"))
    assert isinstance(ended.exception, ScriptError)


async def test_a_length_of_time_that_is_none_is_trouble(leads: Wired, tmp_path: Path) -> None:
    ended = await run(leads, written(tmp_path / "same.yaml", SCRIPT), "--since", "soon")
    assert isinstance(ended.exception, Trouble)


@pytest.fixture
def terminal() -> Console:
    return Console(file=io.StringIO(), width=120)


def shown(terminal: Console) -> str:
    assert isinstance(terminal.file, io.StringIO)
    return terminal.file.getvalue()


def test_a_person_sees_moves_sources_and_reasons(terminal: Console) -> None:
    found = Replay("crm-suite", NOW)
    change = Change("qualified", "unqualified", "warm", "nurture", ("budget: positive → negative",))
    found.leads, found.changed = 100, 15
    found.verdicts["qualified", "unqualified"] = 15
    found.tiers["warm", "nurture"] = 9
    found.sources["[ads]"] = SourceCount(100, 15, 0, 15)
    found.why["budget: positive → negative"] = 15
    found.examples.extend(Example(f"lead-{place}", "[ads]", change) for place in range(15))
    show(found, terminal)
    text = shown(terminal)
    assert "15 of 100 leads of crm-suite since 2026-03-02 would stand differently." in text
    assert "[ads]" in text
    assert "lead-9: budget: positive → negative" in text
    assert "lead-10:" not in text
    assert "… and 5 more" in text


def test_nobody_is_said_plainly(terminal: Console) -> None:
    show(Replay("crm-suite", NOW), terminal)
    assert shown(terminal) == "No lead of crm-suite is on record since 2026-03-02.\n"
