"""What does a visitor see? The demo page, the chat window, and the loader that opens it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from agent.widget import DEFAULT, Theme
from channels.assets import Asset, Assets, make_asset
from channels.chat.appearance import ancestors, frame_config, loader_config
from channels.chat.lobby import Lobby
from channels.chat.page_texts import PAGE_TEXTS
from channels.chat.ports import Catalogue
from channels.incoming import PLAIN
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


EMBEDDED = {
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
"""Pages that are isolated (COEP) embed only frames that say so of themselves."""
SLOT = "/*site*/{}"
"""Where the loader is told how the site's chat is set up: it need not ask."""
WidgetKey = Annotated[str, Query(max_length=60, pattern=PLAIN)]


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
    agent: str
    company: str
    theme: Theme
    config: str
    """What main.js works with, as JSON: channels.chat.appearance."""
    texts: Mapping[str, str]


def pages_router(catalogue: Catalogue, lobby: Lobby, *, demo: bool) -> APIRouter:
    """`/`, `/widget`, `/widget.js` and their files."""
    assets = Assets(HERE / "static", "assets/chat")
    templates = Templates(HERE / "templates", asset=assets.url)
    loader_source = _bare((HERE / "static" / "loader.js").read_text(encoding="utf-8"))
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
        widget: WidgetKey = DEFAULT,
        script: Annotated[str, Query(max_length=60)] = "",
        lang: str = "",
        page: Annotated[str, Query(max_length=2000)] = "",
    ) -> Response:
        found = await lobby.widget(widget)
        chosen = await speaker(script or found.script, page)
        wanted = lang or found.language or request.headers.get("accept-language", "")
        language = _language(wanted, chosen.languages)
        window = WidgetPage(
            language=language,
            agent=chosen.persona.name,
            company=chosen.persona.company,
            theme=found.theme,
            config=frame_config(
                found,
                chosen,
                key=script or found.script,
                language=language,
                office=await lobby.office(found),
                mail=lobby.post is not None,
            ),
            texts=PAGE_TEXTS[language],
        )
        return _html(
            templates.render("widget.html", window),
            f"{STRICT}; connect-src 'self'; frame-ancestors {ancestors(found.sites)}",
            **EMBEDDED,
        )

    @lru_cache(maxsize=64)
    def packed(config: str) -> Asset:
        return make_asset(loader_source.replace(SLOT, config, 1).encode(), ".js")

    @router.get("/widget.js")
    async def loader(request: Request, widget: WidgetKey = DEFAULT) -> Response:
        found = await lobby.widget(widget)
        response = packed(loader_config(found)).response(request, "public, max-age=300")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return router


def _bare(source: str) -> str:
    """A script without its indentation and its lines of comment."""
    return re.sub(r"^[ \t]*//.*\n|^[ \t]+", "", source, flags=re.MULTILINE)


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


def _html(html: str, policy: str, **more: str) -> Response:
    return HTMLResponse(
        html,
        headers={
            "Content-Security-Policy": policy,
            "Cache-Control": "no-cache",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "X-Content-Type-Options": "nosniff",
            "Vary": "Accept-Language",
            **more,
        },
    )
