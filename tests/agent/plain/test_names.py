"""Which words are the prospect's name, whatever was asked, and which only stand where one could."""

import pytest

from agent.plain.plain_reader import read_plainly
from agent.reading import Reading
from qualification.values import Contact, Language
from tests.agent.pages import make_page
from tests.builders import sample

CRM, HOME = sample("crm-suite"), sample("reformas")
ANA = {"name": (Contact("name", "Ana Ruiz"), "Ana Ruiz")}


def read(text: str, asked: str | None, language: Language = "es") -> Reading:
    return read_plainly(make_page(text, asked=asked, language=language, script=HOME))


def names(reading: Reading) -> list[str]:
    return [
        one.value.value
        for one in reading.answers
        if isinstance(one.value, Contact) and one.value.kind == "name"
    ]


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("Marta Gil", "email", "Marta Gil"),
        ("Marta Gil", "phone", "Marta Gil"),
        ("Maria 699 112 233", "phone", "Maria"),
        ("699 112 233, Marta Gil", "phone", "Marta Gil"),
        ("mi nombre es Íñigo Rivas", "name", "Íñigo Rivas"),
        ("Carmen Rivas", "name", "Carmen Rivas"),
        ("it's marta", "name", "Marta"),
        ("this is Marta from Getafe", "phone", "Marta"),
    ],
)
def test_a_name_is_one_wherever_it_stands(text: str, asked: str, name: str) -> None:
    reading = read(text, asked)
    assert names(reading) == [name]
    assert "town" not in {one.key for one in reading.answers if one.evidence.quote == name}


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("it's easier for me", "name", "en"),
        ("asap", "name", "en"),
        ("whenever", "name", "en"),
        ("¿duración?", "name", "es"),
        ("this is bullshit", "name", "en"),
        ("no tengo", "email", "es"),
        ("699 112 233", "phone", "es"),
        ("Gracias", "phone", "es"),
        ("Luego Se Lo Mando Yo", "email", "es"),
    ],
)
def test_other_words_are_no_name(text: str, asked: str, language: Language) -> None:
    assert names(read(text, asked, language)) == []


def test_what_somebody_runs_is_no_company_of_that_name() -> None:
    page = make_page(
        "the CEO signs but I run the evaluation", asked="authority", language="en", script=CRM
    )
    assert {one.key for one in read_plainly(page).answers} == {"authority"}


@pytest.mark.parametrize(("asked", "phase"), [("email", "open"), (None, "closed")])
def test_who_asks_to_be_called_otherwise_gives_another_name(asked: str | None, phase: str) -> None:
    page = make_page("call me Bob", asked=asked, language="en", script=CRM, known=ANA)
    [answer] = read_plainly(page).answers
    assert (answer.value, answer.corrects) == (Contact("name", "Bob", (8, 11)), True), phase


def test_a_name_that_is_known_is_not_changed_by_a_bare_one() -> None:
    page = make_page("Marta Gil", asked="email", script=CRM, known=ANA)
    assert read_plainly(page).answers == ()


@pytest.mark.parametrize(
    ("text", "asked", "language", "name"),
    [
        ("Concha Bueno", "need", "es", "Concha Bueno"),
        ("it's john smith", "need", "en", "John Smith"),
        ("it's john smith", "timeline", "en", "John Smith"),
        ("Hola, soy carmen lopez", "budget", "es", "Carmen Lopez"),
        ("Sarah Whitfield here", "authority", "en", "Sarah Whitfield"),
    ],
)
def test_a_message_that_is_only_a_name_is_one_whatever_was_asked(
    text: str, asked: str, language: Language, name: str
) -> None:
    reading = read_plainly(make_page(text, asked=asked, language=language, script=CRM))
    assert names(reading) == [name]
    assert [one.key for one in reading.answers] == ["name"]


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("Salesforce Pipedrive", "need", "es"),
        ("marcos contratos", "need", "es"),
        ("paul decides", "authority", "en"),
        ("don't call me before 9, ok?", "budget", "en"),
        ("me atendió Marta Gil", "name", "es"),
        ("mi padre abrió esto en 1987 y aquí seguimos", "name", "es"),
    ],
)
def test_two_words_that_are_no_name_are_none(text: str, asked: str, language: Language) -> None:
    assert not names(read_plainly(make_page(text, asked=asked, language=language, script=CRM)))


def test_a_town_called_like_somebody_is_a_town() -> None:
    assert not names(read("Alonso Martínez", "town"))


@pytest.mark.parametrize(
    "text",
    [
        "the number that keeps calling me is 07911 123456",
        "es el 600 11 22 33, que me llama a todas horas",
    ],
)
def test_a_number_that_rings_them_is_not_theirs(text: str) -> None:
    assert "phone" not in {one.key for one in read(text, "phone").answers}


def test_a_doubt_about_something_else_declines_no_name() -> None:
    told = "depende de lo que cueste, si hay que esperar a mayo se espera"
    assert not read(told, "name").declines
    assert [one.key for one in read("no lo sé", "phone").declines] == ["phone"]


def test_what_is_said_of_their_number_is_not_said_of_their_home() -> None:
    told = "el 91 555 66 77, ese es el de mi hermana que el mio no funciona"
    assert [one.key for one in read(told, "phone").answers] == ["phone"]


def test_an_option_is_known_as_it_is_written_by_ear() -> None:
    page = make_page("i wanna do the hole huose", asked="work", language="en", script=HOME)
    (answer,) = read_plainly(page).answers
    assert (answer.key, answer.evidence.quote) == ("work", "hole huose")


@pytest.mark.parametrize(
    "text",
    [
        "i'm all ears",
        "i'm dead serious",
        "it's top secret",
        "this is top priority",
        "we're at the top of the list",
        "it's mostly repeat customers",
        "it's top of mind for us",
        "soy todo oídos",
        "soy puro nervio",
        "soy mitad comercial mitad técnico",
        "aquí mandan los números",
        "aquí vamos tirando",
        "soy pedro el desastre",
    ],
)
def test_what_somebody_is_or_what_it_is_about_is_no_name_though_one_was_asked_for(
    text: str,
) -> None:
    assert names(read(text, "name")) in ([], ["Pedro"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello, Olivia here from Initech", "Olivia"),
        ("Teresa Soler, teresa@soler.es", "Teresa Soler"),
        ("Álvaro Pinto, 611 222 333", "Álvaro Pinto"),
        ("soy pedro", "Pedro"),
        ("i'm oscar and we need help", "Oscar"),
        ("I go by Max", "Max"),
        ("puedes llamarme Quique", "Quique"),
        ("le atiende Fermín", "Fermín"),
    ],
)
def test_who_gives_a_name_of_their_own_accord_is_not_asked_for_it(text: str, name: str) -> None:
    assert names(read(text, "timeline")) == [name]
