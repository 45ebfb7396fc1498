"""console.rendering: the rules that every page of the console keeps."""

from dataclasses import fields

import pytest

from agent.errors import Unavailable
from console.accepting import AcceptPage
from console.accounts_contexts import LoginPage
from console.contexts import ProblemPage
from console.inbox import DeskPage
from console.lead_privacy import ErasePage, MergePage
from console.palette import PalettePage
from console.rendering import FOLDER, Pages
from storage.inbox_lines import InboxLines
from tests.console.conftest import Browser, Firm


class TestContexts:
    @pytest.mark.parametrize(
        ("template", "page"),
        [
            ("accept.html", AcceptPage),
            ("login.html", LoginPage),
            ("problem.html", ProblemPage),
            ("desk.html", DeskPage),
            ("lead_merge.html", MergePage),
            ("lead_erase.html", ErasePage),
            ("palette.html", PalettePage),
        ],
    )
    def test_a_template_uses_all_of_its_page_and_nothing_else(
        self, template: str, page: type[LoginPage]
    ) -> None:
        used = Pages().names_used(template)
        assert used == {field.name for field in fields(page)}

    def test_no_template_turns_escaping_off_or_holds_code(self) -> None:
        templates = list((FOLDER / "templates").rglob("*.html"))
        assert templates
        for template in templates:
            source = template.read_text(encoding="utf-8")
            for forbidden in ("| safe", "|safe", "autoescape", "style=", "<style", "onclick"):
                assert forbidden not in source, template.name


class TestHeaders:
    async def test_every_page_forbids_what_it_does_not_need(self, ana: Browser, firm: Firm) -> None:
        lead = await firm.lead()
        for path in (
            "/console",
            "/console/login",
            f"/console/leads/{lead}",
            "/console/leads/nobody",
        ):
            headers = (await ana.see(path)).headers
            policy = headers["content-security-policy"]
            assert "default-src 'self'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert headers["cache-control"] == "no-store"
            assert headers["x-content-type-options"] == "nosniff"

    async def test_its_files_are_served_packed_and_for_ever(self, ana: Browser) -> None:
        page = (await ana.see("/console")).text
        href = page.split('rel="stylesheet" href="')[1].split('"')[0]
        response = await ana.see(href)
        assert response.headers["content-type"] == "text/css; charset=utf-8"
        assert response.headers["content-encoding"] == "gzip"
        assert "immutable" in response.headers["cache-control"]


class TestADatabaseThatIsAway:
    async def test_is_a_page_that_says_to_try_again(
        self, ana: Browser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def away(*_: object, **_of: object) -> None:
            raise Unavailable("locked")

        monkeypatch.setattr(InboxLines, "listed", away)
        response = await ana.see("/console")
        assert response.status_code == 503
        assert "try again" in response.text
