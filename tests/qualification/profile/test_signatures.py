"""Who signs a message says who they are; a name in a sentence is no signature."""

from time import process_time

import pytest

from qualification.profile.signatures import read_signature


@pytest.mark.parametrize(
    ("text", "data", "marked"),
    [
        (
            "Necesitamos un CRM. Un saludo, Ana Ruiz, Directora de Operaciones, Acme S.L.",
            ["Ana Ruiz", "Directora de Operaciones", "Acme S.L."],
            True,
        ),
        (
            "Hola\n\nAna Ruiz\nDirectora de Operaciones\nAcme Tools, S.L.\nTel. 600111222",
            ["Ana Ruiz", "Directora de Operaciones", "Acme Tools, S.L."],
            True,
        ),
        (
            "Ana Ruiz, Directora de Operaciones, Acme S.L.",
            ["Ana Ruiz", "Directora de Operaciones", "Acme S.L."],
            False,
        ),
        (
            "Thanks!\nKaren O'Neil | Head of Sales at Borealis Ltd",
            ["Karen O'Neil", "Head of Sales", "Borealis Ltd"],
            True,
        ),
        (
            "We need help.\n--\nJohn Smith\nCEO & Founder\nwww.acme.example",
            ["John Smith", "CEO & Founder"],
            True,
        ),
        (
            "Kind regards,\nJOHN SMITH\nVP SALES\nACME INC.",
            ["JOHN SMITH", "VP SALES", "ACME INC"],
            True,
        ),
        (
            "Nos interesa. Saludos. Pedro Gómez - Gerente - Talleres Gómez",
            ["Pedro Gómez", "Gerente", "Talleres Gómez"],
            True,
        ),
        (
            "Gracias y un saludo,\nMaría de la Torre\nResponsable de Innovación en Grupo Vega",
            ["María de la Torre", "Responsable de Innovación", "Grupo Vega"],
            True,
        ),
        ("Regards,\nZoe Quill,, Office Manager,\n", ["Zoe Quill", "Office Manager"], True),
        ("We want a demo.\nZoe, Office Manager, london", ["Zoe", "Office Manager"], False),
        (
            "Regards,\nZoe Quill\nOffice Manager\nDirector of Nothing",
            ["Zoe Quill", "Office Manager"],
            True,
        ),
        (
            "Regards,\nZoe Quill\nOffice Manager\n"
            + "Very Long Names Of Companies Are None For Us",
            ["Zoe Quill", "Office Manager"],
            True,
        ),
    ],
)
def test_a_signature_has_a_name_a_position_and_perhaps_a_company(
    text: str, data: list[str], *, marked: bool
) -> None:
    found = read_signature(text, "es")
    assert found is not None
    assert [one.value for one in found.contacts] == data
    assert [text[slice(*one.span)] for one in found.contacts] == data
    assert found.marked is marked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Best regards, John Smith",
        "Gracias, Ana",
        "Hablé con Ana Ruiz, Directora de Operaciones, Acme S.L.",
        "Contacten con:\nAna Ruiz\nDirectora de Compras",
        "Lo decide Ana Ruiz, Directora",
        "Ana Ruiz, directora que lo lleva todo, Acme",
        "Somos tres: Ana Ruiz, la directora, y yo",
        "ana ruiz, directora",
        "Quill, Manager",
        "Madrid, Barcelona, Valencia",
        "Regards,\nZoe Quill\nmanager " + "and manager " * 8,
        "Saludos,\nNecesitamos Director, Directora",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert read_signature(text, "es") is None


def test_an_endless_message_is_read_in_no_time() -> None:
    began = process_time()
    for text in ("a, " * 20_000, "\n" * 20_000, "Saludos. " * 5_000, "Ana Ruiz, " * 5_000):
        assert read_signature(text, "es") is None
    assert process_time() - began < 5
