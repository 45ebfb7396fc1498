"""How does a line of the inbox become what a list shows? PURE: line and names in, a row out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.inbox_query import Asked
from console.translations import N_, Words
from qualification.routing.plan import TeamPlan
from storage.inbox_filters import Line
from storage.users import User

UNNAMED = N_("Unnamed lead")
ANSWERING = {
    "agent": N_("Agent"),
    "waiting": N_("Waiting for a person"),
    "person": N_("A person"),
    "nobody": N_("Ended"),
}
ANSWERING_TONES = {"agent": "plain", "waiting": "fair", "person": "info", "nobody": "plain"}
SPEAKERS = {"prospect": N_("They"), "agent": N_("Agent"), "person": N_("Team")}
OUTCOMES = {
    "qualified": N_("Qualifies"),
    "unqualified": N_("Does not qualify"),
    "undecided": N_("Undecided"),
}
TIERS = {"hot": N_("Hot"), "warm": N_("Warm"), "nurture": N_("Nurture"), "cold": N_("Cold")}
STATUSES = {
    "active": N_("Active"),
    "open": N_("Open"),
    "pending": N_("With the agent"),
    "snoozed": N_("Snoozed"),
    "resolved": N_("Resolved"),
    "every": N_("Every status"),
}
WHOSE = {"all": N_("All"), "mine": N_("Mine"), "unassigned": N_("Unassigned")}
CHANNELS = {
    "chat": N_("Website chat"),
    "sms": N_("SMS"),
    "whatsapp": N_("WhatsApp"),
    "voice": N_("Phone"),
    "form": N_("Form"),
    "terminal": N_("Terminal"),
}
CHANNEL_ICONS = {"voice": "phone", "form": "form", "terminal": "screen"}
SOON = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Names:
    """Who is who: users by id and e-mail, people of teams.yaml by id."""

    users: Mapping[str, str]
    by_email: Mapping[str, str]
    people: Mapping[str, str]

    @classmethod
    def of(cls, users: Sequence[User], plan: TeamPlan | None) -> "Names":
        """The names that hold now."""
        return cls(
            users={one.id: one.name or one.email for one in users},
            by_email={one.email.casefold(): one.name or one.email for one in users},
            people={one.id: one.name for one in plan.people} if plan else {},
        )

    def answering(self, line: Line) -> str:
        """The person who answers, as they are called."""
        by = line.answered_by or ""
        return self.by_email.get(by.casefold(), by)

    def owner(self, line: Line) -> str:
        """Who sees to it: whom it was given to here, or whom it was routed to."""
        if line.assignee is not None:
            return self.users.get(line.assignee, "")
        return self.people.get(line.person or "", line.person or "")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    conversation: str
    href: str
    who: str
    unread: bool
    at: str
    """For a `datetime` attribute."""
    when: str
    speaker: str
    preview: str
    answering: str
    answering_tone: str
    outcome: str
    outcome_word: str
    tier: str
    tier_word: str
    score: int
    script: str
    channel: str
    channel_icon: str
    owner: str
    due_at: str
    due: str
    late: bool
    standing: str
    here: bool


def row_of(
    line: Line, names: Names, words: Words, now: datetime, asked: Asked, here: str = ""
) -> Row:
    """A line as it is shown."""
    _ = words.text
    answering = names.answering(line) if line.answering == "person" else ""
    standing = line.standing(now)
    return Row(
        conversation=line.conversation,
        href=asked.path(line.conversation),
        who=line.name or line.email or line.phone or _(UNNAMED),
        unread=line.unread,
        at=line.last_at.isoformat(),
        when=words.short(line.last_at, now),
        speaker=_(SPEAKERS[line.last_author]) if line.last_author else "",
        preview=" ".join(line.preview.split()),
        answering=answering or _(ANSWERING[line.answering]),
        answering_tone=ANSWERING_TONES[line.answering],
        outcome=line.outcome,
        outcome_word=_(OUTCOMES.get(line.outcome, line.outcome)),
        tier=line.tier or "",
        tier_word=_(TIERS[line.tier]) if line.tier in TIERS else line.tier or "",
        score=line.score,
        script=line.script,
        channel=_(CHANNELS.get(line.channel, line.channel)),
        channel_icon=CHANNEL_ICONS.get(line.channel, "chat"),
        owner=names.owner(line),
        due_at=line.due_at.isoformat() if line.due_at else "",
        due=words.ago(line.due_at, now) if line.due_at else "",
        late=line.due_at is not None and line.due_at < now + SOON,
        standing=_(STATUSES[standing]) if standing in ("snoozed", "resolved") else "",
        here=line.conversation == here,
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a list can be narrowed to."""

    value: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A field with its choices."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A list beside this one."""

    href: str
    word: str
    here: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A list that somebody keeps."""

    id: str
    name: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class ListPart:
    """What the pane of the list shows."""

    rows: tuple[Row, ...]
    next: str
    """The address of the next rows; empty at the end."""
    tabs: tuple[Tab, ...]
    views: tuple[Pinned, ...]
    narrowings: tuple[Narrowing, ...]
    status: tuple[Choice, ...]
    whose: str
    sought: str
    query: str
    narrowed: bool
    none_at_all: bool
    """There is no lead yet, whatever one looks for."""


def narrowings_of(
    asked: Asked, words: Words, scripts: Mapping[str, str], plan: TeamPlan | None
) -> tuple[Narrowing, ...]:
    """The fields that a list can be narrowed by, with what they can be."""
    _ = words.text
    teams = {one.id: one.id for one in plan.teams} if plan else {}
    queues = {one.id: one.id for one in plan.queues} if plan else {}
    fields: tuple[tuple[str, str, Mapping[str, str]], ...] = (
        ("answering", _("Who answers"), {key: _(word) for key, word in ANSWERING.items()}),
        ("channel", _("Channel"), {key: _(word) for key, word in CHANNELS.items()}),
        ("outcome", _("Verdict"), {key: _(word) for key, word in OUTCOMES.items()}),
        ("tier", _("Tier"), {key: _(word) for key, word in TIERS.items()}),
        ("script", _("Script"), scripts),
        ("language", _("Language"), {"en": "English", "es": "Español"}),
        ("team", _("Team"), {**teams, **queues}),
    )
    return tuple(
        Narrowing(name, label, _choices(known, asked.filters.fields.get(name, "")))
        for name, label, known in fields
    )


def _choices(known: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    more = {chosen: chosen} if chosen and chosen not in known else {}
    return tuple(Choice(key, word, key == chosen) for key, word in {**known, **more}.items())


def statuses_of(asked: Asked, words: Words) -> tuple[Choice, ...]:
    """What a list may be of."""
    return tuple(
        Choice(key, words.text(word), key == asked.filters.status) for key, word in STATUSES.items()
    )
