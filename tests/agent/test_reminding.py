"""agent.reminding: an e-mail goes out late rather than never, and not once it is idle."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.outbox import Delivered, Failed, Outcome, Owner, RetryAt
from agent.ports import Job
from agent.reminding import AGAIN, AT_MOST, KIND, Letter, MailReminders, TextReminders
from agent.routing import Assignment, Reminder
from tests.agent.test_router import ANA, NOW, FakeNotes, assignment
from tests.fakes.clock import FakeClock
from tests.fakes.links import FakeLinks

ROW = "h1/a1"


class Mailbox:
    """agent.reminding.Mailbox that answers as a test says, then takes everything."""

    def __init__(self, *answers: Outcome) -> None:
        self.answers = list(answers)
        self.sent: list[Letter] = []

    async def send(self, letter: Letter) -> Outcome:
        self.sent.append(letter)
        return self.answers.pop(0) if self.answers else Delivered()


class Added:
    """agent.reminding.Work: jobs, as far as jobs are asked for."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    async def add(self, job: Job) -> None:
        if job not in self.jobs:
            self.jobs.append(job)


class Place:
    """A lead, as it stands."""

    def __init__(self, found: Assignment | None) -> None:
        self.found = found

    async def get(self, identity: str) -> Assignment | None:
        return self.found if self.found is not None and self.found.id == identity else None


def reminders(
    mailbox: Mailbox | None, found: Assignment | None = None, jobs: Added | None = None
) -> tuple[MailReminders, FakeClock]:
    clock = FakeClock(NOW)
    made = MailReminders(Place(found), mailbox, FakeLinks(), jobs or Added(), clock)
    return made, clock


def waiting(**more: Any) -> Assignment:
    return replace(assignment(), due_at=NOW + timedelta(minutes=5), **more)


@pytest.mark.parametrize(
    ("ways", "by_mail", "by_text"),
    [(("email", "sms"), 1, 1), (("email",), 1, 0), (("sms",), 0, 1)],
)
async def test_each_is_reminded_as_they_want_it(
    ways: Sequence[Any], by_mail: int, by_text: int
) -> None:
    jobs, notes = Added(), FakeNotes()
    mail, _ = reminders(Mailbox(), jobs=jobs)
    texts = TextReminders(notes, FakeLinks(), "+34911222333")
    reminder = Reminder("a1", "h1", "c1", replace(ANA, ways=tuple(ways)), "en", NOW)
    for _ in range(2):
        await mail.remind(reminder, NOW)
    await texts.remind(reminder, NOW)
    assert jobs.jobs == [Job(KIND, ROW)] * by_mail
    assert len(notes.told) == by_text


async def test_who_has_no_telephone_is_reminded_by_e_mail() -> None:
    owner = Owner("leo", "Leo", "leo@acme.example", language="es")
    mailbox = Mailbox()
    mail, _ = reminders(mailbox, waiting(owner=owner, reminded_at=NOW))
    assert await mail.send(ROW) is None
    (letter,) = mailbox.sent
    assert (letter.to, letter.thread, letter.at) == (owner, "h1", NOW)
    assert letter.subject == "Un lead espera a que lo aceptes"
    assert "https://banter.example/accept/h1~leo" in letter.text


@pytest.mark.parametrize(
    "found",
    [
        None,
        waiting(state="accepted"),
        waiting(state="missed", ended_at=NOW),
        waiting(owner=None),
    ],
    ids=["unknown", "accepted", "moved on", "nobody's"],
)
async def test_who_need_not_be_reminded_any_more_is_not(found: Assignment | None) -> None:
    mailbox = Mailbox()
    mail, _ = reminders(mailbox, found)
    assert await mail.send(ROW) is None
    assert mailbox.sent == []


async def test_a_mail_server_that_is_away_is_tried_until_the_reminder_is_idle() -> None:
    mailbox = Mailbox(*[RetryAt("no connection")] * 9)
    mail, clock = reminders(mailbox, waiting())
    tries = 0
    while (again := await mail.send(ROW)) is not None:
        assert again == clock.now() + AGAIN
        clock.pass_by(seconds=AGAIN.total_seconds())
        tries += 1
    assert tries == 4
    assert len({letter.id for letter in mailbox.sent}) == 1


async def test_without_a_time_it_is_tried_for_a_day() -> None:
    mail, clock = reminders(Mailbox(*[RetryAt("away")] * 2), replace(assignment(), due_at=None))
    assert await mail.send(ROW) is not None
    clock.pass_by(seconds=AT_MOST.total_seconds())
    assert await mail.send(ROW) is None


async def test_an_address_that_is_refused_is_given_up() -> None:
    mailbox = Mailbox(Failed("answered 550: no such user", "fix_data"))
    mail, _ = reminders(mailbox, waiting())
    assert await mail.send(ROW) is None
    assert len(mailbox.sent) == 1


async def test_without_a_mail_server_nobody_is_reminded_so() -> None:
    jobs = Added()
    mail, _ = reminders(None, waiting(), jobs)
    await mail.remind(Reminder("a1", "h1", "c1", ANA, "en", None), datetime(2026, 1, 1, tzinfo=UTC))
    assert jobs.jobs == []
    assert await mail.send(ROW) is None


QUEUE = Owner("queue:general", "General", "all@acme.example", language="en")


async def test_a_queue_is_reminded_again_in_a_letter_of_its_own() -> None:
    jobs, mailbox = Added(), Mailbox()
    late = waiting(queue="general", person=None, owner=QUEUE, reminded_at=NOW)
    mail, _ = reminders(mailbox, late, jobs)
    for again in (0, 1):
        reminder = Reminder("a1", "h1", "c1", QUEUE, "en", NOW, again=again, queued=True)
        await mail.remind(reminder, NOW)
    rows = [job.row for job in jobs.jobs]
    assert rows == ["h1/a1/0/queue:general", "h1/a1/1/queue:general"]
    for row in rows:
        assert await mail.send(row) is None
    assert len({letter.id for letter in mailbox.sent}) == 2
    assert {letter.subject for letter in mailbox.sent} == {"A lead is waiting in the queue"}
    assert "https://banter.example/accept/h1~queue:general" in mailbox.sent[0].text


async def test_the_people_of_a_queue_are_written_to_each() -> None:
    leo = Owner("leo", "Leo", "leo@acme.example", language="en")
    late = waiting(queue="general", person=None, owner=None, takers=(leo, ANA), reminded_at=NOW)
    mailbox = Mailbox()
    mail, _ = reminders(mailbox, late)
    for row in ("h1/a1/1/ana", "h1/a1/1/leo", "h1/a1/1/gone"):
        assert await mail.send(row) is None
    assert [letter.to for letter in mailbox.sent] == [ANA, leo]


async def test_a_mail_server_that_is_away_is_tried_for_a_day_where_the_time_is_over() -> None:
    late = waiting(queue="general", person=None, owner=QUEUE, reminded_at=NOW)
    mail, clock = reminders(Mailbox(*[RetryAt("away")] * 2), late)
    clock.pass_by(hours=1)
    assert await mail.send("h1/a1/1/queue:general") is not None
    clock.pass_by(hours=23)
    assert await mail.send("h1/a1/1/queue:general") is None
