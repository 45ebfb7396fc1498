"""console.setup.trying: tests are sent by each way, and what would be sent is shown."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

import httpx
import pytest

from agent.texting import Refused
from channels.texting import TextSender
from console.places import Places
from delivery.alerting import Alerting
from delivery.connection import Connection
from delivery.email import Email
from delivery.hubspot import HubSpot
from delivery.mail import MailServer
from delivery.mailchimp import Mailchimp
from delivery.sending import Sending
from delivery.signing_in import StaticToken
from delivery.slack import Slack
from delivery.system import System
from delivery.text_alert import TextAlert
from delivery.webhook import Webhook, verify
from storage.audit import Sought
from storage.suppressions import Suppressions
from storage.texts import StoredTexts
from tests.console.conftest import Firm
from tests.console.setup.test_setup_pages import SYSTEMS, someone
from tests.fakes.crm import FakeCrm
from tests.fakes.grants import FakeGrants
from tests.fakes.ledger import FakeLedger
from tests.fakes.links import FakeLinks
from tests.fakes.slack import CHANNEL, FakeSlack
from tests.fakes.text_record import FakeTexts
from tests.fakes.texter import FakeTexter

SECRET = "webhook-secret"
PLAN = """\
timezone: Europe/Madrid
people:
  - {id: ana, name: Ana, email: Admin@acme.example, phone: "+34600111222"}
queues:
  - {id: all, name: {en: All}, people: [ana]}
fallback: {queue: all}
"""


def answering(status: int, said: bytes) -> httpx.Response:
    """An answer that is read as it comes."""
    return httpx.Response(status, stream=httpx.ByteStream(said))


@pytest.fixture
def reached(firm: Firm) -> Callable[..., FakeCrm]:
    """Has the firm deliver to a system that a fake stands for."""

    def reach(system: System, fake: FakeCrm) -> FakeCrm:
        client = httpx.AsyncClient(transport=fake.transport())
        one = Connection(system, client, FakeGrants(), firm.clock)
        firm.places = Places((Sending(one, FakeLedger(), firm.clock),), (one,))
        firm.systems = firm.places.systems
        return fake

    return reach


@pytest.fixture
def received(firm: Firm) -> list[httpx.Request]:
    """What arrives at the firm's webhook."""
    heard: list[httpx.Request] = []

    def hear(request: httpx.Request) -> httpx.Response:
        heard.append(request)
        return answering(200, b"thank you")

    client = httpx.AsyncClient(transport=httpx.MockTransport(hear))
    hook = Webhook("https://hooks.acme.example/banter", SECRET, client, firm.clock)
    firm.places = Places((hook,), ())
    return heard


def slack() -> Slack:
    return Slack("token-1", CHANNEL, FakeLinks(), base_url="https://slack.test/api")


async def logged(firm: Firm) -> list[object]:
    found = await firm.audit.entries(Sought(action="test.sent"), 20)
    return [one.details for one in found.items]


class TestSlack:
    async def test_gets_a_message_that_says_it_is_a_test(
        self, firm: Firm, reached: Callable[..., FakeCrm]
    ) -> None:
        fake = FakeSlack()
        reached(slack(), fake)
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        sent = await admin.send(f"{SYSTEMS}/try", system="slack")
        assert sent.headers["location"] == f"{SYSTEMS}?said=posted#tests"
        [message] = fake.posted()
        assert message["channel"] == CHANNEL
        assert message["text"].startswith("A test from Banter")
        assert (
            f"It stands in the channel {CHANNEL}."
            in (await admin.see(f"{SYSTEMS}?said=posted")).text
        )
        assert await logged(firm) == [{"system": "slack", "sent": True}]

    @pytest.mark.parametrize("error", ["channel_not_found", "internal_error"])
    async def test_that_refuses_is_quoted(
        self, firm: Firm, reached: Callable[..., FakeCrm], error: str
    ) -> None:
        reached(slack(), FakeSlack(chat_postMessage=error))
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        sent = await admin.send(f"{SYSTEMS}/try", system="slack")
        assert sent.status_code == 422
        assert f"It was not sent: Slack: {error}" in sent.text
        assert await logged(firm) == [{"system": "slack", "sent": False}]


