"""Who watches the inbox, and what do they see change? One look at the database for all of them.

However many people watch, a process asks twice a second what has changed, renders a changed line
once for those who read it alike, and hands it to each whose list it belongs to.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, TypeAlias

from agent.errors import Unavailable
from agent.ports import Clock
from console.access import Role
from console.translations import Words
from storage.inbox_filters import Filters, Line, Me
from storage.inbox_lines import OVERLAP

log = logging.getLogger(__name__)

EVERY_SECONDS = 0.5
BEAT_SECONDS = 20
"""Proxies cut lines that are silent for 60 s."""
LONGEST_SECONDS = 600
"""Then the browser comes back, and is asked again who it is."""
MOST_WAITING = 500
"""Who reads more slowly than this begins anew."""


class Changes(Protocol):
    """Where changes are read: storage.inbox_lines.InboxLines."""

    async def newest_change(self) -> datetime: ...

    async def changed(self, after: datetime) -> tuple[Line, ...]: ...

    async def read_by(
        self, users: Sequence[str], conversations: Sequence[str]
    ) -> Mapping[tuple[str, str], int]: ...


class Sessions(Protocol):
    """Who is still signed in: storage.user_sessions.UserSessions."""

    async def roles(self, marks: Sequence[str]) -> Mapping[str, Role]: ...


Render = Callable[[Line, Words], str]
"""A line as HTML."""
_Written: TypeAlias = dict[tuple[int, Words | None, bool], str]
"""Events that have been written, by what makes them differ for those who watch."""


@dataclass(eq=False, slots=True)
class Watcher:
    """Somebody with a list open."""

    me: Me
    mark: str
    """Of their session: when it has ended they are told nothing more."""
    role: Role
    words: Words
    filters: Filters
    render: Render
    waiting: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))
    lost: bool = False
    """They were told of less than happened, or may not be told."""

    def tell(self, event: str) -> None:
        """Put it into their line, if they are not lost."""
        try:
            self.waiting.put_nowait(event)
        except asyncio.QueueFull:
            self.lost = True

    def lose(self) -> None:
        """Let them come back and be asked who they are."""
        self.lost = True
        self.tell(": come back\n\n")


class Watching:
    """Tells watchers what changes, while there are any."""

    def __init__(self, changes: Changes, sessions: Sessions, clock: Clock) -> None:
        self._changes = changes
        self._sessions = sessions
        self._clock = clock
        self._watchers: set[Watcher] = set()
        self._looking: asyncio.Task[None] | None = None
        self._after: datetime | None = None
        self._told: dict[str, datetime] = {}

    @contextmanager
    def enter(self, watcher: Watcher) -> Iterator[Watcher]:
        """They watch, for as long as the block runs."""
        self._watchers.add(watcher)
        if self._looking is None:
            self._after = None
            self._looking = asyncio.create_task(self._look())
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)
            if not self._watchers and self._looking is not None:
                self._looking.cancel()
                self._looking = None  # it ends later: who comes before that needs another

    async def events(self, watcher: Watcher) -> AsyncIterator[str]:
        """What they are told, as server-sent events."""
        until = asyncio.get_running_loop().time() + LONGEST_SECONDS
        with self.enter(watcher):
            yield ": you are watching\n\n"
            while not watcher.lost and asyncio.get_running_loop().time() < until:
                try:
                    yield await asyncio.wait_for(watcher.waiting.get(), BEAT_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
        yield "event: again\ndata: {}\n\n"

    async def look(self) -> None:
        """Tell everybody what has changed since the last look; the first one only looks."""
        if self._after is None:
            self._after = await self._changes.newest_change()
            self._told.clear()
            return
        lines = await self._changes.changed(self._after - OVERLAP)
        fresh = [line for line in lines if self._told.get(line.conversation) != line.changed_at]
        if lines:
            self._after = max(self._after, lines[-1].changed_at)
            kept = self._after - OVERLAP
            self._told.update({line.conversation: line.changed_at for line in fresh})
            self._told = {of: at for of, at in self._told.items() if at >= kept}
        if fresh:
            await self._tell(fresh)

    async def _look(self) -> None:
        while True:
            try:
                await self.look()
            except Unavailable:
                log.warning("The inbox cannot be watched: the database is away")
            await asyncio.sleep(EVERY_SECONDS)

    async def _tell(self, lines: Sequence[Line]) -> None:
        watchers = await self._admitted()
        users = sorted({one.me.user for one in watchers})
        reads = await self._changes.read_by(users, [line.conversation for line in lines])
        written: _Written = {}
        now = self._clock.now()
        for watcher in watchers:
            for line in lines:
                seen = replace(line, read_seq=reads.get((watcher.me.user, line.conversation), 0))
                watcher.tell(self._event(watcher, seen, now, written))

    async def _admitted(self) -> list[Watcher]:
        """Those who are still signed in, as what they were when they came."""
        watchers = [one for one in self._watchers if not one.lost]
        roles = await self._sessions.roles(sorted({one.mark for one in watchers}))
        admitted = [one for one in watchers if roles.get(one.mark) == one.role]
        for one in set(watchers) - set(admitted):
            one.lose()
        return admitted

    def _event(
        self,
        watcher: Watcher,
        line: Line,
        now: datetime,
        written: _Written,
    ) -> str:
        holds = watcher.filters.hold(line, watcher.me, now)
        key = (line.position, watcher.words if holds else None, holds and line.unread)
        if key not in written:
            told: dict[str, object] = {
                "id": line.conversation,
                "holds": holds,
                "at": line.last_at.isoformat(),
            }
            if holds:
                told["html"] = watcher.render(line, watcher.words)
            written[key] = f"event: line\ndata: {json.dumps(told)}\n\n"
        return written[key]
