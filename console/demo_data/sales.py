"""What do the people of the demo do with the leads they are given? Accept, reject, miss, win, lose.

Whether a deal is won hangs on who decides, on the budget and on the time, and on nothing else: the
reports have something to find, and something to find nothing about.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from agent.conductor import Conductor
from agent.errors import OptedOut
from agent.rehearsal.rehearsal import SetClock
from agent.routing import Assignment
from console.demo_data.timeline import Timeline
from qualification.answers import AnswerSheet
from qualification.decision import judge
from qualification.script import Script
from qualification.values import Language
from storage.acceptance import Acceptance, NotTheirs
from storage.assignments import StoredAssignments
from storage.outcomes import LeadOutcome, OutcomeName, Outcomes
from storage.teams import Teams

LIKES: Mapping[str, float] = {"authority": 1.7, "budget": 1.4, "timeline": 0.8}
"""What a good answer to each adds to the odds of a deal, as a logarithm."""
BASE = -2.1
IN_TIME, NEVER = 0.8, 0.14
WRITES = 0.3
"""So many are written to by the person who accepted them."""
ENDS = 0.86
"""So many deals have come to an end; the rest is still open."""
REVIEWED = 0.45
REJECTIONS: Mapping[Language, tuple[str, ...]] = {
    "es": (
        "Busca precio para comparar",
        "No es nuestro tipo de empresa",
        "No contesta al teléfono",
    ),
    "en": ("Only compares prices", "Not our kind of company", "Does not answer the phone"),
}
LOSSES: Mapping[Language, tuple[str, ...]] = {
    "es": ("Se quedan con su herramienta", "El presupuesto no se aprobó", "Eligieron a otro"),
    "en": ("They keep what they have", "The budget was not approved", "They chose somebody else"),
}
WORDS: Mapping[Language, str] = {
    "es": "Hola, soy {name}, de ventas. He leído lo que nos cuenta: ¿le va bien que le llame hoy?",
    "en": "Hello, this is {name} from sales. I have read what you told us: may I call you today?",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """What is true of a lead beside what is on record: the chance that they buy."""

    conversation: str
    language: Language
    chance: float


def chance_of(script: Script, sheet: AnswerSheet, rng: Random) -> float:
    """By their answers, and by what nobody asked about."""
    good = {
        one.key
        for criterion in script.criteria
        if (one := judge(script, criterion, sheet)).state in ("positive", "acceptable")
    }
    odds = BASE + sum(weight for key, weight in LIKES.items() if key in good) + rng.gauss(0, 0.5)
    return 1 / (1 + math.exp(-odds))


@dataclass(slots=True)
class Sales:
    """The people of the demo."""

    timeline: Timeline
    assignments: StoredAssignments
    acceptance: Acceptance
    outcomes: Outcomes
    teams: Teams
    conductor: Conductor
    rng: Random
    facts: Mapping[str, Fact]
    """By the conversation."""
    _seen: set[str] = field(default_factory=set)

    @property
    def _clock(self) -> SetClock:
        return self.timeline.clock

    async def look_at(self, handover: str) -> None:
        """A lead lies there: somebody sees it, sooner, later or not at all."""
        found = await self.assignments.current(handover)
        if found is None or found.id in self._seen or found.state != "offered":
            return
        self._seen.add(found.id)
        drawn = self.rng.random()
        if drawn > 1 - NEVER:
            return
        self.timeline.at(self._when(found, late=drawn > IN_TIME), partial(self._decide, found))

    def review(self, conversations: Iterable[tuple[str, datetime]]) -> None:
        """The near misses that were left for people to look at, and since when."""
        for conversation, since in conversations:
            if self.rng.random() < REVIEWED:
                fact = self.facts[conversation]
                good = self.rng.random() < fact.chance
                at = since + timedelta(hours=self.rng.uniform(5, 90))
                said = self._said(fact, "accepted" if good else "rejected", "marta")
                self.timeline.at(at, partial(self._record, said))

    def _when(self, found: Assignment, *, late: bool) -> datetime:
        """In working time, for that is how it is measured."""
        now, due = self._clock.now(), found.due_at
        if due is None:
            return now + timedelta(hours=self.rng.uniform(0.5, 9))
        if late:
            return due + (due - now) * self.rng.uniform(0.02, 0.6)
        half = due - (found.remind_at or now)
        begins = max(now, due - 2 * half)
        return begins + (due - begins) * self.rng.betavariate(1.6, 3)

    async def _decide(self, given: Assignment) -> None:
        now = self._clock.now()
        found = await self.assignments.current(given.handover)
        if found is None or found.id != given.id or found.state != "offered":
            return
        person = found.person or await self._taker(found.queue)
        fact = self.facts.get(found.conversation)
        if person is None or fact is None:
            return
        try:
            if self.rng.random() < 0.3 * (1 - fact.chance):
                why = self.rng.choice(REJECTIONS[fact.language])
                await self.acceptance.reject(found.handover, person, why, now)
                return
            await self.acceptance.accept(found.handover, person, now)
        except NotTheirs:
            return
        await self._follow_up(fact, person, now)

    async def _follow_up(self, fact: Fact, person: str, now: datetime) -> None:
        """Some are written to; most deals come to an end after days or weeks."""
        name = await self._name(person)
        if self.rng.random() < WRITES:
            at = now + timedelta(minutes=self.rng.triangular(2, 180, 12))
            self.timeline.at(at, partial(self._write, fact, *name))
        if self.rng.random() < ENDS:
            at = now + timedelta(days=self.rng.triangular(1, 30, 7))
            outcome: OutcomeName = "won" if self.rng.random() < fact.chance else "lost"
            said = self._said(fact, outcome, person)
            self.timeline.at(at, partial(self._record, said))

    async def _write(self, fact: Fact, name: str, email: str) -> None:
        text = WORDS[fact.language].format(name=name.partition(" ")[0])
        try:
            await self.conductor.say(fact.conversation, email, text)
        except OptedOut:
            return

    async def _record(self, said: LeadOutcome) -> None:
        now = self._clock.now()
        await self.outcomes.record(replace(said, at=now), now)

    def _said(self, fact: Fact, outcome: OutcomeName, person: str) -> LeadOutcome:
        """What they are going to say; when, the time line knows."""
        amount = currency = reason = None
        if outcome == "won":
            amount = Decimal(round(self.rng.lognormvariate(8.35, 0.55), -1))
            dollars = fact.language == "en" and self.rng.random() < 0.35
            currency = "USD" if dollars else "EUR"
        elif outcome != "accepted":
            reasons = REJECTIONS if outcome == "rejected" else LOSSES
            reason = self.rng.choice(reasons[fact.language])
        now = self._clock.now()
        return LeadOutcome(fact.conversation, outcome, now, reason, amount, currency, person)

    async def _taker(self, queue: str | None) -> str | None:
        version = await self.teams.current()
        takers = version.plan.takers(queue or "") if version is not None else ()
        return self.rng.choice(takers).id if takers else None

    async def _name(self, person: str) -> tuple[str, str]:
        version = await self.teams.current()
        found = version.plan.person(person) if version is not None else None
        return (found.name, found.email) if found is not None else (person, person)
