"""The lines of the command `normalise`."""

from datetime import UTC, datetime

import pytest

from qualification.normalise import normalise_line
from qualification.values import Json

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "row", "values"),
    [
        (
            "money",
            {"text": "unos 3.000", "asked": True},
            [
                {
                    "min": 3000,
                    "max": 3000,
                    "currency": None,
                    "period": None,
                    "approximate": True,
                    "span": [0, 10],
                }
            ],
        ),
        ("money", {"text": "unos 3.000"}, []),
        (
            "timeframe",
            {"text": "mañana", "now": "2026-05-01T09:00:00"},
            [
                {
                    "kind": "date",
                    "start": "2026-05-02",
                    "end": "2026-05-03",
                    "approximate": False,
                    "span": [0, 6],
                }
            ],
        ),
        ("timeframe", {"text": "3", "asked": "timeframe"}, []),
        ("number", {"text": "más de 20"}, [{"min": 20, "max": None, "span": [0, 9]}]),
        (
            "contact",
            {"text": "Ana", "asked": "name"},
            [{"kind": "name", "value": "Ana", "span": [0, 3]}],
        ),
        (
            "choice",
            {"text": "decido yo", "options": {"a": ["decido yo"]}},
            [{"option": "a", "span": [0, 9]}],
        ),
    ],
)
def test_a_good_row_gives_its_values(kind: str, row: dict[str, Json], values: list[Json]) -> None:
    assert normalise_line({"id": 7, **row}, kind, "es", NOW) == {"id": 7, "values": values}


@pytest.mark.parametrize(
    ("kind", "row", "word"),
    [
        ("money", {}, "text"),
        ("money", {"text": 5}, "text"),
        ("timeframe", {"text": "hoy", "now": "soon"}, "ISO"),
        ("choice", {"text": "a"}, "options"),
        ("choice", {"text": "a", "options": []}, "options"),
        ("choice", {"text": "a", "options": {"k": "phrase"}}, "list"),
        ("choice", {"text": "a", "options": {"k": [1]}}, "list"),
        ("colour", {"text": "a"}, "kind"),
    ],
)
def test_a_bad_row_says_what_to_write(kind: str, row: dict[str, Json], word: str) -> None:
    line = normalise_line({"id": "x", **row}, kind, "es", NOW)
    assert line["id"] == "x"
    assert word in str(line["error"])
