"""agent.reception, agent.placing: it is found out which script is meant, and that one goes on."""

import asyncio

import pytest

from agent.happenings import Offered, PhaseChanged
from agent.messages import Channel
from agent.reading import Hear, Page, ReadResult
from qualification.signals import Signal
from qualification.values import Choice, Language
from tests.agent.readings import reading, told
from tests.agent.reception import desk, reply, sales, works
from tests.fakes.reader import FakeReader

TEXTED: tuple[Channel, ...] = ("sms", "whatsapp")


@pytest.mark.parametrize(
    ("language", "channel", "first", "said", "asked"),
    [
        ("es", "chat", "Hola, queremos reformar la casa", "Soy Marta", "¿En qué localidad"),
        ("en", "chat", "Hi, we want to renovate our house", "I'm Marta", "Which town"),
        ("es", "sms", "Necesitamos un CRM, somos pocos", "Soy Lucía", "¿Qué presupuesto"),
        ("en", "whatsapp", "We need a CRM for our team", "I'm Lucía", "What yearly budget"),
        ("es", "voice", "necesitamos un software", "presupuesto", "¿Qué presupuesto"),
        ("en", "voice", "a renovation please", "I'm Marta", "Which town"),
    ],
)
async def test_the_first_words_choose_where_they_mean_one_line(
    language: Language, channel: Channel, first: str, said: str, asked: str
) -> None:
    there = desk()
    await there.arrive(language, channel)
    answered = await there.say(first)
    assert said in reply(answered)
    assert asked in reply(answered)
    assert answered.dialogue.chosen_by == "first_message"
    assert answered.choices == ()


@pytest.mark.parametrize(
    ("language", "question", "again", "choice"),
    [
        ("es", "¿Es sobre el CRM o una reforma?", "¿el CRM o una reforma?", "lo segundo"),
        ("en", "Is it about the CRM or a renovation?", "the CRM or a renovation?", "the second"),
    ],
)
async def test_who_means_none_is_asked_and_told_apart_by_the_answer(
    language: Language, question: str, again: str, choice: str
) -> None:
    there = desk()
    opened = await there.arrive(language)
    assert len(opened.choices) == 2
    first = await there.say("mmm")
    assert question in reply(first)
    assert first.choices == opened.choices
    assert again in reply(await there.say("bla bla"))
    chosen = await there.say(choice)
    assert (chosen.script.script, chosen.dialogue.chosen_by) == ("home-works", "asked")
    assert chosen.dialogue.asked == "town"


@pytest.mark.parametrize(
    ("language", "said", "goes_on"),
    [
        ("en", "I am not interested in the CRM, I want the course", "reception"),
        ("es", "No me interesa el CRM, quiero otra cosa", "reception"),
        ("en", "I'm not interested in the CRM but in a renovation", "home-works"),
        ("es", "No me interesa el CRM, quiero una reforma", "home-works"),
    ],
)
async def test_who_turns_one_line_down_is_not_taken_to_it_and_has_not_turned_us_down(
    language: Language, said: str, goes_on: str
) -> None:
    there = desk()
    await there.arrive(language)
    answered = await there.say(said)
    assert (answered.script.script, answered.dialogue.phase) == (goes_on, "open")


async def test_who_turns_the_only_line_down_and_says_no_more_is_let_go() -> None:
    there = desk()
    await there.arrive("en")
    answered = await there.say("I am not interested in the CRM")
    assert answered.dialogue.phase != "open"


@pytest.mark.parametrize("channel", TEXTED)
@pytest.mark.parametrize(
    ("language", "both", "question", "noted"),
    [
        ("es", "Busco un CRM y reformar la oficina", "¿Es sobre el CRM o una reforma?", "el CRM"),
        ("en", "A CRM and a renovation", "Is it about the CRM or a renovation?", "the CRM"),
    ],
)
async def test_who_means_several_is_asked_and_sales_hears_of_the_other(
    channel: Channel, language: Language, both: str, question: str, noted: str
) -> None:
    there = desk()
    await there.arrive(language, channel)
    assert question in reply(await there.say(both))
    chosen = await there.say({"es": "la reforma", "en": "the renovation"}[language])
    assert chosen.script.script == "home-works"
    assert noted in reply(chosen)
    assert chosen.dialogue.open_questions == (both,)


async def test_what_was_said_before_is_not_asked_again_and_questions_are_answered() -> None:
    there = desk()
    await there.arrive("en")
    first = await there.say("How much is it? It has 4 rooms, I'm Ana Ruiz, ana@acme.example")
    assert "We'll get to that in a moment." in reply(first)
    chosen = await there.say("a renovation")
    assert "A bathroom is €7,000." in reply(chosen)
    answers = chosen.dialogue.sheet.answers
    assert answers["rooms"].evidence is not None
    assert {"rooms", "email"} <= set(answers)
    assert chosen.dialogue.asked == "town"
    assert (await there.say("Madrid")).verdict.outcome == "qualified"


async def test_the_record_is_one_conversation_by_the_chosen_script() -> None:
    there = desk()
    await there.arrive("en")
    await there.say("hm")
    await there.say("the CRM")
    standing = await there.rehearsal.standing(there.conversation)
    assert standing.script.script == "crm"
    authors = [one.author for one in there.rehearsal.messages_after(there.conversation, 0)]
    assert authors == ["agent", "prospect", "agent", "prospect", "agent"]


