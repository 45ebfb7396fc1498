"""Limits, rhythms and vagueness around an amount, in the order people say them."""

import pytest

from qualification.normalise import read_money, read_number
from qualification.values import Language, Money, Number, Period

Limits = tuple[int | None, int | None]


def limits(values: tuple[Money, ...] | tuple[Number, ...]) -> list[Limits]:
    return [
        (
            None if value.min is None else int(value.min),
            None if value.max is None else int(value.max),
        )
        for value in values
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "no podemos gastar más de 2000", (None, 2000)),
        ("es", "no tenemos más de 2000 euros", (None, 2000)),
        ("es", "no queremos pasar de 2000", (None, 2000)),
        ("es", "no creo que baje: menos de 2000", (None, 2000)),
        ("es", "no, más de 2000", (2000, None)),
        ("es", "no me importa pagar más de 2000", (2000, None)),
        ("es", "no sé si más de 2000", (2000, None)),
        ("es", "no pensamos gastar menos de 2000", (2000, None)),
        ("es", "no llegamos a 3000", (None, 3000)),
        ("es", "no somos ni 3000", (None, 3000)),
        ("en", "we can't spend more than 2000", (None, 2000)),
        ("en", "don't want to go above 2000", (None, 2000)),
        ("en", "I don't mind paying more than 2000", (2000, None)),
        ("en", "not a penny over 2000", (None, 2000)),
        ("en", "not even 2000", (None, 2000)),
        ("en", "more than 2000", (2000, None)),
    ],
)
def test_a_negation_turns_a_limit_round(language: Language, text: str, said: Limits) -> None:
    assert limits(read_money(text, language, asked=True)) == [said]


def test_a_limit_turned_round_is_quoted_with_its_negation() -> None:
    text = "mira, no tenemos más de 2000"
    (value,) = read_money(text, "es", asked=True)
    assert text[value.span[0] : value.span[1]] == "no tenemos más de 2000"


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "nuestro tope son 3000", (None, 3000)),
        ("es", "3000 es el máximo", (None, 3000)),
        ("es", "el mínimo es 3000", (3000, None)),
        ("en", "the limit is 3000", (None, 3000)),
        ("en", "3000 is our limit", (None, 3000)),
        ("en", "a floor of 3000", (3000, None)),
        ("es", "hasta los 3.000", (None, 3000)),
        ("es", "por debajo de los 3000", (None, 3000)),
        ("en", "below the 3000 mark", (None, 3000)),
        ("es", "entre los 3000 y los 5000", (3000, 5000)),
        ("es", "2000/3000", (2000, 3000)),
        ("en", "two, maybe three thousand", (2000, 3000)),
        ("en", "anywhere from twenty-eight thousand to forty-eight thousand", (28000, 48000)),
        ("es", "más de 2000 empleados", (2000, None)),
    ],
)
def test_a_limit_has_a_name_and_an_article(language: Language, text: str, said: Limits) -> None:
    assert limits(read_number(text, language, asked=True)) == [said]


@pytest.mark.parametrize(
    ("language", "text", "said", "period"),
    [
        ("es", "500 al mes como máximo", (None, 500), "month"),
        ("es", "500 como máximo al mes", (None, 500), "month"),
        ("en", "500 USD per year max", (None, 500), "year"),
        ("es", "3000 € + IVA al mes", (3000, 3000), "month"),
        ("en", "£3,000+VAT pcm", (3000, 3000), "month"),
        ("es", "15€ usuario mes", (15, 15), "month"),
        ("es", "nos gastamos 15.000 € el año pasado", (15000, 15000), None),
        ("en", "10k one-off", (10000, 10000), "once"),
    ],
)
def test_limits_and_rhythms_come_in_any_order(
    language: Language, text: str, said: Limits, period: Period | None
) -> None:
    values = read_money(text, language, asked=True)
    assert limits(values) == [said]
    assert [value.period for value in values] == [period]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "tres mil y pico euros"),
        ("es", "unos pocos miles de euros"),
        ("es", "algo más de 3.000 €"),
        ("en", "in the 3k range"),
        ("en", "a few thousand bucks"),
        ("en", "3k-ish"),
        ("en", "3000ish"),
        ("en", "a bit under 3000"),
    ],
)
def test_vague_words_stand_anywhere(language: Language, text: str) -> None:
    (value,) = read_money(text, language, asked=True)
    assert value.min == value.max == 3000
    assert value.approximate
