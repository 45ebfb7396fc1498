"""console.accepting: a lead is accepted by a link, and only by the button behind it."""

from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

import httpx
import pytest
from fastapi import FastAPI

from agent.routing import Assignment
from channels.problems import answer_with_problems
from console.accepting import Accepting, accept_router
from console.rendering import Pages
from tests.console.conftest import Firm
from tests.console.desks import RoutingFirm
from tests.storage.routed import PLAN


@pytest.fixture
async def desk(firm: Firm) -> RoutingFirm:
    made = RoutingFirm(firm)
    await made.publish()
    return made


@pytest.fixture
async def browser(desk: RoutingFirm) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    answer_with_problems(app)
    accepting = Accepting(
        links=desk.links,
        assignments=desk.assignments,
        acceptance=desk.acceptance,
        teams=desk.teams,
        leads=desk.firm.leads,
        clock=desk.firm.clock,
        address="https://banter.example",
    )
    app.include_router(accept_router(accepting, Pages()))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="https://banter.example",
        follow_redirects=True,
    ) as client:
        yield client


async def test_opening_the_link_accepts_nothing(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    page = await browser.get(link)
    assert page.status_code == 200
    assert "Lo acepto" in page.text
    assert 'lang="es"' in page.text
    until = given.due_at
    assert until is not None
    assert until.astimezone(ZoneInfo("Europe/Madrid")).strftime("%Y-%m-%d %H:%M") in page.text
    assert await desk.assignments.current(given.handover) == given


async def test_the_button_accepts_once(browser: httpx.AsyncClient, desk: RoutingFirm) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    for _ in range(2):
        page = await browser.post(link, data={"action": "accept"})
        assert "Lo has aceptado" in page.text
        assert "Lo acepto" not in page.text
    now = await desk.assignments.current(given.handover)
    assert now is not None
    assert now.state == "accepted"


async def test_a_rejection_asks_why(browser: httpx.AsyncClient, desk: RoutingFirm) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    page = await browser.post(link, data={"action": "reject", "reason": "  "})
    assert (page.status_code, "Escribe el motivo" in page.text) == (422, True)
    page = await browser.post(link, data={"action": "reject", "reason": "<b>spam</b>"})
    assert "Has dicho que no es un lead" in page.text
    now = await desk.assignments.current(given.handover)
    assert now is not None
    assert (now.state, now.reason) == ("rejected", "<b>spam</b>")


async def test_who_passes_it_on_sees_who_has_it_now(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    page = await browser.post(link, data={"action": "pass_on", "reason": "de viaje"})
    assert "Luis Vega" in page.text
    late = await browser.post(link, data={"action": "accept"})
    assert (late.status_code, "Luis Vega" in late.text) == (409, True)


async def test_a_mailbox_of_several_asks_who_it_is(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    await desk.publish(PLAN.replace("to: {team: sales}", "to: {queue: general}"))
    given = await desk.given()
    assert given.owner is not None
    link = desk.links.link(given.handover, given.owner.id)
    page = await browser.get(link)
    assert "¿Quién eres?" in page.text
    assert '<option value="luis">Luis Vega</option>' in page.text
    nobody = await browser.post(link, data={"action": "accept"})
    assert nobody.status_code == 409
    await browser.post(link, data={"action": "accept", "person": "luis"})
    now = await desk.assignments.current(given.handover)
    assert now is not None
    assert (now.person, now.state) == ("luis", "accepted")
    assert "Luis Vega" in (await browser.get(link)).text


async def in_queue(desk: RoutingFirm) -> tuple[Assignment, str]:
    """A lead that lies in a queue, and the link that its mailbox got."""
    await desk.publish(PLAN.replace("to: {team: sales}", "to: {queue: general}"))
    given = await desk.given()
    assert given.owner is not None
    return given, desk.links.link(given.handover, given.owner.id)


@pytest.mark.parametrize("action", ["accept", "reject", "pass_on"])
async def test_the_link_of_a_mailbox_does_nothing_in_the_name_of_who_has_the_lead_now(
    browser: httpx.AsyncClient, desk: RoutingFirm, action: str
) -> None:
    given, link = await in_queue(desk)
    await browser.post(link, data={"action": "accept", "person": "luis"})
    page = await browser.post(link, data={"action": action, "person": "luis", "reason": "spam"})
    assert (page.status_code, "Luis Vega" in page.text) == (409, True)
    now = await desk.assignments.current(given.handover)
    assert now is not None
    assert (now.person, now.state) == ("luis", "accepted")


@pytest.mark.parametrize("action", ["reject", "pass_on"])
@pytest.mark.parametrize("owner", ["queue:general", "luis"])
async def test_out_of_a_queue_a_lead_is_taken_and_nothing_else(
    browser: httpx.AsyncClient, desk: RoutingFirm, owner: str, action: str
) -> None:
    given, _ = await in_queue(desk)
    link = desk.links.link(given.handover, owner)
    page = await browser.post(link, data={"action": action, "person": "luis", "reason": "x"})
    assert page.status_code == 409
    assert await desk.assignments.current(given.handover) == given


async def test_the_link_of_a_mailbox_is_worth_nothing_where_another_has_the_lead(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given, _ = await in_queue(desk)
    link = desk.links.link(given.handover, "queue:another")
    assert "<button" not in (await browser.get(link)).text
    page = await browser.post(link, data={"action": "accept", "person": "luis"})
    assert page.status_code == 409
    assert await desk.assignments.current(given.handover) == given


async def test_whoever_has_a_lead_may_reject_it_twice(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    for _ in range(2):
        page = await browser.post(link, data={"action": "reject", "reason": "spam"})
        assert (page.status_code, "Has dicho que no es un lead" in page.text) == (200, True)


async def test_a_lead_that_went_to_a_queue_can_be_taken_back_by_a_link_of_before(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    for reason in ("one", "two", "three"):
        now = await desk.assignments.current(given.handover)
        assert now is not None
        assert now.person is not None
        await desk.acceptance.pass_on(now.handover, now.person, reason, desk.firm.clock.now())
    page = await browser.get(link)
    assert "Todavía nadie" in page.text
    page = await browser.post(link, data={"action": "accept"})
    assert "Lo has aceptado" in page.text


async def test_one_who_speaks_english_reads_english(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    await desk.publish(PLAN.replace("languages: [es, en], ids", "languages: [en], ids"))
    given = await desk.given()
    link = desk.links.link(given.handover, given.person or "")
    assert "I accept it" in (await browser.get(link)).text


@pytest.mark.parametrize("wrong", ["x", "h1~ana.AAAA.BBBB"])
async def test_a_link_that_is_not_ours_is_worth_nothing(
    browser: httpx.AsyncClient, wrong: str
) -> None:
    for page in (
        await browser.get(f"/accept/{wrong}"),
        await browser.post(f"/accept/{wrong}", data={"action": "accept"}),
    ):
        assert page.status_code == 404
        assert "caducado" in page.text


async def test_a_link_is_good_for_one_person_and_sixty_days(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given = await desk.given()
    link = desk.links.link(given.handover, "ana")
    assert (await browser.get(link.replace("ana", "luis"))).status_code == 404
    desk.firm.clock.pass_by(days=61)
    assert (await browser.get(link)).status_code == 404


async def test_a_link_for_somebody_else_shows_but_does_not_let(
    browser: httpx.AsyncClient, desk: RoutingFirm
) -> None:
    given = await desk.given()
    page = await browser.get(desk.links.link(given.handover, "marta"))
    assert "Ana Ruiz" in page.text
    assert "<button" not in page.text
