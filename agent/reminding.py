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
"""The kind of job that sends a reminder by e-mail; its row is `hand-over/assignment`."""
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
        body = REMINDER[reminder.language].format(link=link)
        key = f"remind:{reminder.assignment}"
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
            await self._jobs.add(Job(KIND, f"{reminder.handover}/{reminder.assignment}"))

    async def send(self, row: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one. Who has accepted the lead
        meanwhile, or has it no more, needs no reminder.
        """
        found = await self._places.get(row.rpartition("/")[2])
        if self._mailbox is None or found is None or found.owner is None or not _waits(found):
            return None
        match await self._mailbox.send(self._letter(found, found.owner)):
            case Delivered():
                return None
            case RetryAt(why=why):
                next_at = self._clock.now() + AGAIN
                if next_at < (found.due_at or found.at + AT_MOST):
                    return next_at
                _LOG.warning("%s was not reminded by e-mail in time: %s", row, why)
            case failed:
                _LOG.error("%s cannot be reminded by e-mail: %s", row, failed.why)
        return None

    def _letter(self, found: Assignment, to: Owner) -> Letter:
        link = self._links.link(found.handover, to.id)
        return Letter(
            id=f"{found.handover}.remind.{found.id}",
            thread=found.handover,
            to=to,
            subject=SUBJECT[to.language],
            text=REMINDER[to.language].format(link=link),
            at=found.reminded_at or found.at,
        )


def _waits(found: Assignment) -> bool:
    """Whether it is still to be accepted by whoever was to be reminded."""
    return found.state == "offered" and found.ended_at is None
