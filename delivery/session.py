"""Which token is shown now? The newest of all processes, renewed in time and by one of them.

A refresh token may be replaced each time it is shown: the new one is stored in the same transaction
as the token that came with it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agent.grants import Grant, Grants, Held
from agent.outbox import Failed, RetryAt
from agent.ports import Clock
from delivery.calls import Call, Refused, Reply, SignInAgain
from delivery.faults import usual
from delivery.signing_in import Exchange, OAuth, SignIn, StaticToken
from qualification.saying import Said

EARLY = timedelta(minutes=1)
"""A token is renewed so long before it ends: it has to last until the last step."""
RENEWING = timedelta(seconds=45)
"""Whoever renews has so long; then another process does it."""
REFUSED = (timedelta(seconds=5), timedelta(seconds=45), timedelta(minutes=10))
"""Credentials that were refused once, twice, more often are not shown again for so long: of a
thousand leads that wait one finds out, and where the refusal was a mistake of the system's, soon.
"""
REFUSED_USER = REFUSED[1:]
"""Some systems lock a user out whose password is wrong too often (SugarCRM)."""
LONG_AGO = timedelta(hours=1)
"""A refusal after that is the first one again."""
LOOK_AGAIN = 0.25
"""Seconds between two looks at whether another process has renewed it."""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Credentials were refused."""

    at: datetime
    number: int
    """That of the grant."""
    times: int
    """In a row."""
    outcome: Failed


Send = Callable[[Call], Awaitable[Reply]]
"""Sends a call; raises Refused where no answer comes."""
Sleep = Callable[[float], Awaitable[None]]


class SigningIn:
    """The grant of one system in this process: shared, renewed in time, renewed once."""

    def __init__(
        self,
        system: str,
        sign_in: SignIn,
        grants: Grants,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._system = system
        self._sign_in = sign_in
        self._settings = "" if isinstance(sign_in, StaticToken) else sign_in.settings()
        self._grants = grants
        self._clock = clock
        self._sleep = sleep
        self._held: Held | None = None
        lasting = isinstance(sign_in, StaticToken | OAuth)
        self._pauses = REFUSED if lasting else REFUSED_USER
        self._refusal: _Refusal | None = None
        self._one_at_a_time = asyncio.Lock()

    def forget(self, before: datetime | None = None) -> None:
        """Credentials that were refused (`before`) are shown once more."""
        if self._refusal is None or before is None or self._refusal.at < before:
            self._refusal = None

    async def grant(self, send: Send) -> Grant:
        """The grant to show now. Raises Refused."""
        if isinstance(self._sign_in, StaticToken):
            self._if_refused(0)
            return Grant(self._sign_in.token)
        async with self._one_at_a_time:
            if self._held is None or not self._lasts(self._held.grant):
                self._held = await self._grants.read(self._system, self._settings)
            held = self._held
            if held.grant is not None and self._lasts(held.grant):
                return held.grant
            return await self._renewed(self._sign_in, held, send)

    async def anew(self, refused: Grant, send: Send) -> Grant:
        """Another than the one that was refused. Raises Refused."""
        exchange = self._sign_in
        if isinstance(exchange, StaticToken):
            why = Said("the configured token is not accepted")
            raise self._remembered(0, Refused(Failed(why, "sign_in")))
        async with self._one_at_a_time:
            held = await self._grants.read(self._system, self._settings)
            if held.grant is not None and held.grant.token != refused.token:
                self._held = held
                return held.grant
            return await self._renewed(exchange, held, send)

    def _lasts(self, grant: Grant | None) -> bool:
        if grant is None:
            return False
        return grant.expires is None or grant.expires - EARLY > self._clock.now()

    async def _renewed(self, exchange: Exchange, held: Held, send: Send) -> Grant:
        """Renewed here, or by the process that came first."""
        self._if_refused(held.number)
        call = exchange.request(held.grant, self._clock.now())
        began = self._clock.now()
        while self._clock.now() - began < RENEWING:
            now = self._clock.now()
            if await self._grants.claim(
                self._system, self._settings, held.number, now, now + RENEWING
            ):
                return await self._renew(exchange, held, call, send)
            await self._sleep(LOOK_AGAIN)
            newest = await self._grants.read(self._system, self._settings)
            if newest.number > held.number and newest.grant is not None:
                self._held = newest
                return newest.grant
            held = replace(held, number=newest.number)
        raise Refused(RetryAt(Said("another process signs in, and takes too long")))

    async def _renew(self, exchange: Exchange, held: Held, call: Call, send: Send) -> Grant:
        try:
            grant = await self._exchanged(exchange, held.grant, call, send)
        except Refused as refused:
            await self._grants.let_go(self._system, held.number)
            raise self._remembered(held.number, refused) from refused
        self._refusal = None
        await self._grants.renew(self._system, self._settings, held.number, grant)
        self._held = Held(grant, held.number + 1)
        return grant

    def _remembered(self, number: int, refused: Refused) -> Refused:
        if isinstance(refused.outcome, Failed):
            now, last = self._clock.now(), self._refusal
            times = 1 + (last.times if last is not None and now - last.at < LONG_AGO else 0)
            self._refusal = _Refusal(now, number, times, refused.outcome)
        return Refused(refused.outcome)

    def _if_refused(self, number: int) -> None:
        """Raises Refused where the same was refused a moment ago."""
        last = self._refusal
        if last is None or last.number != number:
            return
        if self._clock.now() - last.at < self._pauses[min(last.times, len(self._pauses)) - 1]:
            raise Refused(last.outcome)

    async def _exchanged(
        self, exchange: Exchange, held: Grant | None, call: Call, send: Send
    ) -> Grant:
        """A refresh token that has lapsed is followed by what is configured."""
        try:
            return _granted(exchange, await send(call), held)
        except Refused as refused:
            if isinstance(refused.outcome, RetryAt) or held is None or held.refresh is None:
                raise
        again = exchange.request(None, self._clock.now())
        return _granted(exchange, await send(again), None)


def _granted(exchange: Exchange, reply: Reply, held: Grant | None) -> Grant:
    """RFC 6749, 5.2: what is wrong with the credentials is answered with 400 or 401."""
    match usual(reply):
        case None:
            return exchange.granted(reply, held)
        case RetryAt() as later:
            raise Refused(later)
        case Failed(why=why) | SignInAgain(why=why):
            refusal = Said("sign-in refused: %(why)s", why=why)
            raise Refused(Failed(refusal, "sign_in"))
