"""The pages about scripts: an admin breaks and mends one, tries it, publishes it, goes back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Look, Visit

HOME = "/console/scripts"
KEY = "curso-datos"
EDITOR = f"{HOME}/{KEY}"


PASTE = """text => {
  const content = document.querySelector('#script-editor').shadowRoot.querySelector('.cm-content');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  content.dispatchEvent(
    new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
}"""
SETTLES = 200
"""Milliseconds before CodeMirror takes Enter for a choice, lest somebody chooses unawares."""


def editor(page: Page) -> None:
    """The editor has taken the place of the text area."""
    expect(page.locator("#script-editor .cm-content")).to_be_visible()


def write(page: Page, text: str) -> None:
    """Paste another text over the whole script."""
    page.locator("#script-editor .cm-content").click()
    page.keyboard.press("Control+A")
    page.evaluate(PASTE, text)


def find(page: Page, before: str, after: str) -> None:
    """Change a part of the script as it stands in the editor."""
    text = page.locator("#script-text").input_value()
    assert text.count(before) == 1
    write(page, text.replace(before, after))


class TestTheWayOfADraft:
    def test_from_a_mistake_to_a_published_version_and_back(self, visit: Visit) -> None:
        page = visit("admin")
        page.goto(HOME)
        page.get_by_role("link", name="Curso Datos desde cero").click()
        editor(page)
        expect(page.get_by_text("No mistakes.")).to_be_visible()

        find(page, "kind: number", "kind: nummer")
        finding = page.locator("#findings a[data-line]")
        expect(finding).to_have_count(1)
        finding.click()
        expect(page.locator("#script-editor .cm-lint-marker-error")).to_have_count(1)
        expect(page.locator("#script-editor .cm-activeLine")).to_contain_text("kind: nummer")

        find(page, "kind: nummer", "kind: number")
        expect(page.get_by_text("No mistakes.")).to_be_visible()
        find(
            page,
            "¿Cuántas horas a la semana podría dedicarle?",
            "¿Cuántas horas por semana tendría?",
        )
        expect(page.get_by_text("Not saved yet")).to_be_visible()
        page.get_by_role("button", name="Save draft").click()
        expect(page.get_by_text("Saved as a draft")).to_be_visible()

        page.get_by_role("link", name="Publish…").click()
        expect(page.locator("ins").filter(has_text="tendría")).to_be_visible()
        page.get_by_label("What has changed, and why").fill("A shorter question")
        page.get_by_role("button", name="Publish", exact=True).click()
        expect(page.get_by_role("row").nth(1)).to_contain_text("A shorter question")
        expect(page.get_by_text("Version 2 is published")).to_be_visible()

        page.get_by_role("link", name="Go back to it (version 1)").click()
        page.get_by_role("button", name="Go back to it").click()
        expect(page.get_by_text("Version 3 is published")).to_be_visible()
        page.goto(EDITOR)
        expect(page.locator("#script-text")).to_have_value(
            re.compile("¿Cuántas horas a la semana podría dedicarle")
        )

    def test_the_preview_answers_and_hears_the_edited_draft(self, visit: Visit) -> None:
        page = visit("admin")
        page.goto(f"{HOME}/crm-suite")
        editor(page)
        talk = page.locator("#conversation .talk")
        expect(talk.locator(".agent")).to_have_count(1)
        page.get_by_label("Say something as a prospect").fill("We keep losing leads")
        page.keyboard.press("Enter")
        expect(talk.locator(".prospect")).to_have_text(re.compile("We keep losing leads"))
        expect(talk.get_by_text("Because")).to_be_visible()
        page.get_by_label("Language of the preview").select_option("en")
        expect(talk.locator(".prospect")).to_have_count(0)
        expect(talk.locator(".agent").first).to_contain_text("AI assistant")
        page.get_by_label("Say something as a prospect").fill("how much is it?")
        page.keyboard.press("Enter")
        expect(talk).to_contain_text("€29")
        page.get_by_label("Say something as a prospect").fill("We keep losing leads")
        page.keyboard.press("Enter")
        expect(talk.locator(".prospect")).to_have_count(2)
        find(page, "costs €29 per user", "costs €31 per user")
        expect(talk).to_contain_text("€31")
        expect(talk.locator(".prospect")).to_have_count(2)

    def test_a_preview_becomes_a_test_that_is_played(self, visit: Visit) -> None:
        page = visit("admin")
        page.goto(f"{HOME}/reformas")
        page.get_by_label("Language of the preview").select_option("en")
        page.get_by_label("Say something as a prospect").fill("I want to redo my bathroom")
        page.keyboard.press("Enter")
        expect(page.locator("#conversation .prospect")).to_have_count(1)
        page.get_by_label("Name of the test").fill("wants a bathroom")
        page.get_by_role("button", name="Keep as a test").click()
        expect(page.locator("#tests-text")).to_have_value(re.compile("wants a bathroom"))
        page.get_by_role("button", name="Play them").click()
        expect(page.locator("#outcome")).to_contain_text("passed")
        expect(page.locator("#outcome .results")).to_contain_text("wants a bathroom")

    def test_keys_and_values_are_completed(self, visit: Visit) -> None:
        page = visit("admin")
        page.goto(f"{HOME}/crm-suite")
        editor(page)
        write(page, "script: crm-suite\n")
        page.keyboard.type("fram")
        options = page.locator("#script-editor .cm-tooltip-autocomplete li")
        expect(options.first).to_contain_text("framework")
        page.wait_for_timeout(SETTLES)
        page.keyboard.press("Enter")
        page.keyboard.press("Control+Space")
        expect(options.filter(has_text="champ")).to_be_visible()
        page.keyboard.type("cha")
        page.wait_for_timeout(SETTLES)
        page.keyboard.press("Enter")
        expect(page.locator("#script-text")).to_have_value("script: crm-suite\nframework: champ")

    def test_texts_are_changed_without_yaml(self, visit: Visit) -> None:
        page = visit("admin")
        page.goto(f"{HOME}/pulso-industrial/texts")
        field = page.get_by_label("Who speaks, and that it is an AI, English")
        field.fill("Hello, I am a machine that asks about machines.")
        page.get_by_role("button", name="Save draft").click()
        expect(field).to_have_value("Hello, I am a machine that asks about machines.")
        page.goto(f"{HOME}/pulso-industrial/compare")
        expect(page.locator(".diff ins, .diff .come").first).to_be_visible()

    def test_a_what_if_is_worked_out_while_one_waits(self, visit: Visit) -> None:
        page = visit("admin")
        page.goto(f"{HOME}/crm-suite/what-if")
        page.get_by_role("button", name="Work it out").click()
        expect(
            page.get_by_text(re.compile("There is no lead|would stand differently"))
        ).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
@pytest.mark.parametrize(
    "path",
    [
        HOME,
        f"{HOME}/crm-suite",
        f"{HOME}/crm-suite/texts",
        f"{HOME}/crm-suite/tests",
        f"{HOME}/crm-suite/what-if",
        f"{HOME}/crm-suite/versions",
        f"{HOME}/pulso-industrial/compare",
        f"{HOME}/crm-suite/publish",
    ],
)
def test_the_page_has_no_barriers(
    visit: Visit,
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
    path: str,
    look: Look,
) -> None:
    page = visit("admin", look)
    page.goto(path)
    if path == f"{HOME}/crm-suite":
        editor(page)
    assert axe(page) == []
    assert not overflows(page)


def test_everything_works_without_scripts(
    visit: Visit, open_context: Callable[..., object], server: object
) -> None:
    """Saving, the preview and publishing are plain forms."""
    page = visit("admin")
    state = page.context.storage_state()
    plain = open_context("light", "en", java_script_enabled=False, storage_state=state)
    tab = plain.new_page()  # type: ignore[attr-defined]
    tab.goto(f"{server.url}{HOME}/vigia-seguridad")  # type: ignore[attr-defined]
    area = tab.locator("#script-text")
    area.fill(area.input_value() + "# checked\n")
    tab.get_by_role("button", name="Save draft").click()
    expect(tab.get_by_text("Saved as a draft")).to_be_visible()
    tab.get_by_label("Say something as a prospect").fill("hola")
    tab.get_by_role("button", name="Send").click()
    expect(tab.locator(".talk .prospect")).to_have_text(re.compile("hola"))
    tab.get_by_label("Say something as a prospect").fill("¿cuánto cuesta?")
    tab.get_by_role("button", name="Send").click()
    expect(tab.locator(".talk .prospect")).to_have_count(2)
    tab.goto(f"{server.url}{HOME}/vigia-seguridad/publish")  # type: ignore[attr-defined]
    tab.get_by_role("button", name="Publish", exact=True).click()
    expect(tab.get_by_text("Version 2 is published")).to_be_visible()
