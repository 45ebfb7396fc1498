"""Every route of the application says who may use it, and keeps to that: the route table is walked.

A new route is found here by itself. A page declares `gate.permits(...)`, a route of the API
`api.permits(...)`; what is open to anybody, or opened by a signature, stands in console/access.py.
"""

import asyncio
import inspect
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from pydantic import SecretStr

from app import add_routes, create_app
from console.access import PUBLIC, SAFE, SIGNED, Permits, SecondStep, allowed
from console.bearer import SCOPES, ApiPermits
from console.services import services
from console.settings import Settings
from storage.audit import TERMINAL
from storage.keys import Keys
from storage.users import ROLES, Role
from tests.databases import sqlite_template
from tests.fakes.clock import FakeClock

__all__ = ["sqlite_template"]

PASSWORD = "seven green bicycles"
API_TOKEN = "the token of the walk"
DUMMY = "0" * 16
PATIENCE_SECONDS = 20
TOO_OLD = "This form is too old"
NOT_YOURS = "Your role does not allow this"
UNRECORDED = {
    "/console/login/code": "its _SecondStep and console.totp_check record it",
    "/console/inbox/views": "how somebody looks at lists: nothing of anybody else",
    "/console/inbox/views/{view}/remove": "the same",
    "/console/preferences": "how somebody looks at pages: nothing of anybody else",
    "/console/leads/{conversation}/typing": "shows others that somebody writes; nothing is kept",
    "/console/widget/{key}/draft": "a preview that nobody else sees",
    "/console/teams/plan/check": "looks at a text that stays in the browser",
    "/console/scripts/{key}/check": "looks at a text that stays in the browser",
    "/console/scripts/{key}/preview": "a conversation of which nothing is kept",
    "/console/scripts/{key}/tests/run": "the same",
    "/console/scripts/{key}/simulate": "the same",
}
"""Unsafe routes of the console whose own function writes nothing into the log, and why."""


@dataclass(frozen=True)
class Known:
    """A route with whoever guards it."""

    path: str
    methods: tuple[str, ...]
    endpoint: Callable[..., Any]
    guards: tuple[object, ...]

    def address(self) -> str:
        """The path with something in the place of each name."""
        return re.sub(r"{[^}]+}", DUMMY, self.path)


def guards_of(dependant: Dependant | None) -> Iterator[object]:
    """Every dependency of a route that declares access, however deep."""
    for one in dependant.dependencies if dependant else ():
        if isinstance(one.call, Permits | ApiPermits | SecondStep):
            yield one.call
        yield from guards_of(one)


def known(app: FastAPI) -> tuple[Known, ...]:
    """The whole table."""
    return tuple(
        Known(
            path=str(one.path),
            methods=tuple(sorted(getattr(one, "methods", None) or ("WEBSOCKET",))),
            endpoint=getattr(one, "endpoint", None) or (lambda: None),
            guards=tuple(guards_of(getattr(one, "dependant", None))),
        )
        for one in iter_route_contexts(app.routes)
    )


def records(function: Callable[..., Any], depth: int = 3) -> bool:
    """Whether a function, or one of ours that it calls by name, writes into the log."""
    if "audit.record" in inspect.getsource(function):
        return True
    named = inspect.getclosurevars(function)
    called = [*named.globals.values(), *named.nonlocals.values()]
    ours = [one for one in called if inspect.isfunction(one) and one.__module__[:7] == "console"]
    return depth > 0 and any(records(one, depth - 1) for one in ours)


