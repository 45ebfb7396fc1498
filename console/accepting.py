"""How does a salesperson accept a lead out of a message? By a signed link to a page with a button.

Opening the link changes nothing: mail scanners open every link. Whoever has the link has the lead;
it names one lead and one owner, and no other link can be made from it. The link of a mailbox of
several serves to take the lead out of that queue, and to nothing once somebody has it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path
from itsdangerous import BadSignature
from starlette.responses import Response

from agent.ports import Clock
from agent.router import QUEUE
from agent.routing import Assignment
from channels.incoming import PLAIN
from channels.signing import DatedSigner
from console.accepting_words import WORDS, WordId
from console.rendering import Pages, go_to
from qualification.routing.plan import Person, TeamPlan
from qualification.values import Language
from storage.acceptance import Acceptance, NotTheirs
from storage.assignments import StoredAssignments
from storage.leads import Leads
from storage.placing import NotAssigned
from storage.teams import Teams

VALID = timedelta(days=60)
LONGEST = 400
Action = Literal["accept", "reject", "pass_on"]
Token = Annotated[str, Path(max_length=LONGEST, pattern=PLAIN)]


class SignedLinks:
    """agent.routing.AcceptLinks, and the reading of them."""

    def __init__(self, secret: str, address: str, clock: Clock) -> None:
        self._signer = DatedSigner(secret, "accept a lead", clock)
        self._address = address.rstrip("/")

    def link(self, handover: str, owner: str) -> str:
        """A signed address for one owner (Owner.id), for a message to them."""
        token = self._signer.sign(f"{handover}~{owner}").decode()
        return f"{self._address}/accept/{token}"

    def read(self, token: str) -> tuple[str, str] | None:
        """The hand-over and the owner that a link names; None for one that is not ours."""
        try:
            value = self._signer.unsign(token, max_age=int(VALID.total_seconds()))
        except BadSignature:
            return None
        handover, _, owner = value.decode().partition("~")
        return handover, owner


@dataclass(frozen=True, slots=True)
class AcceptPage:
    """accept.html"""

    language: Language
    words: Mapping[WordId, str]
    standing: str
    error: str
    lead: str
    tier: str
    until: str
    link: str
    actions: tuple[Action, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Accepting:
    """What the page works with."""

    links: SignedLinks
    assignments: StoredAssignments
    acceptance: Acceptance
    teams: Teams
    leads: Leads
    clock: Clock
    address: str
    """Of the console."""


def accept_router(accepting: Accepting, pages: Pages) -> APIRouter:
    """`/accept/{token}`"""
    router = APIRouter(route_class=pages.route_class(), include_in_schema=False)

    @router.get("/accept/{token}")
    async def show(token: Token) -> Response:
        return await _page(accepting, pages, token)

    @router.post("/accept/{token}")
    async def act(
        token: Token,
        action: Annotated[Action, Form()] = "accept",
        reason: Annotated[str, Form(max_length=500, pattern=PLAIN)] = "",
        person: Annotated[str, Form(max_length=100, pattern=PLAIN)] = "",
    ) -> Response:
        named = accepting.links.read(token)
        if named is None:
            return pages.problem(404, _bad_link())
        handover, owner = named
        standing = await _standing(accepting, handover)
        who = person if owner.startswith(QUEUE) else owner
        if standing is None or not _may(*standing, owner, who, action):
            return await _page(accepting, pages, token, status=409)
        if action != "accept" and not reason.strip():
            return await _page(accepting, pages, token, error="reason_missing", status=422)
        try:
            await _do(accepting.acceptance, handover, who, action, reason, accepting.clock.now())
        except (NotTheirs, NotAssigned):
            return await _page(accepting, pages, token, status=409)
        return go_to(f"/accept/{token}")

    return router


async def _do(
    acceptance: Acceptance, handover: str, who: str, action: Action, reason: str, now: datetime
) -> None:
    match action:
        case "accept":
            await acceptance.accept(handover, who, now)
        case "reject":
            await acceptance.reject(handover, who, reason.strip(), now)
        case "pass_on":
            await acceptance.pass_on(handover, who, reason.strip(), now)


async def _page(
    accepting: Accepting,
    pages: Pages,
    token: str,
    *,
    error: WordId | None = None,
    status: int = 200,
) -> Response:
    named = accepting.links.read(token)
    standing = None if named is None else await _standing(accepting, named[0])
    if named is None or standing is None:
        return pages.problem(404, _bad_link())
    _, owner = named
    plan, now = standing
    language = _language(plan, owner)
    words = WORDS[language]
    lead = (await accepting.leads.lead(now.conversation)).line
    page = AcceptPage(
        language=language,
        words=words,
        standing=_told(plan, now, owner, words),
        error="" if error is None else words[error],
        lead=lead.name or lead.email or lead.phone or lead.conversation,
        tier=now.tier,
        until=_until(plan, now),
        link=f"{accepting.address.rstrip('/')}/console/leads/{now.conversation}",
        actions=_actions(plan, now, owner),
        people=_takers(plan, now, owner),
    )
    return pages.html("accept.html", page, status)


def _language(plan: TeamPlan, owner: str) -> Language:
    person, queue = plan.person(owner), plan.queue(owner.removeprefix(QUEUE))
    if person is not None and person.languages:
        return person.languages[0]
    return "es" if queue is None else queue.language


async def _standing(accepting: Accepting, handover: str) -> tuple[TeamPlan, Assignment] | None:
    """The plan that holds, and who has the lead now; None where nobody was ever given it."""
    version = await accepting.teams.current()
    now = await accepting.assignments.current(handover)
    return None if version is None or now is None else (version.plan, now)


def _told(plan: TeamPlan, now: Assignment, owner: str, words: Mapping[WordId, str]) -> str:
    if now.person == owner or (now.person is None and now.state == "offered"):
        return {
            "accepted": words["accepted"],
            "rejected": words["rejected"],
        }.get(now.state, words["offered"])
    if now.person is None:
        return words["queue"].format(name=now.queue)
    person = plan.person(now.person)
    return words["other"].format(name=now.person if person is None else person.name)


def _actions(plan: TeamPlan, now: Assignment, owner: str) -> tuple[Action, ...]:
    """What the owner of a link may do with the lead now."""
    if now.person is None:
        may = _is_its_mailbox(now, owner) or owner in _ids(plan.takers(now.queue or ""))
        return ("accept",) if may and now.state == "offered" else ()
    if now.person != owner:
        return ()
    return {"offered": _ALL, "accepted": _ALL[1:]}.get(now.state, ())


def _may(plan: TeamPlan, now: Assignment, owner: str, who: str, action: Action) -> bool:
    """Whether the page would offer it. Whoever has the lead may say the same twice, which changes
    nothing; a mailbox names one of those who may take it.
    """
    if now.person == owner:
        return True
    named = not owner.startswith(QUEUE) or who in _ids(_takers(plan, now, owner))
    return named and action in _actions(plan, now, owner)


_ALL: tuple[Action, ...] = ("accept", "pass_on", "reject")


def _takers(plan: TeamPlan, now: Assignment, owner: str) -> tuple[Person, ...]:
    """Who may say that they take it, where the link went to a mailbox of several."""
    return plan.takers(now.queue or "") if _is_its_mailbox(now, owner) else ()


def _is_its_mailbox(now: Assignment, owner: str) -> bool:
    """Whether the lead lies in the queue that the link was sent to."""
    return now.person is None and owner == f"{QUEUE}{now.queue}"


def _ids(people: tuple[Person, ...]) -> set[str]:
    return {one.id for one in people}


def _until(plan: TeamPlan, now: Assignment) -> str:
    if now.due_at is None or now.state != "offered":
        return ""
    person = plan.person(now.person)
    zone = plan.office_time().zone if person is None else plan.zone_of(person)
    return now.due_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _bad_link() -> str:
    return f"{WORDS['en']['bad_link']} {WORDS['es']['bad_link']}"
