"""The driver holds whole conversations, and counts turns, endings and errors right."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Sequence

import pytest

from bench.driver import TURNS, Banter, Peer, Tally, Timer, drive, prospect
from bench.processes import cpu_seconds


class Patient:
    """A target that answers at once."""

    name = "patient"

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def converse(self, texts: Sequence[str], timer: Timer) -> str | None:
        for text in texts:
            self.heard.append(text)
            await asyncio.sleep(0.001)
            if not timer(0.001):
                return None
        return "qualified"

    def close(self) -> None:
        pass


class Bot:
    """A bot over HTTP that ends at the last turn; it hangs up after each answer if told to."""

    def __init__(self, *, hang_up: bool = False, status: str = "200 OK") -> None:
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.connections = 0
        self._hang_up = hang_up
        self._status = status

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        while head := (await reader.readline()).decode():
            length = 0
            while (line := (await reader.readline()).decode().strip()) != "":
                name, _, value = line.partition(": ")
                length = int(value) if name == "content-length" else length
            self.requests.append((head.split()[1], json.loads(await reader.readexactly(length))))
            body = json.dumps(self._answer(*self.requests[-1])).encode()
            writer.write(f"HTTP/1.1 {self._status}\r\ncontent-length: {len(body)}\r\n\r\n".encode())
            writer.write(body)
            if self._hang_up:
                break
        writer.close()

    def _answer(self, path: str, sent: dict[str, str]) -> dict[str, str]:
        if path == "/chat/sessions":
            return {"token": "t"}
        last = "@" in sent["text"]
        phase, status = ("closed", "qualified") if last else ("open", "open")
        return {"reply": "Goodbye." if last else "And?", "phase": phase, "status": status}


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
async def port(bot: Bot) -> AsyncIterator[int]:
    async with await asyncio.start_server(bot.serve, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


class TestDrive:
    async def test_every_turn_and_ending_is_counted(self) -> None:
        target = Patient()
        tally = await drive(target, at_once=3, conversations=2)
        assert tally.turns == len(target.heard) == 3 * 2 * len(TURNS)
        assert tally.endings == {"qualified": 6}
        assert tally.per_second == pytest.approx(tally.turns / tally.elapsed)

    async def test_it_stops_in_the_middle_when_the_time_is_over(self) -> None:
        tally = await drive(Patient(), at_once=1, seconds=0.02)
        assert 0.02 < tally.elapsed < 1
        assert sum(tally.endings.values()) <= tally.turns / len(TURNS)

    async def test_errors_are_counted_and_end_no_run(self) -> None:
        refusing = Bot(status="503 Busy")
        async with await asyncio.start_server(refusing.serve, "127.0.0.1", 0) as server:
            target = Peer(server.sockets[0].getsockname()[1])
            tally = await drive(target, at_once=1, conversations=3)
            target.close()
        assert (tally.turns, tally.endings, len(tally.errors)) == (0, {}, 3)
        assert "503" in tally.errors[0]


class TestTally:
    def test_percentiles_are_milliseconds(self) -> None:
        tally = Tally(seconds=[number / 1000 for number in range(100, 0, -1)])
        assert [round(tally.percentile(share)) for share in (0.5, 0.95, 0.99)] == [51, 96, 100]


class TestTargets:
    async def test_ours_is_qualified_only_by_our_goodbye(self, port: int, bot: Bot) -> None:
        for goodbye, ending in (("Goodbye.", "qualified"), ("Somebody will write.", "closed")):
            target = Banter(port, goodbye)
            tally = await drive(target, at_once=1, conversations=1)
            target.close()
            assert tally.endings == {ending: 1}
        paths = [path for path, _ in bot.requests]
        assert paths == ["/chat/sessions", *["/chat/messages"] * len(TURNS)] * 2

    async def test_a_peer_keeps_one_conversation_on_one_connection(
        self, port: int, bot: Bot
    ) -> None:
        target = Peer(port)
        tally = await drive(target, at_once=1, conversations=2)
        target.close()
        assert tally.endings == {"qualified": 2}
        assert len({sent["conversation_id"] for _, sent in bot.requests}) == 2
        assert bot.connections == 1

    async def test_a_connection_that_the_server_closed_is_replaced(self) -> None:
        bot = Bot(hang_up=True)
        async with await asyncio.start_server(bot.serve, "127.0.0.1", 0) as server:
            target = Peer(server.sockets[0].getsockname()[1])
            await target.converse(["Hello"], lambda _: True)
            await asyncio.sleep(0.05)
            assert await target.converse(["me@example.com"], lambda _: True) == "qualified"
            target.close()
        assert bot.connections == 2


class TestProspect:
    def test_each_has_a_name_of_its_own_throughout(self) -> None:
        one, other = prospect(), prospect()
        surname = one[0].split("Dana ")[1].split()[0]
        assert surname.lower() in one[-1]
        assert surname not in " ".join(other)


def test_the_processor_time_of_this_process_goes_up() -> None:
    before = cpu_seconds(os.getpid())
    sum(number * number for number in range(2_000_000))
    assert cpu_seconds(os.getpid()) > before
