"""How does a conversation learn what was told of its visitor outside of it? Between two turns: a
form beside the chat, or the web site that has signed them in.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from agent.dialogue import Dialogue, HandOver, Step
from agent.errors import LeaseLost, MoreArrived, Unavailable
from agent.ports import Claim, Clock, Workspace
from agent.turn import make_turn
from agent.turns import LEASE
from qualification.answers import Answer
from qualification.findings import Finding
from qualification.profile.prefilling import prefill
from qualification.values import Contact, ContactKind

TRIES = 40
PAUSE = 0.25
"""Seconds between them: as long as a turn may take, the prospect goes first."""


class Introducing:
    """agent.widget.Introductions over the workspace."""

    def __init__(self, workspace: Workspace, clock: Clock) -> None:
        self._workspace = workspace
        self._clock = clock

    async def introduce(
        self,
        conversation: str,
        contact: Mapping[ContactKind, str],
        findings: tuple[Finding, ...] = (),
    ) -> None:
        """Put it on record. Raises UnknownConversation, and Unavailable where it is too busy."""
        for _ in range(TRIES):
            now = self._clock.now()
            claim = await self._workspace.claim(conversation, now, LEASE)
            if claim is not None and await self._write(claim, contact, findings, now):
                return
            await asyncio.sleep(PAUSE)
        raise Unavailable("The conversation is busy: nothing was put on record.")

    async def _write(
        self,
        claim: Claim,
        contact: Mapping[ContactKind, str],
        findings: tuple[Finding, ...],
        now: datetime,
    ) -> bool:
        after = with_contact(claim, contact, findings, now)
        if after == claim.dialogue:
            await self._workspace.release(claim)
            return True
        told = (HandOver("update"),) if claim.dialogue.handed_over else ()
        read = claim.unread[0].seq - 1 if claim.unread else claim.inbound_seq
        turn = make_turn(claim, Step(after, told), now, message=uuid4().hex, read_up_to=read)
        turn = replace(turn, remind_at=claim.remind_at, remind_why=claim.remind_why)
        try:
            await self._workspace.commit(claim, turn, seen=claim.inbound_seq)
        except MoreArrived:
            await self._workspace.release(claim)
            return False
        except LeaseLost:
            return False
        return True


def with_contact(
    claim: Claim,
    contact: Mapping[ContactKind, str],
    findings: tuple[Finding, ...],
    now: datetime,
) -> Dialogue:
    """The dialogue that knows it; of those who have opted out nothing more is kept."""
    dialogue = claim.dialogue
    if dialogue.phase == "stopped":
        return dialogue
    sheet = dialogue.sheet.with_findings(findings)
    for kind, value in contact.items():
        sheet = sheet.with_answer(Answer(kind, Contact(kind, value), now, None, "prefill"))
    asked = None if dialogue.asked in contact else dialogue.asked
    return replace(dialogue, sheet=prefill(claim.script, sheet), asked=asked)
