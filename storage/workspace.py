"""How is a turn held and written? Under a fenced lease, in one transaction or not at all.

A claim takes the lease and counts its token up, so whoever claimed last is the only one whose
commit is taken: its first statement names the token and the newest message seen, and changes
nothing when either has moved on.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NoReturn

from sqlalchemy import Connection, Row, bindparam, case, false, func, insert, or_, select, update

from agent.dialogue import RECONTACTS
from agent.errors import LeaseLost, MoreArrived, UnknownConversation
from agent.messages import TEXTED, Message
from agent.plans import REASONS
from agent.ports import Claim, Scored, Turn
from agent.turn import score_claim
from qualification.handover import contact_of
from qualification.scoring import BehaviourEvent
from storage.aftercare import Aftercare
from storage.backlog import StoredBacklog
from storage.calls import write_calls
from storage.database import Database
from storage.documents import dialogue_from, dialogue_text, reading_text, value_text
from storage.inbox import CHANNELS, MESSAGES, read_messages
from storage.outbox import StoredOutbox
from storage.profiles import StoredEnquiries
from storage.prompts import StoredPrompts
from storage.recontacts import Recontacts, elsewhere, pass_on
from storage.sayings import Sayings
from storage.score_history import (
    lines_from,
    lines_text,
    read_behaviour,
    write_score,
    write_verdict,
)
from storage.scripts import Scripts
from storage.tables import AnswerRow, ConversationRow, MessageRow, TurnRow

TRANSCRIPT = 10
"""How many messages before the unread ones a turn is given; all rows read in each turn."""

_CLAIM = (
    update(ConversationRow)
    .where(
        ConversationRow.id == bindparam("conversation"),
        or_(
            ConversationRow.lease_until.is_(None),
            ConversationRow.lease_until <= bindparam("moment"),
            bindparam("steal", type_=false().type),
        ),
    )
    .values(lease_until=bindparam("until"), lease_token=ConversationRow.lease_token + 1)
    .returning(
        ConversationRow.lease_token,
        ConversationRow.channel,
        ConversationRow.address,
        ConversationRow.source,
        ConversationRow.script_version,
        ConversationRow.dialogue,
        ConversationRow.inbound_seq,
        ConversationRow.read_seq,
        ConversationRow.handover,
        ConversationRow.remind_at,
        ConversationRow.remind_why,
        ConversationRow.outcome,
        ConversationRow.tier,
        ConversationRow.score_lines,
        ConversationRow.events,
    )
)
_RECENT = MESSAGES.where(
    MessageRow.conversation == bindparam("of"), MessageRow.seq > bindparam("after")
)
_HELD = (ConversationRow.id == bindparam("conversation")) & (
    ConversationRow.lease_token == bindparam("token")
)
_RENEW = update(ConversationRow).where(_HELD).values(lease_until=bindparam("until"))
_RELEASE = update(ConversationRow).where(_HELD).values(lease_until=None)
_COMMIT = (
    update(ConversationRow)
    .where(_HELD, ConversationRow.inbound_seq == bindparam("seen"))
    .values(
        script_version=bindparam("new_version"),
        phase=bindparam("new_phase"),
        language=bindparam("new_language"),
        dialogue=bindparam("new_dialogue"),
        outcome=bindparam("new_outcome"),
        tier=bindparam("new_tier"),
        score=bindparam("new_score"),
        fit=bindparam("new_fit"),
        engagement=bindparam("new_engagement"),
        score_lines=bindparam("new_score_lines"),
        rescore_at=bindparam("new_rescore_at"),
        review_since=case(
            (
                bindparam("to_review", type_=false().type),
                func.coalesce(ConversationRow.review_since, bindparam("moment")),
            ),
            else_=None,
        ),
        contact_name=bindparam("new_name"),
        contact_email=bindparam("new_email"),
        contact_phone=bindparam("new_phone"),
        handover=bindparam("new_handover"),
        last_seq=ConversationRow.last_seq + bindparam("count"),
        read_seq=bindparam("read_up_to"),
        waiting_since=case(
            (ConversationRow.inbound_seq <= bindparam("read_up_to"), None),
            else_=ConversationRow.waiting_since,
        ),
        lease_until=None,
        remind_at=bindparam("new_remind_at"),
        remind_why=bindparam("new_remind_why"),
        person_due_at=case(
            (bindparam("still_due", type_=false().type), ConversationRow.person_due_at),
            else_=bindparam("new_due_at"),
        ),
        person_due_why=case(
            (bindparam("still_due", type_=false().type), ConversationRow.person_due_why),
            else_=bindparam("new_due_why"),
        ),
        updated_at=bindparam("moment"),
    )
    .returning(ConversationRow.last_seq, ConversationRow.events)
)
_RESCORE = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("conversation"))
    .values(
        tier=bindparam("new_tier"),
        score=bindparam("new_score"),
        fit=bindparam("new_fit"),
        engagement=bindparam("new_engagement"),
        score_lines=bindparam("new_score_lines"),
        rescore_at=bindparam("moment"),
    )
)
"""Due at once: when the next change is to be expected is left to storage/behaviour.py."""
_STANDING = select(ConversationRow.lease_token, ConversationRow.inbound_seq).where(
    ConversationRow.id == bindparam("conversation")
)
_MESSAGES = insert(MessageRow)
_ANSWERS = insert(AnswerRow)
_TURN = insert(TurnRow)


class StoredWorkspace:
    """agent.ports.Workspace over the database."""

    def __init__(
        self,
        database: Database,
        scripts: Scripts,
        outbox: StoredOutbox,
        prompts: StoredPrompts | None = None,
        backlog: StoredBacklog | None = None,
        sayings: Sayings | None = None,
        enquiries: StoredEnquiries | None = None,
        recontacts: Recontacts | None = None,
    ) -> None:
        """`prompts`, `backlog`: where it is kept what the models read, and what they are to read
        again; without a model there is nothing. `sayings`: what a turn means for telephones.
        `enquiries`: what outside services are asked.
        `recontacts`: how many are asked again in a day.
        """
        self._database = database
        self._scripts = scripts
        self._outbox = outbox
        self._aftercare = Aftercare(outbox)
        self._prompts = prompts
        self._backlog = backlog
        self._sayings = sayings
        self._enquiries = enquiries
        self._recontacts = recontacts or Recontacts()

    async def claim(
        self, conversation: str, now: datetime, lease: timedelta, *, steal: bool = False
    ) -> Claim | None:
        """The conversation, if its lease is free or expired; None when another holds it."""

        def work(connection: Connection) -> _Found | None:
            row = connection.execute(
                _CLAIM,
                {
                    "conversation": conversation,
                    "moment": now,
                    "until": now + lease,
                    "steal": steal,
                },
            ).first()
            if row is None:
                _known(connection, conversation)
                return None
            after = {"of": conversation, "after": row.read_seq - TRANSCRIPT}
            behaviour = read_behaviour(connection, conversation) if row.events else ()
            due = row.remind_at is not None and row.remind_at <= now
            again = due and row.remind_why in RECONTACTS and elsewhere(connection, conversation)
            return row, read_messages(connection, _RECENT, after), behaviour, again

        found = await self._database.write(work)
        if found is None:
            return None
        row, messages, behaviour, again = found
        version = await self._scripts.get(row.script_version)
        unread, before = _sorted_out(messages, row.read_seq)
        return Claim(
            conversation=conversation,
            token=row.lease_token,
            channel=CHANNELS[row.channel],
            address=row.address,
            source=row.source,
            script=version.script,
            script_version=version.id,
            dialogue=dialogue_from(row.dialogue),
            unread=unread,
            transcript=before[-TRANSCRIPT:],
            inbound_seq=row.inbound_seq,
            handover=row.handover,
            remind_at=row.remind_at,
            remind_why=REASONS.get(row.remind_why or ""),
            elsewhere=again,
            scored=Scored(behaviour, row.outcome, row.tier, lines_from(row.score_lines)),
        )

    async def renew(self, claim: Claim, now: datetime, lease: timedelta) -> bool:
        """Hold it longer; False when somebody else took over."""
        held = {"conversation": claim.conversation, "token": claim.token, "until": now + lease}
        changed = await self._database.write_alone(
            lambda connection: connection.execute(_RENEW, held).rowcount
        )
        return changed == 1

    async def commit(self, claim: Claim, turn: Turn, *, seen: int) -> tuple[Message, ...]:
        """Write the turn and free the conversation; the messages said, with their seq."""
        if self._prompts is not None:  # first: nothing may fail once the turn is written
            await self._prompts.keep(call.prompt for call in turn.calls)
        return await self._database.write(
            lambda connection: self._commit(connection, claim, turn, seen)
        )

    async def release(self, claim: Claim) -> None:
        """Free the conversation without a turn."""
        held = {"conversation": claim.conversation, "token": claim.token}
        await self._database.write_alone(lambda connection: connection.execute(_RELEASE, held))

    def _commit(
        self, connection: Connection, claim: Claim, turn: Turn, seen: int
    ) -> tuple[Message, ...]:
        if turn.recontact == "requalify":
            self._recontacts.count(connection, turn.at)
        if claim.channel not in TEXTED:
            number = _number(claim, turn)
            if pass_on(connection, number, turn.left_to_person, turn.at):
                turn = replace(turn, left_to_person=None)
        handover = claim.handover
        if turn.handover is not None and handover is None:
            handover = self._outbox.new_handover()
        written = connection.execute(_COMMIT, _changes(claim, turn, seen, handover)).first()
        if written is None:
            _refuse(connection, claim)
        first = written.last_seq - len(turn.said) + 1
        said = tuple(
            Message(one.id, first + place, one.author, one.text, turn.at, one.heard)
            for place, one in enumerate(turn.said)
        )
        _insert(connection, claim, turn, said)
        _keep_standing(connection, claim, turn, written.events or 0)
        if self._backlog is not None:
            self._backlog.write(connection, claim, turn)
        if self._sayings is not None:
            self._sayings.write(connection, claim, turn, said)
        if self._enquiries is not None:
            self._enquiries.write(connection, claim, turn)
        if turn.handover is not None and handover is not None:
            self._outbox.hand_over(connection, handover, claim.conversation, turn.handover, turn.at)
        self._aftercare.follow(connection, claim, turn)
        return said


_Claimed = tuple[
    int,
    str,
    str,
    str | None,
    str,
    str,
    int,
    int,
    str | None,
    datetime | None,
    str | None,
    str,
    str | None,
    str | None,
    int | None,
]
_Found = tuple[Row[*_Claimed], tuple[Message, ...], tuple[BehaviourEvent, ...], bool]


def _sorted_out(
    messages: Sequence[Message], read_seq: int
) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    unread = tuple(one for one in messages if one.author == "prospect" and one.seq > read_seq)
    if not unread:
        return unread, tuple(messages)
    return unread, tuple(one for one in messages if one.seq < unread[0].seq)


def _changes(claim: Claim, turn: Turn, seen: int, handover: str | None) -> dict[str, object]:
    contact = contact_of(turn.dialogue.sheet)
    return {
        "conversation": claim.conversation,
        "token": claim.token,
        "seen": seen,
        "new_version": claim.script_version,
        "new_phase": turn.dialogue.phase,
        "new_language": turn.dialogue.language,
        "new_dialogue": dialogue_text(turn.dialogue),
        "new_outcome": turn.verdict.outcome,
        "new_tier": turn.score.tier,
        "new_score": turn.score.total,
        "new_fit": turn.score.fit,
        "new_engagement": turn.score.engagement,
        "new_score_lines": lines_text(turn.score.lines),
        "new_rescore_at": turn.rescore_at,
        "to_review": turn.review,
        "new_name": contact.get("name"),
        "new_email": contact.get("email"),
        "new_phone": contact.get("phone"),
        "new_handover": handover,
        "count": len(turn.said),
        "read_up_to": turn.read_up_to,
        "new_remind_at": turn.remind_at,
        "new_remind_why": turn.remind_why,
        "still_due": _still_due(claim, turn),
        "new_due_at": turn.at if turn.left_to_person else None,
        "new_due_why": turn.left_to_person,
        "moment": turn.at,
    }


def _number(claim: Claim, turn: Turn) -> str | None:
    """The number that they called from, or gave."""
    if claim.address.startswith("+"):
        return claim.address
    return contact_of(turn.dialogue.sheet).get("phone")


def _still_due(claim: Claim, turn: Turn) -> bool:
    """Whether this turn changes nothing about who should hear from a person."""
    before, after = claim.dialogue, turn.dialogue
    answered = turn.reading is not None or turn.recontact is not None
    cancelled = (before.phase, before.left_alone) != (after.phase, after.left_alone)
    return turn.left_to_person is None and not answered and not cancelled


def _insert(connection: Connection, claim: Claim, turn: Turn, said: tuple[Message, ...]) -> None:
    of = {"conversation": claim.conversation, "at": turn.at}
    if said:
        connection.execute(
            _MESSAGES,
            [
                {
                    **of,
                    "id": one.id,
                    "seq": one.seq,
                    "author": one.author,
                    "text": one.text,
                    "heard": one.heard,
                    "channel": claim.channel,
                    "external_id": None,
                }
                for one in said
            ],
        )
    connection.execute(
        _TURN,
        {
            **of,
            "read_up_to": turn.read_up_to,
            "said_from": said[0].seq if said else None,
            "said_to": said[-1].seq if said else None,
            "reader": turn.reading and turn.reading.reader,
            "reading": turn.reading and reading_text(turn.reading),
        },
    )
    if turn.answers:
        connection.execute(
            _ANSWERS,
            [
                {
                    **of,
                    "key": one.key,
                    "value": value_text(one.value),
                    "quote": one.evidence and one.evidence.quote,
                    "message": one.evidence and one.evidence.message,
                    "source": one.source,
                    "given": one.given,
                }
                for one in turn.answers
            ],
        )
    write_calls(connection, claim.conversation, turn.calls, turn.at)


def _keep_standing(connection: Connection, claim: Claim, turn: Turn, events: int) -> None:
    """Keep what changed of verdict and score. What they did since the claim counts too."""
    card, before = turn.score, claim.scored
    if events != len(before.behaviour):
        known = replace(before, behaviour=read_behaviour(connection, claim.conversation))
        card = score_claim(replace(claim, scored=known), turn.dialogue, turn.at)
        connection.execute(
            _RESCORE,
            {
                "conversation": claim.conversation,
                "new_tier": card.tier,
                "new_score": card.total,
                "new_fit": card.fit,
                "new_engagement": card.engagement,
                "new_score_lines": lines_text(card.lines),
                "moment": turn.at,
            },
        )
    write_score(connection, claim.conversation, before, card, "turn", turn.at)
    write_verdict(
        connection, claim.conversation, before, turn.verdict, turn.at, cause=turn.recontact
    )


def _known(connection: Connection, conversation: str) -> Row[int, int]:
    row = connection.execute(_STANDING, {"conversation": conversation}).first()
    if row is None:
        raise UnknownConversation(conversation)
    return row


def _refuse(connection: Connection, claim: Claim) -> NoReturn:
    row = _known(connection, claim.conversation)
    if row.lease_token != claim.token:
        raise LeaseLost(claim.conversation)
    raise MoreArrived(claim.conversation)
