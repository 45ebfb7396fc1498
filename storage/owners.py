"""Who of ours has this person or their company already? By the leads and calls on our record."""

from collections.abc import Mapping
from typing import Final, Literal

from sqlalchemy import Connection, Select, bindparam, or_, select

from agent.routing import ExistingOwner
from qualification.profile.domains import company_domain
from qualification.values import ContactKind
from storage.database import Database
from storage.routing_tables import AssignmentRow, RingRow
from storage.tables import ConversationRow

OURS = "banter"
"""The name of our own record: people are known there by their id in teams.yaml."""
_HAVE = (
    AssignmentRow.person.is_not(None),
    AssignmentRow.state.in_(("offered", "accepted")),
)
_THE_SAME = or_(
    ConversationRow.contact_email == bindparam("email"),
    ConversationRow.contact_phone == bindparam("phone"),
)
_SPOKEN_WITH = (
    select(RingRow.person)
    .join(ConversationRow, ConversationRow.id == RingRow.conversation)
    .where(_THE_SAME, RingRow.answer == "accepted", RingRow.person.is_not(None))
    .order_by(RingRow.at.desc())
    .limit(1)
)
_THEIR_LEADS = (
    select(AssignmentRow.person)
    .join(ConversationRow, ConversationRow.id == AssignmentRow.conversation)
    .where(_THE_SAME, *_HAVE)
    .order_by(AssignmentRow.at.desc())
    .limit(1)
)
_OF_THE_COMPANY = (
    select(AssignmentRow.person)
    .where(AssignmentRow.domain == bindparam("domain"), *_HAVE)
    .order_by(AssignmentRow.at.desc())
    .limit(1)
)

_OF_A_PERSON: Mapping[Literal["call", "contact"], Select[str | None]] = {
    "call": _SPOKEN_WITH,
    "contact": _THEIR_LEADS,
}


class OwnRecord:
    """agent.routing.Owners over the leads that were given out before."""

    name: Final = OURS

    def __init__(self, database: Database) -> None:
        self._database = database

    async def owner_of(self, contact: Mapping[ContactKind, str]) -> ExistingOwner | None:
        """Whoever spoke with them, had their last lead, or the last one of their company."""
        return await self._database.read(lambda connection: own_record(connection, contact))


def own_record(connection: Connection, contact: Mapping[ContactKind, str]) -> ExistingOwner | None:
    """The same in the transaction of a caller."""
    email, phone = contact.get("email"), contact.get("phone")
    who = {"email": email, "phone": phone}
    for why, wanted in _OF_A_PERSON.items():
        if person := connection.execute(wanted, who).scalar():
            return ExistingOwner(OURS, person, None, why)
    domain = company_domain(email) if email else None
    if domain is None:
        return None
    person = connection.execute(_OF_THE_COMPANY, {"domain": domain}).scalar()
    return None if person is None else ExistingOwner(OURS, person, None, "account")
