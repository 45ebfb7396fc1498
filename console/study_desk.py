"""Who works out what was asked about the past? A job, so that no request waits for it."""

import asyncio
import time
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from agent.ports import Clock
from console.replay_command import document as replay_document
from console.replay_crew import WorkerDied
from console.routing_replayed import document as routing_document
from console.suggestion_document import document as suggestion_document
from qualification.analytics.worth import Terms
from qualification.errors import ScriptError
from qualification.rewriting import NotRewritable
from qualification.routing.planfile import parse_teams
from qualification.routing.what_if import replay
from qualification.values import Json
from storage.replays import Replay, Replays
from storage.routing_past import RoutingPast
from storage.studies import Studies, Study, UnknownStudy
from storage.suggestions import NoSuchScript, Suggestions

EVERY = 1.0
"""Seconds between two notes of how far it is."""


class ReplayAsked(BaseModel):
    """A draft, and the leads that it is tried on."""

    text: str
    script: str
    since: datetime


class RoutingAsked(BaseModel):
    """A plan of teams, the version that it was written over, and the leads it is tried on."""

    text: str
    onto: int
    since: datetime


class SuggestionAsked(BaseModel):
    """A script, and the leads that it is to learn from."""

    script: str
    since: datetime
    target: Literal["won", "accepted"]
    win: float | None = None
    call: float | None = None
    capacity: int | None = None

    @property
    def terms(self) -> Terms | None:
        """What deals bring and calls cost."""
        if self.win is None or self.call is None:
            return None
        return Terms(self.win, self.call, self.capacity)


class StudyDesk:
    """Works out studies, one after the other."""

    def __init__(
        self,
        studies: Studies,
        replays: Replays,
        suggestions: Suggestions,
        routing_past: RoutingPast,
        clock: Clock,
    ) -> None:
        self._studies = studies
        self._replays = replays
        self._suggestions = suggestions
        self._routing_past = routing_past
        self._clock = clock

    async def work_out(self, study: str) -> datetime | None:
        """The handler of its job: begun anew after a crash, for nothing is written but its end."""
        try:
            asked = await self._studies.get(study)
        except UnknownStudy:
            return None  # forgotten meanwhile
        if asked.state in ("done", "failed"):
            return None
        try:
            result = await self._result(asked)
        except (ScriptError, NotRewritable, WorkerDied) as error:
            await self._studies.fail(study, str(error), self._clock.now())
        except NoSuchScript as error:
            await self._studies.fail(study, f"No script {error} is published", self._clock.now())
        else:
            await self._studies.end(study, result, self._clock.now())
        return None

    async def _result(self, asked: Study) -> dict[str, Json]:
        if asked.kind == "replay":
            wanted = ReplayAsked.model_validate(asked.request)
            found = await self._replay(asked.id, wanted.script, wanted.text, wanted.since)
            return replay_document(found)
        if asked.kind == "routing":
            return await self._routed_again(asked)
        of = SuggestionAsked.model_validate(asked.request)
        await self._studies.note(asked.id, 0, None)
        suggested = await self._suggestions.suggest(
            of.script, of.since, self._clock.now(), of.target, of.terms
        )
        document = suggestion_document(suggested)
        if suggested.draft is None:
            return {**document, "replay": None}
        found = await self._replay(asked.id, of.script, suggested.draft, of.since)
        return {**document, "replay": replay_document(found)}

    async def _routed_again(self, study: Study) -> dict[str, Json]:
        asked = RoutingAsked.model_validate(study.request)
        plan = await asyncio.to_thread(parse_teams, asked.text)
        leads = await self._routing_past.leads(asked.since)
        away = await self._routing_past.away(asked.since)
        await self._studies.note(study.id, 0, len(leads))
        found = await asyncio.to_thread(lambda: tuple(replay(plan, leads, away)))
        return routing_document(found, asked.since)

    async def _replay(self, study: str, script: str, text: str, since: datetime) -> Replay:
        leads = await self._replays.count(script, since)
        await self._studies.note(study, 0, leads)
        done, noted = 0, time.monotonic()

        async def note(more: int) -> None:
            nonlocal done, noted
            done += more
            if time.monotonic() - noted >= EVERY:
                noted = time.monotonic()
                await self._studies.note(study, done, leads)

        return await self._replays.replay(text, since, self._clock.now(), note)
