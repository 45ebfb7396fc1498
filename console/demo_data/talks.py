"""How does a made-up lead come about? Somebody simulated talks to the real agent; nobody waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from agent.conductor import Answered, Conductor
from agent.messages import InboundMessage
from agent.rehearsal.rehearsal import SetClock
from agent.simulation.personas.prospect import Heard, Move, Prospect
from console.demo_data.cast import OURS, Newcomer
from storage.database import Database
from storage.scripts import Scripts
from storage.tables import ConversationRow

REMINDERS = 4
"""After so many there is nothing more that silence could lead to."""


class OutOfTime(Exception):
    """It would go on in the future: what was said until now is the conversation."""


@dataclass(frozen=True, slots=True)
class Talks:
    """Has people talk, one after the other."""

    database: Database
    scripts: Scripts
    conductor: Conductor
    clock: SetClock
    until: datetime

    async def play(self, one: Newcomer) -> str:
        """The whole conversation, and the silence after it; its id."""
        self.clock.at = one.at
        script = await self.scripts.current(one.script)
        if script is None:
            raise ValueError(f"{one.script} is not published")
        prospect = Prospect(one.persona, script.script, one.words, one.language, one.rng)
        prospect.truths = {**prospect.truths, "phone": one.phone}
        opened = await self.conductor.open(
            one.channel,
            one.address,
            one.script,
            one.language,
            one.source,
            ours=OURS.get(one.channel),
            greet=one.channel == "chat",
        )
        conversation = opened.conversation
        standing = await self.conductor.standing(conversation)
        try:
            while (move := prospect.next(self._heard(standing))) is not None:
                self._pass(move.wait)
                standing = await self._exchange(conversation, one, move)
            await self._fall_silent(conversation)
        except OutOfTime:
            pass
        return conversation

    def _heard(self, standing: Answered) -> Heard:
        return Heard(standing.dialogue.asked, standing.dialogue.phase, self.clock.now())

    async def _exchange(self, conversation: str, one: Newcomer, move: Move) -> Answered:
        """They think, type and send; we read and answer."""
        self._pass(timedelta(seconds=one.rng.triangular(8, 240, 25)))
        for place, text in enumerate(move.texts):
            self._pass(timedelta(seconds=2 * place))
            name = f"{conversation}:{self.clock.now().timestamp()}:{place}"
            message = InboundMessage(one.channel, name, conversation, text, self.clock.now())
            receipt = await self.conductor.receive(message)
        self.clock.move(timedelta(seconds=one.rng.uniform(0.9, 4.5)))
        return await self.conductor.answer(receipt)

    async def _fall_silent(self, conversation: str) -> None:
        """We remind them, when the script says so."""
        query = select(ConversationRow.remind_at).where(ConversationRow.id == conversation)
        for _ in range(REMINDERS):
            due = await self.database.read(lambda connection: connection.execute(query).scalar())
            if due is None:
                return
            self._pass(max(timedelta(0), due - self.clock.now()))
            await self.conductor.sweep(waiting=timedelta(0))

    def _pass(self, span: timedelta) -> None:
        if self.clock.now() + span > self.until:
            raise OutOfTime
        self.clock.move(span)
