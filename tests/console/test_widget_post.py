"""console.widget_post and widget_hours: mail with what was said, and when people are there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from agent.messages import Message
from agent.ports import Job
from agent.widget import Office
from console.widget_hours import TeamHours
from console.widget_post import KIND, ChatPost, Transcripts
from delivery.email import MailServer
from qualification.answers import Answer, Evidence
from qualification.routing.planfile import parse_teams
from qualification.values import Contact
from storage.teams import Teams
from tests.console.conftest import Firm
from tests.fakes.smtp import FakeMailServer
from tests.storage.routed import PLAN

SERVER = MailServer("127.0.0.1", 1, "chat@acme.example", "sales@acme.example", security="none")


def transcripts(firm: Firm, server: MailServer | None = SERVER) -> Transcripts:
    return Transcripts(server, firm.leads, firm.replies, firm.clock)


async def known(firm: Firm) -> str:
    """A conversation that knows an address."""
    conversation = await firm.conversation("Hello")
    at = firm.clock.now()
    evidence = Evidence((await firm.transcript(conversation))[1].id, "Hello")
    await firm.hand_over(
        conversation, Answer("email", Contact("email", "ana@b.example"), at, evidence)
    )
    return conversation


class Asked:
    """Which jobs were asked for."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    async def add(self, job: Job) -> None:
        self.jobs.append(job)


async def row_of(firm: Firm, conversation: str) -> str:
    asked = Asked()
    await ChatPost(asked, firm.clock).send_transcript(conversation)
    [job] = asked.jobs
    assert job.kind == KIND
    return job.row


class TestAskingForIt:
    async def test_is_a_job_without_the_address_and_twice_in_a_minute_is_once(
        self, firm: Firm
    ) -> None:
        first, second = await row_of(firm, "a" * 32), await row_of(firm, "a" * 32)
        assert first == second
        assert first.startswith("a" * 32)
        firm.clock.pass_by(minutes=1)
        assert await row_of(firm, "a" * 32) != first


class TestSendingIt:
    async def test_hands_it_in_once_under_an_id_of_its_own(self, firm: Firm) -> None:
        row = await row_of(firm, await known(firm))
        server = FakeMailServer()
        async with server.listening() as port:
            post = transcripts(firm, replace(SERVER, port=port))
            assert await post.send(row) is None
            assert await post.send(row) is None
        first, second = server.received
        assert server.envelopes[0][1] == ["ana@b.example"]
        assert first["Message-ID"] == second["Message-ID"]
        assert "Hello" in first.get_content()

    async def test_tries_again_ever_less_often_and_gives_up_after_a_day(self, firm: Firm) -> None:
        row, post = await row_of(firm, await known(firm)), transcripts(firm)
        tries, waits = 0, list[timedelta]()
        while (at := await post.send(row)) is not None:
            waits.append(at - firm.clock.now())
            firm.clock.pass_by(seconds=waits[-1].total_seconds())
            tries += 1
        assert 5 < tries < 15
        assert waits == sorted(waits)

    @pytest.mark.parametrize(("answer", "again"), [("550 Nobody", False), ("451 Later", True)])
    async def test_does_not_go_on_where_the_address_is_refused_for_good(
        self, firm: Firm, answer: str, again: bool, caplog: pytest.LogCaptureFixture
    ) -> None:
        row = await row_of(firm, await known(firm))
        async with FakeMailServer(rcpt=f"{answer} ana@b.example").listening() as port:
            at = await transcripts(firm, replace(SERVER, port=port)).send(row)
        assert (at is not None) == again
        assert "ana@b.example" not in caplog.text

    async def test_nobody_is_written_to_who_was_erased_or_left_no_address(self, firm: Firm) -> None:
        post = transcripts(firm)
        assert await post.send(await row_of(firm, "0" * 32)) is None
        assert await post.send(await row_of(firm, await firm.conversation("Hello"))) is None
        assert await transcripts(firm, None).send(await row_of(firm, await known(firm))) is None


@pytest.fixture
def post(firm: Firm) -> Transcripts:
    return transcripts(firm)


class TestTheLetter:
    async def test_holds_what_was_said_by_whom(self, post: Transcripts) -> None:
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
