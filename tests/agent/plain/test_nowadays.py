"""A "now" that says how things are is no wish to begin now."""

import pytest

from agent.plain.plain_reader import read_plainly
from qualification.values import Language, Timeframe
from tests.agent.pages import make_page


def _kind(text: str, asked: str, language: Language) -> str | None:
    reading = read_plainly(make_page(text, asked=asked, language=language))
    value = next((one.value for one in reading.answers if one.key == "timeline"), None)
    assert value is None or isinstance(value, Timeframe)
    return value.kind if value else None


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("right now we pay 200 a month for what we have", "budget", "en"),
        ("currently it is all on paper", "timeline", "en"),
        ("ahora mismo usamos Excel", "timeline", "es"),
        ("ahora mismo estamos con otra cosa", "timeline", "es"),
    ],
)
def test_how_things_are_now_is_no_time_to_begin(text: str, asked: str, language: Language) -> None:
    assert _kind(text, asked, language) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ahora mismo", "asap"),
        ("hoy mejor que mañana", "asap"),
        ("ahora mismo queremos empezar", "asap"),
        ("ahora mismo usamos Excel, pero lo queremos en mayo", "range"),
    ],
)
def test_a_wish_is_a_time_to_begin(text: str, kind: str) -> None:
    assert _kind(text, "timeline", "es") == kind
