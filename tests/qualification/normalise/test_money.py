"""What people write about money, and what it means."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.normalise import read_money
from qualification.values import Language, Money, Period

Said = tuple[int | str | None, int | str | None, str | None]


def shown(values: tuple[Money, ...]) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [(value.min, value.max, value.currency) for value in values]


def meant(said: list[Said]) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [
        (None if low is None else Decimal(low), None if high is None else Decimal(high), currency)
        for low, high, currency in said
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "tenemos 3.000 euros", [(3000, 3000, "EUR")]),
        ("es", "son 1.234,56 €", [("1234.56", "1234.56", "EUR")]),
        ("en", "it is $1,234.56 all told", [("1234.56", "1234.56", "USD")]),
        ("en", "we said 5.000 EUR", [(5000, 5000, "EUR")]),
        ("es", "5k euros", [(5000, 5000, "EUR")]),
        ("es", "unos 10 mil euros", [(10000, 10000, "EUR")]),
        ("es", "mil euros", [(1000, 1000, "EUR")]),
        ("es", "cinco mil doscientos euros", [(5200, 5200, "EUR")]),
        ("es", "un millón de dólares", [(1000000, 1000000, "USD")]),
        ("es", "millón y medio de pesos", [(1500000, 1500000, "MXN")]),
        ("es", "medio millón de soles", [(500000, 500000, "PEN")]),
        ("es", "2 millones de pesos colombianos", [(2000000, 2000000, "COP")]),
        ("en", "twenty-five hundred dollars", [(2500, 2500, "USD")]),
        ("en", "half a million pounds", [(500000, 500000, "GBP")]),
        ("en", "a couple of thousand euros", [(2000, 2000, "EUR")]),
        ("en", "£20k", [(20000, 20000, "GBP")]),
        ("en", "CHF 1'250.50", [("1250.50", "1250.50", "CHF")]),
        ("en", "EUR 12 000", [(12000, 12000, "EUR")]),
        ("en", "2 MUSD", [(2000000, 2000000, "USD")]),
        ("en", "10m€ over the life of it", [(10000000, 10000000, "EUR")]),
        ("en", "40 USD million", [(40000000, 40000000, "USD")]),
        ("en", "us$ 900", [(900, 900, "USD")]),
        ("en", "a dollar", [(1, 1, "USD")]),
        ("en", "in euros 700", [(700, 700, "EUR")]),
        ("es", "en euros 700 personas", []),
        ("en", "dollars 500 pounds", [(500, 500, "GBP")]),
        ("es", "desde el euro 2024", []),
        ("en", "€12 and 50 cents", [("12.5", "12.5", "EUR")]),
        ("en", "€12 50", [("12.5", "12.5", "EUR")]),
        ("en", "12€ 50 people", [(12, 12, "EUR")]),
        ("en", "€12 and", [(12, 12, "EUR")]),
        ("es", "trece euros con cuarenta céntimos", [("13.4", "13.4", "EUR")]),
        ("en", "40 PHP or 40 php", [(40, 40, "PHP")]),
        ("es", "la casa sale en 1.500 UF", [(1500, 1500, "CLF")]),
        ("es", "uf, 25 no", []),
        ("es", "Bs 700", [(700, 700, "BOB")]),
        ("es", "Gs. 500.000", [(500000, 500000, "PYG")]),
        ("es", "2 palos", [(2000000, 2000000, None)]),
        ("es", "plan 5 b", []),
        ("es", "vale, perfecto, mil gracias", []),
        ("es", "60k anuales en euros", [(60000, 60000, "EUR")]),
        ("en", "twenty-five hundred a month in dollars", [(2500, 2500, "USD")]),
        ("en", "2500 a month in May", []),
        ("en", "1,500 b/. a month", [(1500, 1500, "PAB")]),
    ],
)
def test_an_amount_has_one_value(language: Language, text: str, said: list[Said]) -> None:
    assert shown(read_money(text, language)) == meant(said)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "entre 5 y 10 mil euros", [(5000, 10000, "EUR")]),
        ("es", "entre treinta y cinco y cuarenta mil euros", [(35000, 40000, "EUR")]),
        ("es", "entre mil y dos mil euros", [(1000, 2000, "EUR")]),
        ("es", "entre sesenta y cuatro mil y setenta mil euros", [(64000, 70000, "EUR")]),
        (
            "es",
            "entre sesenta y cuatro mil novecientos y setenta y cuatro mil novecientos euros",
            [(64900, 74900, "EUR")],
        ),
        ("es", "entre treinta y dos y treinta y cinco euros", [(32, 35, "EUR")]),
        (
            "en",
            "between one hundred and fifty and two hundred and fifty thousand dollars",
            [(150000, 250000, "USD")],
        ),
        ("en", "I could go as high as $350k", [(None, 350000, "USD")]),
        ("en", "nothing above 60 pounds", [(None, 60, "GBP")]),
        ("es", "podemos llegar a 12.000 €", [(None, 12000, "EUR")]),
        ("es", "600 € y no más", [(None, 600, "EUR")]),
        ("es", "de 800 a 2 mil euros", [(800, 2000, "EUR")]),
        ("es", "desde 500 € hasta unos 900 €", [(500, 900, "EUR")]),
        ("es", "5 o 6 mil euros", [(5000, 6000, "EUR")]),
        ("en", "$5k-10k", [(5000, 10000, "USD")]),
        ("en", "$5k to 10", [(5000, 10000, "USD")]),
        ("en", "50-100k dollars", [(50000, 100000, "USD")]),
        ("en", "somewhere between $20,000 and $30,000", [(20000, 30000, "USD")]),
        ("en", "from 10 to 15 thousand pounds", [(10000, 15000, "GBP")]),
        ("es", "no más de 3.000 €", [(None, 3000, "EUR")]),
        ("es", "hasta 2000 euros", [(None, 2000, "EUR")]),
        ("es", "2000 euros como mucho", [(None, 2000, "EUR")]),
        ("es", "a partir de 5.000 €", [(5000, None, "EUR")]),
        ("es", "al menos 5.000 €", [(5000, None, "EUR")]),
        ("es", "más de 100 € y menos de 300 €", [(100, 300, "EUR")]),
        ("es", "máximo 300 €, mínimo 100", [(100, 300, "EUR")]),
        ("en", "1800 dollars or less", [(None, 1800, "USD")]),
        ("en", "at least $40k", [(40000, None, "USD")]),
        ("en", "$40k+", [(40000, None, "USD")]),
        ("en", "up to £900", [(None, 900, "GBP")]),
        ("en", "over $100, under £900", [(100, None, "USD"), (None, 900, "GBP")]),
        ("en", "over $900, under $100", [(900, None, "USD"), (None, 100, "USD")]),
        ("en", "under $100, under $200", [(None, 100, "USD"), (None, 200, "USD")]),
        ("en", "between $5 and £10", [(5, 5, "USD"), (10, 10, "GBP")]),
        ("en", "$10 to $5", [(10, 10, "USD"), (5, 5, "USD")]),
        ("en", "between $5k", [(5000, 5000, "USD")]),
        ("en", "between $5 and", [(5, 5, "USD")]),
        ("en", "between $5 and some", [(5, 5, "USD")]),
        ("en", "about roughly approximately maybe $5", [(5, 5, "USD")]),
        ("en", "$5 or so, roughly approximately", [(5, 5, "USD")]),
        ("en", "$5 or so approx roughly approx", [(5, 5, "USD")]),
        ("en", "$5 to 10 or more", [(5, 10, "USD")]),
        ("en", "we pay $", []),
        ("es", "algo menos de 9000 euros", [(None, 9000, "EUR")]),
        ("es", "no queríamos pasarnos de 40.000 €", [(None, 40000, "EUR")]),
        ("es", "no bajaría de 6.000 euros", [(6000, None, "EUR")]),
        ("en", "we can stretch to £12k", [(None, 12000, "GBP")]),
    ],
)
def test_limits_and_ranges_share_their_units(
    language: Language, text: str, said: list[Said]
) -> None:
    assert shown(read_money(text, language)) == meant(said)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "80k", [(80000, 80000, None)]),
        ("es", "unos 3.000", [(3000, 3000, None)]),
        ("es", "200", [(200, 200, None)]),
        ("es", "entre 5 y 10 mil", [(5000, 10000, None)]),
        ("es", "somos 20 personas y tenemos 5000", [(5000, 5000, None)]),
        ("es", "empezamos en 2027 con 5000", [(5000, 5000, None)]),
        ("en", "12 people, about 30k", [(30000, 30000, None)]),
        ("en", "from 9:30 on 12/05/2026 it is B2B or A4", []),
        ("es", "todavía no lo sé", []),
        ("es", "no tenemos presupuesto", []),
        ("es", "0", []),
        ("es", "presupuesto cero", []),
        ("es", "cero euros", []),
        ("es", "cuesta 0 €", [(0, 0, "EUR")]),
        ("es", "millón y medio", [(1500000, 1500000, None)]),
        ("es", "medio palo", [(500000, 500000, None)]),
        ("es", "10 lucas", [(10000, 10000, None)]),
        ("es", "10 palos verdes", [(10000000, 10000000, "USD")]),
        ("es", "tres cuartos de millón", [(750000, 750000, None)]),
        ("en", "a quarter of a million dollars", [(250000, 250000, "USD")]),
        ("en", "a hundred and fifty k", [(150000, 150000, None)]),
        ("en", "seven thousand, five hundred and two", [(7502, 7502, None)]),
        ("en", "seven thousand, five", [(7000, 7000, None)]),
        ("en", "seven thousand, 500", [(7000, 7000, None)]),
        ("en", "seven thousand, five thousand", [(7000, 7000, None), (5000, 5000, None)]),
        ("en", "three thousand (3,000) dollars", [(3000, 3000, "USD")]),
        ("en", "3k (three thousand", [(3000, 3000, None), (3000, 3000, None)]),
        ("en", "five figures", []),
        ("en", "a 20-person team", []),
        ("en", "10k followers", []),
        ("es", "hablamos de 2000", [(2000, 2000, None)]),
        ("es", "el plan de 2027", []),
        ("es", "la versión 2", []),
        ("es", "el lunes 3", []),
        ("es", "somos 20 y tenemos 5.000", [(5000, 5000, None)]),
        ("es", "como mucho 9.500 €… no, 7.500", [(None, 9500, "EUR"), (7500, 7500, "EUR")]),
        (
            "es",
            "2.000 €, perdón, 3.000, mejor 4.000",
            [(2000, 2000, "EUR"), (3000, 3000, "EUR"), (4000, 4000, "EUR")],
        ),
        ("en", "$2k for 12 people, 300", [(2000, 2000, "USD")]),
        ("es", "entre 20 euros y 30", [(20, 30, "EUR")]),
        ("es", "treinta euros con veinte", [("30.2", "30.2", "EUR")]),
        ("en", "10kish", [(10000, 10000, None)]),
        ("en", "a 100 kish", [(100000, 100000, None)]),
    ],
)
def test_a_bare_number_answers_the_question_for_money(
    language: Language, text: str, said: list[Said]
) -> None:
    assert shown(read_money(text, language, asked=True)) == meant(said)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "el presupuesto es de 5000 más o menos", [(5000, 5000, None)]),
        ("es", "manejamos 5000 de presupuesto", [(5000, 5000, None)]),
        ("en", "our budget is around 20k", [(20000, 20000, None)]),
        ("es", "un presupuesto de 0 €", []),
        ("es", "ahora pagamos 0 y queremos demo", []),
        ("es", "vale 0 € entonces?", [(0, 0, "EUR")]),
        ("es", "somos 20", []),
        ("es", "ni un euro más", []),
        ("es", "quiero organizar una reunión", []),
        ("en", "the budget was set in 2024", []),
        ("en", "no budget yet. 20 of us", []),
    ],
)
def test_a_number_without_currency_is_money_only_beside_a_word_for_it(
    language: Language, text: str, said: list[Said]
) -> None:
    assert shown(read_money(text, language)) == meant(said)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("500 euros al mes", "month"),
        ("500€/mes", "month"),
        ("$500 per month", "month"),
        ("$12k/yr", "year"),
        ("6.000 € anuales", "year"),
        ("10 € por usuario y mes", "month"),
        ("$10 per seat per user per month", "month"),
        ("a monthly budget of $900", "month"),
        ("presupuesto anual de unos 9.000 €", "year"),
        ("9.000 € de presupuesto anual", "year"),
        ("$90 an hour", "hour"),
        ("$2,000 one-off", "once"),
        ("900 € a la semana", "week"),
        ("$30 a day", "day"),
        ("$3k per quarter", "quarter"),
        ("900 €", None),
        ("900 €. Al mes somos más", None),
        ("mensual. 900 €", None),
    ],
)
def test_the_rhythm_is_read_beside_the_amount(text: str, period: Period | None) -> None:
    (value,) = read_money(text, "es")
    assert value.period == period


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("unos 500 €", True),
        ("500 € o así", True),
        ("about $500", True),
        ("$500 or so", True),
        ("500 €", False),
    ],
)
def test_vagueness_is_kept(text: str, approximate: bool) -> None:
    (value,) = read_money(text, "es")
    assert value.approximate is approximate


@pytest.mark.parametrize(
    ("text", "preferred", "currency"),
    [
        ("$500", None, "USD"),
        ("$500", "MXN", "MXN"),
        ("$500", "EUR", "USD"),
        ("500 pesos", "ARS", "ARS"),
        ("500 pesos mexicanos", "ARS", "MXN"),
        ("$500 usd", "MXN", "USD"),
        ("unos 500 del presupuesto", "EUR", None),
    ],
)
def test_shared_names_mean_the_scripts_currency(
    text: str, preferred: str | None, currency: str | None
) -> None:
    (value,) = read_money(text, "es", default_currency=preferred)
    assert value.currency == currency


def test_the_span_covers_the_words_of_the_amount() -> None:
    text = "Pues mira, unos 3.000 € al mes, creo"
    (value,) = read_money(text, "es")
    assert text[value.span[0] : value.span[1]] == "unos 3.000 € al mes"


@given(
    amount=st.integers(1, 10**9),
    cents=st.integers(0, 99),
    marks=st.sampled_from([(".", ","), (",", ".")]),
    currency=st.sampled_from(
        [("{} €", "EUR"), ("€{}", "EUR"), ("US$ {}", "USD"), ("{} GBP", "GBP")]
    ),
    language=st.sampled_from(["es", "en"]),
)
def test_a_written_amount_reads_back_in_either_style(
    amount: int,
    cents: int,
    marks: tuple[str, str],
    currency: tuple[str, str],
    language: Language,
) -> None:
    thousands, point = marks
    figures = f"{amount:,}".replace(",", thousands) + (f"{point}{cents:02}" if cents else "")
    pattern, code = currency
    (value,) = read_money(pattern.format(figures), language)
    exact = Decimal(amount) + Decimal(cents) / 100
    assert (value.min, value.max, value.currency) == (exact, exact, code)
