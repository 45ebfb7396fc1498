"""Machines are told from people by what they say."""

import pytest

from channels.calls.robots import RobotEar


@pytest.mark.parametrize(
    "words",
    [
        "Ha llamado al buzón de voz de Marta.",
        "Deje su mensaje después de la señal.",
        "Si desea hablar con ventas, pulse uno para continuar.",
        "Su llamada es muy importante para nosotros.",
        "Hi, leave a message and I'll get back to you.",
        "This is an automated message from your bank.",
        "The number you have dialed is not in service.",
    ],
)
def test_machines(words: str) -> None:
    assert RobotEar().is_machine(words)


@pytest.mark.parametrize(
    "words",
    [
        "Quiero dejar de perder mensajes de clientes",
        "¿Me puede mandar un mensaje con el precio?",
        "We need an answering machine for the office",
        "I pressed zero and nothing happened",
        "El número de empleados es veinte",
        "we send automated messages to our customers",
        "can I leave my number?",
    ],
)
def test_people(words: str) -> None:
    assert not RobotEar().is_machine(words)


def test_who_says_hello_again_and_again_is_a_person() -> None:
    ear = RobotEar()
    assert not any(ear.is_machine("hello?") for _ in range(9))


def test_a_person_may_repeat_themselves_but_not_for_ever() -> None:
    ear = RobotEar()
    line = "I want to talk to a person"
    assert [ear.is_machine(line) for _ in range(4)] == [False, False, False, True]
    assert not ear.is_machine("something else now, thank you")
