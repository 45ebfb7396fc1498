"""How is a system asked? Signed in, at its pace, with a new token or after a short pause.

The deliveries, the look-ups and `doctor` of a process share one connection to each system.
"""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

import httpx

from agent.errors import Unavailable
from agent.grants import Grant, Grants
from agent.ledger import Line
from agent.outbox import RetryAt
from agent.ports import Clock
from delivery.calls import Call, Fault, Refused, Reply, SignInAgain
from delivery.faults import is_certain, signed_in_and_refused
from delivery.pace import Gate
from delivery.session import Send, SigningIn
from delivery.signing_in import StaticToken
from delivery.system import System
from delivery.wire import Unanswered, Wire, request_of

T = TypeVar("T")
PATIENCE = timedelta(seconds=10)
"""A pause that a system asks for is waited out here if it is no longer."""
PAUSE = timedelta(seconds=10)
"""Nobody asks for so long after a 429 that does not say for how long."""

Sleep = Callable[[float], Awaitable[None]]


class Journal(Protocol):
    """Writes down what is sent."""

    async def sending(self, call: Call) -> None:
        """It goes out now."""
        ...

    async def told(self, line: Line, *, refused: bool) -> None:
        """It is over; `refused`: it is certain that it was not done."""
        ...


class NoJournal:
    """For look-ups, which change nothing."""

    async def sending(self, call: Call) -> None:
        """See Journal."""
        if call.changes:
            raise AssertionError(f"{call.step} is no look-up: it has to go on record")

    async def told(self, line: Line, *, refused: bool) -> None:
        """See Journal."""
        del line, refused


class Connection:
    """One process's connection to a system."""

    def __init__(
        self,
        system: System,
        client: httpx.AsyncClient,
        grants: Grants,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.system = system
        self._wire = Wire(client, clock)
        self._clock = clock
        self._sleep = sleep
        self._gate = Gate(system.pace, clock, sleep)
        self._signing_in = SigningIn(system.name, system.sign_in, grants, clock, sleep)

    def closed_until(self) -> datetime | None:
        """When the system may be asked again; None if now."""
        return self._gate.closed_until()

    def open(self, before: datetime | None = None) -> None:
        """Ask it now, whatever it said (`before`): somebody wants to know, or has put it right."""
        self._gate.open()
        self._signing_in.forget(before)

    async def ask(self, call: Call, journal: Journal) -> Reply:
        """The answer that the steps want to see. Raises Refused."""
        signing_in = self._signs_in(journal)
        grant = await self._signing_in.grant(signing_in)
        paused = renewed = False
        while True:
            reply = await self._send(call, grant, journal)
            match self._fault(call, reply):
                case None:
                    return reply
                case SignInAgain(why=why):
                    if renewed:
                        raise Refused(signed_in_and_refused(why))
                    renewed = True
                    grant = await self._signing_in.anew(grant, signing_in)
                case RetryAt(at=datetime() as at) as later if later.busy or reply.status == 429:
                    self._gate.close(at)
                    wait = at - self._clock.now()
                    if paused or wait > PATIENCE:
                        raise Refused(replace(later, busy=True))
                    paused = True
                    await self._sleep(max(0.0, wait.total_seconds()))
                case RetryAt(at=None) as later if reply.status == 429:
                    self._gate.close(self._clock.now() + PAUSE)
                    raise Refused(replace(later, busy=True))
                case fault:
                    raise Refused(fault)

    async def look_up(self, steps: Generator[Call, Reply, T]) -> T:
        """What look-ups find. Raises Unavailable where the system does not tell."""
        try:
            call = next(steps)
            while True:
                call = steps.send(await self.ask(call, NoJournal()))
        except StopIteration as done:
            found: T = done.value
            return found
        except Refused as refused:
            why = f"{self.system.name}: {refused.outcome.why}"
            raise Unavailable(why) from refused

    async def glance(self) -> Reply:
        """Whatever the system answers to somebody who is not signed in. Raises Refused."""
        match self.system.sign_in:
            case StaticToken(token=token):
                url = self.system.address(Grant(token))
            case exchange:
                url = exchange.request(None, self._clock.now()).url
        return await self._wire.send(httpx.Request("HEAD", url))

    def _fault(self, call: Call, reply: Reply) -> Fault | None:
        return None if reply.status in call.also else self.system.fault(call, reply)

    async def _send(self, call: Call, grant: Grant, journal: Journal) -> Reply:
        request = request_of(call, self.system.address(grant), self.system.headers(grant))
        async with self._gate.turn():
            await journal.sending(call)
            reply, began = await self._answer(call, request, journal)
        fault = self._fault(call, reply)
        refused = fault is not None and is_certain(reply)
        why = fault.why if fault is not None else None
        await journal.told(self._line(call, request, reply.status, why, began), refused=refused)
        return reply

    async def _answer(
        self, call: Call, request: httpx.Request, journal: Journal
    ) -> tuple[Reply, datetime]:
        began = self._clock.now()
        try:
            return await self._wire.send(request), began
        except Refused as lost:
            line = self._line(call, request, None, lost.outcome.why, began)
            await journal.told(line, refused=not isinstance(lost, Unanswered))
            raise

    def _signs_in(self, journal: Journal) -> Send:
        async def send(call: Call) -> Reply:
            request = request_of(call, "", {})
            reply, began = await self._answer(call, request, journal)
            why = None if reply.ok else "refused"
            await journal.told(self._line(call, request, reply.status, why, began), refused=True)
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