class TestTheWebhook:
    async def test_gets_a_signed_event_of_its_own(
        self, firm: Firm, received: list[httpx.Request]
    ) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        sent = await admin.send(f"{SYSTEMS}/try", system="webhook")
        assert sent.headers["location"] == f"{SYSTEMS}?said=taken#tests"
        [request] = received
        assert request.headers["banter-event"] == "test"
        body = json.loads(request.content)
        assert request.headers["banter-delivery"] == f"test.{body['id']}"
        assert datetime.fromisoformat(body["created_at"]) == firm.clock.now()
        signature = request.headers["banter-signature"]
        assert verify(SECRET, signature, request.content, firm.clock.now())
        assert set(body) == {"id", "created_at", "text"}

    async def test_that_refuses_is_quoted(self, firm: Firm, received: list[httpx.Request]) -> None:
        client = httpx.AsyncClient(
            transport=httpx.MockTransport(lambda _: answering(404, b"no such hook"))
        )
        firm.places = Places((Webhook("https://acme.example/", SECRET, client, firm.clock),), ())
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        sent = await admin.send(f"{SYSTEMS}/try", system="webhook")
        assert "It was not sent: answered 404: no such hook" in sent.text
        assert received == []


class TestAText:
    @pytest.fixture
    def texter(self, firm: Firm) -> FakeTexter:
        """What sends the firm's texts."""
        suppressions = Suppressions(firm.database, "a secret of the tests")
        firm.notes = StoredTexts(firm.database, firm.enqueue, suppressions)
        return FakeTexter()

    async def send(self, firm: Firm, texter: FakeTexter) -> None:
        """Do the job that waits."""
        assert isinstance(firm.notes, StoredTexts)
        [job] = firm.jobs
        await TextSender(firm.notes, texter, firm.clock).send(job.row)

    async def test_goes_to_ones_own_number_and_its_fate_is_told(
        self, firm: Firm, texter: FakeTexter
    ) -> None:
        await firm.teams.publish(PLAN, origin="console")
        firm.clock.pass_by(hours=3)
        admin = await someone(firm)
        assert "Send one to +34600111222" in (await admin.see(SYSTEMS)).text
        where = (await admin.send(f"{SYSTEMS}/text")).headers["location"]
        assert "The text to +34600111222: Waiting" in _plain((await admin.see(where)).text)
        await self.send(firm, texter)
        [text] = texter.sent
        assert (text.to, text.purpose) == ("+34600111222", "sales")
        assert text.body.startswith("A test from Banter")
        assert "The text to +34600111222: With the carrier" in _plain((await admin.see(where)).text)

    async def test_that_is_refused_says_why(self, firm: Firm, texter: FakeTexter) -> None:
        await firm.teams.publish(PLAN, origin="console")
        firm.clock.pass_by(hours=3)
        texter.answers = [Refused(21614, "not a mobile number")]
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        where = (await admin.send(f"{SYSTEMS}/text")).headers["location"]
        await self.send(firm, texter)
        assert "Not sent: it is not a mobile number" in _plain((await admin.see(where)).text)

    async def test_needs_a_number_and_somebody_who_sends(
        self, firm: Firm, texter: FakeTexter
    ) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        assert "No number of yours is known" in (await admin.send(f"{SYSTEMS}/text")).text
        firm.notes = None
        other = await someone(firm, "auditor")
        page = (await other.see(SYSTEMS)).text
        assert "Send one to" not in page
        assert texter.sent == []


def _plain(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split()).replace(" :", ":")


