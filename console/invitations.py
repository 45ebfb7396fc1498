"""How does somebody get a password who has none yet, or has lost it? By a link that holds once.

The link names the user by their id, and their password by its seal: once it is another, the link is
worth nothing. Nobody is written to: whoever made the link passes it on.
"""

from datetime import timedelta

from itsdangerous import BadSignature

from agent.ports import Clock
from channels.signing import DatedSigner
from storage.users import User, Users

VALID = timedelta(days=3)


class Invitations:
    """Makes links, and knows whose they are."""

    def __init__(self, users: Users, secret: str, clock: Clock, address: str) -> None:
        """`address`: where browsers find us."""
        self._users = users
        self._signer = DatedSigner(secret, "banter.console.invitation", clock)
        self._address = address.rstrip("/")

    def link(self, user: User) -> str:
        """Where they choose a password, for three days."""
        token = self._signer.sign(f"{user.id}~{user.seal}").decode()
        return f"{self._address}/console/welcome/{token}"

    async def read(self, token: str) -> User | None:
        """Whose link it is; None for one that was used, is too old, or is none of ours."""
        try:
            value = self._signer.unsign(token, max_age=int(VALID.total_seconds())).decode()
        except BadSignature:
            return None
        identity, _, seal = value.partition("~")
        user = await self._users.by_id(identity)
        return user if user and user.active and user.seal == seal else None
