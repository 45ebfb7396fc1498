"""How many may be asked again today, and is somebody already being talked to elsewhere?"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from agent.errors import EnoughToday
from storage.people import beside
from storage.suppressions import inserting
from storage.tables import ConversationRow, RecontactDayRow

PER_DAY = 200
"""So many are asked again in a day (UTC), over all scripts: those who showed most interest first.
Who asked to be written to is not counted.
"""
_TODAY = select(RecontactDayRow.count).where(RecontactDayRow.day == bindparam("today"))
_LAST = select(ConversationRow.updated_at).where(ConversationRow.id == bindparam("of"))
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
    if any(one.last > last for one in others):
        return True
    ids = [one.id for one in others]
    return connection.execute(_WITH_SALES, {"conversations": ids}).first() is not None


def _day(now: datetime) -> str:
    return now.date().isoformat()
