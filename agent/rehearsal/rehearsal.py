"""Where does a conversation live that leaves no record? In memory: for the terminal, previews and
conversation tests.

The same ports as the database (the same contract tests run over both), so what is rehearsed is what
happens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from agent.backlog import TALK, Left, PlainTurn, Waiting
from agent.dialogue import Dialogue, Reason
from agent.errors import AlreadyOpen, LeaseLost, MoreArrived, UnknownConversation
from agent.messages import TEXTED, Channel, InboundMessage, Message, Opening, Receipt
from agent.ports import NO_TIME, Claim, Standing, Turn, Utterance
from agent.reading import CallRecord
from qualification.handover import Handover
from qualification.reception import make_reception
from qualification.script import RECEPTION, Script

TRANSCRIPT = 10


class SystemClock:
    """The time of this machine, in UTC."""

    def now(self) -> datetime:
        """Now."""
        return datetime.now(UTC)


class SetClock:
    """A time that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The time it is set to."""
        return self.at

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self.at += by


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A script that is not published, as a version of itself."""

    id: str
    script: Script


@dataclass
class _Kept:
    opening: Opening
    dialogue: Dialogue
    messages: list[Message] = field(default_factory=list)
    inbound_seq: int = 0
    read_seq: int = 0
    token: int = 0
    held_until: datetime | None = None
    remind_at: datetime | None = None
    remind_why: Reason | None = None
    interest: int = 0
    """The score, which says whose turn it is to be asked again."""
    handovers: list[Handover] = field(default_factory=list)
    answered: list[tuple[int, tuple[Message, ...]]] = field(default_factory=list)
    """What each turn said, with the seq that it read up to."""
    backlog: dict[str, PlainTurn] = field(default_factory=dict)
    """The turns that wait to be read again."""

    def unread(self) -> tuple[Message, ...]:
        return tuple(
            one for one in self.messages if one.author == "prospect" and one.seq > self.read_seq
        )

    def free(self, now: datetime) -> bool:
        return self.held_until is None or self.held_until <= now


