"""How does somebody who was invited choose their password? By the link that an admin passed on."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.accounts_contexts import WelcomePage
from console.gate import PATH
from console.login import LONGEST_PASSWORD, let_in
from console.office import Office
from console.rendering import Pages
from console.translations import N_
from storage.users import User

SHORTEST_PASSWORD = 12
"""NIST SP 800-63B-4, 3.1.1.2: length is what counts; composition rules are not to be made."""
SHORT = N_("A password has at least %(shortest)s characters.")
OBVIOUS = N_("Choose a password that is not your e-mail address.")
DIFFERENT = N_("The two are not the same: type it again.")
SPENT = N_("This link was used already, or is too old: ask an admin for a new one.")
Link = Annotated[str, Path(max_length=300, pattern=PLAIN)]


def welcome_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/welcome/{link}`"""
    router = APIRouter(prefix=f"{PATH}/welcome", route_class=pages.route_class())
    accounts = office.accounts

    async def invited(link: str) -> User:
        user = await accounts.invitations.read(link) if accounts.passwords else None
        if user is None:
            raise Problem(404, "spent-link", SPENT)
        return user

    def page(request: Request, user: User, error: str = "", status: int = 200) -> Response:
        visit = office.gate.visit(request)
        shown = WelcomePage(office.gate.form_token(visit), user.email, error, SHORTEST_PASSWORD)
        response = pages.html("welcome.html", shown, status, request=request)
        office.gate.remember(response, visit)
        return response

    @router.get("/{link}")
    async def ask(request: Request, link: Link) -> Response:
        return page(request, await invited(link))

    @router.post("/{link}")
    async def take(
        request: Request,
        link: Link,
        password: Annotated[str, Form(max_length=LONGEST_PASSWORD)],
        again: Annotated[str, Form(max_length=LONGEST_PASSWORD)],
        token: Annotated[str, Form(max_length=200)],
    ) -> Response:
        office.gate.check_form(request, token)
        user = await invited(link)
        mistake = mistake_in(password, again, user.email)
        if mistake:
            said = pages.words(request, None).text(mistake) % {"shortest": SHORTEST_PASSWORD}
            return page(request, user, said, 422)
        if not await accounts.users.accept(user.id, user.seal, password):
            raise Problem(404, "spent-link", SPENT)
        await office.audit.record(user, "password.changed", user.id)
        return await let_in(office, request, user, PATH)

    return router


def mistake_in(password: str, again: str, email: str) -> str:
    """What is wrong with a new password; empty when nothing is."""
    if len(password) < SHORTEST_PASSWORD:
        return SHORT
    if password.casefold() in (email, email.partition("@")[0]):
        return OBVIOUS
    return "" if password == again else DIFFERENT
