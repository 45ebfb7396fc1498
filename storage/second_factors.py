"""What does somebody have beside their password? A secret in their telephone, and codes on paper.

A code is taken once: the step of the newest one is kept, and nothing at or before it opens (RFC
6238, 5.2). The secret is sealed with SECRET_KEY, of recovery codes there is only a hash.
"""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterable

from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Connection, delete, func, insert, or_, select, update

from agent.ports import Clock
from storage.access_tables import AccessRuleRow, RecoveryCodeRow, UserRow
from storage.database import Database
from storage.suppressions import inserting

RECOVERY_CODES = 10
CODES_FOR_ALL = "codes_for_all"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look like others."""


class SecondFactors:
    """Keeps secrets and codes, and knows whether all must have them."""

    def __init__(self, database: Database, clock: Clock, secret: str) -> None:
        """`secret`: SECRET_KEY."""
        self._database = database
        self._clock = clock
        self._secret = secret.encode()
        key = hmac.new(self._secret, b"secrets of one-time codes", hashlib.sha256).digest()
        self._seal = Fernet(urlsafe_b64encode(key))

    async def propose(self, user: str, totp_secret: str) -> None:
        """A secret that counts once a code of it was given; until then it can be replaced."""
        sealed = self._seal.encrypt(totp_secret.encode()).decode()
        change = (
            update(UserRow)
            .where(UserRow.id == user, UserRow.totp_since.is_(None))
            .values(totp_sealed=sealed, totp_step=None)
        )
        await self._database.write(lambda connection: connection.execute(change))

    async def secret(self, user: str) -> str | None:
        """The secret of their telephone, also one that has only been proposed."""
        wanted = select(UserRow.totp_sealed).where(UserRow.id == user)
        sealed = await self._database.read(lambda connection: connection.execute(wanted).scalar())
        if sealed is None:
            return None
        try:
            return self._seal.decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None  # sealed with another SECRET_KEY: an admin resets it

    async def use_step(self, user: str, step: int) -> bool:
        """Takes the code of this step; False when it, or a later one, was taken before."""
        mine = (UserRow.id == user) & or_(UserRow.totp_step.is_(None), UserRow.totp_step < step)
        change = update(UserRow).where(mine).values(totp_step=step)
        return await self._database.write(
            lambda connection: connection.execute(change).rowcount == 1
        )

    async def confirm(self, user: str, step: int) -> tuple[str, ...] | None:
        """The first code was right: from now on one is asked. The recovery codes, which are shown
        this once; None when it was confirmed already.
        """
        codes = tuple(_code() for _ in range(RECOVERY_CODES))
        mine = (UserRow.id == user) & UserRow.totp_since.is_(None)
        change = update(UserRow).where(mine).values(totp_since=self._clock.now(), totp_step=step)

        def work(connection: Connection) -> bool:
            if connection.execute(change).rowcount != 1:
                return False
            self._replace_codes(connection, user, codes)
            return True

        return codes if await self._database.write(work) else None

    async def renew_codes(self, user: str) -> tuple[str, ...]:
        """New recovery codes: those before them open nothing any more."""
        codes = tuple(_code() for _ in range(RECOVERY_CODES))
        await self._database.write(lambda connection: self._replace_codes(connection, user, codes))
        return codes

    async def use_recovery_code(self, user: str, code: str) -> bool:
        """Takes a recovery code, which is gone with it; False when it is none of theirs."""
        mark = self._mark(user, code)
        gone = delete(RecoveryCodeRow).where(
            RecoveryCodeRow.user == user, RecoveryCodeRow.mark == mark
        )
        return await self._database.write(lambda connection: connection.execute(gone).rowcount == 1)

    async def recovery_codes_left(self, user: str) -> int:
        """How many are not used yet."""
        wanted = select(func.count()).where(RecoveryCodeRow.user == user)
        return await self._database.read(lambda connection: connection.execute(wanted).scalar_one())

    async def for_all(self) -> bool:
        """Whether everybody who signs in with a password must have one."""
        wanted = select(AccessRuleRow.value).where(AccessRuleRow.name == CODES_FOR_ALL)
        value = await self._database.read(lambda connection: connection.execute(wanted).scalar())
        return value == "yes"

    async def ask_all(self, *, ask: bool) -> None:
        """From now on everybody must have one, or nobody must."""
        value = "yes" if ask else "no"

        def work(connection: Connection) -> None:
            rule = inserting(connection, AccessRuleRow).values(name=CODES_FOR_ALL, value=value)
            connection.execute(
                rule.on_conflict_do_update(index_elements=["name"], set_={"value": value})
            )

        await self._database.write(work)

    def _replace_codes(self, connection: Connection, user: str, codes: Iterable[str]) -> None:
        connection.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user == user))
        rows = [{"user": user, "mark": self._mark(user, code)} for code in codes]
        connection.execute(insert(RecoveryCodeRow), rows)

    def _mark(self, user: str, code: str) -> str:
        plain = "".join(sign for sign in code.casefold() if sign.isalnum())
        said = f"recovery:{user}:{plain}"
        return hmac.new(self._secret, said.encode(), hashlib.sha256).hexdigest()


def _code() -> str:
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"{drawn[:5]}-{drawn[5:]}"
