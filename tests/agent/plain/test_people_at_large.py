"""How hurried, rude, rambling, mistyping and second-thinking people are read: each line was once
read wrong.
"""

from datetime import date
from decimal import Decimal

import pytest

from agent.plain.plain_reader import read_plainly
from agent.reading import Reading
from qualification.normalise import detect_language
from qualification.signals import Signal
from qualification.values import Choice, Contact, Money, Number, Timeframe, Value
from tests.agent.pages import make_page
from tests.builders import sample

CRM = sample("crm-suite")


def read(text: str, asked: str) -> Reading:
    language = detect_language(text) or "es"
    return read_plainly(make_page(text, asked=asked, language=language, script=CRM))


def answers(text: str, asked: str) -> dict[str, Value]:
    return {one.key: one.value for one in read(text, asked).answers}


@pytest.mark.parametrize(
    "text",
    [
        "ya no damos abasto, se nos olvidan las llamadas y perdimos una obra por no contestar",
        "se me pasan los mensajes y se nos escapan los clientes",
        "¿sirve para no olvidarnos de llamar a los clientes?",
        "los clientes no nos contestan los correos",
        "I sign off, and our issue is duplicate contacts everywhere",
    ],
)
def test_what_goes_wrong_with_messages_asks_for_no_silence(text: str) -> None:
    assert not {Signal.OPT_OUT, Signal.MAY_OPT_OUT} & read(text, "need").signals


@pytest.mark.parametrize(
    "text",
    [
        "i just told you",
        "ya se lo he dicho",
        "as i said before",
        "hi, just looking",
        "solo mirando",
    ],
)
def test_who_says_that_it_was_said_or_only_looks_round_tells_no_need(text: str) -> None:
    assert "need" not in answers(text, "need")


def test_who_says_it_again_tells_it() -> None:
    assert "need" in answers("as I said, the shared inbox is chaos", "need")
    assert "need" in answers("looking for a way to keep our leads", "need")


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("no sé unos tres mil tres mil quinientos euros al año", 3500),
        ("around 4 thosand a year", 4000),
        ("two thousand two thousand five hundred dollars", 2500),
    ],
)
def test_figures_in_one_breath_and_misspelt_are_read(text: str, most: int) -> None:
    budget = answers(text, "budget")["budget"]
    assert isinstance(budget, Money)
    assert budget.max == Decimal(most)


@pytest.mark.parametrize("asked", ["need", "company_size", "budget"])
def test_hours_are_neither_money_nor_heads_nor_a_date(asked: str) -> None:
    told = answers("we spend about 10 hours a week just chasing people", asked)
    assert not {"budget", "company_size", "timeline"} & told.keys()


def test_half_of_them_are_no_heads_and_the_letter_of_a_name_is_no_month() -> None:
    assert "company_size" not in answers("300 emails, half of them from people", "need")
    assert "timeline" not in answers("Toño no, que lleva eñe, es jagil@x.es", "email")


def test_not_a_euro_more_is_a_limit_and_no_lack() -> None:
    budget = answers("lo menos posible, 2.500 y ni un euro más", "budget")["budget"]
    assert isinstance(budget, Money)
    assert budget.max == 2500


def test_who_gives_an_address_and_wants_no_calls_is_written_to() -> None:
    reading = read("victor@sanz.es pero nada de llamadas", "email")
    assert Signal.OPT_OUT not in reading.signals
    assert "email" in {one.key for one in reading.answers}


def test_a_head_count_after_an_earlier_sentence_is_still_told_by_its_own_words() -> None:
    told = answers("We track leads in Excel. We waste 3 days. People here: 12", "need")
    size = told["company_size"]
    assert isinstance(size, Number)
    assert size.max == 12


def test_what_is_usual_in_a_season_is_no_date_unless_it_was_asked_for() -> None:
    told = answers("somos dieciocho, aunque en verano cogemos a tres más", "company_size")
    assert set(told) == {"company_size"}


def test_the_date_that_is_ideal_stands_after_those_that_are_told() -> None:
    when = answers("en enero tenemos inventario, así que lo ideal sería marzo", "timeline")[
        "timeline"
    ]
    assert isinstance(when, Timeframe)
    assert (when.start or date.min).month == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Frank, happy now?", "Frank"),
        ("Marta Gil, digo Marta Gil Soto", "Marta Gil Soto"),
        ("Tom Baker. sorry, Thomas Baker", "Thomas Baker"),
        ("soi rosa marin", "Rosa Marin"),
        ("me yamo antonio perez", "Antonio Perez"),
        ("it's darren um darren wells", "Darren"),
    ],
)
def test_a_name_is_heard_though_it_is_put_right_or_put_oddly(text: str, name: str) -> None:
    said = answers(text, "name")["name"]
    assert isinstance(said, Contact)
    assert said.value == name


def test_an_amount_after_a_name_that_is_taken_back_is_no_name() -> None:
    assert "name" not in answers("Tom, no, wait, 40k", "name")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who do you think? me, it's my company", "authority"),
        ("lo decido yo, ¿quién va a ser?", "authority"),
        ("¿podría ser en enero?", "timeline"),
        ("would 3k do?", "budget"),
        ("somos veinte, ¿contento?", "company_size"),
    ],
)
def test_a_question_that_wants_no_answer_is_none(text: str, asked: str) -> None:
    reading = read(text, asked)
    assert asked in {one.key for one in reading.answers}
    assert reading.question is None
    assert Signal.QUESTION not in reading.signals


def test_who_decides_is_read_beside_the_question_that_wants_no_answer() -> None:
    assert answers("who do you think? me, it's my company", "authority")["authority"] == Choice(
        "decides", (22, 37)
    )


@pytest.mark.parametrize("text", ["ya se lo daré", "luego te lo paso", "I'll send it later"])
def test_who_will_give_it_some_other_time_gives_it_not_now(text: str) -> None:
    assert [one.reason for one in read(text, "email").declines] == ["refused"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("arond 4 thosand a yr", None),
        ("we waisted it, stand by", "en"),
        ("perdemos clientes", "es"),
    ],
)
def test_a_misspelt_english_word_is_no_spanish(text: str, language: str | None) -> None:
    assert detect_language(text) == language
