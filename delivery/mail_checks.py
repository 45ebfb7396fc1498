"""Would mail be taken? Connection, encryption, sign-in and sender are tried; no message is sent.

Source: RFC 5321 (4.1.1.9 NOOP; 4.1.1.5 RSET: a message that was begun is dropped).
"""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import aiosmtplib
from aiosmtplib import errors

from agent.ports import Clock
from delivery.doctor import Finding, bad, good, warning
from delivery.faults import QUOTED
from delivery.mail import TIMEOUT, MailServer
from qualification.brief.sections import one_line

T = TypeVar("T")
EXPIRES = timedelta(days=14)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


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
    await _try(
        client.connect(),
        lambda why: bad(
            "connection",
            "%(why)s: check SMTP_HOST, SMTP_PORT and SMTP_SECURITY (tls is for port 465)",
            why=why,
        ),
    )
    yield good("connection", "%(where)s answers", where=where)
    if server.security == "starttls":
        await _try(
            client.starttls(),
            lambda why: bad(
                "encryption",
                "%(why)s: the server offers no encryption here: try SMTP_SECURITY=tls with "
                "port 465",
                why=why,
            ),
        )
    yield _encryption(client, server, clock.now())
    if server.username:
        await _try(
            client.login(server.username, server.password),
            lambda why: bad("sign-in", "%(why)s: check SMTP_USERNAME and SMTP_PASSWORD", why=why),
        )
        yield good("sign-in", "%(name)s is let in", name=server.username)
    await _try(client.noop(), _odd)
    await _try(
        client.mail(server.sender),
        lambda why: bad(
            "sender",
            "%(why)s: the server takes no mail from %(sender)s: check SMTP_FROM",
            why=why,
            sender=server.sender,
        ),
    )
    await _try(client.rset(), _odd)
    yield good("sender", "mail from %(sender)s would be taken; none was sent", sender=server.sender)


async def _try(asked: Awaitable[T], finding: Callable[[str], Finding]) -> T:
    try:
        return await asked
    except (errors.SMTPException, OSError, TimeoutError, ValueError) as error:
        why = one_line(_said(error), QUOTED)
        found = finding(why)
        if _is_certificate(error):
            found = bad(
                found.about,
                "%(why)s: its certificate is not trusted: have the right one put there, or name "
                "the file of its authority in SMTP_CA_FILE",
                why=why,
            )
        raise _Bad(found) from error


def _odd(why: str) -> Finding:
    return bad("connection", "%(why)s: the server does not do as it should", why=why)


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
            return good("encryption", "none is needed on this machine")
        return warning(
            "encryption",
            "mail is handed in for all to read: set SMTP_SECURITY to starttls or tls",
        )
    shown = client.get_transport_info("peercert") or {}
    until = shown.get("notAfter")
    if not isinstance(until, str):
        return good("encryption", "the connection is encrypted")
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(until), UTC)
    given = {"day": f"{ends:%Y-%m-%d}"}
    if ends - now < EXPIRES:
        return warning("encryption", "its certificate ends on %(day)s: have it renewed", **given)
    return good("encryption", "its certificate is trusted, and good until %(day)s", **given)
