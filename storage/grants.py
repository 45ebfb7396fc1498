"""Where are the tokens of other systems? Sealed in the database; one process at a time renews one.

The key is made of SECRET_KEY: with another one nothing can be read, and every system is signed in
to anew.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken
from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, or_, select, update

from agent.grants import Grant, Held
from storage.database import Database
from storage.delivery_tables import GrantRow
from storage.suppressions import inserting

_GRANT = TypeAdapter(Grant)
_SYSTEM = GrantRow.system == bindparam("of")
_READ = select(GrantRow.settings, GrantRow.number, GrantRow.sealed).where(_SYSTEM)
_NUMBERED = _SYSTEM & (GrantRow.number == bindparam("numbered"))
_CLAIM = (
    update(GrantRow)
    .where(
        _NUMBERED,
        or_(GrantRow.claimed_until.is_(None), GrantRow.claimed_until <= bindparam("moment")),
    )
    .values(claimed_until=bindparam("until"))
)
_RENEW = (
    update(GrantRow)
    .where(_NUMBERED)
    .values(
        number=GrantRow.number + 1,
        settings=bindparam("for_settings"),
        sealed=bindparam("newest"),
        claimed_until=None,
    )
)
_LET_GO = update(GrantRow).where(_NUMBERED).values(claimed_until=None)


class StoredGrants:
    """agent.grants.Grants over the database."""

    def __init__(self, database: Database, secret: str) -> None:
        """`secret`: SECRET_KEY."""
        self._database = database
        self._secret = secret.encode()
        key = hmac.new(self._secret, b"tokens of other systems", hashlib.sha256).digest()
        self._seal = Fernet(urlsafe_b64encode(key))

    async def read(self, system: str, settings: str) -> Held:
        """The newest one; none where it was given for other `settings` (their fingerprint)."""
        row = await self._database.read(
            lambda connection: connection.execute(_READ, {"of": system}).first()
        )
        if row is None:
            return Held(None, 0)
        if row.sealed is None or row.settings != self._mark(settings):
            return Held(None, row.number)
        return Held(self._opened(row.sealed), row.number)

    async def claim(
        self, system: str, settings: str, number: int, now: datetime, until: datetime
    ) -> bool:
        """Whether it is ours to renew the grant with this number: nobody else does until then."""
        mine = {"of": system, "numbered": number, "moment": now, "until": until}
        row = {"system": system, "settings": self._mark(settings), "number": 0}

        def work(connection: Connection) -> bool:
            new = inserting(connection, GrantRow).values(**row)
            connection.execute(new.on_conflict_do_nothing(index_elements=["system"]))
            return connection.execute(_CLAIM, mine).rowcount == 1

        return await self._database.write(work)

    async def renew(self, system: str, settings: str, number: int, grant: Grant) -> None:
        """The next one; with it the refresh token that goes on."""
        changes = {
            "of": system,
            "numbered": number,
            "for_settings": self._mark(settings),
            "newest": self._seal.encrypt(_GRANT.dump_json(grant)).decode(),
        }
        await self._database.write(lambda connection: connection.execute(_RENEW, changes))

    async def let_go(self, system: str, number: int) -> None:
        """It could not be renewed: whoever needs it may try."""
        mine = {"of": system, "numbered": number}
        await self._database.write(lambda connection: connection.execute(_LET_GO, mine))

    def _opened(self, sealed: str) -> Grant | None:
        try:
            return _GRANT.validate_json(self._seal.decrypt(sealed.encode()))
        except InvalidToken:
            return None

    def _mark(self, settings: str) -> str:
        """Credentials cannot be guessed from it."""
        return hmac.new(self._secret, settings.encode(), hashlib.sha256).hexdigest()
