"""How is the page of systems shown? With what was found, what was tried, and what went wrong."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import Response

from console.access import Person
from console.check_ups import CheckUp
from console.fates import Fate
from console.gate import PATH
from console.office import Office
from console.rendering import Pages
from console.saying import in_words
from console.setup.contexts import Rehearsal, Row, SystemsPage, Ways
from console.translations import Words

HOME = f"{PATH}/settings"
SYSTEMS = f"{HOME}/systems"


class Shown:
    """The page."""

    def __init__(self, office: Office, pages: Pages) -> None:
        self._office = office
        self._pages = pages

    async def page(
        self,
        request: Request,
        person: Person,
        *,
        notice: str = "",
        error: str = "",
        status: int = 422,
        fate: Fate | None = None,
        rehearsal: Rehearsal | None = None,
    ) -> Response:
        """`status`: that of an error."""
        desk = self._office.setup
        page = SystemsPage(
            tab="systems",
            check_up=desk.check_ups.last,
            found=_rows(desk.check_ups.last, self._pages.words(request, person)),
            places=desk.places,
            may_change=person.role == "admin",
            now=self._office.clock.now(),
            ways=Ways(
                email=person.email if desk.mailbox is not None else "",
                channel=desk.trials.channel,
                webhook="webhook" in desk.trials.ways,
                texts=desk.trials.notes is not None,
                number=await desk.trials.number(person),
            ),
            queues=await desk.queues.all(),
            fate=fate,
            rehearsal=rehearsal,
            notice=notice,
            error=error,
        )
        shown = status if error else 200
        return self._pages.show(request, person, "setup/systems.html", page, status=shown)


def _rows(made: CheckUp | None, words: Words) -> Mapping[str, tuple[Row, ...]]:
    """What was found, in their language."""
    found = made.found if made is not None else {}
    return {
        system: tuple(
            Row(words.text(one.about), one.level, in_words(one.said, words)) for one in rows
        )
        for system, rows in found.items()
    }
