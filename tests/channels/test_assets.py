"""channels.assets: the files of the pages."""

from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from channels.assets import Assets
from channels.problems import answer_with_problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chat").mkdir()
    (tmp_path / "chat" / "main.js").write_text('import "./other.js";' * 50)
    (tmp_path / "page.css").write_text("p { color: red }")
    (tmp_path / "notes.txt").write_text("not for browsers")
    return tmp_path


@pytest.fixture
async def client(folder: Path) -> httpx.AsyncClient:
    app = FastAPI()
    answer_with_problems(app)
    app.include_router(Assets(folder, "assets").router())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x")


class TestAssets:
    async def test_a_file_is_kept_for_ever_under_its_version(
        self, folder: Path, client: httpx.AsyncClient
    ) -> None:
        async with client:
            response = await client.get(Assets(folder, "assets").url("chat/main.js"))
        assert response.text == 'import "./other.js";' * 50
        assert response.headers["content-encoding"] == "gzip"
        assert "immutable" in response.headers["cache-control"]

    async def test_an_older_version_gives_the_newest_file_and_is_not_kept(
        self, client: httpx.AsyncClient
    ) -> None:
        async with client:
            response = await client.get("/assets/older/page.css")
        assert response.text == "p { color: red }"
        assert response.headers["cache-control"] == "no-cache"

    async def test_a_browser_that_cannot_unpack_gets_it_plain(
        self, client: httpx.AsyncClient
    ) -> None:
        async with client:
            response = await client.get(
                "/assets/v/chat/main.js", headers={"Accept-Encoding": "identity"}
            )
        assert "content-encoding" not in response.headers

    @pytest.mark.parametrize(
        "path",
        ["/assets/v/none.js", "/assets/v/notes.txt", "/assets/v/..%2Fpage.css", "/assets/v/"],
    )
    async def test_there_is_nothing_else(self, client: httpx.AsyncClient, path: str) -> None:
        async with client:
            assert (await client.get(path)).status_code == 404

    def test_any_change_is_a_new_version_of_all(self, folder: Path) -> None:
        before = Assets(folder, "assets").url("chat/main.js")
        (folder / "page.css").write_text("p { color: blue }")
        assert Assets(folder, "assets").url("chat/main.js") != before

    def test_a_page_cannot_name_a_file_that_is_not_there(self, folder: Path) -> None:
        with pytest.raises(KeyError):
            Assets(folder, "assets").url("none.js")
