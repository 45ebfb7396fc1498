"""Which browsers has somebody signed in with? Each can be ended from afar.

The secret is in the cookie alone; what is kept is its SHA-256, with which nobody gets in. A session
ends after a working day, and earlier when nobody uses it (OWASP ASVS 5.0, 7.3: both limits).
"""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, insert, select, update

from agent.ports import Clock
from storage.access_tables import SessionRow, UserRow
from storage.database import Database
from storage.users import FIELDS, Role, User, user_of

Standing = Literal["open", "code", "enrol"]
How = Literal["password", "sso"]
LIFETIME = timedelta(hours=12)
IDLE = timedelta(hours=4)
"""A morning: whoever keeps a page open that tells of new leads is not idle."""
HALFWAY = timedelta(minutes=10)
"""For the second step of signing in."""
SEEN_EVERY = timedelta(minutes=2)
"""So long a session is not written to again."""
LONGEST_BROWSER = 200

_SESSION = (
    SessionRow.mark,
    SessionRow.standing,
    SessionRow.how,
    SessionRow.browser,
    SessionRow.began_at,
    SessionRow.seen_at,
)
_STANDINGS: dict[str, Standing] = {"open": "open", "code": "code", "enrol": "enrol"}
_HOWS: dict[str, How] = {"password": "password", "sso": "sso"}


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody in a browser."""

    mark: str
    user: User
    standing: Standing
    how: How
    browser: str
    """What the browser says of itself."""
    began_at: datetime
    seen_at: datetime


class UserSessions:
    """Begins sessions, finds them again, ends them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def begin(self, user: User, how: How, browser: str, standing: Standing = "open") -> str:
        """A new session: its secret, for the cookie."""
        secret, now = secrets.token_urlsafe(24), self._clock.now()
        row = {
            "mark": mark_of(secret),
            "user": user.id,
            "standing": standing,
            "how": how,
            "browser": browser[:LONGEST_BROWSER],
            "began_at": now,
            "seen_at": now,
        }

        def work(connection: Connection) -> None:
            connection.execute(delete(SessionRow).where(SessionRow.began_at < now - LIFETIME))
            connection.execute(insert(SessionRow), row)

        await self._database.write(work)
        return secret

    async def find(self, secret: str) -> Session | None:
        """The session of a cookie, as long as it and its user's account are open."""
        wanted = (
            select(*_SESSION, *FIELDS)
            .join(UserRow, UserRow.id == SessionRow.user)
            .where(SessionRow.mark == mark_of(secret))
        )
        row = await self._database.read_loosely(
            lambda connection: connection.execute(wanted).first()
        )
        now = self._clock.now()
        if row is None or not _holds(session := _session(row), now):
            return None
        if now - session.seen_at >= SEEN_EVERY:
            await self._see(session.mark, now)
        return session

    async def of(self, user: str) -> tuple[Session, ...]:
        """The sessions of somebody that hold, the newest first."""
        wanted = (
            select(*_SESSION, *FIELDS)
            .join(UserRow, UserRow.id == SessionRow.user)
            .where(SessionRow.user == user)
            .order_by(SessionRow.seen_at.desc())
        )
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        now = self._clock.now()
        return tuple(one for one in map(_session, rows) if _holds(one, now))

    async def roles(self, marks: Sequence[str]) -> Mapping[str, Role]:
        """What the people of these sessions may do now; whose session does not hold is left out."""
        wanted = (
            select(*_SESSION, *FIELDS)
            .join(UserRow, UserRow.id == SessionRow.user)
            .where(SessionRow.mark.in_(marks), SessionRow.standing == "open")
        )
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        now = self._clock.now()
        return {one.mark: one.user.role for one in map(_session, rows) if _holds(one, now)}

    async def end(self, mark: str, user: str) -> None:
        """One session of this user, by its mark."""
        mine = (SessionRow.mark == mark) & (SessionRow.user == user)
        gone = delete(SessionRow).where(mine)
        await self._database.write(lambda connection: connection.execute(gone))

    async def end_all(self, user: str, *, but: str | None = None) -> None:
        """Signs somebody out everywhere, `but` the session with this mark."""
        gone = delete(SessionRow).where(SessionRow.user == user)
        if but is not None:
            gone = gone.where(SessionRow.mark != but)
        await self._database.write(lambda connection: connection.execute(gone))

    async def _see(self, mark: str, now: datetime) -> None:
        seen = update(SessionRow).where(SessionRow.mark == mark).values(seen_at=now)
        await self._database.write_alone(lambda connection: connection.execute(seen))


def mark_of(secret: str) -> str:
    """What is kept of a secret that was drawn by lot: no salt, for nobody can guess it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _session(row: Row[*tuple[Any, ...]]) -> Session:
    return Session(
        mark=row.mark,
        user=user_of(row),
        standing=_STANDINGS[row.standing],
        how=_HOWS[row.how],
        browser=row.browser,
        began_at=row.began_at,
        seen_at=row.seen_at,
    )


def _holds(session: Session, now: datetime) -> bool:
    longest = LIFETIME if session.standing == "open" else HALFWAY
    return session.user.active and now - session.began_at < longest and now - session.seen_at < IDLE
