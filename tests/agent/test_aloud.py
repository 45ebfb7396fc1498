from datetime import date
from decimal import Decimal

import pytest

from agent.aloud import say_value
from qualification.script import ChoiceQuestion
from qualification.values import (
    Choice,
    Contact,
    Language,
    Money,
    Number,
    Text,
    Timeframe,
    Value,
    YesNo,
)
from tests.agent.pages import SCRIPT

FIVE, TEN = Decimal(5000), Decimal(10000)


def on(start: date | None, end: date | None) -> Timeframe:
    return Timeframe("range", start, end)


@pytest.mark.parametrize(
    ("value", "spanish", "english"),
    [
        (Money(FIVE, FIVE, "EUR", "month"), "5.000 € al mes", "€5,000 a month"),
        (Money(FIVE, FIVE, "MXN"), "5.000 MXN", "5,000 MXN"),
        (Money(Decimal("9.5"), Decimal("9.5"), "USD"), "9,50 $", "$9.50"),
        (
            Money(FIVE, TEN, "GBP", "year"),
            "entre 5.000 £ y 10.000 £ al año",
            "between £5,000 and £10,000 a year",
        ),
        (Money(FIVE, None), "al menos 5.000", "at least 5,000"),
        (Money(None, TEN, "EUR", "once"), "como mucho 10.000 € en total", "at most €10,000 in all"),
        (Number(Decimal(40), Decimal(40)), "40", "40"),
        (Timeframe("asap"), "cuanto antes", "as soon as possible"),
        (Timeframe("none"), "sin fecha fija", "no fixed date"),
        (on(date(2027, 5, 6), date(2027, 5, 7)), "el 6 de mayo de 2027", "6 May 2027"),
        (on(date(2027, 5, 1), date(2027, 6, 1)), "mayo de 2027", "May 2027"),
        (on(date(2027, 1, 1), date(2028, 1, 1)), "2027", "2027"),
        (
            on(date(2027, 4, 1), date(2027, 7, 1)),
            "entre el 1 de abril de 2027 y el 30 de junio de 2027",
            "between 1 April 2027 and 30 June 2027",
        ),
        (
            on(date(2027, 5, 3), date(2027, 5, 10)),
            "la semana del 3 de mayo de 2027",
            "the week of 3 May 2027",
        ),
        (on(date(2027, 5, 6), None), "a partir del 6 de mayo de 2027", "from 6 May 2027 on"),
        (on(None, date(2027, 5, 6)), "antes del 6 de mayo de 2027", "before 6 May 2027"),
        (Choice("decides"), "«decido yo»", "“I sign off”"),
        (YesNo(True), "que sí", "yes"),
        (Text("vender más"), "«vender más»", "“vender más”"),
        (Contact("email", "ana@acme.es"), "ana@acme.es", "ana@acme.es"),
    ],
)
def test_a_value_is_said_in_the_prospects_language(
    value: Value, spanish: str, english: str
) -> None:
    said: dict[Language, str] = {"es": spanish, "en": english}
    for language, text in said.items():
        assert say_value(SCRIPT, "authority", value, language) == text


def test_an_option_that_the_script_no_longer_has_is_said_by_its_key() -> None:
    assert say_value(SCRIPT, "authority", Choice("board"), "es") == "«board»"
    assert say_value(SCRIPT, "gone", Choice("board"), "es") == "«board»"


def test_the_words_of_an_option_are_said_as_they_are_written() -> None:
    authority = SCRIPT.criterion("authority")
    assert isinstance(authority, ChoiceQuestion)
    decides = authority.options["decides"].model_copy(
        update={"says": {"es": ["yo"], "en": ["i think i'm in"]}}
    )
    other = authority.model_copy(update={"options": {**authority.options, "decides": decides}})
    rest = [one for one in SCRIPT.criteria if one.key != "authority"]
    script = SCRIPT.model_copy(update={"criteria": [*rest, other]})
    assert say_value(script, "authority", Choice("decides"), "en") == "“I think I'm in”"
