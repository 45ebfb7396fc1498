"""When is a parcel sent, and sent again? Until it is delivered, or visibly failed by itself."""

import logging
import random
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from agent.outbox import ALONE, Failed, Outbox, Outcome, Parcel, RetryAt
from agent.ports import Clock
from delivery.base import Place
from delivery.connection import Connection

BACK_OFF = tuple(timedelta(seconds=s) for s in (10, 60, 300, 1800, 7200, 28800))
"""After so many tries, and the last of them ever after: who has had more tries than there are
pauses is given up where others get through, and waits on while nobody does.
"""
JITTER = 0.2
"""Pauses vary by so much, so that what failed together does not come back together."""
MOST_DOUBLED = 8
"""Who is busy and does not say for how long is asked after 10 s, 20 s, 40 s ... 43 minutes."""
LONGEST = timedelta(days=1)
"""A receiver may ask for a longer pause than this, but does not get it."""
PATIENCE = timedelta(days=3)
"""A system that has been busy for so long uses up tries: it is not waited for without end."""
SIGN_IN_AGAIN = tuple(timedelta(seconds=s) for s in (10, 60, 900, 1800))
"""Where credentials are refused, whoever waits looks so often whether there are others: soon where
the refusal may be a mistake of the system's, then every half hour.
"""
KNOWN = timedelta(minutes=15)
"""Whoever comes after so long need not find out whether it is a mistake: a mail server may lock out
whose password is wrong with each lead.
"""
ERROR_AT_MOST = 300

_LOG = logging.getLogger(__name__)


class Dispatcher:
    """Sends parcels to their places; the handler of jobs of the kind `deliver`."""

    def __init__(
        self,
        outbox: Outbox,
        places: Iterable[Place],
        clock: Clock,
        chance: random.Random | None = None,
        connections: Iterable[Connection] = (),
    ) -> None:
        """`connections`: those that may be opened before the system's pause is over."""
        self._connections = {one.system.name: one for one in connections}
        self._outbox = outbox
        self._places = {place.system: place for place in places}
        self._clock = clock
        self._chance = chance or random.SystemRandom()

    async def send(self, parcel_id: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one."""
        match await self._outbox.take(parcel_id, self._clock.now()):
            case Parcel() as parcel:
                if parcel.urged and parcel.system in self._connections:
                    before = parcel.due if parcel.urged == "follows" else None
                    self._connections[parcel.system].open(before)
                outcome = await self._deliver(parcel)
                now = self._clock.now()
                outcome = _judged(outcome, parcel, now)
                next_at = self._next(outcome, parcel, now)
                if await self._outbox.record(parcel, outcome, now, next_at):
                    await self._outbox.follow(parcel.system, now)
                return next_at
            case not_yet:
                return not_yet

    async def retry(self, parcel_id: str) -> bool:
        """Send a failed one again, by hand; False when it has not failed."""
        return await self._outbox.put_back(parcel_id, self._clock.now())

    async def _deliver(self, parcel: Parcel) -> Outcome:
        place = self._places.get(parcel.system)
        if place is None:
            return Failed(f"{parcel.system} is not configured any more", "fix_configuration")
        try:
            return await place.deliver(parcel)
        except Exception as error:
            where = " < ".join(_places(error))
            kind = type(error).__name__
            _LOG.error("%s could not be handed over: %s at %s", parcel.id, kind, where)
            return RetryAt(f"our error: {error!r}"[:ERROR_AT_MOST])

    def _next(self, outcome: Outcome, parcel: Parcel, now: datetime) -> datetime | None:
        if isinstance(outcome, Failed) and outcome.remedy == "sign_in":
            is_known = now - (parcel.failing_since or now) >= KNOWN
            number = len(SIGN_IN_AGAIN) if is_known else parcel.unsaid
            return now + self._varied(SIGN_IN_AGAIN, number)
        if not isinstance(outcome, RetryAt):
            return None
        asked = outcome.at - now if outcome.at is not None else timedelta(0)
        if outcome.busy:
            doubled = BACK_OFF[0] * 2 ** min(parcel.unsaid, MOST_DOUBLED)
            unsaid = doubled if outcome.at is None else BACK_OFF[0]
            return now + min(LONGEST, max(unsaid, asked))
        if parcel.tries > len(BACK_OFF) and _is_alone(parcel):
            return None
        return now + min(LONGEST, max(self._varied(BACK_OFF, parcel.tries - 1), asked))

    def _varied(self, pauses: Sequence[timedelta], number: int) -> timedelta:
        pause = pauses[min(number, len(pauses) - 1)]
        return pause * self._chance.uniform(1 - JITTER, 1 + JITTER)


def _judged(outcome: Outcome, parcel: Parcel, now: datetime) -> Outcome:
    """After a long wait also those tries count that found the system busy. Credentials that are
    good for others are not what is wrong.
    """
    since = parcel.waiting_since or now
    match outcome:
        case RetryAt() if now - since >= PATIENCE:
            return replace(outcome, busy=False)
        case Failed(why=why, remedy="sign_in"):
            if parcel.unsaid >= len(SIGN_IN_AGAIN) and _is_alone(parcel):
                return Failed(why, "fix_configuration")
    return outcome


def _is_alone(parcel: Parcel) -> bool:
    """The system lets others through, again and again, and just now."""
    return parcel.others_pass and parcel.alone > ALONE


def _places(error: Exception) -> Iterator[str]:
    """Where it came from, innermost first: its message may quote what a person wrote."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        yield f"{Path(frame.filename).name}:{frame.lineno}"
