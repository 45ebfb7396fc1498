"""What do others keep for us of somebody who was erased? It is deleted there as well: at once if
they answer, by a job until they do.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, get_args

from agent.errors import Unavailable
from agent.ports import Clock

KIND = "erase"
"""The kind of job that deletes something kept elsewhere; its row is the sid."""
BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480, 1440))
"""After so many tries; the last one over and over. It is a duty: nobody gives it up."""

log = logging.getLogger(__name__)

ListKind = Literal["mailchimp", "constant_contact"]
"""The systems that keep members of lists for us, by their names."""
LISTS: tuple[ListKind, ...] = get_args(ListKind)
KeptKind = Literal["message", "call", "recording"] | ListKind


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept elsewhere, and how often its deletion was tried."""

    kind: KeptKind
    sid: str
    tries: int = 0


class Eraser(Protocol):
    """Deletes what is kept elsewhere."""

    async def erase(self, kind: KeptKind, sid: str) -> None:
        """It is gone, or was gone already. Raises Unavailable: not now."""
        ...


class Erasures(Protocol):
    """Keeps what is still to be deleted elsewhere."""

    async def left(self, sid: str) -> Kept | None:
        """It, if it is still to be deleted."""
        ...

    async def done(self, sid: str) -> None:
        """It is deleted: nothing of it is kept here either."""
        ...

    async def failed(self, sid: str, why: str) -> None:
        """It could not be deleted now."""
        ...


class Erasing:
    """Deletes what is kept elsewhere; the handler of jobs of the kind `erase`."""

    def __init__(
        self,
        erasures: Erasures,
        eraser: Eraser | None,
        clock: Clock,
        lists: Eraser | None = None,
    ) -> None:
        """`eraser`: of what the carrier keeps, `lists`: of members of lists; None while nothing is
        configured that could be asked.
        """
        self._erasures = erasures
        self._erasers: Mapping[KeptKind, Eraser | None] = {
            "message": eraser,
            "call": eraser,
            "recording": eraser,
            **dict.fromkeys(LISTS, lists),
        }
        self._clock = clock

    async def erase(self, sid: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one."""
        kept = await self._erasures.left(sid)
        if kept is None:
            return None
        try:
            eraser = self._erasers[kept.kind]
            if eraser is None:
                what = kept.kind if kept.kind in LISTS else "TWILIO_ACCOUNT_SID"
                raise Unavailable(f"{what} is not set")
            await eraser.erase(kept.kind, kept.sid)
        except Unavailable as error:
            log.warning("%s %s is not erased yet: %s", kept.kind, kept.sid, error)
            await self._erasures.failed(sid, str(error))
            return self._clock.now() + BACK_OFF[min(kept.tries, len(BACK_OFF) - 1)]
        await self._erasures.done(sid)
        return None
