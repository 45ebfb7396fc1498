"""How does somebody come in by the firm's sign-on? Out to the provider, and back with a code."""

import logging
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from channels.problems import Problem
from console.accounts import Accounts
from console.accounts_contexts import LoginPage
from console.gate import PATH
from console.login import address_of, enter, ours
from console.office import Office
from console.oidc import CALLBACK, VALID, ProviderAway, SignOn, SignOnRefused
from console.oidc_people import Doorkeeper, NotKnown
from console.rendering import Pages, go_to
from console.translations import N_

log = logging.getLogger(__name__)
AWAY = N_("%(name)s does not answer: try again in a moment.")
REFUSED = N_("Signing in with %(name)s did not work: try it again.")
UNKNOWN = N_("%(name)s knows you, but you have no account here: ask an admin.")
OFF = N_("No single sign-on is set up here.")
Told = Annotated[str, Query(max_length=4000)]


def oidc_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/sso` and where the provider sends people back to."""
    router = APIRouter(route_class=pages.route_class())
    accounts, cookie = office.accounts, _Cookie(secure=office.gate.secure)

    def refused(request: Request, sign_on: SignOn, text: str, status: int) -> Response:
        said = pages.words(request, None).text(text) % {"name": sign_on.provider.name}
        visit = office.gate.visit(request)
        page = LoginPage(
            token=office.gate.form_token(visit),
            email="",
            next=PATH,
            error=said,
            demo=office.demo,
            passwords=accounts.passwords,
            sign_on=sign_on.provider.name,
        )
        response = pages.html("login.html", page, status, request=request)
        office.gate.remember(response, visit)
        cookie.forget(response)
        return response

    @router.get(f"{PATH}/sso")
    async def begin(request: Request, next: Told = PATH) -> Response:
        sign_on = _sign_on(accounts)
        try:
            beginning = await sign_on.begin(ours(next))
        except ProviderAway as error:
            log.warning("the sign-on does not answer: %s", error)
            return refused(request, sign_on, AWAY, 502)
        response = go_to(beginning.address)
        cookie.keep(response, beginning.kept)
        return response

    @router.get(CALLBACK)
    async def finish(
        request: Request,
        state: Told = "",
        code: Told = "",
        iss: Annotated[str | None, Query(max_length=2000)] = None,
        error: Told = "",
    ) -> Response:
        sign_on = _sign_on(accounts)
        kept = cookie.read(request)
        try:
            if error or not (code and state and kept):
                raise SignOnRefused("the provider sent no code, or this browser did not begin it")
            identity = await sign_on.finish(kept, state, code, iss)
            doorkeeper = Doorkeeper(accounts.users, office.audit, sign_on.provider)
            user = await doorkeeper.admit(identity)
        except ProviderAway as away:
            log.warning("the sign-on does not answer: %s", away)
            return refused(request, sign_on, AWAY, 502)
        except SignOnRefused as why:
            log.warning("a sign-on was refused: %s", why)
            await accounts.refusals.of_nobody(address_of(request), "sso")
            return refused(request, sign_on, REFUSED, 401)
        except NotKnown as why:
            log.warning("somebody signed on who may not come in: %s", why)
            await accounts.refusals.of_nobody(address_of(request), "sso")
            return refused(request, sign_on, UNKNOWN, 403)
        response = await enter(office, request, user, ours(identity.then), "sso")
        cookie.forget(response)
        return response

    return router


def _sign_on(accounts: Accounts) -> SignOn:
    if accounts.sign_on is None:
        raise Problem(404, "no-sign-on", OFF)
    return accounts.sign_on


class _Cookie:
    """What the browser keeps between the two halves: once, for ten minutes, sealed."""

    def __init__(self, *, secure: bool) -> None:
        self._secure = secure
        self._name = "__Host-banter-sso" if secure else "banter-sso"

    def keep(self, response: Response, value: str) -> None:
        response.set_cookie(
            self._name,
            value,
            max_age=VALID,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def read(self, request: Request) -> str:
        return request.cookies.get(self._name, "")

    def forget(self, response: Response) -> None:
        response.delete_cookie(
            self._name, path="/", secure=self._secure, httponly=True, samesite="lax"
        )
