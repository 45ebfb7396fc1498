"""How is a lead delivered in several steps? They are sent in order, and each goes on record.

Before a change is sent it is on record as unsure; its id is on record before the next step begins.
So whenever a process dies, the next attempt knows what was done and what may have been done, and
the system's steps look before they repeat the latter.
"""

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from agent.ledger import Attempt, Busy, Ledger, Line, Overtaken, Record, Superseded
from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from agent.ports import Clock
from delivery.calls import Call, Kept, Refused, Reply, Shared, Steps
from delivery.connection import Connection, Sleep
from delivery.lead import Lead

HELD = timedelta(seconds=90)
"""A hand-over is held so long from step to step: longer than any call takes."""
LOOKS = 5
"""So often, a second apart, we look whether another revision's delivery has ended."""
FRESH = timedelta(minutes=10)
"""So long what another lead's delivery made is taken from our record: by then a system's search
finds it, and somebody may have merged or deleted it.
"""
LOOK_AGAIN = timedelta(seconds=10)
"""Whoever waits for what another lead's delivery makes comes back so soon, or when it lets go."""
STEPS_AT_MOST = 60
WITHOUT_BRIEF = frozenset({"contact"})
"""Steps that hold nothing of the brief: HubSpot's contact. Where only the brief is new, and all
else has arrived, they need not be looked at.
"""


class Sending:
    """A place (delivery.base.Place) reached by a system's steps."""

    def __init__(
        self,
        connection: Connection,
        ledger: Ledger,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.system = connection.system.name
        self._connection = connection
        self._ledger = ledger
        self._clock = clock
        self._sleep = sleep

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Send what is not done yet."""
        closed = self._connection.closed_until()
        if closed is not None:
            return RetryAt("the system asked for a pause", closed, busy=True)
        lead = Lead.of(parcel)
        attempt = Attempt(parcel.id, self.system, lead.id, lead.revision, parcel.attempt)
        match await self._held(attempt):
            case Busy(until=until):
                return RetryAt("another revision of it is on its way", until, busy=True)
            case Overtaken(revision=revision):
                return Delivered(f"revision {revision}, which is newer, was delivered before")
            case record:
                return await self._deliver(lead, attempt, record)

    async def _deliver(self, lead: Lead, attempt: Attempt, record: Record) -> Outcome:
        outcome: Outcome
        try:
            outcome = Delivered(await self._walk(lead, attempt, record))
        except Refused as refused:
            outcome = refused.outcome
        except Superseded:
            return RetryAt("another attempt took it over")
        await self._ledger.end(attempt, delivered=isinstance(outcome, Delivered))
        return outcome

    async def _walk(self, lead: Lead, attempt: Attempt, record: Record) -> str:
        journal = _OnRecord(self._ledger, attempt, self._clock, record.unsure)
        if lead.changed == "brief" and record.delivered == lead.revision - 1:
            record = record.sparing(WITHOUT_BRIEF)
        steps = self._connection.system.steps(lead, record)
        shared: dict[str, Attempt] = {}
        try:
            return await self._take_steps(steps, attempt, journal, shared)
        except Refused:
            if not journal.unsure:  # none of it is there, so that others need not wait
                for held in shared.values():
                    await self._ledger.end(held, delivered=False)
            raise

    async def _take_steps(
        self, steps: Steps, attempt: Attempt, journal: "_OnRecord", shared: dict[str, Attempt]
    ) -> str:
        """`shared`: what is held for others meanwhile."""
        reply: Reply | None = None
        for _ in range(STEPS_AT_MOST):
            try:
                asked = next(steps) if reply is None else steps.send(reply)
            except StopIteration as done:
                return str(done.value or "")
            match asked:
                case Kept():
                    await self._keep(asked, attempt, shared.pop(asked.step, None))
                    journal.unsure.discard(asked.step)
                    reply = Reply(at=self._clock.now())
                case Shared():
                    shared[asked.step] = attempt.of_all(asked.step, asked.key)
                    known = await self._shared(asked, shared[asked.step])
                    reply = Reply(at=self._clock.now(), body=known.encode())
                case Call():
                    reply = await self._connection.ask(asked, journal)
        raise Refused(Failed("its steps do not come to an end: this is a mistake of ours", "final"))

    async def _keep(self, kept: Kept, attempt: Attempt, shared: Attempt | None) -> None:
        """What is shared is let go of last: whoever waits for it then finds it."""
        until = self._clock.now() + HELD
        await self._ledger.kept(attempt, kept.step, kept.remote, until)
        if shared is not None:
            await self._ledger.kept(shared, kept.step, kept.remote, until)
            await self._ledger.end(shared, delivered=False)

    async def _shared(self, asked: Shared, attempt: Attempt) -> str:
        """What another lead's delivery made of it a moment ago; where that is long ago or never,
        it is ours to make, and it stays ours if we die or do not get to know whether it is made.
        """
        match await self._held(attempt):
            case Record() as record:
                done = record.done.get(asked.step)
                since = None if done is None else done.at
                if done is None or since is None or self._clock.now() - since > FRESH:
                    return ""
                return done.remote
            case Busy(until=until):
                why = f"another lead is making its {asked.step} just now"
                at = min(until, self._clock.now() + LOOK_AGAIN)
                raise Refused(RetryAt(why, at, busy=True))
            case Overtaken():
                raise AssertionError("unreachable: what is shared is never delivered")

    async def _held(self, attempt: Attempt) -> Record | Busy | Overtaken:
        for left in reversed(range(LOOKS)):
            now = self._clock.now()
            found = await self._ledger.begin(attempt, now, now + HELD)
            if not isinstance(found, Busy) or not left:
                return found
            await self._sleep(1.0)
        raise AssertionError("unreachable: the last look returns")


class _OnRecord:
    """delivery.connection.Journal: the record of an attempt."""

    def __init__(
        self, ledger: Ledger, attempt: Attempt, clock: Clock, unsure: Collection[str]
    ) -> None:
        """`unsure`: what earlier attempts may have done."""
        self.unsure = set(unsure)
        self._ledger = ledger
        self._attempt = attempt
        self._clock = clock

    async def sending(self, call: Call) -> None:
        """See Journal."""
        if call.changes:
            self.unsure.add(call.step)
            await self._ledger.sending(self._attempt, call.step, self.until())

    async def told(self, line: Line, *, refused: bool) -> None:
        """See Journal."""
        line = replace(line, attempt=self._attempt.number)
        await self._ledger.told(self._attempt, line, refused=refused)
        if refused:
            self.unsure.discard(line.step)

    def until(self) -> datetime:
        """How long the hand-over is held from now on."""
        return self._clock.now() + HELD
