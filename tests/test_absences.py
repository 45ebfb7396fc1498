"""An absence that is entered today begins after the next start: others have their leads then."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from agent.rehearsal.rehearsal import SystemClock
from qualification.routing.planfile import parse_teams
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.scripts import Scripts
from storage.teams import Teams
from tests.serving import Visitor, running, settings_in
from tests.test_nurture import SCRIPT, TOKEN, conversation

TEAMS = """\
timezone: Europe/Madrid
hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00"}
people:
  - {id: ana, name: Ana, email: ana@acme.example}
  - {id: leo, name: Leo, email: leo@acme.example}
teams:
  - {id: sales, name: {en: Sales}, people: [ana, leo], accept: off}
queues:
  - {id: all, name: {en: All}, people: [ana, leo], accept: off}
rules:
  - {name: everything, to: {team: sales}}
fallback: {queue: all}
"""


async def whose(client: httpx.AsyncClient, lead: str, person: str) -> dict[str, Any]:
    """Whose lead it is, once it is this person's or has had time enough."""
    found: dict[str, Any] = {}
    for _ in range(600):
        answer = await client.get(f"/api/leads/{lead}/assignment", headers=TOKEN)
        found = answer.json()
        if answer.status_code == 200 and found["now"]["person"] == person:
            break
        await asyncio.sleep(0.05)
    return found


async def test_a_lead_that_is_not_accepted_goes_to_others_when_the_absence_begins(
    tmp_path: Path,
) -> None:
    given = settings_in(
        tmp_path, webhook_url="http://127.0.0.1:9/", webhook_secret=SecretStr("s" * 32)
    )
    database, clock = Database(given.database_url), SystemClock()
    await Scripts(database, parse_script, clock).publish(SCRIPT, origin="console")
    await Teams(database, parse_teams, clock).publish(TEAMS, origin="console")
    await database.close()
    async with running(given) as client:
        visitor = await Visitor.opens(client, "garden", "en")
        for text in ("ana@example.com", "No, thanks", "Yes, a big one"):
            await visitor.says(text)
        lead = await conversation(client)
        assert (await whose(client, lead, "ana"))["now"]["state"] == "offered"
        starts = clock.now() + timedelta(seconds=3)
        away = {
            "person": "ana",
            "starts_at": starts.isoformat(),
            "ends_at": (starts + timedelta(days=3)).isoformat(),
        }
        answer = await client.post("/api/absences", json=away, headers=TOKEN)
        assert (answer.status_code, answer.json()["moved"]) == (201, 0)
    async with running(given) as client:
        found = await whose(client, lead, "leo")
    assert (found["now"]["person"], found["now"]["cause"]) == ("leo", "away")
    assert found["now"]["at"] >= starts.isoformat()[:19]
    assert [one["state"] for one in found["before"]] == ["away"]
