"""agent.asides: they ask about another product line, or only name what it is called after."""

import pytest

from qualification.signals import Signal
from tests.agent.reception import desk, reply

ASKS = [
    ("es", "En realidad también quería preguntar por una reforma"),
    ("es", "¿Hacen también reformas?"),
    ("es", "Unos 5000 euros al año. Por cierto, me interesa reformar la oficina"),
    ("es", "¿Cuánto cuesta una reforma?"),
    ("es", "Queremos mejorar las ventas. Por cierto, ¿también hacen reformas?"),
    ("en", "In fact I also wanted to ask about renovations"),
    ("en", "Do you do renovations as well?"),
    ("en", "5000 euros a year, and by the way I'd like to renovate the office"),
    ("en", "How much is a renovation?"),
]
NAMES = [
    ("es", "Somos una empresa de reformas y perdemos clientes"),
    ("es", "Vendemos reformas a particulares"),
    ("es", "No queremos reformas"),
    ("es", "Tenemos 5000 euros al año"),
    ("en", "We are a renovation company"),
    ("en", "Our business is renovations and we lose leads"),
    ("en", "We also sell renovations"),
    ("en", "I don't want a renovation"),
]


@pytest.mark.parametrize(("language", "text"), ASKS)
async def test_who_asks_is_told_that_sales_hears_of_it(language: str, text: str) -> None:
    there = desk()
    await there.arrive("es" if language == "es" else "en", key="crm")
    answered = await there.say(text)
    assert {"es": "sobre una reforma", "en": "about a renovation"}[language] in reply(answered)
    assert len(answered.dialogue.open_questions) == 1
    assert {"es": "no lo tengo", "en": "don't have that"}[language] not in reply(answered)
    assert answered.script.script == "crm"
    assert "25 €" not in reply(answered)
    assert "€25" not in reply(answered)


@pytest.mark.parametrize(("language", "text"), NAMES)
async def test_who_only_names_it_asks_nothing(language: str, text: str) -> None:
    there = desk()
    await there.arrive("es" if language == "es" else "en", key="crm")
    answered = await there.say(text)
    assert answered.dialogue.open_questions == ()
    assert "reforma" not in reply(answered)
    assert "a renovation" not in reply(answered)


async def test_a_question_about_this_line_is_answered_beside_it() -> None:
    there = desk()
    await there.arrive("en", key="crm")
    answered = await there.say("How much is the CRM? And do you also do renovations?")
    assert "€25" in reply(answered)
    assert "about a renovation" in reply(answered)
    assert Signal.QUESTION in (answered.read.reading.signals if answered.read else ())


async def test_sales_hears_of_it_also_after_the_hand_over() -> None:
    there = desk()
    await there.arrive("en", key="crm")
    await there.say("I want a demo. I'm Ana Ruiz, ana@acme.example")
    await there.say("By the way, I'd also like to ask about a renovation")
    assert there.rehearsal.handovers(there.conversation)[-1].why == "update"
    assert "renovation" in there.rehearsal.handovers(there.conversation)[-1].open_questions[0]
