"""console.suggest_command: S56, a draft in a file with its reasons and its replay."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert
from typer.testing import CliRunner, Result

from agent.dialogue import Dialogue
from console.suggest_command import suggest_cli
from console.wiring import Trouble
from qualification.answers import Answer, AnswerSheet
from qualification.scriptfile import parse_script
from qualification.values import Text
from storage.database import Database
from storage.documents import dialogue_text
from storage.outcome_tables import OutcomeRow
from storage.replays import Replays
from storage.suggestions import Suggestions
from storage.tables import ConversationRow
from tests.builders import money
from tests.console.conftest import SCRIPT, Firm

HIGH = SCRIPT.replace("qualify:", "score:\n  tiers: {hot: 55, warm: 40, nurture: 0}\nqualify:")
PRICED = ("--win", "1000", "--call", "300")


@dataclass
class Wired:
    """What app.py supplies."""

    path: Path

    @asynccontextmanager
    async def desk(self) -> AsyncIterator["Past"]:
        database = Database(f"sqlite:///{self.path}")
        try:
            yield Past(Firm(database))
        finally:
            await database.close()


class Past:
    """The parts that look back."""

    def __init__(self, firm: Firm) -> None:
        self.replays = Replays(firm.database, firm.scripts)
        self.suggestions = Suggestions(firm.database, firm.scripts)


@pytest.fixture
async def firm_with_deals(firm: Firm, tmp_path: Path) -> Wired:
    """200 leads with a budget, of whom four in five bought, and 200 with a small one: one in ten.
    The highest tier is out of everybody's reach.
    """
    version = await firm.scripts.publish(HIGH, origin="file")
    at = datetime.now(UTC) - timedelta(days=1)
    leads, deals = [], []
    for place in range(400):
        rich = place % 2 == 0
        won = place % 10 != 0 if rich else place % 20 == 1
        answers = {
            "need": Answer("need", Text("a CRM"), at),
            "budget": Answer("budget", money(5000 if rich else 100), at),
        }
        of = {"script_version": version.id, "source": "ads"}
        name = f"lead-{place}"
        leads.append(
            {
                **of,
                "id": name,
                "channel": "chat",
                "address": name,
                "language": "en",
                "phase": "closed",
                "dialogue": dialogue_text(Dialogue("en", sheet=AnswerSheet(answers))),
                "outcome": "qualified" if rich else "unqualified",
                "tier": "warm" if rich else "nurture",
                "inbound_seq": 1,
                "created_at": at,
                "updated_at": at,
            }
        )
        deals.append(
            {
                **of,
                "conversation": name,
                "stage": "deal",
                "outcome": "won" if won else "lost",
                "at": at,
                "recorded_at": at,
                "opened_at": at,
                "holds": True,
            }
        )

    def work(connection: Connection) -> None:
        connection.execute(insert(ConversationRow), leads)
        connection.execute(insert(OutcomeRow), deals)

    await firm.database.write(work)
    return Wired(tmp_path / "banter.db")


async def run(wired: Wired, *arguments: str) -> Result:
    """The command as at a terminal: with a loop of its own."""
    return await asyncio.to_thread(CliRunner().invoke, suggest_cli, arguments, obj=wired)


async def test_the_draft_is_written_with_its_reasons_and_its_replay(
    firm_with_deals: Wired, tmp_path: Path
) -> None:
    out = tmp_path / "draft.yaml"
    ended = await run(firm_with_deals, "crm-suite", "--out", str(out), *PRICED)
    assert ended.exit_code == 0, ended.output
    assert "- hot: from 55 -> 45 points" in ended.output
    assert "The draft is in" in ended.output
    assert "200 of 400 leads of crm-suite" in ended.output
    text = out.read_text(encoding="utf-8")
    assert parse_script(text).score.tiers["hot"] == 45
    assert text.startswith("# A draft of crm-suite, version 1")


async def test_programs_get_all_of_it(firm_with_deals: Wired) -> None:
    ended = await run(firm_with_deals, "crm-suite", "--json", *PRICED)
    found = json.loads(ended.stdout)
    assert (found["enough"], found["ended_well"], found["ended_badly"]) == (True, 180, 220)
    assert (found["tier"]["before"], found["tier"]["after"]) == (55, 45)
    assert found["tier"]["gain"]["sure"]
    assert found["replay"]["tiers"] == [{"before": "warm", "after": "hot", "leads": 200}]
    assert "tiers: {hot: 45, warm: 40, nurture: 0}" in found["draft"]


async def test_where_nothing_is_to_be_changed_no_file_is_written(
    firm_with_deals: Wired, tmp_path: Path
) -> None:
    out = tmp_path / "draft.yaml"
    ended = await run(firm_with_deals, "crm-suite", "--out", str(out))
    assert "Nothing is to be changed." in ended.output
    assert not out.exists()


async def test_too_little_is_said_plainly(firm: Firm, tmp_path: Path) -> None:
    await firm.lead()
    ended = await run(Wired(tmp_path / "banter.db"), "crm-suite", "--target", "accepted")
    assert ended.exit_code == 0
    assert ended.output.startswith("Not enough data: 0 ended well and 0 badly. Missing: 100 more")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("other",), "No script 'other' is published"),
        (("crm-suite", "--since", "soon"), "write it like 30d"),
        (("crm-suite", "--win", "5"), "together"),
        (("crm-suite", "--capacity", "5"), "only with them"),
    ],
)
async def test_what_cannot_be_done_is_trouble(
    firm: Firm, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    await firm.lead()
    ended = await run(Wired(tmp_path / "banter.db"), *arguments)
    assert isinstance(ended.exception, Trouble)
    assert told in str(ended.exception)


async def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    out.write_text("mine", encoding="utf-8")
    ended = await run(Wired(tmp_path / "banter.db"), "crm-suite", "--out", str(out))
    assert isinstance(ended.exception, Trouble)
    assert out.read_text(encoding="utf-8") == "mine"


async def test_a_folder_that_is_not_there_is_told_before_the_work(
    firm: Firm, tmp_path: Path
) -> None:
    await firm.lead()
    out = tmp_path / "nowhere" / "draft.yaml"
    ended = await run(Wired(tmp_path / "banter.db"), "crm-suite", "--out", str(out))
    assert isinstance(ended.exception, Trouble)
    assert "There is no folder" in str(ended.exception)
