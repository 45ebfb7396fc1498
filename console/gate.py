"""Who is looking? Visits by a signed cookie, tokens against forged forms, patience with guesses."""

import hashlib
import secrets
from dataclasses import dataclass

from fastapi import Request
from itsdangerous import BadSignature, Signer
from starlette.responses import Response

from agent.ports import Clock
from channels.limits import LOOPBACK
from channels.problems import Problem
from channels.signing import DatedSigner
from console.access import Permits, Person, Role, SecondStep
from console.accounts import Accounts
from console.translations import N_
from storage.teams import Teams
from storage.user_sessions import LIFETIME, How, Session, Standing, mark_of
from storage.users import User

PATH = "/console"
STALE = N_("This form is too old: go back, reload, try again.")
FORM_HEADER = "X-Banter-Token"
FORM_FIELD = "token"
DEFAULT_ZONE = "UTC"
PER_PERSON = (5, 30.0)
"""Tries for one account from one address: so many at once, then one in so many seconds."""
PER_ACCOUNT = (50, 60.0)
"""The same from anywhere: guesses that come from many addresses."""
PER_ADDRESS = (30, 10.0)
PER_CODE = (5, 120.0)
"""At three codes that hold at a time, one guess in 460 days goes through half of the time."""


class NotSignedIn(Exception):
    """Sign in first, then come back to `path`."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser that has been here before, whether or not somebody has signed in with it."""

    id: str


class Gate:
    """Lets people in, and checks that a form comes from one of our pages."""

    def __init__(
        self,
        accounts: Accounts,
        teams: Teams,
        secret: str,
        clock: Clock,
        *,
        secure: bool,
    ) -> None:
        """`secure`: the console is reached by https, so its cookie never travels without."""
        self._teams = teams
        self._users = accounts.users
        self._sessions = accounts.sessions
        self._attempts = accounts.attempts
        self._signer = DatedSigner(secret, "banter.console.visit", clock)
        self._forms = Signer(secret, salt="banter.console.form", digest_method=hashlib.sha256)
        self.secure = secure
        self._cookie = "__Host-banter" if secure else "banter"
        # RFC 6265bis, 4.1.3.2: only this very host can set a cookie of such a name

    def permits(self, *roles: Role, own: bool = False) -> Permits:
        """The dependency of a route: the person, when they have one of these roles. `own`: what
        they change is theirs alone, so that auditors may, too.
        """
        return Permits(frozenset(roles), self.person, self.check_sent, own=own)

    def asks_code(self) -> SecondStep:
        """The dependency of the page between password and console."""
        return SecondStep(self.halfway, self.check_sent)

    def visit(self, request: Request) -> Visit:
        """The visit that the cookie stands for, or a new one."""
        try:
            signed = self._signer.unsign(
                request.cookies.get(self._cookie, ""), max_age=int(LIFETIME.total_seconds())
            )
        except BadSignature:
            return Visit(secrets.token_urlsafe(24))
        return Visit(signed.decode())

    def remember(self, response: Response, visit: Visit) -> None:
        """Put the visit into the browser."""
        response.set_cookie(
            self._cookie,
            self._signer.sign(visit.id).decode(),
            max_age=int(LIFETIME.total_seconds()),
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def forget(self, response: Response) -> None:
        """Take it out again."""
        response.delete_cookie(
            self._cookie, path="/", secure=self.secure, httponly=True, samesite="lax"
        )

    async def session(self, request: Request) -> Session | None:
        """The session of this browser, also one that stands at its second step."""
        return await self._sessions.find(self.visit(request).id)

    async def halfway(self, request: Request) -> Session:
        """The session that waits for its second step. Raises NotSignedIn."""
        session = await self.session(request)
        if session is None or session.standing == "open":
            raise NotSignedIn(PATH)
        return session

    async def person(self, request: Request) -> Person:
        """Who is signed in. Raises NotSignedIn."""
        session = await self.session(request)
        if session is None or session.standing != "open":
            raise NotSignedIn(request.url.path if request.method == "GET" else PATH)
        user = session.user
        return Person(
            id=user.id,
            email=user.email,
            name=user.name or user.email,
            role=user.role,
            language=user.language,
            zone=user.zone or await self._zone(),
            theme=user.theme,
            token=self.form_token(self.visit(request)),
        )

    async def _zone(self) -> str:
        """The clock of the teams is that of whoever has chosen none."""
        version = await self._teams.current()
        return DEFAULT_ZONE if version is None else version.plan.timezone

    def form_token(self, visit: Visit) -> str:
        """What every form of this visit carries."""
        return self._forms.get_signature(visit.id).decode()

    def check_form(self, request: Request, token: str) -> None:
        """Refuse a form that is not one of ours."""
        if not self._forms.verify_signature(self.visit(request).id, token.encode()):
            raise Problem(403, "stale-form", STALE)

    async def check_sent(self, request: Request) -> None:
        """The same for the token wherever a request has it: in its header or in its form."""
        token = request.headers.get(FORM_HEADER)
        if token is None:
            found = (await request.form()).get(FORM_FIELD)
            token = found if isinstance(found, str) else ""
        self.check_form(request, token)

    async def sign_in(
        self, email: str, password: str, address: str | None
    ) -> tuple[User | None, float]:
        """The user, or None; and the seconds to wait when there were too many tries."""
        wait = await self.wait(email.strip().casefold(), address)
        if wait:
            return None, wait
        return await self._users.verify(email, password), 0.0

    async def wait_for_code(self, user: User) -> float:
        """The same for the codes of somebody's telephone, of which there are only a million."""
        burst, seconds = PER_CODE
        return await self._attempts.take(f"code {user.id}", burst=burst, seconds=seconds)

    async def wait(self, account: str, address: str | None) -> float:
        """Takes a try for an account: 0.0, or the seconds until there is one again."""
        tries = (
            (f"{account} {address}", PER_PERSON),
            (account, PER_ACCOUNT),
            (address or "", PER_ADDRESS),
        )
        for key, (burst, seconds) in tries:
            if key in LOOPBACK:
                continue
            wait = await self._attempts.take(key, burst=burst, seconds=seconds)
            if wait:
                return wait
        return 0.0

    async def open(
        self, response: Response, request: Request, user: User, how: How, standing: Standing
    ) -> None:
        """A session under a new secret; the one before it in this browser ends."""
        before = await self.session(request)
        if before is not None:
            await self._sessions.end(before.mark, before.user.id)
        browser = request.headers.get("user-agent", "")
        secret = await self._sessions.begin(user, how, browser, standing)
        self.remember(response, Visit(secret))

    async def close(self, response: Response, request: Request) -> None:
        """Sign out, in this browser and on our side."""
        session = await self.session(request)
        if session is not None:
            await self._sessions.end(session.mark, session.user.id)
        self.forget(response)

    def mark(self, request: Request) -> str:
        """What the session of this browser is kept under."""
        return mark_of(self.visit(request).id)
