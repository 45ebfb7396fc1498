"""What can teams.yaml say? The people who sell, their teams and queues, and the rules by which a
lead comes to one of them.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from qualification.conditions import Part
from qualification.durations import Duration, Span, parse_span
from qualification.fields import Clock, Key, Sentence, Slug, Zone
from qualification.reaching import Day
from qualification.routing.wishes import When
from qualification.routing.working_time import FreeDays, Interval, Shift, WorkingTime, whole_days
from qualification.saying import Said
from qualification.values import Language

DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OTHER = "other"
"""In `accept`: every tier that is not named."""
ACCEPT: Mapping[str, str] = {"hot": "5 min", "warm": "1 h", OTHER: "1 h"}
"""Who is called within five minutes is reached far more often than after thirty (InsideSales/MIT
2007, observational): hence the five minutes.
"""
OFF = frozenset({"off", "no", "none"})


def _phone(written: str) -> str:
    if not re.fullmatch(r"\+[1-9]\d{6,14}", written):
        raise ValueError(
            Said(
                "`%(written)s` is no telephone number: write it with its country, like "
                '"+34600111222"',
                written=written,
            )
        )
    return written


def _email(written: str) -> str:
    try:
        checked = validate_email(written, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise ValueError(
            Said(
                "`%(written)s` is no e-mail address: write it like `ana@acme.example`",
                written=written,
            )
        ) from None
    return checked.normalized.lower()


def _channel(written: str) -> str:
    if not re.fullmatch(r"[CG][A-Z0-9]{2,}", written):
        raise ValueError(
            Said(
                "`%(written)s` is no id of a channel in Slack: write it like `C0123ABCD` "
                "(at the end of the channel's details); names change",
                written=written,
            )
        )
    return written


def _month_day(written: object) -> object:
    found = re.fullmatch(r"(\d\d)-(\d\d)", written) if isinstance(written, str) else None
    if found is None:
        raise ValueError(
            Said(
                '`%(written)s` is no day of the year: write month and day, like "12-25"',
                written=written,
            )
        )
    try:
        day = date(2024, int(found[1]), int(found[2]))  # a leap year: it has the 29th of February
    except ValueError:
        raise ValueError(
            Said(
                '`%(written)s` is in no calendar: write month and day, like "12-25"',
                written=written,
            )
        ) from None
    return (day.month, day.day)


def _accept(written: object) -> object:
    """`off`, or times for some tiers: the others keep theirs."""
    if isinstance(written, str) and written in OFF:
        return {}
    if isinstance(written, Mapping):
        return {**{tier: parse_span(span) for tier, span in ACCEPT.items()}, **written}
    return written


def _as_list(written: object) -> object:
    return [written] if isinstance(written, Mapping) else written


Phone = Annotated[str, AfterValidator(_phone)]
Email = Annotated[str, AfterValidator(_email)]
MonthDay = Annotated[
    tuple[int, int], BeforeValidator(_month_day, json_schema_input_type=str | tuple[int, int])
]
Accept = Annotated[
    Mapping[Key, Duration],
    BeforeValidator(_accept, json_schema_input_type=Literal["off"] | Mapping[Key, str]),
]
Id = Annotated[str, Field(min_length=1, max_length=200)]
Channel = Annotated[str, AfterValidator(_channel)]
Way = Literal["email", "sms"]
Percent = Annotated[int, Field(ge=1, le=99)]


class Holidays(Part):
    """Free days: `dates` of one year, `annual` days, and `easter` counted from Easter Sunday (-2 is
    Good Friday).
    """

    dates: tuple[date, ...] = ()
    annual: tuple[MonthDay, ...] = ()
    easter: tuple[Annotated[int, Field(ge=-70, le=70)], ...] = ()

    def days(self) -> FreeDays:
        """The same for counting."""
        return FreeDays(frozenset(self.dates), frozenset(self.annual), frozenset(self.easter))


class Hours(Part):
    """Hours of work on some days of the week; with `to` before `from` they run over midnight."""

    days: tuple[Day, ...] = Field(default=("mon", "tue", "wed", "thu", "fri"), min_length=1)
    start: Clock = Field(alias="from")
    end: Clock = Field(alias="to")

    def shift(self) -> Shift:
        """The same for counting."""
        return Shift(frozenset(map(DAYS.index, self.days)), self.start, self.end)


AllHours = Annotated[
    tuple[Hours, ...],
    BeforeValidator(_as_list, json_schema_input_type=Hours | tuple[Hours, ...]),
    Field(min_length=1),
]


class Absence(Part):
    """Days on which somebody is not there, the last one included."""

    start: date = Field(alias="from")
    end: date = Field(alias="to")
    why: Sentence | None = None

    @model_validator(mode="after")
    def _forward(self) -> "Absence":
        if self.end < self.start:
            raise ValueError(Said("`to` is before `from`: swap them"))
        return self


class Caps(Part):
    """How many leads one person gets."""

    per_day: int | None = Field(default=None, ge=1, le=10_000)
    open: int | None = Field(default=None, ge=1, le=100_000)
    """At the same time: those not yet won, lost or rejected."""


class Person(Part):
    """Somebody who sells."""

    id: Slug
    name: Sentence
    email: Email
    phone: Phone | None = None
    languages: tuple[Language, ...] = ()
    """Those they speak, the first is the one they are written to in; all when none is named."""
    skills: tuple[Key, ...] = ()
    weight: int = Field(default=1, ge=1, le=100)
    """Who has 2 gets twice as many as who has 1."""
    caps: Caps = Caps()
    hours: AllHours | None = None
    timezone: Zone | None = None
    holidays: tuple[Slug, ...] | None = None
    absences: tuple[Absence, ...] = ()
    takes_calls: bool = True
    """Whether callers are put through to their telephone."""
    tell: tuple[Way, ...] = Field(default=("email", "sms"), min_length=1)
    """How they are told of leads, and reminded of them; by SMS only who has a `phone`."""
    ids: Mapping[Key, Id] = Field(default_factory=dict)
    """Who they are in each system: `hubspot: "123"`."""

    @model_validator(mode="after")
    def _reachable(self) -> "Person":
        if self.tell == ("sms",) and self.phone is None:
            raise ValueError(Said("they are to be told by SMS alone: add their `phone`"))
        return self


class Desk(Part):
    """People who look after leads together, and how soon they do."""

    id: Slug
    name: Annotated[Mapping[Language, Sentence], Field(min_length=1)]
    people: tuple[Slug, ...] = ()
    accept: Accept = Field(default_factory=lambda: _accept({}), validate_default=True)
    """By tier: how soon a lead is to be accepted, in working time; `off`: nobody has to."""
    remind_after: Percent = 50
    """Per cent of that time."""
    reassign: int = Field(default=2, ge=0, le=20)
    """So often a lead goes to somebody else before it is escalated."""
    escalate_to: Slug | None = None
    slack: Channel | None = None
    """The channel in which its leads are told, if not in the one of all (SLACK_CHANNEL)."""

    def time_to_accept(self, tier: str) -> timedelta | None:
        """How soon a lead of this tier is to be accepted; None where nobody has to."""
        span = self.accept.get(tier) or self.accept.get(OTHER)
        return None if span is None else span.exact()


class Team(Desk):
    """People who get leads in turn, by their weights."""

    people: tuple[Slug, ...] = Field(min_length=1)


class Queue(Desk):
    """Where leads wait until one of its people takes them; anybody may where none is named."""

    email: Email | None = None
    """A shared mailbox that is written to."""
    language: Language = "es"
    """The one it is written to in."""
    ids: Mapping[Key, Id] = Field(default_factory=dict)
    """What it is in each system: a queue of Salesforce, say."""
    remind_again: int = Field(default=4, ge=0, le=8)
    """So often it is reminded again of a lead that nobody took in time and nobody else gets: after
    twice the time to accept it, four times, eight times...
    """

    @model_validator(mode="after")
    def _told_somewhere(self) -> "Queue":
        if self.slack is not None and self.email is None:
            raise ValueError(
                Said("a queue with a channel in Slack needs a mailbox too: add its `email`")
            )
        return self


class Target(Part):
    """Where a rule sends a lead: one of these."""

    team: Slug | None = None
    person: Slug | None = None
    queue: Slug | None = None

    @model_validator(mode="after")
    def _one(self) -> "Target":
        if len(self.model_fields_set) != 1:
            raise ValueError(
                Said("name one place: write `{team: …}`, `{person: …}` or `{queue: …}`")
            )
        return self


class Rule(Part):
    """Which leads go where; the first rule that fits and has somebody decides."""

    name: Sentence
    when: When = When()
    to: Target
    skills: tuple[Key, ...] = ()
    """What a person must have to get such a lead."""
    off_hours: Literal["wait", "next_rule"] = "wait"
    """Where nobody is on duty: it waits for whoever is first to be, or the next rule is tried."""
    slack: Channel | None = None
    """The channel in which such leads are told, before that of the team."""


class Fallback(Part):
    """Where a lead goes that no rule finds anybody for."""

    queue: Slug


class TeamPlan(Part):
    """All of teams.yaml."""

    timezone: Zone
    hours: AllHours = Field(
        default_factory=lambda: (Hours.model_validate({"from": "09:00", "to": "18:00"}),)
    )
    """Of those who have none of their own."""
    holidays: Mapping[Slug, Holidays] = Field(default_factory=dict)
    observed: tuple[Slug, ...] = ()
    """The holidays of those who name none of their own."""
    longest_wait: Duration = Field(default=Span(4, "day"), validate_default=True)
    """Who is not back by then is not waited for."""
    existing_owner: Literal["always", "on_duty", "never"] = "always"
    """Whether a lead goes to whoever has this person or company already."""
    people: tuple[Person, ...] = Field(min_length=1)
    teams: tuple[Team, ...] = ()
    queues: tuple[Queue, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = ()
    fallback: Fallback

    def person(self, person: str | None) -> Person | None:
        """The person with this id."""
        return next((one for one in self.people if one.id == person), None)

    def team(self, team: str | None) -> Team | None:
        """The team with this id."""
        return next((one for one in self.teams if one.id == team), None)

    def queue(self, queue: str | None) -> Queue | None:
        """The queue with this id."""
        return next((one for one in self.queues if one.id == queue), None)

    def desk(self, team: str | None, queue: str | None) -> Desk:
        """Whose times hold for a lead: those of the queue it lies in, of the team it went to, or,
        for somebody in no team, of the fallback queue.
        """
        return self.queue(queue) or self.team(team) or self._last_resort()

    def slack_channel(self, rule: str, team: str | None, queue: str | None) -> str | None:
        """Where a lead is told that came to a place by a rule; None where all are."""
        named = next((one.slack for one in self.rules if one.name == rule), None)
        desk = self.queue(queue) or self.team(team)
        return named or (desk.slack if desk is not None else None)

    def slack_channels(self) -> tuple[str, ...]:
        """All that are named, each once."""
        desks: tuple[Desk, ...] = (*self.teams, *self.queues)
        named = (*(one.slack for one in desks), *(one.slack for one in self.rules))
        return tuple(dict.fromkeys(one for one in named if one is not None))

    def takers(self, queue: str) -> tuple[Person, ...]:
        """Who may take a lead out of a queue."""
        found = self.queue(queue)
        named = found.people if found is not None else ()
        return tuple(one for one in self.people if not named or one.id in named)

    def zone_of(self, person: Person) -> ZoneInfo:
        """Where their day begins."""
        return ZoneInfo(person.timezone or self.timezone)

    def working_time(self, person: Person, away: tuple[Interval, ...] = ()) -> WorkingTime:
        """When they work; `away`: when they are absent beside what is written here."""
        zone = self.zone_of(person)
        written = tuple(whole_days(one.start, one.end, zone) for one in person.absences)
        return WorkingTime(
            zone=zone,
            shifts=tuple(one.shift() for one in person.hours or self.hours),
            free=self._free(self.observed if person.holidays is None else person.holidays),
            away=(*written, *away),
        )

    def office_time(self) -> WorkingTime:
        """The hours that queues are looked after in."""
        shifts = tuple(one.shift() for one in self.hours)
        return WorkingTime(ZoneInfo(self.timezone), shifts, self._free(self.observed))

    def wait(self) -> timedelta:
        """How long somebody who is off duty is waited for at most."""
        return self.longest_wait.exact()

    def _last_resort(self) -> Queue:
        return next(one for one in self.queues if one.id == self.fallback.queue)

    def _free(self, names: tuple[str, ...]) -> tuple[FreeDays, ...]:
        return tuple(self.holidays[name].days() for name in names if name in self.holidays)
