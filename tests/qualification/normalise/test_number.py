"""Counts in figures and in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.normalise import read_number
from qualification.normalise.figures import read_figures
from qualification.values import Language

Said = list[tuple[str | int | None, str | int | None]]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "unas 20 personas", [(20, 20)]),
        ("es", "somos doscientos cincuenta y tres", [(253, 253)]),
        ("es", "mil cien", [(1100, 1100)]),
        ("es", "treinta y 3", [(33, 33)]),
        ("es", "dos mil millones", [(2000000000, 2000000000)]),
        ("es", "tres millones doscientos mil", [(3200000, 3200000)]),
        ("es", "una docena", [(12, 12)]),
        ("es", "un par de docenas", [(24, 24)]),
        ("es", "tres coma veinticinco", [("3.25", "3.25")]),
        ("es", "tres coma treinta y dos", [("3.32", "3.32")]),
        ("es", "tres coma 14", [("3.14", "3.14")]),
        ("es", "punto cinco", [("0.5", "0.5")]),
        ("es", "a este punto cinco", [(5, 5)]),
        ("es", "punto final", []),
        ("es", "cero siete", [(7, 7)]),
        ("es", "dos y medio", [("2.5", "2.5")]),
        ("es", "la mitad de la plantilla", [("0.5", "0.5")]),
        ("es", "uno", [(1, 1)]),
        ("es", "una persona", [(1, 1)]),
        ("es", "dame un momento", []),
        ("es", "este uno no", []),
        ("es", "miles de cosas", []),
        ("en", "two hundred and fifty", [(250, 250)]),
        ("en", "a hundred and sixteen thousand", [(116000, 116000)]),
        ("en", "one and a half thousand", [(1500, 1500)]),
        ("en", "half a dozen", [(6, 6)]),
        ("en", "a half dozen", [(6, 6)]),
        ("en", "a couple of dozen", [(24, 24)]),
        ("en", "a few", [(3, 3)]),
        ("en", "half the staff", []),
        ("en", "a half", []),
        ("en", "10M", [(10000000, 10000000)]),
        ("en", "3 m of cable", [(3, 3)]),
        ("en", "twelve hundred", [(1200, 1200)]),
        ("en", "2000 hundred", [(2000, 2000), (100, 100)]),
        ("en", "five thousand dozen", [(5000, 5000), (12, 12)]),
        ("en", "nine point zero four", [("9.04", "9.04")]),
        ("en", "1/4 of them", [("0.25", "0.25")]),
        ("en", "4/1, 1/2/3 or a/b", []),
        ("en", "fifty (50)", [(50, 50)]),
        ("en", "5 thousand thousand", [(5000, 5000), (1000, 1000)]),
        ("en", "a hundred thousand-fifty", [(100000, 100000), (50, 50)]),
        ("en", ".25 of it", [("0.25", "0.25")]),
        ("en", "ok.25, -30 and a .5ml", [(30, 30)]),
        ("en", "so - ,", []),
        ("en", "< -5-5-2020", []),
        ("en", "two point", [(2, 2)]),
        ("es", "veinte con cinco sedes", [(20, 20), (5, 5)]),
        ("en", "fifty (60)", [(50, 50), (60, 60)]),
        ("en", "we grew to 40 in 2019", [(40, 40)]),
        ("en", "1 250 000 users", [(1250000, 1250000)]),
        ("en", "1.2.3 and 12,34,56", []),
        ("en", "9" * 40, []),
        ("en", "9" * 20, []),
        ("en", "x2, 3D, a@4, 10%, 10:30, 1-2-3, 555-12-12, 3_4", []),
    ],
)
def test_a_count_is_read(language: Language, text: str, said: Said) -> None:
    assert [(v.min, v.max) for v in read_number(text, language)] == [
        (Decimal(low or 0), Decimal(high or 0)) for low, high in said
    ]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("es", "entre 20 y 30 personas", 20, 30),
        ("es", "de veinte a treinta", 20, 30),
        ("es", "más de cien", 100, None),
        ("es", "menos de 10 empleados", None, 10),
        ("es", "20 o más", 20, None),
        ("es", "mayor o igual a cien, menor o igual a trescientos", 100, 300),
        ("en", "50-100 employees", 50, 100),
        ("en", "fewer than fifty", None, 50),
        ("en", "two hundred or so at most", None, 200),
        ("en", "above 10 and below 20", 10, 20),
        ("en", "five or less", None, 5),
        ("en", "x <= -30", None, -30),
        ("es", "cuando <=-30", None, -30),
    ],
)
def test_limits_and_ranges(
    language: Language, text: str, low: int | None, high: int | None
) -> None:
    (value,) = read_number(text, language)
    assert (value.min, value.max) == (
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
    )


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "somos una tienda", []),
        ("es", "somos una tienda de 12 personas", [12]),
        ("es", "somos un equipo de 8", [8]),
        ("en", "we are one company with 12 people", [12]),
        ("es", "somos una persona", [1]),
        ("es", "soy un autónomo", [1]),
        ("es", "somos uno", [1]),
        ("en", "we're one person", [1]),
    ],
)
def test_what_they_are_is_no_count_of_them(language: Language, text: str, said: list[int]) -> None:
    assert [one.min for one in read_number(text, language, asked=True)] == said


def test_one_answers_the_question_how_many() -> None:
    assert [v.min for v in read_number("solo una, yo", "es", asked=True)] == [1]
    assert read_number("ninguna, cada uno por su lado", "es", asked=True) == ()


@pytest.mark.parametrize(
    ("figures", "scaled", "value"),
    [
        ("1.125", True, "1.125"),
        ("1.125", False, "1125"),
        ("0.125", False, "0.125"),
        ("1'234,5", False, "1234.5"),
        ("1.234.567", False, "1234567"),
        ("1.234.56", False, None),
        ("1,234.567.8", False, None),
        ("12.34,5", False, None),
    ],
)
def test_marks_between_figures(figures: str, scaled: bool, value: str | None) -> None:
    assert read_figures(figures, scaled=scaled) == (None if value is None else Decimal(value))


SPANISH = {1: "uno", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 7: "siete", 9: "nueve"}
SPANISH_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 80: "ochenta", 90: "noventa"}
SPANISH_HUNDREDS = {100: "ciento", 200: "doscientos", 500: "quinientos", 900: "novecientos"}
ENGLISH = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 7: "seven", 9: "nine"}
ENGLISH_TENS = {30: "thirty", 40: "forty", 50: "fifty", 80: "eighty", 90: "ninety"}


@given(
    st.sampled_from(list(SPANISH_HUNDREDS)),
    st.sampled_from(list(SPANISH_TENS)),
    st.sampled_from(list(SPANISH)),
    st.sampled_from([2, 3, 5]),
)
def test_a_spelled_number_reads_back(hundreds: int, tens: int, units: int, thousands: int) -> None:
    total = thousands * 1000 + hundreds + tens + units
    spanish = (
        f"{SPANISH[thousands]} mil {SPANISH_HUNDREDS[hundreds]} "
        f"{SPANISH_TENS[tens]} y {SPANISH[units]}"
    )
    english = (
        f"{ENGLISH[thousands]} thousand {ENGLISH.get(hundreds // 100)} hundred and "
        f"{ENGLISH_TENS[tens]}-{ENGLISH[units]}"
    )
    assert [v.min for v in read_number(spanish, "es")] == [total]
    assert [v.min for v in read_number(english, "en")] == [total]


def test_more_figures_than_any_count_has_are_none() -> None:
    assert read_figures("1" * 16) is None
    assert read_figures("1" * 31) is None


def test_after_thousands_only_what_is_less_belongs_to_them() -> None:
    def said(text: str) -> list[Decimal | None]:
        return [one.min for one in read_number(text, "en", asked=True)]

    assert said("two thousand, five hundred") == [2500]
    assert said("two thousand, two hundred thousand") == [2000, 200_000]
    assert said("2 thousand, twelve hundred") == [2000, 1200]
