"""What did CRMs tell of our leads? agent.news.Hearsay: what is new is written once.

A record of theirs is found by the id that a delivery put on record. Only what differs from what
was heard of it last is new, so it may be told as often as one likes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, Row, bindparam, func, select
from sqlalchemy.orm import aliased

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Won
from qualification.routing.plan import Person
from qualification.routing.routing import Decision
from storage.acceptance import Acceptance, NotTheirs
from storage.assignment_rows import change, newest
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow
from storage.news_tables import CursorRow, NewsRow
from storage.outcome_tables import HOLDS, OutcomeRow
from storage.outcomes import LeadOutcome, record_outcome
from storage.settling import lock
from storage.suppressions import inserting
from storage.tables import HandoverRow
from storage.teams import Teams

What = Literal["owner", "acceptance", "deal"]

IN_CRM = "in the CRM"
"""The rule by which a lead came to a person, where a CRM says that they took it."""
APART = timedelta(minutes=10)
"""So far may their clock be behind ours."""
OURS = ("contact owner", "person_owner")
"""The steps of deliveries that keep whom we made the owner."""
FOLLOWED, AT_MOST = timedelta(days=180), 300
"""Contacts who came back are asked for so long, and so many of them: each look takes one request
for one to three hundred.
"""
_ORDER: dict[What, int] = {"owner": 0, "acceptance": 1, "deal": 2}

_SINCE = select(CursorRow.since).where(CursorRow.system == bindparam("of"))
_LEAD = (
    select(
        DeliveryStepRow.handover,
        HandoverRow.conversation,
        func.min(HandoverRow.created_at).label("at"),
    )
    .join(HandoverRow, HandoverRow.id == DeliveryStepRow.handover)
    .where(
        DeliveryStepRow.system == bindparam("in_system"),
        DeliveryStepRow.step == bindparam("by_step"),
        DeliveryStepRow.remote == bindparam("known_as"),
    )
    .group_by(DeliveryStepRow.handover, HandoverRow.conversation)
    .having(func.min(HandoverRow.created_at) <= bindparam("until"))
    .order_by(func.min(HandoverRow.created_at).desc())
    .limit(1)
)
_HEARD = select(NewsRow.said, NewsRow.at, NewsRow.heard_at).where(
    NewsRow.system == bindparam("in_system"),
    NewsRow.step == bindparam("by_step"),
    NewsRow.remote == bindparam("known_as"),
    NewsRow.what == bindparam("about"),
)
_SET_BY_US = select(DeliveryStepRow.remote).where(
    DeliveryStepRow.handover == bindparam("of"),
    DeliveryStepRow.system == bindparam("in_system"),
    DeliveryStepRow.step.in_(OURS),
)
_ADOPTED = select(DeliveryStepRow.step).where(
    DeliveryStepRow.handover == bindparam("of"),
    DeliveryStepRow.system == bindparam("in_system"),
    DeliveryStepRow.step == "adopted",
    DeliveryStepRow.remote == bindparam("known_as"),
)
_MADE = select(DeliveryStepRow.handover).where(
    DeliveryStepRow.system == bindparam("in_system"),
    DeliveryStepRow.step == bindparam("by_step"),
    DeliveryStepRow.remote == bindparam("known_as"),
    DeliveryStepRow.handover.not_in(
        select(DeliveryStepRow.handover).where(
            DeliveryStepRow.system == bindparam("in_system"),
            DeliveryStepRow.step == "adopted",
            DeliveryStepRow.remote == bindparam("known_as"),
        )
    ),
)
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


@dataclass(frozen=True, slots=True)
class _Lead:
    """Whom a record of theirs is about."""

    handover: str
    conversation: str
    at: datetime
    """When sales got it."""


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
        fresh = await self._database.read(lambda connection: _fresh(connection, system, news, now))
        new = 0
        for lead, one in sorted(fresh, key=lambda each: (each[1].about.at, _ORDER[_what(each[1])])):
            new += await self._one(system, lead, one, now)
        if since is not None:
            await self._database.write(lambda connection: _move(connection, system, since))
        return new

    async def _one(self, system: str, lead: _Lead, one: News, now: datetime) -> bool:
        if isinstance(one, OwnerTold):
            return await self._owner(system, lead, one, now)

        def work(connection: Connection) -> bool:
            lock(connection)
            if not _is_new(connection, system, one):
                return False
            stood = _stood_before(connection, system, lead, one, now)
            _write(connection, system, lead, one, now)
            outcome = None if stood else _outcome(connection, system, lead, one)
            if outcome is None:
                return False
            return record_outcome(connection, outcome, now, self._acceptance.aftermath).new

        return await self._database.write(work)

    async def _owner(self, system: str, lead: _Lead, one: OwnerTold, now: datetime) -> bool:
        """Somebody else has it there: of our people, it is theirs; of others, that is noted.

        Who had a record before it was about this lead did not take the lead.
        """
        person, had = await self._database.read(
            lambda connection: (
                self._person(connection, system, one),
                _had_before(connection, system, lead, one.about),
            )
        )
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
            if not _is_new(connection, system, one):
                return False
            _write(connection, system, lead, one, now)
            row = newest(connection, lead.handover)
            if person is None and not had and row is not None and row.ended_at is None:
                change(connection, row.id, reason=f"{one.email or one.owner} has it in {system}")
            return not had

        return await self._database.write(work)

    def _person(self, connection: Connection, system: str, one: OwnerTold) -> Person | None:
        version = self._teams.newest(connection)
        people = () if version is None else version.plan.people
        email = (one.email or "").casefold()
        by_id = (each for each in people if each.ids.get(system) == one.owner)
        by_email = (each for each in people if email and each.email.casefold() == email)
        return next(by_id, None) or next(by_email, None)


def _fresh(
    connection: Connection, system: str, news: Sequence[News], now: datetime
) -> list[tuple[_Lead, News]]:
    """What is new, with the leads that it is about; others' records are left alone."""
    found = []
    for one in news:
        about = one.about
        lead = _lead(connection, system, about, about.made or about.at)
        if lead is None and isinstance(one, OwnerTold):
            lead = _began_with(connection, system, about, now)
        elif lead is not None and about.at < lead.at - APART:
            continue
        if lead is None or not _is_new(connection, system, one):
            continue
        if isinstance(one, OwnerTold) and one.owner in _set_by_us(connection, system, lead):
            continue
        found.append((lead, one))
    return found


