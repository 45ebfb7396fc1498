"""How does a call get its conversation? By its CallSid: the same call never opens two."""

from dataclasses import dataclass

from agent.acquaintance import Acquaintances
from agent.calling import Call, CallMode, Calls
from agent.errors import AlreadyOpen
from agent.ports import Clock
from channels.answering import Answering, Openings, language_of


@dataclass(frozen=True, slots=True)
class CallArrivals:
    """channels.calls.phone.Arrivals: finds the call on record, or opens its conversation."""

    conversations: Openings
    answering: Answering
    acquaintances: Acquaintances
    calls: Calls
    clock: Clock
    mode: CallMode = "relay"

    async def arrive(self, sid: str, theirs: str, ours: str, *, attested: bool = False) -> Call:
        """The call, with its conversation, greeted. Raises Unavailable and UnknownScript.

        `attested`: the number is proven to be theirs; a caller's own word is not enough for what
        earlier conversations have brought.
        """
        known = await self.calls.of(sid)
        if known is not None:
            return known
        conversation = await self._conversation(sid, theirs, ours, attested)
        call = Call(sid, conversation, theirs, ours, self.mode, self.clock.now())
        return await self.calls.begin(call)

    async def _conversation(self, sid: str, theirs: str, ours: str, attested: bool) -> str:
        placed = await self.answering.script_for("voice", ours)
        met = await self.acquaintances.meet(theirs, placed.script, proven=attested)
        try:
            opened = await self.conversations.open(
                "voice",
                theirs,
                placed.script,
                met.language or language_of(theirs),
                ours,
                ours=sid,  # a repeated or simultaneous webhook meets the same thread
                known=met.known,
                chosen_by=placed.by,
            )
        except AlreadyOpen as already:
            return already.conversation
        return opened.conversation
