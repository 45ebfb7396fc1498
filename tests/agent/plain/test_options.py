"""Which option an answer names, when it names more than one."""

import pytest

from agent.plain.options import choose
from qualification.script import ChoiceQuestion

TENURE = ChoiceQuestion.model_validate(
    {
        "key": "tenure",
        "kind": "choice",
        "ask": {"es": ["¿Es suya?"], "en": ["Is it yours?"]},
        "options": {
            "owner": {
                "says": {
                    "es": ["soy propietario", "propietario", "es mía", "dueño"],
                    "en": ["owner", "i own it"],
                }
            },
            "tenant": {
                "says": {
                    "es": ["de alquiler", "alquilo", "en alquiler"],
                    "en": ["i rent", "it's rented", "my landlord"],
                }
            },
            "buying": {"says": {"es": ["voy a comprar"], "en": ["about to buy"]}},
        },
    }
)
WORK = ChoiceQuestion.model_validate(
    {
        "key": "work",
        "kind": "choice",
        "ask": {"es": ["¿Qué obra?"], "en": ["What work?"]},
        "options": {
            "kitchen": {"says": {"es": ["la cocina", "cocina"], "en": ["the kitchen", "kitchen"]}},
            "bathroom": {"says": {"es": ["el baño", "baño"], "en": ["the bathroom", "bathroom"]}},
            "both": {"says": {"es": ["la cocina y el aseo"], "en": ["kitchen and toilet"]}},
            "toilet": {"says": {"es": ["el aseo"], "en": ["toilet"]}},
            "windows": {"says": {"es": ["las ventanas"], "en": ["the windows", "windows"]}},
            "pool": {"says": {"es": ["una piscina"], "en": ["a pool"]}},
        },
        "positive": {"any_of": ["kitchen", "bathroom"]},
        "acceptable": {"any_of": ["windows"]},
    }
)
SAY = ChoiceQuestion.model_validate(
    {
        "key": "say",
        "kind": "choice",
        "ask": {"es": ["¿Quién decide?"], "en": ["Who decides?"]},
        "options": {
            "decides": {"says": {"es": ["decido yo"], "en": ["i decide"]}},
            "influences": {
                "says": {"es": ["yo propongo", "con mi socio"], "en": ["i propose", "with my wife"]}
            },
            "neither": {
                "says": {"es": ["decide mi jefe", "ella decide"], "en": ["my boss decides"]}
            },
        },
    }
)


def worth(option: str) -> int:
    return {"decides": 2, "influences": 1, "kitchen": 2, "bathroom": 2, "windows": 1}.get(option, 0)


def chosen(text: str, question: ChoiceQuestion) -> str | None:
    choice = choose(text, question, worth).choice
    return choice.option if choice else None


@pytest.mark.parametrize(
    ("text", "question", "option"),
    [
        ("I propose, but my boss decides", SAY, "neither"),
        ("yo propongo pero decide mi jefe", SAY, "neither"),
        ("estoy de alquiler pero la voy a comprar", TENURE, "buying"),
        ("I rent but the owner agrees", TENURE, "tenant"),
        ("alquilo y el dueño está de acuerdo", TENURE, "tenant"),
        ("the owner is my landlord", TENURE, "tenant"),
        ("the owner", TENURE, "owner"),
        ("soy el dueño", TENURE, "owner"),
        ("el baño y las ventanas", WORK, "bathroom"),
        ("the windows and the kitchen", WORK, "kitchen"),
        ("mainly the windows but also the bathroom", WORK, "bathroom"),
        ("primero la cocina y luego el baño", WORK, "kitchen"),
        ("la cocina, el baño", WORK, "kitchen"),
        ("la cocina no, el baño", WORK, "bathroom"),
        ("el baño, no la cocina", WORK, "bathroom"),
        ("no, el baño", WORK, "bathroom"),
        ("bathroom. actually no, kitchen", WORK, "kitchen"),
        ("la cocina, perdón, el baño", WORK, "bathroom"),
        ("the bathroom instead of the kitchen", WORK, "bathroom"),
        ("el baño en vez de la cocina", WORK, "bathroom"),
        ("nothing", WORK, None),
        ("quería reformar la cocina y el aseo de un piso", WORK, "both"),
        ("kitcchen and toilet, please", WORK, "both"),
        ("la cocina y el aseo, o las ventanas", WORK, None),
        ("la cocina, luego el aseo", WORK, "kitchen"),
        ("lo decido yo con mi socio", SAY, "influences"),
        ("I decide with my wife", SAY, "influences"),
        ("yo propongo y ella decide", SAY, "influences"),
        ("I propose and my boss decides", SAY, "influences"),
    ],
)
def test_contrast_subject_and_conjunction_tell(
    text: str, question: ChoiceQuestion, option: str | None
) -> None:
    assert chosen(text, question) == option


