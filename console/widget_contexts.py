"""What does the page about the chats of our web sites show?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from agent.widget import Widget
from console.translations import N_

FIELD_NAMES = {
    "name": N_("Name"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "company": N_("Company"),
    "job_title": N_("Job title"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the chats."""

    key: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A datum that may be asked for before the chat."""

    kind: str
    name: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour on another, and how well it can be read."""

    what: str
    ink: str
    ground: str
    ratio: float
    given: bool
    """It is the colour that was chosen, not one made of it."""


@dataclass(frozen=True, slots=True)
class WidgetSettingsPage:
    """widget_settings.html"""

    tabs: tuple[Tab, ...]
    widget: Widget
    title: str
    sites: str
    """As they were written."""
    reply_minutes: str
    colour: str
    version: int
    updated_at: datetime | None
    updated_by: str | None
    secret_at: datetime | None
    secret: str | None
    """Shown this once."""
    scripts: tuple[tuple[str, str], ...]
    """Key and title of each that is published."""
    rows: tuple[FieldRow, ...]
    swatches: tuple[Swatch, ...]
    wrong: Mapping[str, str]
    saved: bool
    changed_meanwhile: bool
    may_change: bool
    open_to_all: bool
    snippet: str
    server_snippet: str
    preview: str
    """The address of the chat with made-up words."""
    teams_have_hours: bool


@dataclass(frozen=True, slots=True)
class NewWidgetPage:
    """widget_new.html"""

    tabs: tuple[Tab, ...]
    name: str
    key: str
    wrong: str
