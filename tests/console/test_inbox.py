"""console.inbox: which conversations somebody sees, and what they can narrow, search and keep."""

import re
from datetime import timedelta

import pytest

from storage.audit import Sought
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def shown(page: str) -> list[str]:
    """The conversations in a list, in order."""
    return re.findall(r'data-lead="(\w+)"', page)


async def my_id(firm: Firm) -> str:
    """The user who looks."""
    user = await firm.users.get(EMAIL)
    assert user is not None
    return user.id


class TestTheList:
    async def test_leads_an_admin_to_the_first_steps_while_there_is_nothing(
        self, ana: Browser
    ) -> None:
        page = (await ana.see("/console")).text
        assert "No lead yet" in page
        assert '<a class="button" href="/console/settings">What to do first</a>' in page
        assert "What to do next" in (await ana.see("/console/settings")).text

    async def test_tells_sales_who_sees_what_is_missing(self, firm: Firm) -> None:
        await firm.users.add("sales@acme.example", PASSWORD, role="sales")
        sales = Browser(firm.app())
        await sales.sign_in("sales@acme.example")
        page = (await sales.see("/console")).text
        assert "Your admin sees in the settings what is still to be set up." in page
        assert 'href="/console/settings"' not in page

    async def test_comes_newest_first_with_who_spoke_verdict_and_score(
        self, ana: Browser, firm: Firm
    ) -> None:
        first, second = await firm.lead(name="First Lead"), await firm.lead(name="Second Lead")
        page = (await ana.see("/console")).text
        assert shown(page) == [second, first]
        for text in ("Second Lead", "Qualifies", "<b>Agent:</b>", "45", "Waiting for a person"):
            assert text in page

    async def test_goes_on_over_the_page(self, ana: Browser, firm: Firm) -> None:
        leads = [await firm.conversation(f"Hi {number}") for number in range(52)]
        first = (await ana.see("/console")).text
        older = re.findall(r'href="([^"]+after=[^"]+)"', first)[0].replace("&amp;", "&")
        second = (await ana.see(older)).text
        assert shown(first) + shown(second) == leads[::-1]
        assert "data-more" not in second

    async def test_refuses_a_place_that_no_page_gave(self, ana: Browser) -> None:
        for after in ("junk", "1.", "9" * 30 + ".1"):
            response = await ana.see(f"/console?after={after}")
            assert response.status_code == 404
            assert "begin again from the top" in response.text

    async def test_is_narrowed_by_its_address(self, ana: Browser, firm: Firm) -> None:
        lead, talk = await firm.lead(), await firm.conversation("Hi")
        for query, expected in (
            ("outcome=qualified", [lead]),
            ("answering=agent", [talk]),
            ("answering=waiting&outcome=qualified", [lead]),
            ("channel=sms", []),
            ("script=crm-suite", [talk, lead]),
            ("language=es", []),
            ("status=open", [lead]),
            ("status=pending", [talk]),
            ("status=resolved", []),
            ("status=every&source=%2Fprices", [talk, lead]),
        ):
            assert shown((await ana.see(f"/console?{query}")).text) == expected, query

    async def test_keeps_its_filters_on_the_way_to_a_lead_and_back(
        self, ana: Browser, firm: Firm
    ) -> None:
        lead = await firm.lead()
        page = (await ana.see("/console?status=open&outcome=qualified")).text
        href = f"/console/leads/{lead}?status=open&amp;outcome=qualified"
        assert f'href="{href}"' in page
        beside = (await ana.see(href.replace("&amp;", "&"))).text
        assert shown(beside) == [lead]
        assert 'href="/console?status=open&amp;outcome=qualified" title="Back' in beside

    async def test_does_not_take_a_filter_that_there_is_not(self, ana: Browser) -> None:
        assert (await ana.see("/console?status=lost")).status_code == 422

    async def test_is_of_mine_of_nobody_and_of_all(self, ana: Browser, firm: Firm) -> None:
        mine, free = await firm.lead(), await firm.lead()
        await firm.inbox_desk.handling.assign(mine, await my_id(firm))
        assert shown((await ana.see("/console?whose=mine")).text) == [mine]
        assert shown((await ana.see("/console?whose=unassigned")).text) == [free]
        assert shown((await ana.see("/console")).text) == [free, mine]

    async def test_shows_what_has_not_been_read(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.conversation("Hi")
        assert 'class="lead-row unread"' in (await ana.see("/console")).text
        await ana.see(f"/console/leads/{lead}")
        assert 'class="lead-row unread"' not in (await ana.see("/console")).text
        await firm.hear(lead, "Still there?")
        assert 'class="lead-row unread"' in (await ana.see("/console")).text

    async def test_gives_only_its_own_part_when_only_that_is_asked_for(
        self, ana: Browser, firm: Firm
    ) -> None:
        lead = await firm.lead()
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
        part = await ana.client.get("/console", headers=headers)
        assert shown(part.text) == [lead]
        assert "<html" not in part.text

    async def test_shows_whatever_a_prospect_wrote_as_text(self, ana: Browser, firm: Firm) -> None:
        await firm.conversation(HOSTILE)
        page = (await ana.see("/console")).text
        assert "&lt;script&gt;alert(" in page
        assert "<img" not in page

    async def test_speaks_spanish_to_who_chose_it(self, ana: Browser, firm: Firm) -> None:
        await firm.lead()
        await ana.see("/console")
        await ana.send("/console/preferences", language="es", next="/console")
        page = (await ana.see("/console")).text
        assert '<html lang="es"' in page
        assert "Cualificado" in page
        await ana.send("/console/preferences", theme="dark", next="//elsewhere.example")
        assert 'data-theme="dark"' in (await ana.see("/console")).text
        assert '<html lang="es"' in (await ana.see("/console")).text
        assert {one.zone for one in await firm.users.all()} == {None}, "nobody chose one"


class TestSearch:
    @pytest.mark.parametrize(
        "sought",
        ["lópez", "LOPEZ", "ana lop", "euros", "4000 eur", "ñandu", '"4000" OR *', "año"],
    )
    async def test_finds_people_and_words_however_they_are_written(
        self, ana: Browser, firm: Firm, sought: str
    ) -> None:
        lead = await firm.lead(budget="about 4000 euros a year, ñandú año OR")
        await firm.conversation("Something else")
        assert shown((await ana.see(f"/console?q={sought}")).text) == [lead]

    async def test_finds_nothing_where_nothing_is(self, ana: Browser, firm: Firm) -> None:
        await firm.lead()
        page = (await ana.see("/console?q=zzz' --")).text
        assert shown(page) == []
        assert "No conversation fits these filters" in page

    async def test_finds_an_address_by_its_parts(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.conversation("Hi")
        await firm.reached_at(lead, "eva@roble-muebles.example")
        for sought in ("roble", "eva@roble-muebles.example", "muebles eva"):
            assert shown((await ana.see(f"/console?q={sought}")).text) == [lead]


class TestKeptViews:
    async def test_are_links_to_their_lists_until_they_are_removed(
        self, ana: Browser, firm: Firm
    ) -> None:
        await firm.lead()
        await ana.see("/console")
        kept = await ana.send("/console/inbox/views", name="Hot ones", query="tier=hot&status=open")
        assert kept.headers["location"] == "/console?status=open&tier=hot"
        page = (await ana.see("/console?status=open&tier=hot")).text
        assert "Hot ones" in page
        gone = re.findall(r'action="(/console/inbox/views/\w+/remove)"', page)[0]
        await ana.send(gone)
        assert "Hot ones" not in (await ana.see("/console")).text

    async def test_have_one_name_each(self, ana: Browser) -> None:
        await ana.see("/console")
        await ana.send("/console/inbox/views", name="Hot", query="tier=hot")
        again = await ana.send("/console/inbox/views", name="Hot", query="tier=warm")
        assert again.status_code == 409
        assert "choose another" in again.text

    async def test_hold_nothing_but_filters(self, ana: Browser) -> None:
        await ana.see("/console")
        query = "status=lost&next=//evil.example&tier=hot&q=x&after=3"
        kept = await ana.send("/console/inbox/views", name="Odd", query=query)
        assert kept.headers["location"] == "/console?tier=hot&q=x"

    async def test_keep_nothing_that_was_searched_for(self, ana: Browser, firm: Firm) -> None:
        await ana.see("/console")
        await ana.send("/console/inbox/views", name="Hot", query="tier=hot&q=vera@a.example")
        (user,) = await firm.users.all()
        views = await firm.inbox_desk.handling.views(user.id)
        assert [one.query for one in views] == ["tier=hot"]
        await ana.see("/console")
        refused = await ana.send("/console/inbox/views", name="Vera", query="q=vera@a.example")
        assert refused.status_code == 422
        assert await firm.inbox_desk.handling.views(user.id) == views


class TestTheLog:
    @pytest.mark.parametrize(
        ("address", "action"),
        [
            ("/console", "inbox.viewed"),
            ("/console?q=zanzibar", "inbox.searched"),
            ("/console/palette?q=zanzibar", "inbox.searched"),
            ("/console/analytics/near-misses", "near_misses.viewed"),
        ],
    )
    async def test_has_looks_at_lists_once_and_no_word_of_a_search(
        self, ana: Browser, firm: Firm, address: str, action: str
    ) -> None:
        for _ in range(2):
            assert (await ana.see(address)).status_code == 200
        entries = (await firm.audit.entries(Sought(action=action), 10)).items
        assert [(one.subject, dict(one.details)) for one in entries] == [(None, {})]


class TestThePalette:
    async def test_goes_to_pages_and_to_people(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        page = (await ana.see("/console/palette?q=lop")).text
        assert f'href="/console/leads/{lead}"' in page
        assert 'href="/console/scripts"' in (await ana.see("/console/palette?q=scr")).text
        assert "Nothing has these words" in (await ana.see("/console/palette?q=qqq")).text


class TestWhatPutsALeadWhere:
    async def test_who_writes_again_is_there_again(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        await ana.see(path)
        await ana.send(f"{path}/stand", status="resolved")
        assert shown((await ana.see("/console")).text) == []
        await firm.hear(lead, "One more thing")
        assert shown((await ana.see("/console")).text) == [lead]

    async def test_what_is_snoozed_comes_back_in_time(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        await ana.see(path)
        await ana.send(f"{path}/snooze", until="hours")
        assert shown((await ana.see("/console")).text) == []
        assert shown((await ana.see("/console?status=snoozed")).text) == [lead]
        firm.clock.pass_by(seconds=timedelta(hours=3, minutes=1).total_seconds())
        assert shown((await ana.see("/console")).text) == [lead]
        assert shown((await ana.see("/console?status=snoozed")).text) == []
