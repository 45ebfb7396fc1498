"""console.slack_actions: a button in Slack accepts a lead, for the person that it belongs to."""

import json
from collections.abc import AsyncIterator, Mapping
from urllib.parse import urlencode

import httpx
import pytest
from fastapi import FastAPI

from agent.routing import Assignment
from channels.problems import answer_with_problems
from console.slack_actions import SlackDesk, answer_slack, sign, slack_router
from qualification.values import Json
from tests.console.conftest import Firm
from tests.console.desks import RoutingFirm
from tests.storage.routed import PLAN

SECRET = "the signing secret"
TRIGGER = "13345224609.738474920"
WITH_IDS = PLAN.replace(
    "email: luis@acme.example,", "email: luis@acme.example, ids: {slack: U0LUIS},"
)


class Slack:
    """Presses buttons, and hears what is said."""

    def __init__(self, browser: httpx.AsyncClient, desk: RoutingFirm) -> None:
        self.browser = browser
        self.desk = desk
        self.heard: list[Mapping[str, Json]] = []
        self.opened: list[Mapping[str, Json]] = []
        """Forms that were opened; none can be where `closed`."""
        self.closed = False

    async def open(self, trigger: str, view: Mapping[str, Json]) -> bool:
        """console.slack_asking.Opening."""
        if self.closed or trigger != TRIGGER:
            return False
        self.opened.append(view)
        return True

    async def submit(self, typed: str | None, user: str, **more: Json) -> httpx.Response:
        """Send the form that was opened last, as Slack does."""
        view = {
            "type": "modal",
            "callback_id": self.opened[-1]["callback_id"],
            "private_metadata": self.opened[-1]["private_metadata"],
            "state": {"values": {"why": {"reason": {"type": "plain_text_input", "value": typed}}}},
            **more,
        }
        payload = {"type": "view_submission", "user": {"id": user}, "view": view}
        return await self.send(urlencode({"payload": json.dumps(payload)}).encode())

    async def hear(self, url: str, said: Mapping[str, Json]) -> None:
        assert url == "https://hooks.slack.com/actions/1"
        self.heard.append(said)

    async def press(self, action: str, value: str, user: str, **more: str) -> httpx.Response:
        payload = {
            "type": "block_actions",
            "user": {"id": user, "username": "x"},
            "actions": [{"action_id": action, "value": value, "type": "button"}],
            "response_url": "https://hooks.slack.com/actions/1",
            "trigger_id": TRIGGER,
            **more,
        }
        return await self.send(urlencode({"payload": json.dumps(payload)}).encode())

    async def send(
        self, body: bytes, *, secret: str = SECRET, late: int = 0, shown: bytes | None = None
    ) -> httpx.Response:
        at = str(int(self.desk.firm.clock.now().timestamp()) - late)
        headers = {
            b"X-Slack-Request-Timestamp": at.encode(),
            b"X-Slack-Signature": shown or sign(secret, at, body).encode(),
            b"Content-Type": b"application/x-www-form-urlencoded",
        }
        return await self.browser.post("/webhooks/slack/actions", content=body, headers=headers)

    async def state(self, given: Assignment) -> tuple[str | None, str]:
        """Who has a lead, and how it stands there."""
        now = await self.desk.assignments.current(given.handover)
        assert now is not None
        return now.person, now.state


@pytest.fixture
async def slack(firm: Firm) -> AsyncIterator[Slack]:
    """Without a bot, who cannot ask anything."""
    async for one in workspace(firm, asks=False):
        yield one


@pytest.fixture
async def asking(firm: Firm) -> AsyncIterator[Slack]:
    """With a bot, who opens forms."""
    async for one in workspace(firm, asks=True):
        yield one


async def workspace(firm: Firm, *, asks: bool) -> AsyncIterator[Slack]:
    desk = RoutingFirm(firm)
    await desk.publish(WITH_IDS)
    app = FastAPI()
    answer_with_problems(app)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="https://banter.example"
    ) as client:
        made = Slack(client, desk)
        app.include_router(
            slack_router(
                SlackDesk(
                    SECRET,
                    desk.links,
                    desk.acceptance,
                    desk.teams,
                    firm.clock,
                    made.hear,
                    made if asks else None,
                )
            )
        )
        yield made


