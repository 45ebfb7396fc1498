"""What a second reading changes: the record and what sales know, and never a word is said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.dialogue import MessageRead, MessagesReread, Phase, advance, verdict_on
from agent.moves import HandOver, Remind, SecondReading
from agent.reading import ReadAnswer, Reading
from agent.speech import Say
from qualification.answers import Answer, Evidence
from qualification.signals import Signal
from qualification.values import Choice, Contact, Money, Text, Timeframe, Value
from tests.agent.readings import NOON, day, declined, doubtful, euros, reading, readings, told
from tests.agent.scripts import crm, home, poll
from tests.agent.stories import Story

LATER = NOON + timedelta(hours=2)


def found(key: str, value: Value, message: str = "m1", *, corrects: bool = False) -> ReadAnswer:
    """An answer that the model found in a message."""
    return ReadAnswer(key, value, Evidence(message, "these words"), corrects)


def second(
    *answers: ReadAnswer,
    signals: Iterable[Signal] = (),
    messages: Iterable[str] = ("m1",),
    later: Iterable[str] = (),
    asked: str | None = None,
    noticed: Iterable[Signal] = (),
    person_since: bool = False,
    **parts: Any,
) -> SecondReading:
    """What a model found in messages that were first read at NOON."""
    return SecondReading(
        reading=Reading("model", answers=answers, signals=frozenset(signals), **parts),
        at=NOON,
        asked=asked,
        noticed=frozenset(noticed),
        messages=frozenset(messages),
        later=frozenset(later),
        person_since=person_since,
    )


def rereads(story: Story, *readings: SecondReading, remind_at: Any = None) -> None:
    """They are read again; nothing is ever said."""
    said = story.dialogue.asked, story.phase
    story.happens(MessagesReread(readings, remind_at, LATER))
    assert not [one for one in story.step.effects if isinstance(one, Say)]
    if story.phase == said[1]:
        assert story.dialogue.asked == said[0], "the pending question was moved"


def qualified() -> Story:
    """Sales has the lead, and all of it came from m1."""
    story = Story(crm())
    story.qualifies()
    story.gives_contact()
    assert story.phase == "closed"
    return story


class TestAnswers:
    def test_a_corrected_answer_is_of_the_day_it_was_said_and_shows_where_it_came_from(
        self,
    ) -> None:
        story = Story(crm())
        story.says(told("budget", euros(50)))
        rereads(story, second(found("budget", euros(50_000))))
        assert story.dialogue.sheet.answers["budget"] == Answer(
            "budget", euros(50_000), NOON, Evidence("m1", "these words"), "reread"
        )
        [before] = story.dialogue.sheet.replaced
        assert (before.value, before.source) == (euros(50), "prospect")

    def test_an_answer_that_was_overlooked_is_known_now_and_not_asked_for(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("perdemos clientes")))
        assert story.dialogue.asked == "budget"
        rereads(story, second(found("budget", euros(5000))))
        assert story.dialogue.asked == "budget", "it stays pending until they write again"
        story.says(told("authority", Choice("decides")))
        assert "budget" not in [key for key, _ in story.put]

    def test_what_the_prospect_said_later_wins(self) -> None:
        story = Story(crm())
        story.says(told("budget", euros(50)))
        story.says(ReadAnswer("budget", euros(3000), Evidence("m2", "3000"), corrects=True))
        rereads(story, second(found("budget", euros(50_000), corrects=True), later=["m2"]))
        assert story.dialogue.sheet.answers["budget"].value == euros(3000)
        assert not story.step.effects

    def test_a_later_refusal_wins_and_an_earlier_one_is_lifted(self) -> None:
        story = Story(crm())
        story.says(declines=(declined("budget"),))
        rereads(story, second(found("budget", euros(5000), "m0"), messages=["m0"], later=["m1"]))
        assert "budget" not in story.dialogue.sheet.answers
        rereads(story, second(found("budget", euros(5000))))
        assert story.dialogue.sheet.answers["budget"].value == euros(5000)
        assert "budget" not in story.dialogue.sheet.declined

    def test_what_was_given_up_as_unclear_is_taken_when_it_is_understood(self) -> None:
        story = Story(crm())
        for _ in range(4):
            story.says()
        assert story.dialogue.sheet.declined["need"].reason == "unclear"
        rereads(story, second(found("need", Text("perdemos clientes")), later=["m2", "m3"]))
        assert "need" in story.dialogue.sheet.answers

    def test_what_the_model_does_not_mention_stands(self) -> None:
        story = qualified()
        before = story.dialogue
        rereads(story, second())
        assert story.dialogue == before
        assert not story.step.effects

    @pytest.mark.parametrize(
        ("known", "new"),
        [
            (euros(5000), euros(5000)),
            (euros(5000), euros(5000, None)),
            (euros(5000), Money(Decimal(5000), Decimal(5000), approximate=True)),
            (day(2027, 3, 1), replace(day(2027, 3, 1), approximate=True)),
            (Text("perdemos clientes cada día"), Text("Perdemos clientes")),
            (Text("clientes"), Text("perdemos clientes")),
            (Choice("decides"), Choice("decides")),
        ],
        ids=repr,
    )
    def test_the_same_from_fewer_words_corrects_nothing(self, known: Value, new: Value) -> None:
        keys = {Money: "budget", Timeframe: "timeline", Text: "need", Choice: "authority"}
        key = keys[type(known)]
        story = Story(crm())
        story.says(told(key, known))
        before = story.dialogue
        rereads(story, second(found(key, new)))
        assert story.dialogue == before

    @pytest.mark.parametrize(
        ("known", "new"),
        [
            (euros(5000), euros(6000)),
            (euros(5000), euros(5000, "USD")),
            (euros(5000, None), euros(5000)),
            (Text(""), Text("perdemos clientes")),
            (Text("otra cosa"), Text("perdemos clientes")),
        ],
        ids=repr,
    )
    def test_another_value_or_a_fuller_one_corrects(self, known: Value, new: Value) -> None:
        key = "budget" if isinstance(known, Money) else "need"
        story = Story(crm())
        story.says(told(key, known))
        rereads(story, second(found(key, new)))
        assert story.dialogue.sheet.answers[key].value == new

    def test_an_earlier_answer_changes_only_by_words_that_correct_it_or_answer_it_again(
        self,
    ) -> None:
        story = Story(crm())
        story.says(told("budget", euros(5000)))
        again = found("budget", euros(9000), "m2")
        rereads(story, second(again, messages=["m2"]))
        assert story.dialogue.sheet.answers["budget"].value == euros(5000)
        rereads(story, second(again, messages=["m2"], asked="budget"))
        assert story.dialogue.sheet.answers["budget"].value == euros(9000)
        corrects = found("budget", euros(7000), "m3", corrects=True)
        rereads(story, second(corrects, messages=["m3"]))
        assert story.dialogue.sheet.answers["budget"].value == euros(7000)

    def test_what_was_known_beforehand_changes_only_by_words_that_correct_it(self) -> None:
        story = Story(crm())
        mail = Answer("email", Contact("email", "ana@acme.es"), NOON, None, "prefill")
        story.dialogue = replace(story.dialogue, sheet=story.dialogue.sheet.with_answer(mail))
        other = Contact("email", "eva@acme.es")
        rereads(story, second(found("email", other)))
        assert story.dialogue.sheet.answers["email"] == mail
        rereads(story, second(found("email", other, corrects=True)))
        assert story.dialogue.sheet.answers["email"].value == other

    def test_a_refusal_that_was_overlooked_is_noted_and_undoes_no_answer(self) -> None:
        story = Story(crm())
        story.says(told("budget", euros(5000)))
        rereads(story, second(declines=(declined("budget"), declined("timeline"))))
        assert story.dialogue.sheet.answers["budget"].value == euros(5000)
        assert set(story.dialogue.sheet.declined) == {"timeline"}

    def test_of_two_messages_the_later_correction_holds(self) -> None:
        story = Story(crm())
        story.says()
        rereads(
            story,
            second(found("budget", euros(5000)), later=["m2"]),
            second(found("budget", euros(3000), "m2", corrects=True), messages=["m2"]),
        )
        assert story.dialogue.sheet.answers["budget"].value == euros(3000)
        assert [one.value for one in story.dialogue.sheet.replaced] == [euros(5000)]


class TestSales:
    def test_learn_of_a_corrected_answer_as_an_update(self) -> None:
        story = qualified()
        rereads(story, second(found("budget", euros(9000))))
        assert story.handed == ["update"]
        assert verdict_on(story.script, story.dialogue).outcome == "qualified"

    def test_learn_that_the_verdict_fell_as_an_update_of_the_same_lead(self) -> None:
        story = qualified()
        rereads(story, second(found("budget", euros(50)), found("authority", Choice("influences"))))
        assert story.handed == ["update"]
        rereads(story, second(found("need", Text(""))))
        assert verdict_on(story.script, story.dialogue).outcome == "unqualified"
        assert story.handed == ["update"]

    @pytest.mark.parametrize("closed", [False, True])
    def test_get_a_lead_that_qualifies_only_now_once(self, closed: bool) -> None:
        story = Story(crm(contact={"when": "never"}) if closed else crm())
        story.says(told("need", Text("perdemos clientes")), told("budget", euros(50)))
        story.says(told("authority", Choice("influences")), told("timeline", day(2030, 1, 1)))
        assert (story.phase, story.handed) == ("closed", [])
        rereads(
            story,
            second(found("budget", euros(50_000)), found("authority", Choice("decides"))),
        )
        assert story.handed == ["qualified"]
        assert story.phase == "closed"
        rereads(story, second(found("budget", euros(60_000))))
        assert story.handed == ["update"]
        story.says(signals=[Signal.PLEASANTRY])
        assert story.handed == []

    def test_get_it_at_once_while_the_contact_is_still_asked_for(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("perdemos clientes")), told("budget", euros(5000)))
        rereads(story, second(found("timeline", day(2027, 1, 1))), remind_at=LATER)
        assert (story.phase, story.handed) == ("open", ["qualified"])
        assert story.remind == LATER
        story.gives_contact()
        assert (story.phase, story.handed) == ("closed", ["update"])

    def test_who_have_it_for_another_reason_get_the_verdict_as_an_update(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("perdemos clientes")), signals=[Signal.WANTS_HUMAN])
        story.given_back()
        rereads(
            story,
            second(found("budget", euros(5000), "m0"), found("authority", Choice("decides"), "m0")),
        )
        assert story.handed == ["update"]
        story.says(signals=[Signal.PLEASANTRY])
        assert "qualified" not in story.handed

    def test_are_told_what_was_asked_and_overlooked(self) -> None:
        story = qualified()
        rereads(story, second(question="¿Tienen app?", signals=[Signal.QUESTION]))
        assert story.handed == ["update"]
        assert story.dialogue.open_questions == ("¿Tienen app?",)
        noticed = second(question="¿Tienen app?", noticed=[Signal.QUESTION])
        rereads(story, noticed)
        assert story.handed == []

    def test_do_not_get_who_said_no(self) -> None:
        story = Story(crm())
        story.says(
            told("need", Text("perdemos clientes")),
            told("budget", euros(5000)),
            signals=[Signal.NOT_INTERESTED],
        )
        rereads(story, second(found("authority", Choice("decides"))))
        assert (story.phase, story.handed) == ("closed", [])


class TestSignals:
    @pytest.mark.parametrize("phase", ["open", "held", "closed"])
    def test_a_stop_that_was_overlooked_is_honoured(self, phase: Phase) -> None:
        story = qualified() if phase == "closed" else Story(crm())
        if phase == "held":
            story.taken_over()
        rereads(story, second(signals=[Signal.OPT_OUT], later=["m2"]), remind_at=LATER)
        assert (story.phase, story.dialogue.asked) == ("stopped", None)
        assert story.dialogue.answered_by is None
        assert story.handed == (["update"] if phase == "closed" else [])
        assert story.remind is None

    def test_who_has_opted_out_is_left_alone(self) -> None:
        story = qualified()
        story.says(signals=[Signal.OPT_OUT])
        before = story.dialogue
        rereads(story, second(found("budget", euros(9000))), remind_at=LATER)
        assert story.dialogue == before
        assert not story.step.effects

    @pytest.mark.parametrize("phase", ["open", "closed"])
    def test_who_asked_for_a_person_gets_one(self, phase: Phase) -> None:
        story = qualified() if phase == "closed" else Story(crm())
        rereads(story, second(signals=[Signal.WANTS_HUMAN], later=["m2"]), remind_at=LATER)
        assert (story.phase, story.handed, story.remind) == ("held", ["wants_human"], None)
        assert story.dialogue.handed_over == ("qualified" if phase == "closed" else "wants_human")

    def test_not_who_was_held_for_it_then_or_whom_a_person_has_answered_since(self) -> None:
        story = Story(crm())
        rereads(story, second(signals=[Signal.WANTS_HUMAN], noticed=[Signal.WANTS_HUMAN]))
        assert (story.phase, story.handed) == ("open", [])
        rereads(story, second(signals=[Signal.WANTS_HUMAN], person_since=True))
        assert (story.phase, story.handed) == ("open", [])

    def test_while_a_person_answers_the_record_is_corrected_and_sales_updated(self) -> None:
        story = qualified()
        story.taken_over()
        rereads(story, second(found("budget", euros(9000)), signals=[Signal.WANTS_HUMAN]))
        assert (story.phase, story.handed) == ("held", ["update"])
        assert story.dialogue.answered_by == "Ana"
        story = Story(crm())
        story.taken_over()
        rereads(story, second(found("budget", euros(9000))))
        assert (story.phase, story.handed) == ("held", [])

    def test_who_wanted_a_demo_qualifies_unless_they_said_no_since(self) -> None:
        story = Story(crm())
        rereads(story, second(signals=[Signal.WANTS_DEMO], later=["m2"]))
        assert story.handed == ["qualified"]
        story = Story(crm())
        story.says(signals=[Signal.NOT_INTERESTED])
        rereads(story, second(signals=[Signal.WANTS_DEMO], later=["m2"]))
        assert (story.handed, Signal.WANTS_DEMO in story.dialogue.signals) == ([], False)

    @pytest.mark.parametrize(
        ("signal", "handed"),
        [
            (Signal.SUPPORT, ["support"]),
            (Signal.WRONG_PERSON, []),
            (Signal.NOT_INTERESTED, []),
            (Signal.LATER, []),
        ],
    )
    def test_who_left_unnoticed_is_not_asked_any_more_unless_they_went_on(
        self, signal: Signal, handed: list[str]
    ) -> None:
        story = Story(crm())
        rereads(story, second(signals=[signal], later=["m2"]), remind_at=LATER)
        assert (story.phase, story.handed, story.remind) == ("open", [], LATER)
        assert signal not in story.dialogue.signals
        rereads(story, second(signals=[signal]), remind_at=LATER)
        assert (story.phase, story.handed, story.remind) == ("closed", handed, None)
        assert signal in story.dialogue.signals

    def test_a_customers_problem_with_a_lead_that_sales_have_is_an_update(self) -> None:
        story = Story(crm())
        story.says(signals=[Signal.WANTS_HUMAN])
        story.given_back()
        rereads(story, second(signals=[Signal.SUPPORT]))
        assert (story.phase, story.handed) == ("closed", ["update"])

    def test_who_qualified_and_said_later_goes_to_sales(self) -> None:
        story = Story(crm())
        story.says(told("need", Text("perdemos clientes")), told("budget", euros(5000)))
        rereads(story, second(found("authority", Choice("decides")), signals=[Signal.LATER]))
        assert (story.phase, story.handed) == ("closed", ["qualified"])


class TestReminders:
    def test_a_second_reading_does_not_put_them_off(self) -> None:
        story = Story(crm())
        rereads(story, second(found("budget", euros(5000))), remind_at=LATER)
        assert story.remind == LATER

    def test_none_comes_where_none_was_set(self) -> None:
        story = Story(crm())
        rereads(story, second(found("budget", euros(5000))))
        assert story.remind is None

    def test_who_has_answered_is_reminded_of_the_next_question(self) -> None:
        story = Story(crm())
        rereads(story, second(found("need", Text("perdemos clientes"))), remind_at=LATER)
        assert story.remind == LATER
        story.falls_silent(24)
        assert story.texts == ["nudge"]
        assert story.put == [("budget", 1)]
        assert story.dialogue.asked == "budget"


class TestDoubts:
    def test_what_a_second_reading_takes_back_is_open_again(self) -> None:
        story = Story(crm())
        story.says(found("budget", euros(5000)))
        rereads(story, second(doubts=(doubtful("budget", "withdrawn"),)))
        assert "budget" not in story.dialogue.sheet.answers

    def test_what_has_two_readings_is_asked_about_again(self) -> None:
        story = Story(crm())
        story.says(found("budget", euros(5000)))
        rereads(story, second(doubts=(doubtful("budget"),)))
        assert "budget" not in story.dialogue.sheet.answers

    def test_a_conversation_without_a_question_keeps_its_reminder(self) -> None:
        story = Story(crm(), arrives=False)
        rereads(story, second(), remind_at=LATER)
        assert story.remind == LATER


SCRIPTS = (crm(), home(), poll())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: str(one.script))
def test_whatever_a_model_reads_nothing_is_said_and_no_lead_is_handed_over_twice(
    script: Any,
) -> None:
    @settings(max_examples=150, deadline=None)
    @given(
        first=st.lists(readings(script), min_size=1, max_size=3),
        again=readings(script),
        later=st.sampled_from([(), ("m2",)]),
        held=st.booleans(),
    )
    def holds(first: list[Reading], again: Reading, later: tuple[str, ...], held: bool) -> None:
        story = Story(script)
        for one in first:
            story.happens(MessageRead(one, NOON))
        if held:
            story.taken_over()
        before = story.dialogue
        each = tuple({one.key: one for one in again.answers}.values())
        read = replace(again, reader="model", answers=each)
        found_again = replace(second(later=later), reading=read)
        event = MessagesReread((found_again,), LATER, LATER)
        step = advance(script, before, event)
        after = step.dialogue
        whys = [one.why for one in step.effects if isinstance(one, HandOver)]
        assert all(isinstance(one, HandOver | Remind) for one in step.effects)
        assert len(whys) <= 1
        if before.handed_over is not None:
            assert set(whys) <= {"update", "wants_human"}
        if whys:
            assert after.handed_over is not None
        if after.phase == before.phase:
            assert after.asked == before.asked
        assert (after.turns, after.tries, after.language) == (
            before.turns,
            before.tries,
            before.language,
        )
        assert advance(script, after, event).dialogue.sheet == after.sheet, "twice is once"

    holds()


def test_reading_the_plain_reading_again_changes_nothing() -> None:
    story = Story(crm())
    said = reading(told("need", Text("perdemos clientes")), told("budget", euros(5000)))
    story.hears(said)
    before = story.dialogue
    rereads(story, second(*said.answers))
    assert story.dialogue == before