@dataclass
class Firm:
    """The application, with somebody of each role."""

    app: FastAPI
    cookies: dict[Role, str]
    keys: Keys

    async def ask(
        self,
        method: str,
        path: str,
        *,
        role: Role | None = None,
        bearer: str = "",
        form: dict[str, str] | None = None,
        cookie: str = "",
    ) -> tuple[int, str, dict[str, str]]:
        """What the application begins to answer: endless answers are cut off."""
        headers = [(b"host", b"console.test"), (b"user-agent", b"walker")]
        body = urlencode(form or {}).encode()
        if method not in SAFE:
            headers += [
                (b"content-type", b"application/x-www-form-urlencoded"),
                (b"content-length", str(len(body)).encode()),
            ]
        if role is not None or cookie:
            headers.append((b"cookie", (cookie or self.cookies[role or "sales"]).encode()))
        if bearer:
            headers.append((b"authorization", f"Bearer {bearer}".encode()))
        path, _, query = path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": headers,
            "client": ("203.0.113.9", 1),
            "server": ("console.test", 80),
            "state": {},
        }
        began: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        seen: dict[str, Any] = {"text": ""}
        sent = False

        async def receive() -> dict[str, Any]:
            nonlocal sent
            if sent:
                await asyncio.sleep(3600)
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
                seen["headers"] = {k.decode(): v.decode() for k, v in message["headers"]}
            else:
                seen["text"] += message.get("body", b"").decode(errors="replace")
                if not began.done():
                    began.set_result(None)

        running = asyncio.create_task(self.app(scope, receive, send))
        ends: list[asyncio.Future[Any]] = [running, began]
        await asyncio.wait(ends, timeout=PATIENCE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        return seen["status"], seen["text"], seen["headers"]


@pytest.fixture(scope="module")
async def firm(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Firm]:
    path = tmp_path_factory.mktemp("access") / "banter.db"
    shutil.copy(sqlite_template, path)
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{path}",
        secret_key=SecretStr("a secret of the walk, long enough"),
        api_token=SecretStr(API_TOKEN),
    )
    async with services(settings) as parts:
        app = create_app(settings)
        add_routes(app, parts, settings)
        walk = Firm(app, {}, Keys(parts.database, FakeClock()))
        for role in ROLES.values():
            email = f"{role}@acme.example"
            await parts.users.add(email, PASSWORD, role)
            walk.cookies[role] = await signed_in(walk, email)
        yield walk


async def signed_in(walk: Firm, email: str) -> str:
    """The cookie of somebody who has signed in."""
    _, page, headers = await walk.ask("GET", "/console/login")
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    form = {"token": token, "email": email, "password": PASSWORD, "next": "/console"}
    cookie = headers["set-cookie"].split(";")[0]
    status, _, headers = await walk.ask("POST", "/console/login", form=form, cookie=cookie)
    assert status == 303
    return headers["set-cookie"].split(";")[0]


async def test_every_route_declares_who_may_use_it(firm: Firm) -> None:
    undeclared = [
        f"{route.methods} {route.path}"
        for route in known(firm.app)
        if not route.guards and route.path not in PUBLIC and route.path not in SIGNED
    ]
    assert not undeclared, "name roles, an area of the API, or a reason in console/access.py"


async def test_what_is_open_is_listed_once_and_exists(firm: Firm) -> None:
    assert not PUBLIC.keys() & SIGNED.keys()
    paths = {route.path for route in known(firm.app)}
    assert PUBLIC.keys() - paths == set()
    assert SIGNED.keys() - paths == set()
    for route in known(firm.app):
        assert not (route.guards and route.path in {**PUBLIC, **SIGNED}), route.path


async def test_a_stranger_gets_nothing_without_a_signature(firm: Firm) -> None:
    for route in known(firm.app):
        if route.path in SIGNED:
            for method in set(route.methods) - {"HEAD", "WEBSOCKET"}:
                status, _, _ = await firm.ask(method, route.address())
                assert status in (400, 401, 403, 404, 422), f"{method} {route.path}: {status}"


async def test_a_forged_token_of_a_chat_opens_nothing(firm: Firm) -> None:
    for route in known(firm.app):
        if route.path.startswith("/chat/") and route.path in SIGNED:
            for method in set(route.methods) & {"GET"}:
                status, _, _ = await firm.ask(method, route.path, bearer="x.y.z")
                assert status in (401, 422), f"{method} {route.path}: {status}"


