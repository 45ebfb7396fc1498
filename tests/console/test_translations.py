"""console.translations: every text of the console has its Spanish, and says it in one way."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from jinja2.ext import babel_extract

from console.translations import FOLDER, Disagreement, Words, read_texts, tongue_of

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "plural": (1, 2), "text": None}
CONSOLE = Path("console")


def texts() -> Iterator[tuple[str, str]]:
    """Every text with where it stands; of several forms the first."""
    for path in sorted(CONSOLE.rglob("*.py")):
        if "translations" in path.name:
            continue
        for _, message, _, _ in extract_from_file("python", str(path), KEYWORDS):
            yield str(path), message[0] if isinstance(message, tuple) else message
    for path in sorted(CONSOLE.rglob("templates/**/*.html")):
        with path.open("rb") as file:
            for _, _, found, _ in babel_extract(file, ["_", "ngettext"], [], {}):
                first = found[0] if isinstance(found, tuple) else found
                if first:
                    yield str(path), first


class TestTheSpanishOfTheConsole:
    def test_is_there_for_every_text(self) -> None:
        spanish = read_texts("es")
        known = set(spanish.single) | set(spanish.several)
        missing = sorted({(where, text) for where, text in texts() if text and text not in known})
        assert missing == []

    def test_fills_the_same_places(self) -> None:
        spanish = read_texts("es")
        for text, said in spanish.single.items():
            for place in [part.split(")")[0] for part in text.split("%(")[1:]]:
                assert f"%({place})" in said, text

    def test_says_one_thing_in_one_way(self, tmp_path: Path) -> None:
        folder = tmp_path / "es"
        folder.mkdir()
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        for name, said in (("a", "Sí"), ("b", "Si")):
            (folder / f"{name}.po").write_text(f'{head}msgid "Yes"\nmsgstr "{said}"\n')
        with pytest.raises(Disagreement):
            read_texts("es", tmp_path)

    def test_has_files_that_are_named_after_pages(self) -> None:
        assert {path.suffix for path in (FOLDER / "es").iterdir()} == {".po"}


NOW = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


class TestWords:
    @pytest.mark.parametrize(
        ("words", "moment", "money", "number", "percent"),
        [
            (Words("en"), "22 Nov 2026, 23:30", "€12,000", "1,234.5", "12%"),
            (
                Words("es", "Europe/Madrid"),
                "23 nov 2026, 00:30",
                "12.000\xa0€",
                "1.234,5",
                "12\xa0%",
            ),
        ],
    )
    def test_write_as_their_reader_does(
        self, words: Words, moment: str, money: str, number: str, percent: str
    ) -> None:
        assert words.moment(NOW) == moment
        assert words.money(12000, "EUR") == money
        assert words.number(1234.5) == number
        assert words.percent(0.12) == percent

    def test_say_cents_where_there_are_some(self) -> None:
        assert Words("en").money(12.5, "USD") == "US$12.50"

    def test_are_short_in_lists(self) -> None:
        words = Words("en")
        assert words.short(NOW - timedelta(hours=1), NOW) == "22:30"
        assert words.short(NOW - timedelta(days=3), NOW) == "19 Nov"
        assert words.short(NOW - timedelta(days=400), NOW) == "18 Oct 2025"

    def test_tell_how_long_ago(self) -> None:
        assert Words("es").ago(NOW - timedelta(minutes=4), NOW) == "hace 4 minutos"
        assert Words("en").ago(NOW + timedelta(hours=2), NOW) == "in 2 hours"
        assert Words("en").lasting(timedelta(minutes=5)) == "5 minutes"

    def test_take_a_zone_that_there_is_not_for_universal_time(self) -> None:
        assert Words("en", "Mars/Olympus").clock(NOW) == "23:30"
        assert Words("en").day(date(2026, 3, 1)) == "1 Mar 2026"

    def test_know_one_from_several(self) -> None:
        forms = ("%(num)s message", "%(num)s messages")
        assert Words("es").plural(*forms, 1) == "1 mensaje"
        assert Words("es").plural(*forms, 1200) == "1.200 mensajes"
        assert Words("en").plural(*forms, 2) == "2 messages"

    def test_say_what_they_lack_in_english(self) -> None:
        assert Words("es").text("no such text") == "no such text"


class TestTheLanguageOfAnAnswer:
    @pytest.mark.parametrize(
        ("chosen", "accept", "tongue"),
        [
            (("es", "en"), "en", "es"),
            ((None, "es"), "en", "es"),
            ((None, None), "es-MX,es;q=0.9,en;q=0.8", "es"),
            ((None, None), "en;q=0.1, es;q=0.8", "es"),
            ((None, None), "de, fr;q=0.5", "en"),
            ((None, None), "", "en"),
            (("xx", None), "es;q=x, ,en", "en"),
        ],
    )
    def test_is_the_persons_then_the_cookies_then_the_browsers(
        self, chosen: tuple[str | None, str | None], accept: str, tongue: str
    ) -> None:
        assert tongue_of(chosen, accept) == tongue
