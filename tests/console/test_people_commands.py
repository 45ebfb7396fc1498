"""`export` and `erase`, as a person at a terminal sees them."""

import asyncio
import io
import json
import stat
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from sqlalchemy import Connection, update

from agent.conductor import Conductor
from agent.erasing import Erasing
from agent.ports import Job
from console.command_line import main
from console.wiring import Desk
from qualification.script import Script
from storage.audit import Audit, Sought
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow
from storage.erasures import StoredErasures
from storage.exports import Exports
from storage.people import People
from storage.scripts import Scripts
from storage.tables import DeliveryRow
from storage.users import Users
from tests.fakes.clock import FakeClock
from tests.fakes.eraser import FakeEraser
from tests.storage.conftest import Store
from tests.storage.persons import EMAIL, OLD_EMAIL, PHONE, ana, ledger


@dataclass(frozen=True)
class Parts:
    """console.wiring.Desk"""

    scripts: Scripts
    users: Users
    audit: Audit
    people: People
    exports: Exports
    erasures: StoredErasures
    erasing: Erasing


class Terminal:
    """console.wiring.Wiring with nothing behind it but a database and somebody like Twilio."""

    script_folder = Path()

    def __init__(self, url: str, eraser: FakeEraser | None) -> None:
        self.url = url
        self.eraser = eraser

    def serve(self) -> None: ...

    async def work(self) -> None: ...

    def migrate(self) -> None: ...

    def rehearse(self, script: Script) -> AbstractAsyncContextManager[Conductor]:
        raise NotImplementedError(script)

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        database = Database(self.url)
        store = Store(database)
        erasures = StoredErasures(database, ledger(store), _forget, store.clock)
        try:
            yield Parts(
                scripts=store.scripts,
                users=Users(database, store.clock),
                audit=Audit(database, store.clock),
                people=People(database, store.scripts, store.clock),
                exports=Exports(database, ledger(store), store.clock),
                erasures=erasures,
                erasing=Erasing(erasures, self.eraser, store.clock),
            )
        finally:
            await database.close()


def _forget(_connection: Connection, _job: Job) -> None:
    """No job is done here."""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ended]


@pytest.fixture
def url(sqlite_template: Path, tmp_path: Path) -> str:
    """A database with Ana in it."""
    path = tmp_path / "banter.db"
    path.write_bytes(sqlite_template.read_bytes())

    async def fill() -> None:
        database = Database(f"sqlite:///{path}")
        await ana(Store(database))
        await database.close()

    asyncio.run(fill())
    return f"sqlite:///{path}"


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, url: str
) -> Run:
    """Runs a command as `python app.py` does, but for the process of its own."""

    def command(*arguments: str, given: str = "", eraser: FakeEraser | None = None) -> Ended:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        with pytest.raises(SystemExit) as ended:
            main(Terminal(url, eraser))
        out, err = capsys.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, out, err)

    return command


def exported(run: Run, who: str, *options: str) -> dict[str, Any]:
    """What is known about somebody."""
    document: dict[str, Any] = json.loads(run("export", who, *options).out)
    return document


@pytest.mark.parametrize("who", ["+34 600 111 222", EMAIL.upper(), OLD_EMAIL])
def test_an_export_has_all_that_is_known(run: Run, who: str) -> None:
    document = exported(run, who)
    records = document["records"]
    assert {one["value"] for one in document["addresses"]} == {PHONE, EMAIL, OLD_EMAIL}
    assert {one["channel"] for one in records["conversations"]} == {"chat", "sms", "voice"}
    said = [one["text"] for one in records["messages"]]
    assert f"I am Ana Quiroga, {PHONE}, {EMAIL}" in said
    assert [one["value"]["value"] for one in records["answers"] if one["key"] == "email"] == [
        OLD_EMAIL,
        EMAIL,
    ]
    assert records["handovers"][0]["payload"]["summary"] == "Ana: qualified, ñandú"
    assert records["consents"][0]["words"] == "Ana Quiroga again"
    assert document["asked_not_to_be_written_to"][0]["kind"] == "stop"
    assert len(document["kept_at_twilio"]) == 4
    assert "lease_token" not in records["conversations"][0]


@pytest.mark.parametrize(
    ("command", "action"), [("export", "lead.exported"), ("erase", "lead.erased")]
)
def test_what_is_done_at_the_terminal_is_in_the_log_by_ids_alone(
    run: Run, url: str, command: str, action: str
) -> None:
    ids = {one["id"] for one in exported(run, EMAIL)["records"]["conversations"]}
    run(command, EMAIL, *(["--yes"] if command == "erase" else []))

    async def logged() -> set[str | None]:
        database = Database(url)
        page = await Audit(database, FakeClock()).entries(Sought("terminal", action), 50)
        await database.close()
        assert all(not one.details for one in page.items)
        return {one.subject for one in page.items}

    assert asyncio.run(logged()) == ids


