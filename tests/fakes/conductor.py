"""agent.conductor.Conductor in memory: no database, no rules, given replies."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

from agent.conductor import NOTHING_KNOWN, Answered, Known, Opened
from agent.dialogue import Dialogue, verdict_on
from agent.errors import NotHeld, Unavailable, UnknownConversation, UnknownScript
from agent.happenings import (
    Happening,
    Listener,
    Listeners,
    PhaseChanged,
    Said,
    Typing,
    Writing,
)
from agent.messages import Author, Channel, InboundMessage, Message, Receipt
from agent.ports import Clock, Standing
from qualification.choosing import NOWHERE, Arrival, choose
from qualification.reception import make_reception
from qualification.scoring import score
from qualification.script import Script
from qualification.values import Language


@dataclass
class Conversation:
    """What the fake remembers of one conversation."""

    script: Script
    dialogue: Dialogue
    source: str | None
    messages: list[Message] = field(default_factory=list)
    receipts: dict[str, Receipt] = field(default_factory=dict)
    answers: dict[int, tuple[Message, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Expected:
    """A turn that somebody asked for."""

    conversation: str
    settle: float


class FakeConductor:
    """Also the record and the replies: everything that the web chat reads."""

    def __init__(self, scripts: Sequence[Script], clock: Clock) -> None:
        self._scripts = {script.script: script for script in scripts}
        self._clock = clock
        self.listeners = Listeners()
        self.conversations: dict[str, Conversation] = {}
        self.expected: list[Expected] = []
        self.hushed: list[str] = []
        """Whose visitors had read enough."""
        self.reply = "Tell me more."
        self.away = False
        """The database cannot be used."""
        self.page = 10
        """So many messages the record gives at once."""

    # agent.conductor.Conductor

    async def open(
        self,
        channel: Channel,  # noqa: ARG002 - the same signature
        address: str,  # noqa: ARG002 - the same signature
        script_key: str | None,
        language: Language | None = None,
        source: str | None = None,
        *,
        known: Known = NOTHING_KNOWN,
        arrival: Arrival = NOWHERE,
    ) -> Opened:
        self._check()
        scripts = list(self._scripts.values())
        if script_key is None:
            chosen = choose(scripts, arrival)
            script = self._scripts[chosen.script] if chosen else make_reception(scripts)
        elif script_key in self._scripts:
            script = self._scripts[script_key]
        else:
            raise UnknownScript(script_key)
        spoken = language if language in script.languages else script.default_language
        assert spoken is not None
        identity = f"conversation-{len(self.conversations) + 1}"
        dialogue = Dialogue(language=spoken, sheet=known.sheet, asked=script.criteria[0].key)
        self.conversations[identity] = Conversation(script, dialogue, source)
        greeting = self._add(identity, "agent", script.disclosure[spoken])
        return Opened(identity, (greeting,), dialogue, script)

    async def receive(self, message: InboundMessage) -> Receipt:
        self._check()
        conversation = self._conversation(message.conversation)
        first = conversation.receipts.get(message.external_id)
        if first is not None:
            return replace(first, repeat=True)
        stored = self._add(message.conversation, "prospect", message.text)
        receipt = Receipt(stored.id, message.conversation, stored.seq, repeat=False)
        conversation.receipts[message.external_id] = receipt
        return receipt

    async def answer(self, receipt: Receipt) -> Answered:
        self._check()
        conversation = self._conversation(receipt.conversation)
        if receipt.seq not in conversation.answers:
            said = (
                (self._add(receipt.conversation, "agent", self.reply),)
                if conversation.dialogue.phase == "open"
                else ()
            )
            conversation.answers[receipt.seq] = said
        script, dialogue = conversation.script, conversation.dialogue
        return Answered(
            conversation.answers[receipt.seq],
            dialogue,
            script,
            verdict_on(script, dialogue),
            score(script, dialogue.sheet, self._clock.now()),
        )

    def expect_turn(self, conversation: str, settle: float) -> None:
        self.expected.append(Expected(conversation, settle))

    def hush(self, conversation: str) -> None:
        self.hushed.append(conversation)
        self.happen(conversation, Typing(on=False))

    def tell_writing(self, conversation: str, *, on: bool) -> None:
        self.happen(conversation, Writing(on))

    async def leave_alone(self, conversation: str, by: str) -> None:
        self._check()
        found = self._conversation(conversation)
        found.dialogue = replace(found.dialogue, left_alone=by)

    def listen(self, conversation: str) -> AbstractContextManager[Listener]:
        return self.listeners.listen(conversation)

    async def take_over(self, conversation: str, by: str) -> None:
        self._check()
        held = replace(self._conversation(conversation).dialogue, phase="held", answered_by=by)
        self._set(conversation, held)

    async def give_back(self, conversation: str) -> None:
        self._check()
        dialogue = self._conversation(conversation).dialogue
        if dialogue.phase != "held":
            raise NotHeld(conversation)
        self._set(conversation, replace(dialogue, phase="open", answered_by=None))

    async def say(self, conversation: str, by: str, text: str) -> tuple[Message, ...]:
        await self.take_over(conversation, by)
        return (self._add(conversation, "person", text),)

    # The record and the replies

    async def transcript_after(self, conversation: str, seq: int) -> tuple[Message, ...]:
        self._check()
        messages = self._conversation(conversation).messages
        return tuple(message for message in messages if message.seq > seq)[: self.page]

    async def standing(self, conversation: str) -> Standing:
        self._check()
        found = self._conversation(conversation)
        return Standing(found.dialogue, found.script)

    async def said_after(self, conversation: str, seq: int) -> tuple[Message, ...] | None:
        return self._conversation(conversation).answers.get(seq)

    # What a test does

    def publish(self, script: Script) -> None:
        """Another script is published."""
        self._scripts[script.script] = script

    def happen(self, conversation: str, *happenings: Happening) -> None:
        """Tell those who listen."""
        self.listeners.publish(conversation, happenings)

    def speak(self, conversation: str, text: str, author: Author = "agent") -> Message:
        """Something is said, and heard by those who listen."""
        return self._add(conversation, author, text)

    def record(self, conversation: str, text: str) -> Message:
        """Something is said by another process: on record, but nobody here hears of it."""
        return self._add(conversation, "agent", text, heard=False)

    def hold(self, conversation: str) -> None:
        """Taken over by another process: on record, but nobody here hears of it."""
        found = self._conversation(conversation)
        found.dialogue = replace(found.dialogue, phase="held", answered_by="Ana")

    def _check(self) -> None:
        if self.away:
            raise Unavailable("the database is locked")

    def _conversation(self, conversation: str) -> Conversation:
        if conversation not in self.conversations:
            raise UnknownConversation(conversation)
        return self.conversations[conversation]

    def _set(self, conversation: str, dialogue: Dialogue) -> None:
        self._conversation(conversation).dialogue = dialogue
        self.happen(conversation, PhaseChanged(dialogue.phase))

    def _add(self, conversation: str, author: Author, text: str, *, heard: bool = True) -> Message:
        messages = self._conversation(conversation).messages
        seq = len(messages) + 1
        message = Message(f"{conversation}-m{seq}", seq, author, text, self._clock.now())
        messages.append(message)
        if heard:
            self.happen(conversation, Said(message))
        return message
