"""How does a visitor get what was said by e-mail? As plain text, to the address that they gave."""

import asyncio
import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Protocol

import aiosmtplib

from agent.errors import UnknownConversation
from agent.messages import Author, Message
from agent.ports import Clock, Job, Replies
from delivery.email import TIMEOUT, MailServer
from qualification.handover import contact_of
from qualification.values import Language
from storage.leads import Leads

log = logging.getLogger(__name__)

KIND = "transcript"
"""The kind of job that sends what was said to the visitor."""
AT = "@"
LONGEST = 30.0
"""Seconds in all for one attempt."""
AGAIN = timedelta(minutes=1)
AT_MOST = timedelta(days=1)
"""Later than that nobody waits for it any more."""
FOR_GOOD = 500
WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "subject": "Su conversación con {company}",
        "intro": "Esta es la conversación que pidió que le enviáramos.",
        "you": "Usted",
        "team": "Equipo",
    },
    "en": {
        "subject": "Your conversation with {company}",
        "intro": "This is the conversation that you asked us to send you.",
        "you": "You",
        "team": "Team",
    },
}


class Work(Protocol):
    """agent.ports.Jobs, as far as jobs are asked for."""

    async def add(self, job: Job) -> None:
        """Have it done."""
        ...


@dataclass(frozen=True, slots=True)
class ChatPost:
    """agent.widget.Post by jobs: nobody waits for a mail server."""

    jobs: Work
    clock: Clock

    async def send_transcript(self, conversation: str) -> None:
        """Have it sent; asked for twice within a minute it is sent once."""
        minute = self.clock.now().replace(second=0, microsecond=0)
        await self.jobs.add(Job(KIND, f"{conversation}{AT}{minute:%Y-%m-%dT%H:%MZ}"))


@dataclass(frozen=True, slots=True)
class Transcripts:
    """Sends them by SMTP; the handler of jobs of the kind `transcript`.

    The job names the conversation and when it was asked for. To whom it goes is looked up when it
    leaves: jobs hold no addresses, and who was erased meanwhile gets nothing.
    """

    server: MailServer | None
    leads: Leads
    replies: Replies
    clock: Clock

    async def send(self, row: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one."""
        conversation, _, minute = row.partition(AT)
        try:
            standing = await self.replies.standing(conversation)
        except UnknownConversation:
            return None
        to = contact_of(standing.dialogue.sheet).get("email")
        if self.server is None or to is None:
            return None
        persona = standing.script.persona
        try:
            letter = self.letter(
                await self._all(conversation),
                to,
                standing.dialogue.language,
                agent=persona.name,
                company=persona.company,
            )
            letter["Message-ID"] = _message_id(row, self.server.sender)
            await self._hand_in(self.server, letter)
        except (aiosmtplib.SMTPException, OSError, TimeoutError, ValueError) as error:
            asked = datetime.fromisoformat(minute)
            if _is_final(error) or self.clock.now() - asked > AT_MOST:
                log.error("The transcript of %s cannot be sent: %s", conversation, _told(error))
                return None
            log.warning("The transcript of %s is not sent yet: %s", conversation, _told(error))
            return self.clock.now() + max(AGAIN, self.clock.now() - asked)  # ever less often
        return None

    async def _hand_in(self, server: MailServer, letter: EmailMessage) -> None:
        async with asyncio.timeout(LONGEST):
            await aiosmtplib.send(
                letter,
                sender=server.sender,
                hostname=server.host,
                port=server.port,
                username=server.username or None,
                password=server.password or None,
                timeout=TIMEOUT,
                use_tls=server.security == "tls",
                start_tls=server.security == "starttls",
                cert_bundle=server.authorities or None,
            )

    def letter(
        self, messages: Sequence[Message], to: str, language: Language, *, agent: str, company: str
    ) -> EmailMessage:
        """The whole message. Raises ValueError for an address that is none."""
        words = WORDS[language]
        names: Mapping[Author, str] = {
            "prospect": words["you"],
            "agent": agent,
            "person": words["team"],
        }
        letter = EmailMessage(policy=SMTP)
        letter["From"] = self.server.sender if self.server else ""
        letter["To"] = to
        letter["Subject"] = " ".join(words["subject"].format(company=company).split())
        letter["Date"] = format_datetime(self.clock.now())
        letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence answers it
        lines = [
            f"{one.at:%Y-%m-%d %H:%M} UTC  {names[one.author]}:\n{one.text}" for one in messages
        ]
        letter.set_content("\n\n".join((words["intro"], *lines)) + "\n", cte="quoted-printable")
        return letter

    async def _all(self, conversation: str) -> list[Message]:
        found: list[Message] = []
        while page := await self.leads.transcript_after(
            conversation, found[-1].seq if found else 0
        ):
            found += page
        return found


def _message_id(row: str, sender: str) -> str:
    """The same for the same job: a letter that is handed in twice can be told for one."""
    digest = hashlib.sha256(row.encode()).hexdigest()[:32]
    return f"<transcript.{digest}@{sender.rpartition('@')[2]}>"


def _is_final(error: Exception) -> bool:
    """Whether the server will never take it (RFC 5321, 4.2.1), or it cannot be written."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return all(one.code >= FOR_GOOD for one in error.recipients)
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return False  # somebody mends the password
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return error.code >= FOR_GOOD
    return isinstance(error, ValueError)


def _told(error: Exception) -> str:
    """Without what the server says, which repeats the address."""
    code = getattr(error, "code", None)
    return f"{type(error).__name__} {code}" if code else type(error).__name__
