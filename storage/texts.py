"""How does a text fare? Taken when it may be sent, recorded as it ends, moved on by what Twilio
reports; never sent again while nobody knows whether it went out.
"""

import json
import logging
import random
from datetime import datetime, timedelta
from logging import INFO, WARNING
from typing import Any, assert_never, cast

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from agent.erasing import Kept
from agent.messages import Channel
from agent.permission import Allow, Ask, Defer, Deny, Rule, may_send
from agent.ports import Job
from agent.texting import (
    RANK,
    Accepted,
    Lost,
    Missing,
    Note,
    Purpose,
    Report,
    SendOutcome,
    Template,
    Text,
)
from qualification.segments import part, plainer
from storage.database import Database
from storage.erasures import ask_for_erasure
from storage.inbox import CHANNELS
from storage.reach import Reaches
from storage.reach_tables import TextRow
from storage.sayings import KIND, Enqueue
from storage.suppressions import Suppressions
from storage.tables import ConversationRow
from storage.text_fates import BY_SID, IN_DOUBT, UNDER_WAY, Fates, Unlisting, change

IN_HAND = timedelta(seconds=60)
"""After so long without an outcome the process that was sending has died."""
BLOCKS_FOR = timedelta(hours=1)
"""A text goes out after those before it, but does not wait for them for ever, nor for one that has
failed and is tried again later.
"""
BEHIND = timedelta(seconds=30)
WINDOW_CLOSED = 63016
OVERFLOWS = (21611, 30001)
LEFT_ALONE: frozenset[Rule] = frozenset({"cap", "too_late", "window_closed", "no_lawful_hour"})
"""Rules by which a prospect who asked for nothing less gets no answer: somebody should know."""
NOT_FOR_PEOPLE: frozenset[Rule] = frozenset({"they_wrote", "stopped"})
"""Rules by which nobody needs to, or may, write in our stead."""

_LOG = logging.getLogger(__name__)

_BY_ID = select(TextRow).where(TextRow.id == bindparam("text")).with_for_update()
_AHEAD = (
    select(TextRow.id)
    .where(
        TextRow.to_address == bindparam("number"),
        TextRow.channel == bindparam("on_channel"),
        TextRow.state.in_(UNDER_WAY),
        TextRow.code.is_(None) | TextRow.next_at.is_(None) | (TextRow.state != "waiting"),
        TextRow.created_at > bindparam("oldest"),
        (TextRow.created_at < bindparam("written"))
        | ((TextRow.created_at == bindparam("written")) & (TextRow.position < bindparam("place"))),
    )
    .limit(1)
)
_LEAVE_TO_PERSON = (
    update(ConversationRow)
    .where(
        ConversationRow.id == bindparam("of"),
        ConversationRow.phase == "open",
        ConversationRow.person_due_at.is_(None),
    )
    .values(person_due_at=bindparam("moment"), person_due_why="not_sent")
)
_HELD = select(func.max(TextRow.next_at)).where(
    TextRow.sender == bindparam("from_sender"),
    TextRow.code.in_(OVERFLOWS),
    TextRow.next_at > bindparam("moment"),
)
_PURPOSES: dict[str, Purpose] = {
    "reply": "reply",
    "nudge": "nudge",
    "recontact": "recontact",
    "confirmation": "confirmation",
    "sales": "sales",
}


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
        unlisting: Unlisting | None = None,
    ) -> None:
        """`cap`: texts to one number in a day; `unlisting`: who hears of those who told their
        carrier that they want no more.
        """
        self._database = database
        self._enqueue = enqueue
        self._reaches = Reaches(suppressions, cap)
        chance = chance or random.SystemRandom()
        self._fates = Fates(enqueue, suppressions, chance, unlisting)

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
            change(connection, row.id, now, state="unknown", next_at=now + IN_HAND)
            return Lost(_text(row, row.attempts, as_template=row.as_template), row.tried_at)

        return await self._database.write(work)

    async def record(
        self, text: Text, outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        """Write down how the attempt ended; when to come back, if there is more to be done."""

        def work(connection: Connection) -> datetime | None:
            row = connection.execute(_BY_ID, {"text": text.id}).first()
            if row is None and isinstance(outcome, Accepted):
                self._erase(connection, outcome.sid, outcome.status, now)
            if row is None or row.attempts != text.attempt or row.state not in IN_DOUBT:
                return None
            return self._fates.ended(connection, row, outcome, now)

        return await self._database.write(work)

    async def report(self, report: Report, now: datetime) -> bool:
        """Note what Twilio tells of a text; False when that is not new, or not about ours."""

        def work(connection: Connection) -> bool:
            row = connection.execute(BY_SID, {"of_sid": report.sid}).first()
            if row is not None:
                return self._fates.reported(connection, row, report, row.rank, now)
            row = connection.execute(_BY_ID, {"text": report.text}).first()
            if row is None and report.text is not None:
                self._erase(connection, report.sid, report.status, now)
            if row is None or row.state not in IN_DOUBT:
                return False
            return self._fates.reported(connection, row, report, -1, now)

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

    def _erase(self, connection: Connection, sid: str, status: str, now: datetime) -> None:
        """A text of ours that is not on record was on its way when its person was erased."""
        ask_for_erasure(connection, [Kept("message", sid)], self._enqueue, now, heard=status)

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
                change(
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
                change(connection, row.id, now, next_at=until, last_error=ruling.rule)
                return until
            case Deny(rule=rule):
                left = ask.purpose == "reply" and rule in LEFT_ALONE
                _LOG.log(WARNING if left else INFO, "Text %s is not sent: %s", row.id, rule)
                self._fates.close(connection, row, now, state="denied", last_error=rule)
                if ask.purpose == "recontact" and rule not in NOT_FOR_PEOPLE:
                    _leave_to_person(connection, row.conversation, now)
                return None
            case _ as never:
                assert_never(never)


def _leave_to_person(connection: Connection, conversation: str, now: datetime) -> None:
    """What was to be said did not reach them: a person should know."""
    of = {"of": conversation, "moment": now}
    connection.execute(_LEAVE_TO_PERSON, of)


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
