"""Options are recognised by the script's phrases."""

import pytest

from qualification.normalise import read_choice

OPTIONS = {
    "decides": ["decido yo", "soy la directora", "I sign off"],
    "influences": ["lo propongo a mi jefe", "I recommend"],
    "neither": ["no decido nada", "solo miro", ""],
}


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("Decido yo", ["decides"]),
        ("eso yo decido", ["decides"]),
        ("soy la direcotra general", ["decides"]),
        ("SOY LA DIRECTORA", ["decides"]),
        ("no soy la directora", []),
        ("no, no decido nada", ["neither"]),
        ("se lo propongo a mi jefe", ["influences"]),
        ("I recommend, my boss decides", ["influences"]),
        ("soy la directora y decido yo", ["decides"]),
        ("I recommend and decido yo", ["influences", "decides"]),
        ("depende", []),
        ("", []),
    ],
)
def test_phrases_are_found_in_any_order_and_with_errors(text: str, options: list[str]) -> None:
    assert [choice.option for choice in read_choice(text, OPTIONS)] == options


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("la segunda", ["influences"]),
        ("the first one", ["decides"]),
        ("3", ["neither"]),
        ("la última", ["neither"]),
        ("la quinta", []),
        ("ninguna", []),
        ("la segunda parte de lo que dije", []),
    ],
)
def test_a_position_answers_the_question(text: str, options: list[str]) -> None:
    assert [choice.option for choice in read_choice(text, OPTIONS, asked=True)] == options
    assert read_choice(text, OPTIONS) == ()


def test_the_longer_phrase_wins_over_one_inside_it() -> None:
    options = {"one": ["la directora"], "all": ["soy la directora general"]}
    assert [c.option for c in read_choice("soy la directora general", options)] == ["all"]


def test_a_pronoun_is_a_choice_only_alone() -> None:
    assert [c.option for c in read_choice("yo", {"me": ["yo"]})] == ["me"]
    assert read_choice("yo quiero saber más", {"me": ["yo"]}) == ()


def test_the_span_quotes_the_words() -> None:
    text = "Bueno, ¡decido yo!"
    (choice,) = read_choice(text, OPTIONS)
    assert text[choice.span[0] : choice.span[1]] == "decido yo"


WHO_DECIDES = {
    "decides": [
        "decido yo", "la decisión es mía", "soy la directora", "soy el dueño", "firmo yo",
        "I sign off", "I'm the owner", "I decide", "it's my call",
    ],
    "influences": ["lo propongo a mi jefe", "I recommend", "my boss decides", "decide mi jefe"],
    "group": ["decidimos entre todos", "we decide together", "decide el comité"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Decido YO!!", "decides"),
        ("dcido yo", "decides"),
        ("desido yo", "decides"),
        ("la desición es mía", "decides"),
        ("hola, soy directora general", "decides"),
        ("soy el director", "decides"),
        ("soy dueño", "decides"),
        ("no, firmo yo", "decides"),
        ("no solo decido yo", "decides"),
        ("im the owner", "decides"),
        ("I am the owner", "decides"),
        ("its my call", "decides"),
        ("deside mi jefe", "influences"),
        ("decide mi jefa", "influences"),
        ("lo propongo a mi jefa", "influences"),
        ("I recomend", "influences"),
        ("decide el comite", "group"),
        ("we decide together", "group"),
        ("decides", "decides"),
        ("decide mi socia", None),
        ("decidimos nosotros", None),
        ("deciden ellos", None),
        ("decides tú", None),
        ("firma mi jefa", None),
        ("firma yo", None),
        ("she signs off", None),
        ("he decides", None),
        ("they decide", None),
        ("you decide", None),
        ("we decide", None),
        ("my boss will decide", None),
        ("he recommends", None),
        ("no decido yo", None),
        ("yo no decido", None),
        ("nunca decido yo", None),
        ("no soy el dueño", None),
        ("la decisión no es mía", None),
        ("I don't decide", None),
        ("not my call", None),
    ],
)
def test_a_slip_is_forgiven_and_another_person_is_not(text: str, option: str | None) -> None:
    found = [choice.option for choice in read_choice(text, WHO_DECIDES)]
    assert found == ([option] if option else [])


ROOMS = {
    "home": ["the whole house", "piso entero"],
    "house": ["house", "casa"],
    "kitchen": ["the kitchen", "cocina"],
    "bathroom": ["bathroom", "baño"],
    "owner": ["owner", "propietario"],
    "tenant": ["inquilino", "alquilado"],
}


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("kitchn", "kitchen"),
        ("the kithcen please", "kitchen"),
        ("la kosina", "kitchen"),
        ("cosina", "kitchen"),
        ("bathrom", "bathroom"),
        ("el vaño", "bathroom"),
        ("pizo entero", "home"),
        ("huose", "house"),
        ("la caza", "house"),
        ("onwer", "owner"),
        ("inkilino", "tenant"),
        ("alkilado", "tenant"),
        ("a hose", None),
        ("my horse", None),
        ("it's owned by the bank", None),
        ("chicken", None),
        ("vino", None),
    ],
)
def test_a_word_may_be_written_as_it_sounds_or_with_a_letter_out_of_place(
    text: str, option: str | None
) -> None:
    assert [choice.option for choice in read_choice(text, ROOMS)] == ([option] if option else [])


SPEAKERS = {"self": ["I do", "I am"], "other": ["my boss does", "someone else"]}


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("I do", "self"),
        ("I do, of course", "self"),
        ("I do not", None),
        ("I do not know", None),
        ("I do not decide", None),
        ("I do not have the final say", None),
        ("well, I do not make that decision", None),
        ("I do never", None),
        ("I do not only decide, I pay", "self"),
        ("I do. Not that it matters", "self"),
        ("my boss does not", None),
    ],
)
def test_a_phrase_that_goes_on_with_not_is_not_said(text: str, option: str | None) -> None:
    found = [choice.option for choice in read_choice(text, SPEAKERS)]
    assert found == ([option] if option else [])
