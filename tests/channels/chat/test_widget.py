"""channels/chat/static: what the widget's code must never do, and how much it may weigh."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[3] / "channels" / "chat" / "static"
SCRIPTS = sorted(STATIC.rglob("*.js"))
APP = sorted((STATIC / "chat").iterdir())


def packed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


class TestWeight:
    def test_the_loader_is_at_most_five_kilobytes(self) -> None:
        assert packed([STATIC / "loader.js"]) <= 5 * 1024

    def test_the_chat_is_at_most_forty_kilobytes(self) -> None:
        page = STATIC.parent / "templates" / "widget.html"
        assert packed([*APP, page]) <= 40 * 1024


class TestTheCode:
    @pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
    def test_never_makes_markup_of_text(self, path: Path) -> None:
        forbidden = (
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
            r"|createContextualFragment|srcdoc|setAttribute\(\"(on|style|href|src)"
        )
        assert re.findall(forbidden, path.read_text()) == []

    @pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
    def test_never_posts_to_any_origin(self, path: Path) -> None:
        code = path.read_text()
        assert '"*"' not in code
        assert "'*'" not in code
        if 'addEventListener("message"' in code:
            assert re.search(r"event\.origin !== \w+", code)
            assert "event.source !== " in code

    def test_a_token_never_stands_in_an_address(self) -> None:
        for path in SCRIPTS:
            assert re.findall(r"[?&]token=", path.read_text()) == []

    def test_all_its_words_are_in_both_languages(self) -> None:
        texts = (STATIC / "chat" / "texts.js").read_text()
        spanish, english = texts.split("  en: {")
        keys = re.compile(r"^    (\w+):", re.MULTILINE)
        assert keys.findall(spanish) == keys.findall(english) != []

    def test_motion_is_only_for_those_who_like_it(self) -> None:
        for path in (STATIC / "chat" / "chat.css", STATIC / "loader.js"):
            calm = path.read_text().split("@media (prefers-reduced-motion: no-preference)")[0]
            assert re.findall(r"animation:|transition:|@keyframes", calm) == []
