"""How is a lead delivered in several steps? They are sent in order, and each goes on record.

Before a change is sent it is on record as unsure; its id is on record before the next step begins.
So whenever a process dies, the next attempt knows what was done and what may have been done, and
the system's steps look before they repeat the latter.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from agent.ledger import Attempt, Busy, Done, Ledger, Line, Overtaken, Record, Superseded
from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from agent.ports import Clock
from delivery.calls import Call, Kept, Refused, Reply, Shared
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
"""Whoever waits for another delivery comes back so soon, or when it lets go."""
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
                why = "another revision of it is on its way"
                return RetryAt(why, self._soon(until), busy=True)
            case Overtaken(revision=revision):
                why = f"revision {revision}, which is newer, was delivered before"
                return Delivered(why, asked=False)
            case record:
                return await self._deliver(lead, attempt, record)

    async def _deliver(self, lead: Lead, attempt: Attempt, record: Record) -> Outcome:
        journal = _OnRecord(self._ledger, attempt, self._clock, record.unsure)
        outcome: Outcome
        try:
            outcome = await self._walk(lead, record, journal)
        except Refused as refused:
            outcome = refused.outcome
        except Superseded:
            why = "another delivery took over what this one held"
            outcome = RetryAt(why, self._soon(), busy=True)
        await journal.end(delivered=isinstance(outcome, Delivered))
        return outcome

    async def _walk(self, lead: Lead, record: Record, journal: "_OnRecord") -> Delivered:
        if lead.changed == "brief" and record.delivered == lead.revision - 1:
            record = record.sparing(WITHOUT_BRIEF)
        steps = self._connection.system.steps(lead, record)
        reply: Reply | None = None
        was_asked = False
        for _ in range(STEPS_AT_MOST):
            try:
                asked = next(steps) if reply is None else steps.send(reply)
            except StopIteration as done:
                return Delivered(str(done.value or ""), was_asked)
            match asked:
                case Kept():
                    await journal.kept(asked)
                    reply = Reply(at=self._clock.now())
                case Shared():
                    known = await self._shared(asked, journal)
                    reply = Reply(at=self._clock.now(), body="\n".join(known).encode())
                case Call():
                    reply, was_asked = await self._connection.ask(asked, journal), True
        raise Refused(Failed("its steps do not come to an end: this is a mistake of ours", "final"))

    async def _shared(self, asked: Shared, journal: "_OnRecord") -> list[str]:
        """What another lead's delivery made of it a moment ago, by each key; where that is long
        ago or never, it is ours to make, and it stays ours if we die or do not get to know whether
        it is made.
        """
        for left in reversed(range(LOOKS)):
            match await journal.share(asked):
                case Busy() if left:
                    await self._sleep(1.0)
                case Busy(until=until):
                    why = f"another lead is making its {asked.step} just now"
                    raise Refused(RetryAt(why, self._soon(until), busy=True))
                case found:
                    return [self._fresh(one) for one in found]
        raise AssertionError("unreachable: the last look returns")

    def _fresh(self, done: Done | None) -> str:
        if done is None or done.at is None or self._clock.now() - done.at > FRESH:
            return ""
        return done.remote

    def _soon(self, until: datetime | None = None) -> datetime:
        soon = self._clock.now() + LOOK_AGAIN
        return soon if until is None else min(until, soon)

    async def _held(self, attempt: Attempt) -> Record | Busy | Overtaken:
        for left in reversed(range(LOOKS)):
            now = self._clock.now()
            found = await self._ledger.begin(attempt, now, now + HELD)
            if not isinstance(found, Busy) or not left:
                return found
            await self._sleep(1.0)
        raise AssertionError("unreachable: the last look returns")


class _OnRecord:
    """delivery.connection.Journal: the record of an attempt, which holds on to what it holds.

    A hold ends by itself, so that nobody waits for the dead for ever. Whoever is slow but alive
    lengthens theirs with each change, in the transaction that writes of it, and between changes
    before half of it is over; what was lost is noticed there, before the request leaves.
    """

    def __init__(
        self, ledger: Ledger, attempt: Attempt, clock: Clock, unsure: Collection[str]
    ) -> None:
        """`attempt`: it has begun just now. `unsure`: what earlier attempts may have done."""
        self._ledger = ledger
        self._attempt = attempt
        self._clock = clock
        self._unsure = set(unsure)
        self._until = self._longer()

    async def share(self, asked: Shared) -> Sequence[Done | None] | Busy:
        """Hold it for all who share it; what was made of it."""
        shares = [self._attempt.shared(asked.step, key) for key in (asked.key, *asked.more)]
        now = self._clock.now()
        found = await self._ledger.share(self._attempt, shares, now, now + HELD)
        if not isinstance(found, Busy):
            self._attempt = self._attempt.holding(shares)
        return found

    async def sending(self, call: Call) -> None:
        """See Journal."""
        until = self._longer()
        if call.changes:
            await self._ledger.sending(self._attempt, call.step, until)
            self._unsure.add(call.step)
        elif until - self._until < HELD / 2:
            return
        else:
            await self._ledger.hold_on(self._attempt, until)
        self._until = until

    async def told(self, line: Line, *, refused: bool) -> None:
        """See Journal."""
        line = replace(line, attempt=self._attempt.number)
        await self._ledger.told(self._attempt, line, refused=refused)
        if refused:
            self._unsure.discard(line.step)

    async def kept(self, kept: Kept) -> None:
        """A step is done, and nobody waits for it any more."""
        await self._ledger.kept(self._attempt, kept.step, kept.remote, self._longer())
        others = {one.step for one in self._attempt.shares} - {kept.step}
        self._attempt = self._attempt.holding_only(others)
        self._unsure.discard(kept.step)

    async def end(self, *, delivered: bool) -> None:
        """Let go of all of it. What may have been made for others stays held: if it was, it has to
        be found before somebody makes it again.
        """
        sure = {one.step for one in self._attempt.shares} - self._unsure
        await self._ledger.end(self._attempt.holding_only(sure), delivered=delivered)

    def _longer(self) -> datetime:
        return self._clock.now() + HELD
