"""How many live there, when asked: families, animals, and what is no head at all."""

import pytest

from qualification.normalise import read_number
from qualification.values import Language


def people(text: str, language: Language) -> list[tuple[int, int]]:
    return [(int(n.min or 0), int(n.max or 0)) for n in read_number(text, language, asked=True)]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("es", "somos mi marido y yo y los tres niños", 5),
        ("es", "yo y mis 2 hijas", 3),
        ("es", "2 adultos y un bebé", 3),
        ("es", "mi mujer y yo, y el perro", 2),
        ("en", "just me and the cat", 1),
        ("en", "2 adults 2 kids", 4),
        ("en", "two adults, one toddler and two dogs", 3),
        ("en", "me, my husband and three kids", 5),
        ("en", "my wife and I plus our 2 boys", 4),
    ],
)
def test_a_household_is_added_up(language: Language, text: str, count: int) -> None:
    assert people(text, language) == [(count, count)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "vivo en un bajo con patio"),
        ("es", "de luz: 58 €"),
        ("en", "about $58"),
        ("es", "pago 40 euros"),
        ("en", "two cats"),
        ("es", "un perro y dos gatos"),
    ],
)
def test_homes_money_and_animals_are_no_people(language: Language, text: str) -> None:
    assert people(text, language) == []


def test_a_group_alone_is_a_number_like_others() -> None:
    assert people("3 kids", "en") == [(3, 3)]
    assert people("vivimos en una casa 4", "es") == [(4, 4)]
    assert people("in one office", "en") == [(1, 1)]
    assert people("the dog and", "en") == []
