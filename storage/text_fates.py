"""What becomes of a text? The outcome of an attempt, or what Twilio reports, made into its next
state and into what follows from it.
"""

import logging
import random
from datetime import datetime, timedelta
from typing import Any, Protocol, assert_never

from sqlalchemy import Connection, Row, bindparam, func, select, update

from agent.messages import Channel
from agent.permission import TOO_LATE
from agent.ports import Job
from agent.recipient_hours import next_opening
from agent.text_errors import Remedy, remedy_of
from agent.texting import (
    RANK,
    Accepted,
    Busy,
    Missing,
    Refused,
    Report,
    SendOutcome,
    TextState,
    Unclear,
)
from storage.inbox import CHANNELS
from storage.reach import fails
from storage.reach_tables import TextRow
from storage.sayings import KIND, Enqueue
from storage.suppressions import Suppressions

LOOK_AFTER = timedelta(seconds=20)
"""Twilio's lists lag behind what it has accepted."""
SURE_AFTER = timedelta(minutes=2)
"""What a list does not show after so long was never accepted."""
LOOK_AGAIN = timedelta(minutes=1)
SENDS_AT_MOST = 5
"""A text whose fate was unknown so often is left to a person."""
ONCE_MORE_AFTER = timedelta(minutes=30)
HOLD = timedelta(minutes=15)
FIRST_PAUSE = timedelta(milliseconds=100)
LONGEST_PAUSE = timedelta(seconds=30)
OUTAGE_PAUSE = timedelta(minutes=5)
DOUBLED_AT_MOST = 20
JITTER = 0.2
DELIVERED, LOST = RANK["delivered"], RANK["failed"]
IN_DOUBT = ("sending", "unknown")
UNDER_WAY = ("waiting", *IN_DOUBT)

_LOG = logging.getLogger(__name__)

BY_SID = select(TextRow).where(TextRow.sid == bindparam("of_sid")).with_for_update()
_NEXT = (
    select(TextRow.id)
    .where(
        TextRow.to_address == bindparam("number"),
        TextRow.channel == bindparam("on_channel"),
        TextRow.state == "waiting",
        TextRow.id != bindparam("text"),
        func.coalesce(TextRow.next_at, bindparam("moment")) <= bindparam("moment"),
    )
    .order_by(TextRow.created_at, TextRow.position)
    .limit(1)
)
_STATES: dict[str, TextState] = {
    "accepted": "accepted",
    "scheduled": "accepted",
    "queued": "queued",
    "sending": "queued",
    "sent": "sent",
    "delivered": "delivered",
    "partially_delivered": "delivered",
    "read": "read",
    "undelivered": "undelivered",
    "failed": "failed",
    "canceled": "canceled",
}
"""Our names for Twilio's statuses: its `sending` has left us already."""


class Unlisting(Protocol):
    """Takes people off lists (storage.aftercare.Aftercare)."""

    def opted_out(self, connection: Connection, number: str, now: datetime) -> None:
        """A number does not want to hear of us any more, as its carrier says."""
        ...


