"""The chat in a page of another origin: what a visitor sees and does, in a real browser."""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, Route, expect

from agent.happenings import Offered, Partial, PhaseChanged, Said, Typing
from agent.messages import Message
from agent.widget import FormField, Office, Widget
from tests.browser.conftest import Server, Site, Visit
from tests.browser.stage import Stage
from tests.hostile import OURS, hostile_texts

GREETING = "I'm Lucía, Acme's AI assistant."
HOSTILE = (
    '<img src=x onerror="parent.hacked=1"><script>parent.hacked=1</script> '
    "[click](javascript:parent.hacked=1) **<b>bold</b>** \u202egnirts \x07 {{7*7}}"
)
NO_STORAGE = """
    if (window !== window.parent) Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('blocked', 'SecurityError'); } });"""
NO_SOCKETS = """
    window.WebSocket = class { constructor() { setTimeout(() => this.onclose?.({code: 1006}), 20); }
    close() {} send() {} }; window.WebSocket.OPEN = 1;"""
NO_STREAMS = """
    const plain = window.fetch; window.fetch = (path, options) =>
    String(path).startsWith('/chat/events') ? Promise.reject(new TypeError('blocked'))
    : plain(path, options);"""
SLOWLY = 30_000
"""Milliseconds: the whole application on a machine that does other things, too."""
OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def stage() -> Iterator[Stage]:
    """A chat in which the test says what happens."""
    with Stage().playing() as stage:
        yield stage


@dataclass
class Visitor:
    """Somebody on a page of a site that has the chat."""

    page: Page
    stage: Stage

    @property
    def chat(self) -> FrameLocator:
        """What is in the frame."""
        return self.page.frame_locator("iframe[title=Chat]")

    def open(self) -> None:
        """Click on the button, and wait for the chat."""
        self.page.get_by_role("button", name="Open the chat").click()
        expect(self.chat.locator("li.agent").first).to_be_visible()

    def write(self, text: str) -> None:
        """Write a message and send it."""
        self.chat.locator("#box").fill(text)
        self.chat.locator("#box").press("Enter")

    def messages(self) -> list[str]:
        """All that is in the chat."""
        return self.chat.locator("#log li p").all_text_contents()

    def expect_messages(self, *texts: str) -> None:
        """Wait until just these are there, in this order."""
        expect(self.chat.locator("#log li p")).to_have_text(list(texts))

    def banter(self, script: str) -> Any:
        """Something that the page does with the chat."""
        return self.page.evaluate(f"void window.banter.{script}")

    def choose(self, option: str) -> None:
        """One of the options behind the three dots."""
        self.chat.get_by_role("button", name="Options").click()
        self.chat.get_by_role("button", name=option).click()


@pytest.fixture
def visitor(site: Site, stage: Stage, open_context: OpenContext) -> Callable[..., Visitor]:
    """`visitor(look="dark", language="es", blocked=…, tag=…, page=…)`: on a page with the chat."""

    def arrive(
        look: str = "light", language: str = "en", blocked: str = "", tag: str = "", page: str = ""
    ) -> Visitor:
        script = f'<script async src="{stage.url}/widget.js" {tag}></script>'
        site.html = (
            f'<!doctype html><html lang="{language}"><head><title>Shop</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
            f"<body><main><h1>A shop</h1>{page}</main>{script}</body></html>"
        )
        context = open_context(look, language)
        if blocked:
            context.add_init_script(blocked)
        tab = context.new_page()
        tab.goto(site.url)
        tab.wait_for_function("window.banter")
        return Visitor(tab, stage)

    return arrive


Arrive = Callable[..., Visitor]


def test_a_chat_by_keyboard_alone(visitor: Arrive, stage: Stage) -> None:
    here = visitor(page='<a href="#x">A link</a>')
    page = here.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    launch = page.get_by_role("button", name="Open the chat")
    expect(launch).to_be_focused()
    expect(launch).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(here.chat.locator("#box")).to_be_focused()
    page.keyboard.type("We need a CRM")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("for ten people")
    page.keyboard.press("Enter")
    here.expect_messages(GREETING, "We need a CRM\nfor ten people")
    expect(here.chat.locator(".sending")).to_have_count(0)
    stage.speak("Thank you. **When** do you need it?")
    here.expect_messages(
        GREETING, "We need a CRM\nfor ten people", "Thank you. When do you need it?"
    )
    page.keyboard.press("Escape")
    expect(page.locator("iframe")).not_to_be_visible()
    expect(launch).to_be_focused()
    assert page.locator("iframe").evaluate("frame => frame.inert")
    page.keyboard.press("Tab")  # a chat that is closed is not in the way
    assert page.evaluate("document.activeElement === document.body")