def test_an_export_tells_how_each_conversation_was_found(run: Run) -> None:
    ended = run("export", EMAIL)
    assert {(one["how"], one["over"]) for one in json.loads(ended.out)["found"]} == {
        ("gave", EMAIL),
        ("wrote", PHONE),
        ("called", PHONE),
    }
    assert f"they wrote from {PHONE}" in ended.err


def test_an_export_alone_has_only_what_names_the_address(run: Run) -> None:
    document = exported(run, EMAIL, "--alone")
    assert [one["channel"] for one in document["records"]["conversations"]] == ["chat"]


def test_an_export_goes_into_a_new_file_that_nobody_else_can_read(run: Run, tmp_path: Path) -> None:
    assert run("export", PHONE, "--out", "ana.json").out == ""
    file = tmp_path / "ana.json"
    assert "ñandú" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = run("export", PHONE, "--out", "ana.json")
    assert again.code == 1
    assert "ana.json" in again.err


def test_of_a_stranger_nothing_is_known(run: Run) -> None:
    ended = run("export", "+34600999999")
    assert json.loads(ended.out)["records"] == {}
    assert "No conversation" in ended.err
    assert ended.code == 0
    assert "Nothing is held" in run("erase", "nobody@example.com", "--yes").out


@pytest.mark.parametrize("command", ["export", "erase"])
@pytest.mark.parametrize("who", ["600111222", "Ana", "[red]"])
def test_what_is_no_address_is_explained(run: Run, command: str, who: str) -> None:
    ended = run(command, who)
    assert ended.code == 1
    assert who in ended.err
    assert "+34600111222" in ended.err


def test_erase_deletes_here_and_at_twilio(run: Run) -> None:
    twilio = FakeEraser()
    ended = run("erase", PHONE, "--yes", eraser=twilio)
    assert ended.code == 0
    assert "conversations 3" in ended.out
    assert "model calls 3" in ended.out
    assert "4 deleted" in ended.out
    assert "left" not in ended.out
    assert {kind for kind, _ in twilio.deleted} == {"message", "call", "recording"}
    assert exported(run, PHONE)["records"] == {}
    assert exported(run, PHONE)["asked_not_to_be_written_to"] != []
    assert "Nothing is held" in run("erase", PHONE, "--yes", eraser=twilio).out


def test_erase_names_who_else_has_the_lead(run: Run, url: str) -> None:
    async def send() -> None:
        database = Database(url)
        tried = update(DeliveryRow).values(attempts=1)
        await database.write(lambda connection: connection.execute(tried))
        await database.close()

    asyncio.run(send())
    assert "went to webhook" in run("erase", PHONE, "--yes").out


def test_what_twilio_does_not_delete_now_is_left_to_the_server(run: Run) -> None:
    ended = run("erase", EMAIL, "--alone", "--yes", eraser=FakeEraser(down_after=0))
    assert "Twilio" not in ended.out
    ended = run("erase", PHONE, "--yes", eraser=FakeEraser(down_after=1))
    assert "1 deleted, 3 left" in ended.out
    assert ended.code == 0


def test_a_dry_run_erases_nothing(run: Run) -> None:
    ended = run("erase", PHONE, "--dry-run")
    assert "conversations 3" in ended.out
    assert "4 at Twilio" in ended.out
    assert len(exported(run, PHONE)["records"]["conversations"]) == 3


def test_who_is_on_a_list_is_told_and_left_to_the_server(run: Run, url: str) -> None:
    async def list_them() -> None:
        database = Database(url)
        listed = update(DeliveryStepRow).values(system="constant_contact")
        await database.write(lambda connection: connection.execute(listed))
        await database.close()

    asyncio.run(list_them())
    assert exported(run, PHONE)["kept_on_lists"] == [{"list": "constant_contact", "member": "c-1"}]
    assert "4 at Twilio and 1 on lists" in run("erase", PHONE, "--dry-run").out
    erased = run("erase", PHONE, "--yes", eraser=FakeEraser()).out
    assert "1 left: the server goes on trying" in erased


def test_erase_asks_before_it_does(run: Run) -> None:
    refused = run("erase", PHONE, given="n\n")
    assert refused.code == 1
    assert len(exported(run, PHONE)["records"]["conversations"]) == 3
    assert "Erased" in run("erase", PHONE, given="y\n").out
    assert exported(run, PHONE)["records"] == {}


def test_erase_alone_leaves_what_the_address_leads_to(run: Run) -> None:
    run("erase", EMAIL, "--alone", "--yes")
    left = exported(run, PHONE)["records"]["conversations"]
    assert {one["channel"] for one in left} == {"sms", "voice"}