async def test_the_owner_accepts_once_however_often_they_press(slack: Slack) -> None:
    given = await slack.desk.given()
    value = f"U0ANA|{slack.desk.links.link(given.handover, 'ana')}"
    for _ in range(2):
        answer = await slack.press("accept", value, "U0ANA")
        assert (answer.status_code, answer.content) == (200, b"")
    assert await slack.state(given) == ("ana", "accepted")
    assert [one["response_type"] for one in slack.heard] == ["in_channel"] * 2
    assert slack.heard[0]["text"] == "<@U0ANA> lo ha aceptado."


async def test_a_rejection_names_who_rejected(slack: Slack) -> None:
    given = await slack.desk.given()
    value = f"U0ANA|{slack.desk.links.link(given.handover, 'ana')}"
    await slack.press("reject", value, "U0ANA")
    now = await slack.desk.assignments.current(given.handover)
    assert now is not None
    assert (now.state, now.reason) == ("rejected", "in Slack, by U0ANA")


class TestAsking:
    """Who rejects says why, as in the console: it teaches the script."""

    async def test_what_they_write_is_the_reason(self, asking: Slack) -> None:
        given = await asking.desk.given()
        value = f"U0ANA|{asking.desk.links.link(given.handover, 'ana')}"
        await asking.press("reject", value, "U0ANA")
        assert await asking.state(given) == ("ana", "offered"), "nothing is done yet"
        assert asking.heard == []
        [view] = asking.opened
        assert view["title"] == {"type": "plain_text", "text": "No es un lead", "emoji": False}
        answer = await asking.submit("Es un\nestudiante ", "U0ANA")
        assert (answer.status_code, answer.content) == (200, b"")
        assert await asking.state(given) == ("ana", "rejected")
        [told] = await asking.desk.firm.inbox_desk.outcomes.of(given.conversation)
        assert (told.outcome, told.reason, told.person) == ("rejected", "Es un estudiante", "ana")
        assert [one["text"] for one in asking.heard] == ["<@U0ANA> ha dicho que no es un lead."]

    @pytest.mark.parametrize("typed", [None, "", " \n\u200b "])
    async def test_without_a_reason_the_form_stays_open(
        self, asking: Slack, typed: str | None
    ) -> None:
        given = await asking.desk.given()
        value = f"U0ANA|{asking.desk.links.link(given.handover, 'ana')}"
        await asking.press("reject", value, "U0ANA")
        answer = await asking.submit(typed, "U0ANA")
        assert answer.json() == {
            "response_action": "errors",
            "errors": {"why": "Escribe el motivo, por favor."},
        }
        assert await asking.state(given) == ("ana", "offered")
        assert asking.heard == []

    async def test_accepting_asks_nothing_and_a_stranger_is_not_asked(self, asking: Slack) -> None:
        given = await asking.desk.given()
        value = f"U0ANA|{asking.desk.links.link(given.handover, 'ana')}"
        await asking.press("reject", value, "U0STRANGER")
        await asking.press("accept", value, "U0ANA")
        assert asking.opened == []
        assert await asking.state(given) == ("ana", "accepted")
        assert "U0STRANGER" in str(asking.heard[0]["text"])

    async def test_where_no_form_opens_nothing_is_done_and_they_are_told(
        self, asking: Slack
    ) -> None:
        given = await asking.desk.given()
        value = f"U0ANA|{asking.desk.links.link(given.handover, 'ana')}"
        asking.closed = True
        assert (await asking.press("reject", value, "U0ANA")).status_code == 200
        assert await asking.state(given) == ("ana", "offered")
        [said] = asking.heard
        assert said["response_type"] == "ephemeral"
        assert "No se ha podido preguntar por qué" in str(said["text"])

    async def test_a_form_of_somebody_else_or_of_a_lead_that_went_on_does_nothing(
        self, asking: Slack
    ) -> None:
        given = await asking.desk.given()
        value = f"U0ANA|{asking.desk.links.link(given.handover, 'ana')}"
        await asking.press("reject", value, "U0ANA")
        await asking.submit("spam", "U0STRANGER")
        assert await asking.state(given) == ("ana", "offered")
        now = asking.desk.firm.clock.now()
        await asking.desk.acceptance.pass_on(given.handover, "ana", "no time", now)
        await asking.submit("spam", "U0ANA")
        assert await asking.state(given) == ("luis", "offered")
        assert "Luis Vega" in str(asking.heard[-1]["text"])

    async def test_what_is_no_form_of_ours_is_passed_over_or_told(self, asking: Slack) -> None:
        given = await asking.desk.given()
        value = f"U0ANA|{asking.desk.links.link(given.handover, 'ana')}"
        await asking.press("reject", value, "U0ANA")
        other = await asking.submit("spam", "U0ANA", callback_id="another")
        assert (other.status_code, other.content) == (200, b"")
        broken = await asking.submit("spam", "U0ANA", private_metadata="{")
        assert broken.status_code == 400
        forged = json.dumps(
            {"value": "U0ANA|x", "response_url": "https://hooks.slack.com/actions/1"}
        )
        await asking.submit("spam", "U0ANA", private_metadata=forged)
        assert await asking.state(given) == ("ana", "offered")
        assert "not valid any more" in str(asking.heard[-1]["text"])

    async def test_a_form_that_is_not_signed_is_refused(self, asking: Slack) -> None:
        payload = {"type": "view_submission", "user": {"id": "U0ANA"}, "view": {}}
        body = urlencode({"payload": json.dumps(payload)}).encode()
        assert (await asking.send(body, secret="another")).status_code == 403


