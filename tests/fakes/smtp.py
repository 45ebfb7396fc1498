"""A mail server on this machine: keeps what is handed in, and answers as a test says."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class FakeMailServer:
    """aiosmtpd's handler. The codes in `answers` are given instead of 250, by command."""

    def __init__(self, **answers: str) -> None:
        self.answers = answers
        self.received: list[EmailMessage] = []
        self.envelopes: list[tuple[str | None, list[str]]] = []
        self.encrypted: list[bool] = []
        self.hangs_up = False
        """Whether the connection breaks when a message was taken, before the answer."""
        self.port = 0

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        envelope.mail_from = address
        return self.answers.get("mail", "250 OK")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if "rcpt" not in self.answers:
            envelope.rcpt_tos.append(address)
        return self.answers.get("rcpt", "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if "data" in self.answers:
            return self.answers["data"]
        content = envelope.content
        assert isinstance(content, bytes)
        self.received.append(message_from_bytes(content, policy=default))
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        self.encrypted.append(session.ssl is not None)
        if self.hangs_up:
            self.hangs_up = False
            transport = server.transport
            assert isinstance(transport, asyncio.WriteTransport)
            transport.abort()
        return "250 Taken as 42"

    @asynccontextmanager
    async def listening(self, **more: Any) -> AsyncIterator[int]:
        """Its port."""

        def signs_in(
            _server: SMTP, _session: Session, _envelope: Envelope, _how: str, shown: object
        ) -> AuthResult:
            assert isinstance(shown, LoginPassword)
            right = shown == LoginPassword(b"banter", b"right")
            return AuthResult(success=right, handled=False)

        def protocol() -> SMTP:
            return SMTP(self, hostname="mail.test", authenticator=signs_in, **more)

        server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self.port
        finally:
            server.close()
