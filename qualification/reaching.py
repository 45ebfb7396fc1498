"""How do people and numbers come into a script? Hours, the numbers it answers, who takes a call."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator

from qualification.conditions import Part
from qualification.durations import Duration, Span
from qualification.fields import Clock, Sentence, Slug, Zone
from qualification.saying import Said
from qualification.values import Language

Number = Annotated[str, Field(pattern=r"^\+[1-9]\d{6,14}$", examples=["+34600111222"])]
"""A telephone number with its country's prefix (E.164)."""
OurNumber = Annotated[
    str, Field(pattern=r"^(whatsapp:)?\+[1-9]\d{6,14}$", examples=["whatsapp:+34911222333"])
]
BookingLink = Annotated[
    str,
    Field(
        pattern=r"^https://[^\s/?#]+[^\s]*$",
        max_length=300,
        examples=["https://calendly.com/acme/crm"],
    ),
]
TemplateId = Literal["nudge", "requalify", "take_up_again"]
STALE = Span(180, "day")
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class QuietHours(Part):
    """When nobody is nudged, in one time zone."""

    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")
    timezone: Zone

    @model_validator(mode="after")
    def _last(self) -> "QuietHours":
        if self.start == self.end:
            raise ValueError(
                Said("`from` and `to` are the same: leave the quiet hours out, or part them")
            )
        return self

    def zone(self) -> ZoneInfo:
        """The zone itself."""
        return ZoneInfo(self.timezone)

    def contains(self, at: datetime) -> bool:
        """Whether a moment (aware) falls in the quiet hours, which may run over midnight."""
        local = at.astimezone(self.zone()).time()
        if self.start <= self.end:
            return self.start <= local < self.end
        return local >= self.start or local < self.end

    def over(self, at: datetime) -> datetime:
        """The first moment from `at` on that is not quiet."""
        if not self.contains(at):
            return at
        local = at.astimezone(self.zone())
        day = local.date() if local.time() < self.end else local.date() + timedelta(days=1)
        ends = datetime.combine(day, self.end, self.zone()).astimezone(UTC)
        if ends < at:  # the clock was set back: the hour comes a second time
            ends = datetime.combine(day, self.end.replace(fold=1), self.zone()).astimezone(UTC)
        return ends


class RequalifyPlan(Part):
    """When the not yet qualified are asked again."""

    after: Duration
    """Since the last word of the conversation."""
    only_if: Literal["interested", "always"] = "interested"
    at_most: int = Field(default=1, ge=1, le=10)
    """So often in all."""
    stale: Duration = STALE
    """Answers so old are asked for again."""


class OpenHours(Part):
    """When somebody is there, in one time zone."""

    days: tuple[Day, ...] = Field(default=("mon", "tue", "wed", "thu", "fri"), min_length=1)
    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")
    timezone: Zone

    @model_validator(mode="after")
    def _forward(self) -> "OpenHours":
        if self.start >= self.end:
            raise ValueError(Said("`from` must be earlier than `to`"))
        return self

    def contain(self, at: datetime) -> bool:
        """Whether a moment (aware) falls in them."""
        local = at.astimezone(ZoneInfo(self.timezone))
        return _DAYS[local.weekday()] in self.days and self.start <= local.time() < self.end


class Colleague(Part):
    """Somebody of ours who takes calls."""

    name: Sentence
    phone: Number
    languages: tuple[Language, ...] = ()
    """Those they speak; all when none is named."""


class TransferPlan(Part):
    """Who takes over a call while it goes on: tried in this order, each has to press 1."""

    team: Slug | None = None
    """A team of teams.yaml: those who are on duty and free now come before `people`."""
    people: tuple[Colleague, ...] = ()
    hours: OpenHours
    when: tuple[Literal["wants_human", "qualified", "hot"], ...] = ("wants_human", "hot")
    ring_seconds: int = Field(default=20, ge=5, le=60)
    """How long each one's telephone rings."""

    @model_validator(mode="after")
    def _somebody(self) -> "TransferPlan":
        if not self.people and self.team is None:
            raise ValueError(
                Said("nobody takes the calls: name `people`, or a `team` of teams.yaml")
            )
        return self

    def free(self, language: Language, at: datetime) -> tuple[Colleague, ...]:
        """Those who may be called now, in the order in which to try them."""
        if not self.hours.contain(at):
            return ()
        return tuple(one for one in self.people if not one.languages or language in one.languages)


class RecordingPlan(Part):
    """Calls are recorded, and the caller is told so before the first recorded second."""

    notice: Mapping[Language, Sentence]


class ApprovedTemplate(Part):
    """A WhatsApp template that Meta has approved: what may be said to one who has not written for
    24 hours.
    """

    content_sid: Annotated[str, Field(pattern=r"^HX[0-9a-fA-F]{32}$")]
    variables: Mapping[str, Sentence] = Field(default_factory=dict)
    """May hold {name} and {company} (who speaks), and {text}: what would have been said."""

    @property
    def quotes(self) -> bool:
        """Whether it says what would have been said, whatever that is."""
        return any("{text}" in value for value in self.variables.values())
