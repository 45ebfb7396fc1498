"""How long something takes, lasts or happens is no date on which it is wanted."""

import pytest

from agent.plain.lengths import is_a_length
from agent.plain.plain_reader import read_plainly
from qualification.normalise import detect_language
from tests.agent.pages import make_page

LENGTHS = """
15 hours a week
we spend 10 hours a week on spreadsheets
it takes us two days every month
each quote takes us 2 weeks to send
payment terms are 60 days
our contract lasts 12 months
we answer in 24 hours on average
leads go cold after 24 hours
it used to take 3 weeks to close
half an hour per lead
two weeks of stock
a two hour meeting
about 40 hours
10 horas
unas 15 horas a la semana
dedicamos 8 horas semanales al seguimiento
cada presupuesto nos lleva dos días
se nos van dos días cada lunes
pagamos a 60 días
el ciclo de venta es de 3 meses
revisamos la lista cada dos semanas
contestamos en 24 horas de media
los clientes esperan tres semanas
la prueba fue de 14 días
"""
DATES = """
in two weeks
in 48 hours
72 hours
4 weeks
maybe in half a year
it shouldn't take more than a month
we need it to work in three weeks
we can't wait more than two months
next week please
en dos semanas
en 10 horas
48 horas
tres meses
de aquí a seis semanas
que no tarde más de un mes
no podemos esperar más de dos semanas
la semana que viene por la tarde
dentro de un año
el plazo es de dos meses
"""


def _timelines(text: str) -> list[str]:
    language = detect_language(text) or "es"
    read = read_plainly(make_page(text, asked="timeline", language=language))
    return [one.key for one in read.answers if one.key == "timeline"]


@pytest.mark.parametrize("text", LENGTHS.strip().splitlines())
def test_how_long_something_takes_is_no_date(text: str) -> None:
    assert not _timelines(text)


@pytest.mark.parametrize("text", DATES.strip().splitlines())
def test_how_soon_something_is_wanted_is_one(text: str) -> None:
    assert _timelines(text)


def test_a_month_that_is_named_is_no_length() -> None:
    assert not is_a_length("", "next month", "every week")
    assert not is_a_length("we pay", "in March", "")
