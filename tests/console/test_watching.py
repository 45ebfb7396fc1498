"""console.watching: who watches sees what changes, with one look at the database for all."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from agent.errors import Unavailable
from console.access import Role
from console.translations import Words
from console.watching import MOST_WAITING, Watcher, Watching
from storage.inbox_filters import Filters, Line, Me
from storage.user_sessions import mark_of
from tests.console.conftest import Browser, Firm
from tests.fakes.clock import FakeClock

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def line(conversation: str, seconds: float, **values: Any) -> Line:
    """One that changed so long after the start."""
    plain: dict[str, Any] = dict.fromkeys(Line.__dataclass_fields__)
    known = {
        "conversation": conversation,
        "position": 1,
        "status": "open",
        "answering": "agent",
        "inbound_seq": 1,
        "last_at": NOW,
        "changed_at": NOW + timedelta(seconds=seconds),
    }
    return Line(**(plain | known | values))


@dataclass
class FakeLines:
    """Lines as they change."""

    lines: list[Line] = field(default_factory=list)
    looks: int = 0
    away: bool = False
    looked: asyncio.Event = field(default_factory=asyncio.Event)

    async def newest_change(self) -> datetime:
        return max((one.changed_at for one in self.lines), default=NOW)

    async def changed(self, after: datetime) -> tuple[Line, ...]:
        self.looks += 1
        self.looked.set()
        if self.away:
            raise Unavailable("locked")
        return tuple(one for one in self.lines if one.changed_at > after)

    async def read_by(
        self, users: Sequence[str], conversations: Sequence[str]
    ) -> Mapping[tuple[str, str], int]:
        return {("reader", one): 1 for one in conversations if "reader" in users}


@dataclass
class FakeSessions:
    """Who is signed in, as what."""

    ended: set[str] = field(default_factory=set)
    others: dict[str, Role] = field(default_factory=dict)

    async def roles(self, marks: Sequence[str]) -> Mapping[str, Role]:
        return {one: self.others.get(one, "sales") for one in marks if one not in self.ended}


def watching_of(lines: FakeLines, sessions: FakeSessions | None = None) -> Watching:
    return Watching(lines, sessions or FakeSessions(), FakeClock(NOW))


def watcher(user: str = "u1", filters: Filters | None = None, tongue: str = "en") -> Watcher:
    """Somebody who looks at a list."""

    def render(shown: Line, words: Words) -> str:
        rendered.append(shown.conversation)
        return f"<li>{shown.conversation} {words.tongue} {shown.unread}</li>"

    rendered = list[str]()
    words = Words("es" if tongue == "es" else "en")
    return Watcher(Me(user), f"of {user}", "sales", words, filters or Filters(), render)


def told(one: Watcher) -> list[dict[str, Any]]:
    """What they were told so far."""
    found = []
    while not one.waiting.empty():
        found.append(json.loads(one.waiting.get_nowait().split("data: ")[1]))
    return found


class TestWatching:
    async def test_tells_each_what_belongs_to_their_list(self) -> None:
        lines = FakeLines()
        watching = watching_of(lines)
        everything, resolved = watcher(), watcher("u2", Filters(status="resolved"))
        with watching.enter(everything), watching.enter(resolved):
            await watching.look()
            lines.lines.append(line("a", 1))
            await watching.look()
            (shown,), (other,) = told(everything), told(resolved)
        assert shown["html"] == "<li>a en True</li>"
        assert (shown["holds"], other["holds"]) == (True, False)
        assert "html" not in other

    async def test_tells_each_change_once_though_it_looks_back_a_little(self) -> None:
        lines = FakeLines()
        watching, one = watching_of(lines), watcher()
        with watching.enter(one):
            await watching.look()
            lines.lines.append(line("late", 3))
            await watching.look()
            lines.lines.append(line("early", 1))
            await watching.look()
            await watching.look()
            assert [event["id"] for event in told(one)] == ["late", "early"]
            lines.lines[0] = replace(lines.lines[0], changed_at=NOW + timedelta(seconds=4))
            await watching.look()
            assert [event["id"] for event in told(one)] == ["late"]

    async def test_says_unread_to_who_has_not_read_it(self) -> None:
        lines = FakeLines()
        watching = watching_of(lines)
        reader, other = watcher("reader"), watcher("other")
        with watching.enter(reader), watching.enter(other):
            await watching.look()
            lines.lines.append(line("a", 1))
            await watching.look()
            assert told(reader)[0]["html"] == "<li>a en False</li>"
            assert told(other)[0]["html"] == "<li>a en True</li>"

    async def test_looks_once_for_two_hundred_who_watch(self) -> None:
        lines = FakeLines()
        watching = watching_of(lines)
        many = [watcher(f"u{number}") for number in range(200)]
        with ExitStack() as stack:
            for one in many:
                stack.enter_context(watching.enter(one))
            await watching.look()
            lines.lines.append(line("a", 1))
            before = lines.looks
            await watching.look()
            assert lines.looks == before + 1
            assert all(len(told(one)) == 1 for one in many)

    async def test_lets_go_of_who_does_not_read(self) -> None:
        lines = FakeLines()
        watching, slow = watching_of(lines), watcher()
        with watching.enter(slow):
            await watching.look()
            lines.lines += [line(f"c{number}", 1) for number in range(MOST_WAITING + 1)]
            await watching.look()
        assert slow.lost

    async def test_goes_on_when_the_database_was_away(self) -> None:
        lines = FakeLines(away=True)
        watching, one = watching_of(lines), watcher()
        events = watching.events(one)
        assert await anext(events) == ": you are watching\n\n"
        async with asyncio.timeout(10):
            await lines.looked.wait()
            lines.away = False
            lines.lines.append(line("a", 1))
            assert '"id": "a"' in await anext(events)

    async def test_tells_nothing_to_who_was_signed_out_or_may_less_now(self) -> None:
        lines, sessions = FakeLines(), FakeSessions()
        watching = watching_of(lines, sessions)
        gone, changed, here = watcher("gone"), watcher("changed"), watcher("here")
        with watching.enter(gone), watching.enter(changed), watching.enter(here):
            await watching.look()
            sessions.ended.add("of gone")
            sessions.others["of changed"] = "auditor"
            lines.lines.append(line("a", 1))
            await watching.look()
            assert (gone.lost, changed.lost, here.lost) == (True, True, False)
            assert [one.waiting.get_nowait() for one in (gone, changed)] == [": come back\n\n"] * 2
            assert len(told(here)) == 1

    async def test_ends_the_stream_of_who_was_signed_out(self) -> None:
        lines, sessions = FakeLines(), FakeSessions()
        events = watching_of(lines, sessions).events(watcher("gone"))
        await anext(events)
        async with asyncio.timeout(10):
            await lines.looked.wait()
            sessions.ended.add("of gone")
            lines.lines.append(line("a", 1))
            assert [one async for one in events] == [
                ": come back\n\n",
                "event: again\ndata: {}\n\n",
            ]

    async def test_goes_on_for_who_comes_as_the_last_one_leaves(self) -> None:
        lines = FakeLines()
        watching = watching_of(lines)
        with watching.enter(watcher("first")):
            await lines.looked.wait() if lines.looks else await asyncio.sleep(0)
        with watching.enter(watcher("next")) as one:
            await asyncio.sleep(0.01)
            lines.lines.append(line("a", 1))
            async with asyncio.timeout(10):
                assert '"id": "a"' in await one.waiting.get()


class TestTheStream:
    async def test_is_for_who_is_signed_in(self, stranger: Browser) -> None:
        response = await stranger.see("/console/watch")
        assert response.status_code == 303
        assert "/console/login" in response.headers["location"]

    async def test_tells_of_a_lead_as_it_comes_until_somebody_is_signed_out(
        self, firm: Firm
    ) -> None:
        user = await firm.users.add("eva@acme.example", "a long enough word", "sales")
        secret = await firm.sessions.begin(user, "password", "a browser")
        one = replace(watcher(), mark=mark_of(secret))
        events = firm.inbox_desk.watching.events(one)
        await anext(events)
        async with asyncio.timeout(10):
            await asyncio.sleep(0.1)
            conversation = await firm.conversation("Hi")
            assert conversation in await anext(events)
            await firm.sessions.end_all(user.id)
            await firm.conversation("Hello")
            assert await anext(events) == ": come back\n\n"
        await events.aclose()  # type: ignore[attr-defined]  # an async generator has it

    async def test_falls_silent_when_somebody_may_less_or_nothing(self, firm: Firm) -> None:
        user = await firm.users.add("eva@acme.example", "a long enough word", "sales")
        mark = mark_of(await firm.sessions.begin(user, "password", "a browser"))
        half = mark_of(await firm.sessions.begin(user, "password", "another", "code"))
        assert await firm.sessions.roles([mark, half, "unknown"]) == {mark: "sales"}
        await firm.users.set_role(user.id, "auditor")
        assert await firm.sessions.roles([mark]) == {mark: "auditor"}
        await firm.users.deactivate(user.id)
        assert await firm.sessions.roles([mark]) == {}
