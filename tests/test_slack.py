"""A lead is told in Slack; whoever rejects it there is asked why, and that is on record."""

import asyncio
import json
import time
from pathlib import Path
from urllib.parse import urlencode

import httpx
from pydantic import SecretStr

from agent.rehearsal.rehearsal import SystemClock
from console.slack_actions import sign
from qualification.routing.planfile import parse_teams
from qualification.scriptfile import parse_script
from qualification.values import Json
from storage.database import Database
from storage.scripts import Scripts
from storage.teams import Teams
from tests.fakes.slack import CHANNEL, FakeSlack
from tests.serving import Visitor, running, settings_in
from tests.test_nurture import SCRIPT, TOKEN, conversation
from tests.test_reminders import TEAMS

SIGNING = "the signing secret of the app"
TRIGGER = "13345224609.738474920"


async def send(client: httpx.AsyncClient, payload: dict[str, Json]) -> httpx.Response:
    """As Slack does: signed, in a form."""
    body = urlencode({"payload": json.dumps(payload)}).encode()
    at = str(int(time.time()))
    headers = {
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": sign(SIGNING, at, body),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return await client.post("/webhooks/slack/actions", content=body, headers=headers)


async def button(fake: FakeSlack, action: str) -> str:
    """The value of a button of the lead's message, once it is there."""
    for _ in range(600):
        found = [
            one["value"]
            for message in fake.posted()
            for block in message["blocks"]
            for one in block.get("elements", ())
            if one.get("action_id") == action
        ]
        if found:
            return str(found[0])
        await asyncio.sleep(0.05)
    raise AssertionError("the lead was not told in Slack")


async def test_who_rejects_a_lead_in_slack_says_why(tmp_path: Path) -> None:
    fake = FakeSlack(users={"leo@acme.example": "U0LEO"})
    server = await fake.serve()
    host, port = server.sockets[0].getsockname()[:2]
    given = settings_in(
        tmp_path,
        slack_token=SecretStr(fake.token),
        slack_channel=CHANNEL,
        slack_signing_secret=SecretStr(SIGNING),
        slack_base_url=f"http://{host}:{port}/api",
    )
    database, clock = Database(given.database_url), SystemClock()
    await Scripts(database, parse_script, clock).publish(SCRIPT, origin="console")
    await Teams(database, parse_teams, clock).publish(TEAMS, origin="console")
    await database.close()
    async with server, running(given) as client:
        visitor = await Visitor.opens(client, "garden", "en")
        for text in ("ana@example.com", "No, thanks", "Yes, a big one"):
            await visitor.says(text)
        lead = await conversation(client)
        pressed: dict[str, Json] = {"action_id": "reject", "value": await button(fake, "reject")}
        leo: Json = {"id": "U0LEO"}
        click: dict[str, Json] = {"type": "block_actions", "actions": [pressed], "user": leo}
        assert (await send(client, {**click, "trigger_id": TRIGGER})).status_code == 200
        [view] = fake.views
        view["state"] = {"values": {"why": {"reason": {"value": "It is a student"}}}}
        form: dict[str, Json] = {"type": "view_submission", "user": leo, "view": view}
        answer = await send(client, form)
        assert (answer.status_code, answer.content) == (200, b"")
        told = (await client.get(f"/api/leads/{lead}/assignment", headers=TOKEN)).json()
    assert (told["now"]["person"], told["now"]["state"]) == ("leo", "rejected")
    assert told["now"]["reason"] == "It is a student"
