"""Which user is somebody whom the firm's sign-on vouches for, and with which role?"""

from collections.abc import Iterable

from console.oidc import Identity
from console.oidc_provider import Provider
from storage.audit import SYSTEM, Audit
from storage.users import LastAdmin, Role, User, UserExists, Users

_STRONGEST: tuple[Role, ...] = ("admin", "sales", "auditor")


class NotKnown(Exception):
    """The sign-on knows them, but nobody has let them in here: an admin adds them, or a group."""


class Doorkeeper:
    """Finds the user, or makes one where the claims or the settings say so."""

    def __init__(self, users: Users, audit: Audit, provider: Provider) -> None:
        self._users = users
        self._audit = audit
        self._provider = provider

    async def admit(self, identity: Identity) -> User:
        """The user. Raises NotKnown."""
        domain = identity.email.rpartition("@")[2]
        if self._provider.domains and domain not in self._provider.domains:
            raise NotKnown("their e-mail address is of a domain that is not let in")
        role = self._role(identity)
        user = await self._users.by_subject(identity.subject)
        if user is None:
            user = await self._met(identity, role)
        if not user.active:
            raise NotKnown("their account is closed")
        return await self._with_role(user, role)

    async def _met(self, identity: Identity, role: Role | None) -> User:
        """Somebody who comes this way for the first time."""
        user = await self._users.get(identity.email)
        if user is None:
            given = role or self._provider.default_role
            if given is None:
                raise NotKnown("there is no user with their address, and no role for new ones")
            try:
                user = await self._users.add(identity.email, None, given, name=identity.name)
            except UserExists as error:
                raise NotKnown("they were added this moment: try again") from error
            await self._audit.record(SYSTEM, "user.added", user.id, {"role": given})
        elif await self._users.subject(user.id) is not None:
            raise NotKnown("their address belongs to another account of the sign-on")
        await self._users.recognise(user.id, identity.subject)
        await self._audit.record(SYSTEM, "user.recognised", user.id)
        return user

    async def _with_role(self, user: User, role: Role | None) -> User:
        """Where the claim decides on roles it is asked each time; no last admin goes by it."""
        if role is None or role == user.role:
            return user
        try:
            await self._users.set_role(user.id, role)
        except LastAdmin:
            return user
        details = {"from": user.role, "to": role}
        await self._audit.record(SYSTEM, "user.role_changed", user.id, details)
        return await self._users.by_id(user.id) or user

    def _role(self, identity: Identity) -> Role | None:
        """The strongest role that the claim names; None where it names none. Raises NotKnown when
        a claim decides, and no value of it lets them in.
        """
        if not self._provider.role_claim:
            return None
        told = identity.claims.get(self._provider.role_claim)
        values = [told] if isinstance(told, str) else told
        listed = values if isinstance(values, Iterable) else ()
        named = {one for one in listed if isinstance(one, str)}
        held = {role for value, role in self._provider.roles.items() if value in named}
        strongest = next((role for role in _STRONGEST if role in held), None)
        if strongest is None and self._provider.default_role is None:
            raise NotKnown(f"no value of their `{self._provider.role_claim}` has a role here")
        return strongest or self._provider.default_role