async def test_nobody_accepts_for_somebody_else(slack: Slack) -> None:
    given = await slack.desk.given()
    value = f"U0ANA|{slack.desk.links.link(given.handover, 'ana')}"
    await slack.press("accept", value, "U0LUIS")
    await slack.press("accept", value, "U0STRANGER")
    await slack.press("accept", value.removeprefix("U0ANA"), "")
    assert await slack.state(given) == ("ana", "offered")
    assert [one["response_type"] for one in slack.heard[:2]] == ["ephemeral"] * 2
    assert "Ana Ruiz" in str(slack.heard[0]["text"])
    assert "U0STRANGER" in str(slack.heard[1]["text"])


async def test_a_button_that_we_did_not_sign_does_nothing(slack: Slack) -> None:
    given = await slack.desk.given()
    for value in ("", "U0ANA|https://banter.example/accept/h~ana.x.y", "U0ANA|"):
        assert (await slack.press("accept", value, "U0ANA")).status_code == 200
    assert await slack.state(given) == ("ana", "offered")
    assert len(slack.heard) == 3


async def test_only_what_slack_signed_a_moment_ago_is_taken(slack: Slack) -> None:
    given = await slack.desk.given()
    link = slack.desk.links.link(given.handover, "ana")
    payload = {
        "type": "block_actions",
        "user": {"id": "U0ANA"},
        "actions": [{"action_id": "accept", "value": f"U0ANA|{link}"}],
    }
    body = urlencode({"payload": json.dumps(payload)}).encode()
    refused = [
        await slack.send(body, secret="another"),
        await slack.send(body, late=301),
        await slack.send(body, late=-301),
        await slack.send(body, shown="v0=é".encode()),
        await slack.browser.post("/webhooks/slack/actions", content=body),
    ]
    assert [one.status_code for one in refused] == [403] * 5
    assert await slack.state(given) == ("ana", "offered")


async def test_what_is_no_click_is_told_or_passed_over(slack: Slack) -> None:
    for body in (b"", b"payload=1&payload=2", b"payload={", b"payload=[]", b"\xff"):
        assert (await slack.send(body)).status_code == 400
    assert (await slack.press("open", "", "U0ANA")).status_code == 200
    assert (await slack.press("accept", "", "U0ANA", type="view_submission")).status_code == 200
    assert slack.heard == []


async def test_nothing_is_said_anywhere_but_at_slack(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_named: object) -> httpx.AsyncClient:
        raise AssertionError("nothing is to be sent")

    monkeypatch.setattr(httpx, "AsyncClient", refuse)
    for url in (
        "http://hooks.slack.com/x",
        "https://evil.example/",
        "https://hooks.slack.com@e.example",
        "",
    ):
        await answer_slack(url, {"text": "x"})