@pytest.mark.parametrize(
    ("text", "question", "rivals"),
    [
        ("either the kitchen or the bathroom", WORK, ["kitchen", "bathroom"]),
        ("la cocina o el baño", WORK, ["kitchen", "bathroom"]),
        ("I own it but it's rented", TENURE, ["owner", "tenant"]),
        ("propietario, la tengo en alquiler", TENURE, ["owner", "tenant"]),
        ("soy propietario pero la tengo en alquiler", TENURE, ["owner", "tenant"]),
        ("las ventanas, una piscina", WORK, ["windows", "pool"]),
        ("decido yo y decide mi jefe", SAY, ["decides", "neither"]),
    ],
)
def test_what_cannot_be_told_is_asked(
    text: str, question: ChoiceQuestion, rivals: list[str]
) -> None:
    found = choose(text, question, worth)
    assert found.choice is None
    assert [one.option for one in found.rivals] == rivals


def test_only_the_stretches_kept_are_read() -> None:
    assert choose("la cocina", WORK, worth, keep=lambda _: False).choice is None


def test_the_span_is_that_of_the_message() -> None:
    text = "no, la cocina no: el baño"
    choice = choose(text, WORK, worth).choice
    assert choice is not None
    assert text[: choice.span[1]].endswith(": el baño")


@pytest.mark.parametrize("text", ["el abaño", "the kitten", "i need to rant", "las ventosas"])
def test_what_only_sounds_like_an_option_is_none(text: str) -> None:
    assert chosen(text, TENURE) is None
    assert chosen(text, WORK) is None


@pytest.mark.parametrize(("text", "option"), [("bathrooom", "bathroom"), ("bathrom", "bathroom")])
def test_a_slip_within_a_long_word_is_forgiven(text: str, option: str) -> None:
    assert chosen(text, WORK) == option


@pytest.mark.parametrize(
    "text",
    [
        "the kitchen is fine, it's the bathroom",
        "the kitchen is already done, so the bathroom",
        "la cocina ya está hecha, el baño",
    ],
)
def test_what_is_fine_as_it_is_is_not_wanted(text: str) -> None:
    chosen = choose(text, WORK, lambda _: 0)
    assert chosen.choice is not None
    assert chosen.choice.option == "bathroom"


@pytest.mark.parametrize(
    ("text", "option"),
    [("no soy inquilino", "owner"), ("no soy inquilino, es de mis padres", "family")],
)
def test_what_is_denied_goes_behind_what_is_said(text: str, option: str) -> None:
    question = ChoiceQuestion.model_validate(
        {
            "key": "tenure",
            "kind": "choice",
            "ask": {"es": ["¿Es suya?"], "en": ["Is it yours?"]},
            "options": {
                "owner": {"says": {"es": ["no soy inquilino"], "en": ["owner"]}},
                "family": {"says": {"es": ["es de mis padres"], "en": ["family"]}},
            },
        }
    )
    chosen = choose(text, question, lambda _: 0)
    assert chosen.choice is not None
    assert chosen.choice.option == option
