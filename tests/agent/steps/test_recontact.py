"""agent.steps.recontact: S20 and S21, who is written to after long, when, and what cancels it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from agent.dialogue import (
    Dialogue,
    LeadArrived,
    LeadFellSilent,
    LeadSpoke,
    LeaveToPerson,
    LeftAlone,
    MessagesReread,
    Recontact,
    Remind,
    advance,
)
from agent.moves import SecondReading
from agent.speech import AskQuestion, Say, SayText
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Choice, Text, Timeframe
from tests.agent.readings import NOON, day, declined, euros, reading, told
from tests.agent.scripts import PATIENT, crm
from tests.agent.stories import Story

NINETY = timedelta(days=90)
LATE = day(2028, 6, 1)
MARCH = Timeframe("range", date(2027, 3, 1), date(2027, 4, 1))
MORNING_OF_MARCH = datetime(2027, 3, 1, 9, tzinfo=UTC)
"""Ten o'clock in Madrid."""
NEED = told("need", Text("perdemos clientes"), "perdemos clientes.")


def patient(**parts: Any) -> Script:
    """The CRM script that asks again."""
    return Script.model_validate({**PATIENT, **parts})


def without_nudges(**requalify: Any) -> Script:
    """Asks again, and says nothing before."""
    plan = {**PATIENT["requalify"], **requalify}
    return patient(nudge=None, requalify=plan)


@pytest.fixture
def unready() -> Story:
    """A lead whom only the time speaks against."""
    story = Story(patient())
    story.says(NEED, told("budget", euros(500)), told("authority", Choice("decides")))
    story.says(told("timeline", LATE))
    assert (story.phase, story.texts) == ("closed", ["close_unqualified"])
    return story


class TestPlan:
    """When, and for whom."""

    def test_who_is_not_yet_qualified_is_asked_again_after_the_time_of_the_script(
        self, unready: Story
    ) -> None:
        assert unready.plan == Remind(NOON + NINETY, "requalify")

    def test_a_script_that_says_nothing_of_it_asks_nobody_again(self) -> None:
        story = Story(crm())
        story.says(NEED, told("budget", euros(500)), told("authority", Choice("decides")))
        story.says(told("timeline", LATE))
        assert (story.phase, story.plan) == ("closed", None)

    def test_who_was_never_interested_is_left_alone_unless_the_script_asks_everybody(self) -> None:
        for only_if, planned in (("interested", False), ("always", True)):
            story = Story(without_nudges(only_if=only_if))
            story.says(declines=(declined("need", "does_not_know"),))
            assert (story.plan is not None) is planned

    @pytest.mark.parametrize(
        "shows",
        [reading(NEED), reading(question="¿tienen tienda?"), reading(signals=[Signal.LATER])],
    )
    def test_interest_is_an_answer_for_it_a_question_or_the_word_later(self, shows: Any) -> None:
        story = Story(without_nudges())
        story.hears(shows)
        assert story.plan == Remind(NOON + NINETY, "requalify")

    def test_the_nudges_come_first(self) -> None:
        story = Story(patient())
        story.says(NEED)
        assert story.plan is not None
        assert story.plan.why == "nudge"
        story.falls_silent(4)
        story.falls_silent(20)
        assert story.plan == Remind(story.now + NINETY, "requalify")

    def test_nothing_is_planned_for_one_who_has_not_written(self) -> None:
        dialogue = Dialogue("es")
        assert advance(without_nudges(only_if="always"), dialogue, LeadSpoke(NOON)).effects
        arrived = advance(without_nudges(only_if="always"), dialogue, LeadArrived(NOON))
        assert all(isinstance(one, Say) for one in arrived.effects)

    @pytest.mark.parametrize(
        "signal", [Signal.NOT_INTERESTED, Signal.WRONG_PERSON, Signal.SUPPORT, Signal.OPT_OUT]
    )
    def test_who_wants_nothing_of_us_is_left_alone(self, signal: Signal) -> None:
        story = Story(without_nudges(only_if="always"))
        story.says(NEED, signals=[signal])
        assert story.plan is None

    def test_the_qualified_and_those_with_a_person_are_left_to_sales(self) -> None:
        story = Story(without_nudges())
        story.qualifies()
        story.gives_contact()
        assert (story.handed, story.plan) == (["qualified"], None)
        story = Story(without_nudges())
        story.says(NEED, signals=[Signal.WANTS_HUMAN])
        assert (story.phase, story.plan) == ("held", None)

    def test_who_insults_us_is_left_alone(self) -> None:
        story = Story(without_nudges())
        for _ in range(3):
            story.says(NEED, signals=[Signal.ABUSIVE])
        assert (story.phase, story.plan) == ("closed", None)

    def test_it_waits_until_there_is_something_to_ask(self) -> None:
        story = Story(without_nudges())
        story.says(told("need", Text("nada"), "nada"), told("authority", Choice("decides")))
        story.says(told("need", Text(""), "no necesitamos nada", corrects=True))
        assert story.phase == "closed"
        assert story.plan == Remind(NOON + timedelta(days=180), "requalify")

    def test_who_can_never_be_qualified_is_not_asked_again(self) -> None:
        script = without_nudges(only_if="always")
        hopeless = script.model_copy(
            update={"qualify": script.qualify.model_copy(update={"disqualify": (Signal.LATER,)})}
        )
        story = Story(hopeless)
        story.says(NEED, signals=[Signal.LATER])
        assert story.plan is None

    def test_in_a_call_that_is_over_nobody_is_nudged_but_the_plan_is_made(self) -> None:
        script = patient()
        story = Story(script)
        story.dialogue = Dialogue("es", spoken=True)
        story.says(NEED)
        assert story.plan == Remind(NOON + NINETY, "requalify")

    def test_in_a_call_without_a_plan_there_is_no_reminder_at_all(self) -> None:
        story = Story(crm())
        story.dialogue = Dialogue("es", spoken=True)
        story.says(NEED)
        assert story.plan is None