def _began_with(connection: Connection, system: str, about: About, now: datetime) -> _Lead | None:
    """The lead that came to a record which nobody had touched for long: who had it then is noted,
    so that what comes after it is a change.
    """
    lead = _lead(connection, system, about, now)
    if lead is None or not _had_before(connection, system, lead, about):
        return None
    return lead


def _lead(connection: Connection, system: str, about: About, until: datetime) -> _Lead | None:
    """The newest lead that a record is about, of those from before that moment."""
    for step, remote in ((about.step, about.remote), *about.beside):
        asked = {
            "in_system": system,
            "by_step": step,
            "known_as": remote,
            "until": until + APART,
        }
        row = connection.execute(_LEAD, asked).first()
        if row is not None:
            return _Lead(row.handover, row.conversation, row.at)
    return None


def _set_by_us(connection: Connection, system: str, lead: _Lead) -> set[str]:
    asked = {"of": lead.handover, "in_system": system}
    return {row.remote for row in connection.execute(_SET_BY_US, asked)}


def _had_before(connection: Connection, system: str, lead: _Lead, about: About) -> bool:
    """Whether the record was there before us, and this is the first that we hear of its owner."""
    return (
        _adopted(connection, system, lead, about)
        and _heard(connection, system, about, "owner") is None
    )


def _stood_before(
    connection: Connection, system: str, lead: _Lead, one: News, now: datetime
) -> bool:
    """Whether it is how a record of theirs stood before it was about this lead.

    Statuses that say nothing are not told, so a record whose owner was heard of at an earlier
    look was open then, as was one that we made ourselves: what is told of these is a change.
    """
    about = one.about
    if _what(one) != "acceptance" or not _adopted(connection, system, lead, about):
        return False
    if _heard(connection, system, about, "acceptance") is not None:
        return False
    owner = _heard(connection, system, about, "owner")
    if owner is not None and owner.heard_at < now:
        return False
    asked = {"in_system": system, "by_step": about.step, "known_as": about.remote}
    return connection.execute(_MADE, asked).first() is None


def _adopted(connection: Connection, system: str, lead: _Lead, about: About) -> bool:
    asked = {"of": lead.handover, "in_system": system, "known_as": about.remote}
    return connection.execute(_ADOPTED, asked).first() is not None


def _heard(
    connection: Connection, system: str, about: About, what: What
) -> Row[str, datetime, datetime] | None:
    asked = {
        "in_system": system,
        "by_step": about.step,
        "known_as": about.remote,
        "about": what,
    }
    return connection.execute(_HEARD, asked).first()


def _is_new(connection: Connection, system: str, one: News) -> bool:
    """Whether it differs from what was heard last, and is not older."""
    before = _heard(connection, system, one.about, _what(one))
    return before is None or (before.said != _said(one) and before.at <= one.about.at)


def _write(connection: Connection, system: str, lead: _Lead, one: News, now: datetime) -> None:
    changed = {
        "conversation": lead.conversation,
        "said": _said(one),
        "at": one.about.at,
        "heard_at": now,
    }
    about, what = one.about, _what(one)
    new = inserting(connection, NewsRow).values(
        system=system, step=about.step, remote=about.remote, what=what, **changed
    )
    keys = ["system", "step", "remote", "what"]
    connection.execute(new.on_conflict_do_update(index_elements=keys, set_=changed))


def _outcome(connection: Connection, system: str, lead: _Lead, one: News) -> LeadOutcome | None:
    """What it says of how the lead ended; None where a person has said the same to us."""
    about = one.about
    row = newest(connection, lead.handover)
    said = LeadOutcome(
        conversation=lead.conversation,
        outcome="accepted",
        at=about.at,
        person=None if row is None else row.person,
        reference=f"{system}:{about.step} {about.remote}:{_what(one)}:{about.at.isoformat()}",
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


def _what(one: News) -> What:
    match one:
        case OwnerTold():
            return "owner"
        case Accepted() | Rejected():
            return "acceptance"
        case Won() | Lost():
            return "deal"


def _said(one: News) -> str:
    match one:
        case OwnerTold(owner=owner):
            return owner
        case Accepted():
            return "accepted"
        case Rejected(reason=reason):
            return f"rejected: {reason}"
        case Won(amount=amount, currency=currency):
            return "won" if amount is None else f"won {amount} {currency}"
        case Lost(reason=reason):
            return f"lost: {reason or ''}"