async def test_a_stranger_at_a_page_is_sent_to_the_login(firm: Firm) -> None:
    for route in known(firm.app):
        if any(isinstance(one, Permits | SecondStep) for one in route.guards):
            for method in set(route.methods) - {"HEAD"}:
                status, _, headers = await firm.ask(method, route.address())
                assert status == 303, f"{method} {route.path}: {status}"
                assert headers["location"].startswith("/console/login?"), route.path


@pytest.mark.parametrize("role", ROLES.values())
async def test_each_role_reads_and_changes_what_it_may_and_nothing_else(
    firm: Firm, role: Role
) -> None:
    """A form without its token goes no further, so that nothing is changed by the walk."""
    for route in known(firm.app):
        permits = [one for one in route.guards if isinstance(one, Permits)]
        for method in sorted(set(route.methods) - {"HEAD"}) if permits else ():
            may = all(allowed(role, one.roles, method, own=one.own) for one in permits)
            status, text, _ = await firm.ask(method, route.address(), role=role)
            where = f"{role}: {method} {route.path}: {status}"
            if not may:
                assert (status, NOT_YOURS in text) == (403, True), where
            elif method in SAFE:
                assert status < 500, where
                assert status != 403, where
            else:
                assert (status, TOO_OLD in text) == (403, True), where


async def test_nobody_gives_themselves_another_role(firm: Firm) -> None:
    for role in ("sales", "auditor"):
        _, page, _ = await firm.ask("GET", "/console/account", role=role)
        token = re.findall(r'name="token" value="([^"]+)"', page)[0]
        for path in ("/console/users", f"/console/users/{DUMMY}/role", "/console/keys"):
            form = {"token": token, "role": "admin", "email": "x@acme.example", "name": "x"}
            status, text, _ = await firm.ask("POST", path, role=role, form=form)
            assert (status, NOT_YOURS in text) == (403, True), path
        form = {"token": token, "name": "x", "role": "admin"}
        status, _, _ = await firm.ask("POST", "/console/account", role=role, form=form)
        assert status == 303
        status, text, _ = await firm.ask("POST", "/console/keys", role=role, form=form)
        assert status == 403


async def test_a_form_token_of_one_person_is_worth_nothing_to_another(firm: Firm) -> None:
    _, page, _ = await firm.ask("GET", "/console/account", role="sales")
    stolen = re.findall(r'name="token" value="([^"]+)"', page)[0]
    form = {"token": stolen, "email": "x@acme.example", "role": "admin"}
    status, text, _ = await firm.ask("POST", "/console/users", role="admin", form=form)
    assert (status, TOO_OLD in text) == (403, True)


async def test_the_api_opens_to_the_scope_of_each_route_alone(firm: Firm) -> None:
    for route in known(firm.app):
        for permits in (one for one in route.guards if isinstance(one, ApiPermits)):
            for method in set(route.methods) - {"HEAD"}:
                scope = permits.scope(method)
                where = f"{method} {route.path}"
                assert scope in SCOPES, where
                others = set(SCOPES) - {scope}
                _, secret = await firm.keys.create("walk", others, TERMINAL.id, None)
                assert (await firm.ask(method, route.address()))[0] == 401, where
                assert (await firm.ask(method, route.address(), bearer=secret))[0] == 403, where
                assert (await firm.ask(method, route.address(), role="admin"))[0] == 401, where


async def test_every_change_in_the_console_is_recorded(firm: Firm) -> None:
    silent = {
        route.path
        for route in known(firm.app)
        if route.path.startswith("/console")
        and set(route.methods) - SAFE
        and not records(route.endpoint)
    }
    assert silent <= UNRECORDED.keys(), "record it: office.audit.record(person, ...)"
    assert UNRECORDED.keys() <= silent, "it is recorded: take it off the list"
