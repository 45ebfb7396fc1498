"""console.lead_owners: whose a lead is, told once to the page, the teams and who is reminded."""

from collections.abc import AsyncIterator

import pytest

from agent.router import KIND
from agent.routing import Assignment
from qualification.routing.following import Place
from storage.audit import Sought
from storage.inbox_filters import Me
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm
from tests.console.desks import RoutingFirm

LUIS, BOSS, NEW = "luis@acme.example", "boss@other.example", "new@other.example"


@pytest.fixture
async def desk(firm: Firm) -> RoutingFirm:
    made = RoutingFirm(firm)
    await made.publish()
    await firm.users.add(LUIS, PASSWORD, "sales", name="Luis")
    await firm.users.add(BOSS, PASSWORD, "admin")
    await firm.users.add(NEW, PASSWORD, "sales")
    return made


@pytest.fixture
async def luis(desk: RoutingFirm) -> AsyncIterator[Browser]:
    async for one in signed_in(desk, LUIS):
        yield one


@pytest.fixture
async def boss(desk: RoutingFirm) -> AsyncIterator[Browser]:
    """An admin whom teams.yaml does not know."""
    async for one in signed_in(desk, BOSS):
        yield one


@pytest.fixture
async def newcomer(desk: RoutingFirm) -> AsyncIterator[Browser]:
    """A salesperson whom teams.yaml does not know."""
    async for one in signed_in(desk, NEW):
        yield one


async def signed_in(desk: RoutingFirm, email: str) -> AsyncIterator[Browser]:
    browser = Browser(desk.firm.app())
    assert (await browser.sign_in(email)).status_code == 303
    yield browser
    await browser.client.aclose()


async def given_to_luis(desk: RoutingFirm) -> Assignment:
    given, now = await desk.given(), desk.firm.clock.now()
    return await desk.acceptance.move(given.handover, Place(person="luis"), "boss", None, now)


async def standing(desk: RoutingFirm, lead: str) -> tuple[str | None, str]:
    place = (await desk.assignments.of(lead))[-1][0]
    return place.person, place.state


async def mine(browser: Browser, lead: str) -> bool:
    return lead in (await browser.see("/console?whose=mine&status=open")).text


async def accepted(desk: RoutingFirm, lead: str) -> list[str | None]:
    said = await desk.firm.inbox_desk.outcomes.of(lead)
    return [one.person for one in said if one.outcome == "accepted"]


