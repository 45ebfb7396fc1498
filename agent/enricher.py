"""When is a service asked about a lead? Right after their e-mail is known, beside the conversation;
what it tells is written between two turns.
"""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from agent.enrichment import Answer, Enquiries, Enquiry, Provider, Told
from agent.errors import LeaseLost, MoreArrived, UnknownConversation
from agent.outbox import Failed, RetryAt
from agent.ports import Clock, Workspace
from agent.steps.enriching import enrich
from agent.turn import make_turn
from agent.turns import LEASE

log = logging.getLogger(__name__)

LIMIT = 15.0
"""Seconds that a service may take."""
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""Between tries; after the last one it is left."""
LONGEST = timedelta(days=1)
"""However long a service asks us to wait."""
SOON = timedelta(seconds=3)
"""The conversation is busy: the prospect goes first."""


class Enricher:
    """Asks the services; the handler of jobs of the kind `enrich`."""

    def __init__(
        self,
        enquiries: Enquiries,
        workspace: Workspace,
        providers: Iterable[Provider],
        clock: Clock,
        lease: timedelta = LEASE,
    ) -> None:
        self._enquiries = enquiries
        self._workspace = workspace
        self._providers = {one.name: one for one in providers}
        self._clock = clock
        self._lease = lease

    async def ask(self, identity: str) -> datetime | None:
        """Make one try at an enquiry; when to make the next, if there is to be one."""
        enquiry = await self._enquiries.take(identity, self._clock.now())
        if enquiry is None:
            return None
        provider = self._providers.get(enquiry.provider)
        if provider is None:
            await self._give_up(enquiry, f"{enquiry.provider} is not configured any more")
            return None
        if enquiry.fields is None:
            match await self._look_up(provider, enquiry):
                case Told(fields=fields):
                    enquiry = await self._enquiries.keep(enquiry, fields, self._clock.now())
                case RetryAt(why=why, at=at):
                    return await self._later(enquiry, why, at)
                case Failed(why=why):
                    await self._give_up(enquiry, why)
                    return None
        if not await self._write(enquiry, provider):
            return self._clock.now() + SOON
        await self._enquiries.end(enquiry, "done", "", self._clock.now())
        return None

    async def _look_up(self, provider: Provider, enquiry: Enquiry) -> Answer:
        try:
            async with asyncio.timeout(LIMIT):
                return await provider.look_up(enquiry.subject)
        except TimeoutError:
            return RetryAt("no answer in time")

    async def _later(self, enquiry: Enquiry, why: str, at: datetime | None) -> datetime | None:
        if enquiry.tries > len(PAUSES):
            await self._give_up(enquiry, why)
            return None
        await self._enquiries.put_off(enquiry, why)
        now = self._clock.now()
        asked = at - now if at is not None else timedelta(0)
        return now + min(LONGEST, max(PAUSES[enquiry.tries - 1], asked))

    async def _give_up(self, enquiry: Enquiry, why: str) -> None:
        log.warning("%s tells nothing of %s: %s", enquiry.provider, enquiry.conversation, why)
        await self._enquiries.end(enquiry, "failed", why, self._clock.now())

    async def _write(self, enquiry: Enquiry, provider: Provider) -> bool:
        """Write the answer between two turns; False when there is no room for it now."""
        findings = enquiry.findings(provider.source)
        now = self._clock.now()
        try:
            claim = await self._workspace.claim(enquiry.conversation, now, self._lease)
        except UnknownConversation:
            return True  # erased meanwhile, and the enquiry with it
        if claim is None:
            return False
        step = enrich(claim.script, claim.dialogue, findings)
        if claim.unread or step.dialogue == claim.dialogue:
            await self._workspace.release(claim)
            return not claim.unread
        turn = make_turn(claim, step, now, message=uuid4().hex)
        turn = replace(turn, remind_at=claim.remind_at, remind_why=claim.remind_why)
        try:
            await self._workspace.commit(claim, turn, seen=claim.inbound_seq)
        except MoreArrived:
            await self._workspace.release(claim)
            return False
        except LeaseLost:
            return False
        return True
