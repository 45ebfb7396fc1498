"""What did CRMs tell of our leads? agent.news.Hearsay: what is new is written once.

A record of theirs is found by the id that a delivery put on record. Only what differs from what
was heard of it last is new, so it may be told as often as one likes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.orm import aliased

from agent.news import Lost, News, OwnerTold, Rejected, Won
from qualification.routing.plan import Person
from qualification.routing.routing import Decision
from storage.acceptance import Acceptance, NotTheirs
from storage.assignment_rows import change, newest
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow
from storage.news_rows import Lead, fresh, is_new, stood_before, what_of, write_news
from storage.news_tables import CursorRow
from storage.outcome_tables import HOLDS, OutcomeRow
from storage.outcomes import LeadOutcome, record_outcome
from storage.settling import lock
from storage.suppressions import inserting
from storage.tables import HandoverRow
from storage.teams import Teams

IN_CRM = "in the CRM"
"""The rule by which a lead came to a person, where a CRM says that they took it."""
FOLLOWED, AT_MOST = timedelta(days=180), 300
"""Contacts who came back are asked for so long, and so many of them: each look takes one request
for one to three hundred.
"""

_SINCE = select(CursorRow.since).where(CursorRow.system == bindparam("of"))
_WHERE = aliased(DeliveryStepRow)
_CONTACTS = (
    select(DeliveryStepRow.remote)
    .join(HandoverRow, HandoverRow.id == DeliveryStepRow.handover)
    .join(
        _WHERE,
        (_WHERE.handover == DeliveryStepRow.handover) & (_WHERE.system == DeliveryStepRow.system),
    )
    .where(
        DeliveryStepRow.system == bindparam("in_system"),
        DeliveryStepRow.step == "adopted",
        _WHERE.step.in_(("kind", "module")),
        _WHERE.remote.in_(("Contact", "Contacts")),
        HandoverRow.created_at >= bindparam("after"),
    )
    .group_by(DeliveryStepRow.remote)
    .order_by(func.max(HandoverRow.created_at).desc())
    .limit(bindparam("most"))
)
_HELD = select(OutcomeRow.outcome).where(
    OutcomeRow.conversation == bindparam("of"), OutcomeRow.stage == "acceptance", HOLDS
)


class StoredNews:
    """agent.news.Hearsay over the database."""

    def __init__(self, database: Database, teams: Teams, acceptance: Acceptance) -> None:
        self._database = database
        self._teams = teams
        self._acceptance = acceptance

    async def since(self, system: str) -> datetime | None:
        """From when on a system is to be asked; None before the first time."""
        return await self._database.read(
            lambda connection: connection.execute(_SINCE, {"of": system}).scalar()
        )

    async def contacts(self, system: str, now: datetime) -> Sequence[str]:
        """Contacts of theirs who came back to us, the newest first."""
        asked = {"in_system": system, "after": now - FOLLOWED, "most": AT_MOST}
        return await self._database.read(
            lambda connection: [
                one for one in connection.execute(_CONTACTS, asked).scalars() if one is not None
            ]
        )

    async def hear(
        self, system: str, news: Sequence[News], since: datetime | None, now: datetime
    ) -> int:
        """Write what is new about leads of ours, and only then from when on to ask next."""
        found = await self._database.read(lambda connection: fresh(connection, system, news, now))
        new = 0
        for one in found:
            new += await self._one(system, one.lead, one.news, now)
        if since is not None:
            await self._database.write(lambda connection: _move(connection, system, since))
        return new

    async def _one(self, system: str, lead: Lead, one: News, now: datetime) -> bool:
        if isinstance(one, OwnerTold):
            return await self._owner(system, lead, one, now)

        def work(connection: Connection) -> bool:
            lock(connection)
            if not is_new(connection, system, one):
                return False
            stood = stood_before(connection, system, lead, one)
            write_news(connection, system, lead, one, now)
            outcome = None if stood else _outcome(connection, system, lead, one)
            if outcome is None:
                return False
            return record_outcome(connection, outcome, now, self._acceptance.aftermath).new

        return await self._database.write(work)

    async def _owner(self, system: str, lead: Lead, one: OwnerTold, now: datetime) -> bool:
        """Somebody else has it there: of our people, it is theirs; of others, that is noted.

        Who had a record before it was about this lead did not take the lead.
        """
        still_new, person, had = await self._database.read(
            lambda connection: (
                is_new(connection, system, one),
                self._person(connection, system, one),
                stood_before(connection, system, lead, one),
            )
        )
        if not still_new:  # who asked at the same time has noted it
            return False
        if person is not None and not had:
            why = f"{person.id} has it in {system}"
            try:
                await self._acceptance.took(
                    lead.handover, Decision(IN_CRM, why, person=person.id), now
                )
            except NotTheirs:
                return False  # it went on at this very moment: told again, it is looked at again

        def work(connection: Connection) -> bool:
            lock(connection)
            if not is_new(connection, system, one):
                return False
            write_news(connection, system, lead, one, now)
            row = newest(connection, lead.handover)
            tells = bool(one.owner) and not had
            if person is None and tells and row is not None and row.ended_at is None:
                change(connection, row.id, reason=f"{one.email or one.owner} has it in {system}")
            return tells

        return await self._database.write(work)

    def _person(self, connection: Connection, system: str, one: OwnerTold) -> Person | None:
        version = self._teams.newest(connection)
        people = () if version is None else version.plan.people
        email = (one.email or "").casefold()
        by_id = (each for each in people if each.ids.get(system) == one.owner)
        by_email = (each for each in people if email and each.email.casefold() == email)
        return next(by_id, None) or next(by_email, None)


def _outcome(connection: Connection, system: str, lead: Lead, one: News) -> LeadOutcome | None:
    """What it says of how the lead ended; None where a person has said the same to us."""
    about = one.about
    row = newest(connection, lead.handover)
    said = LeadOutcome(
        conversation=lead.conversation,
        outcome="accepted",
        at=about.at,
        person=None if row is None else row.person,
        reference=f"{system}:{about.step} {about.remote}:{what_of(one)}:{about.at.isoformat()}",
    )
    return _told(connection, said, one)


def _told(connection: Connection, said: LeadOutcome, one: News) -> LeadOutcome | None:
    match one:
        case Won(amount=amount, currency=currency):
            return replace(said, outcome="won", amount=amount, currency=currency)
        case Lost(reason=reason):
            return replace(said, outcome="lost", reason=reason)
        case Rejected(reason=reason):
            return replace(said, outcome="rejected", reason=reason)
    held = connection.execute(_HELD, {"of": said.conversation}).scalar()
    return None if held == "accepted" else said


def _move(connection: Connection, system: str, since: datetime) -> None:
    """Only onwards: of two processes that ask at once, the one that got further counts."""
    new = inserting(connection, CursorRow).values(system=system, since=since)
    connection.execute(
        new.on_conflict_do_update(
            index_elements=["system"],
            set_={"since": new.excluded.since},
            where=CursorRow.since < new.excluded.since,
        )
    )
