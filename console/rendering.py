"""How does the console answer? With pages that nothing may be smuggled into, its errors too."""

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from agent.errors import NotHeld, OptedOut, Unavailable, UnknownConversation
from channels.assets import Assets
from channels.bodies import BoundedRoute
from channels.templating import Templates
from console.contexts import ProblemPage
from console.gate import PATH, NotSignedIn
from console.wording import DELIVERY_STATES, PHASES, STATES, moment
from storage.leads import BadCursor

FOLDER = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
SEE_OTHER = 303
_GONE = "It was never there, or it has been erased."
_AWAY = "The database cannot be reached right now. Nothing was changed: try again in a moment."
_OPTED_OUT = "They asked not to be written to: nobody may, until they write that they want to."
_NOT_HELD = "Nobody had taken this conversation over, so there is nothing to give back."
_CONFLICTS = {NotHeld: _NOT_HELD, OptedOut: _OPTED_OUT}
_CURSOR = "This part of the list cannot be found any more: begin again from the top."


class Pages:
    """Renders the console's templates."""

    def __init__(self) -> None:
        self.assets = Assets(FOLDER / "static", "assets/console")
        self.templates = Templates(
            FOLDER / "templates",
            asset=self.assets.url,
            moment=moment,
            states=STATES,
            phases=PHASES,
            delivery_states=DELIVERY_STATES,
        )

    def html(self, template: str, page: object, status: int = 200) -> Response:
        """A page with the headers that all of them have."""
        return HTMLResponse(self.templates.render(template, page), status, headers=HEADERS)

    def problem(self, status: int, detail: str) -> Response:
        """The page that says what went wrong and what to do."""
        page = ProblemPage(title=HTTPStatus(status).phrase, detail=detail)
        return self.html("problem.html", page, status)

    def route_class(self) -> type[BoundedRoute]:
        """Routes whose errors are pages, and who send strangers to the login."""
        pages = self

        class PageRoute(BoundedRoute):
            """A route of the console."""

            def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
                handle = super().get_route_handler()

                async def answer(request: Request) -> Response:
                    try:
                        return await handle(request)
                    except NotSignedIn as stranger:
                        return go_to(f"{PATH}/login?{urlencode({'next': stranger.path})}")
                    except UnknownConversation:
                        return pages.problem(404, _GONE)
                    except Unavailable:
                        return pages.problem(503, _AWAY)
                    except (NotHeld, OptedOut) as error:
                        return pages.problem(409, _CONFLICTS[type(error)])
                    except BadCursor:
                        return pages.problem(404, _CURSOR)
                    except RequestValidationError as error:
                        fields = ", ".join(str(one["loc"][-1]) for one in error.errors())
                        return pages.problem(422, f"This cannot be what was asked for: {fields}.")
                    except HTTPException as error:
                        return pages.problem(error.status_code, str(error.detail))

                return answer

        return PageRoute


def go_to(path: str) -> Response:
    """See another page; what was sent is not sent again when that one is reloaded."""
    return RedirectResponse(path, SEE_OTHER, headers={"Cache-Control": "no-store"})
