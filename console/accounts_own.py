"""What can people change of their own account? Name, language, time zone, colours, password, and
where they are signed in.
"""

from typing import Annotated, Literal
from zoneinfo import available_timezones

from fastapi import APIRouter, Depends, Form, Path, Query, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from console.access import Person
from console.accounts_contexts import AccountPage
from console.accounts_welcome import SHORTEST_PASSWORD, mistake_in
from console.gate import PATH
from console.login import LONGEST_PASSWORD, TOO_MANY, WRONG, address_of, enter
from console.office import Office
from console.rendering import Pages, go_to
from console.shell import LANGUAGE_COOKIE, THEME_COOKIE
from console.translations import N_
from qualification.values import Language
from storage.users import ROLES, Theme, User

HERE = f"{PATH}/account"
DONE = {
    "saved": N_("Saved."),
    "password": N_("Your password is another one now; everywhere else you are signed out."),
    "ended": N_("Signed out there."),
    "codes_off": N_("Your password alone opens your account again."),
}
_KINDS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_ON = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
"""The first that is named counts: most browsers claim to be others, too."""
YEAR = 365 * 24 * 3600
Password = Annotated[str, Form(max_length=LONGEST_PASSWORD)]
ZONES = tuple(sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC"))


def account_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/account`"""
    router = APIRouter(prefix=HERE, route_class=pages.route_class())
    accounts, page = office.accounts, _Page(office, pages)
    Anybody = Annotated[Person, Depends(office.gate.permits(*ROLES.values(), own=True))]

    @router.get("")
    async def show(
        request: Request, person: Anybody, done: Annotated[str, Query(max_length=20)] = ""
    ) -> Response:
        return await page.show(request, person, done=DONE.get(done, ""))

    @router.post("")
    async def choose(
        person: Anybody,
        name: Annotated[str, Form(max_length=100, pattern=PLAIN)] = "",
        language: Annotated[Language | Literal[""], Form()] = "",
        zone: Annotated[str, Form(max_length=60, pattern=PLAIN)] = "",
        theme: Annotated[Theme, Form()] = "auto",
    ) -> Response:
        await accounts.users.choose(
            person.id,
            name=name,
            language=language or None,
            zone=zone if zone in ZONES else None,
            theme=theme,
        )
        await office.audit.record(person, "account.changed", person.id)
        response = go_to(f"{HERE}?done=saved")
        for cookie, value in ((LANGUAGE_COOKIE, language), (THEME_COOKIE, theme)):
            if value:
                response.set_cookie(
                    cookie, value, max_age=YEAR, secure=office.gate.secure, samesite="lax"
                )
        return response

    @router.post("/password")
    async def change_password(
        request: Request, person: Anybody, current: Password, password: Password, again: Password
    ) -> Response:
        words = pages.words(request, person)
        user, wait = await office.gate.sign_in(person.email, current, address_of(request))
        if wait:
            said = words.text(TOO_MANY) % {"seconds": words.number(round(wait + 0.5))}
            return await page.show(request, person, error=said, status=429)
        if user is None or not accounts.passwords:
            return await page.show(request, person, error=words.text(WRONG), status=422)
        if mistake := mistake_in(password, again, person.email):
            said = words.text(mistake) % {"shortest": SHORTEST_PASSWORD}
            return await page.show(request, person, error=said, status=422)
        await accounts.users.set_password(person.email, password)
        await office.audit.record(person, "password.changed", person.id)
        return await enter(office, request, user, f"{HERE}?done=password", "password")

    return router


def sessions_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/account/sessions…`"""
    router = APIRouter(prefix=f"{HERE}/sessions", route_class=pages.route_class())
    accounts = office.accounts
    Anybody = Annotated[Person, Depends(office.gate.permits(*ROLES.values(), own=True))]

    @router.post("/{mark}/end")
    async def end_one(
        person: Anybody, mark: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
    ) -> Response:
        await accounts.sessions.end(mark, person.id)
        await office.audit.record(person, "session.ended", person.id)
        return go_to(f"{HERE}?done=ended#sessions")

    @router.post("/end")
    async def end_others(request: Request, person: Anybody) -> Response:
        await accounts.sessions.end_all(person.id, but=office.gate.mark(request))
        await office.audit.record(person, "session.ended", person.id, {"everywhere": True})
        return go_to(f"{HERE}?done=ended#sessions")

    return router


def browser_name(told: str) -> str:
    """`Firefox, Windows`: what a browser says of itself, in short; empty where it says nothing
    that is known.
    """
    named = (next((name for mark, name in kinds if mark in told), "") for kinds in (_KINDS, _ON))
    return ", ".join(name for name in named if name)


class _Page:
    """account.html, as it stands now."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self._office = office
        self._pages = pages

    async def show(
        self,
        request: Request,
        person: Person,
        *,
        error: str = "",
        done: str = "",
        status: int = 200,
    ) -> Response:
        """For the person, after what they did."""
        accounts = self._office.accounts
        user = await self._user(person)
        sessions = await accounts.sessions.of(person.id)
        page = AccountPage(
            user=user,
            zones=ZONES,
            sessions=sessions,
            browsers={one.mark: browser_name(one.browser) for one in sessions},
            here=self._office.gate.mark(request),
            codes_left=await accounts.factors.recovery_codes_left(person.id),
            codes_for_all=await accounts.factors.for_all(),
            passwords=accounts.passwords and user.has_password,
            shortest=SHORTEST_PASSWORD,
            error=error,
            done=done,
            now=self._office.clock.now(),
        )
        return self._pages.show(request, person, "account.html", page, status=status)

    async def _user(self, person: Person) -> User:
        user = await self._office.accounts.users.by_id(person.id)
        assert user is not None  # noqa: S101 - the gate has just found them, and nobody is deleted
        return user
