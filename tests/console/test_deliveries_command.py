"""`deliveries` and `deliver`, as a person at a terminal sees them."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
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
    database: Database
    places: Places
    dispatcher: Dispatcher
    stories: Stories


class Terminal:
    """What the commands work with: a database, and a HubSpot that does as it is told."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.fake = FakeHubSpot()
        self.systems = ["hubspot"]

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Parts]:
        """One process."""
        database = Database(self.url)
        store = Store(database)
        outbox = StoredOutbox(
            database,
            store.enqueue,
            self.systems,
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
                yield Parts(store, outbox, database, places, dispatcher, Stories(database))
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

    def nurtured(self) -> str:
        """A lead that sales does not get."""

        async def work() -> str:
            async with self.desk() as parts:
                conversation = await parts.store.open()
                claim = await parts.store.claim(conversation)
                left = turn(claim)
                left = replace(left, nurture=handover("nurture"), nurture_at=left.at)
                await parts.store.workspace.commit(claim, left, seen=claim.inbound_seq)
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
        "What to do: ",
    ):
        assert part in shown


def test_a_story_tells_how_each_attempt_ended(terminal: Terminal, run: Callable[..., str]) -> None:
    """Also one that is overwritten by a later one, and one whose process died."""
    lead = terminal.delivered(Says(503))

    async def again() -> None:
        async with terminal.desk() as parts:
            [story] = await parts.stories.of(lead)
            parts.store.clock.pass_by(minutes=1)
            await parts.outbox.take(story.id, parts.store.clock.now())  # its process dies
            parts.store.clock.pass_by(minutes=1)
            await parts.dispatcher.send(story.id)

    asyncio.run(again())
    lines = [line.strip() for line in run("deliveries", lead).splitlines()]
    _, second, third = (lines.index(one) for one in lines if one.startswith("attempt "))
    assert "503" in lines[second - 1]
    assert lines[second - 1].startswith("not yet: ")
    assert lines[second + 1 : third] == ["broke off, or is under way"]
    assert any(one.startswith("delivered: contact ") for one in lines[third:])
    [story] = json.loads(run("deliveries", lead, "--json"))
    assert [one["attempt"] for one in story["ends"]] == [1, 3]


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


def test_what_failed_of_all_leads_is_found_and_sent_again(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    assert "Nothing has failed" in run("deliveries", "--failed")
    refused = Says(400, json={"message": "INVALID_EMAIL"})
    leads = [terminal.delivered(None, refused) for _ in range(2)]
    terminal.delivered()
    shown = run("deliveries", "--failed")
    assert "hubspot: 2" in shown
    assert all(lead in shown for lead in leads)
    assert "fix_data" in shown
    rows = json.loads(run("deliveries", "--failed", "--json", "--system", "hubspot"))
    assert sorted((one["conversation"], one["remedy"]) for one in rows) == sorted(
        (lead, "fix_data") for lead in leads
    )
    assert "2 are sent again" in run("deliver", "--failed", "--system", "hubspot")
    assert "0 are sent again" in run("deliver", "--failed")
    assert "queued" in run("deliveries", leads[0])


def test_a_system_that_is_configured_later_gets_what_it_missed(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    first, second = terminal.delivered(), terminal.delivered()
    terminal.systems.append("webhook")
    assert "never heard of it: it is sent now" in run("deliver", first, "--system", "webhook")
    with pytest.raises(Trouble, match="nothing to send again"):
        run("deliver", first, "--system", "webhook")
    assert "1 are sent to webhook" in run("deliver", "--system", "webhook", "--since", "2020-01-01")
    assert "0 are sent to webhook" in run("deliver", "--system", "webhook", "--since", "2020-01-01")
    for lead in (first, second):
        assert "webhook, revision 1 (qualified): queued" in run("deliveries", lead)
    [missed] = json.loads(run("deliveries", first, "--json", "--system", "webhook"))
    assert missed["system"] == "webhook"


@pytest.mark.parametrize(
    "arguments",
    [
        ("deliveries",),
        ("deliveries", "one", "--failed"),
        ("deliver",),
        ("deliver", "one", "--failed"),
        ("deliver", "--failed", "--dry-run"),
        ("deliver", "--since", "2026-01-01"),
    ],
)
def test_which_leads_are_meant_has_to_be_said(
    run: Callable[..., str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(Trouble, match=r"Name a lead|name it|Say which system"):
        run(*arguments)


def test_a_dry_run_says_why_nothing_would_be_sent(
    terminal: Terminal, run: Callable[..., str]
) -> None:
    terminal.systems.append("mailchimp")
    shown = run("deliver", terminal.nurtured(), "--dry-run")
    assert "no consent to marketing is on record" in shown


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
