"""How does the console answer? With pages that nothing may be smuggled into, its errors too."""

from collections.abc import Callable, Coroutine, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from agent.errors import NotHeld, OptedOut, Unavailable, UnknownConversation
from channels.assets import Assets
from channels.bodies import BoundedRoute
from channels.templating import Templates, context_of
from console.charts.lines import sparkline
from console.charts.svg import Words as Said
from console.contexts import ProblemPage
from console.gate import PATH, NotSignedIn
from console.lead_words import DELIVERY_STATES, PHASES, STATES
from console.shell import Shell, Viewer, shell_for, words_for
from console.translations import N_, NAMES, Words
from storage.leads import BadCursor

FOLDER = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
SEE_OTHER = 303
PARTIAL = {"hx-request": "true", "hx-request-type": "partial"}
_GONE = N_("It was never there, or it has been erased.")
_AWAY = N_("The database cannot be reached right now. Nothing was changed: try again in a moment.")
_OPTED_OUT = N_("They asked not to be written to: nobody may, until they write that they want to.")
_NOT_HELD = N_("Nobody had taken this conversation over, so there is nothing to give back.")
_CONFLICTS = {NotHeld: _NOT_HELD, OptedOut: _OPTED_OUT}
_CURSOR = N_("This part of the list cannot be found any more: begin again from the top.")
_UNFIT = N_("This cannot be what was asked for: %(fields)s.")
PROBLEMS = {
    400: N_("Bad request"),
    403: N_("Not allowed"),
    404: N_("Not found"),
    409: N_("Not possible now"),
    413: N_("Too long"),
    422: N_("That does not fit"),
    429: N_("Too many tries"),
    503: N_("Away for a moment"),
}


class Pages:
    """Renders the console's templates."""

    def __init__(self, demo: Callable[[], bool] = bool) -> None:
        """`demo`: whether made-up leads are among the real ones."""
        self._demo = demo
        self.assets = Assets(FOLDER / "static", "assets/console")
        self.templates = Templates(
            FOLDER / "templates",
            _=_say,
            ngettext=_say_number,
            asset=self.assets.url,
            clock=_words("clock"),
            day=_words("day"),
            lasting=_words("lasting"),
            moment=_words("moment"),
            money=_words("money"),
            number=_words("number"),
            percent=_words("percent"),
            ago=_words("ago"),
            short=_words("short"),
            sparkline=_sparkline,
            tongue_names=NAMES,
            states=STATES,
            phases=PHASES,
            delivery_states=DELIVERY_STATES,
        )
        self.templates.offer("parts.html", "icon")

    def words(self, request: Request, person: Viewer | None) -> Words:
        """The language and the clock of whoever asks."""
        return words_for(request, person)

    def shell(self, request: Request | None, person: Viewer | None) -> Shell:
        """What surrounds the page that is asked for."""
        return shell_for(request, person, demo=self._demo())

    def show(
        self,
        request: Request,
        person: Viewer | None,
        template: str,
        page: object,
        *,
        status: int = 200,
        fragment: str | None = None,
    ) -> Response:
        """A page for somebody who is signed in; only its block `fragment` when htmx asks for a
        part.
        """
        context = {**context_of(page), "shell": self.shell(request, person)}
        if fragment is not None and is_partial(request):
            text = self.templates.render_block(template, fragment, context)
        else:
            text = self.templates.render_with(template, context)
        return HTMLResponse(text, status, headers={**HEADERS, "Vary": "HX-Request-Type"})

    def html(
        self, template: str, page: object, status: int = 200, *, request: Request | None = None
    ) -> Response:
        """A page for a stranger."""
        context = {**context_of(page), "shell": self.shell(request, None)}
        return HTMLResponse(self.templates.render_with(template, context), status, headers=HEADERS)

    def problem(self, status: int, detail: str, request: Request | None = None) -> Response:
        """The page that says what went wrong and what to do."""
        words = words_for(request, None)
        title = PROBLEMS.get(status, HTTPStatus(status).phrase)
        page = ProblemPage(title=words.text(title), detail=words.text(detail))
        if request is not None and is_partial(request):
            context = {**context_of(page), "shell": self.shell(request, None)}
            text = self.templates.render_block("problem.html", "problem", context)
            return HTMLResponse(text, status, headers=HEADERS)
        return self.html("problem.html", page, status, request=request)

    def names_used(self, template: str) -> frozenset[str]:
        """The context that a template asks for: its page must have just these."""
        return self.templates.names_used(template) - {"shell"}

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
                        return to_login(request, stranger.path)
                    except UnknownConversation:
                        return pages.problem(404, _GONE, request)
                    except Unavailable:
                        return pages.problem(503, _AWAY, request)
                    except (NotHeld, OptedOut) as error:
                        return pages.problem(409, _CONFLICTS[type(error)], request)
                    except BadCursor:
                        return pages.problem(404, _CURSOR, request)
                    except RequestValidationError as error:
                        fields = ", ".join(str(one["loc"][-1]) for one in error.errors())
                        unfit = words_for(request, None).text(_UNFIT) % {"fields": fields}
                        return pages.problem(422, unfit, request)
                    except HTTPException as error:
                        return pages.problem(error.status_code, str(error.detail), request)

                return answer

        return PageRoute


def is_partial(request: Request) -> bool:
    """Whether htmx asks for a part of a page."""
    return all(request.headers.get(name) == value for name, value in PARTIAL.items())


def go_to(path: str) -> Response:
    """See another page; what was sent is not sent again when that one is reloaded."""
    return RedirectResponse(path, SEE_OTHER, headers={"Cache-Control": "no-store"})


def to_login(request: Request, path: str) -> Response:
    """Sign in first; a part of a page would only show the login where it does not belong."""
    login = f"{PATH}/login?{urlencode({'next': path})}"
    if is_partial(request):
        return Response(status_code=401, headers={"HX-Redirect": login, **HEADERS})
    return go_to(login)


def _words(name: str) -> Callable[..., str]:
    """A way of writing something as the person reads it: `moment(at)`, `number(12)`."""

    @pass_context
    def written(context: Context, *values: Any) -> str:
        words: Words = context["shell"].words
        said: str = getattr(words, name)(*values)
        return said

    return written


@pass_context
def _say(context: Context, text: str, **values: object) -> str:
    """`_("Hello %(name)s", name=…)`: whatever is put in, and the text itself, is escaped."""
    said: str = context["shell"].words.text(text)
    return escape(said) % values if values else said


@pass_context
def _say_number(context: Context, one: str, many: str, num: int, **values: object) -> str:
    """`ngettext("%(num)s lead", "%(num)s leads", count)`."""
    words: Words = context["shell"].words
    said = words.form(one, many, num)
    return escape(said) % {"num": words.number(num), **values}


def _sparkline(values: Sequence[float], name: str, title: str, told: str) -> Markup:
    """How something went, as a small line; `name`: unlike every other chart of the page."""
    return sparkline(Said(name, title, told), values)
