"""The pages of analytics, over a real database: figures, tables, files, near misses."""

import asyncio
import csv
import io
from dataclasses import fields

import pytest
from sqlalchemy import update

from console.analytics_pages import AnalyticsPage
from console.analytics_reviewing import NearMissesPage
from console.rendering import Pages
from console.translations import texts_of
from qualification.analytics.definitions import DEFINITIONS
from qualification.scriptfile import parse_script
from storage.outcomes import LeadOutcome, Outcomes
from storage.tables import ConversationRow
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.teams.conftest import PLAN

VIEWS = ("", "/questions", "/breakdown", "/deals", "/speed")


async def counted(browser: Browser, path: str) -> str:
    """A page once its figures are there."""
    for _ in range(100):
        await browser.see(path)
        if "It is being counted" not in browser.page:
            return browser.page
        await asyncio.sleep(0.05)
    raise AssertionError("it was not counted within five seconds")


async def rows_of(browser: Browser, path: str) -> list[dict[str, str]]:
    """A figure's file."""
    answer = await browser.see(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("template", "page"),
    [("analytics/page.html", AnalyticsPage), ("analytics/near_misses.html", NearMissesPage)],
)
def test_a_template_uses_all_of_its_page_and_nothing_else(
    template: str, page: type[AnalyticsPage]
) -> None:
    assert Pages().names_used(template) == {field.name for field in fields(page)}


def test_every_definition_has_its_spanish() -> None:
    assert [one for one in DEFINITIONS.values() if one not in texts_of("es").single] == []


@pytest.mark.parametrize("view", [*VIEWS, "/near-misses"])
async def test_strangers_see_nothing(stranger: Browser, view: str) -> None:
    answer = await stranger.see(f"/console/analytics{view}")
    assert answer.status_code == 303
    assert "/console/login" in answer.headers["location"]


@pytest.mark.parametrize("view", VIEWS)
async def test_without_leads_every_view_says_so(ana: Browser, view: str) -> None:
    assert "No leads yet" in await counted(ana, f"/console/analytics{view}")


@pytest.mark.parametrize("view", VIEWS)
async def test_every_figure_says_what_it_counts_and_its_file_can_be_had(
    ana: Browser, firm: Firm, view: str
) -> None:
    await firm.lead()
    page = await counted(ana, f"/console/analytics{view}")
    assert page.count("What is counted<") == page.count("<article")
    files = {part.split('"')[0] for part in page.split('href="') if ".csv" in part.split('"')[0]}
    assert page.count("<article") > 0
    for one in files:
        assert await rows_of(ana, one)


async def test_the_figures_are_those_of_the_report(ana: Browser, firm: Firm) -> None:
    await firm.lead()
    await firm.conversation("Hello", source="/other")
    page = await counted(ana, "/console/analytics")
    assert "50%" in page
    assert "As of" in page
    found = await rows_of(ana, "/console/analytics/overview/source.csv")
    assert {row["Source"]: (row["Hits"], row["Cases"]) for row in found} == {
        "/prices": ("1", "1"),
        "/other": ("0", "1"),
    }
    assert {row["Enough data"] for row in found} == {"False"}


async def test_what_is_chosen_stands_in_the_address_and_in_every_link(
    ana: Browser, firm: Firm
) -> None:
    await firm.lead()
    await firm.conversation("Hello", source="/other")
    page = await counted(ana, "/console/analytics?source=%2Fother&days=30")
    assert '<option value="/other" selected>' in page
    assert '<option value="30" selected>' in page
    assert 'href="/console/analytics/questions?days=30&amp;source=%2Fother"' in page
    found = await rows_of(ana, "/console/analytics/overview/source.csv?source=%2Fother&days=30")
    assert [row["Source"] for row in found] == ["/other"]


async def test_scripts_and_people_have_their_names_and_a_file_their_ids_beside(
    ana: Browser, firm: Firm
) -> None:
    lead = await firm.lead()
    await firm.teams.publish(PLAN, origin="file")
    now = firm.clock.now()
    await Outcomes(firm.database).record(LeadOutcome(lead, "accepted", now, person="grace"), now)
    for view in VIEWS:
        page = await counted(ana, f"/console/analytics{view}")
        assert '<option value="crm-suite">CRM Suite</option>' in page
        assert ">crm-suite" not in page
        assert "crm-suite v1" not in page
        assert "crm-suite, version" not in page
    assert "From their first message: CRM Suite" in page
    assert ">Grace Hill<" in await counted(ana, "/console/analytics/breakdown")
    for name, called, of in (
        ("breakdown/accepted-person", "Grace Hill", "grace"),
        ("breakdown/qualified-script", "CRM Suite", "crm-suite"),
        ("breakdown/qualified-version", "CRM Suite v1", "crm-suite v1"),
        ("overview/weeks", "CRM Suite", "crm-suite"),
    ):
        (row,) = await rows_of(ana, f"/console/analytics/{name}.csv")
        assert (called in row.values(), row["id"]) == (True, of)
    (row,) = await rows_of(ana, "/console/analytics/overview/source.csv")
    assert "id" not in row


