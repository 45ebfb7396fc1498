"""A conversation with the pure core alone, told event by event."""

from datetime import datetime, timedelta
from typing import Any

from agent.dialogue import (
    Dialogue,
    Event,
    HandOver,
    LeadArrived,
    LeadFellSilent,
    MessageRead,
    PersonGaveBack,
    PersonTookOver,
    Phase,
    Remind,
    Step,
    advance,
)
from agent.reading import ReadAnswer, Reading
from agent.speech import Act, AskQuestion, Say, SayText, compose
from qualification.script import Script
from qualification.values import Choice, Contact, Text
from tests.agent.readings import NOON, euros, reading, told


class Story:
    """Where a conversation stands, and what the last event led to."""

    def __init__(self, script: Script, at: datetime = NOON, *, arrives: bool = True) -> None:
        self.script = script
        self.now = at
        self.dialogue = Dialogue(language=script.default_language)
        self.step = Step(self.dialogue)
        if arrives:
            self.happens(LeadArrived(at))

    def happens(self, event: Event) -> Step:
        """Advance by any event."""
        self.step = advance(self.script, self.dialogue, event)
        self.dialogue = self.step.dialogue
        return self.step

    def hears(self, read: Reading) -> Step:
        """The prospect wrote what amounts to this reading."""
        return self.happens(MessageRead(read, self.now))

    def says(self, *answers: ReadAnswer, **parts: Any) -> Step:
        """The prospect gives answers, or whatever else a reading may hold."""
        return self.hears(reading(*answers, **parts))

    def falls_silent(self, hours: float) -> Step:
        """Time passes, and a reminder is due."""
        self.now += timedelta(hours=hours)
        return self.happens(LeadFellSilent(self.now))

    def comes_due(self, **parts: Any) -> Step:
        """The moment of the plan comes; `opens`: from when on a text may reach them, at once unless
        it says otherwise.
        """
        plan = self.plan
        assert plan is not None
        self.now = plan.at
        return self.happens(LeadFellSilent(plan.at, plan.why, **{"opens": plan.at, **parts}))

    def taken_over(self) -> Step:
        """A person answers from now on."""
        return self.happens(PersonTookOver("Ana", self.now))

    def given_back(self) -> Step:
        """The agent goes on."""
        return self.happens(PersonGaveBack(self.now))

    def qualifies(self) -> Step:
        """The prospect says, in one message, all that the CRM script asks for."""
        return self.says(
            told("need", Text("perdemos clientes"), "perdemos clientes"),
            told("budget", euros(5000), "5000"),
            told("authority", Choice("decides"), "decido yo"),
        )

    def gives_contact(self) -> Step:
        """And who they are."""
        return self.says(
            told("name", Contact("name", "Ana Ruiz"), "Ana Ruiz"),
            told("email", Contact("email", "ana@acme.es"), "ana@acme.es"),
        )

    @property
    def phase(self) -> Phase:
        """Where the conversation is."""
        return self.dialogue.phase

    @property
    def said(self) -> str:
        """The words of the last step."""
        says = [one for one in self.step.effects if isinstance(one, Say)]
        return " ".join(compose(self.script, self.dialogue.language, say) for say in says)

    @property
    def acts(self) -> tuple[Act, ...]:
        """What the last step says."""
        return tuple(act for one in self.step.effects if isinstance(one, Say) for act in one.acts)

    @property
    def texts(self) -> list[str]:
        """The stock sentences of the last step."""
        return [act.text for act in self.acts if isinstance(act, SayText)]

    @property
    def put(self) -> list[tuple[str, int]]:
        """The questions of the last step, with the attempt."""
        return [(act.key, act.attempt) for act in self.acts if isinstance(act, AskQuestion)]

    @property
    def handed(self) -> list[str]:
        """What sales was given by the last step."""
        return [one.why for one in self.step.effects if isinstance(one, HandOver)]

    @property
    def plan(self) -> Remind | None:
        """When and why we write first, as the last step wants it."""
        return next((one for one in self.step.effects if isinstance(one, Remind)), None)

    @property
    def remind(self) -> datetime | None:
        """When the last step wants to be reminded."""
        return next((one.at for one in self.step.effects if isinstance(one, Remind)), None)
