"""console.lead: what a salesperson sees of a lead and says in it."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from agent.widget import Identity
from qualification.answers import Answer, Evidence
from qualification.values import Contact, Text
from storage.heard import StoredHearing
from storage.widget_guests import StoredGuests
from tests.builders import money
from tests.console.conftest import PASSWORD, Browser, Firm

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'
EVA = "eva@acme.example"
RTL = "\u202eمرحبا \u2066\u2069"


@pytest.fixture
async def eva(firm: Firm) -> AsyncIterator[Browser]:
    """Another salesperson who has signed in."""
    await firm.users.add(EVA, PASSWORD)
    browser = Browser(firm.app())
    assert (await browser.sign_in(EVA)).status_code == 303
    yield browser
    await browser.client.aclose()


class TestALead:
    async def test_shows_the_verdict_with_the_words_it_rests_on(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.lead()
        page = (await ana.see(f"/console/leads/{conversation}")).text
        for text in (
            "Ana López",
            "Verdict: Qualifies",
            "Need: must be good",
            "4,000 EUR a year",
            "meets the script&#39;s condition",
            "Budget: good",
            "+25",
            "Do you ship to Malta?",
            "Next step",
            "Handed over: It qualifies",
        ):
            assert text in page
        assert '<a href="#q-budget"><bdi>about 4000 euros a year</bdi></a>' in page
        marked = '<mark data-keys="budget" title="budget">about 4000 euros a year</mark>'
        assert f'<a id="q-budget"></a>{marked}' in page

    async def test_shows_what_was_read_again_and_what_it_was_taken_for_before(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("We need a CRM", "500, it used to be 8000 euros")
        said = await firm.transcript(conversation)
        now = firm.clock.now()
        need = Answer("need", Text("We need a CRM"), now, Evidence(said[1].id, "We need a CRM"))
        plain = Answer(
            "budget", money(8000, period="year"), now, Evidence(said[2].id, "8000 euros")
        )
        again = Answer(
            "budget", money(500, period="year"), now, Evidence(said[2].id, "500"), "reread"
        )
        await firm.hand_over(conversation, need, plain)
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert "Read again" not in page
        await firm.hand_over(conversation, need, again, replaced=(plain,))
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert page.count("Read again") == 1
        assert "500 EUR a year" in page
        assert "Read again, at first taken for <bdi>8,000 EUR a year</bdi>" in page
        await firm.hand_over(conversation, need, again)
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert "Read again</small>" in page

    async def test_shows_what_their_site_says_of_them_and_whether_it_was_signed(
        self, ana: Browser, firm: Firm
    ) -> None:
        lead = await firm.lead()
        path = f"/console/leads/{lead}"
        assert 'id="visitor"' not in (await ana.see(path)).text
        guests = StoredGuests(firm.database, firm.clock)
        vouched = Identity("u-17", {"email": "ana@b.es"}, {"plan": HOSTILE, "seats": 1200})
        await guests.identify(lead, "default", vouched)
        await guests.describe(lead, {"cart": {"items": 3}})
        await guests.rate(lead, 4, f"Quick {HOSTILE}")
        said = (await ana.see(path)).text.split('id="visitor"')[1].split("</details>")[0]
        signed, unsigned = said.split("Told by the page, unsigned")
        assert "Signed by the site" in signed
        for text in ("u-17", "ana@b.es", "<bdi>Plan</bdi>", "1,200", "&lt;script&gt;"):
            assert text in signed
        assert "{&#34;items&#34;: 3}" in unsigned
        assert "<strong>4 of 5</strong> <q><bdi>Quick &lt;script&gt;" in unsigned
        assert "<script>" not in said

    async def test_that_is_not_finished_has_no_next_step_yet(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Hi")
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert "Next step" not in page
        assert "Nothing was sent anywhere" in page

    async def test_leads_to_the_other_conversations_of_the_same_person(
        self, ana: Browser, firm: Firm
    ) -> None:
        first, second, other = await firm.lead(), await firm.lead(), await firm.lead()
        for conversation, email in ((first, "a@b.es"), (second, "a@b.es"), (other, "c@d.es")):
            await firm.reached_at(conversation, email)
        page = (await ana.see(f"/console/leads/{first}")).text
        beside = page.split("Perhaps the same person")[1].split("</details>")[0]
        assert f'href="/console/leads/{second}"' in beside
        assert "they gave a@b.es" in beside
        assert other not in beside
        assert "Perhaps the same person" not in (await ana.see(f"/console/leads/{other}")).text

    async def test_shows_how_each_message_fares_on_its_way_to_the_phone(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Hi")
        path = f"/console/leads/{conversation}"
        transcript = (await ana.see(path)).text.split('id="transcript"')[1].split("</ol>")[0]
        assert 'class="chip' not in transcript
        await firm.text(conversation, "denied", "quiet_hours", place=1)
        page = (await ana.see(path)).text
        assert '<span class="chip failed">Not sent</span>' in page
        assert "it is too early or too late in the day where they are" in page
        await firm.text(conversation, "delivered")
        assert "Not sent (1 of 2 parts)" in (await ana.see(path)).text

    async def test_shows_until_when_a_message_waits_and_isolates_what_twilio_says(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Hi")
        await firm.text(conversation, "waiting", f"busy {HOSTILE}")
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert "<bdi>busy &lt;script&gt;" in page
        assert re.search(r"</bdi>, until \d", page)

    async def test_shows_where_a_caller_cut_in(self, ana: Browser, firm: Firm) -> None:
        conversation = await firm.conversation("Hi")
        path = f"/console/leads/{conversation}"
        assert "cut in" not in (await ana.see(path)).text
        greeting = (await firm.transcript(conversation))[0].id
        await StoredHearing(firm.database).cut_short(greeting, "I am an")
        page = (await ana.see(path)).text
        assert "They cut in after <q><bdi>I am an</bdi></q>" in page
        await StoredHearing(firm.database).cut_short(greeting, "")
        assert "They cut in before a word of it" in (await ana.see(path)).text

    async def test_that_is_unknown_is_a_page(self, ana: Browser) -> None:
        response = await ana.see("/console/leads/nobody")
        assert response.status_code == 404
        assert "erased" in response.text

    async def test_shows_whatever_a_prospect_wrote_as_text(self, ana: Browser, firm: Firm) -> None:
        conversation = await firm.conversation(HOSTILE, RTL, "' onmouseover='x", source=HOSTILE)
        said = await firm.transcript(conversation)
        now = firm.clock.now()
        await firm.hand_over(
            conversation,
            Answer("need", Text(HOSTILE), now, Evidence(said[1].id, HOSTILE)),
            Answer("name", Contact("name", f"{HOSTILE}{RTL}"), now, Evidence(said[2].id, RTL)),
        )
        for path in (f"/console/leads/{conversation}", "/console"):
            page = (await ana.see(path)).text
            assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in page
            assert re.findall(r"<script(?! (?:defer|type=\"module\") src=)", page) == []
            assert "<img" not in page
            assert f"{RTL}</bdi>" in page

    async def test_every_prospect_text_is_isolated_from_the_words_around_it(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.lead(need=RTL, name=f"{RTL}x")
        page = (await ana.see(f"/console/leads/{conversation}")).text
        isolated = r'<bdi>.*?</bdi>|<p class="text" dir="auto">.*?</p>|<title>.*?</title>'
        without = re.sub(isolated, "", page)
        assert "\u202e" not in without


class TestDeliveries:
    async def test_a_failed_one_shows_its_error_and_can_be_sent_again(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.lead()
        await firm.fail_deliveries("503 <busy>")
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert "503 &lt;busy&gt;" in page
        again = re.findall(r'action="([^"]+/retry)"', page)
        before = len(firm.jobs)
        response = await ana.send(again[0])
        assert response.headers["location"] == f"/console/leads/{conversation}#deliveries"
        assert len(firm.jobs) == before + 1
        assert "Waiting" in (await ana.see(f"/console/leads/{conversation}")).text

    async def test_a_failed_one_says_what_is_to_be_done(self, ana: Browser, firm: Firm) -> None:
        conversation = await firm.lead()
        path = f"/console/leads/{conversation}"
        await firm.fail_deliveries("It is down.")
        assert "It was tried for hours" in (await ana.see(path)).text
        await firm.fail_deliveries("No such e-mail.", "fix_data")
        assert "refuses what these leads say" in (await ana.see(path)).text

    async def test_one_that_is_under_way_is_not_sent_twice(self, ana: Browser, firm: Firm) -> None:
        conversation = await firm.lead()
        page = (await ana.see(f"/console/leads/{conversation}")).text
        assert "Send again" not in page
        delivery = (await firm.leads.lead(conversation)).handovers[0].deliveries[0].id
        response = await ana.send(f"/console/leads/{conversation}/deliveries/{delivery}/retry")
        assert response.status_code == 409
        assert len(firm.jobs) == 1


class TestAnswering:
    async def test_taking_over_stops_the_agent_and_giving_back_starts_it_again(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Is anybody there?")
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        assert (await ana.send(f"{path}/take-over")).headers["location"] == f"{path}#answer"
        dialogue = (await firm.replies.standing(conversation)).dialogue
        assert (dialogue.phase, dialogue.answered_by) == ("held", "ana@acme.example")
        page = (await ana.see(path)).text
        assert "A person answers: <bdi>ana@acme.example</bdi>" in page
        await ana.send(f"{path}/give-back")
        assert (await firm.replies.standing(conversation)).dialogue.phase == "open"

    async def test_what_is_said_reaches_the_conversation_as_a_persons_word(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Is anybody there?")
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        await ana.send(f"{path}/take-over")
        response = await ana.send(f"{path}/say", text="  Hi,\r\nAna here.\x00 ")
        assert response.status_code == 303
        last = (await firm.transcript(conversation))[-1]
        assert (last.author, last.text) == ("person", "Hi,\nAna here.")
        assert (await firm.replies.standing(conversation)).dialogue.phase == "held"

    async def test_only_whoever_has_it_writes_and_gives_it_back(
        self, ana: Browser, eva: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Is anybody there?")
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        await ana.send(f"{path}/take-over")
        page = (await eva.see(path)).text
        assert "A person answers: <bdi>ana@acme.example</bdi>" in page
        assert "Take over from ana@acme.example" in page
        assert f'action="{path}/say"' not in page
        assert f'action="{path}/give-back"' not in page
        refused = await eva.send(f"{path}/say", text="I <b>know</b> them")
        assert refused.status_code == 409
        assert "ana@acme.example answers now: take over from them" in refused.text
        assert "readonly" in refused.text
        assert "I &lt;b&gt;know&lt;/b&gt; them</textarea>" in refused.text
        assert len(await firm.transcript(conversation)) == 2
        assert (await eva.send(f"{path}/give-back")).status_code == 409
        assert (await ana.send(f"{path}/say", text="Here I am")).status_code == 303
        dialogue = (await firm.replies.standing(conversation)).dialogue
        assert (dialogue.phase, dialogue.answered_by) == ("held", "ana@acme.example")

    async def test_what_was_refused_is_at_hand_after_taking_over(
        self, ana: Browser, eva: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Is anybody there?")
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        await ana.send(f"{path}/take-over")
        await eva.see(path)
        taken = await eva.send(f"{path}/take-over", text="I know them")
        assert 'placeholder="Write to them…">I know them</textarea>' in taken.text
        assert len(await firm.transcript(conversation)) == 2
        await eva.send(f"{path}/say", text="I know them")
        assert (await ana.send(f"{path}/say", text="Me too")).status_code == 409
        said = [one.text for one in await firm.transcript(conversation) if one.author == "person"]
        assert said == ["I know them"]

    async def test_who_gave_it_back_in_another_tab_takes_it_over_again_to_write(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Is anybody there?")
        path = f"/console/leads/{conversation}"
        for _ in range(2):  # two tabs of one person: both may
            await ana.see(path)
            await ana.send(f"{path}/take-over")
            assert (await ana.send(f"{path}/say", text="Hi")).status_code == 303
        await ana.send(f"{path}/give-back")
        refused = await ana.send(f"{path}/say", text="One more thing")
        assert refused.status_code == 409
        assert "None of you answers now" in refused.text
        assert "One more thing</textarea>" in refused.text

    @pytest.mark.parametrize(("text", "status"), [("  ", 422), ("x" * 20_001, 413)])
    async def test_nothing_empty_or_endless_is_said(
        self, ana: Browser, firm: Firm, text: str, status: int
    ) -> None:
        conversation = await firm.conversation("Hi")
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        assert (await ana.send(f"{path}/say", text=text)).status_code == status
        assert len(await firm.transcript(conversation)) == 2

    async def test_nobody_writes_to_those_who_asked_not_to_be_written_to(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("STOP")
        await firm.conductor.sweep(waiting=timedelta(0))
        await firm.conductor.aclose()  # a sweep by itself waits for a second and goes on
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        refused = await ana.send(f"{path}/say", text="Hello?")
        assert refused.status_code == 409
        assert "asked not to be written to" in refused.text

    async def test_what_nobody_took_over_cannot_be_given_back(
        self, ana: Browser, firm: Firm
    ) -> None:
        conversation = await firm.conversation("Hi")
        path = f"/console/leads/{conversation}"
        await ana.see(path)
        assert (await ana.send(f"{path}/give-back")).status_code == 409

    @pytest.mark.parametrize("what", ["take-over", "say", "give-back", "deliveries/x/retry"])
    async def test_strangers_can_do_none_of_it(
        self, stranger: Browser, firm: Firm, what: str
    ) -> None:
        conversation = await firm.conversation("Hi")
        await stranger.see("/console/login")
        response = await stranger.send(f"/console/leads/{conversation}/{what}", text="Hi")
        assert response.status_code == 303
        assert response.headers["location"].startswith("/console/login")
        assert len(await firm.transcript(conversation)) == 2
