"""Would mail be taken? Connection, encryption, sign-in and sender are tried; no message is sent.

Source: RFC 5321 (4.1.1.9 NOOP; 4.1.1.5 RSET: a message that was begun is dropped).
"""

import ssl
from collections.abc import AsyncIterator, Awaitable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import aiosmtplib
from aiosmtplib import errors

from agent.ports import Clock
from delivery.doctor import Finding
from delivery.faults import QUOTED
from delivery.mail import TIMEOUT, MailServer
from qualification.brief.sections import one_line

T = TypeVar("T")
EXPIRES = timedelta(days=14)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
CERTIFICATE = (
    "its certificate is not trusted: have the right one put there, or name the file of its "
    "authority in SMTP_CA_FILE"
)


class _Bad(Exception):
    """What ends the checks."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.said)
        self.finding = finding


async def mail(server: MailServer, clock: Clock) -> list[Finding]:
    """All that was looked at, up to what is bad."""
    client = aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        timeout=TIMEOUT,
        use_tls=server.security == "tls",
        start_tls=False,
        cert_bundle=server.authorities or None,
    )
    found: list[Finding] = []
    try:
        async for one in _looked_at(client, server, clock):
            found.append(one)
    except _Bad as bad:
        found.append(bad.finding)
    finally:
        with suppress(errors.SMTPException, OSError):
            await client.quit()
        client.close()
    return found


async def _looked_at(
    client: aiosmtplib.SMTP, server: MailServer, clock: Clock
) -> AsyncIterator[Finding]:
    where = f"{server.host}:{server.port}"
    reach = "check SMTP_HOST, SMTP_PORT and SMTP_SECURITY (tls is for port 465)"
    await _try(client.connect(), "connection", reach)
    yield Finding("connection", "good", f"{where} answers")
    if server.security == "starttls":
        cure = "the server offers no encryption here: try SMTP_SECURITY=tls with port 465"
        await _try(client.starttls(), "encryption", cure)
    yield _encryption(client, server, clock.now())
    if server.username:
        cure = "check SMTP_USERNAME and SMTP_PASSWORD"
        await _try(client.login(server.username, server.password), "sign-in", cure)
        yield Finding("sign-in", "good", f"{server.username} is let in")
    await _try(client.noop(), "connection", "the server does not do as it should")
    cure = f"the server takes no mail from {server.sender}: check SMTP_FROM"
    await _try(client.mail(server.sender), "sender", cure)
    await _try(client.rset(), "sender", "the server does not do as it should")
    yield Finding("sender", "good", f"mail from {server.sender} would be taken; none was sent")


async def _try(asked: Awaitable[T], about: str, cure: str) -> T:
    try:
        return await asked
    except (errors.SMTPException, OSError, TimeoutError, ValueError) as error:
        told = CERTIFICATE if _is_certificate(error) else cure
        said = f"{one_line(_said(error), QUOTED)}: {told}"
        raise _Bad(Finding(about, "bad", said)) from error


def _said(error: Exception) -> str:
    if isinstance(error, errors.SMTPResponseException):
        return f"answered {error.code} {error.message}"
    return str(error) or type(error).__name__


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _encryption(client: aiosmtplib.SMTP, server: MailServer, now: datetime) -> Finding:
    if server.security == "none":
        if server.host in LOOPBACK:
            return Finding("encryption", "good", "none is needed on this machine")
        said = "mail is handed in for all to read: set SMTP_SECURITY to starttls or tls"
        return Finding("encryption", "warning", said)
    shown = client.get_transport_info("peercert") or {}
    until = shown.get("notAfter")
    if not isinstance(until, str):
        return Finding("encryption", "good", "the connection is encrypted")
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(until), UTC)
    if ends - now < EXPIRES:
        said = f"its certificate ends on {ends:%Y-%m-%d}: have it renewed"
        return Finding("encryption", "warning", said)
    return Finding(
        "encryption", "good", f"its certificate is trusted, and good until {ends:%Y-%m-%d}"
    )
