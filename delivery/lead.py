"""What does a parcel hold? The hand-over's body, typed, with the owner and the brief of it.

Tolerant: a body written by an earlier version of us lacks what came later, one by a later version
has more. Only what a delivery cannot do without must be there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from agent.outbox import Brief, Event, Owner, Parcel
from qualification.handover import LEAVE_ALONE
from qualification.values import Json, Language

T = TypeVar("T")

DUE: Mapping[str, timedelta] = {"hot": timedelta(minutes=5)}
"""So soon somebody is to get in touch with a lead of a tier, where no assignment says by when."""
DUE_OTHERWISE = timedelta(hours=1)


def _text_or_none(written: Any) -> Any:
    return written if isinstance(written, str) and written.strip() else None


def _known_language(written: Any) -> Any:
    return written if written in ("es", "en") else "es"


def _time_or_none(written: Any) -> Any:
    if isinstance(written, datetime):
        return written
    try:
        return datetime.fromisoformat(written)
    except (TypeError, ValueError):
        return None


def _nothing_is_empty(written: Any) -> Any:
    return {} if written is None else written


Text = Annotated[str | None, BeforeValidator(_text_or_none)]


class _Part(BaseModel):
    """A part of the body."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Contact(_Part):
    """What is known of the person."""

    name: Text = None
    email: Text = None
    phone: Text = None
    company: Text = None
    job_title: Text = None

    @property
    def first_name(self) -> str | None:
        """The first of their names."""
        return self.name.split()[0] if self.name else None

    @property
    def last_name(self) -> str | None:
        """All names after the first; None where only one is known."""
        return (" ".join(self.name.split()[1:]) or None) if self.name else None

    @property
    def shown(self) -> str:
        """What to call them."""
        return self.name or self.company or self.email or self.phone or "?"


class Account(_Part):
    """Whom the person belongs to: `b2c` has a contact alone, `b2b` a company as well (S46)."""

    kind: Text = None
    company: Text = None
    guessed: bool = False
    """The company's name was made up from its domain."""
    domain: Text = None
    country: Text = None
    city: Text = None
    size: Text = None
    industry: Text = None


class Links(_Part):
    """The lead in Banter."""

    lead: str = ""
    api: str = ""


class Criterion(_Part):
    """How one question stands."""

    key: str
    state: str = "unknown"
    value: Any = None
    quote: Text = None
    rule: str = ""
    source: Text = None
    at: Annotated[datetime | None, BeforeValidator(_time_or_none)] = None
    """When it was said; hand-overs of before do not tell."""


class Points(_Part):
    """A line of the score."""

    rule: str
    points: int = 0


class Said(_Part):
    """What sales said of the lead, once it had it (storage/outcomes.py)."""

    outcome: str
    at: datetime
    amount: float | None = None
    currency: Text = None
    reason: Text = None


class _Body(_Part):
    """The JSON of a hand-over (docs/webhook.md)."""

    id: str
    revision: int = 1
    created_at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    conversation: str = ""
    links: Annotated[Links, BeforeValidator(_nothing_is_empty)] = Links()
    why: str = "qualified"
    changed: str = ""
    script: str = ""
    language: Annotated[Language, BeforeValidator(_known_language)] = "es"
    channel: str = ""
    source: Text = None
    contact: Annotated[Contact, BeforeValidator(_nothing_is_empty)] = Contact()
    account: Annotated[Account, BeforeValidator(_nothing_is_empty)] = Account()
    profile: Annotated[Mapping[str, Any], BeforeValidator(_nothing_is_empty)] = Field(
        default_factory=dict
    )
    consent: Any = None
    outcome: str = "undecided"
    criteria: tuple[Criterion, ...] = ()
    score: int = 0
    fit: int = 0
    engagement: int = 0
    tier: str = ""
    score_lines: tuple[Points, ...] = ()
    summary: str = ""
    open_questions: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    next_step: str = ""
    stopped: bool = False
    sales: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """One revision of a hand-over as the places read it."""

    id: str
    """The hand-over's; the same for all revisions: what systems keep as our key."""
    revision: int
    created_at: datetime
    conversation: str
    links: Links
    event: Event
    why: str
    changed: str
    """`brief` where nothing else is new in this revision."""
    script: str
    language: Language
    """The prospect's."""
    channel: str
    source: str | None
    contact: Contact
    account: Account
    profile: Mapping[str, Json]
    consent: Json
    outcome: str
    criteria: tuple[Criterion, ...]
    score: int
    fit: int
    engagement: int
    tier: str
    score_lines: tuple[Points, ...]
    summary: str
    """In the seller's language, like `next_step`, once there is a brief."""
    open_questions: tuple[str, ...]
    unknown: tuple[str, ...]
    next_step: str
    stopped: bool
    """They asked not to be written to."""
    sales: tuple[Said, ...]
    """All that was said of it so far, oldest first; told with `lead.outcome` only."""
    owner: Owner | None
    brief: Brief | None
    unmeasured: bool = False
    """They took back their consent to be measured."""

    @classmethod
    def of(cls, parcel: Parcel) -> "Lead":
        """Read a parcel. Raises pydantic.ValidationError where the body is no hand-over."""
        body = _Body.model_validate_json(parcel.body)
        parts = {name: getattr(body, name) for name in _Body.model_fields}
        parts["stopped"] = body.stopped or body.next_step == LEAVE_ALONE
        brief = parcel.brief
        if brief is not None:
            parts["summary"] = brief.summary or body.summary
            parts["next_step"] = brief.next_step or body.next_step
        parts["changed"] = body.changed if parcel.event == "lead.updated" else ""
        parts["unmeasured"] = parcel.unmeasured
        return cls(event=parcel.event, owner=parcel.owner, brief=brief, **parts)

    @property
    def is_business(self) -> bool:
        """Whether a company comes with the person: as the script says, else where one is known."""
        if self.account.kind is not None:
            return self.account.kind == "b2b"
        return self.company is not None

    @property
    def company(self) -> str | None:
        """Its name, if known."""
        return self.account.company or self.contact.company

    @property
    def sellers_language(self) -> Language:
        """What the people who work the lead read."""
        return self.owner.language if self.owner else self.language

    @property
    def due_at(self) -> datetime:
        """By when somebody is to get in touch: until then whoever has the lead is to accept it, in
        their working time; without an assignment five minutes after the hand-over where it is hot,
        else an hour.
        """
        if self.owner is not None and self.owner.due_at is not None:
            return self.owner.due_at
        return self.created_at + DUE.get(self.tier, DUE_OTHERWISE)

    @property
    def due_on(self) -> date:
        """The day of it where the owner works, for tasks that are due on a day; in UTC where nobody
        says where that is.
        """
        zone = self.owner.timezone if self.owner is not None else None
        return self.due_at.astimezone(ZoneInfo(zone) if zone else UTC).date()

    @property
    def first_name(self) -> str | None:
        """What CRMs keep apart, as far as it is known."""
        return self.datum("first_name") or self.contact.first_name

    @property
    def last_name(self) -> str | None:
        """All names after the first; None where only one is known."""
        return self.datum("last_name") or self.contact.last_name

    def datum(self, field: str) -> str | None:
        """What the profile says of a field (qualification/findings.py)."""
        entry = self.profile.get(field)
        value = entry.get("value") if isinstance(entry, dict) else None
        return value if isinstance(value, str) and value else None

    def owner_in(self, system: str) -> str | None:
        """Who the owner is in a system, where the teams file says so."""
        return self.owner.ids.get(system) if self.owner else None
