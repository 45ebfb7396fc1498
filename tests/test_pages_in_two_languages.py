"""What is written in two languages says the same in both, and names what the console shows."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
PAIRS = [
    ("README.md", "README.es.md"),
    ("docs/sales.md", "docs/sales.es.md"),
    ("docs/admin.md", "docs/admin.es.md"),
]
CATALOGUES = ROOT / "console" / "locale" / "es"
FENCED = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
COMMENT = re.compile(r"\s+# .*")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
SHOWN = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
"""What the pages print in italics: words that the console shows."""
BROKEN = re.compile(r"(?<=\S)\n(?=[^\n|#])")
"""Where a line of a sentence ends and the sentence does not."""
OPEN = re.compile(r"%\(\w+\)s")


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def headings(text: str) -> list[int]:
    return [len(one) for one in re.findall(r"^(#+) ", FENCED.sub("", text), re.MULTILINE)]


def commands(text: str) -> list[tuple[str, list[str]]]:
    """The blocks of code, without what is explained beside them."""
    return [
        (tongue, [COMMENT.sub("", line) for line in block.splitlines()])
        for tongue, block in FENCED.findall(text)
    ]


def links(text: str) -> list[str]:
    return sorted(one.replace(".es.md", ".md") for one in LINK.findall(text))


def rows(text: str) -> int:
    return sum(line.startswith("|") for line in text.splitlines())


def inline(text: str) -> set[str]:
    """Commands, files and settings within sentences."""
    found = CODE.findall(FENCED.sub("", text))
    return {one for one in found if re.match(r"\.venv|make |app\.py|[A-Z_]{6,}$|[a-z]+/", one)}


def words(language: str) -> set[str]:
    """What the console says in this language, in small letters."""
    said = set[str]()
    for path in CATALOGUES.glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="es"):
                one = message.id if language == "en" else message.string
                said |= {one} if isinstance(one, str) else set(one or ())
    return {OPEN.sub("…", one).lower() for one in said}


@pytest.mark.parametrize("pair", PAIRS, ids=[one for one, _ in PAIRS])
class TestAPair:
    def test_has_the_same_sections_and_tables(self, pair: tuple[str, str]) -> None:
        english, spanish = (text_of(one) for one in pair)
        assert headings(english) == headings(spanish)
        assert rows(english) == rows(spanish)

    def test_has_the_same_commands(self, pair: tuple[str, str]) -> None:
        english, spanish = (text_of(one) for one in pair)
        assert commands(english) == commands(spanish)
        assert inline(english) - {"ERASE"} == inline(spanish) - {"BORRAR"}

    def test_has_the_same_links_and_each_leads_somewhere(self, pair: tuple[str, str]) -> None:
        english, spanish = (text_of(one) for one in pair)
        assert links(english) == links(spanish)
        for name in pair:
            for link in LINK.findall(text_of(name)):
                assert link.startswith("http") or (ROOT / name).parent.joinpath(link).exists(), link


@pytest.mark.parametrize("name", [one for pair in PAIRS[1:] for one in pair])
def test_what_is_in_italics_is_what_the_console_shows(name: str) -> None:
    said = words("es" if ".es." in name else "en")
    shown = {
        part.strip().lower()
        for one in SHOWN.findall(BROKEN.sub(" ", text_of(name)))
        for part in one.split("→")
        if part.strip() not in ("⋯", "z")
    }
    assert {one for one in shown if not any(known(one, text) for text in said)} == set()


def known(shown: str, text: str) -> bool:
    """A text, or the name that it begins with: "Sales: works on leads"."""
    return text == shown or text.startswith(f"{shown}:")
