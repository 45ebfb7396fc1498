"""Who may use the console? Passwords are kept as argon2id; a check takes as long for a stranger."""

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from agent.ports import Clock
from storage.database import Database
from storage.tables import UserRow

Role = Literal["admin", "sales"]
ROLES: dict[str, Role] = {"admin": "admin", "sales": "sales"}


class UserExists(ValueError):
    """There is a user with this address: choose another, or set a new password."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may use the console."""

    email: str
    role: Role
    seal: str
    """Says nothing of the password, but is another one for every new password."""


class Users:
    """Adds people and checks who they are."""

    def __init__(
        self, database: Database, clock: Clock, hasher: PasswordHasher | None = None
    ) -> None:
        self._database = database
        self._clock = clock
        self._hasher = hasher or PasswordHasher()
        self._nobody: str | None = None

    async def add(self, email: str, password: str, role: Role = "admin") -> User:
        """Somebody new; UserExists when the address is taken."""
        hashed = await asyncio.to_thread(self._hasher.hash, password)
        user = User(_same(email), role, _seal(hashed))
        row = {
            "email": user.email,
            "password": hashed,
            "role": role,
            "created_at": self._clock.now(),
        }
        try:
            await self._database.write(lambda connection: connection.execute(insert(UserRow), row))
        except IntegrityError as error:
            raise UserExists(user.email) from error
        return user

    async def set_password(self, email: str, password: str) -> bool:
        """A new password; False when nobody has this address."""
        hashed = await asyncio.to_thread(self._hasher.hash, password)
        return await self._store(_same(email), hashed)

    async def verify(self, email: str, password: str) -> User | None:
        """The user with this address and password."""
        wanted = select(UserRow.email, UserRow.role, UserRow.password).where(
            UserRow.email == _same(email)
        )
        row = await self._database.read(lambda connection: connection.execute(wanted).first())
        stored = await self._hash_of_nobody() if row is None else row.password
        matches = await asyncio.to_thread(self._matches, stored, password)
        if row is None or not matches:
            return None
        if self._hasher.check_needs_rehash(stored):
            stored = await asyncio.to_thread(self._hasher.hash, password)
            await self._store(row.email, stored)
        return User(row.email, ROLES[row.role], _seal(stored))

    async def get(self, email: str) -> User | None:
        """The user with this address, for a session that was signed before."""
        wanted = select(UserRow.email, UserRow.role, UserRow.password).where(
            UserRow.email == _same(email)
        )
        row = await self._database.read(lambda connection: connection.execute(wanted).first())
        return None if row is None else User(row.email, ROLES[row.role], _seal(row.password))

    async def _store(self, email: str, hashed: str) -> bool:
        change = update(UserRow).where(UserRow.email == email).values(password=hashed)

        def work(connection: Connection) -> bool:
            return connection.execute(change).rowcount == 1

        return await self._database.write(work)

    async def _hash_of_nobody(self) -> str:
        """What a stranger's password is compared with, so that the answer takes as long."""
        if self._nobody is None:
            self._nobody = await asyncio.to_thread(self._hasher.hash, "nobody")
        return self._nobody

    def _matches(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def _same(email: str) -> str:
    return email.strip().casefold()


def _seal(hashed: str) -> str:
    return hashlib.sha256(hashed.encode()).hexdigest()[:16]
