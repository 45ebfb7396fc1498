"""console.teams.trying: a plan is tried on the leads of late before it is published."""

import re

import pytest

from console.study_desk import StudyDesk
from storage.audit import Sought
from storage.replays import Replays
from storage.routing_past import RoutingPast
from storage.studies import MOST
from storage.suggestions import Suggestions
from tests.console.conftest import Browser, Firm
from tests.console.desks import RoutingFirm
from tests.console.teams.conftest import HOME, someone
from tests.storage.routed import PLAN

EDITOR = f"{HOME}/plan"
TRY = f"{EDITOR}/try"
EVEN = PLAN.replace("weight: 2", "weight: 1")
TO_THE_QUEUE = PLAN.replace("to: {team: sales}", "to: {queue: general}")


@pytest.fixture
def desk(firm: Firm) -> StudyDesk:
    return StudyDesk(
        firm.workshop.studies,
        Replays(firm.database, firm.scripts),
        Suggestions(firm.database, firm.scripts),
        RoutingPast(firm.database),
        firm.clock,
    )


@pytest.fixture
async def sold(firm: Firm) -> RoutingFirm:
    """Six leads were given out by the plan: four to Ana, two to Luis."""
    routing = RoutingFirm(firm)
    await routing.publish(PLAN)
    for _ in range(6):
        await routing.given()
    return routing


@pytest.fixture
async def boss(firm: Firm, sold: RoutingFirm) -> Browser:
    assert sold.firm is firm
    return await someone(firm, "boss@acme.example", "admin")


async def tried(browser: Browser, text: str, days: str = "30") -> str:
    """The address of what comes of it."""
    await browser.see(EDITOR)
    sent = await browser.send(TRY, text=text, onto="1", days=days)
    assert sent.status_code == 303
    return sent.headers["location"]


def rows(page: str) -> list[tuple[str, ...]]:
    """The first table of what came of it."""
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [tuple(re.findall(r">([^<>]+)<", row)) for row in table.split("</tr>") if row.strip()]


async def test_it_says_who_would_have_got_how_many(
    boss: Browser, desk: StudyDesk, firm: Firm
) -> None:
    address = await tried(boss, EVEN)
    page = (await boss.see(address)).text
    assert "It begins in a moment." in page
    assert f'hx-get="{address}"' in page
    await desk.work_out(address.rpartition("/")[2])
    page = (await boss.see(address)).text
    assert "of 6 leads since" in page
    assert rows(page) == [("Ana Ruiz", "4", "3", "-1"), ("Luis Vega", "2", "3", "+1")]
    assert f'hx-get="{address}"' not in page, "it is done: nobody asks again"
    assert "/console/leads/" in page
    version = await firm.teams.current()
    assert version is not None
    assert (version.number, version.text) == (1, PLAN), "nothing holds that was only tried"


async def test_what_is_tried_stays_in_the_editor_and_is_published_from_there(
    boss: Browser, desk: StudyDesk, firm: Firm
) -> None:
    address = await tried(boss, EVEN)
    await desk.work_out(address.rpartition("/")[2])
    page = (await boss.see(address)).text
    assert "weight: 1" in page
    assert 'name="onto" value="1"' in page
    await firm.teams.publish(TO_THE_QUEUE, origin="console")
    assert 'name="onto" value="1"' in (await boss.see(address)).text, "theirs is not overwritten"
    assert (await boss.send(EDITOR, text=EVEN, onto="1")).status_code == 409


async def test_queues_are_told_by_their_name(boss: Browser, desk: StudyDesk) -> None:
    address = await tried(boss, TO_THE_QUEUE)
    await desk.work_out(address.rpartition("/")[2])
    page = (await boss.see(address)).text
    assert rows(page)[-1] == ("Queue: Queue", "0", "6", "+6")
    assert "6 of 6 leads" in page


async def test_whoever_is_in_no_plan_any_more_is_told_by_their_id(
    boss: Browser, desk: StudyDesk, firm: Firm
) -> None:
    without = EVEN.replace("people: [ana, luis]", "people: [ana]").replace("{id: luis", "{id: leo")
    await firm.teams.publish(without, origin="console")
    address = await tried(boss, without)
    await desk.work_out(address.rpartition("/")[2])
    assert ("luis", "2", "0", "-2") in rows((await boss.see(address)).text)


async def test_without_leads_it_says_so(sold: RoutingFirm, desk: StudyDesk, firm: Firm) -> None:
    assert sold.firm is firm
    firm.clock.pass_by(days=8)
    boss = await someone(firm, "boss@acme.example", "admin")
    address = await tried(boss, EVEN, days="7")
    await desk.work_out(address.rpartition("/")[2])
    page = (await boss.see(address)).text
    assert "No lead was given to anybody since" in page
    assert 'value="7" selected' in page


async def test_with_mistakes_it_is_not_tried(boss: Browser, firm: Firm) -> None:
    await boss.see(EDITOR)
    sent = await boss.send(TRY, text="timezone: Europe/Madrid", onto="1", days="30")
    assert sent.status_code == 422
    assert "It cannot be tried while there are mistakes in it." in sent.text
    assert not firm.jobs or all(job.kind != "study" for job in firm.jobs)


async def test_no_more_than_a_few_are_asked_at_a_time(boss: Browser) -> None:
    for _ in range(MOST):
        await tried(boss, EVEN)
    assert (await boss.send(TRY, text=EVEN, onto="1", days="30")).status_code == 429


async def test_what_was_asked_about_scripts_is_none_of_it(boss: Browser, firm: Firm) -> None:
    study = await firm.workshop.studies.ask("replay", {}, firm.clock.now())
    assert (await boss.see(f"{TRY}/{study.id}")).status_code == 404
    assert (await boss.see(f"{TRY}/never")).status_code == 404


async def test_it_is_for_admins_and_on_record(boss: Browser, firm: Firm) -> None:
    luis = await someone(firm, "luis@acme.example", "sales")
    assert TRY not in (await luis.see(EDITOR)).text
    assert (await luis.send(TRY, text=EVEN, onto="1", days="30")).status_code == 403
    address = await tried(boss, EVEN)
    assert (await luis.see(address)).status_code == 403
    [noted] = (await firm.audit.entries(Sought(action="teams.tried_on_leads"), 5)).items
    assert (noted.subject, noted.details) == ("teams", {"days": 30})


async def test_in_spanish_too(boss: Browser, desk: StudyDesk) -> None:
    address = await tried(boss, TO_THE_QUEUE)
    await desk.work_out(address.rpartition("/")[2])
    boss.client.headers["Accept-Language"] = "es"
    page = (await boss.see(address)).text
    assert "6 de 6 leads desde el" in page
    assert "Cola: Cola" in page
