"""Which programs may use the API? Those with the server's API_TOKEN, and those with a key of the
console that has the scope of what they ask for.

Each call is in the log: what a program reads there are personal data, what it sends are changes.
Only behaviour is not: it is itself a record of what was told, and when.
"""

import hmac
from collections.abc import Mapping
from typing import Annotated, Literal, Protocol, get_args

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from channels.problems import Problem
from console.access import SAFE
from qualification.values import Json
from storage.audit import API_TOKEN, Actor, Named
from storage.keys import ApiKey

Area = Literal["leads", "events", "outcomes", "reports", "jobs", "routing", "scripts"]
AREAS: tuple[Area, ...] = get_args(Area)
ABILITIES = ("read", "write")
SCOPES = tuple(f"{area}:{ability}" for area in AREAS for ability in ABILITIES)
_BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="ApiToken",
    description="The server's `API_TOKEN`, or a key of the console (`banter_…`).",
)
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]


class KnownKeys(Protocol):
    """storage.keys.Keys, as far as the API needs it."""

    async def find(self, secret: str) -> ApiKey | None:
        """The key with this secret, as long as it holds."""
        ...


class Log(Protocol):
    """storage.audit.Audit, as far as the API needs it."""

    async def record(
        self,
        actor: Actor,
        action: str,
        subject: str | None = None,
        details: Mapping[str, Json] | None = None,
    ) -> None:
        """One entry."""
        ...


class ApiGate:
    """Knows the programs."""

    def __init__(self, token: str, keys: KnownKeys, log: Log) -> None:
        """`token`: API_TOKEN, which may do everything; with none there are keys alone."""
        self._token = token
        self._keys = keys
        self._log = log

    def permits(self, area: Area) -> "ApiPermits":
        """The dependency of a route."""
        return ApiPermits(self, area)

    async def caller(self, given: str | None, scope: str) -> Actor:
        """Who calls. Raises Problem for whoever may not."""
        ours = self._token and given and hmac.compare_digest(given.encode(), self._token.encode())
        if ours:
            return API_TOKEN
        key = None if given is None else await self._keys.find(given)
        if key is None:
            raise Problem(
                401,
                "bad-token",
                "Send API_TOKEN or a key of the console: `Authorization: Bearer …`.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        if scope not in key.scopes:
            detail = f"This key may not do that: it lacks the scope `{scope}`."
            raise Problem(403, "no-scope", detail)
        return Named(key.id)

    async def note(self, actor: Actor, request: Request) -> None:
        """What is asked for: the route, and the first id in its path."""
        named = list(request.path_params.values())
        await self._log.record(
            actor,
            "api.read" if request.method in SAFE else "api.changed",
            str(named[0]) if named else None,
            {"route": f"{request.method} {request.scope['route'].path}"},
        )


class ApiPermits:
    """A dependency: the program, when it may read or change this area."""

    def __init__(self, gate: ApiGate, area: Area) -> None:
        self._gate = gate
        self.area = area

    def scope(self, method: str) -> str:
        """What a key must have for it."""
        return f"{self.area}:{'read' if method in SAFE else 'write'}"

    async def __call__(self, request: Request, given: Credentials) -> Actor:
        """Raises Problem for whoever may not."""
        token = None if given is None else given.credentials
        caller = await self._gate.caller(token, self.scope(request.method))
        if self.area != "events":
            await self._gate.note(caller, request)
        return caller