class TestADryRun:
    async def test_shows_every_request_of_a_crm_and_sends_none(
        self, firm: Firm, reached: Callable[..., FakeCrm]
    ) -> None:
        fake = FakeSlack()
        reached(HubSpot(StaticToken("pat-secret"), base_url="https://crm.test"), fake)
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        page = unescape((await admin.send(f"{SYSTEMS}/rehearse", system="hubspot")).text)
        for step in ("owner: GET", "contact: POST", "company: POST", "note: POST", "task: POST"):
            assert step in page
        assert "ana@example.com" in page
        assert "pat-secret" not in page
        assert fake.requests == []
        found = await firm.audit.entries(Sought(action="systems.rehearsed"), 5)
        assert [one.details for one in found.items] == [{"system": "hubspot"}]

    async def test_shows_a_list_what_nurture_would_give_it(
        self, firm: Firm, reached: Callable[..., FakeCrm]
    ) -> None:
        reached(Mailchimp("0123-us6", "a1", base_url="https://list.test"), FakeSlack())
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        page = unescape((await admin.send(f"{SYSTEMS}/rehearse", system="mailchimp")).text)
        assert "member: PUT https://list.test/3.0/lists/a1/members/" in page
        assert "status_if_new" in page

    async def test_shows_the_webhook_its_body(
        self, firm: Firm, received: list[httpx.Request]
    ) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        page = unescape((await admin.send(f"{SYSTEMS}/rehearse", system="webhook")).text)
        assert '"next_step": "ana@example.com"' in page
        assert "banter-event: lead.qualified" in page
        assert received == []

    async def test_shows_the_messages_that_sellers_are_told_by(self, firm: Firm) -> None:
        server = MailServer("127.0.0.1", 9, "banter@acme.example", "all@acme.example")
        notes, ledger, links = FakeTexts(), FakeLedger(), FakeLinks()
        told = TextAlert(notes, links, "+34911234567", firm.clock)
        firm.places = Places(
            (
                Alerting(Email(server, links), ledger, firm.clock),
                Alerting(told, ledger, firm.clock),
            ),
            (),
        )
        firm.systems = firm.places.systems
        await firm.teams.publish(PLAN, origin="console")
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        page = unescape((await admin.send(f"{SYSTEMS}/rehearse", system="email")).text)
        assert re.search(r"^To: .*admin@acme\.example", page, re.MULTILINE)
        assert "Ana Example" in page
        page = unescape((await admin.send(f"{SYSTEMS}/rehearse", system="sms")).text)
        assert "To: +34600111222" in page

    async def test_is_of_systems_that_there_are(self, firm: Firm) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        assert (await admin.send(f"{SYSTEMS}/rehearse", system="zoho")).status_code == 404


class TestTests:
    @pytest.mark.parametrize("path", ["try", "text", "mail", "rehearse"])
    async def test_are_sent_by_admins_only_and_by_their_own_form(
        self, firm: Firm, received: list[httpx.Request], path: str
    ) -> None:
        auditor = await someone(firm, "auditor")
        page = (await auditor.see(SYSTEMS)).text
        assert "Does it arrive?" not in page
        assert (await auditor.send(f"{SYSTEMS}/{path}", system="webhook")).status_code == 403
        admin = await someone(firm)
        admin.page = ""
        forged = await admin.client.post(f"{SYSTEMS}/{path}", data={"system": "webhook"})
        assert forged.status_code == 403
        assert received == []

    async def test_are_few(self, firm: Firm, received: list[httpx.Request]) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        for _ in range(5):
            sent = await admin.send(f"{SYSTEMS}/try", system="webhook")
            assert sent.status_code == 303
            await admin.see(SYSTEMS)
        refused = await admin.send(f"{SYSTEMS}/try", system="webhook")
        assert refused.status_code == 429
        assert "Too many tests: wait" in refused.text
        assert len(received) == 5
        firm.clock.pass_by(seconds=31)
        assert (await admin.send(f"{SYSTEMS}/try", system="webhook")).status_code == 303

    async def test_go_nowhere_but_to_what_is_configured(self, firm: Firm) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        sent = await admin.send(f"{SYSTEMS}/try", system="slack")
        assert "slack is not configured." in sent.text
