"""console.setup: settings, systems and jobs, as admins and auditors meet them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from agent.outbox import Delivered, Failed, Outcome
from agent.ports import Job
from agent.reminding import Letter
from console.access import Role
from console.settings import Settings
from delivery.doctor import bad
from qualification.saying import Said
from storage.audit import Sought
from tests.console.conftest import PASSWORD, SCRIPT, Browser, Firm
from tests.storage.working import amend

HOME = "/console/settings"
SYSTEMS, JOBS = f"{HOME}/systems", f"{HOME}/jobs"


@dataclass
class Letterbox:
    """agent.reminding.Mailbox in memory."""

    outcome: Outcome = field(default_factory=Delivered)
    sent: list[Letter] = field(default_factory=list)

    async def send(self, letter: Letter) -> Outcome:
        self.sent.append(letter)
        return self.outcome


@pytest.fixture
async def jobs(firm: Firm) -> AsyncIterator[Firm]:
    """The firm, whose jobs are put away at the end."""
    yield firm
    await firm.durable.stop()


async def someone(firm: Firm, role: Role = "admin") -> Browser:
    """A browser in which somebody with this role has signed in."""
    await firm.users.add(f"{role}@acme.example", PASSWORD, role=role)
    browser = Browser(firm.app())
    assert (await browser.sign_in(f"{role}@acme.example")).status_code == 303
    return browser


class TestSettings:
    async def test_are_shown_without_secrets(self, firm: Firm) -> None:
        firm.settings = Settings(_env_file=None, openai_api_key=SecretStr("sk-hidden"), port=9123)
        page = (await (await someone(firm)).see(HOME)).text
        assert "OPENAI_API_KEY" in page
        assert "9123" in page
        assert "sk-hidden" not in page

    async def test_are_read_by_auditors_and_not_by_sales(self, firm: Firm) -> None:
        assert (await (await someone(firm, "auditor")).see(HOME)).status_code == 200
        assert (await (await someone(firm, "sales")).see(HOME)).status_code == 403

    async def test_say_what_to_do_first_until_it_is_done(self, firm: Firm) -> None:
        firm.systems = ()
        admin = await someone(firm)
        page = (await admin.see(HOME)).text
        assert "What to do next" in page
        assert "0 of 8 done" in page
        await firm.scripts.publish(SCRIPT, origin="console")
        firm.settings = Settings(
            _env_file=None,
            openai_api_key=SecretStr("sk"),
            public_base_url="https://leads.acme.example",
        )
        await firm.users.add("second@acme.example", PASSWORD, role="admin")
        again = Browser(firm.app())
        await again.sign_in("second@acme.example")
        page = (await again.see(HOME)).text
        assert "4 of 8 done" in page
        assert "Write down who sells" in page


class TestSystems:
    async def test_are_looked_at_when_somebody_asks(self, firm: Firm) -> None:
        firm.found = {"hubspot": [bad("token", "%(why)s: make another", why="refused <b>")]}
        admin = await someone(firm)
        assert "Nobody has looked" in (await admin.see(SYSTEMS)).text
        assert (await admin.send(f"{SYSTEMS}/check")).status_code == 303
        page = (await admin.see(SYSTEMS)).text
        assert "refused &lt;b&gt;: make another" in page
        [entry] = (await firm.audit.entries(Sought(action="systems.checked"), 5)).items
        assert entry.details == {"bad": 1}

    async def test_say_what_was_found_in_the_readers_language(self, firm: Firm) -> None:
        lost = bad(
            "scopes",
            "the app lacks %(scopes)s: add them to it in HubSpot (Scopes), and save",
            scopes="<crm>",
        )
        why = Said("no connection: %(error)s", error="ConnectError")
        firm.found = {
            "hubspot": [lost],
            "zoho": [bad("connection", "%(why)s: try again later", why=why)],
        }
        admin = await someone(firm)
        admin.client.headers["Accept-Language"] = "es"
        await admin.see(SYSTEMS)
        await admin.send(f"{SYSTEMS}/check")
        page = (await admin.see(SYSTEMS)).text
        assert "ámbitos" in page
        assert "sin conexión: ConnectError: inténtalo más tarde" in page
        assert "a la aplicación le falta &lt;crm&gt;: añádelo en HubSpot" in page

    async def test_a_test_is_mailed_to_whoever_asks(self, firm: Firm) -> None:
        box = Letterbox()
        firm.mailbox = box
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        assert (
            (await admin.send(f"{SYSTEMS}/mail")).headers["location"].endswith("said=mailed#tests")
        )
        [letter] = box.sent
        assert letter.to.email == "admin@acme.example"
        assert "Sent to admin@acme.example" in (await admin.see(f"{SYSTEMS}?said=mailed")).text

    async def test_why_a_test_was_not_sent_is_said(self, firm: Firm) -> None:
        firm.mailbox = Letterbox(Failed("the password is refused", "fix_configuration"))
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        sent = await admin.send(f"{SYSTEMS}/mail")
        assert sent.status_code == 422
        assert "the password is refused" in sent.text

    async def test_without_a_server_there_is_no_test(self, firm: Firm) -> None:
        admin = await someone(firm)
        await admin.see(SYSTEMS)
        assert "set SMTP_HOST" in (await admin.send(f"{SYSTEMS}/mail")).text


class TestJobs:
    async def test_are_shown_with_their_lead_and_by_state(self, jobs: Firm) -> None:
        lead = await jobs.lead()
        for job in jobs.jobs:
            await jobs.durable.add(Job(job.kind, job.row, job.key, lane="webhook"))
        later = datetime.now(UTC) + timedelta(days=3)
        await jobs.durable.add(Job("remind", lead, key="later", at=later))
        admin = await someone(jobs)
        page = (await admin.see(JOBS)).text
        assert "deliver.webhook" in page
        assert f"/console/leads/{lead}" in page
        assert "deliver.webhook" not in (await admin.see(f"{JOBS}?state=delayed")).text
        assert "Nothing waits" in (await admin.see(f"{JOBS}?state=failed")).text

    async def test_are_done_now_or_forgotten(self, jobs: Firm) -> None:
        for row in ("one", "two"):
            await jobs.durable.add(Job("work", row))
            await amend(jobs.database, f"work:{row}", status="ERROR")
        admin = await someone(jobs)
        await admin.see(JOBS)
        assert (await admin.send(f"{JOBS}/retry", kind="work", key="one")).status_code == 303
        assert (await admin.send(f"{JOBS}/cancel", kind="work", key="two")).status_code == 303
        [left] = await jobs.durable.pending()
        assert (left.key, left.state) == ("one", "queued")
        assert (await admin.send(f"{JOBS}/cancel", kind="work", key="two")).status_code == 409
        done = await jobs.audit.entries(Sought(action="job.cancelled"), 5)
        assert [one.subject for one in done.items] == ["two"]

    async def test_are_changed_by_admins_only(self, jobs: Firm) -> None:
        auditor = await someone(jobs, "auditor")
        page = (await auditor.see(JOBS)).text
        assert "Do it now" not in page
        assert (await auditor.send(f"{JOBS}/retry", kind="work", key="one")).status_code == 403
