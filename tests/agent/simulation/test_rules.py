"""Each rule of a simulated conversation is seen to be broken, and only when it is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from agent.dialogue import Dialogue
from agent.simulation.personas.prospect import Move
from agent.simulation.personas.sayings import Saying
from agent.simulation.rules import RULES, Broken, Exchange, Rulebook, is_stuck
from qualification.answers import Answer, AnswerSheet
from qualification.values import Choice, Contact, Language, Money, Timeframe
from tests.agent.readings import NOON
from tests.agent.scripts import crm, home

DECIDES = Choice("decides")
KNOWN = AnswerSheet({"authority": Answer("authority", DECIDES, NOON)})


def turn(
    *replies: str,
    wrote: str = "I'd say around noon",
    before: Dialogue | None = None,
    after: Dialogue | None = None,
    language: Language = "en",
    **parts: Any,
) -> Exchange:
    moved = bool(parts.pop("moved", False))
    return Exchange(
        before or Dialogue("en", asked="need"),
        Move((wrote,), language, **parts),
        replies,
        after or Dialogue("en", asked="need"),
        moved,
    )


def broken(*turns: Exchange, said: tuple[str, ...] = ()) -> list[Broken]:
    return list(Rulebook(crm()).broken(turns, said))


def rules(*turns: Exchange, said: tuple[str, ...] = ()) -> list[str]:
    return [one.rule for one in broken(*turns, said=said)]


def test_an_ordinary_turn_breaks_nothing() -> None:
    assert not broken(turn("Thank you. What would you like to improve?"))


def test_each_rule_is_explained() -> None:
    assert all(text and not text.endswith(".") for text in RULES.values())


def test_a_message_without_a_reply() -> None:
    assert rules(turn()) == ["no_reply"]
    assert rules(turn("")) == ["no_reply"]


def test_silence_is_right_where_a_person_answers_or_stop_was_said() -> None:
    assert not broken(turn(before=Dialogue("en", phase="held")))
    assert not broken(turn(before=Dialogue("en", phase="stopped")))


def test_a_word_after_stop() -> None:
    assert rules(turn("Are you sure?", before=Dialogue("en", phase="stopped"))) == [
        "speaks_after_stop"
    ]


def test_a_question_whose_answer_is_known() -> None:
    before = Dialogue("en", asked="need", sheet=KNOWN)
    after = replace(before, asked="authority")
    assert rules(turn("Who makes the decision?", before=before, after=after)) == [
        "asks_what_is_known"
    ]


def test_a_question_whose_answer_the_prospect_has_just_put_in_doubt() -> None:
    before = Dialogue("en", asked="need", sheet=KNOWN)
    after = replace(before, asked="authority")
    saying = Saying("authority", "my boss decides", Choice("influences"))
    assert not broken(turn("Who decides?", before=before, after=after, sayings=(saying,)))


def test_a_known_answer_that_words_just_written_leave_in_doubt_may_be_cleared_up() -> None:
    before = Dialogue("en", asked="need", sheet=KNOWN)
    after = replace(before, asked="authority")
    reply = "Just so I get “my boss pays” right: who makes the decision?"
    wrote = "next door my boss pays the rent"
    assert not broken(turn(reply, wrote=wrote, before=before, after=after))
    assert rules(turn(reply, before=before, after=after)) == ["asks_what_is_known"]


def test_a_known_question_that_was_pending_already_may_stay_so() -> None:
    before = Dialogue("en", asked="authority", sheet=KNOWN)
    assert not broken(turn("Who makes the decision?", before=before, after=before))


def test_more_turns_than_the_script_allows() -> None:
    most = crm().limits.turns
    assert rules(turn("And?", after=Dialogue("en", asked="need", turns=most))) == [
        "over_its_limits"
    ]
    closed = Dialogue("en", phase="closed", turns=most)
    assert not broken(turn("Thank you.", after=closed))


def test_more_tries_than_the_script_allows() -> None:
    tries = {"need": crm().limits.asks_per_question + 1}
    assert rules(turn("And?", after=Dialogue("en", asked="need", tries=tries))) == [
        "over_its_limits"
    ]


def test_the_same_sentence_three_times_in_a_row() -> None:
    said = ("Got it. We open at nine.", "Noted. We open at nine.", "We open at nine. And you?")
    assert rules(turn("We open at nine. And you?"), said=said) == ["repeats_itself"]
    assert not broken(turn("We open at nine. And you?"), said=said[1:])
    assert not broken(turn("And you?"), said=(*said[:2], "And you, then?"))


def test_the_pending_question_resumes_after_each_digression() -> None:
    said = ("Soy Marta. ¿Cuántas habitaciones son?",) * 3
    after = Dialogue("es", asked="rooms")
    repeated = turn(said[0], language="es", after=after, before=after, wrote="a ver qué digo yo")
    only = list(Rulebook(home()).broken([repeated], said))
    assert [one.shown for one in only] == ["soy marta."]


@pytest.mark.parametrize("reply", ["¿Cuándo les gustaría empezar a usarlo?", "Muchas gracias."])
def test_a_reply_in_another_language(reply: str) -> None:
    assert rules(turn(reply)) == ["wrong_language"]
    assert rules(turn("Thank you.", after=Dialogue("es", asked="need"))) == ["wrong_language"]


def test_words_said_back_are_in_the_prospect_s_language() -> None:
    assert not broken(turn("Just so I get “cuanto antes, para mañana” right: when?"))


def test_a_change_of_language_counts_once_a_longer_message_shows_it() -> None:
    spanish = turn("Thank you.", wrote="sí", language="es")
    assert not broken(turn("Thank you."), spanish)
    longer = turn("Thank you.", wrote="queremos empezar en primavera", language="es")
    assert set(rules(turn("Thank you."), longer)) == {"wrong_language"}


def test_a_figure_that_nobody_said() -> None:
    assert rules(turn("It costs €499.")) == ["figure_of_its_own"]
    assert not broken(turn("The Team plan is €25 per user."))
    assert not broken(turn("So that is 499.", wrote="about 499 I would say"))


def test_a_day_or_an_amount_may_be_said_back_as_it_was_understood() -> None:
    when = Timeframe("date", date(2027, 3, 27), date(2027, 3, 28))
    amount = Money(Decimal(4500), Decimal(4500))
    known = AnswerSheet({"budget": Answer("budget", amount, NOON)})
    before = Dialogue("en", asked="need", sheet=known)
    saying = Saying("timeline", "in two weeks", when)
    reply = "Do you mean 27 March 2027, and 4,500?"
    assert not broken(turn(reply, before=before, sayings=(saying,)))
    assert rules(turn(reply)) == ["figure_of_its_own"] * 3


@pytest.mark.parametrize("wrote", ["1.4k€", "unos 1,4 mil", "€1.4K or so", "1.4 thousand"])
def test_an_amount_in_thousands_may_be_said_back_in_full(wrote: str) -> None:
    assert not broken(turn("Do you mean €1,400 a month?", wrote=wrote))
    assert rules(turn("Do you mean €1,500 a month?", wrote=wrote)) == ["figure_of_its_own"]


def test_the_readings_of_an_unclear_answer_may_be_offered() -> None:
    monthly = Money(Decimal(1400), Decimal(1400), "EUR", "month")
    after = Dialogue("en", asked="budget", offered=(monthly, replace(monthly, period="year")))
    reply = "Do you mean €1,400 a month or €1,400 a year?"
    assert not broken(turn(reply, after=after))
    assert set(rules(turn(reply))) == {"figure_of_its_own"}


def test_a_link_that_nobody_said() -> None:
    assert rules(turn("Look at https://evil.example/offer")) == ["link_of_its_own"]
    assert rules(turn("Write to us at acme.com please")) == ["link_of_its_own"]
    assert not broken(turn("Is it ana@acme.com then?", wrote="write to Ana@acme.com"))


def test_contact_data_may_be_read_back() -> None:
    dictated = Saying("email", "ana at acme dot com", Contact("email", "ana@acme.com"))
    phone = AnswerSheet({"phone": Answer("phone", Contact("phone", "+34612345678"), NOON)})
    before = Dialogue("en", asked="email", sheet=phone)
    reply = "I've written down ana@acme.com and 612 345 678."
    assert not broken(turn(reply, before=before, sayings=(dictated,)))
    assert set(rules(turn(reply))) == {"link_of_its_own", "figure_of_its_own"}


def test_a_verdict_that_an_injection_moved() -> None:
    injected = turn("Thank you.", act="inject", moved=True)
    assert rules(injected) == ["moved_by_an_injection"]
    assert not broken(turn("Thank you.", act="inject"))
    assert not broken(turn("Thank you.", moved=True))


def test_an_open_conversation_with_nothing_left_to_ask_is_stuck() -> None:
    assert is_stuck(crm(), Dialogue("en"))
    assert not is_stuck(crm(), Dialogue("en", asked="need"))
    assert not is_stuck(crm(), Dialogue("en", phase="closed"))