class TestPromise:
    """ "Write to me in March"."""

    @pytest.fixture
    def busy(self) -> Story:
        story = Story(crm())
        story.says(NEED)
        story.says(signals=[Signal.LATER], later=MARCH)
        return story

    def test_the_day_that_they_named_is_kept_on_its_morning(self, busy: Story) -> None:
        assert busy.plan == Remind(MORNING_OF_MARCH, "take_up_again")
        assert busy.texts == ["close_later_promised"]

    def test_without_quiet_hours_the_morning_is_that_of_utc(self) -> None:
        story = Story(without_nudges())
        story.says(NEED, signals=[Signal.LATER], later=MARCH)
        assert story.plan == Remind(datetime(2027, 3, 1, 10, tzinfo=UTC), "take_up_again")

    @pytest.mark.parametrize(
        ("later", "planned"),
        [
            (
                Timeframe("range", NOON.date(), date(2026, 11, 29)),
                datetime(2026, 11, 26, 5, 30, tzinfo=UTC),
            ),
            (
                Timeframe("range", None, date(2026, 12, 24)),
                datetime(2026, 12, 8, 17, 30, tzinfo=UTC),
            ),
            (Timeframe("open", date(2027, 3, 1), None), datetime(2027, 3, 1, 9, tzinfo=UTC)),
        ],
    )
    def test_of_a_time_that_has_begun_the_middle_of_what_is_left(
        self, later: Timeframe, planned: datetime
    ) -> None:
        story = Story(crm())
        story.says(NEED, signals=[Signal.LATER], later=later)
        assert story.plan == Remind(planned, "take_up_again")

    @pytest.mark.parametrize(
        "later",
        [
            None,
            Timeframe("none"),
            day(2031, 1, 1),
            Timeframe("range", None, date(2031, 1, 1)),
            day(2026, 11, 1),
        ],
    )
    def test_no_date_one_too_far_away_or_one_that_is_over_is_no_promise(self, later: Any) -> None:
        story = Story(crm())
        story.says(NEED, signals=[Signal.LATER], later=later)
        assert (story.plan, story.texts) == (None, ["close_later"])
        story = Story(patient())
        story.says(NEED, signals=[Signal.LATER], later=later)
        assert story.plan == Remind(NOON + NINETY, "requalify")

    def test_a_thank_you_does_not_undo_it_and_an_answer_does(self, busy: Story) -> None:
        busy.says(signals=[Signal.PLEASANTRY])
        assert busy.plan == Remind(MORNING_OF_MARCH, "take_up_again")
        busy.says(told("budget", euros(5000)))
        assert busy.plan is not None
        assert (busy.phase, busy.plan.why) == ("open", "nudge")

    def test_it_is_kept_once(self, busy: Story) -> None:
        busy.comes_due()
        assert (busy.phase, busy.dialogue.later, busy.plan) == ("open", None, None)
        assert Signal.LATER not in busy.dialogue.signals

    def test_who_has_nothing_left_to_be_asked_is_left_to_a_person(self) -> None:
        story = Story(crm())
        story.says(told("need", Text(""), "no necesitamos nada"))
        story.says(signals=[Signal.LATER], later=MARCH)
        story.comes_due()
        assert story.step.effects == (LeaveToPerson("take_up_again"),)


