"""What did the lead do? Events that other systems tell, each once, and the scores that follow.

A batch is put on record whole or not at all. The leads that it is about are due to be scored anew
in the same transaction, and are scored right after it: what a crash leaves undone, a sweep does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from sqlalchemy import Connection, bindparam, func, insert, or_, select, update

from agent.ports import Clock, Scored
from agent.upkeep import keep_doing
from qualification.scoring import next_change, score
from qualification.script import Script
from storage.database import Database
from storage.documents import dialogue_from
from storage.people import BY_NUMBER
from storage.score_history import Cause, lines_from, lines_text, read_behaviour, write_score
from storage.score_tables import BehaviourRow
from storage.scripts import Scripts
from storage.tables import ConversationRow, MessageRow, ScriptVersionRow

MOST_EVENTS = 2_000
"""Of one lead: more would make every turn of theirs slower, and no score rests on so many."""
MOST_CONVERSATIONS = 20
"""So many of the newest conversations of an address share what the person did."""
AHEAD = timedelta(minutes=1)
"""Clocks differ: what happens so little later than now happens now."""
SCORED_TOGETHER = 50
"""In one transaction: turns must not wait for it."""
EVERY = timedelta(minutes=5)

Why = Literal["unknown-lead", "unknown-event", "future-event", "other-event", "too-many-events"]


@dataclass(frozen=True, slots=True)
class Lead:
    """Whose event it is: one of these."""

    conversation: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event as another system tells it; `id` is the teller's own."""

    id: str
    lead: Lead
    kind: str
    at: datetime
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an event, by its place in the batch, was not taken."""

    place: int
    why: Why
    detail: str


class EventsRefused(Exception):
    """Nothing of the batch was kept: mend these events, and send all of it again."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(f"{len(refusals)} events refused")
        self.refusals = tuple(refusals)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a batch came to."""

    recorded: int
    repeated: int
    """Events that were on record already."""
    leads: int
    """Conversations that were scored anew."""


@dataclass(frozen=True, slots=True)
class _Of:
    """A conversation that an event is about."""

    id: str
    version: str
    key: str


_OF = select(
    ConversationRow.id, ConversationRow.script_version.label("version"), ScriptVersionRow.key
).join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
_NEWEST = _OF.order_by(ConversationRow.created_at.desc(), ConversationRow.id.desc()).limit(
    MOST_CONVERSATIONS
)
_BY_ID = _OF.where(ConversationRow.id == bindparam("lead"))
_BY_EMAIL = _NEWEST.where(ConversationRow.contact_email == bindparam("lead"))
_BY_PHONE = _NEWEST.where(
    or_(
        ConversationRow.contact_phone == bindparam("lead"),
        ConversationRow.channel.in_(BY_NUMBER) & (ConversationRow.address == bindparam("lead")),
    )
)
_HOLD = (
    select(ConversationRow.id, ConversationRow.events)
    .where(ConversationRow.id.in_(bindparam("leads", expanding=True)))
    .order_by(ConversationRow.id)
    .with_for_update()
)
_KNOWN = select(BehaviourRow.conversation, BehaviourRow.client_id, BehaviourRow.kind).where(
    BehaviourRow.conversation.in_(bindparam("leads", expanding=True)),
    BehaviourRow.client_id.in_(bindparam("ids", expanding=True)),
)
_INSERT = insert(BehaviourRow)
_COUNT = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("lead"))
    .values(
        events=func.coalesce(ConversationRow.events, 0) + bindparam("more"),
        rescore_at=bindparam("due"),
    )
)
_STANDING = (
    select(
        ConversationRow.id,
        ConversationRow.script_version,
        ConversationRow.dialogue,
        ConversationRow.tier,
        ConversationRow.score_lines,
        MessageRow.at.label("heard"),
    )
    .outerjoin(
        MessageRow,
        (MessageRow.conversation == ConversationRow.id)
        & (MessageRow.seq == ConversationRow.inbound_seq),
    )
    .where(ConversationRow.id.in_(bindparam("leads", expanding=True)))
    .order_by(ConversationRow.id)
    .with_for_update(of=ConversationRow)
)
_SCORE = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("lead"))
    .values(
        tier=bindparam("new_tier"),
        score=bindparam("new_score"),
        fit=bindparam("new_fit"),
        engagement=bindparam("new_engagement"),
        score_lines=bindparam("new_lines"),
        rescore_at=bindparam("due"),
    )
)
_DUE = (
    select(ConversationRow.id, ConversationRow.script_version)
    .where(ConversationRow.rescore_at <= bindparam("now"))
    .order_by(ConversationRow.rescore_at)
    .limit(SCORED_TOGETHER)
)


class StoredBehaviour:
    """Takes events, and keeps the scores as new as they are."""

    def __init__(self, database: Database, scripts: Scripts, clock: Clock) -> None:
        self._database = database
        self._scripts = scripts
        self._clock = clock

    async def record(self, batch: Sequence[Told]) -> Recorded:
        """Keep a batch and score its leads anew. Raises EventsRefused, and then keeps nothing."""
        now = self._clock.now()
        leads = {one.lead for one in batch}
        found = await self._database.read(
            lambda connection: {lead: _conversations(connection, lead) for lead in leads}
        )
        events = {
            key: await self._events(version, key)
            for version, key in {(one.version, one.key) for some in found.values() for one in some}
        }
        refusals = _refusals(batch, found, events, now)
        if refusals:
            raise EventsRefused(refusals)
        rows = {
            (of.id, one.id): (place, one)
            for place, one in reversed(list(enumerate(batch)))
            for of in found[one.lead]
        }
        new = await self._database.write(lambda connection: _keep(connection, rows, now))
        touched = {conversation for conversation, _ in new}
        versions = {of.id: of.version for some in found.values() for of in some}
        await self._rescore({one: versions[one] for one in sorted(touched)}, "event")
        fresh = {rows[one][0] for one in new}
        return Recorded(len(fresh), len(batch) - len(fresh), len(touched))

    async def rescore_due(self) -> int:
        """Score some of those anew whom time alone may have changed; how many there were."""
        due = {"now": self._clock.now()}
        rows = await self._database.read(lambda connection: connection.execute(_DUE, due).all())
        await self._rescore({row.id: row.script_version for row in rows}, "time")
        return len(rows)

    async def keep(self) -> None:
        """Score anew whoever is due, every few minutes, for ever."""

        async def rescore() -> None:
            while await self.rescore_due() == SCORED_TOGETHER:
                pass

        await keep_doing(rescore, EVERY)

    async def _events(self, version: str, key: str) -> frozenset[str]:
        """What may happen by a conversation's own script and by the current one."""
        own, current = await self._scripts.get(version), await self._scripts.current(key)
        return own.script.score.events | (current or own).script.score.events

    async def _rescore(self, versions: Mapping[str, str], cause: Cause) -> None:
        scripts = {one: (await self._scripts.get(one)).script for one in set(versions.values())}
        ids, now = list(versions), self._clock.now()
        for start in range(0, len(ids), SCORED_TOGETHER):
            some = ids[start : start + SCORED_TOGETHER]
            work = partial(_score, leads=some, scripts=scripts, cause=cause, now=now)
            await self._database.write(work)