class Rehearsal:
    """Inbox, Workspace, Replies and Catalogue in memory."""

    def __init__(self, *scripts: Script, default: str = "") -> None:
        """`default`: see agent.catalogue.Catalogue."""
        self.default = default
        self._scripts = {script.script: Rehearsed(script.script, script) for script in scripts}
        self._newest = dict(self._scripts)
        self._kept: dict[str, _Kept] = {}
        self._receipts: dict[tuple[str, str], Receipt] = {}

    async def current(self, key: str) -> Rehearsed | None:
        """The newest version of the script of this name, or the reception of all of them."""
        if key == RECEPTION and len(self._newest) == 1:
            return next(iter(self._newest.values()))
        if key == RECEPTION and self._newest:
            reception = make_reception([one.script for one in await self.all_current()])
            version = f"{RECEPTION}-{len(self._scripts)}"
            self._scripts[version] = Rehearsed(version, reception)
            return self._scripts[version]
        return self._newest.get(key)

    async def all_current(self) -> list[Rehearsed]:
        """The newest version of every script, by name."""
        return [self._newest[key] for key in sorted(self._newest)]

    def publish(self, script: Script, version: str) -> None:
        """Let a script take the place of the one of its name, for conversations yet to begin."""
        self._newest[script.script] = self._scripts[version] = Rehearsed(version, script)

    def handovers(self, conversation: str) -> tuple[Handover, ...]:
        """What sales would have received."""
        return tuple(self._of(conversation).handovers)

    def messages_after(self, conversation: str, seq: int) -> list[Message]:
        """What was said after a sequence number, by either side."""
        return self._of(conversation).messages[seq:]

    async def open(self, opening: Opening, dialogue: Dialogue, greeting: Utterance | None) -> None:
        """Begin a conversation. Raises AlreadyOpen when its thread has one."""
        if opening.ours is not None:
            found = await self.thread(opening.channel, opening.address, opening.ours)
            if found is not None:
                raise AlreadyOpen(found)
        kept = self._kept[opening.conversation] = _Kept(opening, dialogue)
        if greeting is not None:
            kept.messages.append(Message(greeting.id, 1, "agent", greeting.text, opening.at))

    async def thread(self, channel: Channel, theirs: str, ours: str) -> str | None:
        """The conversation that goes on between two numbers."""
        for conversation, kept in self._kept.items():
            opening = kept.opening
            if (opening.channel, opening.address, opening.ours) == (channel, theirs, ours):
                return conversation
        return None

    async def receive(self, message: InboundMessage) -> Receipt:
        """Keep a message; a repeat gives the first receipt."""
        name = (message.channel, message.external_id)
        if name in self._receipts:
            return replace(self._receipts[name], repeat=True)
        kept = self._of(message.conversation)
        stored = Message(
            uuid4().hex, len(kept.messages) + 1, "prospect", message.text, message.received_at
        )
        kept.messages.append(stored)
        kept.inbound_seq = stored.seq
        receipt = Receipt(stored.id, message.conversation, stored.seq, repeat=False)
        self._receipts[name] = receipt
        return receipt

    async def unanswered(
        self, now: datetime, limit: int, *, waiting: timedelta = NO_TIME, more: timedelta = NO_TIME
    ) -> list[str]:
        """Conversations with unread messages that nobody holds, longest waiting first."""
        found = [
            (kept.unread()[0].at, conversation)
            for conversation, kept in self._kept.items()
            if kept.unread()
            and kept.free(now)
            and kept.unread()[0].at
            <= now - waiting - (more if kept.opening.channel in TEXTED else NO_TIME)
        ]
        return [conversation for _, conversation in sorted(found)[:limit]]

    async def silent(self, now: datetime, limit: int) -> list[str]:
        """Conversations whose time to be reminded has come; those to be asked again come last."""
        found = [
            (kept.remind_why == "requalify", _rank(kept), kept.remind_at, conversation)
            for conversation, kept in self._kept.items()
            if kept.remind_at is not None and kept.remind_at <= now and kept.free(now)
        ]
        return [one[-1] for one in sorted(found)[:limit]]

    async def claim(
        self, conversation: str, now: datetime, lease: timedelta, *, steal: bool = False
    ) -> Claim | None:
        """Hold a conversation for a turn."""
        kept = self._of(conversation)
        if not (steal or kept.free(now)):
            return None
        kept.token += 1
        kept.held_until = now + lease
        unread = kept.unread()
        first = unread[0].seq if unread else len(kept.messages) + 1
        opening = kept.opening
        return Claim(
            conversation=conversation,
            token=kept.token,
            channel=opening.channel,
            address=opening.address,
            source=opening.source,
            script=self._scripts[opening.script_version].script,
            script_version=opening.script_version,
            dialogue=kept.dialogue,
            unread=unread,
            transcript=tuple(one for one in kept.messages if one.seq < first)[-TRANSCRIPT:],
            inbound_seq=kept.inbound_seq,
            handover=kept.opening.handover or (conversation if kept.handovers else None),
            remind_at=kept.remind_at,
            remind_why=kept.remind_why,
        )

    async def renew(self, claim: Claim, now: datetime, lease: timedelta) -> bool:
        """Hold it longer."""
        kept = self._of(claim.conversation)
        if kept.token != claim.token:
            return False
        kept.held_until = now + lease
        return True

    async def commit(self, claim: Claim, turn: Turn, *, seen: int) -> tuple[Message, ...]:
        """Write the turn."""
        kept = self._of(claim.conversation)
        if kept.token != claim.token:
            raise LeaseLost(claim.conversation)
        if kept.inbound_seq != seen:
            raise MoreArrived(claim.conversation)
        said = tuple(
            Message(one.id, len(kept.messages) + number, one.author, one.text, turn.at, one.heard)
            for number, one in enumerate(turn.said, start=1)
        )
        kept.messages += said
        kept.dialogue = turn.dialogue
        kept.opening = replace(kept.opening, script_version=claim.script_version)
        if turn.read_up_to > kept.read_seq:
            kept.answered.append((turn.read_up_to, said))
        kept.read_seq = turn.read_up_to
        kept.remind_at, kept.remind_why = turn.remind_at, turn.remind_why
        kept.interest = turn.score.total
        kept.held_until = None
        if turn.handover is not None:
            kept.handovers.append(turn.handover)
        _keep_backlog(kept, claim, turn)
        return said

    async def release(self, claim: Claim) -> None:
        """Free the conversation without a turn."""
        kept = self._of(claim.conversation)
        if kept.token == claim.token:
            kept.held_until = None

    async def standing(self, conversation: str) -> Standing:
        """Where it stands now."""
        kept = self._of(conversation)
        return Standing(kept.dialogue, self._scripts[kept.opening.script_version].script)

    async def said_after(self, conversation: str, seq: int) -> tuple[Message, ...] | None:
        """What the turn said that answered the message with `seq`; None while it is unanswered."""
        answered = self._of(conversation).answered
        return next((said for read_up_to, said in answered if read_up_to >= seq), None)

    def backlog(self) -> list[str]:
        """The entries that wait to be read again."""
        return [entry for kept in self._kept.values() for entry in kept.backlog]

    async def waiting(self, entry: str) -> Waiting | None:
        """The conversation of an entry; None when that one does not wait any more."""
        for conversation, kept in self._kept.items():
            if entry in kept.backlog:
                turns = tuple(kept.backlog.values())
                return Waiting(
                    conversation=conversation,
                    channel=kept.opening.channel,
                    script=self._scripts[kept.opening.script_version].script,
                    dialogue=kept.dialogue,
                    turns=turns,
                    messages=tuple(
                        one for one in kept.messages if one.seq >= turns[0].first_seq - TALK
                    ),
                )
        return None

    async def put_off(
        self,
        waiting: Waiting,
        useless: Sequence[PlainTurn],
        calls: Sequence[CallRecord],  # noqa: ARG002 - nobody pays for a rehearsal
        now: datetime,  # noqa: ARG002
    ) -> None:
        """A model has answered uselessly about these turns."""
        backlog = self._of(waiting.conversation).backlog
        for one in useless:
            if one.id in backlog:
                backlog[one.id] = replace(one, useless=one.useless + 1)

    async def leave(
        self,
        turns: Sequence[PlainTurn],
        why: Left,  # noqa: ARG002
        now: datetime,  # noqa: ARG002
    ) -> None:
        """They will not be read again."""
        for kept in self._kept.values():
            for one in turns:
                kept.backlog.pop(one.id, None)

    def _of(self, conversation: str) -> _Kept:
        kept = self._kept.get(conversation)
        if kept is None:
            raise UnknownConversation(conversation)
        return kept


def _rank(kept: _Kept) -> int:
    return -kept.interest if kept.remind_why == "requalify" else 0


def _keep_backlog(kept: _Kept, claim: Claim, turn: Turn) -> None:
    for one in turn.reread:
        kept.backlog.pop(one.id, None)
    if turn.dialogue.phase == "stopped":
        kept.backlog.clear()
    if turn.again is not None and turn.reading is not None and claim.unread:
        entry = PlainTurn(
            id=uuid4().hex,
            first_seq=claim.unread[0].seq,
            last_seq=turn.read_up_to,
            asked=claim.dialogue.asked,
            language=claim.dialogue.language,
            noticed=turn.reading.signals,
            at=turn.at,
        )
        kept.backlog[entry.id] = entry
