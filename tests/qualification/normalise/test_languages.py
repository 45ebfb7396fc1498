"""Spanish or English, from very little."""

import pytest

from qualification.normalise import detect_language
from qualification.values import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hola", "es"),
        ("quiero una demo", "es"),
        ("mañana", "es"),
        ("¿precio?", "es"),
        ("implementación", "es"),
        ("necesito gestionar citas", "es"),
        ("unos 3000 euros", "es"),
        ("how much is it", "en"),
        ("I'm Dana", "en"),
        ("don't", "en"),
        ("thanks", "en"),
        ("we're roughly fifty", "en"),
        ("ok", None),
        ("5000", None),
        ("dana@x.com", None),
        ("www.acme.com", None),
        ("no", None),
        ("", None),
    ],
)
def test_the_language_of_short_messages(text: str, language: Language | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["12000 euros", "5k euros", "3.000 €", "Madrid"])
def test_words_that_both_languages_write_show_neither(text: str) -> None:
    assert detect_language(text) is None
