"""What can one go to by Ctrl-K? Pages by their names, people and conversations by their words."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from channels.incoming import PLAIN
from console.access import Person
from console.gate import PATH
from console.inbox import SEARCHED
from console.inbox_query import Asked
from console.inbox_showing import UNNAMED
from console.navigation import ACCOUNT, Entry, places_for
from console.office import Office
from console.rendering import Pages
from console.translations import Words
from storage.inbox_filters import Filters, Line
from storage.inbox_words import words_of

MOST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """Somewhere to go."""

    href: str
    icon: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PalettePage:
    """palette.html"""

    people: tuple[Choice, ...]
    places: tuple[Choice, ...]
    everywhere: Choice | None
    """The inbox with all that has these words."""


def palette_router(office: Office, pages: Pages) -> APIRouter:
    """`/console/palette`"""
    router = APIRouter(prefix=PATH, route_class=pages.route_class())
    Reader = Annotated[Person, Depends(office.gate.permits("sales", "admin"))]
    desk = office.inbox

    @router.get("/palette")
    async def palette(
        request: Request,
        person: Reader,
        q: Annotated[str, Query(max_length=200, pattern=PLAIN)] = "",
    ) -> Response:
        words = pages.words(request, person)
        asked = Asked(Filters(status="every", sought=q.strip()))
        people: tuple[Line, ...] = ()
        if words_of(q):
            me = await desk.me(person.id, person.email)
            found, _ = await asyncio.gather(
                desk.lines.listed(asked.filters, me, office.clock.now(), limit=MOST),
                office.audit.look(person, SEARCHED),
            )
            people = found.lines
        page = PalettePage(
            people=tuple(_lead(one, words) for one in people),
            places=tuple(_matching(places_for(person.role), q, words)),
            everywhere=Choice(asked.path(), "search", q.strip()) if people else None,
        )
        return pages.show(request, person, "palette.html", page, fragment="choices")

    return router


def _lead(line: Line, words: Words) -> Choice:
    who = line.name or line.email or line.phone or words.text(UNNAMED)
    return Choice(f"{PATH}/leads/{line.conversation}", "chat", who, " ".join(line.preview.split()))


def _matching(places: Sequence[Entry], sought: str, words: Words) -> Iterator[Choice]:
    wanted = words_of(sought)
    for one in (*places, ACCOUNT):
        for entry in (one, *one.beneath):
            label = words.text(entry.label)
            if all(any(part.startswith(word) for part in words_of(label)) for word in wanted):
                yield Choice(entry.path, entry.icon, label)
