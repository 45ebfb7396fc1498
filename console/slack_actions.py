"""How does a salesperson accept a lead in Slack? By a button of its message; Slack calls us.

Sources: Slack docs: "Verifying requests from Slack" (v0, HMAC-SHA256 over `v0:timestamp:body`, no
older than five minutes), "Handling user interaction" (an answer within three seconds; what is to
be said goes to the `response_url` afterwards), "Modals" (what was typed is a
`view_submission`).
"""

import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from urllib.parse import parse_qs

import httpx
from fastapi import APIRouter, BackgroundTasks, Request
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.responses import JSONResponse, Response

from agent.ports import Clock
from agent.router import QUEUE
from channels.bodies import BoundedRoute
from channels.problems import Problem
from console.accepting import SignedLinks
from console.slack_asking import BLOCK, CALLBACK, FIELD, Opening, Pressed, fits, form, missing
from qualification.brief.sections import one_line
from qualification.routing.plan import TeamPlan
from qualification.values import Json, Language
from storage.acceptance import Acceptance, NotTheirs
from storage.placing import NotAssigned
from storage.teams import Teams

TOLERANCE = timedelta(minutes=5)
TIMEOUT = 5.0
ANSWERS_AT = "hooks.slack.com"
SYSTEM = "slack"
REASON = 500
Said = Literal["accepted", "rejected", "theirs", "nobody", "unknown", "old", "again"]
WORDS: Mapping[Language, Mapping[Said, str]] = {
    "es": {
        "accepted": "<@{user}> lo ha aceptado.",
        "rejected": "<@{user}> ha dicho que no es un lead.",
        "theirs": "Ahora lo tiene {name}: no ha cambiado nada.",
        "nobody": "Ya no lo tiene nadie: no ha cambiado nada.",
        "unknown": "No sabemos quién eres: pide que pongan tu id de Slack ({user}) en el archivo "
        "de equipos, o usa el enlace de tu correo.",
        "old": "Este botón ya no vale: abre el lead en la consola.",
        "again": "No se ha podido preguntar por qué: no ha cambiado nada. Vuelve a pulsarlo o usa "
        "el enlace de tu correo.",
    },
    "en": {
        "accepted": "<@{user}> has accepted it.",
        "rejected": "<@{user}> says that it is no lead.",
        "theirs": "{name} has it now: nothing was changed.",
        "nobody": "Nobody has it any more: nothing was changed.",
        "unknown": "We do not know who you are: have your Slack id ({user}) put into the teams "
        "file, or use the link in your mail.",
        "old": "This button is not valid any more: open the lead in the console.",
        "again": "You could not be asked why: nothing was changed. Press it again, or use the link "
        "in your mail.",
    },
}

_LOG = logging.getLogger(__name__)


class _Frame(BaseModel):
    """Slack sends much more."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _User(_Frame):
    id: str


class _Action(_Frame):
    action_id: str = ""
    value: str = ""


class _Typed(_Frame):
    value: str | None = None


class _State(_Frame):
    values: dict[str, dict[str, _Typed]] = {}


class _View(_Frame):
    callback_id: str = ""
    private_metadata: str = ""
    state: _State = _State()


class _Click(_Frame):
    """A button that was pressed, or a form that was sent."""

    type: str
    user: _User
    actions: tuple[_Action, ...] = ()
    response_url: str = ""
    trigger_id: str = ""
    view: _View = _View()


class _Carried(_Frame):
    """console.slack_asking.Pressed, as it comes back."""

    value: str
    response_url: str


@dataclass(frozen=True, slots=True)
class _Named:
    """The lead that a button is of, and whose click it is; `person` is None for a stranger."""

    handover: str
    person: str | None
    plan: TeamPlan
    language: Language


Answer = Callable[[str, Mapping[str, Json]], Awaitable[None]]
"""Says something under a `response_url`."""


@dataclass(frozen=True, slots=True)
class SlackDesk:
    """What a click works with."""

    secret: str
    """The app's signing secret; empty: every request is refused."""
    links: SignedLinks
    acceptance: Acceptance
    teams: Teams
    clock: Clock
    answer: Answer
    forms: Opening | None = None
    """None: whoever rejects is not asked why."""


def slack_router(desk: SlackDesk) -> APIRouter:
    """`/webhooks/slack/actions`"""
    router = APIRouter(route_class=BoundedRoute, include_in_schema=False)

    @router.post("/webhooks/slack/actions")
    async def act(request: Request, later: BackgroundTasks) -> Response:
        body = await request.body()
        if not is_from_slack(desk, request.headers, body):
            raise Problem(403, "bad-signature", "The request is not signed by our Slack app.")
        click = _click(body)
        if click.type == "view_submission":
            return await _sent(desk, click, later)
        pressed = next(
            (one for one in click.actions if one.action_id in ("accept", "reject")), None
        )
        if click.type == "block_actions" and pressed is not None:
            said = await _do(desk, pressed, click)
            if said is not None:
                later.add_task(desk.answer, click.response_url, said)
        return Response()

    return router


