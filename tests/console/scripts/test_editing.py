"""console.scripts.editing: a draft is saved with its mistakes, and nobody's text is lost."""

import re
from html import unescape

import pytest

from storage.audit import Sought
from tests.console.conftest import SCRIPT, Browser, Firm
from tests.console.scripts.conftest import HOME, KEY, someone

EDITOR = f"{HOME}/{KEY}"
DEARER = SCRIPT.replace("3000", "5000")


def typed(page: str) -> str:
    """What stands in the textarea."""
    found = re.search(r'<textarea id="script-text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found is not None
    return unescape(found[1])


async def test_the_published_text_is_in_the_editor(admin: Browser) -> None:
    page = await admin.see(EDITOR)
    assert page.status_code == 200
    assert typed(page.text) == SCRIPT
    assert "No mistakes." in page.text
    assert "Version 1 is published" in page.text


async def test_a_save_keeps_the_text_and_publishes_nothing(admin: Browser, firm: Firm) -> None:
    await admin.see(EDITOR)
    sent = await admin.send(EDITOR, text=DEARER.replace("\n", "\r\n"), revision="0")
    assert sent.status_code == 303
    page = await admin.see(sent.headers["location"])
    assert typed(page.text) == DEARER
    assert "Saved as a draft" in page.text
    current = await firm.scripts.current(KEY)
    assert current is not None
    assert current.text == SCRIPT
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert (draft.text, draft.revision, draft.based_on) == (DEARER, 1, 1)
    entries = await firm.audit.entries(Sought(action="script.saved"), 5)
    assert [one.subject for one in entries.items] == [KEY]


async def test_a_text_with_mistakes_is_saved_too_and_they_are_listed(admin: Browser) -> None:
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=SCRIPT.replace("kind: money", "kind: mony"), revision="0")
    page = await admin.see(EDITOR)
    assert "Mistake" in page.text
    line = SCRIPT[: SCRIPT.index("kind: money")].count("\n") + 1
    assert f'data-line="{line}"' in page.text
    assert "The draft has mistakes" in page.text


async def test_findings_come_with_line_and_column_as_one_types(admin: Browser) -> None:
    await admin.see(EDITOR)
    token = re.search(r'name="token" value="([^"]*)"', admin.page)
    assert token is not None
    answer = await admin.client.post(
        f"{EDITOR}/check",
        json={"text": SCRIPT.replace("all_of: [need, budget]", "all_of: [need, bugdet]")},
        headers={"X-Banter-Token": unescape(token[1])},
    )
    [found] = answer.json()["findings"]
    assert (found["severity"], found["line"]) == ("error", SCRIPT.count("\n"))
    assert SCRIPT.splitlines()[found["line"] - 1][found["column"] - 1 :].startswith("budget")
    assert "budget" in found["hint"]


async def test_findings_are_told_in_the_language_of_whoever_types(admin: Browser) -> None:
    await admin.see(EDITOR)
    broken = SCRIPT.replace("kind: money", "kind: mony")
    await admin.send(EDITOR, text=broken, revision="0")
    admin.client.headers["Accept-Language"] = "es"
    page = await admin.see(EDITOR)
    token = re.search(r'name="token" value="([^"]*)"', page.text)
    assert token is not None
    answer = await admin.client.post(
        f"{EDITOR}/check", json={"text": broken}, headers={"X-Banter-Token": unescape(token[1])}
    )
    [found] = answer.json()["findings"]
    assert (found["message"], found["hint"]) == (
        "`mony` no es un tipo de pregunta",
        "¿querías decir `money`?",
    )
    assert found["message"] in page.text


async def test_who_sends_no_token_is_told_nothing(admin: Browser) -> None:
    assert (await admin.client.post(f"{EDITOR}/check", json={"text": ""})).status_code == 403


async def test_another_name_is_a_mistake(admin: Browser) -> None:
    await admin.see(EDITOR)
    renamed = SCRIPT.replace("script: crm-suite", "script: crm-other")
    await admin.send(EDITOR, text=renamed, revision="0")
    assert "its name never changes" in (await admin.see(EDITOR)).text


async def test_the_second_of_two_is_shown_both_texts(admin: Browser, firm: Firm) -> None:
    other = await someone(firm, "luis@acme.example", "admin")
    await admin.see(EDITOR)
    await other.see(EDITOR)
    cheaper = SCRIPT.replace("3000", "1000")
    assert (await admin.send(EDITOR, text=DEARER, revision="0")).status_code == 303
    told = await other.send(EDITOR, text=cheaper, revision="0")
    assert told.status_code == 409
    assert "admin@acme.example" in told.text
    assert "<del>5000</del>" in told.text
    assert "<ins>1000</ins>" in told.text
    assert unescape(told.text).count(cheaper) == 1
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert draft.text == DEARER
    revision = re.search(r'name="revision" value="(\d+)"', told.text)
    assert revision is not None
    kept = await other.send(EDITOR, text=cheaper, revision=revision[1])
    assert kept.status_code == 303
    draft = await firm.workshop.drafts.get(KEY)
    assert draft is not None
    assert draft.text == cheaper
    await other.client.aclose()


async def test_a_discarded_draft_is_gone_and_the_published_text_is_back(admin: Browser) -> None:
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="0")
    await admin.see(EDITOR)
    assert (await admin.send(f"{EDITOR}/discard", revision="1")).status_code == 303
    assert typed((await admin.see(EDITOR)).text) == SCRIPT


async def test_a_draft_that_was_saved_meanwhile_is_not_discarded(
    admin: Browser, firm: Firm
) -> None:
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="0")
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=SCRIPT.replace("3000", "1000"), revision="1")
    assert (await admin.send(f"{EDITOR}/discard", revision="1")).status_code == 409
    assert await firm.workshop.drafts.get(KEY) is not None


async def test_the_draft_and_every_version_can_be_downloaded(admin: Browser) -> None:
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=DEARER, revision="0")
    draft = await admin.client.get(f"{EDITOR}/download")
    assert draft.text == DEARER
    assert draft.headers["content-disposition"] == 'attachment; filename="crm-suite.yaml"'
    first = await admin.client.get(f"{EDITOR}/download?version=1")
    assert first.text == SCRIPT
    assert (await admin.client.get(f"{EDITOR}/download?version=9")).status_code == 404


async def test_sellers_read_and_change_nothing(seller: Browser, firm: Firm) -> None:
    page = await seller.see(EDITOR)
    assert page.status_code == 200
    assert "readonly" in page.text
    assert "Save draft" not in page.text
    assert (await seller.send(EDITOR, text=DEARER, revision="0")).status_code == 403
    assert (await seller.send(f"{EDITOR}/publish", revision="0", onto="1")).status_code == 403
    assert await firm.workshop.drafts.get(KEY) is None


async def test_a_script_that_is_not_there_is_not_found(admin: Browser) -> None:
    assert (await admin.see(f"{HOME}/nobody")).status_code == 404
    assert (await admin.see(f"{HOME}/reception")).status_code == 404
    assert (await admin.see(f"{HOME}/UPPER")).status_code == 422


@pytest.mark.parametrize("hostile", ["</textarea><script>alert(1)</script>", "{{ 7*7 }}", "\n\nx"])
async def test_any_text_stays_in_its_place(admin: Browser, hostile: str) -> None:
    await admin.see(EDITOR)
    await admin.send(EDITOR, text=hostile, revision="0")
    page = (await admin.see(EDITOR)).text
    assert typed(page) == hostile
    assert "<script>alert" not in page
