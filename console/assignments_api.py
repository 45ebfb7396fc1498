"""How do programs see whose lead it is, accept it, reject it, pass it on or move it?"""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from agent.errors import UnknownConversation
from agent.ports import Clock
from agent.routing import Assignment
from channels.documents import Document
from channels.incoming import PLAIN
from channels.problems import Problem, documented
from console.bearer import ApiGate
from qualification.routing.following import Place
from qualification.routing.record import Routed
from storage.absences import Absence, Absences, AlreadyAway
from storage.acceptance import Acceptance, NotTheirs, UnknownPlace
from storage.assignments import StoredAssignments
from storage.placing import NotAssigned
from storage.teams import Teams

Short = Annotated[str, Field(min_length=1, max_length=200, pattern=PLAIN)]
Words = Annotated[str, Field(min_length=1, max_length=500, pattern=PLAIN)]
Lead = Annotated[str, Path(pattern=PLAIN)]
Name = Annotated[str, Path(pattern=PLAIN)]


class PassedOut(Document):
    """Somebody who did not get the lead, and why."""

    person: str
    why: str
    detail: str


class TriedOut(Document):
    """A rule that was looked at: the line of it that the lead does not fit, or who was passed."""

    rule: str
    missed: str | None
    passed: list[PassedOut]


class AssignmentOut(Document):
    """A place that the lead was given to, and how it fared there."""

    number: int
    """Counts the places of one lead, from 1."""
    person: str | None
    team: str | None
    queue: str | None
    state: str
    """`offered`, `accepted`, `rejected`, `passed_on`, `missed`, `away` or `moved`."""
    cause: str
    """`routed`, `reassigned`, `away`, `escalated`, `fallback`, `taken` or `by_hand`."""
    rule: str
    why: str
    tried: list[TriedOut]
    """Every rule that was looked at, the one that decided last."""
    plan: int
    """The version of the teams by which it was decided."""
    at: datetime
    remind_at: datetime | None
    due_at: datetime | None
    reminded_at: datetime | None
    """When whoever has it, or the queue, was reminded last."""
    remind_next_at: datetime | None
    """When a queue is reminded again of what nobody took in time."""
    overdue_at: datetime | None
    """When it was found not to have been accepted in time."""
    accepted_at: datetime | None
    ended_at: datetime | None
    closed_at: datetime | None
    reason: str | None
    by: str | None


class WhoseOut(Document):
    """Whose lead it is."""

    now: AssignmentOut
    before: list[AssignmentOut]
    """Where it was before, newest first."""


class ActionIn(BaseModel):
    """What somebody does with the lead."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={"examples": [{"action": "accept", "person": "ana"}]},
    )

    action: Literal["accept", "reject", "pass_on", "move"]
    """`accept`: they see to it; `reject`: it is no lead, nobody else gets it; `pass_on`: somebody
    else is to see to it; `move`: to `to` or, without one, to whoever the rules name next.
    """
    person: Short
    """Who does it: their id in teams.yaml; for `move` anybody's name."""
    reason: Words | None = None
    """Why; a rejection and a lead passed on need one."""
    to_person: Short | None = None
    to_queue: Short | None = None

    @model_validator(mode="after")
    def _complete(self) -> "ActionIn":
        if self.action in ("reject", "pass_on") and self.reason is None:
            raise ValueError("give a `reason`: it teaches the script and your team")
        named = (self.to_person, self.to_queue).count(None) < 2
        if named and (self.action != "move" or None not in (self.to_person, self.to_queue)):
            raise ValueError("`move` goes to one of `to_person` and `to_queue`, or to neither")
        return self


class AbsenceIn(BaseModel):
    """Somebody is not there for a while."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    person: Short
    """Their id in teams.yaml."""
    starts_at: AwareDatetime | None = None
    """Now, if left out."""
    ends_at: AwareDatetime
    why: Words | None = None
    by: Short | None = None


class ChangedAbsenceIn(BaseModel):
    """An absence as it is to be."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    why: Words | None = None
    by: Short | None = None


