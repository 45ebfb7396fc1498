"""What did people find among the near misses that were left for them? Whom our rules lose."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, tuple_

from qualification.analytics.rates import Rate
from storage.database import Database
from storage.leads import BadCursor
from storage.outcome_tables import HOLDS, OutcomeRow
from storage.report_scope import EVERYBODY, Scope
from storage.tables import ConversationRow

GOOD = frozenset({"accepted", "won"})
"""What people say of a lead that was worth a call after all."""

_HELD = (
    select(func.count())
    .select_from(ConversationRow)
    .where(
        ConversationRow.review_since.is_not(None),
        ConversationRow.created_at >= bindparam("since"),
    )
)
_JUDGED = (
    select(OutcomeRow.conversation, OutcomeRow.outcome)
    .join(ConversationRow, ConversationRow.id == OutcomeRow.conversation)
    .where(
        HOLDS,
        ConversationRow.review_since.is_not(None),
        ConversationRow.created_at >= bindparam("since"),
    )
)


@dataclass(frozen=True, slots=True)
class NearMisses:
    """Leads that did not qualify, left for people to look at."""

    leads: int
    found: Rate
    """Worth a call after all, of those on which people have said."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """One of them, and what people have said of it."""

    conversation: str
    name: str | None
    script_version: str
    channel: str
    source: str | None
    score: int
    since: datetime
    said: str | None
    """`accepted`, `rejected`, `won` or `lost`; None while nobody has said anything."""


@dataclass(frozen=True, slots=True)
class Some:
    """A part of a list, and where the next one begins."""

    items: tuple[NearMiss, ...]
    next: str | None


NO_NEAR_MISSES = NearMisses(0, Rate(0, 0))


def near_misses(connection: Connection, since: datetime, scope: Scope = EVERYBODY) -> NearMisses:
    """Those that came since then."""
    of = {"since": since}
    good: dict[str, bool] = {}
    for conversation, outcome in connection.execute(scope.leads(_JUDGED), of):
        good[conversation] = good.get(conversation, False) or outcome in GOOD
    leads = connection.execute(scope.leads(_HELD), of).scalar_one()
    return NearMisses(leads, Rate(sum(good.values()), len(good)))


class Reviews:
    """The near misses that were left for people, one by one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def some(self, limit: int, after: str | None = None, *, judged: bool) -> Some:
        """Those on which people have said something, or those on which nobody has; the newest
        first. Raises BadCursor.
        """
        wanted = _LIST.where(_SAID.is_not(None) if judged else _SAID.is_(None)).limit(limit + 1)
        if after is not None:
            place = tuple_(ConversationRow.review_since, ConversationRow.id)
            wanted = wanted.where(place < tuple_(*_place(after)))

        def work(connection: Connection) -> Some:
            found = [NearMiss(*row) for row in connection.execute(wanted)]
            shown = tuple(found[:limit])
            more = len(found) > limit
            return Some(
                shown, f"{shown[-1].since.isoformat()}~{shown[-1].conversation}" if more else None
            )

        return await self._database.read(work)


_SAID = (
    select(OutcomeRow.outcome)
    .where(OutcomeRow.conversation == ConversationRow.id, HOLDS)
    .order_by(OutcomeRow.position.desc())
    .limit(1)
    .scalar_subquery()
)
_LIST = (
    select(
        ConversationRow.id,
        ConversationRow.contact_name,
        ConversationRow.script_version,
        ConversationRow.channel,
        ConversationRow.source,
        ConversationRow.score,
        ConversationRow.review_since,
        _SAID,
    )
    .where(ConversationRow.review_since.is_not(None))
    .order_by(ConversationRow.review_since.desc(), ConversationRow.id.desc())
)


def _place(cursor: str) -> tuple[datetime, str]:
    """Where a part of the list ended."""
    moment, _, conversation = cursor.partition("~")
    try:
        return datetime.fromisoformat(moment), conversation
    except ValueError as error:
        raise BadCursor(cursor) from error
