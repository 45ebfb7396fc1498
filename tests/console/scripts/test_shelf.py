"""console.scripts.shelf and texts_form: scripts begin, come as files, and change word by word."""

import re
from html import unescape

import pytest

from console.scripts.beginnings import FRAMEWORKS, Beginning, beginning
from console.scripts.vocabulary import vocabulary
from qualification.scriptfile import parse_script, warnings
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.scripts.conftest import HOME, KEY, someone

NEW = {"key": "gym", "title": "Gym: Norte", "company": 'Gym "N"', "framework": "none"}


async def upload(browser: Browser, body: bytes) -> int:
    await browser.see(HOME)
    token = re.search(r'name="token" value="([^"]*)"', browser.page)
    assert token is not None
    sent = await browser.client.post(
        f"{HOME}/-/upload",
        data={"token": unescape(token[1])},
        files={"file": ("script.yaml", body, "application/yaml")},
    )
    browser.page = sent.text
    return sent.status_code


async def test_the_list_has_what_is_published_and_what_is_written(admin: Browser) -> None:
    await admin.see(HOME)
    await admin.send(HOME, **NEW, languages="en")
    page = (await admin.see(HOME)).text
    assert "CRM Suite" in page
    assert f'href="{HOME}/gym"' in page
    assert "Not published yet" in page


async def test_a_new_script_can_be_talked_to_and_published(admin: Browser, firm: Firm) -> None:
    await admin.see(HOME)
    sent = await admin.send(HOME, **NEW, languages="es")
    assert sent.headers["location"] == f"{HOME}/gym"
    page = (await admin.see(f"{HOME}/gym")).text
    assert "No mistakes." in page
    assert "¿En qué podemos ayudarle?" in page
    await admin.see(f"{HOME}/gym/publish")
    assert (await admin.send(f"{HOME}/gym/publish", revision="1", onto="0")).status_code == 303
    current = await firm.scripts.current("gym")
    assert current is not None
    assert current.script.title == "Gym: Norte"


async def test_a_name_is_given_once(admin: Browser) -> None:
    await admin.see(HOME)
    taken = await admin.send(HOME, **{**NEW, "key": KEY}, languages="en")
    assert taken.status_code == 422
    assert "There is a script or a draft of this name already" in taken.text
    assert 'value="Gym: Norte"' in taken.text


@pytest.mark.parametrize(
    "wrong", [{"key": "Gym"}, {"key": "reception"}, {"title": " "}, {"framework": "x"}]
)
async def test_what_cannot_be_a_script_is_said(admin: Browser, wrong: dict[str, str]) -> None:
    await admin.see(HOME)
    assert (await admin.send(HOME, **{**NEW, **wrong}, languages="en")).status_code == 422


async def test_sellers_begin_nothing(seller: Browser) -> None:
    page = (await seller.see(HOME)).text
    assert "Begin a new script" not in page
    assert (await seller.send(HOME, **NEW, languages="en")).status_code == 403


async def test_a_file_becomes_a_draft(admin: Browser, firm: Firm) -> None:
    text = SCRIPT.replace("3000", "5000")
    assert await upload(admin, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == 303
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert (draft.text, draft.based_on) == (text, 1)


async def test_a_file_does_not_write_over_a_draft(admin: Browser, firm: Firm) -> None:
    await upload(admin, SCRIPT.replace("3000", "5000").encode())
    assert await upload(admin, SCRIPT.replace("3000", "1000").encode()) == 409
    assert "There are two texts now" in admin.page
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert "5000" in draft.text


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"\xff\xfe\x00", "This file is no text"),
        (b"title: x", "has no line `script: name`"),
        (b"script: reception\n", "has no line `script: name`"),
    ],
)
async def test_a_file_that_is_no_script_is_refused(admin: Browser, body: bytes, why: str) -> None:
    assert await upload(admin, body) == 422
    assert why in unescape(admin.page)


async def test_a_broken_file_is_taken_by_its_name(admin: Browser, firm: Firm) -> None:
    assert await upload(admin, b"script: gym\ncriteria: [\n") == 303
    assert await firm.workshop.drafts.get("gym") is not None


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("languages", [("es",), ("en",), ("es", "en")])
def test_every_beginning_is_a_script_without_warnings(
    framework: str, languages: tuple[str, ...]
) -> None:
    text = beginning(Beginning("gym", 'A "title": #1', "Gym {N}".replace("{N}", "N"), framework,
                               languages))  # fmt: skip
    assert warnings(parse_script(text), text) == ()


