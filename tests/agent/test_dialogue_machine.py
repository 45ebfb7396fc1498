"""Whatever happens, in whatever order: what the dialogue says stays within its promises."""

from collections import Counter
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from agent.dialogue import (
    PATIENCE,
    Dialogue,
    Event,
    HandOver,
    LeadArrived,
    LeadFellSilent,
    LeadSpoke,
    MessageRead,
    PersonGaveBack,
    PersonTookOver,
    Read,
    Remind,
    Step,
    advance,
    verdict_on,
)
from agent.speech import AskQuestion, Introduce, Say, SayText, compose
from agent.steps.reactions import DIGRESSIONS
from qualification.decision import decide
from qualification.script import Script
from qualification.signals import Signal
from tests.agent.readings import NOON, readings
from tests.agent.scripts import crm, home, poll

CLARIFYING = {
    "clarify": None,
    "clarify_between": None,
    "clarify_again": None,
    "clarify_currency": None,
    "invalid_email": "email",
    "invalid_phone": "phone",
}
CLOSINGS = {
    "close_qualified",
    "close_qualified_here",
    "close_abusive",
    "close_later_noted",
    "close_unqualified",
    "close_undecided",
    "close_later",
    "close_not_interested",
    "close_support",
    "close_wrong_person",
}


class Conversation(RuleBasedStateMachine):
    """One conversation; `script` is set by each test below."""

    script: Script

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.dialogue = Dialogue(language=self.script.default_language)
        self.said: list[str] = []
        self.introductions = 0
        self.again: Counter[str] = Counter()
        """How often each question was put again after a failed try, or to clear something up."""
        self.handovers: list[str] = []
        self.put: str | None = None
        """The question that was asked last."""
        self.clearing = False
        """It was asked to clear up what was said."""

    @rule()
    def the_lead_arrives(self) -> None:
        if self.dialogue == Dialogue(language=self.script.default_language):
            self.happen(LeadArrived(self.now))

    @rule(data=st.data())
    def the_lead_writes(self, data: st.DataObject) -> None:
        reading = data.draw(readings(self.script))
        self.happen(LeadSpoke(self.now))
        self.happen(MessageRead(reading, self.now))

    @rule(data=st.data())
    def the_lead_says_something_of_no_use(self, data: st.DataObject) -> None:
        nothing = data.draw(readings(self.script).filter(lambda one: not one.answers))
        self.happen(MessageRead(nothing, self.now))

    @rule(hours=st.sampled_from([0.01, 0.1, 1, 5, 9, 15, 24]))
    def the_lead_falls_silent(self, hours: float) -> None:
        self.now += timedelta(hours=hours)
        self.happen(LeadFellSilent(self.now))

    @rule()
    def a_person_takes_over(self) -> None:
        self.happen(PersonTookOver("Ana", self.now))

    @rule()
    def a_person_takes_over_before_all_is_read(self) -> None:
        self.happen(PersonTookOver("Ana", self.now, unread=True))

    @precondition(lambda self: self.dialogue.phase == "held")
    @rule()
    def the_person_gives_back(self) -> None:
        self.happen(PersonGaveBack(self.now))

    @rule()
    def somebody_gives_back_what_may_not_be_theirs(self) -> None:
        self.happen(PersonGaveBack(self.now))

    def happen(self, event: Event) -> None:
        """Advance, and hold the step against every promise."""
        before = self.dialogue
        kept, same = deepcopy(before), deepcopy(event)
        step = advance(self.script, before, event)
        assert before == kept, "the dialogue was changed in place"
        assert advance(self.script, kept, same) == step, "the same input gave another step"
        says = [one for one in step.effects if isinstance(one, Say)]
        assert len(says) <= 1
        self.check_silence(before, event, says)
        self.check_state(before, step)
        for say in says:
            self.check_say(event, step.dialogue, say)
        self.check_questions(before, event, step.dialogue, says)
        self.check_closing(before, event, step.dialogue, says)
        self.check_handovers(before, event, step)
        self.check_reminders(event, step)
        self.check_reads(before, event, step)
        self.dialogue = step.dialogue

    def check_silence(self, before: Dialogue, event: Event, says: list[Say]) -> None:
        signals = event.reading.signals if isinstance(event, MessageRead) else frozenset()
        texts = texts_of(says)
        if before.phase == "stopped":
            assert not says or (Signal.OPT_IN in signals and "opted_in" in texts)
        if before.phase == "held" and not isinstance(event, PersonGaveBack):
            assert texts in ([], ["opted_out"], ["still_held"])
        if Signal.OPT_OUT in signals and before.phase != "stopped":
            assert texts == ["opted_out"]

    def check_state(self, before: Dialogue, step: Step) -> None:
        after = step.dialogue
        limits = self.script.limits
        assert after.language in self.script.languages
        assert all(tries <= limits.asks_per_question for tries in after.tries.values())
        assert after.asked is None or after.phase in ("open", "held")
        assert after.phase != "open" or after.turns < limits.turns
        assert after.turns >= before.turns
        assert (after.phase == "stopped") <= (Signal.OPT_OUT in after.signals)
        assert (Signal.OPT_OUT in after.signals) <= (after.phase == "stopped")
        assert (after.answered_by is None) or after.phase == "held"
        assert verdict_on(self.script, after) == decide(self.script, after.sheet, after.signals)

    def check_say(self, event: Event, after: Dialogue, say: Say) -> None:
        assert compose(self.script, after.language, say)
        introduces = [isinstance(act, Introduce) for act in say.acts]
        assert not any(introduces[1:]), "an introduction comes first"
        self.introductions += sum(introduces)
        assert self.introductions == 1 or texts_of([say]) == ["opted_out"]
        quiet = self.script.nudge and self.script.nudge.quiet_hours
        if "nudge" in texts_of([say]) and quiet:
            assert not quiet.contains(event.at)

    def check_questions(
        self, before: Dialogue, event: Event, after: Dialogue, says: list[Say]
    ) -> None:
        asked = [act.key for say in says for act in say.acts if isinstance(act, AskQuestion)]
        clears_up = [text for text in texts_of(says) if text in CLARIFYING]
        implied = [key for text in clears_up if (key := CLARIFYING[text])]
        if {"clarify_currency", "clarify_between", "clarify_again"} & set(
            clears_up
        ) and after.asked is not None:
            implied.append(after.asked)
        put = [*asked, *implied]
        assert len(put) <= 1, "one question at a time"
        if put:
            assert after.phase == "open"
            assert put == [after.asked]
            nudged = isinstance(event, LeadFellSilent)
            self.clearing = bool(clears_up) or (nudged and self.clearing)
            self.put = put[0]
            assert self.clearing or not after.sheet.settled(put[0]), "it is known already"
        if after.phase == "open" and after != Dialogue(language=after.language):
            assert after.asked == self.put, "the pending question was never put"
        failed = isinstance(event, MessageRead) and not (
            told(after) != told(before) or event.reading.signals & DIGRESSIONS
        )
        if put and (set(clears_up) - {"clarify_again"} or (failed and before.asked == put[0])):
            self.again[put[0]] += 1
            assert self.again[put[0]] <= self.script.limits.asks_per_question

    def check_closing(
        self, before: Dialogue, event: Event, after: Dialogue, says: list[Say]
    ) -> None:
        goodbyes = [text for text in texts_of(says) if text in CLOSINGS]
        assert len(goodbyes) <= 1
        outcome = decide(self.script, after.sheet, after.signals).outcome
        for goodbye in goodbyes:
            assert after.phase == "closed"
            if goodbye.removeprefix("close_") in ("qualified", "unqualified", "undecided"):
                assert goodbye == f"close_{outcome}"
        if after.phase == "closed" and before.phase == "open":
            assert goodbyes, "closed without a goodbye"
        if before.phase == "held" and after.phase == "closed":
            assert isinstance(event, PersonGaveBack)
            assert goodbyes or before.parted or texts_of(says)[-1:] == ["farewell"]
        if after.phase == "closed" and outcome == "qualified":
            gone = Signal.NOT_INTERESTED in after.signals
            assert after.handed_over == "qualified" or gone, "sales never got it"

    def check_handovers(self, before: Dialogue, event: Event, step: Step) -> None:
        handed = [effect.why for effect in step.effects if isinstance(effect, HandOver)]
        assert len(handed) <= 1
        after = step.dialogue
        for why in handed:
            if why == "qualified":
                assert decide(self.script, after.sheet, after.signals).outcome == "qualified"
                assert "qualified" not in self.handovers, "handed over twice"
            if why == "update":
                assert self.handovers, "nobody has the lead: there is nothing to update"
            self.handovers.append(why)
        if handed:
            assert after.handed_over in self.handovers
        if not isinstance(event, MessageRead) or before.phase == "stopped":
            return
        texts = texts_of([effect for effect in step.effects if isinstance(effect, Say)])
        if "hold_for_human" in texts:
            assert handed == ["wants_human"]
        if "close_support" in texts:
            assert handed == ["support"], "we said that we pass it on"
        news = told(after) != told(before) or after.signals != before.signals
        if before.handed_over and (news or event.reading.question):
            assert handed, "sales has the lead and does not learn what is new"

    def check_reminders(self, event: Event, step: Step) -> None:
        reminds = [effect for effect in step.effects if isinstance(effect, Remind)]
        assert len(reminds) <= 1
        after = step.dialogue
        for remind in reminds:
            assert after.phase == "open"
            assert remind.at >= event.at
            qualified = decide(self.script, after.sheet, after.signals).outcome == "qualified"
            if qualified and "qualified" not in self.handovers:
                assert remind.at == event.at + PATIENCE
            else:
                assert self.script.nudge is not None
                quiet = self.script.nudge.quiet_hours
                assert quiet is None or not quiet.contains(remind.at)

    def check_reads(self, before: Dialogue, event: Event, step: Step) -> None:
        reads = [effect for effect in step.effects if isinstance(effect, Read)]
        if isinstance(event, LeadSpoke):
            worth_it = before.turns < self.script.limits.turns
            fully = worth_it and before.phase in ("open", "closed")
            assert step == Step(before, (Read(fully),))
        else:
            assert not reads


def told(dialogue: Dialogue) -> tuple[object, ...]:
    """All that the lead has said: what was given up as unclear is no news."""
    declined = {key: one.reason for key, one in dialogue.sheet.declined.items()}
    stated = {key: reason for key, reason in declined.items() if reason != "unclear"}
    return dialogue.sheet.answers, stated


def texts_of(says: list[Say]) -> list[str]:
    """The stock sentences of what is said."""
    return [act.text for say in says for act in say.acts if isinstance(act, SayText)]


@pytest.mark.parametrize(
    "script",
    [
        crm(),
        home(),
        poll(),
        crm(contact={"ask": ["email", "phone"], "when": "first"}, limits={"turns": 4}),
        home(qualify={"all_of": ["permit"], "disqualify": ["not_interested"]}),
    ],
    ids=["crm", "home", "poll", "contact-first", "home-permit"],
)
def test_a_conversation_keeps_its_promises_whatever_happens(script: Script) -> None:
    machine: Any = type("ConversationOf", (Conversation,), {"script": script})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=50, stateful_step_count=25, deadline=None)
    )
