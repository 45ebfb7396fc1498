"""How did leads end? What sales says of them: accepted, rejected, won, lost. Only ever added to."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal, Protocol

from sqlalchemy import Connection, bindparam, insert, select, update

from agent.errors import UnknownConversation
from storage.database import Database
from storage.outcome_tables import HOLDS, OutcomeRow
from storage.settling import lock, settle
from storage.tables import ConversationRow

OutcomeName = Literal["accepted", "rejected", "won", "lost"]
Stage = Literal["acceptance", "deal"]
STAGES: dict[OutcomeName, Stage] = {
    "accepted": "acceptance",
    "rejected": "acceptance",
    "won": "deal",
    "lost": "deal",
}
HUNDREDTHS = Decimal(100)

_KNOWN = select(ConversationRow.id).where(ConversationRow.id == bindparam("of"))
_HELD = (
    select(ConversationRow.source, ConversationRow.script_version, ConversationRow.created_at)
    .where(ConversationRow.id == bindparam("of"))
    .with_for_update()
)
"""Held until the outcome is written: the same one sent twice at once is written once."""
_SURPASSED = (
    update(OutcomeRow)
    .where(
        OutcomeRow.conversation == bindparam("of"),
        OutcomeRow.stage == bindparam("said_at"),
        HOLDS,
    )
    .values(holds=False)
)
_OF = (
    select(
        OutcomeRow.conversation,
        OutcomeRow.outcome,
        OutcomeRow.reason,
        OutcomeRow.hundredths,
        OutcomeRow.currency,
        OutcomeRow.person,
        OutcomeRow.reference,
        OutcomeRow.at,
    )
    .where(OutcomeRow.conversation == bindparam("of"))
    .order_by(OutcomeRow.position)
)


class OutcomeContradicts(Exception):
    """Something else was recorded under this reference: send it under one of its own."""


@dataclass(frozen=True, slots=True)
class LeadOutcome:
    """What sales said of a lead."""

    conversation: str
    outcome: OutcomeName
    at: datetime
    reason: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    person: str | None = None
    reference: str | None = None

    @property
    def stage(self) -> Stage:
        """An acceptance does not undo a deal, nor the other way round."""
        return STAGES[self.outcome]

    @property
    def said(self) -> tuple[object, ...]:
        """What a repeat has in common with it."""
        return self.outcome, self.reason, self.amount, self.currency, self.person


@dataclass(frozen=True, slots=True)
class Recorded:
    """The outcome as it is on record; `new` unless it was there before."""

    outcome: LeadOutcome
    new: bool


class Aftermath(Protocol):
    """Whoever has to know of it (storage.aftercare.Aftercare)."""

    def told(self, connection: Connection, conversation: str, now: datetime) -> None:
        """Something new is on record of this lead, in this transaction."""
        ...


class Outcomes:
    """What sales says of leads, on record."""

    def __init__(self, database: Database, aftermath: Aftermath | None = None) -> None:
        self._database = database
        self._aftermath = aftermath

    async def record(self, outcome: LeadOutcome, now: datetime) -> Recorded:
        """Write it down once. The same reference, or, without one, the very same as what holds of
        its stage, or as one of the same moment before that, is a repeat. Raises
        UnknownConversation and OutcomeContradicts.
        """

        def work(connection: Connection) -> Recorded:
            lock(connection)
            return record_outcome(connection, outcome, now, self._aftermath)

        return await self._database.write(work)

    async def of(self, conversation: str) -> tuple[LeadOutcome, ...]:
        """All that was said of a lead, oldest first. Raises UnknownConversation."""

        def work(connection: Connection) -> tuple[LeadOutcome, ...]:
            if connection.execute(_KNOWN, {"of": conversation}).first() is None:
                raise UnknownConversation(conversation)
            return _of(connection, conversation)

        return await self._database.read(work)


def record_outcome(
    connection: Connection,
    outcome: LeadOutcome,
    now: datetime,
    aftermath: Aftermath | None = None,
) -> Recorded:
    """The same in the transaction of a caller who holds storage.settling.lock: whose lead it is
    follows.
    """
    lead = connection.execute(_HELD, {"of": outcome.conversation}).first()
    if lead is None:
        raise UnknownConversation(outcome.conversation)
    known = _of(connection, outcome.conversation)
    before = _repeated(known, outcome)
    if before is not None:
        return Recorded(before, new=False)
    holds = all(one.at <= outcome.at for one in known if one.stage == outcome.stage)
    if holds:
        connection.execute(_SURPASSED, {"of": outcome.conversation, "said_at": outcome.stage})
    hundredths = None if outcome.amount is None else int(outcome.amount * HUNDREDTHS)
    connection.execute(
        insert(OutcomeRow),
        {
            "conversation": outcome.conversation,
            "stage": outcome.stage,
            "outcome": outcome.outcome,
            "reason": outcome.reason,
            "hundredths": hundredths,
            "currency": outcome.currency,
            "person": outcome.person,
            "reference": outcome.reference,
            "at": outcome.at,
            "recorded_at": now,
            "holds": holds,
            "source": lead.source,
            "script_version": lead.script_version,
            "opened_at": lead.created_at,
        },
    )
    if holds:
        settle(connection, outcome.conversation, outcome.outcome, outcome.reason, outcome.at)
    if aftermath is not None:
        aftermath.told(connection, outcome.conversation, now)
    return Recorded(outcome, new=True)


def _repeated(known: tuple[LeadOutcome, ...], outcome: LeadOutcome) -> LeadOutcome | None:
    if outcome.reference is not None:
        same = next((one for one in known if one.reference == outcome.reference), None)
        if same is not None and same.said != outcome.said:
            raise OutcomeContradicts(outcome.reference)
        return same
    of_stage = [one for one in known if one.stage == outcome.stage]
    newest = max(reversed(of_stage), key=lambda one: one.at, default=None)  # the last of equals
    if newest is None:
        return None
    alike = [one for one in of_stage if one.said == outcome.said]
    return next((o for o in alike if o is newest or o.at == outcome.at < newest.at), None)


def _of(connection: Connection, conversation: str) -> tuple[LeadOutcome, ...]:
    return tuple(
        LeadOutcome(
            conversation=row.conversation,
            outcome=_NAMES[row.outcome],
            at=row.at,
            reason=row.reason,
            amount=None if row.hundredths is None else Decimal(row.hundredths) / HUNDREDTHS,
            currency=row.currency,
            person=row.person,
            reference=row.reference,
        )
        for row in connection.execute(_OF, {"of": conversation})
    )


_NAMES: dict[str, OutcomeName] = {name: name for name in STAGES}
