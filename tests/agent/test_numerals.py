"""Numbers in words: agreement in Spanish, halves of years and ordinals in English."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.numerals import Form, cardinal, digits, ordinal, year
from qualification.values import LANGUAGES, Language


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "cero"),
        (16, "dieciséis"),
        (31, "treinta y uno"),
        (100, "cien"),
        (101, "ciento uno"),
        (555, "quinientos cincuenta y cinco"),
        (1000, "mil"),
        (21_500, "veintiún mil quinientos"),
        (101_001, "ciento un mil uno"),
        (1_000_000, "un millón"),
        (2_300_000_001, "dos mil trescientos millones uno"),
        (-7, "menos siete"),
    ],
)
def test_spanish_numbers(number: int, said: str) -> None:
    assert cardinal(number, "es") == said


@pytest.mark.parametrize(
    ("number", "form", "said"),
    [
        (1, "masculine", "un"),
        (1, "feminine", "una"),
        (21, "masculine", "veintiún"),
        (21, "feminine", "veintiuna"),
        (31, "masculine", "treinta y un"),
        (200, "feminine", "doscientas"),
        (2300, "feminine", "dos mil trescientas"),
        (1_000_200, "feminine", "un millón doscientas"),
    ],
)
def test_a_spanish_number_agrees_with_what_it_counts(number: int, form: Form, said: str) -> None:
    assert cardinal(number, "es", form) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (13, "thirteen"),
        (42, "forty-two"),
        (110, "one hundred and ten"),
        (3000, "three thousand"),
        (3005, "three thousand and five"),
        (1_250_000, "one million two hundred and fifty thousand"),
        (4_000_000_000, "four billion"),
        (-3, "minus three"),
    ],
)
def test_english_numbers(number: int, said: str) -> None:
    assert cardinal(number, "en") == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "first"),
        (3, "third"),
        (8, "eighth"),
        (12, "twelfth"),
        (20, "twentieth"),
        (31, "thirty-first"),
        (100, "one hundredth"),
        (101, "one hundred and first"),
    ],
)
def test_english_ordinals(number: int, said: str) -> None:
    assert ordinal(number, "en") == said


def test_high_spanish_ordinals_are_plain_numbers() -> None:
    assert ordinal(7, "es") == "séptimo"
    assert ordinal(2, "es", feminine=True) == "segunda"
    assert ordinal(11, "es") == "once"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1066, "one thousand and sixty-six"),
        (1900, "nineteen hundred"),
        (1905, "nineteen oh five"),
        (1999, "nineteen ninety-nine"),
        (2000, "two thousand"),
        (2005, "two thousand and five"),
        (2026, "twenty twenty-six"),
    ],
)
def test_english_years_go_by_halves(number: int, said: str) -> None:
    assert year(number, "en") == said


def test_spanish_years_are_numbers() -> None:
    assert year(2026, "es") == "dos mil veintiséis"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_beyond_all_use_is_read_digit_by_digit(language: Language) -> None:
    assert cardinal(10**12, language) == digits("1" + "0" * 12, language)


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12), st.sampled_from(LANGUAGES))
def test_two_numbers_never_sound_the_same(one: int, other: int, language: Language) -> None:
    said = cardinal(one, language)
    assert re.fullmatch(r"[a-zéóú -]+", said)
    assert (said == cardinal(other, language)) == (one == other)