class TestGivingItToAColleague:
    async def test_moves_the_lead_and_what_reminds_of_it(
        self, desk: RoutingFirm, ana: Browser, luis: Browser
    ) -> None:
        lead = (await given_to_luis(desk)).conversation
        path = f"/console/leads/{lead}"
        assert (await mine(luis, lead), await mine(ana, lead)) == (True, False)
        await luis.see(path)
        me = await desk.firm.users.get(EMAIL)
        assert me is not None
        desk.firm.jobs.clear()
        assert (await luis.send(f"{path}/assign", user=me.id)).status_code == 303
        assert await standing(desk, lead) == ("ana", "offered")
        now = (await desk.assignments.of(lead))[-1][0]
        reminders = [one.key or one.row for one in desk.firm.jobs if one.kind == KIND]
        assert any(key.startswith(now.id) for key in reminders)
        assert (await mine(luis, lead), await mine(ana, lead)) == (False, True)
        page = (await ana.see(path)).text
        assert f'<option value="{me.id}" selected>' in page
        assert (await ana.send(f"{path}/accept")).status_code == 303
        assert await standing(desk, lead) == ("ana", "accepted")
        assert await accepted(desk, lead) == ["ana"]
        refused = await luis.send(f"{path}/accept")
        assert refused.status_code == 409
        assert await mine(ana, lead)

    async def test_moves_what_was_put_together_with_it_as_well(
        self, desk: RoutingFirm, ana: Browser, luis: Browser
    ) -> None:
        """One page shows both, so nobody sees that the other one is still somebody else's."""
        kept, other = [(await given_to_luis(desk)).conversation for _ in range(2)]
        await desk.firm.inbox_desk.handling.merge(other, kept)
        me = await desk.firm.users.get(EMAIL)
        assert me is not None
        await luis.see(f"/console/leads/{kept}")
        await luis.send(f"/console/leads/{kept}/assign", user=me.id)
        assert [await standing(desk, one) for one in (kept, other)] == [("ana", "offered")] * 2
        await ana.see(f"/console/leads/{kept}")
        await ana.send(f"/console/leads/{kept}/accept")
        assert [await standing(desk, one) for one in (kept, other)] == [("ana", "accepted")] * 2
        await ana.see(f"/console/leads/{kept}")
        await ana.send(f"/console/leads/{kept}/reject", reason="a student")
        assert [await standing(desk, one) for one in (kept, other)] == [("ana", "rejected")] * 2

    async def test_what_is_over_beside_it_stays_over(
        self, desk: RoutingFirm, ana: Browser, luis: Browser
    ) -> None:
        await ana.see("/console")
        kept, over = [await given_to_luis(desk) for _ in range(2)]
        now = desk.firm.clock.now()
        await desk.acceptance.reject(over.handover, "luis", "spam", now)
        await desk.firm.inbox_desk.handling.merge(over.conversation, kept.conversation)
        me = await desk.firm.users.get(EMAIL)
        assert me is not None
        await luis.see(f"/console/leads/{kept.conversation}")
        await luis.send(f"/console/leads/{kept.conversation}/assign", user=me.id)
        assert await standing(desk, kept.conversation) == ("ana", "offered")
        assert await standing(desk, over.conversation) == ("luis", "rejected")

    async def test_gives_them_what_nobody_has_with_the_time_to_accept(
        self, desk: RoutingFirm, luis: Browser
    ) -> None:
        lead = await desk.firm.lead()
        to = next(one for one in await desk.firm.users.all() if one.email == LUIS)
        await luis.see(f"/console/leads/{lead}")
        assert (await luis.send(f"/console/leads/{lead}/assign", user=to.id)).status_code == 303
        [(place, _)] = await desk.assignments.of(lead)
        assert (place.person, place.state, place.by) == ("luis", "offered", "luis")
        assert place.due_at is not None
        assert await mine(luis, lead)

    async def test_of_no_team_may_see_to_what_nobody_has(
        self, desk: RoutingFirm, boss: Browser
    ) -> None:
        lead = await desk.firm.lead()
        to = next(one for one in await desk.firm.users.all() if one.email == NEW)
        await boss.see(f"/console/leads/{lead}")
        assert (await boss.send(f"/console/leads/{lead}/assign", user=to.id)).status_code == 303
        assert await desk.assignments.of(lead) == ()
        line = await desk.firm.inbox_desk.lines.line(lead, Me(to.id))
        assert line.assignee == to.id

    async def test_the_same_again_changes_nothing(self, desk: RoutingFirm, luis: Browser) -> None:
        lead = (await given_to_luis(desk)).conversation
        before = len(await desk.assignments.of(lead))
        await luis.see(f"/console/leads/{lead}")
        user = await desk.firm.users.get(LUIS)
        assert user is not None
        await luis.send(f"/console/leads/{lead}/assign", user=user.id)
        assert len(await desk.assignments.of(lead)) == before

    async def test_goes_to_people_of_the_teams_only(self, desk: RoutingFirm, luis: Browser) -> None:
        lead = (await given_to_luis(desk)).conversation
        page = (await luis.see(f"/console/leads/{lead}")).text
        newcomer = await desk.firm.users.get(NEW)
        assert newcomer is not None
        assert f'<option value="{newcomer.id}"' not in page
        refused = await luis.send(f"/console/leads/{lead}/assign", user=newcomer.id)
        assert refused.status_code == 409
        assert "choose somebody of a team" in refused.text
        assert await standing(desk, lead) == ("luis", "offered")

    async def test_who_answers_another_ones_lead_does_not_get_it(
        self, desk: RoutingFirm, ana: Browser, luis: Browser
    ) -> None:
        lead = (await given_to_luis(desk)).conversation
        await ana.see(f"/console/leads/{lead}")
        await ana.send(f"/console/leads/{lead}/take-over")
        assert await mine(luis, lead)


class TestAccepting:
    @pytest.mark.parametrize("what", ["accept", "reject"])
    async def test_is_refused_to_who_is_in_no_team(
        self, desk: RoutingFirm, newcomer: Browser, what: str
    ) -> None:
        lead = (await given_to_luis(desk)).conversation
        path = f"/console/leads/{lead}"
        assert f'action="{path}/{what}"' not in (await newcomer.see(path)).text
        refused = await newcomer.send(f"{path}/{what}", reason="spam")
        assert refused.status_code == 409
        assert "You are in no team" in refused.text
        forged = await newcomer.send(f"{path}/{what}", reason="spam", instead_of="luis")
        assert forged.status_code == 403
        assert await standing(desk, lead) == ("luis", "offered")
        assert await accepted(desk, lead) == []

    async def test_in_somebodys_name_is_an_admins_and_said_so(
        self, desk: RoutingFirm, boss: Browser
    ) -> None:
        lead = (await given_to_luis(desk)).conversation
        path = f"/console/leads/{lead}"
        assert "Accept for Luis" in (await boss.see(path)).text
        assert (await boss.send(f"{path}/accept")).status_code == 409
        await boss.see(path)
        for _ in range(2):
            assert (await boss.send(f"{path}/accept", instead_of="luis")).status_code == 303
        assert await standing(desk, lead) == ("luis", "accepted")
        assert await accepted(desk, lead) == ["luis"]
        entries = await desk.firm.audit.entries(Sought(subject=lead), 50)
        told = [one.details for one in entries.items if one.action == "lead.accepted"]
        assert told[0] == {"instead_of": "luis"}
        assert "Reject for Luis" in (await boss.see(path)).text

    async def test_twice_is_once_where_no_team_has_it(
        self, desk: RoutingFirm, newcomer: Browser
    ) -> None:
        lead = await desk.firm.lead()
        await newcomer.see(f"/console/leads/{lead}")
        for _ in range(2):
            await newcomer.send(f"/console/leads/{lead}/accept")
        assert await accepted(desk, lead) == [NEW]
