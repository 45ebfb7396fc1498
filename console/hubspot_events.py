"""How does HubSpot tell us at once that somebody worked on a lead? It calls, and we look it up.

Sources: HubSpot docs: "Validating requests" (v3: base64 of HMAC-SHA256 over method, URI, body and
timestamp; no older than five minutes), "Webhooks API" (up to 100 events in a call, in any order,
perhaps more than once; an answer within five seconds). An event says what was changed, never by
how much: what counts is read from HubSpot itself, as every five minutes (agent/follower.py).
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, Protocol

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from starlette.responses import Response

from agent.news import Touched
from agent.ports import Clock
from channels.bodies import BoundedRoute
from channels.problems import Problem

TOLERANCE = timedelta(minutes=5)
SYSTEM = "hubspot"
KINDS: Mapping[str, Literal["person", "deal"]] = {"0-1": "person", "0-3": "deal"}
"""Their names of kinds of objects, as newer apps use them; older ones say `contact`, `deal`."""
NAMED: Mapping[str, Literal["person", "deal"]] = {"contact": "person", "deal": "deal"}
TELLING = frozenset({"propertyChange", "creation"})
OF_PERSONS = frozenset({"hs_lead_status", "hubspot_owner_id"})
"""Other properties of contacts say nothing of what became of a lead."""
UNESCAPED = {f"%{ord(one):02X}": one for one in ":/?@!$'()*,;"}
"""What they do not escape in the URI that they sign."""


class _Event(BaseModel):
    """HubSpot sends more."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    subscriptionType: str
    objectId: int
    occurredAt: int
    objectTypeId: str = ""
    propertyName: str = ""

    def touched(self) -> Touched | None:
        """The record that it is about; None where it tells us nothing."""
        named, _, what = self.subscriptionType.partition(".")
        kind = KINDS.get(self.objectTypeId) if named == "object" else NAMED.get(named)
        if kind is None or what not in TELLING:
            return None
        if kind == "person" and self.propertyName not in OF_PERSONS:
            return None
        return Touched(kind, str(self.objectId))


_EVENTS = TypeAdapter(tuple[_Event, ...])


class Looking(Protocol):
    """agent.follower.Follower."""

    async def touched(self, system: str, changes: Sequence[tuple[Touched, str]]) -> None:
        """These records were changed; with each, what tells this change from others of it."""
        ...


@dataclass(frozen=True, slots=True)
class HubSpotDesk:
    """What a call works with."""

    secret: str
    """The client secret of the app that calls; empty: every request is refused."""
    address: str
    """Where we are for the world: what they call is signed with the request."""
    follower: Looking
    clock: Clock


def hubspot_router(desk: HubSpotDesk) -> APIRouter:
    """`/webhooks/hubspot/events`"""
    router = APIRouter(route_class=BoundedRoute, include_in_schema=False)

    @router.post("/webhooks/hubspot/events")
    async def hear(request: Request) -> Response:
        body = await request.body()
        if not _is_from_hubspot(desk, request, body):
            raise Problem(403, "bad-signature", "The request is not signed by our HubSpot app.")
        events = _events(body)
        told = [(one, str(event.occurredAt)) for event in events if (one := event.touched())]
        await desk.follower.touched(SYSTEM, told)
        return Response(status_code=204)

    return router


def sign(secret: str, uri: str, body: bytes, at: str) -> str:
    """As HubSpot does, a POST."""
    for escaped, one in UNESCAPED.items():
        uri = uri.replace(escaped, one).replace(escaped.lower(), one)
    base = f"POST{uri}".encode() + body + at.encode()
    return base64.b64encode(hmac.new(secret.encode(), base, hashlib.sha256).digest()).decode()


def _is_from_hubspot(desk: HubSpotDesk, request: Request, body: bytes) -> bool:
    """Whether it is signed by our app, and new."""
    at = request.headers.get("x-hubspot-request-timestamp", "")
    if not desk.secret or not (at.isascii() and at.isdecimal() and len(at) <= 15):
        return False
    if abs(desk.clock.now().timestamp() - int(at) / 1000) > TOLERANCE.total_seconds():
        return False
    query = f"?{request.url.query}" if request.url.query else ""
    uri = f"{desk.address}{request.url.path}{query}"
    shown = request.headers.get("x-hubspot-signature-v3", "").encode(errors="replace")
    return hmac.compare_digest(shown, sign(desk.secret, uri, body, at).encode())


def _events(body: bytes) -> tuple[_Event, ...]:
    try:
        return _EVENTS.validate_json(body)
    except ValidationError as error:
        raise Problem(400, "bad-payload", "The request holds no list of events.") from error
