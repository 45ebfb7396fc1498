"""What happens between a hand-over and its deliveries? It gets an owner, and a brief for them.

A new hand-over waits for no model: it leaves with the brief that the data make, and what a model
adds to that follows as a revision (`improve`), unless it wrote of the same record before: that is
taken over. A change, which waits for others anyway, waits for the model too. Whatever goes wrong
here, the lead goes out: without an owner, without a brief, with a word on why. Who could not be
found an owner is routed by jobs of its own (agent/router.py).
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from agent.briefing import Briefing
from agent.errors import Unavailable
from agent.outbox import Brief, Owner
from agent.ports import Clock
from agent.routing import Assigning
from qualification.values import Language

KIND = "prepare"
"""The kind of job; its row is a hand-over and its revision: `id.1`."""
IMPROVE = "improve"
"""The kind of job that asks a model for the brief of what has left; the row is the same."""
PATIENCE = timedelta(seconds=20)
"""Both together: sales wants the lead within the minute, complete or not."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unprepared:
    """A revision that waits for its owner and its brief."""

    handover: str
    language: Language
    """The prospect's: that of a brief that nobody in particular will read."""
    urgent: bool = True
    """It is no change: whoever is to see to it does not know yet, or somebody waits."""
    earlier: tuple[Brief, ...] = ()
    """What a model wrote of the revisions before, the newest of each language."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was made of it."""

    owner: Owner | None = None
    brief: Brief | None = None
    trouble: str | None = None
    """Why one of them is missing, if something went wrong."""
    may_gain: bool = False
    """A model is to be asked for a better brief."""
    unrouted: bool = False
    """Its owner took too long, or could not be found: nobody has it yet."""


@dataclass(frozen=True, slots=True)
class Improvable:
    """What has left with a brief that the data made, and is still the newest of its lead."""

    handover: str
    language: Language
    """That of the brief."""


class Preparations(Protocol):
    """Keeps what was prepared; storage.outbox.StoredOutbox."""

    async def unprepared(self, row: str) -> Unprepared | None:
        """The revision that a job is about; None when it needs no preparing."""
        ...

    async def prepared(self, row: str, what: Prepared, now: datetime) -> None:
        """Keep what was made of it, and let its parcels go."""
        ...

    async def improvable(self, row: str) -> Improvable | None:
        """What a job of the kind `improve` is about; None when it needs no other brief any more."""
        ...

    async def improved(self, row: str, brief: Brief, now: datetime) -> None:
        """Send a better brief to those who can change what they have; twice is once."""
        ...


class Preparing:
    """The handlers of jobs of the kinds `prepare` and `improve`."""

    def __init__(
        self,
        preparations: Preparations,
        assigning: Assigning | None,
        briefing: Briefing | None,
        clock: Clock,
        patience: timedelta = PATIENCE,
    ) -> None:
        """None for what is not configured."""
        self._preparations = preparations
        self._assigning = assigning
        self._briefing = briefing
        self._clock = clock
        self._patience = patience.total_seconds()

    async def prepare(self, row: str) -> datetime | None:
        """Prepare a revision, once; done twice it changes nothing."""
        revision = await self._preparations.unprepared(row)
        if revision is not None:
            what = await self._made(revision)
            await self._preparations.prepared(row, what, self._clock.now())
        return None

    async def improve(self, row: str) -> datetime | None:
        """Ask a model for the brief of what has left; where it adds nothing, that is all."""
        what = await self._preparations.improvable(row)
        if what is not None and self._briefing is not None:
            brief = await self._briefing.write(what.handover, what.language)
            if brief.by == "model":
                await self._preparations.improved(row, brief, self._clock.now())
        return None

    async def _made(self, revision: Unprepared) -> Prepared:
        owner, brief, may_gain, at_work = None, None, False, "the owner"
        try:
            async with asyncio.timeout(self._patience):
                if self._assigning is not None:
                    owner = await self._assigning.assign(revision.handover)
                at_work = "the brief"
                if self._briefing is not None:
                    language = revision.language if owner is None else owner.language
                    if revision.urgent:
                        draft = await self._briefing.draft(
                            revision.handover, language, revision.earlier
                        )
                        brief, may_gain = draft.brief, draft.may_gain
                    else:
                        brief = await self._briefing.write(
                            revision.handover, language, revision.earlier
                        )
        except TimeoutError:
            unrouted = at_work == "the owner"
            return Prepared(owner, brief, f"{at_work} took too long", unrouted=unrouted)
        except Unavailable:
            raise
        except Exception as error:
            kind = type(error).__name__
            _LOG.exception("%s goes out without %s: %s", revision.handover, at_work, kind)
            unrouted = at_work == "the owner"
            trouble = f"{at_work} could not be made: {kind}"
            return Prepared(owner, brief, trouble, unrouted=unrouted)
        return Prepared(owner, brief, may_gain=may_gain)
