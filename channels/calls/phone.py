"""What does a telephone talk work with? The conductor, the record, the calls, and its pace."""

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from agent.calling import BY_SCRIPT, Call, Calls, Roster, TalkEnd, why_transfer
from agent.conductor import Answered
from agent.errors import Unavailable
from agent.happenings import Listener
from agent.messages import InboundMessage, Receipt
from agent.ports import Clock
from agent.spoken import is_second_try
from channels.chat.ports import Record
from channels.signed import Signatures
from qualification.values import Language


class Conversations(Protocol):
    """agent.conductor.Conductor, as far as a call needs it."""

    async def receive(self, message: InboundMessage) -> Receipt: ...

    def expect_turn(self, conversation: str, settle: float) -> None: ...

    def hush(self, conversation: str, heard: str | None = None) -> None: ...

    def listen(self, conversation: str) -> AbstractContextManager[Listener]: ...

    async def standing(self, conversation: str) -> Answered: ...


class Hearing(Protocol):
    """Where it is kept what a caller heard."""

    async def cut_short(self, message: str, heard: str | None) -> None:
        """Of a message only this much was heard; all of it after all when None."""
        ...


class Arrivals(Protocol):
    """Opens the conversation of a call that is not on record."""

    async def arrive(self, sid: str, theirs: str, ours: str) -> Call:
        """The call, with its conversation. Raises Unavailable and UnknownScript."""
        ...


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a caller waits and may take, in seconds."""

    filler: float = 1.2
    """Without a first word from us: then a short one."""
    broken: float = 5.0
    """Without an answer: then the simple mode takes over."""
    resume: float = 3.0
    """Without a word after they cut in: it was a cough."""
    silence: float = 10.0
    """Without a word from them: then we ask whether they are there; the third time we hang up."""
    digits: float = 2.0
    """Between two keys of one number."""
    breath: float = 1.0
    """Between our last word and the end."""
    objection: float = 2.5
    """The same where all is said: they may still put right what we have read back."""
    longest: float = 900.0
    """Of a call."""
    turns: int = 80
    """Of the caller, in a call."""
    characters: int = 40_000
    """Spoken by us, in a call: speech is paid by the character."""
    characters_a_second: float = 16.0
    """How fast we speak, where the line does not tell when we have ended."""


_ADDRESS = re.compile(r"@|\+?\d[\d ]{7,}")


@dataclass(frozen=True, slots=True)
class Phone:
    """All that calls over ConversationRelay need."""

    conversations: Conversations
    record: Record
    hearing: Hearing
    calls: Calls
    arrivals: Arrivals
    signatures: Signatures
    clock: Clock
    locales: Mapping[Language, str]
    """What Twilio calls our languages, as in the TwiML of the call."""
    pace: Pace = Pace()
    roster: Roster = BY_SCRIPT

    async def spells(self, conversation: str, text: str) -> bool:
        """Whether an address in what we say is read letter by letter: it was got wrong before."""
        if _ADDRESS.search(text) is None:
            return False
        try:
            return is_second_try((await self.conversations.standing(conversation)).dialogue)
        except Unavailable:
            return False

    async def ends_by(self, call: Call, standing: Answered) -> TalkEnd | None:
        """How a talk ends that stands like this, if it does. Raises Unavailable."""
        script, dialogue = standing.script, standing.dialogue
        why = why_transfer(script, dialogue, standing.verdict.outcome, standing.score.tier)
        if why == "wants_human":
            return "transfer"
        if why is not None:
            newest = await self.calls.of(call.sid) or call
            now = self.clock.now()
            if await self.roster.next(newest, script.transfer, why, dialogue.language, now):
                return "transfer"
        return "finished" if dialogue.phase in ("closed", "stopped") else None
