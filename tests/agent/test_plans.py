"""agent.plans: a plan in words."""

from datetime import date, timedelta

from agent.plans import Because, Plan, because
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Choice, Text, Timeframe
from tests.agent.readings import NOON, day, euros, told
from tests.agent.scripts import PATIENT, crm
from tests.agent.stories import Story

NEED = told("need", Text("perdemos clientes"), "perdemos clientes")
MARCH = Timeframe("range", date(2027, 3, 1), date(2027, 4, 1))
PLANNED = NOON + timedelta(days=90)


def unready() -> Story:
    """Whom the time and the money speak against."""
    story = Story(Script.model_validate(PATIENT))
    story.says(NEED, told("budget", euros(500)), told("authority", Choice("decides")))
    story.says(told("timeline", day(2028, 6, 1)))
    return story


def test_who_is_asked_again_why_by_which_rule_and_what() -> None:
    story = unready()
    assert because(story.script, story.dialogue, Plan("requalify", PLANNED, "agent")) == Because(
        "requalify: 1 of 2, 90 days after",
        "They are unqualified (at_least failed: budget, timeline).",
        ("budget", "timeline", "name", "email"),
    )


def test_what_is_left_to_a_person_was_counted_already() -> None:
    story = unready()
    story.comes_due(opens=None)
    reason = because(story.script, story.dialogue, Plan("requalify", PLANNED, "person"))
    assert reason.rule == "requalify: 1 of 2, 90 days after"


def test_a_script_that_has_lost_its_plan_is_explained_all_the_same() -> None:
    story = unready()
    assert because(crm(), story.dialogue, Plan("requalify", PLANNED, "person")).rule == "requalify"
    assert because(crm(nudge=None), story.dialogue, Plan("nudge", NOON, "agent")).rule == "nudge"


def test_a_nudge_says_which_one_it_is() -> None:
    story = Story(crm())
    story.says(NEED)
    reason = because(story.script, story.dialogue, Plan("nudge", NOON, "agent"))
    assert (reason.rule, reason.asks) == ("nudge: 1 of 2", ("budget",))


def test_a_promise_names_the_time_that_they_named() -> None:
    story = Story(crm())
    story.says(NEED)
    story.says(signals=[Signal.LATER], later=MARCH)
    reason = because(story.script, story.dialogue, Plan("take_up_again", PLANNED, "agent"))
    assert reason.words == "They asked to be written to then: March 2027."
    assert reason.asks == ("budget", "authority", "timeline", "name", "email")


def test_a_promise_left_to_a_person_and_what_was_not_sent_are_explained() -> None:
    story = Story(crm())
    story.says(NEED)
    late = because(story.script, story.dialogue, Plan("take_up_again", PLANNED, "person"))
    assert late.words == "They asked to be written to about now."
    denied = because(story.script, story.dialogue, Plan("not_sent", PLANNED, "person"))
    assert (denied.rule, denied.asks) == ("may_send", ("budget",))
    closed = unready()
    for why in ("not_sent", "nudge"):
        plan = Plan("not_sent" if why == "not_sent" else "nudge", PLANNED, "person")
        assert because(closed.script, closed.dialogue, plan).asks == ()
