"""What was asked about the leads of the past, how far is it, and what came out? One row a study."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from agent.ports import Job
from qualification.values import Json
from storage.database import Database
from storage.study_tables import StudyRow

KIND = "study"
MOST = 5
"""Not ended at a time: each of them reads every lead of its script."""
STUCK = timedelta(hours=1)
"""After so long one that has not ended keeps no other one waiting."""
KEPT = timedelta(days=7)

Enqueue = Callable[[Connection, Job], None]
StudyKind = Literal["replay", "suggestion", "routing"]
State = Literal["waiting", "running", "done", "failed"]

_OPEN = StudyRow.state.in_(("waiting", "running"))
_ONE = select(StudyRow).where(StudyRow.id == bindparam("of"))


class TooManyStudies(Exception):
    """Others are not done yet: ask again when one of them has ended."""


class UnknownStudy(Exception):
    """There is no such study, or not any more: ask again."""


@dataclass(frozen=True, slots=True)
class Study:
    """A question about the past."""

    id: str
    kind: StudyKind
    request: Mapping[str, Json]
    state: State
    leads: int | None
    """How many are looked at, once that is known."""
    done: int
    result: Mapping[str, Json] | None
    trouble: str | None
    asked_at: datetime
    ended_at: datetime | None


class Studies:
    """Keeps questions and their answers; the answers are worked out by jobs."""

    def __init__(self, database: Database, enqueue: Enqueue) -> None:
        self._database = database
        self._enqueue = enqueue

    async def ask(self, kind: StudyKind, request: Mapping[str, Json], now: datetime) -> Study:
        """Have it worked out; old ones are forgotten. Raises TooManyStudies."""
        study = Study(uuid4().hex, kind, request, "waiting", None, 0, None, None, now, None)

        def work(connection: Connection) -> None:
            connection.execute(delete(StudyRow).where(StudyRow.asked_at < now - KEPT))
            waiting = select(func.count()).where(_OPEN, StudyRow.asked_at > now - STUCK)
            if connection.execute(waiting).scalar_one() >= MOST:
                raise TooManyStudies
            connection.execute(
                insert(StudyRow),
                {
                    "id": study.id,
                    "kind": kind,
                    "request": json.dumps(request, ensure_ascii=False),
                    "state": study.state,
                    "asked_at": now,
                },
            )
            self._enqueue(connection, Job(KIND, study.id))

        await self._database.write(work)
        return study

    async def get(self, study: str) -> Study:
        """A study as it stands; raises UnknownStudy."""
        row = await self._database.read(
            lambda connection: connection.execute(_ONE, {"of": study}).first()
        )
        if row is None:
            raise UnknownStudy(study)
        return Study(
            id=row.id,
            kind=cast(StudyKind, row.kind),
            request=json.loads(row.request),
            state=cast(State, row.state),
            leads=row.leads,
            done=row.done,
            result=None if row.result is None else json.loads(row.result),
            trouble=row.trouble,
            asked_at=row.asked_at,
            ended_at=row.ended_at,
        )

    async def note(self, study: str, done: int, leads: int | None) -> None:
        """So far it has come."""
        await self._change(study, {"state": "running", "done": done, "leads": leads})

    async def end(self, study: str, result: Mapping[str, Json], at: datetime) -> None:
        """It is answered."""
        text = json.dumps(result, ensure_ascii=False)
        done = func.coalesce(StudyRow.leads, StudyRow.done)
        values = {"state": "done", "done": done, "result": text, "ended_at": at}
        await self._change(study, values)

    async def fail(self, study: str, trouble: str, at: datetime) -> None:
        """It cannot be answered."""
        await self._change(study, {"state": "failed", "trouble": trouble, "ended_at": at})

    async def _change(self, study: str, values: Mapping[str, object]) -> None:
        """What has ended stays as it is."""
        change = update(StudyRow).where(StudyRow.id == study, _OPEN).values(**values)
        await self._database.write(lambda connection: connection.execute(change))