def _conversations(connection: Connection, lead: Lead) -> tuple[_Of, ...]:
    wanted, value = next(
        (wanted, value)
        for wanted, value in (
            (_BY_ID, lead.conversation),
            (_BY_EMAIL, lead.email),
            (_BY_PHONE, lead.phone),
        )
        if value is not None
    )
    return tuple(_Of(*row) for row in connection.execute(wanted, {"lead": value}))


def _refusals(
    batch: Sequence[Told],
    found: Mapping[Lead, Sequence[_Of]],
    events: Mapping[str, frozenset[str]],
    now: datetime,
) -> list[Refusal]:
    refusals = []
    ids: dict[tuple[str, str], str] = {}
    for place, one in enumerate(batch):
        theirs = found[one.lead]
        known = frozenset[str]().union(*(events[of.key] for of in theirs))
        if not theirs:
            detail = "No conversation of this lead is on record."
            refusals.append(Refusal(place, "unknown-lead", detail))
        elif one.kind not in known:
            detail = f"Their script knows no event {one.kind!r}: {', '.join(sorted(known))}."
            refusals.append(Refusal(place, "unknown-event", detail))
        if one.at > now + AHEAD:
            detail = f"It lies ahead: it is {now.isoformat(timespec='seconds')} here."
            refusals.append(Refusal(place, "future-event", detail))
        kinds = {ids.setdefault((of.id, one.id), one.kind) for of in theirs}
        refusals += [_other_event(place, one, kind) for kind in kinds if kind != one.kind]
    return refusals


