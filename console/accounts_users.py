"""Who may come in, and with which role? Admins add people, change roles, close accounts."""

from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from fastapi import APIRouter, Depends, Form, Path, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.accounts_contexts import UsersPage
from console.accounts_words import ROLE_WORDS
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.translations import N_
from storage.users import LastAdmin, Role, User, UserExists

HERE = f"{PATH}/users"
TAKEN = N_("Somebody with this address is a user already.")
NO_ADDRESS = N_("This is no e-mail address.")
LAST = N_("Nobody would be left who can let others in: make somebody else an admin first.")
NOBODY = N_("There is no such user.")
Id = Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")]


def users_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/users…`"""
    router = APIRouter(prefix=HERE, route_class=pages.route_class())
    accounts, page = office.accounts, _Page(office, pages)
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    @router.get("")
    async def show(request: Request, person: Admin) -> Response:
        await office.audit.record(person, "users.viewed")
        return await page.show(request, person)

    @router.post("")
    async def add(
        request: Request,
        person: Admin,
        email: Annotated[str, Form(max_length=320, pattern=PLAIN)],
        role: Annotated[Role, Form()],
        name: Annotated[str, Form(max_length=100, pattern=PLAIN)] = "",
    ) -> Response:
        typed = _Typed(email, name, role)
        try:
            address = validate_email(email.strip(), check_deliverability=False).normalized
            user = await accounts.users.add(address, None, role, name=name)
        except EmailNotValidError:
            return await page.show(request, person, error=NO_ADDRESS, typed=typed, status=422)
        except UserExists:
            return await page.show(request, person, error=TAKEN, typed=typed, status=409)
        await office.audit.record(person, "user.added", user.id, {"role": role})
        return await page.show(request, person, invited=user, status=201)

    @router.post("/codes")
    async def ask_codes(person: Admin, ask: Annotated[bool, Form()] = False) -> Response:
        await accounts.factors.ask_all(ask=ask)
        action = "codes.asked_of_all" if ask else "codes.asked_of_none"
        await office.audit.record(person, action)
        return go_to(HERE)

    return router


def user_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/users/{user}…`: what is done to one of them."""
    router = APIRouter(prefix=f"{HERE}/{{user}}", route_class=pages.route_class())
    accounts, page = office.accounts, _Page(office, pages)
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    async def one(user: Id) -> User:
        found = await accounts.users.by_id(user)
        if found is None:
            raise Problem(404, "unknown-user", NOBODY)
        return found

    Chosen = Annotated[User, Depends(one)]

    @router.post("/role")
    async def change_role(person: Admin, user: Chosen, role: Annotated[Role, Form()]) -> Response:
        try:
            await accounts.users.set_role(user.id, role)
        except LastAdmin:
            raise Problem(409, "last-admin", LAST) from None
        details = {"from": user.role, "to": role}
        await office.audit.record(person, "user.role_changed", user.id, details)
        return go_to(HERE)

    @router.post("/deactivate")
    async def close(person: Admin, user: Chosen) -> Response:
        try:
            await accounts.users.deactivate(user.id)
        except LastAdmin:
            raise Problem(409, "last-admin", LAST) from None
        await office.audit.record(person, "user.deactivated", user.id)
        return go_to(HERE)

    @router.post("/activate")
    async def reopen(person: Admin, user: Chosen) -> Response:
        await accounts.users.activate(user.id)
        await office.audit.record(person, "user.activated", user.id)
        return go_to(HERE)

    @router.post("/link")
    async def invite_again(request: Request, person: Admin, user: Chosen) -> Response:
        await office.audit.record(person, "link.made", user.id)
        return await page.show(request, person, invited=user)

    @router.post("/reset-codes")
    async def reset_codes(person: Admin, user: Chosen) -> Response:
        await accounts.users.reset_codes(user.email)
        await office.audit.record(person, "codes.reset", user.id)
        return go_to(HERE)

    return router


class _Typed:
    """What was typed into the form, to be shown again."""

    def __init__(self, email: str = "", name: str = "", role: Role = "sales") -> None:
        self.email = email
        self.name = name
        self.role: Role = role


class _Page:
    """users.html, as it stands now."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self._office = office
        self._pages = pages

    async def show(
        self,
        request: Request,
        person: Person,
        *,
        error: str = "",
        typed: _Typed | None = None,
        invited: User | None = None,
        status: int = 200,
    ) -> Response:
        """With the link for `invited`, which is shown this once."""
        accounts, typed = self._office.accounts, typed or _Typed()
        words = self._pages.words(request, person)
        given = invited is not None and accounts.passwords
        page = UsersPage(
            users=await accounts.users.all(),
            roles={role: words.text(said) for role, said in ROLE_WORDS.items()},
            codes_for_all=await accounts.factors.for_all(),
            link=accounts.invitations.link(invited) if invited and given else "",
            link_for=invited.name or invited.email if invited else "",
            error=words.text(error) if error else "",
            email=typed.email,
            name=typed.name,
            role=typed.role,
            passwords=accounts.passwords,
            sign_on=accounts.sign_on.provider.name if accounts.sign_on else "",
            may_change=person.role == "admin",
            me=person.id,
        )
        return self._pages.show(request, person, "users.html", page, status=status)
