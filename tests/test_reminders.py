"""A lead that nobody accepts: its owner is told and reminded by e-mail, with the link."""

import asyncio
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from agent.rehearsal.rehearsal import SystemClock
from console.services import services
from qualification.routing.planfile import parse_teams
from qualification.scriptfile import parse_script
from storage.database import Database
from storage.scripts import Scripts
from storage.teams import Teams
from tests.fakes.smtp import FakeMailServer
from tests.serving import Visitor, running, settings_in
from tests.test_nurture import SCRIPT, conversation

TEAMS = """\
timezone: Europe/Madrid
hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00"}
people:
  - {id: leo, name: Leo, email: leo@acme.example, languages: [en]}
teams:
  - {id: sales, name: {en: Sales}, people: [leo], accept: {hot: 5 min}, remind_after: 1}
queues:
  - {id: all, name: {en: All}, people: [leo]}
rules:
  - {name: everything, to: {team: sales}}
fallback: {queue: all}
"""


async def until(fake: FakeMailServer, wanted: Callable[[EmailMessage], bool]) -> EmailMessage:
    """The message, once it has arrived."""
    deadline = time.monotonic() + 60
    while True:
        found = [one for one in fake.received if wanted(one)]
        if found:
            return found[0]
        assert time.monotonic() < deadline, fake.received
        await asyncio.sleep(0.1)


async def test_who_has_no_telephone_is_told_and_reminded_by_e_mail(tmp_path: Path) -> None:
    fake = FakeMailServer()
    async with fake.listening() as port:
        given = settings_in(
            tmp_path,
            smtp_host="127.0.0.1",
            smtp_port=port,
            smtp_security="none",
            smtp_from="banter@acme.example",
            smtp_to="all@acme.example",
        )
        database = Database(given.database_url)
        clock = SystemClock()
        await Scripts(database, parse_script, clock).publish(SCRIPT, origin="console")
        await Teams(database, parse_teams, clock).publish(TEAMS, origin="console")
        await database.close()
        async with running(given) as client:
            visitor = await Visitor.opens(client, "garden", "en")
            for text in ("ana@example.com", "No, thanks", "Yes, a big one"):
                await visitor.says(text)
            told = await until(fake, lambda one: "leo@acme.example" in one["To"])
            lead = await conversation(client)
            reminder = await until(fake, lambda one: one["Subject"] == "A lead is waiting for you")
            async with services(given) as parts:
                ((assignment, _),) = await parts.assignments.of(lead)
                for _ in range(2):
                    await parts.router.look_after(f"{assignment.id}/remind")
    assert reminder["References"] == told["References"]
    assert "/accept/" in reminder.get_content()
    subjects = [one["Subject"] for one in fake.received]
    assert subjects.count("A lead is waiting for you") == 1
