"""console.slack_asking: the form that asks why a lead is none, opened while the click is good."""

import asyncio
import logging

import httpx
import pytest
import respx

from console import slack_asking
from console.slack_asking import CALLBACK, Pressed, SlackForms, fits, form
from tests.fakes.slack import FakeSlack

OPEN = "https://slack.com/api/views.open"
TRIGGER = "13345224609.738474920"
PRESSED = Pressed("U0ANA|https://banter.example/accept/token", "https://hooks.slack.com/actions/1")


@pytest.fixture
def workspace() -> FakeSlack:
    return FakeSlack()


def forms(workspace: FakeSlack) -> SlackForms:
    return SlackForms(workspace.token, "https://slack.com/api/")


@respx.mock
async def test_it_opens_once_and_carries_what_it_is_about(workspace: FakeSlack) -> None:
    respx.post(OPEN).mock(side_effect=workspace.answer)
    assert await forms(workspace).open(TRIGGER, form(PRESSED, "en"))
    [view] = workspace.views
    assert view["callback_id"] == CALLBACK
    assert view["private_metadata"] == PRESSED.written()
    [block] = view["blocks"]
    assert (block["type"], block["element"]["type"]) == ("input", "plain_text_input")
    assert not await forms(workspace).open(TRIGGER, form(PRESSED, "es")), "a click opens one form"


@respx.mock
@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, json={"ok": False, "error": "expired_trigger_id"}),
        httpx.Response(502, text="bad gateway"),
        httpx.Response(200, json=["ok"]),
    ],
)
async def test_what_slack_refuses_is_told_to_the_log(
    workspace: FakeSlack, answer: httpx.Response, caplog: pytest.LogCaptureFixture
) -> None:
    respx.post(OPEN).mock(return_value=answer)
    with caplog.at_level(logging.WARNING):
        assert not await forms(workspace).open(TRIGGER, form(PRESSED, "es"))
    assert "could not be opened" in caplog.text
    assert workspace.token not in caplog.text


@respx.mock
async def test_a_slow_slack_is_not_waited_for(
    workspace: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The click itself is to be answered within three seconds."""

    async def sleep(_request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(30)
        return httpx.Response(200)

    assert slack_asking.PATIENCE < 3
    monkeypatch.setattr(slack_asking, "PATIENCE", 0.05)
    respx.post(OPEN).mock(side_effect=sleep)
    assert not await forms(workspace).open(TRIGGER, form(PRESSED, "es"))


@respx.mock
async def test_nobody_there_is_no_error(workspace: FakeSlack) -> None:
    respx.post(OPEN).mock(side_effect=httpx.ConnectError)
    assert not await forms(workspace).open(TRIGGER, form(PRESSED, "es"))


def test_what_is_too_long_to_be_carried_does_not_fit() -> None:
    assert fits(PRESSED)
    assert not fits(Pressed("x" * 3000, PRESSED.response_url))
