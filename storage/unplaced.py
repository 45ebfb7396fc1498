"""Which leads has nobody, and how do they come to somebody? No plan held when they were handed
over, or their routing failed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Text, and_, bindparam, func, literal_column, select

from agent.router import late_routing
from storage.assignment_rows import Enqueue
from storage.database import Database
from storage.delivery_tables import PreparationRow
from storage.inbox_tables import InboxLineRow
from storage.outcome_tables import OutcomeRow
from storage.placing import Placing
from storage.routing_tables import AssignmentRow
from storage.tables import HandoverRow

ON_ITS_WAY = timedelta(minutes=2)
"""So young, a lead is being given to somebody."""
LOOK_BACK = timedelta(days=30)
"""Older ones are nobody's business any more; they can still be given to somebody one by one."""
SHOWN = 20
AT_ONCE = 500
"""So many are routed at once: the next ones when it is asked for again."""

_Line, _First = InboxLineRow, HandoverRow
_PLACED = select(AssignmentRow.id).where(AssignmentRow.handover == _Line.handover).exists()
_SAID = select(OutcomeRow.position).where(OutcomeRow.conversation == _Line.conversation).exists()
"""Somebody who stands in no team has accepted or rejected it, or it was won or lost."""
_TROUBLE = (
    select(PreparationRow.trouble)
    .where(PreparationRow.handover == _Line.handover, PreparationRow.trouble.is_not(None))
    .order_by(PreparationRow.revision.desc())
    .limit(1)
    .correlate(_Line)
    .scalar_subquery()
)
_SINCE = (
    select(_First.created_at)
    .where(
        _First.id == _Line.handover,
        _First.revision == 1,
        _First.conversation == _Line.conversation,
    )
    .correlate(_Line)
    .scalar_subquery()
)
"""When it was handed over; nothing of somebody's second conversation, which shares the hand-over.
Not joined: SQLite would go through all hand-overs.
"""
_UNPLACED = and_(
    _Line.handover.is_not(None),
    _Line.offer.is_(None),
    _Line.merged_into.is_(None),
    _Line.status != literal_column("'resolved'", Text),  # as the index says it
    _Line.assignee.is_(None),
    _SINCE.between(bindparam("since"), bindparam("until")),
    ~_PLACED,
    ~_SAID,
)
_LEADS = (
    select(_Line.conversation, _Line.handover, _SINCE.label("since"), _TROUBLE.label("trouble"))
    .where(_UNPLACED)
    .order_by("since", _Line.conversation)
)
_COUNT = select(func.count()).select_from(_Line).where(_UNPLACED)


@dataclass(frozen=True, slots=True)
class UnplacedLead:
    """A lead that was handed over, and that nobody has."""

    conversation: str
    since: datetime
    trouble: str | None
    """What went wrong when it was handed over; None where no plan held."""


@dataclass(frozen=True, slots=True)
class UnplacedLeads:
    """All of them, the oldest ones by name."""

    count: int
    oldest: tuple[UnplacedLead, ...]


NONE_UNPLACED = UnplacedLeads(0, ())


class Unplaced:
    """Finds them, and has them routed."""

    def __init__(self, database: Database, placing: Placing, enqueue: Enqueue) -> None:
        self._database = database
        self._placing = placing
        self._enqueue = enqueue

    async def all(self, now: datetime) -> UnplacedLeads:
        """Those that were handed over in the last LOOK_BACK; none while no plan is published, for
        then leads go out without an owner.
        """
        of = {"since": now - LOOK_BACK, "until": now - ON_ITS_WAY}

        def work(connection: Connection) -> UnplacedLeads:
            if self._placing.plan_now(connection) is None:
                return NONE_UNPLACED
            count = connection.execute(_COUNT, of).scalar_one()
            rows = connection.execute(_LEADS.limit(SHOWN), of).all() if count else []
            oldest = tuple(UnplacedLead(one.conversation, one.since, one.trouble) for one in rows)
            return UnplacedLeads(count, oldest)

        return await self._database.read(work)

    async def route(self, now: datetime) -> int:
        """Have them given out by the plan that holds: how many. Raises storage.placing.NotAssigned
        where none does.
        """
        of = {"since": now - LOOK_BACK, "until": now}

        def work(connection: Connection) -> int:
            self._placing.version(connection)
            rows = connection.execute(_LEADS.limit(AT_ONCE), of).all()
            for one in rows:
                for job in late_routing(one.handover, f"{one.handover}/{now.isoformat()}", now):
                    self._enqueue(connection, job)
            return len(rows)

        return await self._database.write(work)
