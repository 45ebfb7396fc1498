"""What simulated prospects said is held against the record, kind by kind."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from agent.dialogue import Dialogue
from agent.simulation.personas.prospect import Move
from agent.simulation.personas.sayings import Saying
from agent.simulation.personas.table import Act
from agent.simulation.readings import Graded, Told, graded_acts, graded_answers
from agent.speech import Explain, SayText, word
from qualification.answers import Answer, AnswerSheet, Declined, Evidence
from qualification.values import Choice, Contact, Money, Number, Text, Timeframe, Value
from tests.agent.readings import NOON
from tests.agent.scripts import crm


def sheet(**values: Value) -> AnswerSheet:
    return AnswerSheet(
        {key: Answer(key, value, NOON, Evidence("m", "that one")) for key, value in values.items()}
    )


def told(saying: Saying, instead_of: Told | None = None) -> Mapping[str, Told]:
    move = Move((saying.text,), "en", (saying,))
    return {saying.key: Told(saying, move, saying.key, instead_of)}


def grades(saying: Saying, **values: Value) -> list[str]:
    return [one.grade for one in graded_answers(crm(), told(saying), sheet(**values), [])]


MARCH = Timeframe("range", date(2027, 3, 1), date(2027, 4, 1))
FIVE = Money(Decimal(5000), Decimal(5000))
PAIRS: tuple[tuple[str, Value, int, Value, str], ...] = (
    ("budget", FIVE, 0, Money(Decimal(5000), Decimal(5000), "EUR", "year", True), "right"),
    ("budget", Money(Decimal(5), Decimal(5), "USD"), 0, Money(Decimal(5), Decimal(5)), "wrong"),
    ("budget", FIVE, 0, Money(None, Decimal(5000)), "wrong"),
    ("company_size", Number(Decimal(5), None), 0, Number(Decimal(5), None), "right"),
    ("company_size", Number(Decimal(5), None), 0, Number(Decimal(5), Decimal(5)), "wrong"),
    ("timeline", MARCH, 0, MARCH, "right"),
    ("timeline", MARCH, 0, Timeframe("range", date(2027, 3, 1), date(2027, 3, 11)), "wrong"),
    ("timeline", MARCH, 7, Timeframe("date", date(2027, 3, 5), date(2027, 3, 6)), "right"),
    ("timeline", MARCH, 7, Timeframe("date", date(2027, 3, 25), date(2027, 3, 26)), "wrong"),
    ("timeline", Timeframe("asap"), 0, Timeframe("asap"), "right"),
    ("timeline", Timeframe("asap"), 0, MARCH, "wrong"),
    ("authority", Choice("decides"), 0, Choice("influences"), "wrong"),
    ("need", Text("nobody knows who called"), 0, Text("Nobody knows."), "right"),
    ("need", Text("nobody knows"), 0, Text("something else"), "wrong"),
    ("name", Contact("name", "Íñigo Solís"), 0, Contact("name", "Iñigo Solis"), "right"),
    ("name", Contact("name", "Íñigo Solís"), 0, Contact("name", "Íñigo"), "wrong"),
)


@pytest.mark.parametrize(("key", "meant", "slack", "got", "grade"), PAIRS)
def test_an_answer_is_right_if_it_means_what_was_said(
    key: str, meant: Value, slack: int, got: Value, grade: str
) -> None:
    assert grades(Saying(key, "that one", meant, slack), **{key: got}) == [grade]


def test_an_answer_that_is_not_on_record_was_missed() -> None:
    assert grades(Saying("need", "order", Text("order"))) == ["missed"]


def test_what_nobody_said_is_wrong_and_shown_with_the_message_it_was_taken_from() -> None:
    moves = [Move(("well, that one",), "en"), Move(("and another",), "en")]
    found = list(graded_answers(crm(), {}, sheet(authority=Choice("decides")), moves))
    assert [(one.grade, one.kind, one.wrote, one.meant) for one in found] == [
        ("wrong", "choice", "well, that one", "nothing")
    ]


def test_contact_data_that_the_script_does_not_want_do_not_count() -> None:
    title = Contact("job_title", "owner")
    assert not list(graded_answers(crm(), {}, sheet(job_title=title), [Move(("owner",), "en")]))


def test_of_two_answers_that_contradict_each_other_either_may_stand() -> None:
    first = told(Saying("authority", "I decide", Choice("decides")))["authority"]
    second = told(Saying("authority", "my boss decides", Choice("influences")), first)
    for option in ("decides", "influences"):
        found = graded_answers(crm(), second, sheet(authority=Choice(option)), [])
        assert [one.grade for one in found] == ["right"]


ASKED = Dialogue("en", asked="budget", turns=3)
NONE_KNOWN = Dialogue("en", asked="authority", turns=4)


def acted(
    act: Act, after: Dialogue = NONE_KNOWN, reply: str = "Noted.", *, qualified: bool = False
) -> list[Graded]:
    move = Move(("words",), "en", act=act)
    return list(graded_acts(crm(), move, ASKED, after, reply, qualified=qualified))


@pytest.mark.parametrize(
    ("act", "phase"),
    [("human", "held"), ("opt_out", "stopped"), ("support", "closed"), ("later", "closed")],
)
def test_what_ends_a_conversation_is_right_if_it_did(act: Act, phase: str) -> None:
    ended = Dialogue("en", phase=phase, turns=4)  # type: ignore[arg-type]
    assert [one.grade for one in acted(act, ended)] == ["right"]
    assert [one.grade for one in acted(act)] == ["missed"]


def test_a_refusal_is_right_if_it_is_on_record() -> None:
    refused = AnswerSheet(declined={"budget": Declined("budget", "refused")})
    assert [one.grade for one in acted("refuse", Dialogue("en", sheet=refused))] == ["right"]
    assert [one.grade for one in acted("refuse")] == ["missed"]
    assert [one.grade for one in acted("dont_know", ASKED)] == ["right"]


def test_why_is_right_if_it_was_explained_and_a_bot_if_it_was_owned_up_to() -> None:
    explained = word(crm(), "en", Explain("budget"), 4)
    assert [one.grade for one in acted("why", reply=f"{explained} And?")] == ["right"]
    owned = word(crm(), "en", SayText("tell_bot"), 4)
    assert [one.grade for one in acted("bot", reply=owned)] == ["right"]
    calmed = word(crm(), "en", SayText("calm"), 4)
    assert [one.grade for one in acted("abuse", reply=calmed)] == ["right"]
    for act in ("why", "bot", "abuse"):
        assert [one.grade for one in acted(act)] == ["missed"]


def test_a_demo_qualifies_only_where_the_script_says_so() -> None:
    assert [one.grade for one in acted("demo", qualified=True)] == ["right"]
    assert [one.grade for one in acted("demo")] == ["missed"]
    by_hand = crm(qualify={"all_of": ["need"]})
    move = Move(("a demo",), "en", act="demo")
    assert not list(graded_acts(by_hand, move, ASKED, NONE_KNOWN, "", qualified=False))


def test_an_unknown_question_is_right_if_it_was_kept_and_a_repeat_if_nothing_moved() -> None:
    kept = Dialogue("en", asked="budget", open_questions=("a dog?",))
    assert [one.grade for one in acted("ask_unknown", kept)] == ["right"]
    assert [one.grade for one in acted("ask_unknown")] == ["missed"]
    assert [one.grade for one in acted("repeat", ASKED)] == ["right"]
    assert [one.grade for one in acted("repeat")] == ["missed"]


def test_a_fact_is_right_if_the_reply_gives_it() -> None:
    move = Move(("price?",), "en", asks="price")
    said = "The Team plan is €25 per user per month. And?"
    for reply, grade in ((said, "right"), ("I don't have that at hand.", "missed")):
        found = list(graded_acts(crm(), move, ASKED, ASKED, reply, qualified=False))
        assert [(one.kind, one.grade) for one in found] == [("fact", grade)]


def test_asides_and_what_follows_a_goodbye_are_not_graded() -> None:
    assert not acted("aside")
    closed = Dialogue("en", phase="closed")
    move = Move(("thanks, why?",), "en", act="why")
    assert not list(graded_acts(crm(), move, closed, closed, "", qualified=False))
