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


@pytest.mark.parametrize(
    "text",
    ["vete a la mierda", "déjame en paz", "gilipollas", "que te den", "ni idea", "depende",
     "no entiendo", "me da igual", "usamos excel", "vendo ropa", "ya veremos", "cállate",
     "mi mujer y yo", "dame de baja", "lo antes posible", "disculpa", "el lunes"],
)  # fmt: skip
def test_short_words_of_spanish(text: str) -> None:
    assert detect_language(text) == "es"


@pytest.mark.parametrize(
    "text",
    ["go to hell", "leave me alone", "fuck off", "shut up", "maybe", "cheers", "bye",
     "stop texting me", "remove me", "unsubscribe", "no rush", "asap", "none", "whatever",
     "still thinking", "a hair salon", "sorry", "me and my wife", "nope"],
)  # fmt: skip
def test_short_words_of_english(text: str) -> None:
    assert detect_language(text) == "en"
