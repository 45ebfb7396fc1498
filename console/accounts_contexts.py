"""What do the pages of signing in, users, keys and the log show? One dataclass a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.audit import Entry, Sought
from storage.keys import ApiKey
from storage.user_sessions import Session
from storage.users import Role, User


@dataclass(frozen=True, slots=True)
class LoginPage:
    """login.html"""

    token: str
    email: str
    next: str
    error: str
    demo: bool
    passwords: bool
    sign_on: str
    """What the firm calls its sign-on; empty where there is none."""


@dataclass(frozen=True, slots=True)
class CodePage:
    """code.html"""

    token: str
    next: str
    error: str
    enrol: bool
    """They have to set it up first."""
    secret: str


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """recovery.html"""

    codes: tuple[str, ...]
    next: str


@dataclass(frozen=True, slots=True)
class WelcomePage:
    """welcome.html"""

    token: str
    email: str
    error: str
    shortest: int


@dataclass(frozen=True, slots=True)
class AccountPage:
    """account.html"""

    user: User
    zones: tuple[str, ...]
    sessions: tuple[Session, ...]
    browsers: Mapping[str, str]
    """What each is called, by its mark."""
    here: str
    """The mark of the session that looks."""
    codes_left: int
    codes_for_all: bool
    passwords: bool
    shortest: int
    error: str
    done: str
    now: datetime


@dataclass(frozen=True, slots=True)
class TwoFactorPage:
    """two_factor.html"""

    secret: str
    error: str


@dataclass(frozen=True, slots=True)
class UsersPage:
    """users.html"""

    users: tuple[User, ...]
    roles: Mapping[str, str]
    """What each role is called, and may do."""
    codes_for_all: bool
    link: str
    """To be passed on to somebody: shown this once."""
    link_for: str
    error: str
    email: str
    name: str
    role: Role
    passwords: bool
    sign_on: str
    may_change: bool
    me: str


@dataclass(frozen=True, slots=True)
class KeysPage:
    """keys.html"""

    keys: tuple[ApiKey, ...]
    makers: Mapping[str, str]
    areas: Mapping[str, str]
    """What the areas of the API are called."""
    secret: str
    """Of the new key: shown this once."""
    error: str
    name: str
    chosen: frozenset[str]
    may_change: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class AuditPage:
    """audit.html"""

    names: Mapping[str, str]
    """What actors are called that are neither people nor keys."""
    entries: tuple[Entry, ...]
    next: str
    """The address of the older ones; empty at the end."""
    download: str
    sought: Sought
    actors: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, str], ...]
    says: Mapping[str, str]
    """What each action is called."""
    since: str
    until: str
