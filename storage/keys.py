"""Which programs may use the API, and for what? Each has a key of its own, which is shown once."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, insert, select, update

from agent.ports import Clock
from storage.access_tables import ApiKeyRow
from storage.database import Database
from storage.user_sessions import mark_of

PREFIX = "banter_"
"""What every key begins with, so that a search for lost secrets finds it."""
USED_EVERY = timedelta(minutes=5)
"""So long the time of the last use is not written again."""

_FIELDS = (
    ApiKeyRow.id,
    ApiKeyRow.name,
    ApiKeyRow.scopes,
    ApiKeyRow.created_by,
    ApiKeyRow.created_at,
    ApiKeyRow.expires_at,
    ApiKeyRow.last_used_at,
    ApiKeyRow.revoked_at,
)


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is listed: without its secret."""

    id: str
    name: str
    scopes: frozenset[str]
    created_by: str
    """The id of a user."""
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None

    def holds(self, now: datetime) -> bool:
        """Whether it opens anything."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


class Keys:
    """Makes keys, knows them again, revokes them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def create(
        self, name: str, scopes: Iterable[str], created_by: str, expires_at: datetime | None
    ) -> tuple[str, str]:
        """A new key: its id, and its secret, which is kept by nobody but whoever gets it now."""
        secret = PREFIX + secrets.token_urlsafe(32)
        key = secrets.token_hex(8)
        row = {
            "id": key,
            "name": name.strip(),
            "mark": mark_of(secret),
            "scopes": " ".join(sorted(set(scopes))),
            "created_by": created_by,
            "created_at": self._clock.now(),
            "expires_at": expires_at,
        }
        await self._database.write(lambda connection: connection.execute(insert(ApiKeyRow), row))
        return key, secret

    async def find(self, secret: str) -> ApiKey | None:
        """The key with this secret, as long as it holds."""
        if not secret.startswith(PREFIX):
            return None
        wanted = select(*_FIELDS).where(ApiKeyRow.mark == mark_of(secret))
        row = await self._database.read(lambda connection: connection.execute(wanted).first())
        now = self._clock.now()
        if row is None or not (key := _key(row)).holds(now):
            return None
        if key.last_used_at is None or now - key.last_used_at >= USED_EVERY:
            used = update(ApiKeyRow).where(ApiKeyRow.id == key.id).values(last_used_at=now)
            await self._database.write_alone(lambda connection: connection.execute(used))
        return key

    async def all(self) -> tuple[ApiKey, ...]:
        """Every key there ever was, the newest first."""
        wanted = select(*_FIELDS).order_by(ApiKeyRow.created_at.desc(), ApiKeyRow.id)
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        return tuple(map(_key, rows))

    async def revoke(self, key: str) -> bool:
        """From now on it opens nothing; False when there is no such key, or it is revoked."""
        gone = (
            update(ApiKeyRow)
            .where(ApiKeyRow.id == key, ApiKeyRow.revoked_at.is_(None))
            .values(revoked_at=self._clock.now())
        )
        return await self._database.write(lambda connection: connection.execute(gone).rowcount == 1)


def _key(row: Row[*tuple[object, ...]]) -> ApiKey:
    kept = row._mapping
    return ApiKey(**{**kept, "scopes": frozenset(str(kept["scopes"]).split())})
