"""A figure is an answer only where the words around it let it; a name switches no language."""

from decimal import Decimal

import pytest

from agent.language import spoken_language
from agent.plain.plain_reader import read_plainly
from agent.reading import Page
from qualification.values import Language, Money, Number, Text, to_json
from tests.agent.pages import make_page, messages
from tests.builders import sample

SCRIPT = sample("crm-suite")


def _page(text: str, asked: str, language: Language = "es") -> Page:
    return make_page(text, asked=asked, language=language, script=SCRIPT)


@pytest.mark.parametrize(
    ("text", "language", "most"),
    [
        ("definitely not 5000 a year, more like 6000", "en", 6000),
        ("unos 9.500 €, no, 7.500 €", "es", 7500),
        ("no, 5000 al año", "es", 5000),
        ("no sé, unos 5000", "es", 5000),
        ("no más de 5000", "es", 5000),
        ("not more than 5000", "en", 5000),
        ("perdemos ventas, 9000 euros al año y decido yo", "es", 9000),
        ("facturamos 3 millones y podemos gastar 4000 euros", "es", 4000),
        ("80k", "es", 80000),
        ("15k no wait 12", "en", 12000),
        ("15.000, no, perdón, 12", "es", 12000),
        ("15k, better 14,500", "en", 14500),
    ],
)
def test_an_amount_that_answers_is_taken(text: str, language: Language, most: int) -> None:
    answers = {one.key: one for one in read_plainly(_page(text, "budget", language)).answers}
    answer = answers["budget"]
    assert isinstance(answer.value, Money)
    assert answer.value.max == most, to_json(answer.value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("somos como 35 en la oficina", "es"),
        ("abt 15 ppl", "en"),
        ("we are 25 people", "en"),
        ("facturamos 3 millones", "es"),
        ("our revenue is 2 million dollars", "en"),
        ("entre 20 y 25", "es"),
        ("next door they pay €900 in rent, can you believe it", "en"),
        ("en la calle de al lado pagan 900 € de alquiler", "es"),
        ("mi vecino se gastó 20.000 en lo suyo", "es"),
        ("my neighbour spent 20k on hers", "en"),
        ("somos 150, no, perdona, 120", "es"),
        ("we're 150, no sorry 120", "en"),
        ("about 30 of us", "en"),
    ],
)
def test_an_amount_that_is_about_something_else_is_not(text: str, language: Language) -> None:
    reading = read_plainly(_page(text, "budget", language))
    assert "budget" not in {one.key for one in reading.answers}


def test_an_amount_too_small_to_be_meant_is_asked_about() -> None:
    [doubt] = read_plainly(_page("entre 20 y 25", "budget")).doubts
    assert (doubt.key, doubt.why, doubt.evidence.quote) == ("budget", "disagrees", "entre 20 y 25")


@pytest.mark.parametrize("text", ["no en marzo", "not in March"])
def test_a_time_that_is_denied_is_no_answer(text: str) -> None:
    assert not read_plainly(_page(text, "timeline")).answers


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("no sé quién decide eso", None),
        ("en 3 meses", None),
        ("Q1", None),
        ("mi jefa tiene la última palabra", "neither"),
        ("yo", "decides"),
    ],
)
def test_nobody_is_named_who_was_not(text: str, option: str | None) -> None:
    reading = read_plainly(_page(text, "authority"))
    found = [to_json(one.value) for one in reading.answers if one.key == "authority"]
    assert found == ([option] if option else [])


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("Jane O'Neil, jane.oneil@agency.co.uk", "name", "en"),
        ("María de la Cruz", "name", "en"),
        ("Will Smith", "name", "es"),
        ("Calle de la Princesa, Madrid", "budget", "en"),
        ("ok", "need", "es"),
        ("5000 euros", "budget", "en"),
    ],
)
def test_a_name_or_a_word_does_not_change_the_language(
    text: str, asked: str, language: Language
) -> None:
    page = make_page(text, asked=asked, language=language, transcript=messages("hello there"))
    assert spoken_language(page) == language