def test_the_vocabulary_knows_keys_values_and_kinds() -> None:
    known = vocabulary()
    root = known["root"]
    assert root["keys"]["framework"]["values"] == [*FRAMEWORKS]
    criteria = root["keys"]["criteria"]["item"]
    assert {*criteria["kinds"]} == {"money", "timeframe", "number", "choice", "yes_no", "text"}
    assert "per" in criteria["kinds"]["money"]["keys"]
    assert "per" not in criteria["kinds"]["text"]["keys"]
    assert [*criteria["keys"]["ask"]["keys"]] == ["es", "en"]
    assert known["frameworks"]["bant"]["budget"] == "money"


class TestTheFormOfTexts:
    TEXTS = f"{HOME}/{KEY}/texts"

    async def fields(self, browser: Browser) -> dict[str, str]:
        """Every field of the form as a browser would send it back."""
        page = (await browser.see(self.TEXTS)).text
        areas = re.findall(
            r'<textarea id="[^"]*" name="([^"]*)"[^>]*>\n(.*?)</textarea>', page, re.S
        )
        hidden = re.findall(r'name="(was\.[^"]*)" value="([^"]*)"', page, re.S)
        return {name: unescape(value) for name, value in [*areas, *hidden]}

    async def test_one_text_changes_and_nothing_else(self, admin: Browser, firm: Firm) -> None:
        fields = await self.fields(admin)
        fields["text.criteria.0.ask.en"] = "What is it that you need?"
        assert (await admin.send(self.TEXTS, **fields)).status_code == 303
        draft = await firm.workshop.drafts.get(KEY)
        assert draft is not None
        assert draft.text == SCRIPT.replace("What do you need?", "What is it that you need?")

    async def test_two_who_change_different_texts_both_find_theirs(
        self, admin: Browser, firm: Firm
    ) -> None:
        other = await someone(firm, "luis@acme.example", "admin")
        mine, theirs = await self.fields(admin), await self.fields(other)
        mine["text.criteria.0.ask.en"] = "What is it that you need?"
        theirs["text.disclosure.en"] = "I am a machine."
        assert (await admin.send(self.TEXTS, **mine)).status_code == 303
        assert (await other.send(self.TEXTS, **theirs)).status_code == 303
        draft = await firm.workshop.drafts.get(KEY)
        assert draft is not None
        assert "What is it that you need?" in draft.text
        assert "I am a machine." in draft.text
        await other.client.aclose()

    async def test_two_who_change_the_same_text_see_both(self, admin: Browser, firm: Firm) -> None:
        other = await someone(firm, "luis@acme.example", "admin")
        mine, theirs = await self.fields(admin), await self.fields(other)
        mine["text.disclosure.en"] = "I am a robot."
        theirs["text.disclosure.en"] = "I am a machine."
        assert (await admin.send(self.TEXTS, **mine)).status_code == 303
        told = await other.send(self.TEXTS, **theirs)
        assert told.status_code == 409
        assert "I am a robot." in told.text
        assert "I am a machine." in told.text
        draft = await firm.workshop.drafts.get(KEY)
        assert draft is not None
        assert "I am a robot." in draft.text
        await other.client.aclose()

    @pytest.mark.parametrize(
        ("text", "why"),
        [("  ", "`disclosure` is missing"), ("Hello {x}", "would be said as it stands")],
    )
    async def test_what_cannot_be_said_is_kept_in_the_form(
        self, admin: Browser, firm: Firm, text: str, why: str
    ) -> None:
        fields = await self.fields(admin)
        fields["text.disclosure.en"] = text
        told = await admin.send(self.TEXTS, **fields)
        assert told.status_code == 422
        assert why in unescape(told.text)
        assert await firm.workshop.drafts.get(KEY) is None

    async def test_a_draft_with_mistakes_is_mended_in_the_editor(self, admin: Browser) -> None:
        await admin.see(f"{HOME}/{KEY}")
        await admin.send(f"{HOME}/{KEY}", text="script: [", revision="0")
        assert "This draft has mistakes" in (await admin.see(self.TEXTS)).text