class Fates:
    """Moves texts on, in the caller's transaction."""

    def __init__(
        self,
        enqueue: Enqueue,
        suppressions: Suppressions,
        chance: random.Random,
        unlisting: Unlisting | None = None,
    ) -> None:
        self._enqueue = enqueue
        self._suppressions = suppressions
        self._chance = chance
        self._unlisting = unlisting

    def ended(
        self, connection: Connection, row: Row[Any], outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        """An attempt ended, or a search; when to come back, if there is more to be done."""
        match outcome:
            case Accepted(sid=sid, status=status, code=code):
                known = connection.execute(BY_SID, {"of_sid": sid}).first()
                if known is not None and row.state == "sending":  # a mock's: one sid for all
                    self.close(connection, row, now, state="accepted", last_error=None)
                    return None
                if known is not None:  # of an earlier attempt, or of another text with these words
                    return self.ended(connection, row, Missing(), now)
                self.reported(connection, row, Report(sid, status, code), -1, now)
                return None
            case Busy(why=why, after=after):
                return self._refused_for_now(connection, row, why, after, now)
            case Refused(code=code, why=why):
                return self._fail(connection, row, code, "failed", now, last_error=why)
            case Unclear(why=why):
                return self._doubt(connection, row, why, now)
            case Missing():
                if now - row.tried_at < SURE_AFTER:
                    return self._doubt(connection, row, row.last_error, now)
                if row.attempts >= SENDS_AT_MOST:
                    why = "sent several times without an answer: somebody should look"
                    self.close(connection, row, now, state="failed", last_error=why)
                    return None
                return self._wait(connection, row, timedelta(0), now)
            case _ as never:
                assert_never(never)

    def _refused_for_now(
        self,
        connection: Connection,
        row: Row[Any],
        why: str,
        after: timedelta | None,
        now: datetime,
    ) -> datetime:
        """Surely not sent: again after a pause."""
        if row.attempts == 1:
            _LOG.warning("Text %s is not sent yet: %s", row.id, why)
        return self._wait(connection, row, self._pause(row, after), now, last_error=why)

    def _doubt(
        self, connection: Connection, row: Row[Any], why: str | None, now: datetime
    ) -> datetime | None:
        """Nobody knows whether it went out: it is looked for, for as long as it means anything."""
        if now - row.tried_at > TOO_LATE["reply"]:
            self.close(connection, row, now, state="failed", last_error=why)
            return None
        sooner = row.state == "sending"
        if sooner:
            _LOG.warning("Text %s may have gone out, it is looked for: %s", row.id, why)
        at = now + LOOK_AFTER if sooner else max(now + LOOK_AGAIN, row.tried_at + SURE_AFTER)
        change(connection, row.id, now, state="unknown", next_at=at, last_error=why)
        return at

    def reported(
        self, connection: Connection, row: Row[Any], report: Report, rank: int, now: datetime
    ) -> bool:
        """Move a text up to what Twilio says of it; `rank`: where it stood."""
        reached = RANK.get(report.status, 0)
        if reached <= rank:
            return False
        state = _STATES.get(report.status, "accepted")
        known: dict[str, Any] = {"sid": report.sid, "rank": reached}
        if state in ("undelivered", "failed") and rank < DELIVERED:
            again = self._fail(connection, row, report.code, state, now, **known)
            if again is not None:
                key = f"{row.id}/{report.sid}"
                self._enqueue(connection, Job(KIND, row.id, key=key, at=again))
            return True
        if reached >= DELIVERED:  # until then the code of an earlier attempt is remembered
            known["code"] = report.code if reached == LOST else None
        self.close(connection, row, now, state=state, last_error=None, **known)
        return True

    def _fail(
        self,
        connection: Connection,
        row: Row[Any],
        code: int | None,
        state: TextState,
        now: datetime,
        **known: Any,
    ) -> datetime | None:
        """Do what its error code asks for; when to try again, if it is to be tried."""
        remedy = remedy_of(code)
        _log_failure(row.id, code, remedy)
        known = {**known, "code": code}
        again: timedelta | None = None
        match remedy.act:
            case "suppress":
                self._stopped(connection, row.to_address, CHANNELS[row.channel], now)
            case "mark_unreachable" | "suspend":
                fails(connection, row.to_address, CHANNELS[row.channel], code or 0, now)
            case "once_more" if remedy_of(row.code).act != "once_more":
                again = ONCE_MORE_AFTER
            case "as_template" if row.template is not None and not row.as_template:
                again = timedelta(0)
            case "next_window" if (opens := next_opening(row.to_address, now)) is not None:
                again = opens - now
            case "back_off":
                again, known["code"] = self._pause(row), row.code
            case "hold_sender":
                again = HOLD
            case _:
                pass
        if again is None:
            self.close(connection, row, now, state=state, **known)
            return None
        return self._wait(connection, row, again, now, **known)

    def _stopped(
        self, connection: Connection, number: str, channel: Channel, now: datetime
    ) -> None:
        """They told their carrier, and we hear of it only now: as if they had said STOP to us."""
        known = self._suppressions.standing(connection, number, channel) is not None
        self._suppressions.stop(connection, [number], channel, "carrier", now)
        if self._unlisting is not None and not known:
            self._unlisting.opted_out(connection, number, now)

    def _wait(
        self,
        connection: Connection,
        row: Row[Any],
        pause: timedelta,
        now: datetime,
        **known: Any,
    ) -> datetime:
        change(connection, row.id, now, state="waiting", next_at=now + pause, **known)
        return now + pause

    def close(self, connection: Connection, row: Row[Any], now: datetime, **known: Any) -> None:
        """Nothing is left to be done; the text behind it may go."""
        change(connection, row.id, now, next_at=None, **known)
        if row.state not in UNDER_WAY:
            return
        thread = {"number": row.to_address, "on_channel": row.channel, "text": row.id}
        behind = connection.execute(_NEXT, {**thread, "moment": now}).scalar()
        if behind is not None:
            self._enqueue(connection, Job(KIND, behind, key=f"{behind}/{row.id}"))

    def _pause(self, row: Row[Any], asked: timedelta | None = None) -> timedelta:
        """0.1 s, doubled each time, with some chance in it; longer while an outage lasts."""
        longest = LONGEST_PAUSE if row.attempts <= DOUBLED_AT_MOST else OUTAGE_PAUSE
        doubled: timedelta = FIRST_PAUSE * 2 ** min(row.attempts, DOUBLED_AT_MOST)
        pause = min(longest, doubled) * self._chance.uniform(1 - JITTER, 1 + JITTER)
        return max(pause, min(asked or timedelta(0), OUTAGE_PAUSE))


def _log_failure(text: str, code: int | None, remedy: Remedy) -> None:
    """What Twilio says of it may name the number: only its code is in the log."""
    if remedy.alert:
        _LOG.error("Text %s: Twilio's error %s: %s", text, code, remedy.alert)
    elif remedy.act == "give_up":
        _LOG.warning("Text %s is given up: Twilio's error %s", text, code or "without a code")


def change(connection: Connection, text: str, now: datetime, **values: object) -> None:
    """Write down how a text stands now."""
    connection.execute(update(TextRow).where(TextRow.id == text).values(**values, updated_at=now))
