"""How are the chats of the web sites set up? Their settings, and the secrets by which sites vouch
for their visitors: sealed, and shown to nobody again.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken
from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from agent.ports import Clock
from agent.widget import DEFAULT, GRACE, Widget
from storage.database import Database
from storage.widget_tables import WidgetRow

SECRET_BYTES = 32
_WIDGET = TypeAdapter(Widget)
_Columns = tuple[str, str, int, datetime | None, datetime, str | None]
_KEY = WidgetRow.key == bindparam("of")
_COLUMNS = (
    WidgetRow.key,
    WidgetRow.settings,
    WidgetRow.version,
    WidgetRow.secret_at,
    WidgetRow.updated_at,
    WidgetRow.updated_by,
)
_READ = select(*_COLUMNS).where(_KEY)
_ALL = select(*_COLUMNS).order_by(WidgetRow.key)
_SECRETS = select(WidgetRow.secret, WidgetRow.secret_before, WidgetRow.secret_at).where(_KEY)
_CHANGE = (
    update(WidgetRow)
    .where(_KEY, WidgetRow.version == bindparam("seen"))
    .values(
        settings=bindparam("new_settings"),
        version=WidgetRow.version + 1,
        updated_at=bindparam("moment"),
        updated_by=bindparam("person"),
    )
)
_ROTATE = (
    update(WidgetRow)
    .where(_KEY)
    .values(
        secret_before=WidgetRow.secret,
        secret=bindparam("sealed"),
        secret_at=bindparam("moment"),
    )
)
_REMOVE = delete(WidgetRow).where(_KEY)


class ChangedMeanwhile(Exception):
    """Somebody else has changed or added it: look at it again."""


@dataclass(frozen=True, slots=True)
class StoredWidget:
    """The chat of one web site, and who changed it last; version 0 is on record nowhere yet."""

    widget: Widget
    version: int = 0
    secret_at: datetime | None = None
    """Since when the newest secret is good; None where there is none."""
    updated_at: datetime | None = None
    updated_by: str | None = None


class StoredWidgets:
    """agent.widget.Widgets over the database."""

    def __init__(
        self, database: Database, secret: str, clock: Clock, sites: Sequence[str] = ()
    ) -> None:
        """`secret`: SECRET_KEY; `sites`: may embed the default chat until it is set up."""
        self._database = database
        self._clock = clock
        self._default = StoredWidget(Widget(sites=tuple(sites)))
        key = hmac.new(secret.encode(), b"secrets of web sites", hashlib.sha256).digest()
        self._seal = Fernet(urlsafe_b64encode(key))

    async def get(self, key: str) -> Widget | None:
        """How it is set up; None where there is none of this key."""
        found = await self.find(key)
        return None if found is None else found.widget

    async def find(self, key: str) -> StoredWidget | None:
        """The same, and who changed it last."""
        row = await self._database.read(
            lambda connection: connection.execute(_READ, {"of": key}).first()
        )
        if row is not None:
            return _stored(row)
        return self._default if key == DEFAULT else None

    async def all(self) -> tuple[StoredWidget, ...]:
        """All there are, the default one first."""
        rows = await self._database.read(lambda connection: connection.execute(_ALL).all())
        found = {row.key: _stored(row) for row in rows}
        first = found.pop(DEFAULT, self._default)
        return (first, *found.values())

    async def save(self, widget: Widget, seen: int, by: str) -> None:
        """Set it up so. Raises ChangedMeanwhile where it is not the version `seen` any more."""
        now = self._clock.now()
        settings = _WIDGET.dump_json(widget).decode()
        if seen:
            changes = {
                "of": widget.key,
                "seen": seen,
                "new_settings": settings,
                "moment": now,
                "person": by,
            }

            def change(connection: Connection) -> bool:
                return connection.execute(_CHANGE, changes).rowcount == 1

            if not await self._database.write(change):
                raise ChangedMeanwhile(widget.key)
            return
        await self._add(widget.key, settings, now, by)

    async def remove(self, key: str) -> bool:
        """Forget it, its secrets too; False where there is none."""

        def work(connection: Connection) -> bool:
            return connection.execute(_REMOVE, {"of": key}).rowcount == 1

        return await self._database.write(work)

    async def rotate(self, key: str, by: str) -> str:
        """A new secret; the one before is good for GRACE. It cannot be read again."""
        now = self._clock.now()
        found = await self.find(key)
        if found is not None and not found.version:
            await self._add(key, _WIDGET.dump_json(found.widget).decode(), now, by)
        made = secrets.token_urlsafe(SECRET_BYTES)
        changes = {"of": key, "sealed": self._seal.encrypt(made.encode()).decode(), "moment": now}

        def work(connection: Connection) -> bool:
            return connection.execute(_ROTATE, changes).rowcount == 1

        if not await self._database.write(work):
            raise ChangedMeanwhile(key)
        return made

    async def secrets(self, key: str) -> tuple[str, ...]:
        """The secrets that are good now, newest first."""
        row = await self._database.read(
            lambda connection: connection.execute(_SECRETS, {"of": key}).first()
        )
        if row is None or row.secret_at is None:
            return ()
        recent = self._clock.now() - row.secret_at < GRACE
        sealed = (row.secret, row.secret_before if recent else None)
        opened = (self._opened(one) for one in sealed if one is not None)
        return tuple(one for one in opened if one is not None)

    async def _add(self, key: str, settings: str, now: datetime, by: str) -> None:
        row = {
            "key": key,
            "settings": settings,
            "version": 1,
            "updated_at": now,
            "updated_by": by,
        }
        try:
            await self._database.write(
                lambda connection: connection.execute(insert(WidgetRow), row)
            )
        except IntegrityError:
            raise ChangedMeanwhile(key) from None

    def _opened(self, sealed: str) -> str | None:
        """None after SECRET_KEY was changed: a new secret has to be made."""
        try:
            return self._seal.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None


def _stored(row: Row[*_Columns]) -> StoredWidget:
    widget = replace(_WIDGET.validate_json(row.settings), key=row.key)
    return StoredWidget(widget, row.version, row.secret_at, row.updated_at, row.updated_by)
