"""A signature tells who somebody is, where nothing else did."""

from dataclasses import replace

from agent.evidence.signing import with_signature
from agent.messages import Message
from agent.moves import Dialogue
from agent.reading import ReadAnswer, ReadDecline, Reading
from qualification.answers import AnswerSheet, Evidence
from qualification.values import Contact, Text
from tests.builders import NOW, answer

SIGNED = "Perdemos clientes.\n\nAna Ruiz\nDirectora de Operaciones\nAcme Tools"
OPEN = Dialogue("es", asked="need")
READ = Reading("plain")


def said(*texts: str) -> tuple[Message, ...]:
    """What the prospect wrote."""
    return tuple(Message(f"m{i}", i, "prospect", text, NOW) for i, text in enumerate(texts, 1))


def found(dialogue: Dialogue, reading: Reading, *texts: str) -> dict[str, str]:
    """The answers with the signature's, by their keys."""
    return {
        one.key: one.evidence.quote
        for one in with_signature(dialogue, said(*texts), reading).answers
    }


def test_the_newest_signature_is_quoted() -> None:
    assert found(OPEN, READ, "Hola", SIGNED) == {
        "name": "Ana Ruiz",
        "job_title": "Directora de Operaciones",
        "company": "Acme Tools",
    }
    (first, *_) = with_signature(OPEN, said("Hola", SIGNED), READ).answers
    assert (first.evidence.message, first.value) == ("m2", Contact("name", "Ana Ruiz"))
    assert with_signature(OPEN, said("Hola"), READ) is READ


def test_what_was_read_or_refused_or_is_known_stays_as_it_is() -> None:
    name = ReadAnswer("name", Contact("name", "Ana Ruiz Gil"), Evidence("m1", "Ana Ruiz Gil"))
    declined = ReadDecline("company", "refused", Evidence("m1", "no"))
    read = replace(READ, answers=(name,), declines=(declined,))
    assert found(OPEN, read, SIGNED) == {
        "name": "Ana Ruiz Gil",
        "job_title": "Directora de Operaciones",
    }
    known = AnswerSheet().with_answer(answer("job_title", Contact("job_title", "CEO")))
    assert set(found(replace(OPEN, sheet=known), READ, SIGNED)) == {"name", "company"}


def test_somebody_elses_card_is_none_of_theirs() -> None:
    other = AnswerSheet().with_answer(answer("name", Contact("name", "Pedro Gómez")))
    assert not found(replace(OPEN, sheet=other), READ, SIGNED)
    strange = AnswerSheet().with_answer(answer("name", Text("?")))
    assert set(found(replace(OPEN, sheet=strange), READ, SIGNED)) == {"job_title", "company"}


def test_who_decides_may_be_answered_with_a_card() -> None:
    card = "Ana Ruiz, Directora de Operaciones, Acme Tools"
    assert not found(replace(OPEN, asked="authority"), READ, card)
    assert set(found(replace(OPEN, asked="name"), READ, card)) == {"name", "job_title", "company"}
