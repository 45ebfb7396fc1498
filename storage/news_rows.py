"""Which leads of ours are records of theirs about, and what was heard of these before?

A record of theirs is found by the id that a delivery put on record. What it was like before it was
about a lead is told like any change, but is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, Row, bindparam, func, select

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Won
from storage.delivery_tables import DeliveryStepRow
from storage.news_tables import NewsRow
from storage.suppressions import inserting
from storage.tables import HandoverRow

What = Literal["owner", "acceptance", "deal"]

APART = timedelta(minutes=10)
"""So far may their clock be behind ours."""
OURS = ("contact owner", "person_owner")
"""The steps of deliveries that keep whom we made the owner."""
_ORDER: dict[What, int] = {"owner": 0, "acceptance": 1, "deal": 2}
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
_HEARD = select(NewsRow.said, NewsRow.at).where(
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


@dataclass(frozen=True, slots=True)
class Lead:
    """Whom a record of theirs is about."""

    handover: str
    conversation: str
    at: datetime
    """When sales got it."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """Something new, and the lead that it is about."""

    lead: Lead
    news: News
    stood: bool
    """Whether the record was so before it was about this lead."""

    @property
    def order(self) -> tuple[bool, datetime, int]:
        """Statuses that stood are written first: whenever a process dies, a record whose owner was
        heard of has its status on record, or was open. The rest in the order in which it happened.
        """
        is_first = self.stood and not isinstance(self.news, OwnerTold)
        return not is_first, self.news.about.at, _ORDER[what_of(self.news)]


def fresh(connection: Connection, system: str, news: Sequence[News], now: datetime) -> list[Fresh]:
    """What is new, in the order in which to write it; others' records are left alone."""
    found = []
    for one in news:
        lead = _lead_of(connection, system, one, now)
        if lead is None or not is_new(connection, system, one):
            continue
        if isinstance(one, OwnerTold) and one.owner in _set_by_us(connection, system, lead):
            continue
        found.append(Fresh(lead, one, stood_before(connection, system, lead, one)))
    return sorted(found, key=lambda each: each.order)


def _lead_of(connection: Connection, system: str, one: News, now: datetime) -> Lead | None:
    about = one.about
    lead = _lead(connection, system, about, about.made or about.at)
    if lead is None:
        return _began_with(connection, system, one, now)
    return None if about.at < lead.at - APART else lead


def _began_with(connection: Connection, system: str, one: News, now: datetime) -> Lead | None:
    """The lead that came to a record which nobody had touched for long: how that was then is noted,
    so that what comes after it is a change.
    """
    lead = _lead(connection, system, one.about, now)
    if lead is None or not stood_before(connection, system, lead, one):
        return None
    return lead


def _lead(connection: Connection, system: str, about: About, until: datetime) -> Lead | None:
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
            return Lead(row.handover, row.conversation, row.at)
    return None


def _set_by_us(connection: Connection, system: str, lead: Lead) -> set[str]:
    asked = {"of": lead.handover, "in_system": system}
    return {row.remote for row in connection.execute(_SET_BY_US, asked)}


def stood_before(connection: Connection, system: str, lead: Lead, one: News) -> bool:
    """Whether it is how a record of theirs was before it was about this lead: it was there before
    us, and nothing was heard of it yet.

    Statuses that say nothing are not told, so a record whose owner was heard of was open then (what
    stood is written before the owner is), as was one that we made ourselves: a status that is told
    of these is a change.
    """
    about, what = one.about, what_of(one)
    if what == "deal" or not _adopted(connection, system, lead, about):
        return False
    if _heard(connection, system, about, "owner") is not None:
        return False
    if what == "owner":
        return True
    if _heard(connection, system, about, "acceptance") is not None:
        return False
    asked = {"in_system": system, "by_step": about.step, "known_as": about.remote}
    return connection.execute(_MADE, asked).first() is None


def _adopted(connection: Connection, system: str, lead: Lead, about: About) -> bool:
    asked = {"of": lead.handover, "in_system": system, "known_as": about.remote}
    return connection.execute(_ADOPTED, asked).first() is not None


def _heard(
    connection: Connection, system: str, about: About, what: What
) -> Row[str, datetime] | None:
    asked = {
        "in_system": system,
        "by_step": about.step,
        "known_as": about.remote,
        "about": what,
    }
    return connection.execute(_HEARD, asked).first()


def is_new(connection: Connection, system: str, one: News) -> bool:
    """Whether it differs from what was heard last, and is not older."""
    before = _heard(connection, system, one.about, what_of(one))
    return before is None or (before.said != _said(one) and before.at <= one.about.at)


def write_news(connection: Connection, system: str, lead: Lead, one: News, now: datetime) -> None:
    """From now on it is what was heard last."""
    changed = {
        "conversation": lead.conversation,
        "said": _said(one),
        "at": one.about.at,
        "heard_at": now,
    }
    about, what = one.about, what_of(one)
    new = inserting(connection, NewsRow).values(
        system=system, step=about.step, remote=about.remote, what=what, **changed
    )
    keys = ["system", "step", "remote", "what"]
    connection.execute(new.on_conflict_do_update(index_elements=keys, set_=changed))


def what_of(one: News) -> What:
    """What of a record it tells."""
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
