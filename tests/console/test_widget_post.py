"""console.widget_post and widget_hours: mail with what was said, and when people are there."""

from datetime import UTC, datetime

import pytest

from agent.messages import Message
from agent.widget import Office
from console.widget_hours import TeamHours
from console.widget_post import ChatPost
from delivery.email import MailServer
from qualification.routing.planfile import parse_teams
from storage.teams import Teams
from tests.console.conftest import Firm
from tests.storage.routed import PLAN

SERVER = MailServer("127.0.0.1", 1, "chat@acme.example", "sales@acme.example", security="none")


@pytest.fixture
def post(firm: Firm) -> ChatPost:
    return ChatPost(SERVER, firm.leads, firm.replies, firm.clock)


class TestTheLetter:
    async def test_holds_what_was_said_by_whom(self, post: ChatPost) -> None:
        at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        messages = [
            Message("1", 1, "agent", "Soy Lucía.", at),
            Message("2", 2, "prospect", "<b>Hola</b>\n.", at),
            Message("3", 3, "person", "Soy Ana.", at),
        ]
        letter = post.letter(messages, "x@y.example", "es", agent="Lucía", company="Acme\nBcc: z@z")
        assert letter["To"] == "x@y.example"
        assert letter["Subject"] == "Su conversación con Acme Bcc: z@z"
        assert letter["Bcc"] is None
        text = letter.get_content().replace("\r\n", "\n")
        assert "2026-03-02 09:00 UTC  Usted:\n<b>Hola</b>\n." in text
        assert "Lucía:\nSoy Lucía." in text
        assert "Equipo:\nSoy Ana." in text
        assert letter.get_content_type() == "text/plain"

    async def test_that_nobody_takes_is_not_sent(self, post: ChatPost, firm: Firm) -> None:
        conversation = await firm.conversation("Hello")
        assert await post.send_transcript(conversation, "ana@acme.example", "en") is False


class TestHours:
    async def test_without_a_plan_people_are_always_there(self, firm: Firm) -> None:
        hours = TeamHours(Teams(firm.database, parse_teams, firm.clock), firm.clock)
        assert await hours.office() == Office(open=True)

    async def test_with_one_they_are_there_in_its_hours(self, firm: Firm) -> None:
        teams = Teams(firm.database, parse_teams, firm.clock)
        await teams.publish(PLAN, origin="console")
        hours = TeamHours(teams, firm.clock)
        sunday = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
        firm.clock.pass_by(seconds=(sunday - firm.clock.now()).total_seconds())
        away = await hours.office()
        assert not away.open
        assert away.opens is not None
        assert away.opens.date() == datetime(2026, 11, 23, tzinfo=UTC).date()
        firm.clock.pass_by(seconds=(away.opens - firm.clock.now()).total_seconds())
        assert await hours.office() == Office(open=True)
