"""The demo leads in the console: a banner on every page, and one click that takes them away."""

import pytest
from sqlalchemy import Connection, insert

from console.demo_pages import DemoPage
from console.rendering import Pages
from storage.demo import DemoLeads
from storage.demo_tables import DemoLeadRow, DemoSetRow
from tests.console.conftest import PASSWORD, Browser, Firm

BANNER = "Some of these leads are made up"


@pytest.fixture
async def sample(firm: Firm) -> str:
    """A lead that is made up."""
    lead = await firm.lead()
    now = firm.clock.now()
    values = {"id": "demo", "state": "there", "seed": 1, "shares": "[]", "began_at": now}

    def mark(connection: Connection) -> None:
        connection.execute(insert(DemoSetRow), values)
        connection.execute(insert(DemoLeadRow), {"conversation": lead})

    await firm.database.write(mark)
    await firm.samples.look()
    return lead


@pytest.fixture
async def admin(stranger: Browser, firm: Firm) -> Browser:
    """Somebody who may remove them."""
    await firm.users.add("boss@acme.example", PASSWORD, "admin")
    assert (await stranger.sign_in("boss@acme.example")).status_code == 303
    return stranger


def test_the_template_uses_all_of_its_page_and_nothing_else() -> None:
    assert Pages().names_used("demo/page.html") == set(DemoPage.__dataclass_fields__)


@pytest.mark.usefixtures("sample")
async def test_while_there_are_some_every_page_says_so(admin: Browser) -> None:
    for path in ("/console/analytics", "/console/analytics/near-misses", "/console/demo"):
        assert BANNER in (await admin.see(path)).text, path


async def test_one_click_takes_them_away_and_real_leads_stay(
    admin: Browser, firm: Firm, sample: str
) -> None:
    real = await firm.lead(name="Eva Real")
    await admin.see("/console/analytics")
    page = (await admin.see("/console/demo")).text
    assert "1 lead is made up" in page
    answer = await admin.send("/console/demo/remove")
    assert (answer.status_code, answer.headers["location"]) == (303, "/console/demo")
    page = (await admin.see("/console/demo")).text
    assert "There are no demo leads" in page
    assert BANNER not in page
    left = [one.conversation for one in (await firm.leads.conversations(10)).items]
    assert left == [real]
    assert (await admin.see(f"/console/leads/{sample}")).status_code == 404


@pytest.mark.usefixtures("sample")
async def test_who_sells_sees_them_and_cannot_remove_them(stranger: Browser, firm: Firm) -> None:
    await firm.users.add("sales@acme.example", PASSWORD, "sales")
    await stranger.sign_in("sales@acme.example")
    page = (await stranger.see("/console/demo")).text
    assert "An admin can remove them." in page
    assert "Remove the demo leads" not in page
    assert (await stranger.send("/console/demo/remove")).status_code == 403
    assert len((await firm.leads.conversations(10)).items) == 1


@pytest.mark.usefixtures("sample")
async def test_a_form_of_another_site_removes_nothing(admin: Browser, firm: Firm) -> None:
    answer = await admin.client.post("/console/demo/remove", data={"token": "x"})
    assert answer.status_code == 403
    assert len((await firm.leads.conversations(10)).items) == 1


async def test_strangers_are_sent_to_the_login(stranger: Browser) -> None:
    assert (await stranger.see("/console/demo")).status_code == 303


async def test_while_they_are_being_made_the_inbox_says_so(admin: Browser, firm: Firm) -> None:
    assert "No lead yet" in (await admin.see("/console")).text
    await DemoLeads(firm.database).begin(1, firm.clock.now())
    await firm.samples.look()
    page = (await admin.see("/console")).text
    assert "The demo leads are being made" in page
    assert "No lead yet" not in page
