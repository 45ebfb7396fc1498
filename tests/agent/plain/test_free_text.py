"""What counts as an answer in words: words of substance, and of a place its name."""

import pytest

from agent.messages import Message
from agent.plain.places import place_in
from agent.plain.plain_reader import read_plainly
from agent.plain.substance import has_substance, says_none
from agent.reading import Page, Reading
from qualification.answers import AnswerSheet
from qualification.normalise import fold
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import Language, Money, Text, to_json
from tests.agent.readings import NOON
from tests.builders import SCRIPTS


def script(name: str) -> Script:
    return parse_script((SCRIPTS / name).read_text(encoding="utf-8"))


CRM, HOME = script("crm-suite.yaml"), script("reformas.yaml")


def answer(text: str, asked: str, of: Script, language: Language = "es") -> str | None:
    """The text read as the answer to a question just asked."""
    message = Message("m2", 2, "prospect", text, NOON)
    page = Page(of, AnswerSheet(), language, asked, (), (message,), (), NOON)
    for one in read_plainly(page).answers:
        if one.key == asked:
            assert isinstance(one.value, Text)
            return one.value.text
    return None


@pytest.mark.parametrize(
    "text",
    [
        *("asdf", "asdfasdf", "qweqwe", "sdkfjhsd", "hhhhh", "aaaaaa", "jajaja", "jeje qué bueno"),
        *("hahaha", "xddd", "lol", "😂😂", "123", "...", "uff, qué caro", "puf carísimo"),
        *("wow, expensive", "omg that's pricey", "madre mía", "vaya", "hmm let me think"),
        *("a ver, déjame pensar", "espera un momento", "wait a sec", "vale, dime", "test"),
        *("testing testing", "de todo", "everything", "nada", "blah blah", "ok cool"),
        *("quiero más información", "hola buenas", "good morning"),
        *("hola, vi vuestro anuncio", "hi, I saw your ad"),
        *("sigo esperando", "i'll wait", "me parece caro", "that seems expensive"),
        *("mi padre abrió esto en 1987", "my father opened this place in 1987"),
        *("el año pasado vendimos 2 millones, no nos va mal", "we sold 2 million last year"),
        *("next door they pay 900 in rent", "en la calle de al lado pagan una barbaridad"),
    ],
)
def test_laughter_laments_and_keys_hit_at_random_are_no_need(text: str) -> None:
    assert answer(text, "need", CRM) is None
    assert answer(text, "need", CRM, "en") is None


@pytest.mark.parametrize(
    "text",
    [
        *("un crm", "vender más", "ventas", "kiero un crm", "organizarnos mejor"),
        *("xq no hay kien se aclare con el excel", "stop losing leads", "track my pipeline thx"),
        *("uff, perdemos muchísimos clientes", "strengths and weaknesses of each rep", "b2b"),
        *("property management", "the weather app we wrote", "seguimiento jajaja"),
    ],
)
def test_a_few_sloppy_words_are_a_need(text: str) -> None:
    assert answer(text, "need", CRM) == text


@pytest.mark.parametrize("word", ["asd", "qwerty", "poiuy", "zxcv", "jajajaj", "uffff", "bcdfgh"])
def test_no_word(word: str) -> None:
    assert not has_substance([word])


@pytest.mark.parametrize("text", ["ninguna", "nada de momento", "none", "nope", "not really, no"])
def test_nothing_is_an_answer_to_what_is_not_essential(text: str) -> None:
    assert answer(text, "competitors", CRM) == ""
    assert answer(text, "need", CRM) is None


