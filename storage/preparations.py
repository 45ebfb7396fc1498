"""What comes before a parcel goes? What is prepared of its revision; one more for a new owner, and
for a better brief.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from agent.outbox import Brief
from agent.ports import Clock, Job
from agent.preparing import IMPROVE, Improvable, Prepared, Unprepared
from agent.router import late_routing
from agent.routing import Change
from qualification.values import Language
from storage.database import Database
from storage.delivery_tables import AnnouncementRow, PreparationRow
from storage.documents import object_from
from storage.outbox import BRIEF, HOLD, OWNER, StoredOutbox
from storage.suppressions import inserting
from storage.tables import DeliveryRow, HandoverRow

_LAST = (
    select(HandoverRow.revision, HandoverRow.conversation, HandoverRow.payload)
    .where(HandoverRow.id == bindparam("handover"))
    .order_by(HandoverRow.revision.desc())
    .limit(1)
)
_PAYLOAD = select(HandoverRow.payload, HandoverRow.why).where(
    HandoverRow.id == bindparam("handover"), HandoverRow.revision == bindparam("of_revision")
)
_PREPARED = select(PreparationRow.at).where(
    PreparationRow.handover == bindparam("handover"),
    PreparationRow.revision == bindparam("of_revision"),
)
_ANNOUNCED = select(AnnouncementRow.number).where(
    AnnouncementRow.handover == bindparam("handover"),
    AnnouncementRow.revision == bindparam("of_revision"),
)
_MADE = select(PreparationRow.owner, PreparationRow.brief).where(
    PreparationRow.handover == bindparam("handover"),
    PreparationRow.revision == bindparam("of_revision"),
)
_WRITTEN = (
    select(PreparationRow.brief)
    .where(
        PreparationRow.handover == bindparam("handover"),
        PreparationRow.revision < bindparam("of_revision"),
        PreparationRow.brief.is_not(None),
    )
    .order_by(PreparationRow.revision.desc())
)
_PARCELS = select(DeliveryRow.id, DeliveryRow.system, DeliveryRow.state, DeliveryRow.next_at).where(
    DeliveryRow.handover == bindparam("handover"), DeliveryRow.revision == bindparam("of_revision")
)


@dataclass(frozen=True, slots=True)
class _Left:
    """A revision on its way, as it was prepared."""

    conversation: str
    payload: str
    owner: str | None
    brief: Brief


class StoredPreparations:
    """agent.preparing.Preparations over the database."""

    def __init__(self, database: Database, outbox: StoredOutbox) -> None:
        self._database = database
        self._outbox = outbox

    async def unprepared(self, row: str) -> Unprepared | None:
        """The revision that a job of preparing is about; None when it needs no preparing."""
        of = _revision_of(row)

        def work(connection: Connection) -> Unprepared | None:
            found = connection.execute(_PAYLOAD, of).first()
            if found is None or connection.execute(_PREPARED, of).first() is not None:
                return None
            parcels = connection.execute(_PARCELS, of).all()
            if parcels and all(one.state == "superseded" for one in parcels):
                return None
            language = object_from(found.payload).get("language")
            announced = connection.execute(_ANNOUNCED, of).first() is not None
            urgent = announced or found.why != "update"
            return Unprepared(
                of["handover"],
                "en" if language == "en" else "es",
                urgent,
                _written_before(connection, of),
            )

        return await self._database.read(work)

    async def prepared(self, row: str, what: Prepared, now: datetime) -> None:
        """Keep what was made of it, and let its parcels go."""
        of = _revision_of(row)

        def work(connection: Connection) -> None:
            owner, brief = what.owner, what.brief
            new = inserting(connection, PreparationRow).values(
                handover=of["handover"],
                revision=of["of_revision"],
                owner=None if owner is None else OWNER.dump_json(owner).decode(),
                brief=None if brief is None else BRIEF.dump_json(brief).decode(),
                trouble=what.trouble,
                at=now,
            )
            keys = ["handover", "revision"]
            connection.execute(new.on_conflict_do_nothing(index_elements=keys))
            for one in connection.execute(_PARCELS, of).all():
                if one.state in ("queued", "retrying"):
                    due = one.next_at if one.next_at is not None and one.next_at > now else None
                    self._outbox.enqueue(connection, self._outbox.job(one.id, one.system, at=due))
            if what.may_gain:
                self._outbox.enqueue(connection, Job(IMPROVE, row))
            if what.unrouted:
                for job in late_routing(of["handover"], row, now):
                    self._outbox.enqueue(connection, job)

        await self._database.write(work)

    async def improvable(self, row: str) -> Improvable | None:
        """What a job of the kind `improve` is about; None when it needs no other brief any more."""
        of = _revision_of(row)

        def work(connection: Connection) -> Improvable | None:
            left = _left(connection, of)
            return None if left is None else Improvable(of["handover"], left.brief.language)

        return await self._database.read(work)

    async def improved(self, row: str, brief: Brief, now: datetime) -> None:
        """Send a better brief to those who can change what they have; twice is once."""
        of = _revision_of(row)
        identity, revision = of["handover"], of["of_revision"] + 1

        def work(connection: Connection) -> None:
            connection.execute(HOLD, {"handover": identity}).all()
            left = _left(connection, of)
            if left is None:
                return
            payload = _as_update(left.payload, revision, now, changed="brief")
            self._outbox.write_revision(
                connection, identity, revision, left.conversation, "update", payload, now
            )
            prepared = {"handover": identity, "revision": revision, "owner": left.owner, "at": now}
            made = BRIEF.dump_json(brief).decode()
            connection.execute(insert(PreparationRow), {**prepared, "brief": made})
            self._outbox.amend(connection, identity, revision, now)

        await self._database.write(work)


class StoredAnnouncing:
    """agent.routing.Announcing over the database."""

    def __init__(self, database: Database, outbox: StoredOutbox, clock: Clock) -> None:
        self._database = database
        self._outbox = outbox
        self._clock = clock

    async def announce(self, handover: str, why: Change, number: int) -> None:
        """Deliver the newest revision once more, for the owner that the lead has now; twice under
        one `number` is once.
        """
        now = self._clock.now()

        def work(connection: Connection) -> None:
            connection.execute(HOLD, {"handover": handover}).all()
            last = connection.execute(_LAST, {"handover": handover}).first()
            if last is None:
                return
            revision = last.revision + 1
            new = inserting(connection, AnnouncementRow).values(
                handover=handover, number=number, why=why, revision=revision, at=now
            )
            keys = ["handover", "number"]
            if not connection.execute(new.on_conflict_do_nothing(index_elements=keys)).rowcount:
                return
            payload = _as_update(last.payload, revision, now)
            self._outbox.write_revision(
                connection, handover, revision, last.conversation, "update", payload, now
            )
            self._outbox.supersede(connection, handover, now)
            self._outbox.send_revision(connection, handover, revision, "update", now, now, {})

        await self._database.write(work)


def _written_before(connection: Connection, of: Mapping[str, Any]) -> tuple[Brief, ...]:
    """What a model wrote of the revisions before this one: the newest in each language."""
    newest: dict[Language, Brief] = {}
    for text in connection.execute(_WRITTEN, of).scalars():
        brief = None if text is None else BRIEF.validate_json(text)
        if brief is not None and brief.words is not None:
            newest.setdefault(brief.language, brief)
    return tuple(newest.values())


def _left(connection: Connection, of: Mapping[str, Any]) -> _Left | None:
    """A revision that has left with a brief of the data, unless a newer one has followed it."""
    last = connection.execute(_LAST, {"handover": of["handover"]}).first()
    if last is None or last.revision != of["of_revision"]:
        return None
    made = connection.execute(_MADE, of).first()
    brief = None if made is None or made.brief is None else BRIEF.validate_json(made.brief)
    if made is None or brief is None or brief.by != "data":
        return None
    return _Left(last.conversation, last.payload, made.owner, brief)


def _as_update(payload: str, revision: int, now: datetime, **more: str) -> str:
    """What was handed over, said once more."""
    document = {**object_from(payload), "revision": revision, "why": "update"}
    document["created_at"] = now.isoformat()
    document.pop("changed", None)  # what was true of an earlier revision
    return json.dumps({**document, **more}, ensure_ascii=False)


def _revision_of(row: str) -> dict[str, Any]:
    """The row of a job of preparing names a revision."""
    handover, _, revision = row.rpartition(".")
    return {"handover": handover, "of_revision": int(revision)}
