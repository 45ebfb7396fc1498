"""How is somebody of ours reminded of a lead? By text and by e-mail, as they want it, in their
language.

A text has its own job from the moment it is written (agent/texting.py). An e-mail gets one here:
the mail server may be away, and then the reminder comes late, but not after it has become idle.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from agent.outbox import Delivered, Outcome, Owner, RetryAt
from agent.ports import Clock, Job
from agent.routing import AcceptLinks, Assignment, Reminder
from agent.texting import Note
from qualification.values import Language

KIND = "remind"
"""The kind of job that sends a reminder by e-mail; its row is `hand-over/assignment`, with
`/again/owner` where that is not the first one of whoever has the lead.
"""
AGAIN = timedelta(minutes=1)
"""After so long a mail server that was away is tried again."""
AT_MOST = timedelta(days=1)
"""So long, where nothing says by when the lead is to be accepted."""
REMINDER: Mapping[Language, str] = {
    "es": "Un lead espera a que lo aceptes; después pasa a otra persona. {link}",
    "en": "A lead is waiting for you to accept it; then it goes to somebody else. {link}",
}
SUBJECT: Mapping[Language, str] = {
    "es": "Un lead espera a que lo aceptes",
    "en": "A lead is waiting for you",
}
IN_QUEUE: Mapping[Language, str] = {
    "es": "Un lead espera en la cola y nadie lo ha aceptado aún. {link}",
    "en": "A lead is waiting in the queue and nobody has accepted it yet. {link}",
}
SUBJECT_IN_QUEUE: Mapping[Language, str] = {
    "es": "Un lead espera en la cola",
    "en": "A lead is waiting in the queue",
}

_LOG = logging.getLogger(__name__)


class Notes(Protocol):
    """agent.texting.Texts, as far as our own people are written to."""

    async def tell(self, note: Note, now: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail to one of our own people."""

    id: str
    """The same letter again has the same one: a mailbox shows it once."""
    thread: str
    """The hand-over: mail about one lead is one thread."""
    to: Owner
    subject: str
    text: str
    at: datetime


class Mailbox(Protocol):
    """Sends e-mail."""

    async def send(self, letter: Letter) -> Outcome:
        """Hand it in; whatever goes wrong is an Outcome."""
        ...


class Places(Protocol):
    """agent.routing.Assignments, as far as it says how a lead stands."""

    async def get(self, assignment: str) -> Assignment | None: ...


class Work(Protocol):
    """agent.ports.Jobs, as far as jobs are asked for."""

    async def add(self, job: Job) -> None: ...


class TextReminders:
    """agent.routing.Reminding by SMS; who has no telephone is left alone."""

    def __init__(self, notes: Notes, links: AcceptLinks, sender: str) -> None:
        """`sender`: a number or a messaging service of ours; empty: nobody is written to."""
        self._notes = notes
        self._links = links
        self._sender = sender

    async def remind(self, reminder: Reminder, now: datetime) -> None:
        """Tell them once."""
        phone = reminder.owner.phone
        if not self._sender or phone is None or "sms" not in reminder.owner.ways:
            return
        link = self._links.link(reminder.handover, reminder.owner.id)
        words = IN_QUEUE if reminder.queued else REMINDER
        body = words[reminder.language].format(link=link)
        key = f"remind:{_name(reminder)}"
        await self._notes.tell(Note(key, phone, self._sender, body, reminder.conversation), now)


class MailReminders:
    """agent.routing.Reminding by e-mail, and the handler of jobs of the kind `remind`."""

    def __init__(
        self,
        places: Places,
        mailbox: Mailbox | None,
        links: AcceptLinks,
        jobs: Work,
        clock: Clock,
    ) -> None:
        """`mailbox`: None where no mail server is configured."""
        self._places = places
        self._mailbox = mailbox
        self._links = links
        self._jobs = jobs
        self._clock = clock

    async def remind(self, reminder: Reminder, now: datetime) -> None:
        """Have it sent; again is the same job."""
        del now
        if self._mailbox is not None and "email" in reminder.owner.ways:
            await self._jobs.add(Job(KIND, f"{reminder.handover}/{_name(reminder)}"))

    async def send(self, row: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one. Who has accepted the lead
        meanwhile, or has it no more, needs no reminder.
        """
        _, assignment, *more = row.split("/")
        again, whose = (int(more[0]), more[1]) if more else (0, None)
        found = await self._places.get(assignment)
        if self._mailbox is None or found is None or not _waits(found):
            return None
        to = next((one for one in found.reachable if whose in (None, one.id)), None)
        if to is None:
            return None
        match await self._mailbox.send(_letter(found, to, row, self._links)):
            case Delivered():
                return None
            case RetryAt(why=why):
                next_at = self._clock.now() + AGAIN
                if next_at < _until(found, again):
                    return next_at
                _LOG.warning("%s was not reminded by e-mail in time: %s", row, why)
            case failed:
                _LOG.error("%s cannot be reminded by e-mail: %s", row, failed.why)
        return None


def _name(reminder: Reminder) -> str:
    """The same reminder again has the same one: it is told once."""
    first = reminder.again == 0 and not reminder.queued
    return (
        reminder.assignment
        if first
        else f"{reminder.assignment}/{reminder.again}/{reminder.owner.id}"
    )


def _letter(found: Assignment, to: Owner, row: str, links: AcceptLinks) -> Letter:
    words, subject = (
        (IN_QUEUE, SUBJECT_IN_QUEUE) if found.queue is not None else (REMINDER, SUBJECT)
    )
    named = row.partition("/")[2].replace("/", ".").replace(":", ".")
    return Letter(
        id=f"{found.handover}.remind.{named}",
        thread=found.handover,
        to=to,
        subject=subject[to.language],
        text=words[to.language].format(link=links.link(found.handover, to.id)),
        at=found.reminded_at or found.at,
    )


def _until(found: Assignment, again: int) -> datetime:
    """A reminder that comes later than this is idle."""
    if again:
        return (found.reminded_at or found.at) + AT_MOST
    return found.due_at or found.at + AT_MOST


def _waits(found: Assignment) -> bool:
    """Whether it is still to be accepted by whoever was to be reminded."""
    return found.state == "offered" and found.ended_at is None and found.closed_at is None
