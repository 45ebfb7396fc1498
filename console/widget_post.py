"""How does a visitor get what was said by e-mail? As plain text, to the address that they gave."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import aiosmtplib

from agent.messages import Author, Message
from agent.ports import Clock, Replies
from delivery.email import TIMEOUT, MailServer
from qualification.values import Language
from storage.leads import Leads

log = logging.getLogger(__name__)

LONGEST = 30.0
"""Seconds in all: somebody sits there and waits."""
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


@dataclass(frozen=True, slots=True)
class ChatPost:
    """agent.widget.Post by SMTP."""

    server: MailServer
    leads: Leads
    replies: Replies
    clock: Clock

    async def send_transcript(self, conversation: str, to: str, language: Language) -> bool:
        """Hand it in; False where the mail server does not take it."""
        script = (await self.replies.standing(conversation)).script
        messages = await self._all(conversation)
        letter = self.letter(
            messages, to, language, agent=script.persona.name, company=script.persona.company
        )
        try:
            async with asyncio.timeout(LONGEST):
                await aiosmtplib.send(
                    letter,
                    sender=self.server.sender,
                    hostname=self.server.host,
                    port=self.server.port,
                    username=self.server.username or None,
                    password=self.server.password or None,
                    timeout=TIMEOUT,
                    use_tls=self.server.security == "tls",
                    start_tls=self.server.security == "starttls",
                    cert_bundle=self.server.authorities or None,
                )
        except (aiosmtplib.SMTPException, OSError, TimeoutError, ValueError) as error:
            log.warning("The transcript of %s was not sent: %r", conversation, error)
            return False
        return True

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
        letter["From"] = self.server.sender
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
