"""How many may be asked again today, and is somebody already being talked to elsewhere?"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from agent.dialogue import Reason
from agent.errors import EnoughToday
from agent.messages import TEXTED
from storage.consents import consents
from storage.people import beside
from storage.reach_tables import ThreadRow
from storage.suppressions import inserting
from storage.tables import ConversationRow, MessageRow, RecontactDayRow

PER_DAY = 200
"""So many are asked again in a day (UTC), over all scripts: those who showed most interest first.
Who asked to be written to is not counted.
"""
_TODAY = select(RecontactDayRow.count).where(RecontactDayRow.day == bindparam("today"))
_LAST = select(ConversationRow.updated_at).where(ConversationRow.id == bindparam("of"))
_THREADS = (
    select(ThreadRow.conversation)
    .where(ThreadRow.theirs == bindparam("number"), ThreadRow.channel == bindparam("on_channel"))
    .order_by(ThreadRow.opened_at.desc())
)
_TAKE_UP = (
    update(ConversationRow)
    .where(
        ConversationRow.id == bindparam("of"),
        ConversationRow.phase.in_(("open", "closed")),
        ConversationRow.handover.is_(None),
    )
    # a turn that is being taken there would overwrite it: it is fenced out, and begins anew
    .values(
        remind_at=bindparam("moment"),
        remind_why=bindparam("why"),
        updated_at=bindparam("moment"),
        lease_token=ConversationRow.lease_token + 1,
        lease_until=None,
    )
)
_WROTE_SINCE = (
    select(MessageRow.id)
    .where(
        MessageRow.conversation.in_(bindparam("conversations", expanding=True)),
        MessageRow.author == "prospect",
        MessageRow.at > bindparam("last"),
    )
    .limit(1)
)
_WITH_SALES = (
    select(ConversationRow.id)
    .where(
        ConversationRow.id.in_(bindparam("conversations", expanding=True)),
        ConversationRow.handover.is_not(None),
    )
    .limit(1)
)


class Recontacts:
    """The count of the day: the database's, so that it holds for all processes together."""

    def __init__(self, per_day: int = PER_DAY) -> None:
        self._per_day = per_day

    def room(self, connection: Connection, now: datetime) -> int:
        """How many more may be asked again today."""
        sent = connection.execute(_TODAY, {"today": _day(now)}).scalar()
        return self._per_day - (sent or 0)

    def count(self, connection: Connection, now: datetime) -> None:
        """One more, in the transaction that says it. Raises EnoughToday."""
        row = inserting(connection, RecontactDayRow).values(day=_day(now), count=1)
        more = row.on_conflict_do_update(
            index_elements=["day"], set_={"count": RecontactDayRow.count + 1}
        ).returning(RecontactDayRow.count)
        if connection.execute(more).scalar_one() > self._per_day:
            raise EnoughToday(_day(now))


def elsewhere(connection: Connection, conversation: str) -> bool:
    """Whether they have talked to us since in another conversation, or sales has got them there."""
    others = beside(connection, conversation)
    if not others:
        return False
    last = connection.execute(_LAST, {"of": conversation}).scalar_one()
    these = {"conversations": [one.id for one in others]}
    if connection.execute(_WROTE_SINCE, {**these, "last": last}).first() is not None:
        return True
    return connection.execute(_WITH_SALES, these).first() is not None


def pass_on(connection: Connection, number: str | None, why: Reason | None, now: datetime) -> bool:
    """Have them written to in the thread that they began with this number, if they agree there, and
    nobody else has it. What they said elsewhere stays there: anybody may give a number in a chat.
    """
    if number is None or why is None:
        return False
    for channel in TEXTED:
        if not consents(connection, number, channel):
            continue
        of = {"number": number, "on_channel": channel}
        for conversation in connection.execute(_THREADS, of).scalars().all():
            due = {"of": conversation, "why": why, "moment": now}
            if connection.execute(_TAKE_UP, due).rowcount:
                return True
    return False


def _day(now: datetime) -> str:
    return now.date().isoformat()
