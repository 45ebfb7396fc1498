"""The name of somebody's profile is offered to be confirmed, and asked for if it is not theirs."""

from dataclasses import replace
from uuid import uuid4

import pytest

from agent.conductor import Known
from agent.evidence.confirming import with_confirmation
from agent.messages import Message
from agent.moves import Dialogue
from agent.reading import ReadAnswer, ReadDecline, Reading
from agent.steps.asking import to_confirm
from qualification.answers import AnswerSheet, Evidence
from qualification.signals import Signal
from qualification.values import Contact, Language, Text
from tests.agent.rig import Rig
from tests.builders import NOW, answer

PROFILE = replace(answer("name", Contact("name", "Ana García"), None), source="profile")
SHEET = AnswerSheet().with_answer(PROFILE)
OFFERED = Dialogue("es", asked="name", tries={"name": 1}, sheet=SHEET)


def said(text: str) -> tuple[Message, ...]:
    """What the prospect wrote."""
    return (Message("m1", 1, "prospect", text, NOW),)


def test_a_yes_makes_the_name_theirs_with_the_yes_as_its_quote() -> None:
    read = with_confirmation(OFFERED, said("Sí, claro"), Reading("plain"))
    (name,) = read.answers
    assert name.value == Contact("name", "Ana García")
    assert name.evidence.message == "m1"
    assert name.evidence.quote in "Sí, claro"


def test_a_no_takes_it_back_and_refuses_nothing() -> None:
    refused = Reading(
        "plain",
        declines=(ReadDecline("name", "refused", Evidence("m1", "No")),),
        signals=frozenset({Signal.REFUSES}),
    )
    read = with_confirmation(OFFERED, said("No"), refused)
    assert (read.answers, read.declines, read.signals) == ((), (), frozenset())
    assert [(one.key, one.why) for one in read.doubts] == [("name", "withdrawn")]


@pytest.mark.parametrize("text", ["¿Por qué lo pregunta?", "Sí, y además queremos saber el precio"])
def test_other_answers_are_read_as_they_are(text: str) -> None:
    plain = Reading("plain")
    assert with_confirmation(OFFERED, said(text), plain) is plain


def test_another_name_goes_before_the_offered_one() -> None:
    other = ReadAnswer("name", Contact("name", "Pedro"), Evidence("m1", "Pedro"))
    read = Reading("plain", answers=(other,))
    assert with_confirmation(OFFERED, said("no, Pedro"), read) is read


def test_where_nothing_was_offered_a_yes_confirms_nothing() -> None:
    plain = Reading("plain")
    for dialogue in (
        replace(OFFERED, sheet=AnswerSheet()),
        replace(OFFERED, asked="email"),
        replace(OFFERED, tries={"name": 2}),
    ):
        assert with_confirmation(dialogue, said("sí"), plain) is plain
    given = AnswerSheet().with_answer(answer("name", Contact("name", "Ana")))
    assert to_confirm(given) == ""
    strange = replace(PROFILE, value=Text("Ana"))
    assert to_confirm(AnswerSheet().with_answer(strange)) == ""


async def asked_for_the_name(language: Language) -> tuple[Rig, str]:
    """A lead with a profile's name, at the point where the name is asked for."""
    rig = Rig()
    opened = await rig.conductor.open("chat", uuid4().hex, rig.script, language, known=Known(SHEET))
    wants = {"es": "Quiero una demo, por favor", "en": "I'd like a demo, please"}
    await rig.talk(opened.conversation, wants[language])
    return rig, opened.conversation


@pytest.mark.parametrize(
    ("language", "offer", "yes"),
    [("es", "¿Hablo con Ana García?", "sí"), ("en", "Am I speaking with Ana García?", "yes")],
)
async def test_the_name_is_offered_and_confirmed_by_a_yes(
    language: Language, offer: str, yes: str
) -> None:
    rig, conversation = await asked_for_the_name(language)
    assert offer in rig.said(conversation)[-1]
    answered = await rig.talk(conversation, yes)
    name = answered.dialogue.sheet.answers["name"]
    assert (name.value, name.source) == (Contact("name", "Ana García"), "prospect")
    assert answered.dialogue.asked == "email"


@pytest.mark.parametrize(("language", "no"), [("es", "no"), ("en", "no")])
async def test_a_no_is_asked_for_their_name(language: Language, no: str) -> None:
    rig, conversation = await asked_for_the_name(language)
    answered = await rig.talk(conversation, no)
    assert answered.dialogue.asked == "name"
    assert "Ana" not in rig.said(conversation)[-1]
    assert "name" not in answered.dialogue.sheet.answers
    named = await rig.talk(conversation, "Pedro Gómez")
    assert named.dialogue.sheet.answers["name"].value == Contact("name", "Pedro Gómez")


async def test_another_name_in_the_answer_is_theirs_and_the_profile_stays_visible() -> None:
    rig, conversation = await asked_for_the_name("es")
    answered = await rig.talk(conversation, "No, me llamo Pedro Gómez")
    sheet = answered.dialogue.sheet
    assert sheet.answers["name"].value == Contact("name", "Pedro Gómez")
    assert [(one.value, one.source) for one in sheet.found] == [("Ana García", "channel")]