def test_who_writes_before_the_chat_is_ready_is_heard(visitor: Arrive, stage: Stage) -> None:
    here = visitor()

    def slowly(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    here.page.route("**/chat/sessions", slowly)
    here.page.get_by_role("button", name="Open the chat").click()
    here.write("I am in a hurry")
    here.expect_messages(GREETING, "I am in a hurry")
    expect(here.chat.locator(".sending")).to_have_count(0)
    assert stage.said()[-1] == "I am in a hurry"


def test_whole_new_messages_are_read_out_and_nothing_else(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    log = here.chat.locator("#log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_have_attribute("role", "log")
    log.evaluate(
        "log => { window.heard = []; new MutationObserver(all => all.forEach(one =>"
        " window.heard.push(...[...one.addedNodes].map(node => node.textContent))))"
        ".observe(log, {childList: true, subtree: true, characterData: true}); }"
    )
    stage.happen(Typing(True), Partial("m", "One.", 0))
    making = here.chat.locator("#making")
    expect(making).to_have_text("One.")
    expect(making).to_have_attribute("aria-hidden", "true")
    assert log.evaluate("() => window.heard") == []
    stage.speak("One. Two.")
    here.expect_messages(GREETING, "One. Two.")
    assert "One. Two." in str(log.evaluate("() => window.heard"))
    expect(making).to_be_hidden()


def test_a_network_that_is_cut_in_mid_stream_loses_and_doubles_nothing(
    visitor: Arrive, stage: Stage, troubles: list[str]
) -> None:
    here = visitor()
    here.open()
    here.write("What does it cost?")
    here.expect_messages(GREETING, "What does it cost?")
    expect(here.chat.locator(".sending")).to_have_count(0)
    stage.happen(Typing(True), Partial("m", "It depends.", 0))
    expect(here.chat.locator("#making")).to_have_text("It depends.")
    stage.cut()
    expect(here.chat.locator("#status")).to_contain_text("offline")
    here.write("And when?")
    expect(here.chat.locator(".sending")).to_have_count(1)
    stage.happen(Partial("m", "On the size.", 1))
    stage.mend()
    expect(here.chat.locator("#making")).to_have_text("It depends. On the size.", timeout=20_000)
    expect(here.chat.locator("#status")).to_be_hidden()
    expect(here.chat.locator(".sending")).to_have_count(0)
    stage.happen(Partial("m", "Ask away.", 2))
    expect(here.chat.locator("#making")).to_have_text("It depends. On the size. Ask away.")
    stage.speak("It depends. On the size. Ask away.")
    here.expect_messages(
        GREETING, "What does it cost?", "And when?", "It depends. On the size. Ask away."
    )
    assert stage.said() == here.messages()
    troubles.clear()  # the browser complains of the cut


def test_what_was_said_while_the_network_was_away_is_fetched_once(
    visitor: Arrive, stage: Stage, troubles: list[str]
) -> None:
    here = visitor()
    here.open()
    stage.cut()
    expect(here.chat.locator("#status")).to_contain_text("offline")
    for number in range(12):  # more than a page of the record
        stage.speak(f"Message {number}")
    stage.mend()
    here.chat.locator("li").nth(12).wait_for(timeout=20_000)
    here.expect_messages(GREETING, *(f"Message {number}" for number in range(12)))
    troubles.clear()


@pytest.mark.parametrize("blocked", [NO_SOCKETS, NO_SOCKETS + NO_STREAMS], ids=["sockets", "both"])
def test_where_sockets_are_blocked_the_chat_works(
    visitor: Arrive, stage: Stage, blocked: str
) -> None:
    here = visitor(blocked=blocked)
    here.open()
    stage.conductor.reply = "Ten euros."
    here.chat.locator("#status").wait_for(state="hidden")
    here.write("What does it cost?")
    expect(here.chat.locator("#log li p")).to_have_count(3, timeout=30_000)
    here.expect_messages(GREETING, "What does it cost?", "Ten euros.")


@pytest.mark.parametrize("blocked", ["", NO_STORAGE], ids=["storage", "no storage"])
def test_a_conversation_goes_on_after_a_reload(visitor: Arrive, stage: Stage, blocked: str) -> None:
    here = visitor(blocked=blocked)
    here.open()
    here.write("We need a CRM")
    here.expect_messages(GREETING, "We need a CRM")
    kept = "Object.keys(localStorage).filter(key => key.includes('banter:default'))"
    assert len(here.page.evaluate(kept)) == 1
    here.page.reload()
    here.page.wait_for_function("window.banter")
    here.open()
    here.expect_messages(GREETING, "We need a CRM")
    assert len(stage.conductor.conversations) == 1


def test_hostile_words_stay_words(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.write(HOSTILE)
    expect(here.chat.locator("li")).to_have_count(2)
    expect(here.chat.locator(".sending")).to_have_count(0)
    stage.speak(HOSTILE)
    stage.speak("See https://acme.example/a?b=1&c=2, or [our prices](https://acme.example/prices).")
    expect(here.chat.locator("li")).to_have_count(4)
    log = here.chat.locator("#log")
    assert log.locator("img, script, b:not(.who)").count() == 0
    assert here.page.evaluate("window.hacked === undefined")
    links = log.locator("a")
    assert [one.get_attribute("href") for one in links.all()] == [
        "https://acme.example/a?b=1&c=2",
        "https://acme.example/prices",
    ]
    for link in links.all():
        assert link.get_attribute("rel") == "noopener nofollow"
        assert link.get_attribute("target") == "_blank"
    assert "[click](javascript:" in here.messages()[2]


def test_the_hostile_texts_of_every_surface_are_words_in_the_chat_too(
    visitor: Arrive, stage: Stage
) -> None:
    here, spoken = visitor(), hostile_texts()
    here.open()
    here.write("A harmless word")
    stage.speak("**Another** of *ours*, `as it is`: https://acme.example/prices")
    expect(here.chat.locator("li")).to_have_count(3)
    expect(here.chat.locator(".sending")).to_have_count(0)
    log = here.chat.locator("#log")
    elements = "log => [...log.querySelectorAll('*')].map(one => one.localName)"
    harmless = {*log.evaluate(elements), "time"}  # some messages have none: it was just now
    here.write(" ".join(OURS))
    for text in spoken:
        stage.speak(text)
    expect(here.chat.locator("li")).to_have_count(4 + len(spoken), timeout=SLOWLY)
    expect(here.chat.locator(".sending")).to_have_count(0)
    assert set(log.evaluate(elements)) <= harmless
    assert here.page.evaluate("window.hacked === undefined")
    for link in log.locator("a").all():
        assert str(link.get_attribute("href")).startswith(("https://", "http://"))
        assert link.get_attribute("rel") == "noopener nofollow"


def test_quick_replies_send_their_words(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    stage.speak("Who decides?")
    here.expect_messages(GREETING, "Who decides?")  # it listens by now
    stage.happen(Offered(("me", "we decide together")))
    group = here.chat.get_by_role("group", name="Choose an option")
    expect(group.get_by_role("button")).to_have_text(["me", "we decide together"])
    group.get_by_role("button").nth(1).click()
    here.expect_messages(GREETING, "Who decides?", "we decide together")
    expect(group).to_be_hidden()
    expect(here.chat.locator("#box")).to_be_focused()
    expect(here.chat.locator(".sending")).to_have_count(0)
    assert stage.said()[-1] == "we decide together"


def test_what_comes_while_the_chat_is_closed_is_shown_on_the_button(
    visitor: Arrive, stage: Stage
) -> None:
    here = visitor()
    here.open()
    here.write("Hello?")
    expect(here.chat.locator(".sending")).to_have_count(0)
    here.banter("on('unread', told => (window.told = told.count))")
    launch = here.page.locator(".launch")
    here.page.keyboard.press("Escape")
    expect(launch).to_have_accessible_name("Open the chat")  # what came before was seen
    stage.speak("Here I am.")
    stage.speak("<b>Still</b> there?")
    expect(launch).to_have_accessible_name("Open the chat (2 unread)")
    expect(here.page).to_have_title("(2) Shop")
    preview = here.page.get_by_role("status")
    expect(preview).to_contain_text("Lucía: <b>Still</b> there?")
    assert here.page.evaluate("window.told") == 2
    # On the next page it is still known, before anybody opens the chat.
    here.page.reload()
    expect(launch).to_have_accessible_name("Open the chat (2 unread)")
    expect(here.page).to_have_title("(2) Shop")
    preview.get_by_role("button", name="Lucía").click()
    expect(here.chat.locator("#box")).to_be_focused()
    expect(here.page).to_have_title("Shop")
    here.page.keyboard.press("Escape")
    expect(launch).to_have_accessible_name("Open the chat")
    here.page.reload()
    here.page.wait_for_timeout(1500)
    expect(launch).to_have_accessible_name("Open the chat")


def test_sound_is_off_until_it_is_asked_for(visitor: Arrive) -> None:
    here = visitor()
    here.open()
    here.chat.get_by_role("button", name="Options").click()
    switch = here.chat.get_by_role("button", name="Sound")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    here.page.reload()
    here.page.wait_for_function("window.banter")
    here.open()
    here.chat.get_by_role("button", name="Options").click()
    expect(switch).to_have_attribute("aria-pressed", "true")


def test_a_form_comes_before_the_chat_where_the_site_wants_one(
    visitor: Arrive, stage: Stage, troubles: list[str]
) -> None:
    fields = (FormField("name"), FormField("email", required=True))
    consent = {"en": "I agree to the privacy notice.", "es": "Acepto el aviso."}
    stage.put(Widget(fields=fields, consent=consent))  # type: ignore[arg-type]
    here = visitor()
    here.page.get_by_role("button", name="Open the chat").click()
    form = here.chat.get_by_role("form", name="Before we start")
    expect(form.get_by_label("Name (optional)")).to_be_focused()
    expect(here.chat.locator("#box")).to_be_hidden()
    form.get_by_label("E-mail").fill("ana@acme")
    form.get_by_role("button", name="Start the chat").click()
    assert not stage.conductor.conversations  # the box is not ticked
    form.get_by_label("I agree").check()
    form.get_by_role("button", name="Start the chat").click()
    expect(form.get_by_role("alert")).to_have_text("Please check this: E-mail.")
    form.get_by_label("E-mail").fill("ana@acme.example")
    form.get_by_role("button", name="Start the chat").click()
    here.expect_messages(GREETING)
    expect(here.chat.locator("#box")).to_be_focused()
    sheet = stage.conductor.conversations[stage.newest()].dialogue.sheet
    assert sorted(sheet.answers) == ["email"]
    assert [words for _, words, _ in stage.widgets.agreements] == [consent["en"]]
    assert ["422" in one for one in troubles] == [True]
    troubles.clear()


def test_what_they_agree_to_and_read_after_hours_may_link_to_more(
    visitor: Arrive, stage: Stage, axe: Callable[[Page], list[str]]
) -> None:
    words = {"en": "I agree to the [terms](https://a.example/terms) <b>[x](javascript:alert(1))"}
    away = {"en": "We are away: https://a.example/hours"}
    stage.widgets.now = Office(open=False)
    stage.put(Widget(consent=words, away=away, hours="team"))  # type: ignore[arg-type]
    here = visitor()
    here.page.get_by_role("button", name="Open the chat").click()
    form = here.chat.get_by_role("form", name="Before we start")
    terms = form.get_by_role("link")
    expect(terms).to_have_text(["terms"])
    assert terms.get_attribute("href") == "https://a.example/terms"
    expect(form.locator("label.agree")).to_have_text(
        "I agree to the terms <b>[x](javascript:alert(1))"
    )
    expect(here.chat.locator("#hours").get_by_role("link")).to_have_text("https://a.example/hours")
    expect(here.chat.locator("#hours span")).to_have_text([away["en"], "Lucía answers at once."])
    said, answers = [
        one.evaluate("one => one.getBoundingClientRect().toJSON()")
        for one in here.chat.locator("#hours span").all()
    ]
    assert said["bottom"] <= answers["top"], "one below the other"
    here.page.context.route("https://a.example/**", lambda route: route.fulfill(body="Terms"))
    with here.page.context.expect_page() as opened:
        terms.click()
    assert opened.value.url == "https://a.example/terms"
    expect(form.get_by_role("checkbox")).not_to_be_checked()
    assert axe(here.page) == []
    form.get_by_role("checkbox").check()
    form.get_by_role("button", name="Start the chat").click()
    here.expect_messages(GREETING)
    assert [agreed for _, agreed, _ in stage.widgets.agreements] == [words["en"]]


def test_whom_the_site_vouches_for_fills_in_nothing_and_is_known(
    visitor: Arrive, stage: Stage, troubles: list[str]
) -> None:
    stage.put(Widget(fields=(FormField("email", required=True),)))
    here = visitor()
    token = stage.vouch("u7", email="ana@acme.example", name="Ana")
    here.page.evaluate("token => window.banter.setUser(token)", token)
    here.banter("setAttributes({plan: 'pro'})")
    here.open()
    here.expect_messages(GREETING)
    conversation = stage.newest()
    assert stage.widgets.identities[conversation][1].subject == "u7"
    assert stage.widgets.attributes[conversation] == {"plan": "pro"}
    here.write("Something private")
    expect(here.chat.locator(".sending")).to_have_count(0)
    # Somebody else signs in at the same browser: not a word of it is theirs.
    token = stage.vouch("u8", email="luis@acme.example")
    here.page.evaluate("token => window.banter.setUser(token)", token)
    here.expect_messages(GREETING)
    assert stage.newest() != conversation
    assert stage.widgets.identities[stage.newest()][1].subject == "u8"
    assert ["409" in one for one in troubles] == [True]
    troubles.clear()


def test_a_forged_token_makes_nobody_known(
    visitor: Arrive, stage: Stage, troubles: list[str]
) -> None:
    here = visitor()
    forged = stage.vouch("u7", email="ceo@acme.example")[:-6] + "AAAAAA"
    here.page.evaluate("token => window.banter.setUser(token)", forged)
    here.open()
    here.expect_messages(GREETING)
    assert stage.widgets.identities == {}
    assert stage.conductor.conversations[stage.newest()].dialogue.sheet.answers == {}
    assert any("403" in one for one in troubles)
    troubles.clear()


def test_a_reset_forgets_the_conversation(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.write("Something private")
    here.expect_messages(GREETING, "Something private")
    here.banter("reset()")
    here.expect_messages(GREETING)
    assert len(stage.conductor.conversations) == 2


def test_after_hours_they_leave_a_way_to_be_reached(visitor: Arrive, stage: Stage) -> None:
    stage.widgets.now = Office(open=False, opens=datetime(2030, 3, 4, 8, tzinfo=UTC))
    stage.put(Widget(hours="team"))
    here = visitor()
    here.open()
    expect(here.chat.locator("#hours")).to_contain_text("The team is back on 4 March at 09:00.")
    expect(here.chat.locator("#hours")).to_contain_text("Lucía answers at once.")
    stage.happen(PhaseChanged("held"))
    here.chat.get_by_role("button", name="Leave a phone number or e-mail").click()
    form = here.chat.get_by_role("form", name="How can we reach you?")
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert")).to_have_text("Leave a phone number or an e-mail address.")
    form.get_by_label("Phone").fill("600 111 222")
    form.get_by_role("button", name="Send").click()
    expect(here.chat.locator("#notice")).to_contain_text("Got it")
    assert stage.widgets.introduced == [(stage.newest(), {"phone": "+34600111222"}, ())]


def test_a_person_types_and_answers(visitor: Arrive, stage: Stage) -> None:
    stage.put(Widget(reply_minutes=5))
    here = visitor()
    here.open()
    here.choose("Talk to a person")
    here.expect_messages(GREETING, "I want to talk to a person")
    stage.happen(PhaseChanged("held"))
    notice = here.chat.locator("#notice")
    expect(notice).to_have_text(re.compile("Someone on the team .* about 5 minutes"))
    stage.happen(Typing(True))
    expect(here.chat.locator("#dots")).to_be_visible()
    expect(here.chat.locator("#stop")).to_be_hidden()  # people are not stopped
    stage.speak("Hello, this is Ana.", "person")
    expect(here.chat.locator("li.person p")).to_have_text("Hello, this is Ana.")
    expect(here.chat.locator("#dots")).to_be_hidden()


def test_who_has_read_enough_stops_the_answer(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.write("Tell me everything")
    stage.happen(Typing(True), Partial("m", "Well.", 0))
    here.chat.get_by_role("button", name="Stop the answer").click()
    expect(here.chat.locator("#making")).to_be_hidden()
    expect(here.chat.locator("#notice")).to_contain_text("Answer stopped")
    expect(here.chat.locator("#box")).to_be_focused()
    assert stage.conductor.hushed == [stage.newest()]


def test_ending_rating_and_the_transcript(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.write("Thanks, that is all")
    expect(here.chat.locator(".sending")).to_have_count(0)
    with here.page.expect_download() as download:
        here.choose("Save the conversation")
    assert "Thanks, that is all" in download.value.path().read_text()
    here.choose("End the chat")
    form = here.chat.get_by_role("form", name="How was it?")
    form.get_by_role("radio", name="4 / 5").check(force=True)
    form.get_by_label("Anything to tell us?").fill("Quick.")
    form.get_by_role("button", name="Send").click()
    expect(here.chat.locator("#notice")).to_contain_text("Thank you for telling us")
    conversation = stage.newest()
    assert stage.widgets.ratings == {conversation: (4, "Quick.")}
    assert stage.conductor.conversations[conversation].dialogue.left_alone == "visitor"
    here.chat.get_by_role("button", name="Start again").click()
    here.expect_messages(GREETING)
    assert stage.newest() != conversation


def test_a_window_of_its_own_goes_on_with_the_conversation(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.write("We need a CRM")
    expect(here.chat.locator(".sending")).to_have_count(0)
    with here.page.expect_popup() as opened:
        here.choose("Open in a window")
    popup = opened.value
    expect(popup.locator("#log li p")).to_have_text([GREETING, "We need a CRM"])
    assert len(stage.conductor.conversations) == 1
    expect(here.page.locator("iframe[title=Chat]")).not_to_be_visible()
    popup.close()


def test_a_page_that_loads_others_without_reloading_keeps_its_chat(
    visitor: Arrive, stage: Stage
) -> None:
    here = visitor()
    here.open()
    here.write("We need a CRM")
    here.expect_messages(GREETING, "We need a CRM")
    here.page.evaluate(
        "() => { const next = document.createElement('body'); next.innerHTML = '<h1>Next</h1>';"
        " history.pushState(null, '', '/next'); document.body.replaceWith(next); }"
    )
    expect(here.page.get_by_role("heading", name="Next")).to_be_attached()
    here.expect_messages(GREETING, "We need a CRM")
    stage.speak("Still here.")
    here.expect_messages(GREETING, "We need a CRM", "Still here.")


def test_the_page_may_speak_another_language(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.banter("setLocale('es-MX')")
    expect(here.chat.get_by_label("Escriba su mensaje")).to_be_visible()
    expect(here.chat.locator("html")).to_have_attribute("lang", "es")
    expect(here.page.locator(".launch")).to_have_accessible_name("Cerrar el chat")
    here.expect_messages(GREETING)
    assert len(stage.conductor.conversations) == 1


def test_the_page_hears_what_happens(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.page.evaluate(
        "() => { window.heard = []; for (const name of ['open', 'close', 'message', 'session'])"
        " window.banter.on(name, detail => window.heard.push([name, detail?.text ?? null])); }"
    )
    here.banter("toggle()")
    expect(here.chat.locator("#box")).to_be_focused()
    here.write("Hi")
    expect(here.chat.locator(".sending")).to_have_count(0)
    stage.speak("Hello!")
    here.expect_messages(GREETING, "Hi", "Hello!")
    here.banter("toggle()")
    heard = here.page.evaluate("window.heard")
    assert heard[0] == ["open", None]
    assert ["message", "Hello!"] in heard
    assert heard[-1] == ["close", None]


def test_only_the_sites_that_may_embed_it_do(
    visitor: Arrive, stage: Stage, site: Site, troubles: list[str]
) -> None:
    stage.put(Widget(sites=(site.url,)))
    here = visitor()
    here.open()
    stage.put(Widget(sites=("https://other.example",)))
    stranger = visitor()
    stranger.page.get_by_role("button", name="Open the chat").click()
    stranger.page.wait_for_timeout(500)
    expect(stranger.page.locator("iframe")).not_to_be_visible()
    assert len(stage.conductor.conversations) == 1
    assert any("frame-ancestors" in one for one in troubles)
    troubles.clear()


def test_where_it_may_not_be_shown_the_page_stays_as_it_was(
    visitor: Arrive, stage: Stage, troubles: list[str]
) -> None:
    stage.put(Widget(sites=("https://other.example",)))
    soon = (
        "const later = setTimeout; window.setTimeout = (act, ms) => later(act, Math.min(ms, 900))"
    )
    stranger = visitor(look="phone", page="<p>Long page.</p>" * 80, blocked=soon)
    launch = stranger.page.get_by_role("button", name="Open the chat")
    with stranger.page.expect_console_message(lambda said: said.type == "warning") as said:
        launch.click()
        assert stranger.page.evaluate("document.documentElement.style.overflow") == ""
    assert "is not on its list" in said.value.text
    expect(launch).to_have_attribute("aria-expanded", "false")
    expect(stranger.page.locator("iframe")).to_have_count(0)
    troubles.clear()


def test_messages_of_other_windows_are_not_believed(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    here.write("Something private")
    expect(here.chat.locator(".sending")).to_have_count(0)
    here.page.evaluate(
        "() => window.postMessage({banter: 'unread', count: 99, text: 'forged'}, '*')"
    )
    here.page.evaluate(
        "() => { const frame = document.createElement('iframe'); frame.srcdoc ="
        ' \'<script>parent.postMessage({banter: "close"}, "*")<\\/script>\';'
        " document.body.append(frame); }"
    )
    here.page.wait_for_timeout(300)
    expect(here.page).to_have_title("Shop")
    expect(here.chat.locator("#box")).to_be_visible()
    assert stage.said()[-1] == "Something private"


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_nobody_is_kept_out(
    visitor: Arrive, stage: Stage, axe: Callable[[Page], list[str]], look: str
) -> None:
    stage.put(Widget(colour="#ffd400", hours="team"))
    stage.widgets.now = Office(open=False)
    here = visitor(look=look)
    here.open()
    here.write("We need a CRM")
    expect(here.chat.locator(".sending")).to_have_count(0)
    stage.speak("See **our** [prices](https://acme.example) and `code`.")
    stage.speak("I am Ana.", "person")
    stage.happen(Offered(("me", "we decide together")), PhaseChanged("held"))
    expect(here.chat.locator("#choices button")).to_have_count(2)
    frame = next(one for one in here.page.frames if "/widget" in one.url)
    assert axe(here.page) == []
    assert axe(frame) == []  # type: ignore[arg-type]
    here.chat.get_by_role("button", name="Options").click()
    assert axe(frame) == []  # type: ignore[arg-type]
    here.chat.get_by_role("button", name="End the chat").click()
    expect(here.chat.locator("#card")).to_be_visible()
    assert axe(frame) == []  # type: ignore[arg-type]


def test_of_the_pages_address_only_what_tells_whence_they_come_leaves_the_page(
    visitor: Arrive, stage: Stage
) -> None:
    here = visitor()
    private = "?email=zoe@x.example&utm_source=Ads&utm_medium=cpc&utm_term=debt&gclid=x#token-abc"
    here.page.goto(f"{here.page.url}reset{private}")
    here.page.wait_for_function("window.banter")
    asked: list[str] = []
    here.page.context.on("request", lambda one: asked.append(f"{one.url} {one.post_data}"))
    here.open()
    assert any("utm_source" in one for one in asked)
    secrets = ("zoe", "debt", "gclid", "token-abc")
    assert [one for one in asked if any(word in one for word in secrets)] == []
    assert [one.source for one in stage.conductor.conversations.values()] == ["ads / cpc"]


def test_on_a_phone_it_fills_the_screen(visitor: Arrive) -> None:
    here = visitor(look="phone", page="<p>Long page.</p>" * 80)
    here.page.locator(".launch").click()
    expect(here.chat.locator("#box")).to_be_focused()
    box = here.page.locator("iframe[title=Chat]").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    expect(here.page.locator(".launch")).to_be_hidden()
    assert here.page.evaluate("document.documentElement.style.overflow") == "hidden"
    here.chat.get_by_role("button", name="Close the chat").click()
    expect(here.page.locator("iframe[title=Chat]")).not_to_be_visible()
    assert here.page.evaluate("document.documentElement.style.overflow") == ""


def test_the_whole_of_it_with_the_real_agent(
    server: Server, site: Site, open_context: OpenContext
) -> None:
    """A choice question of a script offers its options; a click on one answers it."""
    site.html = (
        '<!doctype html><html lang="en"><title>Shop</title>'
        f'<script async src="{server.url}/widget.js" data-script="crm-suite"></script>'
    )
    page = open_context().new_page()
    page.goto(site.url)
    page.get_by_role("button", name="Open the chat").click()
    chat = page.frame_locator("iframe")
    for text in ("We need a CRM for our sales team of 40", "Around 5000 euros a year"):
        expect(chat.locator("#box")).to_be_focused()
        before = chat.locator("li.agent").count()
        chat.locator("#box").fill(text)
        chat.locator("#box").press("Enter")
        expect(chat.locator("li.agent")).to_have_count(before + 1, timeout=SLOWLY)
    options = chat.get_by_role("group", name="Choose an option").get_by_role("button")
    expect(options).to_have_count(3)
    before = chat.locator("li.agent").count()
    options.first.click()
    expect(chat.locator("li.agent")).to_have_count(before + 1, timeout=SLOWLY)
    expect(options).to_have_count(0)


def test_a_person_of_the_team_answers_in_the_chat(
    server: Server, site: Site, visit: Visit, open_context: OpenContext
) -> None:
    """Sales writes to the lead in the console; the visitor finds it in the chat at once."""
    site.html = (
        '<!doctype html><html lang="en"><title>Shop</title>'
        f'<script async src="{server.url}/widget.js" data-script="crm-suite"></script>'
    )
    page = open_context().new_page()
    page.goto(site.url)
    page.wait_for_function("window.banter")
    page.evaluate("void window.banter.on('session', told => (window.session = told.id))")
    page.get_by_role("button", name="Open the chat").click()
    chat = page.frame_locator("iframe")
    expect(chat.locator("#box")).to_be_focused()
    chat.locator("#box").fill("I'd like a demo. I'm Ana López, ana@acme.example")
    chat.locator("#box").press("Enter")
    expect(chat.locator("li.agent")).to_have_count(2, timeout=SLOWLY)
    sales = visit("sales")
    sales.goto(f"/console/leads/{page.evaluate('window.session')}")
    sales.get_by_role("button", name="Take over").click()
    expect(chat.locator("#notice")).to_contain_text("Someone on the team", timeout=SLOWLY)
    answer = sales.locator('form[action$="/say"]')
    answer.locator("textarea").fill("Hello, this is Ana from sales.")
    answer.get_by_role("button").first.click()
    expect(chat.locator("li.person p")).to_have_text(
        "Hello, this is Ana from sales.", timeout=SLOWLY
    )
    sales.get_by_role("button", name="Give back to the agent").click()
    notice = chat.locator("#notice")
    expect(notice).not_to_contain_text("Someone on the team", timeout=SLOWLY)


def test_visits_are_told_after_consent_only(
    server: Server, site: Site, open_context: OpenContext
) -> None:
    """Nothing is kept or sent before; what was left is told; taken back, it is forgotten."""
    site.html = (
        '<!doctype html><html lang="en"><title>Shop</title>'
        f'<script async src="{server.url}/widget.js" data-script="crm-suite"></script>'
    )
    page = open_context().new_page()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.goto(site.url)
    page.get_by_role("button", name="Open the chat").click()
    expect(page.frame_locator("iframe").locator("#box")).to_be_focused()
    kept = "Object.keys(localStorage).filter(key => /:(consent|views|session)$/.test(key))"

    def look_at(*paths: str) -> None:
        for path in paths:
            page.evaluate("path => history.pushState(null, '', path)", path)
            page.wait_for_timeout(200)

    look_at("/crm/pricing", "/")
    assert page.evaluate(kept) == []
    assert not [one for one in sent if "/chat/events/" in one]
    page.evaluate("window.banter.consent(true)")
    for path, recorded in [("/crm/pricing", 0), ("/", 1)]:  # a page is told once it was left
        with page.expect_response(re.compile("/chat/events/views")) as told:
            look_at(path)
        assert told.value.status == 202
        assert json.loads(told.value.body()) == {"recorded": recorded}
    with page.expect_response(re.compile("/chat/events/consent")) as taken_back:
        page.evaluate("window.banter.consent(false)")
    assert taken_back.value.status == 204
    assert page.evaluate(kept) == []


def test_messages_are_heard_once_however_often_they_are_told(visitor: Arrive, stage: Stage) -> None:
    here = visitor()
    here.open()
    message = stage.speak("Once.")
    stage.happen(Said(Message(message.id, message.seq, "agent", "Once.", message.at)))
    stage.speak("Twice.")
    here.expect_messages(GREETING, "Once.", "Twice.")
