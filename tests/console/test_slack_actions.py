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
WITH_IDS = PLAN.replace(
    "email: luis@acme.example,", "email: luis@acme.example, ids: {slack: U0LUIS},"
)


class Slack:
    """Presses buttons, and hears what is said."""

    def __init__(self, browser: httpx.AsyncClient, desk: RoutingFirm) -> None:
        self.browser = browser
        self.desk = desk
        self.heard: list[Mapping[str, Json]] = []

    async def hear(self, url: str, said: Mapping[str, Json]) -> None:
        assert url == "https://hooks.slack.com/actions/1"
        self.heard.append(said)

    async def press(self, action: str, value: str, user: str, **more: str) -> httpx.Response:
        payload = {
            "type": "block_actions",
            "user": {"id": user, "username": "x"},
            "actions": [{"action_id": action, "value": value, "type": "button"}],
            "response_url": "https://hooks.slack.com/actions/1",
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
                SlackDesk(SECRET, desk.links, desk.acceptance, desk.teams, firm.clock, made.hear)
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
