"""The conductor leads the conversations: it opens them, answers once, and lets people take over."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.errors import (
    NotHeld,
    NotTheHolder,
    OptedOut,
    Unavailable,
    UnknownConversation,
    UnknownScript,
)
from agent.happenings import PhaseChanged, Said
from agent.messages import Receipt
from agent.ports import Claim
from agent.rehearsal.rehearsal import SystemClock
from qualification.values import Text
from tests.agent.rig import Rig, heard
from tests.agent.scripts import crm, home

ALL_SAID = "perdemos clientes, tenemos 5000 euros al año y decido yo"
AT_ONCE = timedelta(0)


@pytest.fixture(autouse=True)
def _look_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the clock on the wall."""
    monkeypatch.setattr("agent.conductor._LOOK_AGAIN", 0.0)


class TestOpening:
    async def test_a_conversation_begins_with_its_greeting_on_record(self) -> None:
        rig = Rig()
        opened = await rig.conductor.open("chat", "visitor", "crm", "en", "/pricing")
        assert list(opened.messages) == rig.transcript(opened.conversation)
        assert opened.messages[0].text.startswith("I'm Lucía, Acme's AI assistant.")
        assert opened.dialogue.asked == "need"

    async def test_a_language_that_the_script_lacks_gives_its_first(self) -> None:
        rig = Rig(home())
        assert (await rig.conductor.open("chat", "v", "home", "en")).dialogue.language == "es"
        assert (await rig.conductor.open("chat", "v", "home")).dialogue.language == "es"

    async def test_a_script_that_nobody_published_is_named(self) -> None:
        with pytest.raises(UnknownScript, match="unheard-of"):
            await Rig().conductor.open("chat", "visitor", "unheard-of")

    async def test_a_conversation_that_is_not_there_is_named(self) -> None:
        rig = Rig()
        for attempt in (
            rig.hear("nowhere", "hola"),
            rig.conductor.take_over("nowhere", "Ana"),
            rig.conductor.standing("nowhere"),
        ):
            with pytest.raises(UnknownConversation, match="nowhere"):
                await attempt


