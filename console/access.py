"""Who may do what? Every route of the console and the API declares it; a test walks them all.

A page names the roles that it is for: `Depends(gate.permits("sales", "admin"))`. A route of the API
names its area: `Depends(api.permits("leads"))`. What is open to anybody stands in PUBLIC with its
reason, what is opened by a signature or a session of a chat in SIGNED.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from fastapi import Request

from channels.problems import Problem
from console.translations import N_
from qualification.values import Language
from storage.user_sessions import Session
from storage.users import Role, Theme

__all__ = ["PUBLIC", "SIGNED", "Permits", "Person", "Role", "SecondStep", "allowed"]

NOT_ALLOWED = N_("Your role does not allow this: ask an admin.")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""RFC 9110, 9.2.1: whoever sends one of these does not ask for a change."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in and looks at a page or sends a form."""

    id: str
    email: str
    name: str
    role: Role
    language: Language | None
    """What they chose; None follows the browser."""
    zone: str
    """The time zone that they read moments in."""
    theme: Theme
    token: str
    """What the forms of their pages carry, as field `token` or header `X-Banter-Token`."""


def allowed(role: Role, roles: frozenset[Role], method: str, *, own: bool = False) -> bool:
    """Auditors read everything and change nothing, but what is their `own` account."""
    if role == "auditor":
        return method in SAFE or own
    return role in roles


class Permits:
    """A dependency: the person, when they have one of the roles and the form is one of ours."""

    def __init__(
        self,
        roles: frozenset[Role],
        person: Callable[[Request], Awaitable[Person]],
        check_form: Callable[[Request], Awaitable[None]],
        *,
        own: bool = False,
    ) -> None:
        self.roles = roles
        self.own = own
        self._person = person
        self._check_form = check_form

    async def __call__(self, request: Request) -> Person:
        """Raises NotSignedIn, and Problem for whoever may not and for forms of other sites."""
        person = await self._person(request)
        if not allowed(person.role, self.roles, request.method, own=self.own):
            raise Problem(403, "not-allowed", NOT_ALLOWED)
        if request.method not in SAFE:
            await self._check_form(request)
        return person


class SecondStep:
    """A dependency: the session of somebody who has given their password, and no code yet."""

    def __init__(
        self,
        session: Callable[[Request], Awaitable[Session]],
        check_form: Callable[[Request], Awaitable[None]],
    ) -> None:
        self._session = session
        self._check_form = check_form

    async def __call__(self, request: Request) -> Session:
        """Raises NotSignedIn, and Problem for forms of other sites."""
        session = await self._session(request)
        if request.method not in SAFE:
            await self._check_form(request)
        return session


PUBLIC: Mapping[str, str] = {
    "/": "the page that visitors chat on",
    "/widget": "the chat inside the frame of a site",
    "/widget.js": "embedded by the pages of any site",
    "/chat/sessions": "where a visitor's conversation begins; so many from one address",
    "/assets/chat/{version}/{name:path}": "the files of the chat",
    "/assets/console/{version}/{name:path}": "the files of the login, too",
    "/static-twiml": "a fixed sentence that the telephone company reads out when we are down",
    "/static-offline-docs": "the files of the description of the API",
    "/docs": "the description of the API, which the repository has, too",
    "/docs/oauth2-redirect": "a part of it",
    "/openapi.json": "the same for programs",
    "/healthz": "asked by whatever keeps the process running",
    "/readyz": "asked by whatever sends requests here",
    "/metrics": "read by the monitoring: figures without personal data",
    "/console/login": "nobody is signed in yet; tries are counted",
    "/console/sso": "nobody is signed in yet: it leads to the firm's sign-on",
}
"""Open to anybody, and why."""
_VISITOR = "the token of a visitor's chat"
_TWILIO = "Twilio's signature"
SIGNED: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "/chat/messages",
            "/chat/events",
            "/chat/socket",
            "/chat/identity",
            "/chat/attributes",
            "/chat/contact",
            "/chat/end",
            "/chat/rating",
            "/chat/transcript",
            "/chat/events/consent",
            "/chat/events/views",
        ),
        _VISITOR,
    ),
    **dict.fromkeys(
        (
            "/webhooks/twilio/messaging",
            "/webhooks/twilio/status",
            "/webhooks/twilio/voice",
            "/webhooks/twilio/unrecorded",
            "/webhooks/twilio/voice/status",
            "/webhooks/twilio/relay-end",
            "/webhooks/twilio/gather",
            "/webhooks/twilio/callback",
            "/webhooks/twilio/dial",
            "/webhooks/twilio/whisper",
            "/webhooks/twilio/whisper-answer",
            "/webhooks/twilio/voicemail",
            "/webhooks/twilio/recording",
            "/webhooks/twilio/relay",
        ),
        _TWILIO,
    ),
    "/webhooks/slack/actions": "Slack's signature",
    "/webhooks/hubspot/events": "HubSpot's signature",
    "/accept/{token}": "the signature of the link that a salesperson was sent",
    "/console/welcome/{link}": "the signature of the link that an admin made",
    "/console/sso/callback": "what this browser keeps sealed of the sign-on that it began",
}
"""Opened by something that we or somebody we know has signed, which the route checks itself."""