def is_from_slack(desk: SlackDesk, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether a body is signed by our app, and new."""
    at = headers.get("x-slack-request-timestamp", "")
    if not desk.secret or not (at.isascii() and at.isdecimal() and len(at) <= 12):
        return False
    if abs(desk.clock.now().timestamp() - int(at)) > TOLERANCE.total_seconds():
        return False
    shown = headers.get("x-slack-signature", "").encode(errors="replace")
    return hmac.compare_digest(shown, sign(desk.secret, at, body).encode())


def sign(secret: str, at: str, body: bytes) -> str:
    """As Slack does."""
    base = f"v0:{at}:".encode() + body
    return f"v0={hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()}"


async def answer_slack(url: str, said: Mapping[str, Json]) -> None:
    """Say it where the button is; what was done is done, whether this arrives or not."""
    try:
        if httpx.URL(url).host != ANSWERS_AT or httpx.URL(url).scheme != "https":
            return
        async with httpx.AsyncClient(timeout=TIMEOUT) as client:
            await client.post(url, json=dict(said))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        _LOG.warning("Slack could not be answered: %s", type(error).__name__)


def _click(body: bytes) -> _Click:
    try:
        (payload,) = parse_qs(body.decode())["payload"]
        return _Click.model_validate_json(payload)
    except (ValueError, KeyError, ValidationError) as error:
        raise Problem(400, "bad-payload", "The request holds no interaction.") from error


async def _do(desk: SlackDesk, pressed: _Action, click: _Click) -> Mapping[str, Json] | None:
    """Accept or reject; pressed twice it is done once. None while somebody is asked why."""
    user = click.user.id
    named = await _named(desk, pressed.value, user)
    if named is None:
        return _said("en", "old", user)
    if pressed.action_id == "accept":
        return await _act(desk, named, user, None)
    carried = Pressed(pressed.value, click.response_url)
    if desk.forms is None or named.person is None or not fits(carried):
        return await _act(desk, named, user, f"in Slack, by {user}")
    opened = await desk.forms.open(click.trigger_id, form(carried, named.language))
    return None if opened else _said(named.language, "again", user)


async def _sent(desk: SlackDesk, click: _Click, later: BackgroundTasks) -> Response:
    """A form came back: reject, with what was typed as the reason."""
    if click.view.callback_id != CALLBACK:
        return Response()
    try:
        carried = _Carried.model_validate_json(click.view.private_metadata)
    except ValidationError as error:
        raise Problem(400, "bad-payload", "The form does not say what it is about.") from error
    user = click.user.id
    named = await _named(desk, carried.value, user)
    typed = click.view.state.values.get(BLOCK, {}).get(FIELD, _Typed()).value
    reason = one_line(typed or "", REASON)
    if named is not None and not reason:
        return JSONResponse(missing(named.language))
    if named is None:
        said = _said("en", "old", user)
    else:
        said = await _act(desk, named, user, reason)
    later.add_task(desk.answer, carried.response_url, said)
    return Response()


async def _named(desk: SlackDesk, value: str, user: str) -> _Named | None:
    """What a button is about, and who pressed it; None for one that is not ours, or too old."""
    meant, _, link = value.partition("|")
    named = desk.links.read(link.rpartition("/")[2])
    version = await desk.teams.current()
    if named is None or version is None:
        return None
    handover, owner = named
    who = _person(version.plan, user, owner, meant)
    return _Named(handover, who, version.plan, _language(version.plan, who or owner))


async def _act(desk: SlackDesk, named: _Named, user: str, reason: str | None) -> Mapping[str, Json]:
    """Reject for a reason; without one, accept."""
    if named.person is None:
        return _said(named.language, "unknown", user)
    now = desk.clock.now()
    try:
        if reason is None:
            await desk.acceptance.accept(named.handover, named.person, now)
            return _said(named.language, "accepted", user)
        await desk.acceptance.reject(named.handover, named.person, reason, now)
        return _said(named.language, "rejected", user)
    except NotTheirs as other:
        has = named.plan.person(other.now.person)
        if has is None or other.now.state not in ("offered", "accepted"):
            return _said(named.language, "nobody", user)
        return _said(named.language, "theirs", user, has.name)
    except NotAssigned:
        return _said(named.language, "old", user)


def _person(plan: TeamPlan, user: str, owner: str, meant: str) -> str | None:
    """Whose click it is: by the ids of the teams file, else the owner whom Slack knew by e-mail."""
    known = next((one.id for one in plan.people if one.ids.get(SYSTEM) == user), None)
    if known is not None or owner.startswith(QUEUE):
        return known
    return owner if meant and meant == user else None


def _language(plan: TeamPlan, owner: str) -> Language:
    person, queue = plan.person(owner), plan.queue(owner.removeprefix(QUEUE))
    if person is not None and person.languages:
        return person.languages[0]
    return "es" if queue is None else queue.language


def _said(language: Language, what: Said, user: str, name: str = "") -> Mapping[str, Json]:
    """What was done is for all who see the message; what was not, for who clicked."""
    told = WORDS[language][what].format(user=user, name=name)
    public = what in ("accepted", "rejected")
    return {
        "response_type": "in_channel" if public else "ephemeral",
        "replace_original": False,
        "text": told,
    }
