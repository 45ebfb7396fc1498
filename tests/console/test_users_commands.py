"""console.users_commands: people are let in from the terminal, and it is in the log."""

import asyncio
import shutil
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agent.conductor import Conductor
from console.command_line import main
from console.services import Services, services
from console.settings import Settings
from qualification.script import Script
from storage.audit import Audit, Sought
from storage.database import Database
from storage.users import User, Users
from tests.fakes.clock import FakeClock

Run = Callable[..., tuple[int, str]]


class Terminal:
    """console.wiring.Wiring over a database of the test."""

    script_folder = Path()

    def __init__(self, url: str) -> None:
        secret = SecretStr("a secret of the tests, long enough")
        self.settings = Settings(_env_file=None, database_url=url, secret_key=secret)

    def serve(self) -> None: ...

    async def work(self) -> None: ...

    def migrate(self) -> None: ...

    def rehearse(self, script: Script) -> AbstractAsyncContextManager[Conductor]:
        raise NotImplementedError(script)

    def desk(self) -> AbstractAsyncContextManager[Services]:
        return services(self.settings)


@pytest.fixture
def url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def run(url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command: how it ended, and what it said."""

    def command(*words: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["app.py", "users", *words])
        with pytest.raises(SystemExit) as ended:
            main(Terminal(url))
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return command


def looked_up(url: str, email: str) -> tuple[User | None, list[Any]]:
    """A user, and what the log has of them."""

    async def look() -> tuple[User | None, list[Any]]:
        database = Database(url)
        user = await Users(database, FakeClock()).get(email)
        subject = user.id if user else "nobody"
        page = await Audit(database, FakeClock()).entries(Sought(subject=subject), 50)
        await database.close()
        return user, [(one.actor, one.action) for one in page.items]

    return asyncio.run(look())


def test_somebody_is_added_with_a_role_and_gets_a_new_password(run: Run, url: str) -> None:
    password = ("--password", "seven green bicycles")
    code, said = run("add", "eva@acme.example", *password, "--role", "auditor")
    assert (code, "as auditor" in said) == (0, True)
    before, _ = looked_up(url, "eva@acme.example")
    assert run("password", "eva@acme.example", "--password", "eight green bicycles")[0] == 0
    assert run("reset-codes", "eva@acme.example")[0] == 0
    after, log = looked_up(url, "eva@acme.example")
    assert before is not None
    assert after is not None
    assert (before.role, before.seal != after.seal) == ("auditor", True)
    assert log == [
        ("terminal", "codes.reset"),
        ("terminal", "password.changed"),
        ("terminal", "user.added"),
    ]


def test_what_cannot_be_done_is_said(run: Run, url: str) -> None:
    password = ("--password", "seven green bicycles")
    assert run("add", "eva@acme.example", *password)[0] == 0
    assert "already" in run("add", "eva@acme.example", *password)[1]
    assert run("add", "ana@acme.example", *password, "--role", "boss")[0] == 2
    for words in (("password", "nobody@acme.example", *password), ("reset-codes", "nobody@x.yz")):
        code, said = run(*words)
        assert (code, "users add" in said) == (1, True)
    user, _ = looked_up(url, "ana@acme.example")
    assert user is None