async def test_a_hostile_source_is_escaped_on_the_page_and_tame_in_the_file(
    ana: Browser, firm: Firm
) -> None:
    await firm.conversation("Hello", source="=HYPERLINK(1)<script>alert(1)</script>")
    for view in VIEWS:
        assert "<script>alert" not in await counted(ana, f"/console/analytics{view}")
    (row,) = await rows_of(ana, "/console/analytics/overview/source.csv")
    assert row["Source"].startswith("'=HYPERLINK")


async def test_htmx_gets_the_figures_alone(ana: Browser, firm: Firm) -> None:
    await firm.lead()
    await counted(ana, "/console/analytics")
    part = await ana.client.get(
        "/console/analytics", headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    )
    assert part.text.lstrip().startswith('<div id="figures"')
    assert "<html" not in part.text


async def test_what_is_not_there_is_a_404(ana: Browser, firm: Firm) -> None:
    await firm.lead()
    for path in ("nothing", "overview/nothing.csv", "nothing/source.csv"):
        assert (await ana.see(f"/console/analytics/{path}")).status_code == 404


async def test_a_period_that_cannot_be_is_refused(ana: Browser) -> None:
    assert (await ana.see("/console/analytics?days=0")).status_code == 422


async def test_it_speaks_spanish(ana: Browser, firm: Firm) -> None:
    await firm.lead()
    await counted(ana, "/console/analytics")
    found = await ana.client.get("/console/analytics", headers={"Accept-Language": "es"})
    assert "Cualificados semana a semana" in found.text


class TestNearMisses:
    async def test_people_say_whether_one_was_worth_a_call(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.conversation("Hello")
        await self.left_for_people(firm, lead)
        page = (await ana.see("/console/analytics/near-misses")).text
        assert f"/console/leads/{lead}" in page
        assert f"<bdi>{parse_script(SCRIPT).title}</bdi>" in page, "a script by its title"
        answer = await ana.send(f"/console/analytics/near-misses/{lead}", outcome="accepted")
        assert answer.headers["location"] == "/console/analytics/near-misses"
        assert lead not in (await ana.see("/console/analytics/near-misses")).text
        page = (await ana.see("/console/analytics/near-misses?judged=true")).text
        assert "worth a call" in page
        page = await counted(ana, "/console/analytics")
        assert "Near misses worth a call" in page

    async def test_a_long_list_is_read_on(self, ana: Browser, firm: Firm) -> None:
        leads = [await firm.conversation("Hello") for _ in range(52)]
        for lead in leads:
            firm.clock.pass_by(seconds=1)
            await self.left_for_people(firm, lead)
        first = (await ana.see("/console/analytics/near-misses")).text
        older = first.split("near-misses?after=")[1].split('"')[0]
        second = (await ana.see(f"/console/analytics/near-misses?after={older}")).text
        assert [lead in second for lead in leads[:2]] == [True, True]
        assert not any(lead in first for lead in leads[:2])
        assert "?after=" not in second

    async def test_a_place_that_cannot_be_is_a_404(self, ana: Browser) -> None:
        assert (await ana.see("/console/analytics/near-misses?after=x")).status_code == 404

    async def test_a_form_of_another_site_changes_nothing(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.conversation("Hello")
        await self.left_for_people(firm, lead)
        answer = await ana.client.post(
            f"/console/analytics/near-misses/{lead}", data={"outcome": "accepted", "token": "x"}
        )
        assert answer.status_code == 403
        assert lead in (await ana.see("/console/analytics/near-misses")).text

    async def left_for_people(self, firm: Firm, lead: str) -> None:
        """It nearly qualified, and was drawn."""
        now = firm.clock.now()
        change = update(ConversationRow).where(ConversationRow.id == lead).values(review_since=now)
        await firm.database.write(lambda connection: connection.execute(change))
