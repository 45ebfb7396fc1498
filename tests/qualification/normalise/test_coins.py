"""A currency needs one line of tables/currencies.py, and is read in both languages."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from qualification.normalise import coins, read_money
from qualification.normalise.tables.currencies import CURRENCIES, SHARED_NAMES, Currency
from qualification.values import LANGUAGES, Language

WAYS = [
    (currency.code, pattern.format(word))
    for currency in CURRENCIES
    for words, patterns in (
        ((currency.code, *currency.signs), ("{} 1.500", "1,500 {}", "{}1500")),
        (currency.names, ("1.500 {}", "1500 {}")),
    )
    for word in words
    for pattern in patterns
    if not (word[-1].isalpha() and pattern == "{}1500")
]


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "text"), WAYS)
def test_every_sign_code_and_name_is_read(code: str, text: str, language: Language) -> None:
    (value,) = read_money(text, language, asked=True)
    assert (value.min, value.currency) == (Decimal(1500), code)


@pytest.fixture
def doubloons(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A currency that is not in the table."""
    added = Currency("XDB", ("d$",), ("doblón", "doblones", "doubloons"), ("ochavos",))
    monkeypatch.setattr(coins, "CURRENCIES", (*CURRENCIES, added))
    coins.coins.cache_clear()
    yield
    coins.coins.cache_clear()


@pytest.mark.usefixtures("doubloons")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["D$ 1.500", "1,500 doubloons", "1500 doblones", "xdb 1500", "1500D$"]
)
def test_a_currency_added_to_the_table_is_read(text: str, language: Language) -> None:
    (value,) = read_money(text, language)
    assert (value.min, value.currency) == (Decimal(1500), "XDB")


@pytest.mark.parametrize(
    ("text", "preferred", "amount", "currency"),
    [
        ("99 cents", None, "0.99", "USD"),
        ("99 centavos", "MXN", "0.99", "MXN"),
        ("50p", None, "0.50", "GBP"),
        ("50 céntimos", None, "0.50", "EUR"),
        ("dólar 2250", None, "2250", "USD"),
        ("1,5 M€", None, "1500000", "EUR"),
        ("200 K€", None, "200000", "EUR"),
        ("€3.000,-", None, "3000", "EUR"),
        ("3.000.- €", None, "3000", "EUR"),
        ("$.99", None, "0.99", "USD"),
        (".5M USD", None, "500000", "USD"),
        ("3'5 millones de euros", None, "3500000", "EUR"),
        ("₹5,00,000", None, "500000", "INR"),
        ("1 234,56 €", None, "1234.56", "EUR"),
    ],
)
def test_money_is_written_in_many_ways(
    text: str, preferred: str | None, amount: str, currency: str
) -> None:
    (value,) = read_money(text, "es", default_currency=preferred)
    assert (value.min, value.currency) == (Decimal(amount), currency)


def test_a_letter_for_cents_touches_its_figures() -> None:
    assert [value.currency for value in read_money("50 p", "en", asked=True)] == [None]
    assert [value.min for value in read_money("300 cents", "en", asked=True)] == [300]


def test_a_shared_name_means_one_of_several() -> None:
    for shared in SHARED_NAMES:
        for name in shared.names:
            (value,) = read_money(f"500 {name}", "es", default_currency=shared.codes[-1])
            assert value.currency == shared.codes[-1]