def _other_event(place: int, event: Told, kind: str) -> Refusal:
    """Two events under one id: the second would be taken for the first told again, and be lost."""
    detail = f"The id {event.id!r} is that of a {kind!r} of this lead: give each event its own."
    return Refusal(place, "other-event", detail)


def _keep(
    connection: Connection, rows: Mapping[tuple[str, str], tuple[int, Told]], now: datetime
) -> list[tuple[str, str]]:
    """Which of the rows are new; they are on record now, and their leads are due."""
    ids = {"leads": sorted({conversation for conversation, _ in rows})}
    held = {row.id: row.events or 0 for row in connection.execute(_HOLD, ids)}
    asked = {**ids, "ids": sorted({client for _, client in rows})}
    found = connection.execute(_KNOWN, asked)
    known = {(row.conversation, row.client_id): row.kind for row in found}
    new = sorted(rows.keys() - known.keys(), key=lambda one: (rows[one][0], one))
    more: dict[str, int] = {}
    refusals = [
        _other_event(*rows[one], known[one])
        for one in rows.keys() & known.keys()
        if rows[one][1].kind != known[one]
    ]
    for conversation, client in new:
        more[conversation] = more.get(conversation, 0) + 1
        place = rows[conversation, client][0]
        if conversation not in held:
            detail = "This lead was erased just now."
            refusals.append(Refusal(place, "unknown-lead", detail))
        elif held[conversation] + more[conversation] > MOST_EVENTS:
            detail = (
                f"A lead may have {MOST_EVENTS} events: send only those that the script's lines "
                "count."
            )
            refusals.append(Refusal(place, "too-many-events", detail))
    if refusals:
        raise EventsRefused(sorted(set(refusals), key=lambda one: one.place))
    if new:
        connection.execute(_INSERT, [_row(key, rows[key][1], now) for key in new])
        counted = [{"lead": one, "more": count, "due": now} for one, count in more.items()]
        connection.execute(_COUNT, counted)
    return new


def _row(key: tuple[str, str], event: Told, now: datetime) -> dict[str, object]:
    conversation, client_id = key
    return {
        "conversation": conversation,
        "client_id": client_id,
        "kind": event.kind,
        "seconds": event.seconds,
        "at": min(event.at, now),
        "received_at": now,
    }


def _score(
    connection: Connection,
    leads: Sequence[str],
    scripts: Mapping[str, Script],
    cause: Cause,
    now: datetime,
) -> None:
    """Score these leads as they stand now; who changed scripts meanwhile stays due."""
    changes = []
    for row in connection.execute(_STANDING, {"leads": leads}).all():
        script = scripts.get(row.script_version)
        if script is None:
            continue
        sheet = dialogue_from(row.dialogue).sheet
        behaviour = read_behaviour(connection, row.id)
        before = Scored(behaviour, tier=row.tier, lines=lines_from(row.score_lines))
        card = score(script, sheet, now, behaviour, before=before.tier, last_message=row.heard)
        write_score(connection, row.id, before, card, cause, now)
        changes.append(
            {
                "lead": row.id,
                "new_tier": card.tier,
                "new_score": card.total,
                "new_fit": card.fit,
                "new_engagement": card.engagement,
                "new_lines": lines_text(card.lines),
                "due": next_change(script, sheet, now, behaviour, last_message=row.heard),
            }
        )
    if changes:
        connection.execute(_SCORE, changes)
