"""Where can one go in the console? The list that every page shows, by role."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from console.translations import N_

Role = Literal["sales", "admin", "auditor"]
EVERYBODY: tuple[Role, ...] = ("sales", "admin", "auditor")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: its address, what it is called, its icon (static/icons.svg), who may go there."""

    path: str
    label: str
    icon: str
    roles: tuple[Role, ...] = EVERYBODY
    beneath: tuple["Entry", ...] = ()

    def holds(self, path: str) -> bool:
        """Whether an address is this place or within it."""
        inside = path == self.path or path.startswith(f"{self.path}/")
        return inside or any(one.holds(path) for one in self.beneath)


LEADS = "/console/leads"
PLACES: tuple[Entry, ...] = (
    Entry("/console", N_("Inbox"), "inbox"),
    Entry("/console/scripts", N_("Scripts"), "script"),
    Entry("/console/analytics", N_("Analytics"), "chart"),
    Entry("/console/teams", N_("Teams"), "people"),
    Entry(
        "/console/settings",
        N_("Settings"),
        "settings",
        ("admin", "auditor"),
        (
            Entry("/console/settings/systems", N_("Systems"), "plug", ("admin", "auditor")),
            Entry("/console/settings/jobs", N_("Jobs"), "clock", ("admin", "auditor")),
            Entry("/console/widget", N_("Website chat"), "chat", ("admin", "auditor")),
            Entry("/console/users", N_("Users"), "user", ("admin", "auditor")),
            Entry("/console/keys", N_("API keys"), "key", ("admin",)),
            Entry("/console/audit", N_("Audit log"), "list", ("admin", "auditor")),
        ),
    ),
)
ACCOUNT = Entry("/console/account", N_("Your account"), "user")


def places_for(role: str, places: Sequence[Entry] = PLACES) -> tuple[Entry, ...]:
    """Where somebody with this role may go."""
    return tuple(
        Entry(one.path, one.label, one.icon, one.roles, places_for(role, one.beneath))
        for one in places
        if role in one.roles
    )


def current(path: str, places: Sequence[Entry] = PLACES) -> Entry | None:
    """The place on the first level that an address belongs to; leads belong to the inbox."""
    home, *others = places
    found = next((one for one in others if one.holds(path)), None)
    at_home = path == home.path or path.startswith((LEADS, f"{home.path}/inbox"))
    return home if found is None and at_home else found
