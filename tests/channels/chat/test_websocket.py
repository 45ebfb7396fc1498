"""channels.chat.websocket, over a real socket on a loopback port."""

import asyncio
import contextlib

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from agent.happenings import Lagged, Offered, Partial, PhaseChanged, Said, Typing, Writing
from channels.chat import websocket
from channels.chat.desk import Desk
from channels.chat.sessions import Sessions
from qualification.script import Script
from tests.channels.conftest import Connect, Visitor
from tests.fakes.clock import FakeClock
from tests.fakes.conductor import Expected, FakeConductor


class TestHello:
    async def test_replays_what_was_said_and_then_is_ready(
        self, visitor: Visitor, dial: Connect
    ) -> None:
        async with dial() as socket:
            frames = await socket.hello(visitor.token)
        assert frames == [
            {
                "type": "message",
                "seq": 1,
                "id": "conversation-1-m1",
                "author": "agent",
                "text": "Soy Lucía, la asistente virtual de Acme.",
                "at": "2026-03-02T09:00:00Z",
            },
            {"type": "phase", "phase": "open"},
            {"type": "ready"},
        ]

    async def test_replays_only_what_comes_after_the_last_message_known(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        conductor.speak(visitor.session, "Two")
        async with dial() as socket:
            frames = await socket.hello(visitor.token, after=1)
        assert [frame.get("text") for frame in frames] == ["Two", None, None]

    async def test_with_a_foreign_token_ends_it(
        self, visitor: Visitor, dial: Connect, clock: FakeClock
    ) -> None:
        async with dial() as socket:
            token = Sessions("another secret", clock).token(visitor.session)
            await socket.send({"type": "hello", "token": token, "after": 0})
            assert (await socket.next())["code"] == "bad-token"
            assert await socket.closed() == 4401

    @pytest.mark.parametrize(
        "first", ["", "hello", b"\x00\xff", {"type": "ping"}, {"type": "hello"}]
    )
    async def test_must_be_the_first_frame(self, dial: Connect, first: object) -> None:
        async with dial() as socket:
            await socket.send(first)
            assert (await socket.next())["code"] == "no-hello"
            assert await socket.closed() == 4400

    async def test_must_come_in_time(self, dial: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(websocket, "HELLO_SECONDS", 0.05)
        async with dial() as socket:
            assert (await socket.next())["code"] == "no-hello"
            assert await socket.closed() == 4400

    async def test_for_an_erased_conversation_ends_it(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        conductor.conversations.clear()
        async with dial() as socket:
            await socket.send({"type": "hello", "token": visitor.token, "after": 0})
            assert (await socket.next())["code"] == "unknown-conversation"
            assert await socket.closed() == 4404

    async def test_while_the_database_is_away_asks_to_come_back(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        conductor.away = True
        async with dial() as socket:
            await socket.send({"type": "hello", "token": visitor.token, "after": 0})
            assert (await socket.next())["code"] == "unavailable"
            assert await socket.closed() == 1013


class TestSending:
    async def test_a_message_is_acknowledged_and_its_turn_expected(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send({"type": "message", "client_id": "a", "text": "Hi\x00"})
            frames = await socket.until("ack")
            assert frames[-1] == {"type": "ack", "client_id": "a", "seq": 2}
        assert conductor.conversations[visitor.session].messages[1].text == "Hi"
        assert conductor.expected == [Expected(visitor.session, 0.6)]

    async def test_a_repeat_after_a_broken_line_is_the_same_message(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        message = {"type": "message", "client_id": "a", "text": "Hi"}
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send(message)
            await socket.until("ack")
            await socket.drop()
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send(message)
            assert (await socket.until("ack"))[-1]["seq"] == 2
        assert len(conductor.conversations[visitor.session].messages) == 2

    @pytest.mark.parametrize(("text", "code"), [("", "empty"), ("x" * 20_001, "too-long")])
    async def test_what_is_not_taken_is_told_by_its_client_id_and_the_line_stays(
        self, visitor: Visitor, dial: Connect, text: str, code: str
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send({"type": "message", "client_id": "a", "text": text})
            error = await socket.next()
            assert (error["type"], error["code"], error["client_id"]) == ("error", code, "a")
            await socket.send({"type": "ping"})
            assert await socket.next() == {"type": "pong"}

    async def test_too_many_are_told_when_to_come_again(
        self, visitor: Visitor, dial: Connect
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            for number in range(6):
                await socket.send({"type": "message", "client_id": f"c{number}", "text": "Hi"})
            error = (await socket.until("error"))[-1]
        assert (error["code"], error["client_id"], error["retry_after"]) == (
            "rate-limited",
            "c5",
            2,
        )

    async def test_one_that_cannot_be_stored_is_not_acknowledged_and_may_come_again(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        message = {"type": "message", "client_id": "a", "text": "Hi"}
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.away = True
            await socket.send(message)
            error = await socket.next()
            assert (error["code"], error["client_id"]) == ("unavailable", "a")
            assert error["retry_after"] > 0
            conductor.away = False
            await socket.send(message)
            assert (await socket.until("ack"))[-1]["seq"] == 2

    async def test_frames_that_are_none_are_refused_one_by_one_and_then_the_line_ends(
        self, visitor: Visitor, dial: Connect
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send("{")
            assert (await socket.next())["code"] == "invalid"
            await socket.send({"type": "hello", "token": visitor.token})
            assert (await socket.next())["code"] == "invalid"
            for _ in range(websocket.PATIENCE):
                await socket.send({"type": "verdict"})
            assert await socket.closed() == 4400


class TestHoldingLines:
    async def test_a_frame_larger_than_any_message_ends_the_line_before_its_hello(
        self, dial: Connect
    ) -> None:
        async with dial() as socket:
            with contextlib.suppress(ConnectionClosed):  # it may be refused while it is sent
                await socket.send("x" * 12_000_000)
            assert await socket.closed() == 1009

    async def test_a_session_has_a_limit_and_whoever_leaves_makes_room(
        self, visitor: Visitor, dial: Connect, desk: Desk
    ) -> None:
        async with dial() as first, dial() as second, dial() as third:
            await first.hello(visitor.token)
            await second.hello(visitor.token)
            await third.send({"type": "hello", "token": visitor.token})
            assert (await third.next())["code"] == "too-many-open"
            assert await third.closed() == 1013
            await first.drop()
            await second.send({"type": "ping"})
            assert await second.next() == {"type": "pong"}
            for _ in range(200):
                if desk.sockets.value == 1:
                    break
                await asyncio.sleep(0.01)
            async with dial() as fourth:
                await fourth.hello(visitor.token)


class TestTyping:
    async def test_puts_the_turn_off_while_a_message_waits_for_it(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send({"type": "message", "client_id": "a", "text": "Hi"})
            await socket.send({"type": "typing"})
            await socket.send({"type": "ping"})
            await socket.until("pong")
        assert conductor.expected == [
            Expected(visitor.session, 0.6),
            Expected(visitor.session, 2.0),
        ]

    async def test_does_nothing_when_no_message_waits(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            await socket.send({"type": "typing"})
            await socket.send({"type": "message", "client_id": "a", "text": "Hi"})
            await socket.until("ack")
            conductor.happen(visitor.session, Typing(True))
            await socket.until("typing")
            await socket.send({"type": "typing"})
            await socket.send({"type": "ping"})
            await socket.until("pong")
        assert conductor.expected == [Expected(visitor.session, 0.6)]


class TestHearing:
    async def test_what_happens_comes_as_frames(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.happen(visitor.session, Typing(True), Partial("m", "I see.", 0))
            conductor.speak(visitor.session, "I see. How many are you?")
            conductor.happen(visitor.session, PhaseChanged("held"), Typing(False))
            frames = [await socket.next() for _ in range(5)]
        assert frames[0] == {"type": "typing", "on": True}
        assert frames[1] == {"type": "delta", "message_id": "m", "text": "I see.", "index": 0}
        assert (frames[2]["seq"], frames[2]["text"]) == (2, "I see. How many are you?")
        assert frames[3:] == [{"type": "phase", "phase": "held"}, {"type": "typing", "on": False}]

    async def test_what_may_be_chosen_comes_as_a_frame(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.happen(visitor.session, Offered(("the CRM", "a renovation")))
            frame = await socket.next()
        assert frame == {"type": "choices", "choices": ["the CRM", "a renovation"]}

    async def test_who_comes_back_to_the_reception_may_choose_again(
        self,
        client: httpx.AsyncClient,
        dial: Connect,
        conductor: FakeConductor,
        script: Script,
    ) -> None:
        conductor.publish(script.model_copy(update={"script": "works", "title": "Works"}))
        session = (await client.post("/chat/sessions", json={"language": "en"})).json()
        async with dial() as socket:
            frames = await socket.hello(session["token"])
        assert {"type": "choices", "choices": session["choices"]} in frames

    async def test_a_message_is_never_sent_twice(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            message = conductor.speak(visitor.session, "Two")
            conductor.happen(visitor.session, Said(message), Said(message), Typing(True))
            frames = await socket.until("typing")
        assert [frame.get("seq") for frame in frames] == [2, None]

    async def test_messages_of_other_processes_are_fetched_before_the_next_one(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.record(visitor.session, "Two, said elsewhere")
            conductor.speak(visitor.session, "Three")
            assert [(await socket.next())["seq"] for _ in range(2)] == [2, 3]

    async def test_a_phase_that_another_process_changed_comes_with_its_next_message(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.hold(visitor.session)
            taken_over = conductor.record(visitor.session, "Ana here.")
            more = conductor.record(visitor.session, "What can I do for you?")
            for message in (taken_over, more):
                conductor.happen(visitor.session, Said(message, elsewhere=True))
            conductor.happen(visitor.session, Typing(True))
            frames = await socket.until("typing")
        assert [frame["type"] for frame in frames] == ["message", "phase", "message", "typing"]
        assert frames[1]["phase"] == "held"

    async def test_a_phase_that_a_slow_line_lost_comes_from_the_record(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.hold(visitor.session)
            conductor.happen(visitor.session, Lagged())
            assert await socket.next() == {"type": "phase", "phase": "held"}

    async def test_a_long_transcript_comes_whole(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        for number in range(3 * conductor.page):
            conductor.record(visitor.session, f"{number}")
        async with dial() as socket:
            frames = await socket.hello(visitor.token)
        seqs = [frame["seq"] for frame in frames if frame["type"] == "message"]
        assert seqs == list(range(1, 3 * conductor.page + 2))

    async def test_a_listener_that_lagged_catches_up_from_the_record(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.record(visitor.session, "Two")
            conductor.record(visitor.session, "Three")
            conductor.happen(visitor.session, Lagged())
            assert [(await socket.next())["text"] for _ in range(2)] == ["Two", "Three"]

    async def test_every_open_window_of_the_visitor_hears_it(
        self, visitor: Visitor, dial: Connect
    ) -> None:
        async with dial() as one, dial() as two:
            await one.hello(visitor.token)
            await two.hello(visitor.token)
            await one.send({"type": "message", "client_id": "a", "text": "Hi"})
            heard = await two.next()
        assert (heard["author"], heard["text"], heard["seq"]) == ("prospect", "Hi", 2)

    async def test_nobody_hears_another_conversation(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        other = await conductor.open("chat", "x", "crm-suite")
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.speak(other.conversation, "Secret")
            conductor.speak(visitor.session, "Yours")
            assert (await socket.next())["text"] == "Yours"

    async def test_a_line_that_drops_in_mid_stream_resumes_without_loss_or_repeat(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.happen(visitor.session, Typing(True), Partial("m", "I see.", 0))
            await socket.until("delta")
            await socket.drop()
        conductor.speak(visitor.session, "I see. How many are you?")
        async with dial() as socket:
            replayed = await socket.hello(visitor.token, after=1)
        assert [frame["seq"] for frame in replayed if frame["type"] == "message"] == [2]

    async def test_a_record_that_cannot_be_read_ends_the_line_with_try_again(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.away = True
            conductor.happen(visitor.session, Lagged())
            assert await socket.closed() == 1013


class TestLeaving:
    async def test_nothing_is_left_of_a_socket_that_is_gone(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor, desk: Desk
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            assert (desk.sockets.value, len(conductor.listeners)) == (1, 1)
            await socket.drop()
        async with dial() as socket:
            await socket.hello(visitor.token)
            assert (desk.sockets.value, len(conductor.listeners)) == (1, 1)


class TestWriting:
    async def test_whoever_comes_back_in_mid_stream_gets_the_text_so_far(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.happen(visitor.session, Typing(True), Partial("m", "One.", 0))
            await socket.until("delta")
            await socket.drop()
        conductor.happen(visitor.session, Partial("m", "Two.", 1))
        async with dial() as socket:
            await socket.hello(visitor.token, after=1)
            conductor.happen(visitor.session, Partial("m", "Three.", 2))
            frames = [await socket.next() for _ in range(4)]
        assert frames[0] == {"type": "typing", "on": True}
        assert [(one["index"], one["text"]) for one in frames[1:]] == [
            (0, "One."),
            (1, "Two."),
            (2, "Three."),
        ]

    async def test_who_has_read_enough_stops_it(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        async with dial() as socket:
            await socket.hello(visitor.token)
            conductor.happen(visitor.session, Typing(True), Partial("m", "One.", 0))
            await socket.until("delta")
            await socket.send({"type": "stop"})
            assert await socket.next() == {"type": "typing", "on": False}
        assert conductor.hushed == [visitor.session]

    async def test_that_the_visitor_writes_is_seen_by_people_and_not_by_the_visitor(
        self, visitor: Visitor, dial: Connect, conductor: FakeConductor
    ) -> None:
        with conductor.listen(visitor.session) as person:
            async with dial() as socket:
                await socket.hello(visitor.token)
                for on in (True, False):
                    await socket.send({"type": "typing", "on": on})
                    assert await anext(person) == Writing(on)
                await socket.send({"type": "ping"})
                assert await socket.next() == {"type": "pong"}