def test_a_denial_of_something_is_more_than_nothing() -> None:
    assert not says_none(["no", "usamos", "nada"])
    assert not says_none(["the", "other"])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("en Leganés", "Leganés"),
        ("Leganés", "Leganés"),
        ("leganes, gracias", "leganes"),
        ("vivo en leganes con mi familia", "leganes"),
        ("pues es en un pueblo que se llama Chinchón", "Chinchón"),
        ("es un ático en Chamberí", "Chamberí"),
        ("en la calle Alcalá 200", "la calle Alcalá 200"),
        ("por la zona de Atocha", "Atocha"),
        ("en el barrio de Salamanca", "Salamanca"),
        ("en la zona sur de Madrid", "la zona sur de Madrid"),
        ("cerca de Móstoles, en Arroyomolinos", "Arroyomolinos"),
        ("cerca de Móstoles", "cerca de Móstoles"),
        ("soy de Madrid", "Madrid"),
        ("no es en madrid, es en toledo", "toledo"),
        ("la casa está en una urbanización de Boadilla", "Boadilla"),
        ("we're in Leeds, by the way", "Leeds"),
        ("it's in Getafe", "Getafe"),
        ("the flat is in Carabanchel, near the metro", "Carabanchel"),
        ("in a village called Chinchón", "Chinchón"),
        ("sure, Rivas", "Rivas"),
        ("es mi piso en Usera", "Usera"),
        ("vivo en Madrid pero el piso está en Toledo", "Toledo"),
    ],
)
def test_of_a_place_only_its_name_is_kept(text: str, place: str) -> None:
    assert answer(text, "town", HOME) == place


@pytest.mark.parametrize("text", ["en mi casa", "jaja", "ok", "en serio?", "pues aquí"])
def test_what_names_no_place_is_none(text: str) -> None:
    found = answer(text, "town", HOME)
    assert found is None or found in ("mi casa", "aquí")


def test_a_place_lies_in_the_stretch_it_was_looked_for_in() -> None:
    folded = fold("La cocina, y vivo en Getafe con Ana")
    assert place_in(folded, (12, len(folded))) == (folded.index("getafe"), folded.index(" con ana"))


def read(text: str, asked: str | None, of: Script, language: Language = "es") -> Reading:
    message = Message("m2", 2, "prospect", text, NOON)
    return read_plainly(Page(of, AnswerSheet(), language, asked, (), (message,), (), NOON))


@pytest.mark.parametrize(
    ("text", "language"),
    [("aún no tenemos presupuesto", "es"), ("i dont have a budget yet", "en")],
)
def test_no_budget_yet_is_no_need_but_is_not_asked_about(text: str, language: Language) -> None:
    reading = read(text, "need", CRM, language)
    assert not reading.answers
    assert [(one.key, one.reason) for one in reading.declines] == [("budget", "does_not_know")]


def test_a_no_about_something_else_refuses_nothing() -> None:
    reading = read("no tengo planos", "name", HOME)
    assert [one.key for one in reading.answers] == ["plans"]
    assert not reading.declines


@pytest.mark.parametrize(("text", "budget"), [("como 3000", 3000), ("digamos 300 al mes", 300)])
def test_an_amount_comes_though_something_else_was_asked(text: str, budget: int) -> None:
    (found,) = read(text, "authority", CRM).answers
    assert found.key == "budget"
    assert isinstance(found.value, Money)
    assert found.value.max == budget


def test_what_they_say_of_somebody_else_is_no_option() -> None:
    assert "authority" not in {one.key for one in read("mi jefe dice que sí", None, CRM).answers}


@pytest.mark.parametrize(
    "text",
    [
        "querría empezar en mayo",
        "promotion?",
        "decisión mía",
        "this is bullshit",
        "otra persona",
    ],
)
def test_what_says_something_else_is_no_name(text: str) -> None:
    assert "name" not in {one.key for one in read(text, "name", CRM).answers}


@pytest.mark.parametrize("text", ["Ana López", "soy Ana López", "me llamo Ana López, perdón"])
def test_a_name_is_one(text: str) -> None:
    (found,) = (one for one in read(text, "name", CRM).answers if one.key == "name")
    assert found.evidence.quote == "Ana López"