class TestTakingUp:
    """What is said then."""

    def test_it_says_who_writes_what_they_wanted_how_to_stop_us_and_asks(
        self, unready: Story
    ) -> None:
        unready.comes_due()
        assert unready.acts == (
            SayText("requalify"),
            SayText("you_said", {"quote": "perdemos clientes"}),
            SayText("how_to_stop"),
            AskQuestion("budget"),
        )
        assert Recontact("requalify") in unready.step.effects
        assert "Lucía" in unready.said
        assert "«perdemos clientes»" in unready.said

    def test_the_time_and_the_money_that_spoke_against_them_are_asked_for_again(
        self, unready: Story
    ) -> None:
        unready.comes_due()
        assert set(unready.dialogue.sheet.answers) == {"need", "authority"}
        assert (unready.phase, unready.dialogue.asked) == ("open", "budget")

    def test_a_good_answer_qualifies_them(self, unready: Story) -> None:
        unready.comes_due()
        unready.says(told("budget", euros(5000)))
        assert unready.dialogue.asked == "name"
        unready.gives_contact()
        assert unready.handed == ["qualified"]

    def test_no_answer_is_followed_by_no_nudge_but_by_the_next_time(self, unready: Story) -> None:
        unready.comes_due()
        assert unready.plan == Remind(NOON + 2 * NINETY, "requalify")
        unready.comes_due()
        assert (unready.dialogue.requalified, unready.remind) == (2, None)

    def test_a_wish_too_long_or_without_their_words_is_not_repeated(self) -> None:
        script = without_nudges()
        for answer in (told("need", Text("x"), "muy " * 40), told("need", Text("x"), " .")):
            story = Story(script)
            story.says(answer)
            story.comes_due()
            assert story.texts == ["requalify", "how_to_stop"]

    def test_the_limit_of_turns_counts_anew(self) -> None:
        story = Story(without_nudges())
        story.says(NEED)
        for _ in range(29):
            story.says(signals=[Signal.WHY])
        assert story.phase == "closed"
        story.comes_due()
        story.says(told("budget", euros(5000)))
        assert (story.phase, story.dialogue.asked) == ("open", "authority")

    def test_whom_we_cannot_write_to_is_left_to_a_person_and_keeps_the_answers(
        self, unready: Story
    ) -> None:
        before = unready.dialogue.sheet
        unready.comes_due(opens=None)
        again = Remind(NOON + 2 * NINETY, "requalify")
        assert unready.step.effects == (LeaveToPerson("requalify"), again)
        assert (unready.phase, unready.dialogue.sheet) == ("closed", before)

    def test_it_waits_for_the_hours_in_which_they_may_be_written_to(self, unready: Story) -> None:
        due = NOON + NINETY
        unready.comes_due(opens=due + timedelta(hours=3))
        assert unready.step.effects == (Remind(due + timedelta(hours=3), "requalify"),)
        assert unready.dialogue.requalified == 0

    def test_it_waits_for_the_end_of_the_scripts_quiet_hours(self, unready: Story) -> None:
        plan = unready.plan
        assert plan is not None
        night = plan.at.replace(hour=23)
        unready.happens(LeadFellSilent(night, "requalify", night))
        morning = (night + timedelta(days=1)).replace(hour=7)
        assert unready.step.effects == (Remind(morning, "requalify"),)

    def test_without_quiet_hours_there_is_no_waiting(self) -> None:
        story = Story(without_nudges())
        story.says(NEED)
        night = NOON.replace(hour=23)
        story.happens(LeadFellSilent(night, "requalify", night))
        assert story.put == [("budget", 1)]

    def test_who_has_talked_to_us_elsewhere_since_is_left_alone(self, unready: Story) -> None:
        unready.comes_due(elsewhere=True)
        assert unready.step.effects == ()
        assert unready.dialogue.left_alone == "elsewhere"

    def test_what_is_due_no_more_is_not_said(self, unready: Story) -> None:
        unready.taken_over()
        unready.happens(LeadFellSilent(NOON + NINETY, "requalify", NOON + NINETY))
        assert unready.step.effects == ()

    def test_a_plan_without_a_question_left_ends(self) -> None:
        story = Story(without_nudges())
        story.says(told("need", Text(""), "no necesitamos nada"))
        due = NOON + timedelta(days=1)
        story.happens(LeadFellSilent(due, "requalify", due))
        assert (story.acts, story.dialogue.requalified) == ((), 1)


