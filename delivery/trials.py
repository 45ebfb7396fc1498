"""Does it arrive? One message that says of itself that it is a test, where leads would be told.

What is tried is what a delivery uses: the same connection, token, address and signature.
"""

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from agent.ledger import Line
from agent.outbox import Delivered, Outcome, RetryAt
from delivery.calls import Call, Refused
from delivery.connection import Connection
from delivery.slack import Slack
from delivery.slack_answers import error_in
from delivery.webhook import Webhook
from qualification.brief.rendering_slack import escaped
from qualification.values import Json

Trial: TypeAlias = Callable[[str, str, datetime], Awaitable[Outcome]]
"""Sends a text under an id of its own, at a moment."""


class NoRecord:
    """delivery.connection.Journal: a test is sent once, and nobody takes it up again."""

    async def sending(self, call: Call) -> None:
        """See Journal."""
        del call

    async def told(self, line: Line, *, refused: bool) -> None:
        """See Journal."""
        del line, refused


def slack_trial(connection: Connection, system: Slack) -> Trial:
    """A message in the channel that leads are told in."""

    async def send(identity: str, text: str, at: datetime) -> Outcome:
        del identity, at
        body: Json = {"channel": system.channel, "text": escaped(text), "unfurl_links": False}
        try:
            reply = await connection.ask(
                Call("test", "POST", "/chat.postMessage", body=body), NoRecord()
            )
        except Refused as refused:
            return refused.outcome
        error = error_in(reply)
        return RetryAt(f"Slack: {error}; it may have been posted") if error else Delivered()

    return send


def webhook_trial(webhook: Webhook) -> Trial:
    """A signed `test` event (docs/webhook.md)."""

    async def send(identity: str, text: str, at: datetime) -> Outcome:
        body: dict[str, Json] = {"id": identity, "created_at": at.isoformat(), "text": text}
        written = json.dumps(body, ensure_ascii=False).encode()
        return await webhook.post("test", f"test.{identity}", written)

    return send
