"""What if two people write at the same time? The second is shown both texts, and chooses."""

from fastapi import Request
from starlette.responses import Response

from console.access import Person
from console.scripts.bench import HOME, Bench
from console.scripts.comparison import compare
from console.scripts.contexts import ConflictPage
from storage.drafts import Draft, Part


async def conflict_page(
    bench: Bench,
    request: Request,
    person: Person,
    key: str,
    mine: str,
    there: Draft | None,
    part: Part = "script",
) -> Response:
    """Both texts, and what is different; nothing has been changed."""
    piece = await bench.take(key)
    path = f"{HOME}/{key}" if part == "script" else f"{HOME}/{key}/tests"
    stored = there.text if there else piece.text if part == "script" else ""
    page = ConflictPage(
        head=bench.head(person, piece, "editor" if part == "script" else "tests"),
        mine=mine,
        there_revision=there.revision if there else 0,
        there_by=there.saved_by if there else "",
        there_at=there.saved_at if there else None,
        gone=there is None,
        comparison=compare(stored, mine),
        path=path,
    )
    return bench.pages.show(request, person, "scripts/conflict.html", page, status=409)