class TestCancelling:
    """Who answers, stops us, is taken over or handed over, or is left alone by a person."""

    def test_a_person_who_takes_over_cancels_it_and_one_who_gives_back_does_not(
        self, unready: Story
    ) -> None:
        unready.taken_over()
        assert unready.plan is None
        unready.given_back()
        assert unready.plan == Remind(NOON + NINETY, "requalify")

    def test_a_stop_cancels_it(self, unready: Story) -> None:
        unready.says(signals=[Signal.OPT_OUT])
        assert (unready.phase, unready.plan) == ("stopped", None)

    def test_a_person_may_leave_them_alone_until_they_write(self, unready: Story) -> None:
        unready.happens(LeftAlone("Ana", NOON + NINETY, "requalify", NOON))
        assert (unready.step.effects, unready.dialogue.left_alone) == ((), "Ana")
        unready.says(signals=[Signal.PLEASANTRY])
        assert unready.dialogue.left_alone is None
        assert unready.plan == Remind(NOON + NINETY, "requalify")

    def test_what_waits_for_sales_goes_there_all_the_same(self) -> None:
        story = Story(patient())
        story.qualifies()
        plan = story.plan
        assert plan is not None
        assert plan.why == "handover"
        story.happens(LeftAlone("Ana", plan.at, plan.why, NOON))
        assert story.step.effects == (plan,)
        story.happens(LeadFellSilent(plan.at, plan.why))
        assert story.handed == ["qualified"]

    def test_a_second_reading_does_not_put_it_off(self, unready: Story) -> None:
        again = SecondReading(reading(), NOON, None, frozenset(), frozenset({"m1"}), frozenset())
        at, then = NOON + timedelta(days=2), NOON + NINETY
        unready.happens(MessagesReread((again,), then, at, "requalify"))
        assert unready.plan == Remind(then, "requalify")
        unready.happens(MessagesReread((again,), None, at))
        assert unready.plan == Remind(at + NINETY, "requalify")

    def test_a_second_reading_that_finds_a_date_keeps_to_the_date(self, unready: Story) -> None:
        found = reading(signals=[Signal.LATER], later=MARCH)
        again = SecondReading(found, NOON, None, frozenset(), frozenset({"m1"}), frozenset())
        unready.happens(MessagesReread((again,), NOON + NINETY, NOON, "requalify"))
        assert unready.plan == Remind(MORNING_OF_MARCH, "take_up_again")
