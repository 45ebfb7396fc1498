"""`deliveries` and `deliver`, as a person at a terminal sees them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import typer

from console.deliveries_command import deliveries_cli
from console.places import Places
from console.wiring import Trouble
from delivery.alerting import Alerting
from delivery.connection import Connection
from delivery.dispatcher import Dispatcher
from delivery.email import Email, MailServer
from delivery.hubspot import HubSpot
from delivery.mailchimp import Mailchimp
from delivery.sending import Sending
from delivery.signing_in import StaticToken
from delivery.webhook import Webhook
from storage.database import Database
from storage.grants import StoredGrants
from storage.ledger import StoredLedger
from storage.outbox import StoredOutbox
from storage.story import Stories
from storage.workspace import StoredWorkspace
from tests.databases import sqlite_template
from tests.fakes.crm import Says
from tests.fakes.crm import Trouble as Fault
from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.links import FakeLinks
from tests.storage.conftest import Store
from tests.storage.records import handover, turn

__all__ = ["sqlite_template"]
SECRET = "0123456789abcdef0123456789abcdef"


@dataclass(frozen=True)
class Parts:
    """console.deliveries_command.DeliveryDesk"""

    store: Store
    outbox: StoredOutbox
    places: Places
    dispatcher: Dispatcher
    stories: Stories


class Terminal:
    """What the commands work with: a database, and a HubSpot that does as it is told."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.fake = FakeHubSpot()

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Parts]:
        """One process."""
        database = Database(self.url)
        store = Store(database)
        outbox = StoredOutbox(
            database,
            store.enqueue,
            ["hubspot"],
            "https://banter.example",
            wants={"mailchimp": {"lead.nurture"}},
        )
        store.workspace = StoredWorkspace(database, store.scripts, outbox)
        async with httpx.AsyncClient(transport=self.fake.transport()) as client:
            system = HubSpot(StaticToken("token-1"), base_url="https://crm.test")
            grants = StoredGrants(database, SECRET)
            connection = Connection(system, client, grants, store.clock)
            sending = Sending(connection, StoredLedger(database, store.clock), store.clock)
            dispatcher = Dispatcher(outbox, [sending], store.clock)
            webhook = Webhook("https://crm.test/hook", "s3cret", client, store.clock)
            chimp = Connection(Mailchimp("0-us6", "a1"), client, grants, store.clock)
            nurture = Sending(chimp, StoredLedger(database, store.clock), store.clock)
            server = MailServer("127.0.0.1", 9, "banter@acme.example", "all@acme.example")
            ledger = StoredLedger(database, store.clock)
            mail = Alerting(Email(server, FakeLinks()), ledger, store.clock)
            places = Places((sending, webhook, nurture, mail), (connection, chimp))
            try:
                yield Parts(store, outbox, places, dispatcher, Stories(database))
            finally:
                await database.close()

    def delivered(self, *troubles: Fault) -> str:
        """A lead after one attempt to deliver it."""

        async def work() -> str:
            async with self.desk() as parts:
                conversation = await parts.store.open()
                claim = await parts.store.claim(conversation)
                handed = turn(claim, handover=handover())
                await parts.store.workspace.commit(claim, handed, seen=claim.inbound_seq)
                self.fake.troubles.extend(troubles)
                await parts.dispatcher.send(parts.store.jobs.pop().row)
                return conversation

        return asyncio.run(work())


@pytest.fixture
def terminal(sqlite_template: Path, tmp_path: Path) -> Terminal:
    """An empty database."""
    path = tmp_path / "banter.db"
    path.write_bytes(sqlite_template.read_bytes())
    return Terminal(f"sqlite:///{path}")


@pytest.fixture
def run(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Types a command; what it prints."""
    cli = typer.Typer()
    cli.add_typer(deliveries_cli)

    def typed(*arguments: str) -> str:
        cli(list(arguments), obj=terminal, standalone_mode=False)
        return capsys.readouterr().out

    return typed


def test_a_story_tells_each_request_and_its_answer(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    lead = terminal.delivered(None, Says(400, json={"message": "INVALID_EMAIL"}))
    shown = run("deliveries", lead)
    for part in (
        "hubspot, revision 1 (qualified): failed",
        "find contact: POST crm.test/crm/objects/2026-03/contacts/batch/read -> 207",
        "contact: POST crm.test/crm/objects/2026-03/contacts/batch/upsert -> 400",
        "INVALID_EMAIL",
    ):
        assert part in shown


def test_programs_get_the_story_as_json(terminal: Terminal, run: Callable[..., str]) -> None:
    [story] = json.loads(run("deliveries", terminal.delivered(), "--json"))
    assert (story["system"], story["state"], story["attempts"]) == ("hubspot", "delivered", 1)
    assert [one["step"] for one in story["requests"]][-2:] == ["note", "task"]
    assert story["response"].startswith("contact ")


def test_a_dry_run_shows_the_systems_that_get_the_lead(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    lead = terminal.delivered()
    shown = run("deliver", lead, "--dry-run")
    assert "hubspot" in shown
    assert "mailchimp" not in shown
    with pytest.raises(Trouble, match="was not handed over"):
        run("deliver", lead, "--system", "mailchimp", "--dry-run")


def test_what_failed_is_sent_again_by_hand(terminal: Terminal, run: Callable[..., str]) -> None:
    lead = terminal.delivered(Says(403, json={"category": "MISSING_SCOPES"}))
    assert "is sent again" in run("deliver", lead)
    assert "queued" in run("deliveries", lead)
    with pytest.raises(Trouble, match="nothing to send again"):
        run("deliver", lead)


def test_a_dry_run_prints_the_requests_and_sends_nothing(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    lead = terminal.delivered()
    sent = len(terminal.fake.requests)
    shown = run("deliver", lead, "--dry-run", "--system", "hubspot")
    assert len(terminal.fake.requests) == sent
    assert "note: POST https://crm.test/crm/objects/2026-03/notes" in shown
    assert '"hs_note_body"' in shown
    assert "token-1" not in shown


def test_a_dry_run_shows_the_webhook_too(terminal: Terminal, run: Callable[..., str]) -> None:
    shown = run("deliver", terminal.delivered(), "--dry-run")
    assert "webhook: POST https://crm.test/hook" in shown
    assert "banter-event: lead.qualified" in shown
    assert "banter-signature: ***" in shown


def test_a_dry_run_shows_the_e_mail_itself(terminal: Terminal, run: Callable[..., str]) -> None:
    shown = run("deliver", terminal.delivered(), "--dry-run", "--system", "email")
    assert "Subject: Lead from Banter" in shown
    assert "To: all@acme.example" in shown
    assert "--- text/plain" in shown
    assert "--- text/html" in shown


def test_what_cannot_be_done_is_said_plainly(terminal: Terminal, run: Callable[..., str]) -> None:
    terminal.delivered()
    for arguments, why in (
        (["deliveries", "nobody"], "was not handed over"),
        (["deliver", "nobody", "--dry-run"], "was not handed over"),
        (
            ["deliver", "nobody", "--system", "zoho"],
            "zoho is not configured; these are: hubspot, webhook",
        ),
    ):
        with pytest.raises(Trouble, match=why):
            run(*arguments)
