"""Who may use the console? Passwords are kept as argon2id; a check takes as long for a stranger."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from agent.ports import Clock
from qualification.values import Language
from storage.access_tables import RecoveryCodeRow, SessionRow, UserRow
from storage.database import Database

P = ParamSpec("P")
T = TypeVar("T")
AT_ONCE = 2
"""Passwords that are hashed at a time, each with 64 MB."""
Role = Literal["sales", "admin", "auditor"]
Theme = Literal["auto", "light", "dark"]
ROLES: dict[str, Role] = {"sales": "sales", "admin": "admin", "auditor": "auditor"}
_LANGUAGES: dict[str, Language] = {"es": "es", "en": "en"}
_THEMES: dict[str, Theme] = {"light": "light", "dark": "dark"}
NO_PASSWORD = "!"  # noqa: S105 - what a row begins with that has none
_FIELDS = (
    UserRow.id,
    UserRow.email,
    UserRow.name,
    UserRow.role,
    UserRow.language,
    UserRow.zone,
    UserRow.theme,
    UserRow.inactive_since,
    UserRow.totp_since,
    UserRow.password,
)


class UserExists(ValueError):
    """There is a user with this address: choose another, or set a new password."""


class LastAdmin(ValueError):
    """Nobody would be left who can let others in: make somebody else an admin first."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may use the console."""

    id: str
    email: str
    role: Role
    seal: str
    """Says nothing of the password, but is another one for every new password."""
    name: str = ""
    language: Language | None = None
    """What they chose; None follows the browser."""
    zone: str | None = None
    theme: Theme = "auto"
    active: bool = True
    has_password: bool = True
    has_codes: bool = False
    """Whether a code of their telephone is asked beside the password."""


