"""How is a lead delivered in several steps? They are sent in order, and each goes on record.

Before a change is sent it is on record as unsure; its id is on record before the next step begins.
So whenever a process dies, the next attempt knows what was done and what may have been done, and
the system's steps look before they repeat the latter.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import httpx

from agent.grants import Grant, Grants
from agent.ledger import Attempt, Busy, Ledger, Line, Overtaken, Record, Superseded
from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from agent.ports import Clock
from delivery.calls import Call, Fault, Kept, Refused, Reply, SignInAgain
from delivery.faults import is_certain
from delivery.lead import Lead
from delivery.pace import Gate
from delivery.session import SigningIn
from delivery.system import System
from delivery.wire import Unanswered, Wire, request_of

HELD = timedelta(seconds=90)
"""A hand-over is held so long from step to step: longer than any call takes."""
PATIENCE = timedelta(seconds=10)
"""A pause that a system asks for is waited out here if it is no longer."""
LOOKS = 5
"""So often, a second apart, we look whether another revision's delivery has ended."""
STEPS_AT_MOST = 60

Sleep = Callable[[float], Awaitable[None]]


class Sending:
    """A place (delivery.base.Place) reached by a system's steps."""

    def __init__(
        self,
        system: System,
        client: httpx.AsyncClient,
        ledger: Ledger,
        grants: Grants,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.system = system.name
        self._system = system
        self._wire = Wire(client, clock)
        self._ledger = ledger
        self._clock = clock
        self._sleep = sleep
        self._gate = Gate(system.pace, clock, sleep)
        self._signing_in = SigningIn(system.name, system.sign_in, grants, clock, sleep)

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Send what is not done yet."""
        closed = self._gate.closed_until()
        if closed is not None:
            return RetryAt("the system asked for a pause", closed)
        lead = Lead.of(parcel)
        attempt = Attempt(parcel.id, self.system, lead.id, lead.revision, parcel.attempt)
        match await self._begin(attempt):
            case Busy(until=until):
                return RetryAt("another revision of it is on its way", until)
            case Overtaken(revision=revision):
                return Delivered(f"revision {revision}, which is newer, was delivered before")
            case record:
                return await self._deliver(lead, attempt, record)

    async def _begin(self, attempt: Attempt) -> Record | Busy | Overtaken:
        for left in reversed(range(LOOKS)):
            now = self._clock.now()
            found = await self._ledger.begin(attempt, now, now + HELD)
            if not isinstance(found, Busy) or not left:
                return found
            await self._sleep(1.0)
        raise AssertionError("unreachable: the last look returns")

    async def _deliver(self, lead: Lead, attempt: Attempt, record: Record) -> Outcome:
        delivered = False
        try:
            said = await self._walk(lead, attempt, record)
            delivered = True
            return Delivered(said)
        except Refused as refused:
            return refused.outcome
        except Superseded:
            return RetryAt("another attempt took it over")
        finally:
            await self._ledger.end(attempt, delivered=delivered)

    async def _walk(self, lead: Lead, attempt: Attempt, record: Record) -> str:
        steps = self._system.steps(lead, record)
        reply: Reply | None = None
        for _ in range(STEPS_AT_MOST):
            try:
                asked = next(steps) if reply is None else steps.send(reply)
            except StopIteration as done:
                return str(done.value or "")
            if isinstance(asked, Kept):
                await self._ledger.kept(attempt, asked.step, asked.remote, self._until())
                reply = Reply(at=self._clock.now())
            else:
                reply = await self._ask(attempt, asked)
        raise Refused(Failed("its steps do not come to an end: this is a mistake of ours", "final"))

    async def _ask(self, attempt: Attempt, call: Call) -> Reply:
        """One call, repeated once with a new token and once after a short pause."""
        grant = await self._signing_in.grant(self._sign_in_with(attempt))
        paused = renewed = False
        while True:
            reply = await self._send(attempt, call, grant)
            match self._fault(call, reply):
                case None:
                    return reply
                case SignInAgain(why=why):
                    if renewed:
                        raise Refused(Failed(f"signed in, and refused: {why}", "fix_configuration"))
                    renewed = True
                    grant = await self._signing_in.anew(grant, self._sign_in_with(attempt))
                case RetryAt(at=datetime() as at) as later if reply.status == 429:
                    self._gate.close(at)
                    wait = at - self._clock.now()
                    if paused or wait > PATIENCE:
                        raise Refused(later)
                    paused = True
                    await self._sleep(max(0.0, wait.total_seconds()))
                case fault:
                    raise Refused(fault)

    def _fault(self, call: Call, reply: Reply) -> Fault | None:
        return None if reply.status in call.also else self._system.fault(call, reply)

    async def _send(self, attempt: Attempt, call: Call, grant: Grant) -> Reply:
        request = request_of(call, self._system.address(grant), self._system.headers(grant))
        async with self._gate.turn():
            if call.changes:
                await self._ledger.sending(attempt, call.step, self._until())
            began = self._clock.now()
            try:
                reply = await self._wire.send(request)
            except Refused as lost:
                refused = not isinstance(lost, Unanswered)
                line = self._line(call, request, None, lost.outcome.why, began)
                await self._ledger.told(attempt, line, refused=refused)
                raise
        fault = self._fault(call, reply)
        refused = fault is not None and is_certain(reply)
        line = self._line(call, request, reply.status, fault.why if fault else None, began)
        await self._ledger.told(attempt, line, refused=refused)
        return reply

    def _sign_in_with(self, attempt: Attempt) -> Callable[[Call], Awaitable[Reply]]:
        async def send(call: Call) -> Reply:
            request, began = request_of(call, "", {}), self._clock.now()
            try:
                reply = await self._wire.send(request)
            except Refused as lost:
                line = self._line(call, request, None, lost.outcome.why, began)
                await self._ledger.told(attempt, line, refused=True)
                raise
            why = None if reply.ok else "refused"
            line = self._line(call, request, reply.status, why, began)
            await self._ledger.told(attempt, line, refused=True)
            return reply

        return send

    def _line(
        self,
        call: Call,
        request: httpx.Request,
        status: int | None,
        why: str | None,
        began: datetime,
    ) -> Line:
        """Without the query, which may hold secrets or addresses."""
        return Line(
            step=call.step,
            method=call.method,
            path=request.url.host + request.url.path,
            status=status,
            why=why,
            milliseconds=round((self._clock.now() - began).total_seconds() * 1000),
            at=began,
        )

    def _until(self) -> datetime:
        return self._clock.now() + HELD
