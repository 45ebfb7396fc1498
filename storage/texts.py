"""How does a text fare? Taken when it may be sent, recorded as it ends, moved on by what Twilio
reports; never sent again while nobody knows whether it went out.
"""

import json
import logging
import random
from datetime import datetime, timedelta
from typing import Any, assert_never, cast

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from agent.messages import Channel
from agent.permission import TOO_LATE, Allow, Ask, Defer, Deny, may_send
from agent.ports import Job
from agent.recipient_hours import next_opening
from agent.text_errors import remedy_of
from agent.texting import (
    RANK,
    Accepted,
    Busy,
    Lost,
    Missing,
    Note,
    Purpose,
    Refused,
    Report,
    SendOutcome,
    Template,
    Text,
    TextState,
    Unclear,
)
from qualification.segments import part, plainer
from storage.database import Database
from storage.inbox import CHANNELS
from storage.reach import Reaches, fails
from storage.reach_tables import TextRow
from storage.sayings import KIND, Enqueue
from storage.suppressions import Suppressions

IN_HAND = timedelta(seconds=60)
"""After so long without an outcome the process that was sending has died."""
LOOK_AFTER = timedelta(seconds=20)
"""Twilio's lists lag behind what it has accepted."""
SURE_AFTER = timedelta(minutes=2)
"""What a list does not show after so long was never accepted."""
LOOK_AGAIN = timedelta(minutes=1)
SENDS_AT_MOST = 5
"""A text whose fate was unknown so often is left to a person."""
ONCE_MORE_AFTER = timedelta(minutes=30)
HOLD = timedelta(minutes=15)
BLOCKS_FOR = timedelta(hours=1)
"""A text goes out after those before it, but does not wait for them for ever."""
BEHIND = timedelta(seconds=30)
FIRST_PAUSE = timedelta(milliseconds=100)
LONGEST_PAUSE = timedelta(seconds=30)
OUTAGE_PAUSE = timedelta(minutes=5)
DOUBLED_AT_MOST = 20
JITTER = 0.2
WINDOW_CLOSED = 63016
OVERFLOWS = (21611, 30001)
DELIVERED = RANK["delivered"]
LOST = RANK["failed"]

_LOG = logging.getLogger(__name__)

IN_DOUBT = ("sending", "unknown")
UNDER_WAY = ("waiting", *IN_DOUBT)
_BY_ID = select(TextRow).where(TextRow.id == bindparam("text")).with_for_update()
_BY_SID = select(TextRow).where(TextRow.sid == bindparam("of_sid")).with_for_update()
_AHEAD = (
    select(TextRow.id)
    .where(
        TextRow.to_address == bindparam("number"),
        TextRow.channel == bindparam("on_channel"),
        TextRow.state.in_(UNDER_WAY),
        TextRow.code.is_(None),
        TextRow.created_at > bindparam("oldest"),
        (TextRow.created_at < bindparam("written"))
        | ((TextRow.created_at == bindparam("written")) & (TextRow.position < bindparam("place"))),
    )
    .limit(1)
)
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
_HELD = select(func.max(TextRow.next_at)).where(
    TextRow.sender == bindparam("from_sender"),
    TextRow.code.in_(OVERFLOWS),
    TextRow.next_at > bindparam("moment"),
)
_PURPOSES: dict[str, Purpose] = {
    "reply": "reply",
    "nudge": "nudge",
    "confirmation": "confirmation",
    "sales": "sales",
}
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


