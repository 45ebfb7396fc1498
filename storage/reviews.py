"""What did people find among the near misses that were left for them? Whom our rules lose."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from qualification.analytics.rates import Rate
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


NO_NEAR_MISSES = NearMisses(0, Rate(0, 0))


def near_misses(connection: Connection, since: datetime, scope: Scope = EVERYBODY) -> NearMisses:
    """Those that came since then."""
    of = {"since": since}
    good: dict[str, bool] = {}
    for conversation, outcome in connection.execute(scope.leads(_JUDGED), of):
        good[conversation] = good.get(conversation, False) or outcome in GOOD
    leads = connection.execute(scope.leads(_HELD), of).scalar_one()
    return NearMisses(leads, Rate(sum(good.values()), len(good)))
