"""What do the console and the API show? Hand-overs, conversations, one lead with its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select
from sqlalchemy.orm import Session, aliased, selectinload

from agent.dialogue import Dialogue
from agent.errors import UnknownConversation
from agent.messages import Message
from agent.outbox import Remedy
from agent.plans import Plan
from agent.reading import Reading
from qualification.scoring import BehaviourEvent
from qualification.values import Json, Value
from storage.database import Database
from storage.documents import dialogue_from, object_from, reading_from, value_from
from storage.inbox import MESSAGES, read_messages
from storage.outbox import APART
from storage.people import Found, beside
from storage.planned import plans_of
from storage.reach_tables import TextRow
from storage.score_history import (
    ScoreChange,
    VerdictChange,
    read_behaviour,
    score_changes,
    verdict_changes,
)
from storage.tables import (
    AnswerRow,
    ConversationRow,
    HandoverRow,
    MessageRow,
    ScriptVersionRow,
    TurnRow,
)
from storage.waits import REMEDIES

T = TypeVar("T")
MOST = 200
"""Items on a page."""
PAGE = 500
"""Messages of a transcript read at once."""
_EPOCH = datetime.fromtimestamp(0, UTC)
_STEP = timedelta(microseconds=1)


class BadCursor(ValueError):
    """The cursor is not one that an earlier page gave: begin again without one."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list, and where the next ones begin; None at the end."""

    items: tuple[T, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a hand-over fares on its way to one system."""

    id: str
    system: str
    state: str
    """`queued`, `retrying`, `delivered`, `failed`, or `superseded` by a newer revision."""
    attempts: int
    next_at: datetime | None
    last_error: str | None
    remedy: Remedy | None
    """What would help, where it failed or waits for it."""
    response: str | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredHandover:
    """One revision of a hand-over: the document that sales received, and its deliveries."""

    id: str
    revision: int
    conversation: str
    why: str
    document: Mapping[str, Json]
    created_at: datetime
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A conversation as lists show it."""

    conversation: str
    channel: str
    address: str
    source: str | None
    script: str
    script_version: str
    language: str
    phase: str
    outcome: str
    tier: str | None
    score: int
    name: str | None
    email: str | None
    phone: str | None
    handover: str | None
    messages: int
    review_since: datetime | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer as it was given; corrections follow one another."""

    key: str
    value: Value
    quote: str | None
    message: str | None
    source: str
    given: datetime


@dataclass(frozen=True, slots=True)
class PastTurn:
    """One turn, for the audit."""

    at: datetime
    read_up_to: int
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class SentText:
    """How one part of a message fares on its way to their phone."""

    message: str
    state: str
    code: int | None
    """Twilio's error code."""
    why: str | None
    """The rule by which it was not sent, or what Twilio said."""
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Lead:
    """Everything on record about one conversation."""

    line: LeadLine
    dialogue: Dialogue
    messages: tuple[Message, ...]
    texts: tuple[SentText, ...]
    """The parts of our messages, in their order."""
    answers: tuple[GivenAnswer, ...]
    turns: tuple[PastTurn, ...]
    handovers: tuple[StoredHandover, ...]
    """Newest first."""
    beside: tuple[Found, ...]
    """Other conversations of who may be the same person, newest first."""
    behaviour: tuple[BehaviourEvent, ...]
    """What they did, as it was told."""
    score_changes: tuple[ScoreChange, ...]
    verdict_changes: tuple[VerdictChange, ...]
    plans: tuple[Plan, ...] = ()
    """What they are to hear from us, or from a person."""


_LINE = select(
    ConversationRow.id.label("conversation"),
    ConversationRow.channel,
    ConversationRow.address,
    ConversationRow.source,
    ScriptVersionRow.key.label("script"),
    ConversationRow.script_version,
    ConversationRow.language,
    ConversationRow.phase,
    ConversationRow.outcome,
    ConversationRow.tier,
    ConversationRow.score,
    ConversationRow.contact_name.label("name"),
    ConversationRow.contact_email.label("email"),
    ConversationRow.contact_phone.label("phone"),
    ConversationRow.handover,
    ConversationRow.last_seq.label("messages"),
    ConversationRow.review_since,
    ConversationRow.created_at,
    ConversationRow.updated_at,
).join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
_AFTER = MESSAGES.where(
    MessageRow.conversation == bindparam("of"), MessageRow.seq > bindparam("after")
)
_PAGE_AFTER = _AFTER.limit(PAGE)
_NEWER = aliased(HandoverRow)
_HANDOVERS = (
    select(HandoverRow)
    .options(selectinload(HandoverRow.deliveries))
    .where(HandoverRow.why.not_in(APART))
    .order_by(HandoverRow.position.desc())
)
_CURRENT_HANDOVERS = _HANDOVERS.where(
    ~select(_NEWER.position)
    .where(_NEWER.id == HandoverRow.id, _NEWER.revision > HandoverRow.revision)
    .exists()
)


class Leads:
    """The record, as it is read by people and programs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def handovers(self, limit: int = 50, after: str | None = None) -> Page[StoredHandover]:
        """Every hand-over in its newest revision, newest first."""
        wanted = _CURRENT_HANDOVERS.limit(min(limit, MOST) + 1)
        if after is not None:
            wanted = wanted.where(HandoverRow.position < _position(after))

        def work(connection: Connection) -> Page[StoredHandover]:
            with Session(connection) as session:
                rows = session.scalars(wanted).all()
                shown = rows[: min(limit, MOST)]
                more = str(shown[-1].position) if len(rows) > len(shown) else None
                return Page(tuple(map(_handover, shown)), more)

        return await self._database.read(work)

    async def conversations(
        self,
        limit: int = 50,
        after: str | None = None,
        *,
        handed_over: bool | None = None,
        review: bool = False,
    ) -> Page[LeadLine]:
        """Conversations, newest first: all, only those handed over, or only those not; `review`:
        only those that people are to look at.
        """
        wanted = _LINE.order_by(ConversationRow.created_at.desc(), ConversationRow.id.desc())
        if handed_over is not None:
            known = ConversationRow.handover.is_not(None)
            wanted = wanted.where(known if handed_over else ~known)
        if review:
            wanted = wanted.where(ConversationRow.review_since.is_not(None))
        if after is not None:
            wanted = wanted.where(_before(after))
        size = min(limit, MOST)

        def work(connection: Connection) -> Page[LeadLine]:
            lines = [
                LeadLine(**row) for row in connection.execute(wanted.limit(size + 1)).mappings()
            ]
            shown = lines[:size]
            more = _cursor(shown[-1]) if len(lines) > size else None
            return Page(tuple(shown), more)

        return await self._database.read(work)

    async def lead(self, conversation: str) -> Lead:
        """One conversation with everything on record; UnknownConversation when there is none."""

        def work(connection: Connection) -> Lead:
            row = (
                connection.execute(_LINE.where(ConversationRow.id == conversation))
                .mappings()
                .first()
            )
            if row is None:
                raise UnknownConversation(conversation)
            dialogue = select(ConversationRow.dialogue).where(ConversationRow.id == conversation)
            return Lead(
                line=LeadLine(**row),
                dialogue=dialogue_from(connection.execute(dialogue).scalar_one()),
                messages=read_messages(connection, _AFTER, {"of": conversation, "after": 0}),
                texts=_texts(connection, conversation),
                answers=_answers(connection, conversation),
                turns=_turns(connection, conversation),
                handovers=_handovers(connection, conversation),
                beside=beside(connection, conversation),
                behaviour=read_behaviour(connection, conversation),
                score_changes=score_changes(connection, conversation),
                verdict_changes=verdict_changes(connection, conversation),
                plans=plans_of(connection, conversation),
            )

        return await self._database.read(work)

    async def transcript_after(self, conversation: str, seq: int) -> tuple[Message, ...]:
        """The messages after one, PAGE at most, for somebody who was away."""
        wanted: dict[str, str | int] = {"of": conversation, "after": seq}
        return await self._database.read(
            lambda connection: read_messages(connection, _PAGE_AFTER, wanted)
        )


def _texts(connection: Connection, conversation: str) -> tuple[SentText, ...]:
    wanted = (
        select(TextRow.message, TextRow.state, TextRow.code, TextRow.last_error, TextRow.next_at)
        .where(TextRow.conversation == conversation)
        .order_by(TextRow.created_at, TextRow.position)
    )
    return tuple(
        SentText(message, state, code, why, next_at)
        for message, state, code, why, next_at in connection.execute(wanted)
        if message is not None
    )


def _answers(connection: Connection, conversation: str) -> tuple[GivenAnswer, ...]:
    wanted = (
        select(
            AnswerRow.key,
            AnswerRow.value,
            AnswerRow.quote,
            AnswerRow.message,
            AnswerRow.source,
            AnswerRow.given,
        )
        .where(AnswerRow.conversation == conversation)
        .order_by(AnswerRow.position)
    )
    return tuple(
        GivenAnswer(key, value_from(value), quote, message, source, given)
        for key, value, quote, message, source, given in connection.execute(wanted)
    )


def _turns(connection: Connection, conversation: str) -> tuple[PastTurn, ...]:
    wanted = (
        select(TurnRow.at, TurnRow.read_up_to, TurnRow.reading)
        .where(TurnRow.conversation == conversation)
        .order_by(TurnRow.position)
    )
    return tuple(
        PastTurn(at, read_up_to, None if reading is None else reading_from(reading))
        for at, read_up_to, reading in connection.execute(wanted)
    )


def _handovers(connection: Connection, conversation: str) -> tuple[StoredHandover, ...]:
    wanted = _HANDOVERS.where(HandoverRow.conversation == conversation)
    with Session(connection) as session:
        return tuple(map(_handover, session.scalars(wanted)))


def _handover(row: HandoverRow) -> StoredHandover:
    return StoredHandover(
        id=row.id,
        revision=row.revision,
        conversation=row.conversation,
        why=row.why,
        document=object_from(row.payload),
        created_at=row.created_at,
        deliveries=tuple(
            Delivery(
                id=one.id,
                system=one.system,
                state=one.state,
                attempts=one.attempts,
                next_at=one.next_at,
                last_error=one.last_error,
                remedy=REMEDIES.get(one.remedy or ""),
                response=one.response,
                delivered_at=one.delivered_at,
            )
            for one in row.deliveries
        ),
    )


def _position(cursor: str) -> int:
    if not cursor.isdecimal() or len(cursor) > 18:
        raise BadCursor(cursor)
    return int(cursor)


def _cursor(line: LeadLine) -> str:
    return f"{(line.created_at - _EPOCH) // _STEP}.{line.conversation}"


def _before(cursor: str) -> ColumnElement[bool]:
    moment, _, conversation = cursor.partition(".")
    created_at = _EPOCH + _position(moment) * _STEP
    return or_(
        ConversationRow.created_at < created_at,
        and_(ConversationRow.created_at == created_at, ConversationRow.id < conversation),
    )
