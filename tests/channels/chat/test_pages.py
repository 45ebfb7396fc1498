"""channels.chat.pages: the demo page, the widget's frame and its loader."""

import gzip
import json
import re
from dataclasses import fields
from datetime import UTC, datetime
from html import unescape
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from agent.widget import FormField, Office, Widget
from channels.assets import Assets
from channels.chat.lobby import Lobby
from channels.chat.page_texts import PAGE_TEXTS
from channels.chat.pages import HERE, DemoPage, WidgetPage, pages_router
from channels.templating import Templates
from qualification.script import Script
from qualification.values import Language
from tests.channels.conftest import Published
from tests.fakes.widgets import FakeWidgets


def config_of(page: str) -> dict[str, Any]:
    """What the window is told."""
    found = re.search(r'<body data-config="(.*?)">', page)
    assert found is not None
    config: dict[str, Any] = json.loads(unescape(found[1]))
    return config


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

    async def test_says_that_it_is_a_demo_only_when_it_is(
        self, script: Script, lobby: Lobby
    ) -> None:
        for demo in (True, False):
            app = FastAPI()
            app.include_router(pages_router(Published(script), lobby, demo=demo))
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
                assert ("This is a demo" in (await client.get("/?lang=en")).text) is demo

    async def test_says_so_when_nothing_is_published(self, lobby: Lobby) -> None:
        app = FastAPI()
        app.include_router(pages_router(Published(), lobby, demo=True))
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
        assert '<html lang="en" data-theme="auto">' in page
        config = config_of(page)
        assert (config["script"], config["language"]) == ("crm-suite", "en")
        assert config["agent"] == "Lucía"

    async def test_is_a_404_for_an_unknown_script(self, client: httpx.AsyncClient) -> None:
        assert (await client.get("/widget?script=nope")).status_code == 404
        assert (await client.get("/widget?script=" + "x" * 61)).status_code == 422

    async def test_without_a_script_it_speaks_for_the_only_one(
        self, client: httpx.AsyncClient
    ) -> None:
        page = (await client.get("/widget")).text
        assert config_of(page)["script"] == ""
        assert config_of(page)["agent"] == "Lucía"

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

    async def test_may_be_embedded_by_the_allowed_sites_only(
        self, client: httpx.AsyncClient, widgets: FakeWidgets
    ) -> None:
        for sites, ancestors in [
            ((), "frame-ancestors *"),
            (("https://acme.example",), "frame-ancestors 'self' https://acme.example"),
        ]:
            widgets.put(Widget(sites=sites))
            response = await client.get("/widget?script=crm-suite")
            assert response.headers["content-security-policy"].endswith(ancestors)

    async def test_isolated_pages_may_embed_it_too(self, client: httpx.AsyncClient) -> None:
        headers = (await client.get("/widget")).headers
        assert headers["cross-origin-embedder-policy"] == "require-corp"
        assert headers["cross-origin-resource-policy"] == "cross-origin"

    async def test_is_set_up_by_its_key(
        self, client: httpx.AsyncClient, widgets: FakeWidgets
    ) -> None:
        fields = (FormField("email", required=True),)
        widgets.put(Widget("shop", script="crm-suite", language="en", theme="dark", fields=fields))
        page = (await client.get("/widget?widget=shop")).text
        assert '<html lang="en" data-theme="dark">' in page
        config = config_of(page)
        assert config["widget"] == "shop"
        assert config["script"] == "crm-suite"
        assert config["fields"] == [{"kind": "email", "required": True}]
        assert (await client.get("/widget?widget=nope")).status_code == 404

    async def test_nothing_of_a_setting_gets_out_of_its_attribute(
        self, client: httpx.AsyncClient, widgets: FakeWidgets
    ) -> None:
        hostile = """\"'><script>alert(1)</script>"""
        widgets.put(Widget(consent={"en": hostile}, away={"es": hostile}))
        page = (await client.get("/widget")).text
        assert "<script>alert" not in page
        assert config_of(page)["consent"] == {"en": hostile}
        loader = (await client.get("/widget.js")).text
        assert "</script>" not in loader

    async def test_says_when_the_team_is_there_only_where_it_is_told(
        self, client: httpx.AsyncClient, widgets: FakeWidgets
    ) -> None:
        widgets.now = Office(open=False, opens=datetime(2026, 3, 2, 9, tzinfo=UTC))
        config = config_of((await client.get("/widget")).text)
        assert (config["open"], config["opens"]) == (True, None)
        widgets.put(Widget(hours="team"))
        config = config_of((await client.get("/widget")).text)
        assert (config["open"], config["opens"]) == (False, "2026-03-02T09:00:00+00:00")


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

    async def test_knows_how_the_chat_is_set_up(
        self, client: httpx.AsyncClient, widgets: FakeWidgets
    ) -> None:
        widgets.put(Widget("shop", colour="#ffe14d", side="left", launcher={"en": "Ask us"}))
        response = await client.get("/widget.js?widget=shop")
        config = json.loads(response.text.rsplit("})(", 1)[1].split(");")[0])
        assert config["fill"] == "#ffe14d"
        assert config["ink"] == "#000000"
        assert (config["side"], config["label"]) == ("left", {"en": "Ask us"})
        before = response.headers["etag"]
        widgets.put(Widget("shop", colour="#000000"))
        assert (await client.get("/widget.js?widget=shop")).headers["etag"] != before
        assert (await client.get("/widget.js?widget=nope")).status_code == 404

    async def test_weighs_five_kilobytes_at_most_with_all_that_it_is_told(
        self, client: httpx.AsyncClient, widgets: FakeWidgets
    ) -> None:
        launcher: dict[Language, str] = {
            "es": "¿Hablamos ahora mismo?",
            "en": "Talk to us right now",
        }
        widgets.put(Widget("shop", script="crm-suite", language="es", launcher=launcher))
        response = await client.get("/widget.js?widget=shop")
        assert response.headers["content-encoding"] == "gzip"
        assert len(gzip.compress(response.content, 9)) <= 5 * 1024
        assert not re.findall(r"^\s*//", response.text, re.MULTILINE)
