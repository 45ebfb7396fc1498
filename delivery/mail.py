"""How is mail handed in? One message by SMTP, and what the server's answers mean.

Sources: RFC 5321 (4.2.1: 4yz is passing, 5yz is not), RFC 3834 (Auto-Submitted), RFC 5322 (3.6.4:
a message that is sent again keeps its Message-ID, by which the mailbox shows it once).
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Literal

import aiosmtplib
from aiosmtplib import errors

from agent.outbox import Delivered, Failed, Outcome, RetryAt
from delivery.alerting import Sent
from delivery.faults import QUOTED
from qualification.brief.sections import one_line

Security = Literal["starttls", "tls", "none"]
TIMEOUT = 20.0
"""Seconds for one command."""
LONGEST = 60.0
"""Seconds in all: shorter than the hand-over is held."""
_SPECIALS = str.maketrans(dict.fromkeys('()<>[]:;@\\,"', " "))
"""RFC 5322 (3.2.3): what may only stand quoted in a name. The standard library loses the quotes of
a name that it breaks over two lines, and what is in them passes for addresses.
"""


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


async def hand_in(server: MailServer, message: EmailMessage) -> Sent:
    """Give it to the server, which sends it on."""
    where = f"{server.host}:{server.port}"
    try:
        async with asyncio.timeout(LONGEST):
            _, said = await _given(server, message)
    except (errors.SMTPException, OSError, TimeoutError, ValueError) as error:
        outcome, status = judged(error)
        unsure = isinstance(error, errors.SMTPServerDisconnected | TimeoutError)
        return Sent(outcome, "SMTP", where, status, unsure)
    return Sent(Delivered(_quoted(said)), "SMTP", where, 250)


async def _given(server: MailServer, message: EmailMessage) -> tuple[Mapping[str, object], str]:
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


def address(name: str, written: str) -> Address:
    """Raises ValueError: what the standard library says of a bad one has several classes."""
    try:
        return Address(one_line(name.translate(_SPECIALS)), addr_spec=written)
    except (MessageError, IndexError, ValueError) as error:
        raise ValueError(f"{written!r} is no e-mail address") from error


def judged(error: Exception) -> tuple[Outcome, int | None]:
    """What comes next, and the server's code."""
    match error:
        case errors.SMTPRecipientsRefused(recipients=[errors.SMTPRecipientRefused() as first, *_]):
            return _by_code(first.code, f"{first.recipient}: {first.message}", "fix_data")
        case errors.SMTPAuthenticationError():
            said = f"the sign-in is not accepted: {error.message}"
            return _by_code(error.code, said, "sign_in")
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
    code: int, said: str, remedy: Literal["sign_in", "fix_configuration", "fix_data"]
) -> tuple[Outcome, int]:
    why = _quoted(f"answered {code}: {said}")
    return (Failed(why, remedy) if code >= 500 else RetryAt(why)), code


def _quoted(said: str) -> str:
    return one_line(said, QUOTED)
