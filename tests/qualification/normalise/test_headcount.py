"""People who count themselves when asked how many they are."""

from decimal import Decimal

import pytest

from qualification.normalise import read_number
from qualification.values import Language


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("es", "solo yo", 1),
        ("es", "pues de momento estoy yo sola", 1),
        ("es", "yo", 1),
        ("es", "solo una, yo", 1),
        ("es", "mi mujer y yo", 2),
        ("es", "Mi mujer y yo llevamos la tienda desde hace 3 años", 2),
        ("es", "mi marido, mi hija y yo", 3),
        ("es", "una secretaria y yo", 2),
        ("es", "yo y 3 más", 4),
        ("es", "tres personas más yo", 4),
        ("es", "somos 12 y yo soy la jefa", 12),
        ("es", "nadie", 0),
        ("es", "ninguno todavía", 0),
        ("es", "una veintena", 20),
        ("es", "veintitantos", 20),
        ("en", "just me", 1),
        ("en", "it's a one-man band", 1),
        ("en", "me and my wife", 2),
        ("en", "just me and my wife", 2),
        ("en", "my business partner & I", 2),
        ("en", "me plus 3", 4),
        ("en", "me and 3 others for now", 4),
        ("en", "none", 0),
        ("en", "20ish", 20),
        ("en", "twentyish", 20),
        ("en", "twenty-odd", 20),
        ("en", "a couple dozen", 24),
        ("en", "a booking at 5 10 p.m. for 4 people", 4),
        ("en", "5 people from Sunday 10 July", 5),
        ("en", "3 years", 3),
    ],
)
def test_people_say_how_many_they_are(language: Language, text: str, people: int) -> None:
    values = read_number(text, language, asked=True)
    assert [(value.min, value.max) for value in values] == [(Decimal(people), Decimal(people))]


@pytest.mark.parametrize(
    "text",
    ["yo no sé", "nadie lo sabe todavía aquí", "me and you", "mi y yo", "yo, yo y yo", "los"],
)
def test_a_pronoun_in_a_sentence_counts_nobody(text: str) -> None:
    assert read_number(text, "es", asked=True) == ()


def test_nobody_counts_themselves_unasked() -> None:
    assert read_number("mi mujer y yo", "es") == ()


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("es", "entre la duodécima y la cuadringentésima", 12, 400),
        ("es", "entre el vigésimo primero y el trigésimo segundo", 21, 32),
        ("en", "between the third and the twenty-fifth", 3, 25),
        ("en", "from the fifth to the hundred and first", 5, 101),
    ],
)
def test_ordinals_count_in_a_range(language: Language, text: str, low: int, high: int) -> None:
    assert [(v.min, v.max) for v in read_number(text, language)] == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize("text", ["the third one", "la segunda opción", "first of all", "thirty"])
def test_an_ordinal_alone_counts_nothing(text: str) -> None:
    assert [v.min for v in read_number(text, "en")] == ([30] if text == "thirty" else [])
