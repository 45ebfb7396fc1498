"""channels.chat.pages: the demo page, the widget's frame and its loader."""

import re
from dataclasses import fields
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from channels.assets import Assets
from channels.chat.page_texts import PAGE_TEXTS
from channels.chat.pages import HERE, DemoPage, WidgetPage, pages_router
from channels.problems import answer_with_problems
from channels.templating import Templates
from qualification.script import Script
from tests.channels.conftest import Published


@pytest.fixture
def templates() -> Templates:
    assets = Assets(HERE / "static", "assets/chat")
    return Templates(HERE / "templates", asset=assets.url)


class TestContexts:
    @pytest.mark.parametrize(
        ("template", "page"), [("demo.html", DemoPage), ("widget.html", WidgetPage)]
    )
    def test_a_template_uses_all_of_its_page_and_nothing_else(
        self, templates: Templates, template: str, page: type[Any]
    ) -> None:
        assert templates.names_used(template) == {field.name for field in fields(page)}

    def test_both_languages_have_the_same_texts(self) -> None:
        assert PAGE_TEXTS["es"].keys() == PAGE_TEXTS["en"].keys()


class TestTheDemoPage:
    async def test_offers_every_script_in_every_language(self, client: httpx.AsyncClient) -> None:
        page = (await client.get("/?lang=en")).text
        buttons = re.findall(r'<button type="button" data-script="(.+?)" data-lang="(.+?)"', page)
        assert buttons == [("crm-suite", "es"), ("crm-suite", "en")]
        assert 'href="/console"' in page
        assert 'href="/docs"' in page

    async def test_speaks_the_browsers_language(self, client: httpx.AsyncClient) -> None:
        for wanted, spoken in [("es-MX,en;q=0.5", "es"), ("fr,en-GB", "en"), ("fr", "es")]:
            page = (await client.get("/", headers={"Accept-Language": wanted})).text
            assert f'<html lang="{spoken}">' in page

    async def test_says_that_it_is_a_demo_only_when_it_is(self, script: Script) -> None:
        for demo in (True, False):
            app = FastAPI()
            app.include_router(pages_router(Published(script), demo=demo))
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
                assert ("This is a demo" in (await client.get("/?lang=en")).text) is demo

    async def test_says_so_when_nothing_is_published(self) -> None:
        app = FastAPI()
        app.include_router(pages_router(Published(), demo=True))
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            page = (await client.get("/?lang=en")).text
        assert "No script is published yet" in page
        assert "<script" not in page

    async def test_escapes_what_scripts_say(self, client: httpx.AsyncClient) -> None:
        page = (await client.get("/")).text
        assert "CRM &lt;Suite&gt; &amp; &#34;friends&#34;" in page


class TestTheFrame:
    async def test_knows_its_script_and_language(self, client: httpx.AsyncClient) -> None:
        page = (await client.get("/widget?script=crm-suite&lang=en-US")).text
        assert '<body data-script="crm-suite" data-language="en" data-agent="Lucía">' in page

    async def test_is_a_404_for_an_unknown_script(self, client: httpx.AsyncClient) -> None:
        assert (await client.get("/widget?script=nope")).status_code == 404
        assert (await client.get("/widget?script=" + "x" * 61)).status_code == 422

    async def test_without_a_script_it_speaks_for_the_only_one(
        self, client: httpx.AsyncClient
    ) -> None:
        page = (await client.get("/widget")).text
        assert 'data-script=""' in page
        assert 'data-agent="Lucía"' in page

    async def test_holds_no_code_of_its_own_and_allows_none(
        self, client: httpx.AsyncClient
    ) -> None:
        for path in ("/", "/widget?script=crm-suite"):
            response = await client.get(path)
            policy = response.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self'" in policy
            assert "unsafe" not in policy
            assert re.findall(r"<script(?![^>]* src=)|<style|style=|\son\w+=", response.text) == []

    async def test_may_be_embedded_by_the_allowed_sites_only(self, script: Script) -> None:
        for sites, ancestors in [
            ((), "frame-ancestors *"),
            (("https://acme.example",), "frame-ancestors 'self' https://acme.example"),
        ]:
            app = FastAPI()
            answer_with_problems(app)
            app.include_router(pages_router(Published(script), demo=False, sites=sites))
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
                response = await client.get("/widget?script=crm-suite")
            assert response.headers["content-security-policy"].endswith(ancestors)


class TestTheLoader:
    async def test_may_be_used_by_any_page_and_is_asked_for_again_soon(
        self, client: httpx.AsyncClient
    ) -> None:
        response = await client.get("/widget.js")
        assert response.headers["content-type"] == "text/javascript; charset=utf-8"
        assert response.headers["cross-origin-resource-policy"] == "cross-origin"
        assert response.headers["cache-control"] == "public, max-age=300"
        again = await client.get("/widget.js", headers={"If-None-Match": response.headers["etag"]})
        assert again.status_code == 304
        assert again.content == b""
