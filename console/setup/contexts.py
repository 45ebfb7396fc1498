"""What do the pages about the set-up show? One dataclass a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from agent.ports import JobState
from console.check_ups import CheckUp
from console.fates import Fate
from console.jobs_document import JobOut, TallyOut
from console.queues import Queue
from console.setup.configured import Group
from console.setup.first_steps import FirstStep
from delivery.doctor import Level

Tab = Literal["settings", "systems", "jobs"]


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """setup/settings.html"""

    tab: Tab
    steps: tuple[FirstStep, ...]
    """None once all are done."""
    done: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in the reader's language."""

    about: str
    level: Level
    said: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a test can be sent; empty where it cannot."""

    email: str
    channel: str
    """Of Slack."""
    webhook: bool
    texts: bool
    """Whether texts can be sent at all."""
    number: str
    """Of whoever looks."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a system would be sent."""

    system: str
    requests: tuple[str, ...]
    why: str = ""
    """Why no more would be sent."""


@dataclass(frozen=True, slots=True)
class SystemsPage:
    """setup/systems.html"""

    tab: Tab
    check_up: CheckUp | None
    found: Mapping[str, tuple[Row, ...]]
    """What it found, by system."""
    places: tuple[str, ...]
    may_change: bool
    now: datetime
    ways: Ways
    queues: tuple[Queue, ...]
    """Leads that wait for a system, or that it is not sent any more."""
    fate: Fate | None = None
    """How the text fares that was just sent."""
    rehearsal: Rehearsal | None = None
    notice: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class JobsPage:
    """setup/jobs.html"""

    tab: Tab
    jobs: tuple[JobOut, ...]
    tally: tuple[TallyOut, ...]
    state: JobState | None
    states: tuple[JobState, ...]
    more: bool
    """Whether there are others than those shown."""
    may_change: bool
    now: datetime
    notice: str = ""
    error: str = ""
