"""Whose rhythm is it, how long is it, and whose dollars are they?"""

from decimal import Decimal

import pytest

from qualification.normalise import read_money, read_number
from qualification.values import Language, Period


@pytest.mark.parametrize(
    ("language", "text", "amount", "period"),
    [
        ("en", "around 160 every two months", "80", "month"),
        ("es", "90 € cada dos meses", "45", "month"),
        ("es", "600 semestrales", "100", "month"),
        ("en", "300 every three months", "300", "quarter"),
        ("es", "200 euros cada tres meses", "200", "quarter"),
        ("en", "up to 100 a fortnight", "50", "week"),
    ],
)
def test_a_longer_rhythm_is_shared_out(
    language: Language, text: str, amount: str, period: Period
) -> None:
    (one,) = read_money(text, language, asked=True)
    assert (one.max, one.period) == (Decimal(amount), period)
    assert one.span[1] == len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we pay 85 a month, budget 9k"),
        ("en", "we pay £85 a month now, budget £9k"),
        ("es", "pagamos 85 € al mes, presupuesto 9k €"),
        ("es", "pagamos cinco mil al mes, presupuesto 9k"),
    ],
)
def test_a_rhythm_belongs_to_the_amount_before_it(language: Language, text: str) -> None:
    last = read_money(text, language, asked=True)[-1]
    assert (last.min, last.period) == (Decimal(9000), None)


def test_a_rhythm_said_ahead_still_counts() -> None:
    (one,) = read_money("al mes podemos gastar 300", "es", asked=True)
    assert one.period == "month"


def test_another_season_has_its_own_amount() -> None:
    winter, summer = read_money("120 al mes y en verano 175", "es", asked=True)
    assert (winter.period, summer.period) == ("month", None)


def test_what_takes_an_amount_back_keeps_its_rhythm() -> None:
    old, new = read_money("300 al mes… no, espera que mi mujer dice 350", "es", asked=True)
    assert (old.period, new.min, new.period) == ("month", Decimal(350), "month")


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("en", "a $25,000 order", "25000"),
        ("es", "de 100 a $250", "250"),
        ("en", "A $ 900 deal", "900"),
    ],
)
def test_a_lone_dollar_sign_after_an_article_is_not_australian(
    language: Language, text: str, amount: str
) -> None:
    one = read_money(text, language, asked=True)[-1]
    assert (one.max, one.currency) == (Decimal(amount), "USD")
    assert read_money(text, language, asked=True, default_currency="MXN")[-1].currency == "MXN"


def test_australian_dollars_are_written_together() -> None:
    assert read_money("A$900", "en")[0].currency == "AUD"
    assert read_money("just a dollar", "en")[0].min == 1


def test_a_currency_may_follow_the_limit() -> None:
    (one,) = read_money("15 mil o más pesos", "es", default_currency="COP")
    assert (one.min, one.max, one.currency) == (Decimal(15000), None, "COP")


@pytest.mark.parametrize(("language", "text"), [("en", "minus five"), ("es", "menos cinco")])
def test_below_nought_is_no_answer(language: Language, text: str) -> None:
    assert read_number(text, language, asked=True) == ()
    assert read_money(text, language, asked=True) == ()


def test_more_or_less_is_no_minus() -> None:
    assert read_number("más o menos 20", "es", asked=True)[0].min == 20
