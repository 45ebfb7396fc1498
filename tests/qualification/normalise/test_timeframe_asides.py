"""Times said aside: floors, what was planned before, what nobody asked; from 22 November 2026."""

from datetime import UTC, datetime

import pytest

from qualification.normalise import read_timeframe
from qualification.values import Language

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def said(text: str, language: Language, *, asked: bool = False) -> list[str]:
    return [
        f"{one.start}..{one.end or ''}"
        for one in read_timeframe(text, language, now=NOW, asked=asked)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "la cocina, en Leganés, 4º derecha, es mía"),
        ("es", "calle Toledo 118, 5º C"),
        ("es", "vivo en el 3º"),
        ("es", "el 1ª"),
        ("en", "it's the 4th floor, flat C"),
        ("en", "we want the 2nd bathroom done"),
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_a_floor_is_no_date(language: Language, text: str, asked: bool) -> None:
    assert said(text, language, asked=asked) == []


def test_an_ordinal_before_its_month_is_a_date() -> None:
    assert said("el 2º de diciembre", "es") == ["2026-12-02..2026-12-03"]
    assert said("the 3rd", "en", asked=True) == ["2026-12-03..2026-12-04"]


@pytest.mark.parametrize(
    ("language", "text", "gold"),
    [
        ("en", "it was going to be March but now it's more like June", "2027-06-01..2027-07-01"),
        ("es", "iba a ser en marzo pero ahora más bien junio", "2027-06-01..2027-07-01"),
        ("en", "we close on Dec 18, so right after new year", "2027-01-02.."),
        ("es", "cerramos en agosto, así que en septiembre", "2027-09-01..2027-10-01"),
    ],
)
def test_a_time_said_for_the_sake_of_another_is_not_the_answer(
    language: Language, text: str, gold: str
) -> None:
    assert said(text, language) == [gold]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "no antes de que venza el contrato en mayo"),
        ("en", "not until the lease is up in May"),
        ("en", "not before May"),
        ("es", "no antes de mayo"),
    ],
)
def test_not_before_is_from_then_on(language: Language, text: str) -> None:
    assert said(text, language, asked=True) == ["2027-05-01.."]


@pytest.mark.parametrize(
    "text",
    [
        "hoy llevamos un día de locos",
        "este año la mitad",
        "pago 110 al mes y en verano 170",
    ],
)
def test_what_is_told_by_the_way_is_no_date(text: str) -> None:
    assert said(text, "es") == []


def test_what_only_resembles_an_aside_is_a_date() -> None:
    assert said("este año la cocina", "es") == ["2026-01-01..2027-01-01"]
    assert said("en primavera y en verano 2", "es")[-1] == "2027-06-21..2027-09-24"


@pytest.mark.parametrize(
    ("language", "text", "gold"),
    [
        ("es", "septienbre", "2027-09-01..2027-10-01"),
        ("es", "pues en febreo", "2027-02-01..2027-03-01"),
        ("es", "en arbil", "2027-04-01..2027-05-01"),
        ("en", "Octobr", "2027-10-01..2027-11-01"),
        ("en", "Feburary I guess", "2027-02-01..2027-03-01"),
    ],
)
def test_a_month_may_be_misspelt_in_an_answer(language: Language, text: str, gold: str) -> None:
    assert said(text, language, asked=True) == [gold]
    assert said(text, language) == []


@pytest.mark.parametrize("text", ["abrir", "entero", "un baño angosto", "junto", "marco", "mayor"])
def test_words_like_a_month_are_none(text: str) -> None:
    assert said(text, "es", asked=True) == []


def test_the_other_week_is_the_next_one_only_as_an_answer() -> None:
    assert said("la otra semana", "es", asked=True) == ["2026-11-23..2026-11-30"]
    assert said("la otra semana", "es") == []
    assert said("el otro día", "es", asked=True) == []
