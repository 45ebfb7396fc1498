"""Who is looking? Signed visits, tokens against forged forms, patience with wrong passwords."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from fastapi import Request
from itsdangerous import BadSignature, Signer
from starlette.responses import Response

from agent.ports import Clock
from channels.limits import LOOPBACK, Limiter, Rate
from channels.problems import Problem
from channels.signing import DatedSigner
from storage.users import User, Users

LIFETIME_SECONDS = 12 * 3600
PATH = "/console"
PER_PERSON = Rate(burst=5, per_second=1 / 30)
"""Tries for one account from one address."""
PER_ACCOUNT = Rate(burst=50, per_second=1 / 60)
"""The same from anywhere: guesses that come from many addresses."""
PER_ADDRESS = Rate(burst=30, per_second=1 / 10)


class NotSignedIn(Exception):
    """Sign in first, then come back to `path`."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser that has been here before; `email` once somebody has signed in with it."""

    id: str
    email: str | None = None
    seal: str = ""
    """storage.users.User.seal at that moment."""


class Gate:
    """Lets people in, and checks that a form comes from one of our pages."""

    def __init__(self, users: Users, secret: str, clock: Clock, *, secure: bool) -> None:
        """`secure`: the console is reached by https, so its cookie never travels without."""
        self._users = users
        self._signer = DatedSigner(secret, "banter.console.visit", clock)
        self._forms = Signer(secret, salt="banter.console.form", digest_method=hashlib.sha256)
        self._secure = secure
        self._cookie = "__Secure-banter" if secure else "banter"
        seconds = _seconds(clock)
        self._tries = (
            Limiter(PER_PERSON, seconds),
            Limiter(PER_ACCOUNT, seconds),
            Limiter(PER_ADDRESS, seconds),
        )

    def visit(self, request: Request) -> Visit:
        """The visit that the cookie stands for, or a new one."""
        try:
            signed = self._signer.unsign(
                request.cookies.get(self._cookie, ""), max_age=LIFETIME_SECONDS
            )
        except BadSignature:
            return Visit(secrets.token_urlsafe(16))
        identity, email, seal = (*signed.decode().split("|"), "", "")[:3]
        return Visit(identity, unquote(email) or None, seal)

    def remember(self, response: Response, visit: Visit) -> None:
        """Put the visit into the browser."""
        response.set_cookie(
            self._cookie,
            self._signer.sign(
                f"{visit.id}|{quote(visit.email or '', safe='')}|{visit.seal}"
            ).decode(),
            max_age=LIFETIME_SECONDS,
            path=PATH,
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def forget(self, response: Response) -> None:
        """Sign out."""
        response.delete_cookie(
            self._cookie, path=PATH, secure=self._secure, httponly=True, samesite="lax"
        )

    async def user(self, request: Request) -> User:
        """Who is signed in. Raises NotSignedIn, also for somebody who is no user any more, or
        has another password since.
        """
        visit = self.visit(request)
        user = await self._users.get(visit.email) if visit.email else None
        if user is None or not hmac.compare_digest(user.seal, visit.seal):
            raise NotSignedIn(request.url.path if request.method == "GET" else PATH)
        return user

    def form_token(self, visit: Visit) -> str:
        """What every form of this visit carries."""
        return self._forms.get_signature(visit.id).decode()

    def check_form(self, request: Request, token: str) -> None:
        """Refuse a form that is not one of ours."""
        if not self._forms.verify_signature(self.visit(request).id, token.encode()):
            raise Problem(403, "stale-form", "This form is too old: go back, reload, try again.")

    async def sign_in(
        self, email: str, password: str, address: str | None
    ) -> tuple[User | None, float]:
        """The user, or None; and the seconds to wait when there were too many tries."""
        account = email.strip().casefold()
        keys = (f"{account} {address}", account, address or "")
        for limiter, key in zip(self._tries, keys, strict=True):
            wait = 0.0 if key in LOOPBACK else limiter.take(key)
            if wait:
                return None, wait
        return await self._users.verify(email, password), 0.0

    def new_visit(self, user: User) -> Visit:
        """The visit of somebody who just signed in, under a new id: an old one gains nothing."""
        return Visit(secrets.token_urlsafe(16), user.email, user.seal)


def _seconds(clock: Clock) -> Callable[[], float]:
    return lambda: clock.now().timestamp()
