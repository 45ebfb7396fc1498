"""What do signing in, users and keys work with?"""

from dataclasses import dataclass

import httpx

from agent.ports import Clock
from console.invitations import Invitations
from console.oidc import SignOn
from console.oidc_provider import Provider
from console.refusals import Refusals
from storage.attempts import Attempts
from storage.audit import Audit
from storage.database import Database
from storage.keys import Keys
from storage.second_factors import SecondFactors
from storage.user_sessions import UserSessions
from storage.users import Users

PATIENCE = 10.0
"""Seconds for an answer of the sign-on."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """Everything about who may come in."""

    users: Users
    sessions: UserSessions
    attempts: Attempts
    refusals: Refusals
    factors: SecondFactors
    keys: Keys
    audit: Audit
    invitations: Invitations
    sign_on: SignOn | None
    """The firm's own sign-on; None where none is set up."""
    passwords: bool
    """Whether people may sign in with a password of ours."""


def make_sign_on(
    provider: Provider | None, secret: str, clock: Clock, address: str
) -> SignOn | None:
    """The firm's sign-on, with a connection of its own for the few times that it is asked."""
    if provider is None:
        return None
    return SignOn(provider, secret, clock, address, lambda: httpx.AsyncClient(timeout=PATIENCE))


def make_accounts(
    database: Database,
    users: Users,
    clock: Clock,
    secret: str,
    address: str,
    *,
    sign_on: SignOn | None = None,
    passwords: bool = True,
) -> Accounts:
    """`secret`: SECRET_KEY; `address`: where browsers find us."""
    audit, attempts = Audit(database, clock), Attempts(database, clock, secret)
    return Accounts(
        users=users,
        sessions=UserSessions(database, clock),
        attempts=attempts,
        refusals=Refusals(audit, attempts, users),
        factors=SecondFactors(database, clock, secret),
        keys=Keys(database, clock),
        audit=audit,
        invitations=Invitations(users, secret, clock, address),
        sign_on=sign_on,
        passwords=passwords,
    )
