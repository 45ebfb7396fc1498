"""What does a visitor see? The demo page, the chat window, and the loader that opens it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from channels.assets import Assets
from channels.chat.page_texts import PAGE_TEXTS
from channels.chat.ports import Catalogue
from channels.problems import Problem
from channels.templating import Templates
from qualification.choosing import Arrival, choose
from qualification.reception import make_reception
from qualification.script import Script
from qualification.values import LANGUAGES, Language

HERE = Path(__file__).parent
STRICT = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self'"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A published script on the demo page."""

    script: str
    title: str
    company: str
    greeting: str
    questions: int
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class DemoPage:
    """demo.html"""

    language: Language
    texts: Mapping[str, str]
    offers: tuple[Offer, ...]
    demo: bool


@dataclass(frozen=True, slots=True)
class WidgetPage:
    """widget.html"""

    language: Language
    script: str
    """Empty: it is chosen by the page, or by what the visitor writes."""
    agent: str
    company: str
    texts: Mapping[str, str]


def pages_router(catalogue: Catalogue, *, demo: bool, sites: Sequence[str] = ()) -> APIRouter:
    """`/`, `/widget`, `/widget.js` and their files. `sites` may embed the chat; none: all may."""
    assets = Assets(HERE / "static", "assets/chat")
    templates = Templates(HERE / "templates", asset=assets.url)
    ancestors = " ".join(("'self'", *sites)) if sites else "*"
    router = APIRouter(include_in_schema=False)
    router.include_router(assets.router())

    async def speaker(key: str, page: str) -> Script:
        """Who greets a visitor: the script that is named or meant, or the reception."""
        scripts = [published.script for published in await catalogue.all_current()]
        chosen = None if key else choose(scripts, Arrival(page=page))
        named = chosen.script if chosen else key
        for script in scripts:
            if script.script == named:
                return script
        if scripts and not key:
            return make_reception(scripts)
        raise Problem(404, "unknown-script", f"No script {key!r} is published.")

    @router.get("/")
    async def demo_page(request: Request, lang: str = "") -> Response:
        language = _language(lang or request.headers.get("accept-language", ""), LANGUAGES)
        scripts = [published.script for published in await catalogue.all_current()]
        page = DemoPage(
            language=language,
            texts=PAGE_TEXTS[language],
            offers=tuple(_offer(script, language) for script in scripts),
            demo=demo,
        )
        return _html(
            templates.render("demo.html", page),
            f"{STRICT}; frame-src 'self'; frame-ancestors 'none'",
        )

    @router.get("/widget")
    async def widget(
        request: Request,
        script: Annotated[str, Query(max_length=60)] = "",
        lang: str = "",
        page: Annotated[str, Query(max_length=2000)] = "",
    ) -> Response:
        chosen = await speaker(script, page)
        language = _language(lang or request.headers.get("accept-language", ""), chosen.languages)
        window = WidgetPage(
            language=language,
            script=script,
            agent=chosen.persona.name,
            company=chosen.persona.company,
            texts=PAGE_TEXTS[language],
        )
        return _html(
            templates.render("widget.html", window),
            f"{STRICT}; connect-src 'self'; frame-ancestors {ancestors}",
        )

    @router.get("/widget.js")
    async def loader(request: Request) -> Response:
        response = assets.file("loader.js").response(request, "public, max-age=300")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return router


def _offer(script: Script, language: Language) -> Offer:
    spoken = language if language in script.languages else script.default_language
    return Offer(
        script=script.script,
        title=script.title,
        company=script.persona.company,
        greeting=script.disclosure[spoken],
        questions=len(script.criteria),
        languages=script.languages,
    )


def _language(wanted: str, among: Sequence[Language]) -> Language:
    """The first of the wanted (a list as browsers send it) that there is; else simply the first."""
    for part in wanted.lower().split(","):
        for language in among:
            if part.strip().split(";")[0].split("-")[0] == language:
                return language
    return among[0]


def _html(html: str, policy: str) -> Response:
    return HTMLResponse(
        html,
        headers={
            "Content-Security-Policy": policy,
            "Cache-Control": "no-cache",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Content-Type-Options": "nosniff",
            "Vary": "Accept-Language",
        },
    )
