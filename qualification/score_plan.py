"""What gives points? The part of a script that ranks leads: who they are, what they did, how far it
counts.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from qualification.conditions import AnyCondition, Part
from qualification.durations import Duration
from qualification.fields import Key, Worth
from qualification.pages import PagePattern
from qualification.saying import Said

EVENTS = (
    "page_view",
    "price_page",
    "download",
    "email_open",
    "email_click",
    "event_attended",
    "support_request",
    "purchase",
)
"""What may happen with every script; others are a script's own, by being named in one of its
lines.
"""
INACTIVE = re.compile(r"inactive_([1-9]\d{0,3})_days")
"""No event: so many days with neither a message nor an event."""
ScoredField = Literal[
    "name",
    "email",
    "phone",
    "company",
    "job_title",
    "country",
    "region",
    "email_kind",
    "company_domain",
    "company_country",
    "company_city",
    "company_size",
    "industry",
]
"""What a line of the profile may be about; the first five are the contact data."""
TIERS: Mapping[str, int] = {"hot": 70, "warm": 40, "nurture": 0}
"""Those of a script that names none."""

Cap = Annotated[int, Field(ge=1, le=1000)]


class FitLine(Part):
    """Points for answers that meet conditions."""

    when: Mapping[Key, AnyCondition] = Field(min_length=1)
    points: Worth
    group: Key | None = None


class ProfileLine(Part):
    """Points for contact data and the profile: a decision-maker's job title is worth more than a
    student's.
    """

    when: Mapping[ScoredField, AnyCondition] = Field(min_length=1)
    points: Worth
    group: Key | None = None
    confirmed: bool = False
    """Only for what they said themselves."""


class FitPlan(Part):
    """Points for who they are."""

    cap: Cap = 100
    groups: Mapping[Key, Cap] = Field(default_factory=dict)
    """The most that the lines of each group give together."""
    lines: tuple[FitLine, ...] = ()
    profile: tuple[ProfileLine, ...] = ()


class EngagementLine(Part):
    """Points for what they did, or for having done nothing (`inactive_30_days`)."""

    event: Key
    points: Worth
    group: Key | None = None
    seconds: Annotated[int, Field(ge=1, le=86_400)] | None = None
    """Only page views that lasted at least so long."""
    times: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Counts so often at most, the newest first; every time when left out."""
    half_life: Duration | None = None
    """After so long it counts half; the plan's when left out."""

    @property
    def inactive_days(self) -> int | None:
        """After how many days without a sign of life it counts; None for a line about an event."""
        found = INACTIVE.fullmatch(self.event)
        return int(found[1]) if found else None

    @property
    def rule(self) -> str:
        """Its name on the scorecard."""
        lasting = f">={self.seconds}s" if self.seconds else ""
        return f"event:{self.event}{lasting}"


class EngagementPlan(Part):
    """Points for behaviour; older behaviour counts less."""

    cap: Cap = 100
    groups: Mapping[Key, Cap] = Field(default_factory=dict)
    """The most that the lines of each group give together."""
    half_life: Duration | None = None
    lines: tuple[EngagementLine, ...] = ()
    pages: Mapping[PagePattern, Key] = Field(default_factory=dict)
    """The event that a visit of a page is; of several pages that fit, the most exact counts."""


class ScorePlan(Part):
    """How leads are ranked."""

    cap: Annotated[int, Field(ge=1, le=2000)] | None = None
    """The most that fit and engagement give together."""
    fit: FitPlan = FitPlan()
    engagement: EngagementPlan = EngagementPlan()
    tiers: Mapping[Key, Annotated[int, Field(ge=0, le=2000)]] = Field(
        default_factory=lambda: dict(TIERS)
    )
    hysteresis: Annotated[int, Field(ge=0, le=1000)] = 0
    """A lead keeps its tier until it is so many points under its number."""

    @model_validator(mode="after")
    def _descending(self) -> "ScorePlan":
        floors = list(self.tiers.values())
        if not floors:
            raise ValueError(
                Said("name a tier at least, like `hot: 70`, or delete the line `tiers`")
            )
        if floors != sorted(set(floors), reverse=True):
            raise ValueError(
                Said("list the tiers from the highest number to the lowest, each its own")
            )
        return self

    @property
    def events(self) -> frozenset[str]:
        """What may happen with this script."""
        lines = self.engagement.lines
        return frozenset(EVENTS).union(one.event for one in lines if one.inactive_days is None)