class AbsenceOut(Document):
    """An absence that is not over."""

    id: str
    """Under which it is changed or taken out."""
    person: str
    starts_at: datetime
    ends_at: datetime
    why: str | None
    by: str | None


class AwayOut(Document):
    """What an absence changed."""

    id: str
    """Of the absence: under it it is changed or taken out."""
    moved: int
    """Leads that they had not accepted yet, and that others have now; of an absence to come they
    are moved when it begins.
    """


def assignments_router(
    assignments: StoredAssignments, acceptance: Acceptance, clock: Clock, gate: ApiGate
) -> APIRouter:
    """`/api/leads/{conversation}/assignment`"""
    router = APIRouter(
        prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("routing"))]
    )

    async def whose(conversation: str) -> WhoseOut:
        try:
            found = [shown(place, routed) for place, routed in await assignments.of(conversation)]
        except UnknownConversation:
            raise _unknown() from None
        if not found:
            raise _nowhere()
        return WhoseOut(now=found[-1], before=found[-2::-1])

    @router.get(
        "/leads/{conversation}/assignment",
        summary="Whose lead it is, by which rule, and why not the others",
        responses=documented(401, 403, 404, 422, 503),
    )
    async def show(conversation: Lead) -> WhoseOut:
        return await whose(conversation)

    @router.post(
        "/leads/{conversation}/assignment",
        summary="Accept a lead, reject it, pass it on or move it",
        responses=documented(401, 403, 404, 409, 422, 503),
    )
    async def act(conversation: Lead, said: ActionIn) -> WhoseOut:
        handover = await _handed_over(assignments, conversation)
        try:
            await do(acceptance, handover, said, clock.now())
        except NotTheirs as refused:
            raise _not_theirs(refused.now) from None
        except UnknownPlace as unknown:
            raise Problem(422, "unknown-place", f"teams.yaml knows no {unknown}.") from None
        except NotAssigned:
            raise _nowhere() from None
        return await whose(conversation)

    return router


def absences_router(
    absences: Absences, acceptance: Acceptance, teams: Teams, clock: Clock, gate: ApiGate
) -> APIRouter:
    """`/api/absences`"""
    router = APIRouter(
        prefix="/api", tags=["sales"], dependencies=[Depends(gate.permits("routing"))]
    )

    @router.get(
        "/absences",
        summary="Who is or will be away, beside what teams.yaml says",
        responses=documented(401, 403, 503),
    )
    async def coming() -> list[AbsenceOut]:
        found = await absences.coming(clock.now())
        return [AbsenceOut.model_validate(one, from_attributes=True) for one in found]

    @router.post(
        "/absences",
        summary="Somebody is away: others get their new leads, and those not accepted yet",
        status_code=201,
        responses=documented(401, 403, 409, 422, 503),
    )
    async def away(said: AbsenceIn) -> AwayOut:
        now = clock.now()
        version = await teams.current()
        if version is None or version.plan.person(said.person) is None:
            raise Problem(422, "unknown-person", f"teams.yaml knows nobody called {said.person!r}.")
        start = said.starts_at or now
        if said.ends_at <= max(start, now):
            raise _over()
        absence = Absence(said.person, start, said.ends_at, said.why, said.by)
        try:
            moved = await absences.add(absence, acceptance, now)
        except AlreadyAway as refused:
            raise _already_away(refused) from None
        return AwayOut(id=absence.id, moved=len(moved))

    @router.delete(
        "/absences/{person}",
        summary="Somebody is back",
        status_code=204,
        responses=documented(401, 403, 404, 422, 503),
    )
    async def back(person: Name) -> None:
        if not await absences.back(person, acceptance, clock.now()):
            raise Problem(404, "not-away", f"{person!r} is not away by hand: see teams.yaml.")

    _add_changes(router, absences, acceptance, clock)
    return router


