from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from agent.plain.settling import Settled, settle
from agent.reading import Page
from qualification.values import Choice, Language, Money, Number, Period, Timeframe, Value
from tests.agent.pages import make_page


def euros(amount: int, period: Period | None = None, currency: str | None = "EUR") -> Money:
    return Money(Decimal(amount), Decimal(amount), currency, period)


MONTH, YEAR = euros(3000, "month"), euros(3000, "year")
MAY = Timeframe("date", date(2026, 5, 6), date(2026, 5, 7))
JUNE = Timeframe("date", date(2026, 6, 5), date(2026, 6, 6))


def offering(*offered: Value, asked: str | None = "budget") -> Page:
    return replace(make_page("…", asked=asked), offered=offered)


def chosen(reply: str, *offered: Value, asked: str = "budget", language: Language = "es") -> object:
    settled = settle(offering(*offered, asked=asked), language, reply)
    return settled.value if settled else None


class TestPointing:
    @pytest.mark.parametrize(
        "reply",
        [
            "la primera",
            "Lo primero",
            "el primero, por favor",
            "the first one",
            "the first",
            "the former",
            "First!",
            "1",
            "la 1",
            "opción 1",
            "me refiero a la primera",
        ],
    )
    def test_the_first(self, reply: str) -> None:
        assert chosen(reply, MONTH, YEAR) == MONTH

    @pytest.mark.parametrize(
        "reply",
        [
            "la segunda",
            "lo segundo",
            "no, lo segundo",
            "the second one please",
            "I meant the second",
            "the latter",
            "el último",
            "2",
            "opción 2",
            "number two",
        ],
    )
    def test_the_second(self, reply: str) -> None:
        assert chosen(reply, MONTH, YEAR) == YEAR

    @pytest.mark.parametrize(
        "reply",
        [
            "un segundo",
            "deme un segundo",
            "just a second",
            "primero dígame el precio",
            "first tell me what it costs",
            "¿la primera?",
            "la primera o la segunda",
            "la primera no",
            "ninguna de las dos",
            "neither",
            "both",
            "no",
            "sí",
            "gracias",
            "",
            "🙂",
            "la tercera",
            "una pregunta",
        ],
    )
    def test_what_points_at_none(self, reply: str) -> None:
        assert chosen(reply, MONTH, YEAR) is None


class TestCompleting:
    @pytest.mark.parametrize(
        ("reply", "meant"),
        [
            ("al mes", MONTH),
            ("mensuales", MONTH),
            ("al año, claro", YEAR),
            ("no, al año", YEAR),
            ("per month", MONTH),
            ("a year", YEAR),
            ("yearly", YEAR),
            ("3.000 al mes", MONTH),
            ("son 3.000 € al año", YEAR),
        ],
    )
    def test_the_period(self, reply: str, meant: Money) -> None:
        assert chosen(reply, MONTH, YEAR) == meant

    @pytest.mark.parametrize("reply", ["al mes no", "no al mes", "not a month"])
    def test_a_denied_period_settles_nothing(self, reply: str) -> None:
        assert chosen(reply, MONTH, YEAR) is None

    def test_the_currency(self) -> None:
        assert chosen("en euros", euros(500), euros(500, currency="USD")) == euros(500)
        assert chosen("dollars", euros(500), euros(500, currency="USD")) == euros(
            500, currency="USD"
        )

    def test_the_scale(self) -> None:
        assert chosen("mil", euros(20), euros(20000)) == euros(20000)
        assert chosen("20 mil", euros(20), euros(20000)) == euros(20000)

    def test_a_figure_with_what_the_offer_adds_to_it(self) -> None:
        assert chosen("30.000", euros(3000, "year"), euros(30000, "year")) == euros(30000, "year")

    def test_the_amount_again_settles_nothing_and_is_no_answer_either(self) -> None:
        assert settle(offering(MONTH, YEAR), "es", "pues 3.000") == Settled(None, (5, 10))

    def test_another_amount_is_a_new_answer(self) -> None:
        assert settle(offering(MONTH, YEAR), "es", "4.500 al año") is None


class TestOtherKinds:
    def test_a_date(self) -> None:
        assert chosen("el 6 de mayo", JUNE, MAY, asked="timeline") == MAY
        assert chosen("en junio", JUNE, MAY, asked="timeline") == JUNE
        assert chosen("la segunda", JUNE, MAY, asked="timeline") == MAY

    def test_a_number(self) -> None:
        forty, hundreds = Number(Decimal(40), Decimal(40)), Number(Decimal(400), Decimal(400))
        assert chosen("400", forty, hundreds, asked="company_size") == hundreds
        assert chosen("cuarenta", forty, hundreds, asked="company_size") == forty

    def test_an_option(self) -> None:
        both = (Choice("decides"), Choice("influences"))
        assert chosen("decido yo", *both, asked="authority") == Choice("decides")
        assert chosen("la segunda", *both, asked="authority") == Choice("influences")
        assert chosen("al mes", *both, asked="authority") is None


class TestNoOffer:
    def test_without_two_readings_nothing_is_settled(self) -> None:
        assert settle(offering(MONTH), "es", "la primera") is None
        assert settle(offering(MONTH, YEAR, asked=None), "es", "la primera") is None
