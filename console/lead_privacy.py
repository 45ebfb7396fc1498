"""Whose is a lead, and what may be kept? Two of one person, all we know, nothing any more."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from channels.problems import Problem
from console.access import Person
from console.gate import PATH
from console.inbox_showing import CHANNELS, UNNAMED
from console.lead import Id, back
from console.lead_words import found_in_words
from console.office import Office
from console.rendering import HEADERS, Pages, go_to
from console.translations import N_, Words
from console.wording import named
from qualification.values import Json
from storage.inbox_filters import Line
from storage.inbox_handling import CannotMerge
from storage.people import Found

ERASE_WORD = N_("ERASE")
_CANNOT = N_("These two cannot be put together: one of them is with another already.")
_TYPE_IT = N_("Type the word as it is written there: erasing cannot be undone.")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two conversations that are to be put together."""

    conversation: str
    title: str
    who: str
    reach: str
    verdict: str
    messages: int


@dataclass(frozen=True, slots=True)
class MergePage:
    """lead_merge.html"""

    kept: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Other:
    """Another conversation that is theirs, as it seems; `chosen`: it is to go, too."""

    conversation: str
    title: str
    how: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ErasePage:
    """lead_erase.html"""

    conversation: str
    who: str
    itself: str
    others: tuple[Other, ...]
    counts: tuple[tuple[str, int], ...]
    elsewhere: int
    word: str
    error: str


def privacy_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/leads/{conversation}/merge`, `/separate`, `/export` and `/erase`."""
    router = APIRouter(prefix=f"{PATH}/leads/{{conversation}}", route_class=pages.route_class())
    _two_of_one(router, office, pages)
    _handed_out_and_erased(router, office, pages)
    return router


def _two_of_one(router: APIRouter, office: Office, pages: Pages) -> None:
    Seller = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]
    desk = office.inbox

    @router.get("/merge")
    async def look_first(
        request: Request,
        person: Seller,
        conversation: Id,
        other: Annotated[str, Query(pattern=PLAIN, max_length=64)],
    ) -> Response:
        me, words = await desk.me(person.id, person.email), pages.words(request, person)
        sides = [await desk.lines.line(one, me) for one in (conversation, other)]
        for one in (conversation, other):
            await office.audit.record(person, "lead.viewed", one)
        page = MergePage(*(_side(one, words) for one in sides))
        return pages.show(request, person, "lead_merge.html", page)

    @router.post("/merge")
    async def merge(
        request: Request,
        person: Seller,
        conversation: Id,
        other: Annotated[str, Form(pattern=PLAIN, max_length=64)],
    ) -> Response:
        try:
            await desk.handling.merge(other, conversation)
        except CannotMerge:
            detail = pages.words(request, person).text(_CANNOT)
            raise Problem(409, "cannot-merge", detail) from None
        await office.audit.record(person, "lead.merged", conversation, {"with": other})
        return back(conversation)

    @router.post("/separate")
    async def separate(person: Seller, conversation: Id) -> Response:
        await desk.handling.separate(conversation)
        await office.audit.record(person, "lead.separated", conversation)
        return back(conversation)


def _handed_out_and_erased(router: APIRouter, office: Office, pages: Pages) -> None:
    Seller = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]
    Admin = Annotated[Person, Depends(office.gate.permits("admin"))]
    desk = office.inbox

    @router.get("/export")
    async def export(person: Seller, conversation: Id) -> Response:
        found = await desk.people.find(conversation)
        document = await desk.exports.export(found)
        for one in found.conversations:
            await office.audit.record(person, "lead.exported", one.id)
        name = f'attachment; filename="lead-{conversation}.json"'
        return Response(
            json.dumps(document, ensure_ascii=False, indent=2),
            media_type="application/json",
            headers={**HEADERS, "Content-Disposition": name},
        )

    async def erase_page(
        request: Request,
        person: Person,
        conversation: str,
        error: str = "",
        kept: Collection[str] = (),
    ) -> Response:
        words = pages.words(request, person)
        line = await desk.lines.line(conversation, await desk.me(person.id, person.email))
        found = await desk.people.find(conversation)
        document = await desk.exports.export(found)
        titles = {one.id: _found(one, words) for one in found.conversations}
        page = ErasePage(
            conversation=conversation,
            who=_who(line, words),
            itself=titles[conversation],
            others=tuple(
                Other(one.id, titles[one.id], found_in_words(one, words), one.id not in kept)
                for one in found.conversations
                if one.id != conversation
            ),
            counts=_counts(document),
            elsewhere=len(cast(list[Json], document["kept_at_twilio"])),
            word=words.text(ERASE_WORD),
            error=error,
        )
        status = 422 if error else 200
        return pages.show(request, person, "lead_erase.html", page, status=status)

    @router.get("/erase")
    async def ask(request: Request, person: Admin, conversation: Id) -> Response:
        await office.audit.record(person, "lead.viewed", conversation)
        return await erase_page(request, person, conversation)

    @router.post("/erase")
    async def erase(
        request: Request,
        person: Admin,
        conversation: Id,
        word: Annotated[str, Form(max_length=50, pattern=PLAIN)] = "",
        others: Annotated[list[str] | None, Form()] = None,
    ) -> Response:
        words, found = pages.words(request, person), await desk.people.find(conversation)
        chosen = {conversation, *(others or ())}
        if word.strip() != words.text(ERASE_WORD):
            kept = {one.id for one in found.conversations} - chosen
            return await erase_page(request, person, conversation, words.text(_TYPE_IT), kept)
        erased = await desk.people.only(found, chosen)
        await desk.erasures.erase(erased)
        for one in erased.conversations:
            await office.audit.record(person, "lead.erased", one.id)
        return go_to(PATH)


def _side(line: Line, words: Words) -> Side:
    channel = words.text(CHANNELS.get(line.channel, line.channel))
    return Side(
        conversation=line.conversation,
        title=f"{channel}, {words.day(line.created_at)}",
        who=_who(line, words),
        reach=", ".join(one for one in (line.email, line.phone) if one),
        verdict=line.outcome,
        messages=line.last_seq,
    )


def _who(line: Line, words: Words) -> str:
    return line.name or line.email or line.phone or words.text(UNNAMED)


def _found(found: Found, words: Words) -> str:
    channel = words.text(CHANNELS.get(found.channel, found.channel))
    said = words.plural("%(num)s message", "%(num)s messages", found.messages)
    return f"{channel}, {words.day(found.began)}, {said}"


def _counts(document: Mapping[str, Json]) -> tuple[tuple[str, int], ...]:
    """How many rows of each table an export has."""
    records = cast(dict[str, list[Json]], document["records"])
    return tuple((named(table), len(rows)) for table, rows in records.items())
