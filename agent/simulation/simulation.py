"""How would the agent do with a thousand prospects? Simulated ones, against the same Conductor.

No model, no waiting, no clock: the same seed gives the same conversations to the letter.
"""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from agent.conductor import Answered, Conductor
from agent.dialogue import Dialogue
from agent.messages import InboundMessage
from agent.rehearsal.conversation_tests import Line
from agent.rehearsal.rehearsal import Rehearsal, SetClock
from agent.simulation.personas.cast import CAST, Persona
from agent.simulation.personas.en import WORDS as ENGLISH
from agent.simulation.personas.es import WORDS as SPANISH
from agent.simulation.personas.prospect import Heard, Move, Prospect
from agent.simulation.personas.table import Words
from agent.simulation.readings import Graded, Told, graded_acts, graded_answers
from agent.simulation.rules import Broken, Exchange, Rulebook, is_stuck
from qualification.decision import Outcome
from qualification.script import Script
from qualification.values import Language

WORDS: Mapping[Language, Words] = {one.language: one for one in (SPANISH, ENGLISH)}
FIRST_DAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
DAYS = 365
LOOKS = timedelta(hours=2)
"""How often silence is looked at while days pass."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One prospect to simulate."""

    persona: Persona
    language: Language
    number: int


@dataclass(frozen=True, slots=True)
class Simulated:
    """How one conversation went."""

    cue: Cue
    outcome: Outcome
    ended: str
    """The phase it ended in, or `left` when the prospect went away."""
    turns: int
    asked_again: int
    """Questions that had to be put once more though the prospect had answered them."""
    unanswered: int
    """Messages that should have got a reply and got none."""
    broken: tuple[Broken, ...]
    readings: tuple[Graded, ...]
    transcript: tuple[Line, ...]

    @property
    def dead_end(self) -> bool:
        """It came to no end though the prospect would have gone on."""
        return self.ended == "open"

    def __str__(self) -> str:
        head = f"{self.cue.persona.name}, {self.cue.language}, no. {self.cue.number}"
        return "\n".join([head, *(f"{line.who:>8} | {line.text}" for line in self.transcript)])


def cues(script: Script, count: int, languages: Sequence[Language]) -> Iterator[Cue]:
    """So many prospects: each character in each language in turn."""
    spoken = [one for one in languages if one in script.languages]
    pairs = [(persona, language) for persona in CAST for language in spoken]
    for number in range(count if pairs else 0):
        persona, language = pairs[number % len(pairs)]
        yield Cue(persona, language, number + 1)


async def simulate(
    script: Script, count: int, seed: int, languages: Sequence[Language]
) -> AsyncIterator[Simulated]:
    """The conversations, one after the other."""
    rulebook = Rulebook(script)
    for cue in cues(script, count, languages):
        yield await play(script, cue, seed, rulebook)


async def play(script: Script, cue: Cue, seed: int, rulebook: Rulebook) -> Simulated:
    """One conversation to its end."""
    name = f"{seed}:{cue.persona.name}:{cue.language}:{cue.number}"
    rng = Random(name)  # noqa: S311
    stage = _Stage(script, cue, rng, rulebook)
    return await stage.play()