@pytest.mark.parametrize(
    ("text", "asked", "language", "people"),
    [
        ("somos 150, no, perdona, 120", "budget", "es", 120),
        ("somos 150, no perdona 120", "company_size", "es", 120),
        ("we're 150, no sorry 120", "budget", "en", 120),
        ("about thirty of us", "budget", "en", 30),
        ("10 people, 9,000 a year", "budget", "en", 10),
        ("we sold 2 million last year, 12 people", "budget", "en", 12),
    ],
)
def test_a_count_is_read_beside_an_amount(
    text: str, asked: str, language: Language, people: int
) -> None:
    answers = {one.key: one.value for one in read_plainly(_page(text, asked, language)).answers}
    size = answers["company_size"]
    assert isinstance(size, Number)
    assert size.min == people


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("next door they pay €900 in rent", "en"),
        ("en la calle de al lado pagan 900 € de alquiler, una barbaridad", "es"),
    ],
)
def test_the_neighbours_rent_is_not_the_prospects(text: str, language: Language) -> None:
    home = make_page(text, asked="tenure", language=language, script=sample("reformas"))
    assert read_plainly(home).answers == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Salesforce charged my cousin 20000 a year", "en"),
        ("I read that companies spend 12000 a year on CRMs", "en"),
        ("if we had 50k a year we'd hire an agency instead", "en"),
        ("5000 a year is out of the question", "en"),
        ("ojalá tuviera 12.000 al año", "es"),
        ("antes teníamos 20.000 euros al año para esto, ya no", "es"),
        ("Hubspot nos pide 9.000 al año", "es"),
        ("debemos 30.000 euros al banco", "es"),
    ],
)
def test_what_is_wished_for_remembered_or_somebody_elses_is_no_budget(
    text: str, language: Language
) -> None:
    answers = read_plainly(_page(text, "budget", language)).answers
    assert "budget" not in {one.key for one in answers}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("habíamos pensado unos 4.000 al año", "es"),
        ("mi socio dice que hasta 5.000 al año", "es"),
        ("si nos convence, 5.000 al año", "es"),
        ("we had in mind 6000 euros a year", "en"),
        ("my boss says we can spend 5000 a year", "en"),
        ("the board gave us 12k for the year", "en"),
    ],
)
def test_what_was_meant_and_what_our_side_says_is_the_budget(text: str, language: Language) -> None:
    answers = read_plainly(_page(text, "budget", language)).answers
    assert "budget" in {one.key for one in answers}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("anything but 5000 a year", "en"),
        ("do you need 5000 a year?", "en"),
        ("so is it 5000 a year?", "en"),
        ("¿necesitáis 5.000 al año?", "es"),
        ("¿5.000 al año? Ni hablar", "es"),
        ("5000 a year? No way", "en"),
    ],
)
def test_an_amount_refused_or_asked_about_is_no_budget(text: str, language: Language) -> None:
    assert not read_plainly(_page(text, "budget", language)).answers


@pytest.mark.parametrize("text", ["5000 a year?", "would 5000 a year do?"])
def test_an_amount_offered_with_a_question_mark_is_one(text: str) -> None:
    assert [one.key for one in read_plainly(_page(text, "budget", "en")).answers] == ["budget"]


def test_an_hour_raises_no_doubt_about_the_budget() -> None:
    reading = read_plainly(_page("don't call me before 9, ok?", "budget", "en"))
    assert (reading.doubts, reading.answers, reading.question) == ((), (), None)


@pytest.mark.parametrize("text", ["hey wassup", "holaa wenas", "ola"])
def test_a_greeting_however_it_is_spelt_is_no_need(text: str) -> None:
    assert not read_plainly(_page(text, "need")).answers


def test_how_many_decide_corrects_no_amount() -> None:
    known = {"budget": (Money(Decimal(3500), Decimal(3500)), "3500")}
    told = "decide mi jefa, bueno no, decidimos las dos"
    page = make_page(told, asked="authority", language="es", script=SCRIPT, known=known)
    assert "budget" not in {one.key for one in read_plainly(page).answers}


def test_who_says_that_they_lied_corrects_the_amount() -> None:
    known = {"budget": (Money(Decimal(0), Decimal(0)), "no tenemos")}
    told = "miento, unos 3.500 anuales"
    page = make_page(told, asked="authority", language="es", script=SCRIPT, known=known)
    (answer,) = read_plainly(page).answers
    assert (answer.key, answer.corrects) == ("budget", True)


def test_another_amount_by_its_name_is_read_though_one_is_known() -> None:
    known = {"budget": (Money(Decimal(10000), Decimal(10000)), "10k")}
    told = "budget is about 8 grand annually"
    page = make_page(told, asked="name", language="en", script=SCRIPT, known=known)
    assert [one.key for one in read_plainly(page).answers] == ["budget"]


@pytest.mark.parametrize(
    ("text", "language", "most"),
    [
        ("perdemos clientes y tengo un presupuesto de 7000 euros al año", "es", 7000),
        ("el presupuesto es de 7000 euros al año", "es", 7000),
        ("les ofrezco 4000 al año", "es", 4000),
        ("we have a budget of 5000 a year", "en", 5000),
    ],
)
def test_a_budget_is_heard_unasked(text: str, language: Language, most: int) -> None:
    read = {one.key: one for one in read_plainly(_page(text, "need", language)).answers}
    value = read["budget"].value
    assert isinstance(value, Money)
    assert value.max == Decimal(most)
    need = read.get("need")
    assert need is None or need.value == Text("perdemos clientes")


def test_what_another_firm_quoted_is_no_budget() -> None:
    text = "otra empresa nos presupuestó 9000 euros al año"
    assert "budget" not in {one.key for one in read_plainly(_page(text, "need")).answers}