@pytest.mark.parametrize(
    ("language", "words"), [("es", "una persona"), ("en", "have a person help you")]
)
async def test_whom_asking_does_not_place_a_person_answers(language: Language, words: str) -> None:
    there = desk()
    await there.arrive(language)
    for text in ("bla", "ble"):
        assert (await there.say(text)).dialogue.phase == "open"
    left = await there.say("bli")
    assert words in reply(left)
    assert left.dialogue.phase == "held"
    assert left.dialogue.chosen_by is None
    (handover,) = there.rehearsal.handovers(there.conversation)
    assert handover.why == "wants_human"
    assert (await there.say("blo")).dialogue.phase == "held"


async def test_or_the_default_goes_on_and_that_is_on_record() -> None:
    there = desk(default="home-works")
    await there.arrive("en", "sms")
    for text in ("bla", "ble"):
        assert (await there.say(text)).script.script == "reception"
    left = await there.say("bli")
    assert (left.script.script, left.dialogue.chosen_by) == ("home-works", "default")


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("BAJA", "stopped"),
        ("quiero hablar con una persona", "held"),
        ("no me interesa, gracias", "closed"),
        ("STOP, no quiero ningún CRM", "stopped"),
    ],
)
async def test_who_leaves_is_not_asked_what_it_is_about(text: str, phase: str) -> None:
    there = desk(default="crm")
    await there.arrive("es", "sms")
    left = await there.say(text)
    assert (left.script.script, left.dialogue.phase) == ("reception", phase)
    assert "¿Es sobre" not in reply(left)


async def test_who_comes_back_and_says_what_it_is_about_goes_on_with_that() -> None:
    there = desk()
    await there.arrive("es")
    await there.say("no me interesa, gracias")
    back = await there.say("espere, sí, una reforma")
    assert (back.script.script, back.dialogue.asked) == ("home-works", "town")


async def test_after_a_person_what_was_said_to_them_is_not_read_again() -> None:
    there = desk()
    await there.arrive("en")
    await there.say("I want to talk to a person")
    await there.conductor.say(there.conversation, "Eva", "What is it about?")
    await there.conductor.give_back(there.conversation)
    chosen = await there.say("a renovation")
    assert (chosen.script.script, chosen.dialogue.phase) == ("home-works", "open")


async def test_a_message_that_comes_meanwhile_is_read_with_the_first() -> None:
    reader = FakeReader()
    there = desk(reader=reader)
    await there.arrive("en")
    reader.hold()
    first = asyncio.ensure_future(there.say("We want a renovation"))
    await reader.begun(1)
    second = asyncio.ensure_future(there.say("it has 5 rooms"))
    await asyncio.sleep(0)
    reader.let_go()
    await first
    answered = await second
    assert answered.script.script == "home-works"
    assert "rooms" in answered.dialogue.sheet.answers


class Guessing(FakeReader):
    """A model that takes everything for a renovation."""

    async def read(self, page: Page, hear: Hear | None = None) -> ReadResult:
        guess = reading(told("product_line", Choice("home_works"), page.unread[-1].text))
        self.reading = guess if page.script.script == "reception" else None
        return await super().read(page, hear)


async def test_a_model_may_hear_what_the_words_do_not_show() -> None:
    reader = Guessing()
    there = desk(reader=reader)
    await there.arrive("en")
    answered = await there.say("Our bathroom is falling apart")
    assert (answered.script.script, answered.dialogue.chosen_by) == ("home-works", "first_message")
    assert [page.script.script for page in reader.pages] == ["reception", "home-works"]


async def test_a_model_may_not_choose_between_two_that_are_named() -> None:
    there = desk(reader=Guessing())
    await there.arrive("en")
    answered = await there.say("a CRM and a renovation")
    assert answered.script.script == "reception"
    assert "Is it about the CRM or a renovation?" in reply(answered)


async def test_what_a_model_says_at_the_reception_is_not_said_ahead_of_the_decision() -> None:
    reader = Guessing()
    there = desk(reader=reader)
    await there.arrive("en")
    with there.conductor.listen(there.conversation):
        await there.say("Our bathroom is falling apart")
    assert reader.listened == [False, True]


async def test_the_choices_are_told_to_who_listens_until_one_is_made() -> None:
    there = desk()
    await there.arrive("en")
    with there.conductor.listen(there.conversation) as listener:
        await there.say("hm")
        await there.say("the CRM")
        await there.conductor.take_over(there.conversation, "Eva")
        heard = []
        async for happening in listener:
            heard.append(happening)
            if isinstance(happening, PhaseChanged):
                break
    offered = [one for one in heard if isinstance(one, Offered)]
    assert offered == [Offered(("the CRM", "a renovation"))]


async def test_a_script_that_is_gone_is_not_chosen() -> None:
    there = desk(sales(), works(), default="gone")
    await there.arrive("en")
    for text in ("bla", "ble", "bli"):
        left = await there.say(text)
    assert left.dialogue.phase == "held"


async def test_of_one_script_alone_there_is_no_reception() -> None:
    there = desk(works())
    opened = await there.arrive("en")
    assert (opened.script.script, opened.choices) == ("home-works", ())


async def test_the_signals_of_the_choosing_message_count_for_the_script() -> None:
    there = desk()
    await there.arrive("en")
    answered = await there.say("I want a demo of the CRM")
    assert Signal.WANTS_DEMO in answered.dialogue.signals
    assert answered.verdict.outcome == "qualified"