def _add_changes(
    router: APIRouter, absences: Absences, acceptance: Acceptance, clock: Clock
) -> None:
    """`/api/absences/{person}/{absence}`"""

    @router.put(
        "/absences/{person}/{absence}",
        summary="An absence that is not over begins or ends at another time",
        responses=documented(401, 403, 404, 409, 422, 503),
    )
    async def change(person: Name, absence: Name, said: ChangedAbsenceIn) -> AwayOut:
        now = clock.now()
        if said.ends_at <= max(said.starts_at, now):
            raise _over()
        changed = Absence(person, said.starts_at, said.ends_at, said.why, said.by, id=absence)
        try:
            moved = await absences.change(changed, acceptance, now)
        except AlreadyAway as refused:
            raise _already_away(refused) from None
        if moved is None:
            raise _no_absence()
        return AwayOut(id=absence, moved=len(moved))

    @router.delete(
        "/absences/{person}/{absence}",
        summary="An absence is taken out; one that has begun ends now",
        status_code=204,
        responses=documented(401, 403, 404, 422, 503),
    )
    async def remove(person: Name, absence: Name) -> None:
        if not await absences.remove(person, absence, acceptance, clock.now()):
            raise _no_absence()


async def do(acceptance: Acceptance, handover: str, said: ActionIn, now: datetime) -> Assignment:
    """Do what somebody wants with a lead. Raises NotTheirs, UnknownPlace, NotAssigned."""
    match said.action:
        case "accept":
            return await acceptance.accept(handover, said.person, now)
        case "reject":
            return await acceptance.reject(handover, said.person, said.reason or "", now)
        case "pass_on":
            return await acceptance.pass_on(handover, said.person, said.reason or "", now)
        case _:
            named = said.to_person or said.to_queue
            to = Place(person=said.to_person, queue=said.to_queue) if named else None
            return await acceptance.move(handover, to, said.person, said.reason, now)


async def _handed_over(assignments: StoredAssignments, conversation: str) -> str:
    try:
        handover = await assignments.handover(conversation)
    except UnknownConversation:
        raise _unknown() from None
    if handover is None:
        raise _nowhere()
    return handover


def shown(place: Assignment, routed: Routed) -> AssignmentOut:
    """A place of a lead with the reasons why it is there."""
    tried = [
        TriedOut(
            rule=one.rule,
            missed=one.missed,
            passed=[PassedOut.model_validate(who, from_attributes=True) for who in one.passed],
        )
        for one in routed.decision.tried
    ]
    plain = {name: getattr(place, name) for name in AssignmentOut.model_fields if name != "tried"}
    return AssignmentOut(**plain, tried=tried)


def _unknown() -> Problem:
    return Problem(
        404,
        "unknown-lead",
        "There is no such lead: use the `conversation` of the hand-over or of GET /api/leads.",
    )


def _nowhere() -> Problem:
    return Problem(
        404,
        "not-assigned",
        "This lead is with nobody: it has not been handed over, no teams are published (python "
        "app.py teams publish prompts/teams.yaml), or it came before they were or could not be "
        "routed (POST the action `move` or `accept` here, or python app.py routing give-out).",
    )


def _not_theirs(now: Assignment) -> Problem:
    where = f"{now.person} has it" if now.person else f"it lies in the queue {now.queue}"
    return Problem(409, "not-theirs", f"It is not theirs: {where} ({now.state}).")


def _over() -> Problem:
    return Problem(422, "over", "`ends_at` is not after the beginning: put it right.")


def _already_away(refused: AlreadyAway) -> Problem:
    one = refused.absence
    times = f"from {one.starts_at:%Y-%m-%dT%H:%MZ} to {one.ends_at:%Y-%m-%dT%H:%MZ}"
    what = (
        "it stands in teams.yaml"
        if refused.planned
        else f"change that one with PUT /api/absences/{one.person}/{one.id}"
    )
    return Problem(
        409,
        "already-away",
        f"{one.person!r} is already away {times}: {what}, or send only the time that is new.",
    )


def _no_absence() -> Problem:
    return Problem(
        404, "no-absence", "They have no such absence, or it is over: see GET /api/absences."
    )
