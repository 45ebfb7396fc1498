"""Which programs may use the API? Admins make keys, see when they were used, revoke them."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.accounts_contexts import KeysPage
from console.accounts_words import AREA_WORDS
from console.bearer import SCOPES
from console.gate import PATH
from console.office import Office
from console.rendering import Pages, go_to
from console.translations import N_
from qualification.values import Json

HERE = f"{PATH}/keys"
NO_NAME = N_("Say which program it is for.")
NO_SCOPE = N_("Choose what the key may do.")
GONE = N_("There is no such key, or it was revoked already.")


def keys_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/keys…`"""
    router = APIRouter(prefix=HERE, route_class=pages.route_class())
    keys = office.accounts.keys
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]

    async def page(
        request: Request,
        person: Person,
        *,
        secret: str = "",
        error: str = "",
        name: str = "",
        chosen: frozenset[str] = frozenset(),
        status: int = 200,
    ) -> Response:
        words = pages.words(request, person)
        users = await office.accounts.users.all()
        shown = KeysPage(
            keys=await keys.all(),
            makers={user.id: user.name or user.email for user in users},
            areas={area: words.text(said) for area, said in AREA_WORDS.items()},
            secret=secret,
            error=words.text(error) if error else "",
            name=name,
            chosen=chosen,
            may_change=person.role == "admin",
            now=office.clock.now(),
        )
        return pages.show(request, person, "keys.html", shown, status=status)

    @router.get("")
    async def show(request: Request, person: Admin) -> Response:
        return await page(request, person)

    @router.post("")
    async def create(
        request: Request,
        person: Admin,
        name: Annotated[str, Form(max_length=100, pattern=PLAIN)] = "",
        scopes: Annotated[tuple[str, ...], Form(max_length=len(SCOPES))] = (),
        days: Annotated[int, Form(ge=0, le=3650)] = 365,
    ) -> Response:
        chosen = frozenset(scopes) & frozenset(SCOPES)
        error = "" if chosen else NO_SCOPE
        error = error if name.strip() else NO_NAME
        if error:
            return await page(request, person, error=error, name=name, chosen=chosen, status=422)
        expires = office.clock.now() + timedelta(days=days) if days else None
        key, secret = await keys.create(name, chosen, person.id, expires)
        await office.audit.record(
            person, "key.created", key, {"scopes": list[Json](sorted(chosen))}
        )
        return await page(request, person, secret=secret, status=201)

    @router.post("/{key}/revoke")
    async def revoke(
        person: Admin, key: Annotated[str, Path(pattern=r"^[0-9a-f]{16}$")]
    ) -> Response:
        if not await keys.revoke(key):
            raise Problem(404, "unknown-key", GONE)
        await office.audit.record(person, "key.revoked", key)
        return go_to(HERE)

    return router
