"""What is said about the message itself, before the next question."""

from functools import partial
from typing import Any

import pytest

from agent.moves import Dialogue
from agent.reading import ReadAnswer
from agent.speech import Act, AnswerFact, Explain, SayText
from agent.steps.learning import learn
from agent.steps.reactions import closing, reactions
from qualification.answers import Answer, AnswerSheet, Evidence
from qualification.handover import Why
from qualification.signals import Signal
from qualification.values import Contact, ContactKind
from qualification.wording import TextId
from tests.agent.readings import NOON, declined, doubtful, euros, reading, told
from tests.agent.scripts import crm

KNOWN = AnswerSheet({"budget": Answer("budget", euros(5000), NOON, Evidence("m0", "5000"))})


def said(
    *answers: ReadAnswer,
    asked: str | None = "need",
    sheet: AnswerSheet | None = None,
    handed_over: Why | None = None,
    **parts: Any,
) -> list[Act]:
    """What is said about a message."""
    read = reading(*answers, **parts)
    learned = learn(crm(), sheet or AnswerSheet(), frozenset(), read, NOON, asked)
    before = Dialogue(language="es", asked=asked, turns=3, handed_over=handed_over)
    return reactions(crm(), before, learned, read)


def test_a_message_that_says_nothing_gets_no_comment() -> None:
    assert said() == []


def test_an_answer_is_thanked_for_and_a_refusal_is_accepted() -> None:
    assert said(told("budget", euros(5000))) == [SayText("thanks")]
    assert said(declines=(declined("need"),)) == [SayText("no_problem")]


def test_what_may_be_a_stop_is_told_the_word_that_stops_us_unless_it_was_an_answer() -> None:
    assert said(signals=[Signal.MAY_OPT_OUT]) == [SayText("how_to_stop")]
    answered = said(told("budget", euros(5000)), signals=[Signal.MAY_OPT_OUT])
    assert answered == [SayText("thanks")]


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        (Signal.WANTS_DEMO, "demo_noted"),
        (Signal.PLEASANTRY, "my_pleasure"),
        (Signal.CORRECTS, "not_understood"),
    ],
)
def test_what_is_no_answer_gets_a_word_of_its_own(signal: Signal, text: TextId) -> None:
    assert said(signals=[signal]) == [SayText(text)]


def test_facts_are_answered_in_the_order_asked_and_unheard_of_ones_left_out() -> None:
    acts = said(facts=("trial", "unheard_of", "price"), signals=[Signal.QUESTION])
    assert acts == [AnswerFact("trial"), AnswerFact("price")]


def test_an_answer_to_a_question_needs_no_thanks() -> None:
    assert said(told("budget", euros(5000)), facts=("price",)) == [AnswerFact("price")]


def test_a_question_without_a_fact_is_owned_up_to() -> None:
    acts = said(facts=("price",), question="¿y en Malta?")
    assert acts == [AnswerFact("price"), SayText("no_fact_noted")]


def test_why_explains_the_question_that_is_pending() -> None:
    assert said(signals=[Signal.WHY], asked="budget") == [Explain("budget")]
    assert said(signals=[Signal.WHY], asked=None) == []


def test_who_asks_whether_this_is_a_bot_is_told_the_truth() -> None:
    assert said(signals=[Signal.IS_BOT_QUESTION]) == [SayText("tell_bot")]


def test_anger_is_met_first() -> None:
    acts = said(signals=[Signal.ABUSIVE, Signal.IS_BOT_QUESTION], facts=("price",))
    assert acts == [SayText("calm"), SayText("tell_bot"), AnswerFact("price")]


def test_a_changed_answer_is_read_back_once() -> None:
    acts = said(told("budget", euros(8000), "8000", corrects=True), sheet=KNOWN)
    assert acts == [SayText("updated", {"quote": "8000"})]


def test_an_address_that_was_put_right_is_said_back_and_not_a_second_time() -> None:
    ana, eva = (Contact("email", f"{one}@ejemplo.es") for one in ("ana", "eva"))
    known = AnswerSheet({"email": Answer("email", ana, NOON, Evidence("m0", "ana@ejemplo.es"))})
    acts = said(told("email", eva, "eva arroba ejemplo punto es", corrects=True), sheet=known)
    assert acts == [SayText("read_back", {"value": "eva@ejemplo.es"})]


def test_the_answer_to_a_question_put_again_is_not_read_back() -> None:
    acts = said(told("budget", euros(8000), "8000"), asked="budget", sheet=KNOWN)
    assert acts == [SayText("thanks")]


@pytest.mark.parametrize(
    ("kind", "value", "quote", "read_back"),
    [
        ("email", "ana@ejemplo.es", "ana arroba ejemplo punto es", True),
        ("email", "ana@ejemplo.es", "mi correo es Ana@Ejemplo.es", False),
        ("phone", "+34611223344", "seis once, veintidós, 33, 44", True),
        ("phone", "+34611223344", "el 611 22 33 44", False),
        ("phone", "+34611223344", "+34 611-22-33-44", False),
        ("name", "Ana López", "ana lópez", False),
    ],
)
def test_what_was_dictated_is_said_back(
    kind: ContactKind, value: str, quote: str, read_back: bool
) -> None:
    acts = said(told(kind, Contact(kind, value), quote))
    assert (acts == [SayText("read_back", {"value": value})]) is read_back


@pytest.mark.parametrize(
    ("signals", "text"),
    [
        ([Signal.SUPPORT], "close_support"),
        ([Signal.WRONG_PERSON], "close_wrong_person"),
        ([Signal.NOT_INTERESTED], "close_not_interested"),
        ([Signal.LATER], "close_later"),
        ([Signal.SUPPORT, Signal.LATER], "close_support"),
        ([Signal.WANTS_DEMO, Signal.LATER], None),
        ([Signal.QUESTION], None),
    ],
)
def test_how_a_message_ends_the_conversation(signals: list[Signal], text: str | None) -> None:
    assert closing(reading(signals=signals), qualified=False) == text


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        (Signal.SUPPORT, None),
        (Signal.WRONG_PERSON, None),
        (Signal.NOT_INTERESTED, "close_not_interested"),
        (Signal.LATER, "close_later"),
    ],
)
def test_a_qualified_lead_is_only_let_go_when_it_wants_to(signal: Signal, text: str | None) -> None:
    assert closing(reading(signals=[signal]), qualified=True) == text


def test_only_where_sales_has_the_lead_a_question_is_passed_on() -> None:
    asking = partial(said, question="¿tienen app?", signals=[Signal.QUESTION])
    assert asking() == [SayText("no_fact_noted")]
    assert asking(handed_over="wants_human") == [SayText("no_fact")]


def test_who_asks_for_a_language_that_we_lack_hears_which_ones_we_speak() -> None:
    told_so = [SayText("languages", {"languages": "español o en inglés"})]
    assert said(signals=[Signal.LANGUAGE_SWITCH]) == told_so
    assert said(signals=[Signal.LANGUAGE_SWITCH], language="en") == []


def test_what_is_asked_about_us_has_an_answer_of_its_own() -> None:
    assert said(signals=[Signal.SMALL_TALK]) == [SayText("small_talk")]
    both = [Signal.SMALL_TALK, Signal.IS_BOT_QUESTION]
    assert said(signals=both) == [SayText("tell_bot")]


def test_an_answer_taken_back_is_acknowledged() -> None:
    withdrawn = doubtful("budget", "withdrawn")
    assert said(sheet=KNOWN, doubts=(withdrawn,)) == [SayText("thanks")]
