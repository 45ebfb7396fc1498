"""What do the pages about teams show? One dataclass a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from console.scripts.comparison import Comparison
from console.scripts.findings import Findings
from console.teams.stretches import Stretch
from console.teams.wanted import Wanted
from qualification.routing.plan import Person, Queue, Rule, Team
from qualification.routing.routing import Workload
from storage.departures import Departed
from storage.routing_report import PersonLine
from storage.teams import TeamVersion
from storage.unplaced import NONE_UNPLACED, UnplacedLeads

SPANS = (7, 30, 90)
"""Days that a plan is tried on."""
Tab = Literal["overview", "plan", "versions"]
State = Literal["working", "off", "away"]


@dataclass(frozen=True, slots=True)
class Head:
    """Over every page about teams."""

    tab: Tab
    number: int
    """The version that holds; 0 for none."""
    may_edit: bool


@dataclass(frozen=True, slots=True)
class Seller:
    """Somebody of the plan, now."""

    person: Person
    teams: tuple[str, ...]
    state: State
    back: datetime | None
    """When they work again; None while they do, or if it is not in sight."""
    work: Workload
    did: PersonLine | None
    """In the last days."""


@dataclass(frozen=True, slots=True)
class Place:
    """A team or a queue, and how many leads lie in it unclaimed."""

    desk: Team | Queue
    name: str
    people: tuple[str, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class SentBy:
    """A rule as a sentence: what a lead must be, and where it goes."""

    rule: Rule
    wishes: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody is away: whole days, as their own calendar has them."""

    id: str
    person: str
    first: date
    last: date
    begun: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """teams/overview.html"""

    head: Head
    sellers: tuple[Seller, ...]
    teams: tuple[Place, ...]
    queues: tuple[Place, ...]
    rules: tuple[SentBy, ...]
    fallback: str
    absences: tuple[Gone, ...]
    names: dict[str, str]
    days: int
    """How far `did` goes back."""
    mine: tuple[str, ...]
    """The people whose absences whoever looks may change."""
    departed: tuple[Departed, ...] = ()
    """Who is in the plan no more, and has open leads."""
    unplaced: UnplacedLeads = NONE_UNPLACED
    """What was handed over and nobody has."""
    notice: str = ""
    error: str = ""
    tiers: Mapping[str, str] = field(default_factory=dict)
    """What the spans of acceptance are of."""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """teams/person.html"""

    head: Head
    person: Person
    wanted: Wanted
    rows: tuple[Stretch, ...]
    """The stretches of their hours, and an empty row for one more."""
    days: dict[str, str]
    known: tuple[str, ...]
    """Skills that somebody has, or a rule asks for."""
    error: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Somebody or a queue: how many leads they had, and would have had."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ReroutedRow:
    """A lead that would have gone elsewhere."""

    lead: str
    at: datetime
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlanTrial:
    """What the text would have changed for the leads of late, as far as it is worked out."""

    study: str
    state: str
    leads: int | None
    trouble: str
    since: datetime
    days: int
    moved: int = 0
    places: tuple[PlaceRow, ...] = ()
    rows: tuple[ReroutedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPage:
    """teams/plan.html"""

    head: Head
    text: str
    onto: int
    findings: Findings
    excerpts: tuple[str, ...]
    notice: str = ""
    overtaken: bool = False
    comparison: Comparison | None = None
    """With the version that came meanwhile."""
    trial: PlanTrial | None = None
    spans: tuple[int, ...] = SPANS


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """teams/versions.html"""

    head: Head
    versions: tuple[TeamVersion, ...]
    before: int
    after: int
    comparison: Comparison | None