class _Stage:
    """One conversation under way."""

    def __init__(self, script: Script, cue: Cue, rng: Random, rulebook: Rulebook) -> None:
        day, hour = timedelta(days=rng.randrange(DAYS)), timedelta(minutes=rng.randrange(600))
        self._script, self._cue, self._rulebook = script, cue, rulebook
        self._clock = SetClock(FIRST_DAY + day + hour)
        self._rehearsal = Rehearsal(script)
        self._conductor = Conductor(
            inbox=self._rehearsal,
            workspace=self._rehearsal,
            replies=self._rehearsal,
            catalogue=self._rehearsal,
            readers={},
            clock=self._clock,
        )
        self._prospect = Prospect(cue.persona, script, WORDS, cue.language, rng)
        self._conversation = ""
        self._lines: list[Line] = []
        self._said: list[str] = []
        self._exchanges: list[Exchange] = []
        self._broken: list[Broken] = []
        self._readings: list[Graded] = []
        self._told: dict[str, Told] = {}
        self._again = 0

    async def play(self) -> Simulated:
        """To the end: until the prospect has nothing more to say."""
        opened = await self._conductor.open(
            "chat", "simulated", self._script.script, self._cue.language
        )
        self._conversation = opened.conversation
        self._heard([one.text for one in opened.messages])
        standing = await self._conductor.standing(self._conversation)
        outcome = standing.verdict.outcome
        while True:
            before = standing.dialogue
            heard = Heard(before.asked, before.phase, self._clock.now())
            move = self._prospect.next(heard)
            if move is None:
                break
            if move.wait:
                before = await self._let_pass(move.wait)
            standing = await self._exchange(move, before, outcome)
            outcome = standing.verdict.outcome
        return self._ended(standing)

    def _heard(self, texts: Sequence[str]) -> None:
        self._said += texts
        self._lines += [Line("agent", text) for text in texts]

    async def _let_pass(self, span: timedelta) -> Dialogue:
        """Time passes, and reminders come due."""
        self._lines.append(Line("", f"({span} pass)"))
        before = len(self._rehearsal.messages_after(self._conversation, 0))
        ends = self._clock.now() + span
        while self._clock.now() < ends:
            self._clock.move(min(LOOKS, ends - self._clock.now()))
            await self._conductor.sweep(waiting=timedelta(0))
        self._heard(
            [one.text for one in self._rehearsal.messages_after(self._conversation, before)]
        )
        return (await self._conductor.standing(self._conversation)).dialogue

    async def _exchange(self, move: Move, before: Dialogue, outcome: Outcome) -> Answered:
        answered = await self._write(move)
        replies = tuple(one.text for one in answered.messages)
        self._heard(replies)
        for saying in move.sayings:
            self._again += saying.key == before.asked and saying.key in self._told
            earlier = self._told.get(saying.key) if move.contradicts else None
            self._told[saying.key] = Told(saying, move, before.asked, earlier)
        moved = answered.verdict.outcome != outcome
        self._exchanges.append(Exchange(before, move, replies, answered.dialogue, moved))
        for broken in self._rulebook.broken(self._exchanges, self._said):
            self._break(broken)
        self._readings += graded_acts(
            self._script,
            move,
            before,
            answered.dialogue,
            " ".join(replies),
            qualified=answered.verdict.outcome == "qualified",
        )
        return answered

    async def _write(self, move: Move) -> Answered:
        """Send the messages of a move; the reply is to all of them."""
        last = len(move.texts) - 1
        for place, text in enumerate(move.texts):
            self._lines.append(Line("prospect", text))
            name = f"{len(self._exchanges)}:{place}"
            message = InboundMessage("chat", name, self._conversation, text, self._clock.now())
            receipt = await self._conductor.receive(message)
            if place == last:
                self._clock.move(timedelta(seconds=20))
                return await self._conductor.answer(receipt)
        raise AssertionError("a move has at least one text")

    def _break(self, broken: Broken) -> None:
        self._broken.append(broken)
        self._lines.append(Line("!", f"{broken.rule}: {broken.shown}"))

    def _ended(self, standing: Answered) -> Simulated:
        dialogue = standing.dialogue
        left = dialogue.phase == "open" and self._prospect.left
        if dialogue.phase == "open" and (not left or is_stuck(self._script, dialogue)):
            self._break(Broken("stuck", f"after {self._prospect.written} messages"))
        self._readings += graded_answers(
            self._script, self._told, dialogue.sheet, [one.move for one in self._exchanges]
        )
        return Simulated(
            cue=self._cue,
            outcome=standing.verdict.outcome,
            ended="left" if left else dialogue.phase,
            turns=dialogue.turns,
            asked_again=self._again,
            unanswered=sum(one.rule == "no_reply" for one in self._broken),
            broken=tuple(self._broken),
            readings=tuple(self._readings),
            transcript=tuple(self._lines),
        )