class TestAnswering:
    async def test_a_repeat_of_a_client_id_gives_the_same_reply_once(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        first = await rig.talk(conversation, "perdemos clientes", "id-1")
        again = await rig.talk(conversation, "perdemos clientes", "id-1")
        assert again.messages == first.messages
        assert len(rig.transcript(conversation)) == 3
        assert len(rig.reader.pages) == 1

    async def test_an_old_repeat_gives_the_old_reply(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        first = await rig.talk(conversation, "perdemos clientes", "id-1")
        await rig.talk(conversation, "unos 5000 euros al año", "id-2")
        assert (await rig.talk(conversation, "…", "id-1")).messages == first.messages

    async def test_a_repeat_while_the_first_is_read_waits_for_the_same_reply(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        rig.reader.hold()
        first = rig.awaited(await rig.hear(conversation, "perdemos clientes", "id-1"))
        await rig.reader.begun(1)
        again = rig.awaited(await rig.hear(conversation, "perdemos clientes", "id-1"))
        rig.reader.let_go()
        assert (await first).messages == (await again).messages
        assert (len(rig.reader.pages), rig.reader.cancelled) == (1, 0)

    async def test_two_who_wait_for_one_answer_get_the_same(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        receipt = await rig.hear(conversation, "perdemos clientes")
        one, two = await asyncio.gather(rig.awaited(receipt), rig.awaited(receipt))
        assert one.messages == two.messages
        assert len(rig.said(conversation)) == 1

    async def test_conversations_do_not_wait_for_each_other(self) -> None:
        rig = Rig()
        slow, quick = await rig.open(), await rig.open()
        rig.reader.hold()
        held = rig.awaited(await rig.hear(slow, "perdemos clientes"))
        await rig.reader.begun(1)
        stop = await rig.talk(quick, "baja")
        assert stop.dialogue.phase == "stopped"
        rig.reader.let_go()
        assert (await held).dialogue.asked == "budget"

    async def test_an_answer_that_nobody_makes_in_time_is_unavailable_and_not_lost(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rig = Rig()
        conversation = await rig.open()
        receipt = await rig.hear(conversation, "perdemos clientes")
        held = await rig.rehearsal.claim(conversation, rig.clock.now(), rig.lease)
        assert held is not None
        monkeypatch.setattr("agent.conductor.PATIENCE", 0.0)
        with pytest.raises(Unavailable, match="on record"):
            await rig.conductor.answer(receipt)
        await rig.rehearsal.release(held)
        assert (await rig.conductor.answer(receipt)).dialogue.asked == "budget"


class TestBursts:
    async def test_a_burst_becomes_one_turn(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        with rig.conductor.listen(conversation) as listener:
            for text in ("hola", "perdemos clientes", "decido yo"):
                await rig.hear(conversation, text)
                rig.conductor.expect_turn(conversation, 0.001)
            for _ in range(4):
                await heard(listener)
        (page,) = rig.reader.pages
        assert [one.text for one in page.unread] == ["hola", "perdemos clientes", "decido yo"]
        assert len(rig.said(conversation)) == 1

    async def test_who_keeps_writing_is_answered_all_the_same(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rig = Rig()
        conversation = await rig.open()
        monkeypatch.setattr("agent.conductor.BURST", 0.0)
        with rig.conductor.listen(conversation) as listener:
            await rig.hear(conversation, "perdemos clientes")
            rig.conductor.expect_turn(conversation, 3600)
            await heard(listener)
            (reply,) = [one for one in await heard(listener) if isinstance(one, Said)]
        assert reply.message.author == "agent"


class TestSweeping:
    async def test_what_a_dead_process_left_is_answered_once(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.hear(conversation, "perdemos clientes")
        dead = await rig.rehearsal.claim(conversation, rig.clock.now(), rig.lease)
        assert dead is not None
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 0
        rig.clock.move(rig.lease)
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 1
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 0
        assert len(rig.said(conversation)) == 1

    async def test_a_burst_is_not_swept_before_it_has_settled(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.hear(conversation, "perdemos clientes")
        assert await rig.conductor.sweep(waiting=timedelta(seconds=15)) == 0
        rig.clock.move(timedelta(seconds=15))
        assert await rig.conductor.sweep(waiting=timedelta(seconds=15)) == 1

    async def test_one_that_fails_holds_up_none_of_the_others(self) -> None:
        rig = Rig()
        bad, good = await rig.open(), await rig.open()
        await rig.hear(bad, "perdemos clientes")
        await rig.hear(good, "baja")
        rig.reader.failure = RuntimeError("a mistake of ours")
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 2
        assert len(rig.said(good)) == 1

    async def test_who_falls_silent_is_nudged_in_time_and_only_so_often(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.talk(conversation, "perdemos clientes")
        rig.clock.move(timedelta(hours=3, minutes=59))
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 0
        for hours in (4, 24, 24):
            rig.clock.move(timedelta(hours=hours))
            await rig.conductor.sweep(waiting=AT_ONCE)
        nudges = [text for text in rig.said(conversation) if text.startswith("¿Sigue por ahí?")]
        assert len(nudges) == 2
        assert nudges[0].endswith("¿Qué presupuesto anual tienen previsto?")

    async def test_nobody_is_nudged_in_the_quiet_hours(self) -> None:
        rig = Rig()
        rig.clock.at = datetime(2026, 11, 23, 19, tzinfo=UTC)
        conversation = await rig.open()
        await rig.talk(conversation, "perdemos clientes")
        rig.clock.move(timedelta(hours=4))
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 0
        rig.clock.at = datetime(2026, 11, 24, 7, tzinfo=UTC)
        assert await rig.conductor.sweep(waiting=AT_ONCE) == 1
        assert rig.said(conversation)[-1].startswith("¿Sigue por ahí?")

    async def test_a_qualified_lead_that_falls_silent_is_handed_over(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.talk(conversation, ALL_SAID)
        assert rig.rehearsal.handovers(conversation) == ()
        rig.clock.move(timedelta(minutes=5))
        await rig.conductor.sweep(waiting=AT_ONCE)
        (handover,) = rig.rehearsal.handovers(conversation)
        assert (handover.why, handover.outcome) == ("qualified", "qualified")

    async def test_a_reminder_that_comes_with_an_answer_yields_to_it(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.talk(conversation, "perdemos clientes")
        rig.clock.move(timedelta(hours=4))
        await rig.hear(conversation, "unos 5000 euros al año")
        await rig.conductor.sweep(waiting=AT_ONCE)
        assert not any(text.startswith("¿Sigue") for text in rig.said(conversation))


class TestPeople:
    async def test_taking_over_during_a_reading_mutes_the_agent(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        rig.reader.hold()
        waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
        await rig.reader.begun(1)
        await rig.conductor.take_over(conversation, "Ana")
        rig.reader.let_go()
        answered = await waiting
        assert (answered.messages, answered.dialogue.phase) == ((), "held")
        assert rig.said(conversation) == []
        assert "need" in answered.dialogue.sheet.answers

    async def test_what_was_written_before_they_came_answers_the_agent_and_what_follows_them(
        self,
    ) -> None:
        rig = Rig()
        conversation = await rig.open()
        receipt = await rig.hear(conversation, "el papeleo de siempre")
        await rig.conductor.take_over(conversation, "Ana")
        answered = await rig.conductor.answer(receipt)
        assert answered.dialogue.sheet.answers["need"].value == Text("el papeleo de siempre")
        await rig.conductor.say(conversation, "Ana", "Soy Ana, ¿en qué le ayudo?")
        after = await rig.talk(conversation, "espere, que me llaman a la puerta")
        assert after.dialogue.sheet == answered.dialogue.sheet

    async def test_messages_to_a_person_are_read_without_a_model(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.conductor.take_over(conversation, "Ana")
        answered = await rig.talk(conversation, "perdemos clientes")
        assert (answered.messages, rig.reader.pages) == ((), [])

    async def test_who_says_something_takes_over(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        with rig.conductor.listen(conversation) as listener:
            (said,) = await rig.conductor.say(conversation, "Ana", "Soy Ana, le ayudo yo.")
            happenings = await heard(listener, PhaseChanged)
        assert (said.author, said.text) == ("person", "Soy Ana, le ayudo yo.")
        assert happenings == [Said(said), PhaseChanged("held")]
        assert (await rig.conductor.standing(conversation)).dialogue.answered_by == "Ana"

    async def test_giving_back_resumes_with_the_question(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.conductor.say(conversation, "Ana", "Hola")
        await rig.talk(conversation, "perdemos clientes")
        await rig.conductor.give_back(conversation)
        assert rig.said(conversation) == ["Hola", "¿Qué presupuesto anual tienen previsto?"]

    async def test_only_who_has_taken_it_over_writes_and_gives_back(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        for holder in (None, "Ana"):
            if holder:
                await rig.conductor.take_over(conversation, holder)
            with pytest.raises(NotTheHolder) as refused:
                await rig.conductor.say_holding(conversation, "Eva", "Hola")
            assert refused.value.by == holder
        with pytest.raises(NotTheHolder):
            await rig.conductor.give_back(conversation, "Eva")
        assert rig.said(conversation) == []
        await rig.conductor.say_holding(conversation, "Ana", "Hola")
        assert rig.said(conversation) == ["Hola"]
        assert (await rig.conductor.standing(conversation)).dialogue.answered_by == "Ana"
        await rig.conductor.give_back(conversation, "Ana")
        assert (await rig.conductor.standing(conversation)).dialogue.phase == "open"

    async def test_who_may_not_write_does_not_disturb_the_turn_under_way(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        rig.reader.hold()
        waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
        await rig.reader.begun(1)
        with pytest.raises(NotTheHolder):
            await rig.conductor.say_holding(conversation, "Eva", "Hola")
        rig.reader.let_go()
        assert (await waiting).dialogue.asked == "budget"

    async def test_who_takes_over_at_the_last_moment_is_not_written_over(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.conductor.take_over(conversation, "Ana")
        claim = rig.rehearsal.claim

        async def and_eva_takes_it(*args: Any, **parts: Any) -> Claim | None:
            rig.rehearsal.claim = claim  # type: ignore[method-assign]
            await rig.conductor.take_over(conversation, "Eva")
            return await claim(*args, **parts)

        rig.rehearsal.claim = and_eva_takes_it  # type: ignore[method-assign]
        with pytest.raises(NotTheHolder) as refused:
            await rig.conductor.say_holding(conversation, "Ana", "Hola")
        assert (refused.value.by, rig.said(conversation)) == ("Eva", [])
        await rig.conductor.say_holding(conversation, "Eva", "Soy Eva")

    async def test_what_nobody_took_cannot_be_given_back_and_stays_free(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        with pytest.raises(NotHeld):
            await rig.conductor.give_back(conversation)
        assert (await rig.talk(conversation, "perdemos clientes")).dialogue.asked == "budget"

    async def test_nobody_writes_to_one_who_opted_out(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.talk(conversation, "baja")
        with pytest.raises(OptedOut):
            await rig.conductor.say(conversation, "Ana", "¿Seguro?")
        with pytest.raises(OptedOut):
            await rig.conductor.take_over(conversation, "Ana")
        assert (await rig.talk(conversation, "alta")).dialogue.phase == "open"

    async def test_a_message_that_comes_while_a_person_writes_loses_neither(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        claim = rig.rehearsal.claim
        arrived: list[Receipt] = []

        async def claim_and_more(*args: object, **named: object) -> object:
            taken = await claim(*args, **named)  # type: ignore[arg-type]
            if not arrived:
                arrived.append(await rig.hear(conversation, "perdemos clientes"))
            return taken

        rig.rehearsal.claim = claim_and_more  # type: ignore[method-assign,assignment]
        await rig.conductor.say(conversation, "Ana", "Hola")
        assert rig.said(conversation) == ["Hola"]
        answered = await rig.conductor.answer(arrived[0])
        assert "need" in answered.dialogue.sheet.answers

    async def test_a_person_goes_before_a_turn_that_starts_anew(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        claim = rig.rehearsal.claim
        stolen: list[object] = []

        async def claim_and_lose_it(*args: object, **named: object) -> object:
            taken = await claim(*args, **named)  # type: ignore[arg-type]
            if not stolen:
                stolen.append(await claim(conversation, rig.clock.now(), rig.lease, steal=True))
            return taken

        rig.rehearsal.claim = claim_and_lose_it  # type: ignore[method-assign,assignment]
        await rig.conductor.take_over(conversation, "Ana")
        assert (await rig.conductor.standing(conversation)).dialogue.phase == "held"


class TestClosing:
    async def test_turns_under_way_are_written_before_it_ends(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        rig.reader.hold()
        waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
        await rig.reader.begun(1)
        closing = asyncio.ensure_future(rig.conductor.aclose())
        await asyncio.sleep(0)
        assert not closing.done()
        rig.reader.let_go()
        await closing
        assert len(rig.said(conversation)) == 1
        await waiting

    async def test_turns_that_have_not_begun_are_left_to_the_next_start(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        await rig.hear(conversation, "perdemos clientes")
        rig.conductor.expect_turn(conversation, 0)
        await rig.conductor.aclose()
        await asyncio.sleep(0)
        assert rig.said(conversation) == []
        assert await rig.rehearsal.unanswered(rig.clock.now(), 9) == [conversation]


class TestListening:
    async def test_what_another_process_wrote_is_passed_on(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        other = rig.beside()
        with rig.conductor.listen(conversation) as listener:
            answered = await other.talk(conversation, "perdemos clientes")
            rig.conductor.publish(conversation, answered.messages)
            assert await heard(listener) == [Said(answered.messages[0], elsewhere=True)]

    async def test_a_repeat_is_heard_once(self) -> None:
        rig = Rig()
        conversation = await rig.open()
        with rig.conductor.listen(conversation) as listener:
            first = await rig.hear(conversation, "hola", "id-1")
            again = await rig.hear(conversation, "hola", "id-1")
            await rig.hear(conversation, "fin", "id-2")
            said = [*await heard(listener), *await heard(listener)]
        assert again == replace(first, repeat=True)
        assert [one.message.text for one in said if isinstance(one, Said)] == ["hola", "fin"]


def test_the_clock_of_the_machine_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


async def test_where_it_stands_is_told_with_verdict_and_score() -> None:
    rig = Rig(crm())
    conversation = await rig.open()
    await rig.talk(conversation, ALL_SAID)
    standing = await rig.conductor.standing(conversation)
    assert (standing.verdict.outcome, standing.score.total) == ("qualified", 45)
