"""Every button on the page of a lead does something, whoever looks and however the lead stands."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from typing import TypeAlias

import pytest

from agent.dialogue import verdict_on
from agent.ports import Turn
from agent.routing import Assignment
from console.rendering import PARTIAL
from qualification.routing.following import Place
from qualification.scoring import score
from storage.audit import Sought
from tests.console.conftest import EMAIL, PASSWORD, Browser, Firm
from tests.console.desks import RoutingFirm

OTHER = "luis@acme.example"
OUTSIDE = "boss@other.example"
"""An admin whom teams.yaml does not know."""


@dataclass
class Button:
    """A button with the form around it, filled in."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    says: str = ""


class Buttons(HTMLParser):
    """Every button of a page that sends something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Button] = []
        self._form: Button | None = None
        self._buttons: list[dict[str, str]] = []
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        if tag == "form" and of.get("method") == "post":
            self._form, self._buttons = Button(of["action"]), []
        elif self._form is None:
            return
        elif tag in ("input", "textarea") and (value := of.get("value") or _filled(of)):
            self._form.fields[of["name"]] = value
        elif tag == "select":
            self._select = of["name"]
        elif tag == "option" and self._select and "selected" not in of and of.get("value"):
            self._form.fields[self._select] = of["value"]  # somebody else than now
        elif tag == "button":
            self._buttons.append({of["name"]: of.get("value", "")} if "name" in of else {})

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "form" and self._form is not None:
            for sent in self._buttons:
                self.found.append(Button(self._form.action, {**self._form.fields, **sent}))
            self._form = None


def _filled(of: Mapping[str, str]) -> str:
    return "something new" if "required" in of else ""


Standing: TypeAlias = Callable[[RoutingFirm], Awaitable[str]]


async def talking(desk: RoutingFirm) -> str:
    return await desk.firm.conversation("Hi")


async def of_nobody(desk: RoutingFirm) -> str:
    return await desk.firm.lead()


async def offered_to(desk: RoutingFirm, person: str) -> Assignment:
    """A lead that waits for somebody."""
    given, now = await desk.given(), desk.firm.clock.now()
    return await desk.acceptance.move(given.handover, Place(person=person), "boss", None, now)


async def offered_to_me(desk: RoutingFirm) -> str:
    return (await offered_to(desk, "ana")).conversation


async def accepted_by_me(desk: RoutingFirm) -> str:
    given = await offered_to(desk, "ana")
    await desk.acceptance.accept(given.handover, "ana", desk.firm.clock.now())
    return given.conversation


async def rejected_by_me(desk: RoutingFirm) -> str:
    given = await offered_to(desk, "ana")
    await desk.acceptance.reject(given.handover, "ana", "spam", desk.firm.clock.now())
    return given.conversation


async def offered_to_another(desk: RoutingFirm) -> str:
    return (await offered_to(desk, "luis")).conversation


async def in_a_queue(desk: RoutingFirm) -> str:
    given, now = await desk.given(), desk.firm.clock.now()
    await desk.acceptance.move(given.handover, Place(queue="general"), "boss", None, now)
    return given.conversation


async def resolved(desk: RoutingFirm) -> str:
    lead = await desk.firm.lead()
    await desk.firm.inbox_desk.handling.stand(lead, "resolved")
    return lead


async def put_aside(desk: RoutingFirm) -> str:
    lead = await desk.firm.lead()
    later = desk.firm.clock.now() + timedelta(days=40)
    await desk.firm.inbox_desk.handling.snooze(lead, later)
    return lead


async def held_by_me(desk: RoutingFirm) -> str:
    lead = await desk.firm.conversation("Hi")
    await desk.firm.conductor.take_over(lead, EMAIL)
    return lead


async def held_by_another(desk: RoutingFirm) -> str:
    lead = await desk.firm.conversation("Hi")
    await desk.firm.conductor.take_over(lead, OTHER)
    return lead


async def opted_out(desk: RoutingFirm) -> str:
    lead, now = await desk.firm.conversation("STOP"), desk.firm.clock.now()
    claim = await desk.firm.workspace.claim(lead, now, timedelta(seconds=5))
    assert claim is not None
    over = replace(claim.dialogue, phase="stopped")
    turn = Turn(
        dialogue=over,
        at=now,
        read_up_to=claim.inbound_seq,
        said=(),
        answers=(),
        verdict=verdict_on(claim.script, over),
        score=score(claim.script, over.sheet, now),
    )
    await desk.firm.workspace.commit(claim, turn, seen=claim.inbound_seq)
    return lead


async def undelivered(desk: RoutingFirm) -> str:
    lead = await desk.firm.lead()
    await desk.firm.fail_deliveries("It is down.")
    return lead


async def merged(desk: RoutingFirm) -> str:
    kept, other = await desk.firm.lead(), await desk.firm.lead()
    await desk.firm.inbox_desk.handling.merge(other, kept)
    return kept


STANDINGS: tuple[Standing, ...] = (
    talking,
    of_nobody,
    offered_to_me,
    accepted_by_me,
    rejected_by_me,
    offered_to_another,
    in_a_queue,
    resolved,
    put_aside,
    held_by_me,
    held_by_another,
    opted_out,
    undelivered,
    merged,
)


def shown(page: str) -> str:
    """What a page says, without what differs every time."""
    return re.sub(r'name="token" value="[^"]*"', "", page)


@pytest.fixture
async def desk(firm: Firm) -> RoutingFirm:
    made = RoutingFirm(firm)
    await made.publish()
    await firm.users.add(OTHER, PASSWORD, "sales", name="Luis")
    return made


@pytest.mark.parametrize(
    ("email", "role", "standing"),
    [
        *((EMAIL, "sales", one) for one in STANDINGS),
        *(
            (OUTSIDE, "admin", one)
            for one in (of_nobody, accepted_by_me, rejected_by_me, offered_to_another, in_a_queue)
        ),
    ],
)
async def test_every_button_shown_works(
    desk: RoutingFirm, email: str, role: str, standing: Standing
) -> None:
    firm = desk.firm
    await firm.users.add(email, PASSWORD, role)  # type: ignore[arg-type]
    browser = Browser(firm.app())
    assert (await browser.sign_in(email)).status_code == 303
    lead = await standing(desk)
    browser.client.headers.update(PARTIAL)  # the lead without the list beside it
    count = len(Buttons((await browser.see(f"/console/leads/{lead}")).text).found)
    assert count > 5
    for number in range(count):
        lead = await standing(desk) if number else lead
        path = f"/console/leads/{lead}"
        before = (await browser.see(path)).text
        button = Buttons(before).found[number]
        answer = await browser.send(unescape(button.action), **button.fields)
        assert answer.status_code == 303, (button, answer.text)
        assert shown((await browser.see(path)).text) != shown(before), button
        log = await firm.audit.entries(Sought(), 5)
        assert {one.action for one in log.items} - {"lead.viewed"}
    await browser.client.aclose()


async def test_an_auditor_is_shown_no_button(desk: RoutingFirm) -> None:
    await desk.firm.users.add(OUTSIDE, PASSWORD, "auditor")
    browser = Browser(desk.firm.app())
    assert (await browser.sign_in(OUTSIDE)).status_code == 303
    browser.client.headers.update(PARTIAL)
    for standing in STANDINGS:
        page = (await browser.see(f"/console/leads/{await standing(desk)}")).text
        assert "<form" not in page
    await browser.client.aclose()


async def test_what_is_accepted_is_not_offered_again(desk: RoutingFirm, ana: Browser) -> None:
    lead = await accepted_by_me(desk)
    assert f"/console/leads/{lead}/accept" not in (await ana.see(f"/console/leads/{lead}")).text


async def test_what_another_has_is_theirs_to_accept_and_an_admins_in_their_name(
    desk: RoutingFirm,
) -> None:
    lead = await offered_to_another(desk)
    path = f"/console/leads/{lead}"
    for email, role in ((EMAIL, "sales"), (OUTSIDE, "admin")):
        await desk.firm.users.add(email, PASSWORD, role)  # type: ignore[arg-type]
        browser = Browser(desk.firm.app())
        assert (await browser.sign_in(email)).status_code == 303
        page = (await browser.see(path)).text
        assert (f'action="{path}/accept"' in page) == (role == "admin")
        assert ("Accept for Luis Vega" in page) == (role == "admin")
        await browser.client.aclose()
