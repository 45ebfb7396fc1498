"""console.scripts.previews: one talks to a draft, and nothing of it is kept."""

import json
import re
from html import unescape

import pytest
from sqlalchemy import func, select

from channels.incoming import NotTaken
from console.scripts.previews import heard
from console.scripts.rehearsals import MOST, Rehearsals
from console.translations import texts_of
from qualification.scriptfile import parse_script
from storage.tables import ConversationRow
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.scripts.conftest import HOME, KEY, someone

EDITOR = f"{HOME}/{KEY}"
PREVIEW = f"{EDITOR}/preview"


def said(page: str) -> list[str]:
    found = re.search(r'name="said" value="([^"]*)"', page)
    assert found is not None
    talked: list[str] = json.loads(unescape(found[1]))
    return talked


async def test_the_draft_answers_and_shows_what_it_read(seller: Browser, firm: Firm) -> None:
    await seller.see(EDITOR)
    page = (await seller.send(PREVIEW, say="We need a CRM")).text
    assert said(page) == ["We need a CRM"]
    assert "What is your budget?" in page
    assert "We need a CRM" in page
    page = (await seller.send(PREVIEW, say="4000 euros a year", said=json.dumps(said(page)))).text
    assert said(page) == ["We need a CRM", "4000 euros a year"]
    assert 'chip qualified">Qualified' in page
    assert "4,000 EUR a year" in page
    count = select(func.count()).select_from(ConversationRow)
    assert await firm.database.read(lambda one: one.execute(count).scalar_one()) == 0


async def test_how_a_lead_stands_is_told_in_the_language_of_whoever_looks(seller: Browser) -> None:
    await seller.see(EDITOR)
    talked = json.dumps(["We need a CRM", "4000 euros a year"])
    page = (await seller.send(PREVIEW, said=talked)).text
    english = re.search(r'class="chip (hot|warm|nurture|cold)">(\w+) ·', page)
    assert english is not None
    assert english[2] == english[1].capitalize()
    seller.client.headers["Accept-Language"] = "es"
    page = (await seller.send(PREVIEW, said=talked)).text
    spanish = re.search(rf'class="chip {english[1]}">([^<]+) ·', page)
    assert spanish is not None
    assert spanish[1] == texts_of("es").gettext(english[2]) != english[2]


async def test_auditors_talk_to_a_draft_and_change_nothing(published: str, firm: Firm) -> None:
    auditor = await someone(firm, "auditor@acme.example", "auditor")
    await auditor.see(EDITOR)
    assert "What is your budget?" in (await auditor.send(PREVIEW, say="We need a CRM")).text
    await auditor.see(EDITOR)
    sent = await auditor.send(EDITOR, text=published + "# mine\n", revision="0")
    assert sent.status_code == 403
    assert await firm.workshop.drafts.get(KEY) is None
    await auditor.client.aclose()


async def test_an_edited_draft_hears_the_same_again(seller: Browser) -> None:
    await seller.see(EDITOR)
    talked = json.dumps(["We need a CRM", "4000 euros a year"])
    edited = SCRIPT.replace("What is your budget?", "How much may it cost?").replace("3000", "9000")
    page = (await seller.send(PREVIEW, said=talked, text=edited)).text
    assert "How much may it cost?" in page
    assert 'chip unqualified">Not qualified' in page


async def test_a_draft_with_mistakes_says_nothing(seller: Browser) -> None:
    await seller.see(EDITOR)
    page = (await seller.send(PREVIEW, say="hello", text="script: [")).text
    assert "The draft has mistakes" in page


async def test_what_no_visitor_could_send_is_refused(seller: Browser) -> None:
    await seller.see(EDITOR)
    page = await seller.send(PREVIEW, say="x", said=json.dumps(["y"] * MOST))
    assert page.status_code == 200
    assert f"ends after {MOST} messages" in page.text


@pytest.mark.parametrize("sent", ["", "{", "7", '{"a": 1}', '["a", 7]'])
async def test_a_said_that_was_tampered_with_harms_nobody(seller: Browser, sent: str) -> None:
    await seller.see(EDITOR)
    page = await seller.send(PREVIEW, said=sent)
    assert page.status_code == 200
    assert said(page.text) == list(heard(sent))


async def test_hostile_words_are_shown_as_words(seller: Browser) -> None:
    hostile = '"><script>alert(1)</script>{{ 7*7 }}'
    await seller.see(EDITOR)
    page = (await seller.send(PREVIEW, say=hostile)).text
    assert "<script>alert" not in page
    assert said(page) == [hostile]


async def test_only_the_part_that_htmx_asks_for_is_sent(seller: Browser) -> None:
    await seller.see(EDITOR)
    token = re.search(r'name="token" value="([^"]*)"', seller.page)
    assert token is not None
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    data = {"token": unescape(token[1]), "say": "hello"}
    part = await seller.client.post(PREVIEW, data=data, headers=headers)
    assert part.text.lstrip().startswith('<div id="conversation">')


class TestRehearsals:
    async def test_one_more_message_costs_one_turn_and_gives_the_same(self, firm: Firm) -> None:
        script = parse_script(SCRIPT)
        texts = ["We need a CRM", "4000 euros a year"]
        growing = Rehearsals({}, firm.clock)
        for count in (1, 2):
            talk = await growing.talk(script, "en", texts[:count])
        anew = await Rehearsals({}, firm.clock).talk(script, "en", texts)
        assert [one.answered.verdict for one in talk.exchanges] == [
            one.answered.verdict for one in anew.exchanges
        ]
        assert [[m.text for m in one.answered.messages] for one in talk.exchanges] == [
            [m.text for m in one.answered.messages] for one in anew.exchanges
        ]

    async def test_two_who_say_different_things_do_not_hear_each_other(self, firm: Firm) -> None:
        script = parse_script(SCRIPT)
        both = Rehearsals({}, firm.clock)
        await both.talk(script, "en", ["We need a CRM"])
        ana = await both.talk(script, "en", ["We need a CRM", "4000 euros a year"])
        luis = await both.talk(script, "en", ["We need a CRM", "100 euros a year"])
        assert ana.exchanges[-1].answered.verdict.outcome == "qualified"
        assert luis.exchanges[-1].answered.verdict.outcome == "unqualified"

    async def test_what_is_kept_is_bounded(self, firm: Firm) -> None:
        script = parse_script(SCRIPT)
        few = Rehearsals({}, firm.clock, kept=1)
        first = await few.talk(script, "en", ["We need a CRM"])
        await few.talk(script, "en", ["Hello"])
        again = await few.talk(script, "en", ["We need a CRM", "4000 euros a year"])
        assert again.exchanges[0].said == first.exchanges[0].said
        assert again.exchanges[-1].answered.verdict.outcome == "qualified"

    async def test_a_conversation_has_an_end(self, firm: Firm) -> None:
        with pytest.raises(NotTaken):
            await Rehearsals({}, firm.clock).talk(parse_script(SCRIPT), "en", ["x"] * (MOST + 1))
