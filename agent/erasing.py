"""What do others keep for us of somebody who was erased? It is deleted there as well: at once if
they answer, by a job until they do.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from agent.errors import Unavailable
from agent.ports import Clock

KIND = "erase"
"""The kind of job that deletes something kept elsewhere; its row is the sid."""
BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 480, 1440))
"""After so many tries; the last one over and over. It is a duty: nobody gives it up."""

log = logging.getLogger(__name__)

CarrierKind = Literal["message", "call", "recording"]
ListKind = Literal["mailchimp", "constant_contact"]
"""The systems that keep members of lists for us, by their names."""
KeptKind = CarrierKind | ListKind
LISTED: Mapping[str, ListKind] = {"member": "mailchimp", "contact": "constant_contact"}
"""The step of a delivery after which somebody is on a list; what it kept is what they are known by
there.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is kept elsewhere, and how often its deletion was tried."""

    kind: KeptKind
    sid: str
    tries: int = 0


class Eraser(Protocol):
    """Deletes what the carrier keeps."""

    async def erase(self, kind: CarrierKind, sid: str) -> None:
        """It is gone, or was gone already. Raises Unavailable: not now."""
        ...


class Forgetting(Protocol):
    """Deletes members of lists."""

    async def forget(self, system: ListKind, member: str) -> None:
        """They are gone, or were gone already. Raises Unavailable: not now."""
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
        lists: Forgetting | None = None,
    ) -> None:
        """None where nothing is configured that could be asked."""
        self._erasures = erasures
        self._eraser = eraser
        self._lists = lists
        self._clock = clock

    async def erase(self, sid: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one."""
        kept = await self._erasures.left(sid)
        if kept is None:
            return None
        try:
            await self._delete(kept)
        except Unavailable as error:
            log.warning("%s %s is not erased yet: %s", kept.kind, kept.sid, error)
            await self._erasures.failed(sid, str(error))
            return self._clock.now() + BACK_OFF[min(kept.tries, len(BACK_OFF) - 1)]
        await self._erasures.done(sid)
        return None

    async def _delete(self, kept: Kept) -> None:
        match kept.kind:
            case "message" | "call" | "recording" as kind:
                if self._eraser is None:
                    raise Unavailable("TWILIO_ACCOUNT_SID is not set")
                await self._eraser.erase(kind, kept.sid)
            case system:
                if self._lists is None:
                    raise Unavailable(f"{system} is not configured")
                await self._lists.forget(system, kept.sid)
