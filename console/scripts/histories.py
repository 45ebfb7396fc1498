"""Which versions were there, and what changed between them? Any two side by side."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from channels.problems import Problem
from console.access import Person
from console.scripts.bench import HOME, Bench, Key
from console.scripts.comparison import compare
from console.scripts.contexts import ComparePage, VersionsPage
from console.translations import N_
from console.workshop import OnTheBench

DRAFT = "draft"
Which = Annotated[str | None, Query(pattern=r"^(draft|[0-9]{1,9})$")]
NO_VERSION = N_("There is no such version of this script.")


def histories_router(bench: Bench) -> APIRouter:
    """`/console/scripts/{key}/versions` and `…/compare`"""
    router = bench.router()
    Reader = Annotated[Person, bench.reader]

    @router.get(f"{HOME}/{{key}}/versions")
    async def versions(request: Request, person: Reader, key: Key) -> Response:
        piece = await bench.take(key)
        listed = tuple(await bench.workshop.versions.of(key))
        page = VersionsPage(bench.head(person, piece, "versions"), listed)
        return bench.pages.show(request, person, "scripts/versions.html", page)

    @router.get(f"{HOME}/{{key}}/compare")
    async def comparison(
        request: Request, person: Reader, key: Key, before: Which = None, after: Which = None
    ) -> Response:
        piece = await bench.take(key)
        numbers = [str(one.number) for one in await bench.workshop.versions.of(key)]
        choices = [DRAFT, *numbers] if piece.draft else numbers
        right = after or choices[0]
        left = before or next((one for one in numbers if one != right), right)
        texts = [await text_of(bench, piece, one) for one in (left, right)]
        page = ComparePage(
            head=bench.head(person, piece, "versions"),
            before=left,
            after=right,
            choices=tuple(choices),
            comparison=await asyncio.to_thread(compare, texts[0], texts[1]),
        )
        return bench.pages.show(request, person, "scripts/compare.html", page)

    return router


async def text_of(bench: Bench, piece: OnTheBench, which: str) -> str:
    """The text of a version, or of the draft."""
    if which == DRAFT:
        return piece.text
    text = await bench.workshop.versions.text(piece.key, int(which))
    if text is None:
        raise Problem(404, "unknown-version", NO_VERSION)
    return text