@pytest.mark.parametrize(
    "text",
    ["we sold 2 million last year", "you are useless", "I don't want to answer that", "honestly"],
)
def test_talk_is_no_place(text: str) -> None:
    assert answer(text, "town", HOME, "en") is None


@pytest.mark.parametrize("text", ["honestly, Getafe", "la verdad, Getafe", "creo que Getafe"])
def test_what_leads_up_to_a_place_is_left_out(text: str) -> None:
    assert answer(text, "town", HOME) == "Getafe"


def test_a_figure_goes_to_the_question_whose_words_stand_beside_it() -> None:
    found = {
        one.key: to_json(one.value)
        for one in read("9.000 al año / 10 personas", "budget", CRM).answers
    }
    assert found["company_size"] == {"min": 10, "max": 10}
    budget = found["budget"]
    assert isinstance(budget, dict)
    assert budget["max"] == 9000


def test_a_share_or_what_was_sold_is_no_budget() -> None:
    for text in ("un 90 por ciento de descuento", "vendimos 2 millones el año pasado"):
        assert "budget" not in {one.key for one in read(text, "budget", CRM).answers}


@pytest.mark.parametrize("text", ["around 400", "unos 400 euros al mes", "400 a month"])
def test_an_amount_is_no_need(text: str) -> None:
    assert answer(text, "need", CRM) is None


def test_who_asks_for_help_says_what_they_have() -> None:
    reading = read(
        "hola, me pueden ayudar con una reforma de baño en Móstoles tengo 8000 euros", None, HOME
    )
    assert {"work", "town", "budget"} <= {one.key for one in reading.answers}


def test_a_correction_is_no_refusal() -> None:
    assert not read("no wait abril", "name", CRM).declines


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Móstoles actually", "Móstoles"),
        ("Usera en piso de su propiedad", "Usera"),
        ("en el centro, Leganés", "Leganés"),
        ("en el centro de Getafe", "Getafe"),
        ("outskirts of Chinchón", "Chinchón"),
    ],
)
def test_a_town_ends_where_other_words_begin(text: str, town: str) -> None:
    assert answer(text, "town", HOME) == town


@pytest.mark.parametrize(
    "text",
    ["en el centro", "en pleno centro", "downtown", "it's in the two bathrooms", "in the kitchen"],
)
def test_the_centre_of_who_knows_where_and_a_room_are_no_town(text: str) -> None:
    assert answer(text, "town", HOME) is None


@pytest.mark.parametrize(
    "text",
    [
        "Quick one: does it work with Gmail",
        "quick question - do you connect to outlook",
        "una duda: funciona con gmail",
        "oye y eso se integra con gmail",
    ],
)
def test_a_question_that_is_announced_is_a_question(text: str) -> None:
    reading = read(text, "need", CRM)
    assert reading.facts == ("integrations",)
    assert not reading.answers


@pytest.mark.parametrize(
    "text", ["una cosa, perdemos clientes por no llamarles", "first, we lose track of leads"]
)
def test_a_need_that_is_announced_is_a_need(text: str) -> None:
    assert answer(text, "need", CRM) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no me llame, escríbame mejor", "es"),
        ("no me llamen por favor, mejor por whatsapp", "es"),
        ("don't call me, text me", "en"),
        ("please don't call, email me instead", "en"),
    ],
)
def test_how_they_want_to_be_reached_is_no_need(text: str, language: Language) -> None:
    assert answer(text, "need", CRM, language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("we don't call leads back, they text us and wait", "en"),
        ("no llamamos a nadie, nos escriben por whatsapp y se pierden", "es"),
        ("don't call me, we lose leads at night", "en"),
        ("no me llame antes de las nueve, perdemos clientes por la noche", "es"),
    ],
)
def test_a_need_that_speaks_of_calls_is_one(text: str, language: Language) -> None:
    assert answer(text, "need", CRM, language) is not None