class Users:
    """Adds people and checks who they are."""

    def __init__(
        self, database: Database, clock: Clock, hasher: PasswordHasher | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._hasher = hasher or PasswordHasher()
        self._nobody: str | None = None
        self._room = asyncio.Semaphore(AT_ONCE)

    async def add(
        self, email: str, password: str | None, role: Role = "admin", *, name: str = ""
    ) -> User:
        """Somebody new, who is to choose their own password where none is given; UserExists when
        the address is taken.
        """
        hashed = await self._hashed(password)
        row = {
            "id": secrets.token_hex(8),
            "email": _same(email),
            "name": name.strip(),
            "password": hashed,
            "role": role,
            "created_at": self._clock.now(),
        }
        try:
            await self._database.write(lambda connection: connection.execute(insert(UserRow), row))
        except IntegrityError as error:
            raise UserExists(row["email"]) from error
        added = await self.get(email)
        assert added is not None  # noqa: S101 - it was written just now, and no user is deleted
        return added

    async def set_password(self, email: str, password: str) -> bool:
        """A new password; False when nobody has this address. Who is signed in is so no more."""
        hashed = await self._hashed(password)
        return await self._store(_same(email), hashed)

    async def accept(self, user: str, seal: str, password: str) -> bool:
        """The password that somebody chose by a link; False when theirs has changed since the link
        was made: of two who follow it one is first.
        """
        row = await self._row(UserRow.id == user)
        if row is None or _seal(row.password) != seal:
            return False
        hashed = await self._hashed(password)
        return await self._store(row.email, hashed, instead_of=row.password)

    async def verify(self, email: str, password: str) -> User | None:
        """The user with this address and password; nobody whose account is closed."""
        row = await self._row(UserRow.email == _same(email))
        known = row is not None and not row.password.startswith(NO_PASSWORD)
        stored = row.password if known and row is not None else await self._hash_of_nobody()
        matches = await self._alone(self._matches, stored, password)
        if row is None or not known or not matches or row.inactive_since is not None:
            return None
        if not self._hasher.check_needs_rehash(stored):
            return user_of(row)
        stored = await self._alone(self._hasher.hash, password)
        await self._rehash(row.email, row.password, stored)
        return await self.get(row.email)

    async def get(self, email: str) -> User | None:
        """The user with this address."""
        row = await self._row(UserRow.email == _same(email))
        return None if row is None else user_of(row)

    async def by_id(self, user: str) -> User | None:
        """The user with this id."""
        row = await self._row(UserRow.id == user)
        return None if row is None else user_of(row)

    async def by_subject(self, subject: str) -> User | None:
        """Who this is at the firm's sign-on."""
        row = await self._row(UserRow.subject == subject)
        return None if row is None else user_of(row)

    async def subject(self, user: str) -> str | None:
        """What the firm's sign-on names them by; None for who never came that way."""
        wanted = select(UserRow.subject).where(UserRow.id == user)
        return await self._database.read(lambda connection: connection.execute(wanted).scalar())

    async def all(self) -> tuple[User, ...]:
        """Everybody, those who may sign in first."""
        wanted = select(*_FIELDS).order_by(UserRow.inactive_since.is_not(None), UserRow.email)
        rows = await self._database.read_loosely(
            lambda connection: connection.execute(wanted).all()
        )
        return tuple(map(user_of, rows))

    async def choose(
        self, user: str, *, name: str, language: Language | None, zone: str | None, theme: Theme
    ) -> None:
        """What somebody chose for themselves."""
        chosen = {"name": name.strip(), "language": language, "zone": zone, "theme": theme}
        await self._change(user, chosen)

    async def prefer(self, user: str, *, language: Language | None, theme: Theme | None) -> None:
        """The language and the colours that they chose just now; None leaves what is."""
        chosen = {"language": language, "theme": theme}
        if any(chosen.values()):
            await self._change(user, {key: value for key, value in chosen.items() if value})

    async def recognise(self, user: str, subject: str) -> None:
        """From now on the firm's sign-on names them by this."""
        await self._change(user, {"subject": subject})

    async def set_role(self, user: str, role: Role) -> None:
        """Another role; LastAdmin when nobody else could let people in."""
        await self._change(user, {"role": role}, keeps_admin=role == "admin")

    async def deactivate(self, user: str) -> None:
        """They may not sign in any more, and are signed out; LastAdmin as above."""
        now = self._clock.now()
        await self._change(user, {"inactive_since": now}, keeps_admin=False, ends_visits=True)

    async def activate(self, user: str) -> None:
        """They may sign in again."""
        await self._change(user, {"inactive_since": None})

    async def reset_codes(self, email: str) -> bool:
        """They have no second factor any more, and are signed out; False when there is no such
        user.
        """
        cleared = {"totp_sealed": None, "totp_since": None, "totp_step": None}
        theirs = update(UserRow).where(UserRow.email == _same(email)).values(**cleared)

        def work(connection: Connection) -> bool:
            user = connection.execute(theirs.returning(UserRow.id)).scalar()
            connection.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user == user))
            connection.execute(delete(SessionRow).where(SessionRow.user == user))
            return user is not None

        return await self._database.write(work)

    async def _change(
        self,
        user: str,
        values: Mapping[str, Any],
        *,
        keeps_admin: bool = True,
        ends_visits: bool = False,
    ) -> None:
        change = update(UserRow).where(UserRow.id == user).values(**values)

        def work(connection: Connection) -> None:
            if not keeps_admin:
                _leave_an_admin(connection, user)
            connection.execute(change)
            if ends_visits:
                connection.execute(delete(SessionRow).where(SessionRow.user == user))

        await self._database.write(work)

    async def _row(self, which: ColumnElement[bool]) -> Row[*tuple[Any, ...]] | None:
        wanted = select(*_FIELDS).where(which)
        return await self._database.read(lambda connection: connection.execute(wanted).first())

    async def _store(self, email: str, hashed: str, instead_of: str | None = None) -> bool:
        change = update(UserRow).where(UserRow.email == email).values(password=hashed)
        if instead_of is not None:
            change = change.where(UserRow.password == instead_of)

        def work(connection: Connection) -> bool:
            user = connection.execute(change.returning(UserRow.id)).scalar()
            connection.execute(delete(SessionRow).where(SessionRow.user == user))
            return user is not None

        return await self._database.write(work)

    async def _rehash(self, email: str, before: str, hashed: str) -> None:
        """The same password, kept stronger: no visit ends for it."""
        change = (
            update(UserRow)
            .where(UserRow.email == email, UserRow.password == before)
            .values(password=hashed)
        )
        await self._database.write(lambda connection: connection.execute(change))

    async def _hashed(self, password: str | None) -> str:
        if password is None:
            return NO_PASSWORD + secrets.token_hex(16)
        return await self._alone(self._hasher.hash, password)

    async def _alone(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Aside, and few at a time: whoever sends many passwords takes neither all the memory nor
        all the cores.
        """
        async with self._room:
            return await asyncio.to_thread(work, *args, **kwargs)

    async def _hash_of_nobody(self) -> str:
        """What a stranger's password is compared with, so that the answer takes as long."""
        if self._nobody is None:
            self._nobody = await self._alone(self._hasher.hash, "nobody")
        return self._nobody

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def user_of(row: Row[*tuple[Any, ...]]) -> User:
    """The user that a row stands for."""
    return User(
        id=row.id,
        email=row.email,
        role=ROLES[row.role],
        seal=_seal(row.password),
        name=row.name or "",
        language=_LANGUAGES.get(row.language or ""),
        zone=row.zone,
        theme=_THEMES.get(row.theme, "auto"),
        active=row.inactive_since is None,
        has_password=not row.password.startswith(NO_PASSWORD),
        has_codes=row.totp_since is not None,
    )


FIELDS = _FIELDS
"""What `user_of` wants of a row."""


def _leave_an_admin(connection: Connection, user: str) -> None:
    """Of two who go at the same time one stays: their rows are locked, on PostgreSQL one by one."""
    admins = select(UserRow.id).where(UserRow.role == "admin", UserRow.inactive_since.is_(None))
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(7_204_982)))
    there = set(connection.execute(admins).scalars())
    if there == {user}:
        raise LastAdmin(user)


def _same(email: str) -> str:
    return email.strip().casefold()


def _seal(hashed: str) -> str:
    return hashlib.sha256(hashed.encode()).hexdigest()[:16]