class StoredTexts:
    """agent.texting.Texts over the database."""

    def __init__(
        self,
        database: Database,
        enqueue: Enqueue,
        suppressions: Suppressions,
        *,
        cap: int = 30,
        chance: random.Random | None = None,
    ) -> None:
        """`cap`: texts to one number in a day."""
        self._database = database
        self._enqueue = enqueue
        self._suppressions = suppressions
        self._reaches = Reaches(suppressions, cap)
        self._chance = chance or random.SystemRandom()

    async def take(self, text: str, now: datetime) -> Text | Lost | datetime | None:
        """What to send, or to look for; when to come back; None if nothing is to be done."""

        def work(connection: Connection) -> Text | Lost | datetime | None:
            row = connection.execute(_BY_ID, {"text": text}).first()
            if row is None or row.state not in UNDER_WAY:
                return None
            if row.next_at is not None and row.next_at > now:
                return _moment(row.next_at)
            if row.state == "waiting":
                return self._take(connection, row, now)
            _change(connection, row.id, now, state="unknown", next_at=now + IN_HAND)
            return Lost(_text(row, row.attempts, as_template=row.as_template), row.tried_at)

        return await self._database.write(work)

    async def record(
        self, text: Text, outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        """Write down how the attempt ended; when to come back, if there is more to be done."""

        def work(connection: Connection) -> datetime | None:
            row = connection.execute(_BY_ID, {"text": text.id}).first()
            if row is None or row.attempts != text.attempt or row.state not in IN_DOUBT:
                return None
            return self._record(connection, row, outcome, now)

        return await self._database.write(work)

    async def report(self, report: Report, now: datetime) -> bool:
        """Note what Twilio tells of a text; False when that is not new, or not about ours."""

        def work(connection: Connection) -> bool:
            row = connection.execute(_BY_SID, {"of_sid": report.sid}).first()
            if row is None and report.text is not None:
                row = connection.execute(_BY_ID, {"text": report.text}).first()
                if row is None or row.state not in IN_DOUBT:
                    return False
                return self._reported(connection, row, report, -1, now)
            if row is None or row.state in UNDER_WAY:
                return False
            return self._reported(connection, row, report, row.rank, now)

        return report.status in RANK and await self._database.write(work)

    async def tell(self, note: Note, now: datetime) -> None:
        """Have a note sent to somebody of our own."""

        def work(connection: Connection) -> None:
            for place, body in enumerate(part(plainer(note.body))):
                identity = f"{note.id}.{place}"
                if connection.execute(_BY_ID, {"text": identity}).first() is not None:
                    return
                row = {
                    "id": identity,
                    "position": place,
                    "conversation": note.conversation,
                    "channel": "sms",
                    "to_address": note.to,
                    "sender": note.sender,
                    "body": body,
                    "purpose": "sales",
                    "created_at": now,
                    "updated_at": now,
                }
                connection.execute(insert(TextRow), row)
                self._enqueue(connection, Job(KIND, identity))

        await self._database.write(work)

    def _take(self, connection: Connection, row: Row[Any], now: datetime) -> Text | datetime | None:
        """What may_send says of a text whose turn it is, in one transaction with its sending."""
        thread = {"number": row.to_address, "on_channel": row.channel, "written": row.created_at}
        ahead = {**thread, "place": row.position, "oldest": now - BLOCKS_FOR}
        if row.code is None and connection.execute(_AHEAD, ahead).first() is not None:
            return now + BEHIND
        held = {"from_sender": row.sender, "moment": now}
        if (until := connection.execute(_HELD, held).scalar()) is not None:
            return _moment(until)
        ask = Ask(
            _channel(row), row.to_address, _purpose(row), row.created_at, row.template is not None
        )
        closed = row.code == WINDOW_CLOSED
        reach = self._reaches.look(
            connection, ask, row.id, row.conversation, now, window_closed=closed
        )
        ruling = may_send(ask, reach, now)
        self._reaches.note(connection, ask, row.id, ruling, now)
        match ruling:
            case Allow(as_template=as_template):
                _change(
                    connection,
                    row.id,
                    now,
                    state="sending",
                    attempts=row.attempts + 1,
                    next_at=now + IN_HAND,
                    tried_at=now,
                    as_template=as_template,
                )
                return _text(row, row.attempts + 1, as_template=as_template)
            case Defer(until=until):
                _change(connection, row.id, now, next_at=until, last_error=ruling.rule)
                return until
            case Deny(rule=rule):
                self._end(connection, row, now, state="denied", last_error=rule)
                return None
            case _ as never:
                assert_never(never)

    def _record(
        self, connection: Connection, row: Row[Any], outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        match outcome:
            case Accepted(sid=sid, status=status):
                known = connection.execute(_BY_SID, {"of_sid": sid}).first()
                if known is not None:  # of an earlier attempt, or of another text with these words
                    return self._record(connection, row, Missing(), now)
                self._reported(connection, row, Report(sid, status), -1, now)
                return None
            case Busy(why=why, after=after):
                return self._wait(connection, row, self._pause(row, after), now, last_error=why)
            case Refused(code=code, why=why):
                return self._fail(connection, row, code, "failed", now, last_error=why)
            case Unclear(why=why):
                return self._doubt(connection, row, why, now)
            case Missing():
                if now - row.tried_at < SURE_AFTER:
                    return self._doubt(connection, row, row.last_error, now)
                if row.attempts >= SENDS_AT_MOST:
                    why = "sent several times without an answer: somebody should look"
                    self._end(connection, row, now, state="failed", last_error=why)
                    return None
                return self._wait(connection, row, timedelta(0), now)
            case _ as never:
                assert_never(never)

    def _doubt(
        self, connection: Connection, row: Row[Any], why: str | None, now: datetime
    ) -> datetime | None:
        """Nobody knows whether it went out: it is looked for, for as long as it means anything."""
        if now - row.tried_at > TOO_LATE["reply"]:
            self._end(connection, row, now, state="failed", last_error=why)
            return None
        sooner = row.state == "sending"
        at = now + LOOK_AFTER if sooner else max(now + LOOK_AGAIN, row.tried_at + SURE_AFTER)
        _change(connection, row.id, now, state="unknown", next_at=at, last_error=why)
        return at

    def _reported(
        self, connection: Connection, row: Row[Any], report: Report, rank: int, now: datetime
    ) -> bool:
        """Move a text up to what Twilio says of it; `rank`: where it stood."""
        reached = RANK.get(report.status, 0)
        if reached <= rank:
            return False
        state = _STATES.get(report.status, "accepted")
        known = {"sid": report.sid, "rank": reached}
        if state in ("undelivered", "failed") and rank < DELIVERED:
            again = self._fail(connection, row, report.code, state, now, **known)
            if again is not None:
                key = f"{row.id}/{report.sid}"
                self._enqueue(connection, Job(KIND, row.id, key=key, at=again))
            return True
        code = report.code if reached == LOST else None
        self._end(connection, row, now, state=state, code=code, last_error=None, **known)
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
        if remedy.alert:
            _LOG.error("Text %s: Twilio's error %s: %s", row.id, code, remedy.alert)
        known = {**known, "code": code}
        again: timedelta | None = None
        match remedy.act:
            case "suppress":
                self._suppressions.stop(connection, [row.to_address], _channel(row), "carrier", now)
            case "mark_unreachable" | "suspend":
                fails(connection, row.to_address, _channel(row), code or 0, now)
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
            self._end(connection, row, now, state=state, **known)
            return None
        return self._wait(connection, row, again, now, **known)

    def _wait(
        self,
        connection: Connection,
        row: Row[Any],
        pause: timedelta,
        now: datetime,
        **known: Any,
    ) -> datetime:
        _change(connection, row.id, now, state="waiting", next_at=now + pause, **known)
        return now + pause

    def _end(self, connection: Connection, row: Row[Any], now: datetime, **known: Any) -> None:
        """Nothing is left to be done; the text behind it may go."""
        _change(connection, row.id, now, next_at=None, **known)
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


def _change(connection: Connection, text: str, now: datetime, **values: object) -> None:
    connection.execute(update(TextRow).where(TextRow.id == text).values(**values, updated_at=now))


def _text(row: Row[Any], attempt: int, *, as_template: bool) -> Text:
    template = json.loads(row.template) if as_template and row.template else None
    return Text(
        id=row.id,
        conversation=row.conversation,
        channel=_channel(row),
        to=row.to_address,
        sender=row.sender,
        body=row.body,
        purpose=_purpose(row),
        attempt=attempt,
        template=template and Template(template["content_sid"], template["variables"]),
    )


def _channel(row: Row[Any]) -> Channel:
    return CHANNELS[row.channel]


def _purpose(row: Row[Any]) -> Purpose:
    return _PURPOSES[row.purpose]


def _moment(at: Any) -> datetime:
    return cast(datetime, at)
