"""Teams, settings, systems and jobs, in a real browser: from nothing to somebody who sells."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Look, Server, Visit, serving

LOOKS: tuple[Look, ...] = ("light", "dark", "phone")
PATHS = (
    "/console/teams",
    "/console/teams/people/ana",
    "/console/teams/plan",
    "/console/teams/versions?before=1&after=2",
    "/console/settings",
    "/console/settings/systems",
    "/console/settings/jobs",
)


@pytest.fixture(scope="module")
def server(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of its own: the plan of teams is for the whole server."""
    assert browser
    deaf = {"WEBHOOK_URL": "http://127.0.0.1:9/hook", "WEBHOOK_SECRET": "s"}
    with serving(tmp_path_factory.mktemp("setup"), deaf) as started:
        yield started


@pytest.fixture(scope="module")
def planned() -> dict[str, bool]:
    """Whether there are teams already: made by the first test that needs them."""
    return {}


def plan(page: Page, planned: dict[str, bool]) -> None:
    """The first plan, and a second version in which Ana has another weight."""
    if planned:
        return
    page.goto("/console/teams")
    page.get_by_role("link", name="Write the plan").click()
    expect(page.locator("#findings")).to_contain_text("No mistakes.")
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Ana", exact=True).click()
    page.get_by_label("Weight", exact=True).fill("3")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row", name="Ana")).to_contain_text("3")
    planned["done"] = True


def test_the_first_steps_lead_to_a_team(visit: Visit, planned: dict[str, bool]) -> None:
    page = visit("admin")
    plan(page, planned)
    page.goto("/console/settings")
    steps = page.locator(".steps")
    expect(steps.get_by_role("link", name="Write down who sells")).to_have_count(0)
    expect(steps.get_by_role("link", name="Publish a script of your own")).to_be_visible()


def test_a_mistake_is_shown_as_one_types_and_a_version_can_be_gone_back_to(
    visit: Visit, planned: dict[str, bool]
) -> None:
    page = visit("admin")
    plan(page, planned)
    page.goto("/console/teams/plan")
    editor = page.get_by_role("textbox", name="The plan as YAML")
    editor.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("teems: 1\n")
    expect(page.locator("#findings")).to_contain_text("teems")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")  # the line's end is undone by itself
    expect(page.locator("#findings")).to_contain_text("No mistakes.")
    page.goto("/console/teams/versions")
    page.get_by_role("button", name="Go back to it (version 1)").click()
    expect(page.get_by_role("row", name="3 holds")).to_be_visible()


def test_a_plan_is_tried_on_past_leads_as_it_stands_in_the_editor(
    visit: Visit,
    planned: dict[str, bool],
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
) -> None:
    page = visit("admin", look="phone")
    plan(page, planned)
    page.goto("/console/teams/plan")
    page.get_by_role("textbox", name="The plan as YAML").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("# only tried\n")
    page.get_by_label("Leads of the last").select_option("7")
    page.get_by_role("button", name="Try on these leads").click()
    expect(page.locator("#outcome h2").first).to_contain_text("since", timeout=30_000)
    expect(page.get_by_role("textbox", name="The plan as YAML")).to_contain_text("# only tried")
    expect(page.get_by_label("Leads of the last")).to_have_value("7")
    assert axe(page) == []
    assert not overflows(page)


def test_doctor_looks_when_it_is_asked(visit: Visit) -> None:
    page = visit("admin")
    page.goto("/console/settings/systems")
    page.get_by_role("button", name="Look now").click()
    expect(page.get_by_text("it answers, and its tables are up to date")).to_be_visible()


def test_what_would_be_sent_is_shown_and_why_a_test_does_not_arrive(
    visit: Visit,
    troubles: list[str],
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
) -> None:
    page = visit("admin", look="phone")
    page.goto("/console/settings/systems")
    page.get_by_label("System", exact=True).select_option("webhook")
    page.get_by_role("button", name="Show it").click()
    request = page.locator(".rehearsed pre")
    expect(request).to_contain_text("webhook: POST http://127.0.0.1:9/hook")
    expect(request).to_contain_text("ana@example.com")
    assert axe(page) == []
    assert not overflows(page)
    page.get_by_role("button", name="Send one to the webhook").click()
    expect(page.get_by_role("alert")).to_contain_text("It was not sent: no connection")
    troubles[:] = [one for one in troubles if "422" not in one]


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_can_be_used_by_everybody(
    visit: Visit,
    planned: dict[str, bool],
    look: Look,
    axe: Callable[[Page], list[str]],
    overflows: Callable[[Page], bool],
) -> None:
    plan(visit("admin"), planned)
    page = visit("admin", look=look)
    for path in PATHS:
        page.goto(path)
        assert axe(page) == [], path
        assert not overflows(page), path
