"""How is a salesperson told by e-mail? The brief, and a link to accept the lead.

Sources: RFC 5321 (4.2.1: 4yz is passing, 5yz is not), RFC 3834 (Auto-Submitted), RFC 5322 (3.6.4:
a message that is sent again keeps its Message-ID, by which the mailbox shows it once).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from html import escape
from typing import Literal

import aiosmtplib
from aiosmtplib import errors

from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from agent.routing import AcceptLinks
from delivery.alerting import Sent
from delivery.faults import QUOTED
from delivery.lead import Lead
from delivery.notes import told
from qualification.brief.rendering import as_text
from qualification.brief.rendering_html import as_html
from qualification.brief.sections import one_line
from qualification.values import Language

Security = Literal["starttls", "tls", "none"]
TIMEOUT = 20.0
"""Seconds for one command."""
LONGEST = 60.0
"""Seconds in all: shorter than the hand-over is held."""
SUBJECT = 180
WORDS: Mapping[Language, Mapping[str, str]] = {
    "es": {"accept": "Aceptar o rechazar el lead", "lead": "Ver la conversación"},
    "en": {"accept": "Accept or reject the lead", "lead": "See the conversation"},
}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in."""

    host: str
    port: int
    sender: str
    """The address that it comes from."""
    fallback: str
    """Who is told of leads that nobody in person has."""
    username: str = ""
    password: str = field(default="", repr=False)
    security: Security = "starttls"
    authorities: str = ""
    """A file of certificates that are trusted instead of the machine's."""


class Email:
    """delivery.alerting.Messenger by SMTP."""

    system = "email"

    def __init__(self, server: MailServer, links: AcceptLinks) -> None:
        self._server = server
        self._links = links

    def recipient(self, lead: Lead) -> str:
        """The owner, else whoever reads the fallback address."""
        return lead.owner.id if lead.owner else ""

    def message(self, parcel: Parcel, lead: Lead) -> EmailMessage:
        """The whole message; the same at each attempt. Raises ValueError for an address that is
        none.
        """
        headline, text = told(lead)
        links = tuple(self._links_of(lead))
        message = EmailMessage(policy=WIRE)
        message["From"] = _address("Banter", self._server.sender)
        if lead.owner is None:
            message["To"] = _address("", self._server.fallback)
        else:
            message["To"] = _address(lead.owner.name, lead.owner.email)
        message["Subject"] = one_line(headline, SUBJECT)
        message["Date"] = format_datetime(lead.created_at)
        domain = self._server.sender.rpartition("@")[2]
        message["Message-ID"] = f"<{parcel.id}@{domain}>"
        message["References"] = f"<{lead.id}@{domain}>"  # mail about one lead is one thread
        message["Auto-Submitted"] = "auto-generated"
        plain = "\n".join(f"{label}: {url}" for label, url in links)
        message.set_content(f"{as_text(headline, text)}\n\n{plain}\n", cte="quoted-printable")
        shown = "\n".join(
            f'<p><a href="{escape(url, quote=True)}">{escape(label)}</a></p>'
            for label, url in links
        )
        message.add_alternative(
            f"{as_html(headline, text)}\n{shown}\n", subtype="html", cte="quoted-printable"
        )
        return message

    async def send(self, parcel: Parcel, lead: Lead) -> Sent:
        """Hand it in."""
        where = f"{self._server.host}:{self._server.port}"
        try:
            message = self.message(parcel, lead)
        except ValueError as error:
            return Sent(Failed(f"the message cannot be made: {error}", "fix_data"), "SMTP", where)
        try:
            async with asyncio.timeout(LONGEST):
                _, said = await self._hand_in(message)
        except (errors.SMTPException, OSError, TimeoutError, ValueError) as error:
            outcome, status = _judged(error)
            unsure = isinstance(error, errors.SMTPServerDisconnected | TimeoutError)
            return Sent(outcome, "SMTP", where, status, unsure)
        return Sent(Delivered(_quoted(said)), "SMTP", where, 250)

    async def _hand_in(self, message: EmailMessage) -> tuple[Mapping[str, object], str]:
        server = self._server
        return await aiosmtplib.send(
            message,
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

    def _links_of(self, lead: Lead) -> list[tuple[str, str]]:
        words = WORDS[lead.sellers_language]
        links = [(words["lead"], lead.links.lead)]
        if lead.owner is not None:
            links.insert(0, (words["accept"], self._links.link(lead.id, lead.owner.id)))
        return links


def _address(name: str, written: str) -> Address:
    """Raises ValueError: what the standard library says of a bad one has several classes."""
    try:
        return Address(one_line(name), addr_spec=written)
    except (MessageError, IndexError, ValueError) as error:
        raise ValueError(f"{written!r} is no e-mail address") from error


def _judged(error: Exception) -> tuple[Outcome, int | None]:
    """What comes next, and the server's code."""
    match error:
        case errors.SMTPRecipientsRefused(recipients=[errors.SMTPRecipientRefused() as first, *_]):
            return _by_code(first.code, f"{first.recipient}: {first.message}", "fix_data")
        case errors.SMTPAuthenticationError():
            said = f"the sign-in is not accepted: {error.message}"
            return _by_code(error.code, said, "fix_configuration")
        case errors.SMTPResponseException():
            return _by_code(error.code, error.message, "fix_configuration")
        case errors.SMTPConnectError() | ConnectionRefusedError():
            return RetryAt(_quoted(f"no connection: {error}")), None
        case errors.SMTPServerDisconnected() | TimeoutError():
            return RetryAt(_quoted(f"no answer; it may have arrived: {error}")), None
        case errors.SMTPException():  # no STARTTLS there, or no way to sign in that both know
            said = f"the server lacks what is configured: {error.message}"
            return Failed(_quoted(said), "fix_configuration"), None
        case ValueError():
            return Failed(_quoted(f"the message cannot be sent: {error}"), "fix_data"), None
        case _:
            return RetryAt(_quoted(f"the connection broke: {error}")), None


def _by_code(
    code: int, said: str, remedy: Literal["fix_configuration", "fix_data"]
) -> tuple[Outcome, int]:
    why = _quoted(f"answered {code}: {said}")
    return (Failed(why, remedy) if code >= 500 else RetryAt(why)), code


def _quoted(said: str) -> str:
    return one_line(said, QUOTED)
