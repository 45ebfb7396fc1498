"""`planned` and `planned cancel`, as a person at a terminal sees them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import typer

from console.planned_command import planned_cli
from console.wiring import Trouble
from storage.database import Database
from tests.databases import sqlite_template
from tests.storage.conftest import Store
from tests.storage.patience import Office

__all__ = ["sqlite_template"]


class Terminal:
    """console.planned_command.PlannedWiring over a database."""

    def __init__(self, url: str) -> None:
        self.url = url

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Office]:
        """Everything on the database."""
        database = Database(self.url)
        yield Office(Store(database))
        await database.close()

    def with_leads(self, *channels: str) -> list[str]:
        """Leads that are not ready yet."""

        async def work() -> list[str]:
            async with self.desk() as office:
                return [
                    await office.lead(
                        channel="chat" if one == "chat" else "sms", number=f"+3460011100{place}"
                    )
                    for place, one in enumerate(channels)
                ]

        return asyncio.run(work())


@pytest.fixture
def terminal(sqlite_template: Path, tmp_path: Path) -> Terminal:
    """An empty database."""
    path = tmp_path / "banter.db"
    path.write_bytes(sqlite_template.read_bytes())
    return Terminal(f"sqlite:///{path}")


@pytest.fixture
def run(
    terminal: Terminal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """Types a command; what it prints."""
    cli = typer.Typer()
    cli.add_typer(planned_cli, name="planned")
    monkeypatch.setattr("console.planned_command.screen.width", 200, raising=False)

    def typed(*arguments: str) -> str:
        cli(["planned", *arguments], obj=terminal, standalone_mode=False)
        return capsys.readouterr().out

    return typed


def test_an_empty_list_says_so(run: Callable[..., str]) -> None:
    assert "Nobody is to hear from us." in run()


def test_the_list_says_who_when_why_and_what_is_asked(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    (lead,) = terminal.with_leads("sms")
    shown = run()
    for part in (lead, "agent", "requalify: 1 of 2", "2026-05-31", "budget"):
        assert part in shown


def test_programs_get_json_and_pages(terminal: Terminal, run: Callable[..., str]) -> None:
    leads = terminal.with_leads("sms", "sms", "sms")
    first = json.loads(run("--json", "--limit", "2"))
    second = json.loads(run("--json", "--limit", "2", "--after", first["next"]))
    found = [one["conversation"] for one in (*first["items"], *second["items"])]
    assert sorted(found) == sorted(leads)
    assert "More: --after" in run("--limit", "2")


def test_it_is_called_off_in_the_name_of_somebody(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    (lead,) = terminal.with_leads("sms")
    assert f"{lead} is left alone until they write" in run("cancel", lead, "--by", "Marta")
    assert "Nobody is to hear from us." in run()


def test_what_is_not_there_is_said_plainly(run: Callable[..., str]) -> None:
    with pytest.raises(Trouble, match="no conversation 'nobody'"):
        run("cancel", "nobody", "--by", "Marta")
    with pytest.raises(Trouble, match="no end of a page"):
        run("--after", "nonsense")
