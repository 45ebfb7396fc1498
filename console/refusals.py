"""Who has tried to get in and could not? In the log, so that guessing is seen, but not as a flood.

Accounts that there are stand there by their id. A name that was typed and an address of the
network are written as short digests that only SECRET_KEY could make: the log tells whether it was
the same one again, not which.
"""

from typing import Literal

from storage.attempts import Attempts
from storage.audit import STRANGER, Audit
from storage.users import Users

How = Literal["password", "code", "sso"]
Why = Literal["wrong", "too_many"]
OF_ONE = (3, 600.0)
"""Entries about one account from one address: so many at once, then one in so many seconds."""
OF_ALL = (100, 60.0)
"""The same about everybody: some 1 500 a day at most, however many guess."""


class Refusals:
    """Writes down who was refused."""

    def __init__(self, audit: Audit, attempts: Attempts, users: Users) -> None:
        self._audit = audit
        self._attempts = attempts
        self._users = users

    async def of_name(self, email: str, address: str | None, how: How, why: Why) -> None:
        """Somebody who said that they are this."""
        user = await self._users.get(email)
        typed = self._attempts.mark(f"account {email.strip().casefold()}")
        await self._note(user.id if user else None, typed, address, how, why)

    async def of_user(self, user: str, address: str | None, how: How, why: Why) -> None:
        """Somebody who came as far as the second step."""
        await self._note(user, user, address, how, why)

    async def of_nobody(self, address: str | None, how: How) -> None:
        """Somebody whom the firm's sign-on did not vouch for, or whom we do not know."""
        await self._note(None, "", address, how, "wrong")

    async def _note(
        self, user: str | None, who: str, address: str | None, how: How, why: Why
    ) -> None:
        origin = self._attempts.mark(f"address {address}") if address else ""
        for key, (burst, seconds) in (
            (f"refusal {how} {who} {origin}", OF_ONE),
            ("refusals", OF_ALL),
        ):
            if await self._attempts.take(key, burst=burst, seconds=seconds):
                return
        details = {"how": how, "why": why, "from": origin}
        if user is None and who:
            details["account"] = who
        await self._audit.record(STRANGER, "session.refused", user, details)
