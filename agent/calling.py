"""What is a telephone call to us? Its record, who takes it over, and the port that keeps it.

A call has one conversation; its CallSid leads there. Webhooks come twice, late and out of order:
every change names what it starts from, so that a second one changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from agent.moves import Dialogue
from qualification.decision import Outcome
from qualification.reaching import Colleague, TransferPlan
from qualification.script import Script
from qualification.values import Language

CallMode = Literal["relay", "gather"]
"""How the talk goes: streamed over a WebSocket, or one webhook a turn."""
CallState = Literal["talking", "transferring", "transferred", "voicemail", "ended"]
TalkEnd = Literal["transfer", "finished", "silence", "robot", "too_long", "broken"]
"""Why the relay ends a talk, as its `handoffData` says ({"reason": "transfer"}). `transfer`:
people are to be tried (or, when nobody is there, when to call back is asked); `broken`: the simple
mode takes over; the others: everything is said, hang up.
"""
WhyTransfer = Literal["wants_human", "hot", "qualified"]


@dataclass(frozen=True, slots=True)
class Call:
    """One telephone call, as it is on record."""

    sid: str
    conversation: str
    theirs: str
    """E.164; `anonymous:<sid>` when no number was shown."""
    ours: str
    mode: CallMode
    started_at: datetime
    state: CallState = "talking"
    end_reason: str | None = None
    place: int = 0
    """Which of the script's people comes next, or is being rung."""
    accepted_by: str | None = None
    """Who pressed 1."""
    callback: str | None = None
    """When they want to be called back, in their own words."""
    recording: str | None = None
    ended_at: datetime | None = None


class Calls(Protocol):
    """Keeps the calls."""

    async def begin(self, call: Call) -> Call:
        """Put a call on record; the one that is there already when its sid is known."""
        ...

    async def of(self, sid: str) -> Call | None:
        """The call with this sid."""
        ...

    async def change(self, before: Call, after: Call) -> bool:
        """Write `after` if the call still is as `before`; whether it was."""
        ...

    async def end(self, sid: str, reason: str, at: datetime) -> None:
        """The call is over; the first reason stays. An unknown sid changes nothing."""
        ...

    async def agree(self, call: Call, agreed: bool, words: str, at: datetime) -> None:
        """Put on record whether they let the call be recorded, and the words they were told; twice
        in a call is once.
        """
        ...


def why_transfer(
    script: Script, dialogue: Dialogue, outcome: Outcome, tier: str
) -> WhyTransfer | None:
    """Whether people of ours are to talk to this caller now: they asked for one, or everything is
    said and the lead is as the script wants it.
    """
    if dialogue.phase == "held" and dialogue.answered_by is None:
        return "wants_human"
    if script.transfer is None or dialogue.phase != "closed" or outcome != "qualified":
        return None
    hottest = next(iter(script.score.tiers))
    if "hot" in script.transfer.when and tier == hottest:
        return "hot"
    return "qualified" if "qualified" in script.transfer.when else None


@dataclass(frozen=True, slots=True)
class Turn:
    """A colleague whose telephone rings next, and their place in the plan."""

    place: int
    colleague: Colleague


def next_person(
    plan: TransferPlan | None, why: WhyTransfer, language: Language, at: datetime, place: int
) -> Turn | None:
    """Who is tried next, from a place in the plan on; None when nobody is left or in."""
    if plan is None or why not in plan.when:
        return None
    free = plan.free(language, at)
    for number, one in enumerate(plan.people[place:], place):
        if one in free:
            return Turn(number, one)
    return None


RingAnswer = Literal["accepted", "declined", "missed"]


class Roster(Protocol):
    """Knows who may take a call now, and what became of it when their telephone rang."""

    async def next(
        self,
        call: Call,
        plan: TransferPlan | None,
        why: WhyTransfer,
        language: Language,
        now: datetime,
    ) -> Turn | None:
        """Who is tried next; None when nobody is left or in. Nothing is written."""
        ...

    async def ring(self, call: Call, turn: Turn, now: datetime) -> Turn:
        """Their telephone rings: who it is at this place of the call, also if asked again."""
        ...

    async def colleague(
        self, call: Call, plan: TransferPlan | None, place: int
    ) -> Colleague | None:
        """Who was rung at a place of the call."""
        ...

    async def answered(self, call: Call, place: int, answer: RingAnswer, now: datetime) -> None:
        """What became of it; who accepted has accepted."""
        ...

    async def everybody(
        self, plan: TransferPlan | None, language: Language
    ) -> tuple[Colleague, ...]:
        """Who is told when nobody took the call."""
        ...


class ScriptRoster:
    """The people that the script names, in its order; the call itself says who took it."""

    async def next(
        self,
        call: Call,
        plan: TransferPlan | None,
        why: WhyTransfer,
        language: Language,
        now: datetime,
    ) -> Turn | None:
        """By their place in the script."""
        return next_person(plan, why, language, now, call.place)

    async def ring(self, _call: Call, turn: Turn, _now: datetime) -> Turn:
        """The one that was asked for."""
        return turn

    async def colleague(
        self, _call: Call, plan: TransferPlan | None, place: int
    ) -> Colleague | None:
        """By their place in the script."""
        people = plan.people if plan is not None else ()
        return people[place] if 0 <= place < len(people) else None

    async def answered(self, _call: Call, _place: int, _answer: RingAnswer, _now: datetime) -> None:
        """Nothing more is kept."""

    async def everybody(
        self, plan: TransferPlan | None, language: Language
    ) -> tuple[Colleague, ...]:
        """All who speak the language, in or not."""
        people = plan.people if plan is not None else ()
        return tuple(one for one in people if not one.languages or language in one.languages)


BY_SCRIPT: Roster = ScriptRoster()
