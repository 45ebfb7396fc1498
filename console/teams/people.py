"""How is somebody of the plan changed without writing YAML? By a form; the text keeps its hand."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from channels.problems import Problem
from console.access import Person
from console.rendering import go_to
from console.saying import in_words
from console.teams.board import HOME, NOBODY, Board, Id
from console.teams.changing import NotChangeable, changed
from console.teams.contexts import PersonPage
from console.teams.stretches import DAY_WORDS, MOST, Stretch, sent_stretches
from console.teams.wanted import Wanted
from console.translations import N_
from qualification.errors import ScriptError
from qualification.routing.plan import DAYS, Way
from qualification.routing.plan import Person as Member
from qualification.values import Json, Language
from storage.scripts import PublishedMeanwhile
from storage.teams import TeamVersion

_MEANWHILE = N_("Somebody changed the plan while you were at it. Here it is as it stands now.")
_UNUSUAL = N_("This person is written in an unusual form: change the text of the plan itself.")
Short = Annotated[str, Form(max_length=320)]
Number = Annotated[str, Form(pattern=r"^\s*\d{0,6}\s*$")]


def people_router(board: Board) -> APIRouter:
    """`/console/teams/people/{id}`"""
    router = board.router()
    Reader = Annotated[Person, board.reader]
    Writer = Annotated[Person, board.writer]

    @router.get(f"{HOME}/people/{{identity}}")
    async def look(request: Request, person: Reader, identity: Id) -> Response:
        version = await board.plan()
        wanted = Wanted.of(_member(version, identity))
        return _page(board, request, person, version, identity, wanted)

    @router.post(f"{HOME}/people/{{identity}}")
    async def change(
        request: Request,
        person: Writer,
        identity: Id,
        onto: Annotated[int, Form(ge=1, le=10**9)],
        email: Short,
        weight: Annotated[int, Form(ge=0, le=10**6)],
        phone: Short = "",
        per_day: Number = "",
        still_open: Number = "",
        languages: Annotated[list[Language] | None, Form()] = None,
        tell: Annotated[list[Way] | None, Form()] = None,
        takes_calls: Annotated[bool, Form()] = False,
        skills: Annotated[str, Form(max_length=1000)] = "",
    ) -> Response:
        version = await board.plan()
        old = Wanted.of(_member(version, identity))
        sent = await request.form()
        hours = sent_stretches(sent)
        wanted = Wanted(
            email=email.strip(),
            phone=phone.strip(),
            weight=weight,
            languages=tuple(languages or ()),
            per_day=_count(per_day),
            open=_count(still_open),
            takes_calls=takes_calls,
            tell=tuple(tell or ()),
            skills=_skills(skills) if "skills" in sent else old.skills,
            hours=old.hours if hours is None else hours,
        )
        error = status = None
        try:
            if onto != version.number:
                raise PublishedMeanwhile(version.number)
            await _publish(board, person, version, identity, wanted.beside(old))
        except PublishedMeanwhile:
            version = await board.plan()
            wanted = Wanted.of(_member(version, identity))
            error, status = _MEANWHILE, 409
        except NotChangeable:
            error, status = _UNUSUAL, 422
        except ScriptError as mistake:
            words = board.pages.words(request, person)
            told = (
                f"{in_words(one.message, words)}. {in_words(one.hint, words)}"
                for one in mistake.problems
            )
            error, status = "; ".join(told), 422
        if error is None or status is None:
            return go_to(f"{HOME}?said=changed")
        return _page(board, request, person, version, identity, wanted, error, status)

    return router


async def _publish(
    board: Board,
    person: Person,
    version: TeamVersion,
    identity: str,
    values: dict[str, str | None],
) -> None:
    if not values:
        return
    text = changed(version.text, identity, values)
    published = await board.desk.teams.publish(
        text, origin="console", by=person.email, onto=version.number
    )
    details: dict[str, Json] = {
        "version": published.number,
        "before": version.number,
        "person": identity,
    }
    await board.office.audit.record(person, "teams.published", "teams", details)


def _page(
    board: Board,
    request: Request,
    person: Person,
    version: TeamVersion,
    identity: str,
    wanted: Wanted,
    error: str = "",
    status: int = 200,
) -> Response:
    words = board.pages.words(request, person)
    page = PersonPage(
        head=board.head(person, version, "overview"),
        person=_member(version, identity),
        wanted=wanted,
        rows=(*wanted.hours, Stretch(DAYS[:5]))[:MOST],
        days={day: words.text(said) for day, said in DAY_WORDS.items()},
        known=tuple(
            sorted(
                {one for member in version.plan.people for one in member.skills}
                | {one for rule in version.plan.rules for one in rule.skills}
            )
        ),
        error=words.text(error) if error else "",
    )
    return board.pages.show(request, person, "teams/person.html", page, status=status)


def _member(version: TeamVersion, identity: str) -> Member:
    found = version.plan.person(identity)
    if found is None:
        raise Problem(404, "unknown-person", NOBODY)
    return found


def _skills(written: str) -> tuple[str, ...]:
    """With commas or spaces between them."""
    return tuple(dict.fromkeys(written.replace(",", " ").split()))


def _count(written: str) -> int | None:
    return int(written) if written.strip() else None
