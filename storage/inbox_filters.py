"""Which lines does a list show? The same rules for a query and for a line that has just changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Text, and_, literal_column, or_, true

from storage.inbox_tables import InboxLineRow

Whose = Literal["all", "mine", "unassigned"]
Status = Literal["active", "open", "pending", "snoozed", "resolved", "every"]
"""`active` is open or pending: what has not been put aside."""
Answering = Literal["agent", "waiting", "person", "nobody"]
WHOSE: tuple[Whose, ...] = get_args(Whose)
STATUSES: tuple[Status, ...] = get_args(Status)
ANSWERING: tuple[Answering, ...] = get_args(Answering)
FIELDS = ("answering", "channel", "script", "outcome", "tier", "language", "source", "team")
"""What is compared as it stands, by the names of the columns."""
_Row = InboxLineRow
_UNRESOLVED: ColumnElement[bool] = _Row.status != literal_column("'resolved'", Text)
"""As the index of the unresolved says it (storage/inbox_tables.py): with a value that is put in
later neither database could know that it may be read.
"""


@dataclass(frozen=True, slots=True)
class Me:
    """Who looks: their user id, and who they are in teams.yaml."""

    user: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A conversation as lists show it."""

    position: int
    conversation: str
    status: str
    snoozed_until: datetime | None
    assignee: str | None
    person: str | None
    team: str | None
    offer: str | None
    due_at: datetime | None
    answering: str
    answered_by: str | None
    phase: str
    handover: str | None
    waiting_since: datetime | None
    channel: str
    script: str
    language: str
    source: str | None
    outcome: str
    tier: str | None
    score: int
    name: str | None
    email: str | None
    phone: str | None
    last_seq: int
    inbound_seq: int
    last_at: datetime
    last_author: str | None
    preview: str
    merged_into: str | None
    created_at: datetime
    changed_at: datetime
    read_seq: int = 0
    """Up to where whoever looks has read it; less than nothing while there is something new in what
    was put with it.
    """

    def standing(self, now: datetime) -> str:
        """Its status: what was snoozed until now is open again."""
        over = self.snoozed_until is not None and self.snoozed_until <= now
        return "open" if self.status == "snoozed" and over else self.status

    @property
    def unread(self) -> bool:
        """Whether they have written what whoever looks has not read."""
        return self.inbound_seq > self.read_seq


COLUMNS = tuple(
    getattr(InboxLineRow, name) for name in Line.__dataclass_fields__ if name != "read_seq"
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to."""

    whose: Whose = "all"
    status: Status = "active"
    fields: Mapping[str, str] = field(default_factory=dict)
    """By FIELDS."""
    sought: str = ""

    def condition(self, me: Me, now: datetime) -> ColumnElement[bool]:
        """The rows that belong to the list, but for what is sought."""
        equal = [getattr(_Row, name) == value for name, value in self.fields.items()]
        return and_(
            _Row.merged_into.is_(None), _whose(self.whose, me), _status(self.status, now), *equal
        )

    def hold(self, line: Line, me: Me, now: datetime) -> bool:
        """Whether a line belongs to the list, but for what is sought."""
        return (
            line.merged_into is None
            and _is_whose(self.whose, line, me)
            and _has_status(self.status, line.standing(now))
            and all(getattr(line, name) == value for name, value in self.fields.items())
        )


def _whose(whose: Whose, me: Me) -> ColumnElement[bool]:
    if whose == "all":
        return true()
    nobody: ColumnElement[bool] = _Row.assignee.is_(None)
    if whose == "unassigned":
        return and_(nobody, _Row.person.is_(None))
    mine: ColumnElement[bool] = _Row.assignee == me.user
    return mine if me.person is None else or_(mine, and_(nobody, _Row.person == me.person))


def _is_whose(whose: Whose, line: Line, me: Me) -> bool:
    if whose == "all":
        return True
    if whose == "unassigned":
        return line.assignee is None and line.person is None
    routed = me.person is not None and line.assignee is None and line.person == me.person
    return line.assignee == me.user or routed


def _status(status: Status, now: datetime) -> ColumnElement[bool]:
    awake = and_(_Row.status == "snoozed", _Row.snoozed_until <= now)
    asleep = and_(_Row.status == "snoozed", _Row.snoozed_until > now)
    conditions: Mapping[Status, ColumnElement[bool]] = {
        "every": true(),
        "active": and_(_UNRESOLVED, or_(_Row.status.in_(("open", "pending")), awake)),
        "open": and_(_UNRESOLVED, or_(_Row.status == "open", awake)),
        "pending": and_(_UNRESOLVED, _Row.status == "pending"),
        "snoozed": and_(_UNRESOLVED, asleep),
        "resolved": _Row.status == "resolved",
    }
    return conditions[status]


def _has_status(status: Status, standing: str) -> bool:
    return status == "every" or standing in _NAMED.get(status, (status,))


_NAMED: Mapping[str, Sequence[str]] = {"active": ("open", "pending")}


def line_of(values: Mapping[str, Any]) -> Line:
    """A line as it was read."""
    return Line(**values)
