"""A turn is taken once, whole, whatever arrives, fails or takes over meanwhile."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from agent.errors import LeaseLost, ModelTimeout, MoreArrived
from agent.happenings import Offered, Partial, PhaseChanged, Said, Typing
from agent.messages import InboundMessage, Message
from agent.ports import Claim, Turn
from agent.reading import Reading
from agent.turns import RESTARTS
from qualification.signals import Signal
from tests.agent.rig import Rig, heard
from tests.agent.scripts import crm
from tests.fakes.reader import CALL

ALL_SAID = "perdemos clientes, tenemos 5000 euros al año y decido yo"


async def test_one_message_is_one_reading_and_one_reply() -> None:
    rig = Rig()
    conversation = await rig.open()
    answered = await rig.talk(conversation, "perdemos clientes")
    assert len(rig.reader.pages) == 1
    assert [one.text for one in answered.messages] == rig.said(conversation)
    assert answered.dialogue.asked == "budget"
    assert answered.read is not None
    assert answered.read.calls == (CALL,)


async def test_a_reader_sees_the_question_the_new_messages_and_what_was_said_before() -> None:
    rig = Rig()
    conversation = await rig.open("en")
    await rig.talk(conversation, "we lose customers")
    await rig.talk(conversation, "5000 euros a year")
    page = rig.reader.pages[1]
    assert (page.asked, page.language) == ("budget", "en")
    assert [one.text for one in page.unread] == ["5000 euros a year"]
    assert [one.author for one in page.transcript] == ["agent", "prospect", "agent"]
    assert page.expected == ("budget", "authority", "timeline", "name", "email")


async def test_a_message_during_a_reading_restarts_it_with_both() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.hold()
    first = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
    await rig.reader.begun(1)
    second = rig.awaited(await rig.hear(conversation, "decido yo"))
    await rig.reader.begun(2)
    rig.reader.let_go()
    answers = await asyncio.gather(first, second)
    assert [one.text for one in rig.reader.pages[1].unread] == ["perdemos clientes", "decido yo"]
    assert (len(rig.reader.pages), rig.reader.cancelled) == (2, 1)
    assert answers[0].messages == answers[1].messages
    assert len(rig.said(conversation)) == 1
    assert set(answers[0].dialogue.sheet.answers) == {"need", "authority"}


async def test_who_does_not_stop_writing_is_read_plainly_in_the_end() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.hold()
    waiting = [rig.awaited(await rig.hear(conversation, "perdemos clientes"))]
    for time in range(RESTARTS):
        await rig.reader.begun(time + 1)
        waiting.append(rig.awaited(await rig.hear(conversation, f"y más {time}")))
    answers = await asyncio.gather(*waiting)
    assert (len(rig.reader.pages), rig.reader.cancelled) == (RESTARTS, RESTARTS)
    assert {one.messages for one in answers} == {answers[0].messages}
    assert len(rig.said(conversation)) == 1
    assert "need" in answers[0].dialogue.sheet.answers


async def test_a_message_that_another_process_received_is_read_with_the_first() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.hold()
    waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
    await rig.reader.begun(1)
    await rig.rehearsal.receive(
        InboundMessage("chat", uuid4().hex, conversation, "decido yo", rig.clock.now())
    )
    rig.reader.let_go()
    answered = await waiting
    assert (len(rig.reader.pages), rig.reader.cancelled) == (2, 0)
    assert set(answered.dialogue.sheet.answers) == {"need", "authority"}
    assert len(rig.said(conversation)) == 1


async def test_a_turn_whose_conversation_was_stolen_is_dropped() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.hold()
    waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
    await rig.reader.begun(1)
    await rig.beside().answer_first(conversation, "Yo me encargo.")
    rig.reader.let_go()
    answered = await waiting
    assert [one.text for one in answered.messages] == ["Yo me encargo."]
    assert rig.said(conversation) == ["Yo me encargo."]


async def test_a_reading_is_given_up_as_soon_as_its_lease_is_lost() -> None:
    rig = Rig(lease=timedelta(milliseconds=20))
    conversation = await rig.open()
    rig.reader.hold()
    waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
    await rig.reader.begun(1)
    await rig.beside().answer_first(conversation, "Ya está.")
    answered = await waiting
    assert rig.reader.cancelled == 1
    assert [one.text for one in answered.messages] == ["Ya está."]


async def test_a_lease_is_renewed_while_a_reading_lasts() -> None:
    rig = Rig(lease=timedelta(milliseconds=20))
    conversation = await rig.open()
    rig.reader.hold()
    waiting = rig.awaited(await rig.hear(conversation, "perdemos clientes"))
    await rig.reader.begun(1)
    rig.clock.move(timedelta(milliseconds=19))
    await rig.renewed(conversation)
    rig.reader.let_go()
    assert (await waiting).dialogue.asked == "budget"


async def test_a_model_that_fails_is_replaced_within_the_turn_and_its_calls_are_kept() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.failure = ModelTimeout("too slow")
    answered = await rig.talk(conversation, "perdemos clientes")
    assert answered.read is not None
    assert (answered.read.reading.reader, answered.read.calls) == ("plain", (CALL,))
    assert answered.dialogue.asked == "budget"


async def test_what_was_heard_before_the_model_failed_stands_in_the_reply() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.failure = ModelTimeout("too slow")
    rig.reader.failure.heard = "Entiendo que es molesto."
    answered = await rig.talk(conversation, "perdemos clientes")
    assert answered.messages[0].text.startswith("Entiendo que es molesto.")


async def test_a_stop_is_honoured_whatever_a_model_would_read() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.reading = Reading(reader="model", bridge="Sigamos.")
    with rig.conductor.listen(conversation) as listener:
        answered = await rig.talk(conversation, "no me escriban más")
        happenings = await heard(listener, PhaseChanged)
    assert answered.dialogue.phase == "stopped"
    assert rig.reader.pages == []
    assert not any(isinstance(one, Partial) for one in happenings)


async def test_nothing_is_said_ahead_to_somebody_who_asks_for_a_person() -> None:
    rig = Rig()
    conversation = await rig.open()
    with rig.conductor.listen(conversation):
        await rig.talk(conversation, "quiero hablar con una persona")
        await rig.talk(conversation, "hola")
    assert rig.reader.listened == [False]


async def test_sentences_go_ahead_only_where_somebody_listens() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.sentences = ("Entiendo.", "Claro.")
    await rig.talk(conversation, "perdemos clientes")
    with rig.conductor.listen(conversation) as listener:
        answered = await rig.talk(conversation, "unos 5000 euros al año")
        happenings = await heard(listener, Typing)
        happenings += await heard(listener, Typing)
    assert rig.reader.listened == [False, True]
    said = answered.messages[0]
    prospect, *rest = happenings
    assert isinstance(prospect, Said)
    assert rest == [
        Typing(True),
        Partial(said.id, "Entiendo.", 0),
        Partial(said.id, "Claro.", 1),
        Said(said),
        Offered(("decido yo", "lo decide mi jefe")),
        Typing(False),
    ]


async def test_listeners_learn_that_the_phase_changed() -> None:
    rig = Rig()
    conversation = await rig.open()
    with rig.conductor.listen(conversation) as listener:
        await rig.talk(conversation, "quiero hablar con una persona")
        happenings = await heard(listener, PhaseChanged)
    assert happenings[-1] == PhaseChanged("held")


async def test_the_turn_goes_on_when_whoever_waited_for_it_has_gone() -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.hold()
    receipt = await rig.hear(conversation, "perdemos clientes")
    waiting = rig.awaited(receipt)
    await rig.reader.begun(1)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    rig.reader.let_go()
    answered = await rig.conductor.answer(replace(receipt, repeat=True))
    assert rig.reader.cancelled == 0
    assert [one.text for one in answered.messages] == rig.said(conversation)


async def test_a_reader_with_a_mistake_in_it_does_not_silence_the_conversation(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rig = Rig()
    conversation = await rig.open()
    rig.reader.failure = RuntimeError("a mistake of ours")
    answered = await rig.talk(conversation, "perdemos clientes")
    assert answered.dialogue.asked == "budget"
    assert "a mistake of ours" in caplog.text


async def test_a_turn_that_cannot_be_written_is_tried_again_without_a_model_and_more_seldom(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rig = Rig()
    conversation = await rig.open()
    written, rig.rehearsal.commit = rig.rehearsal.commit, failing_commit  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        await rig.talk(conversation, "perdemos clientes")
    assert "cannot be written" in caplog.text
    rig.clock.move(timedelta(seconds=6))
    await rig.conductor.sweep(waiting=timedelta(0))
    assert len(rig.reader.pages) == 1
    rig.rehearsal.commit = written  # type: ignore[method-assign]
    await rig.conductor.sweep(waiting=timedelta(0))
    assert rig.said(conversation) == []
    answered = await rig.talk(conversation, "5.000 euros al año")
    assert len(rig.said(conversation)) == 1
    assert {"need", "budget"} <= set(answered.dialogue.sheet.answers)


async def failing_commit(*_: object, **__: object) -> tuple[Message, ...]:
    raise RuntimeError("cannot be written")


async def test_what_a_turn_reads_is_bounded_however_much_was_written() -> None:
    rig = Rig()
    conversation = await rig.open()
    for number in range(80):
        receipt = await rig.hear(conversation, "perdemos clientes " * 500, f"m{number}")
    await rig.conductor.answer(receipt)
    [page] = rig.reader.pages
    assert len(page.unread) <= 60
    assert sum(len(message.text) for message in page.unread) <= 60 * 200


async def test_a_model_is_asked_no_more_when_the_turns_are_used_up() -> None:
    rig = Rig(crm(limits={"turns": 2, "asks_per_question": 2}))
    conversation = await rig.open()
    for text in ("perdemos clientes", "5.000 euros al año", "hola", "hola"):
        await rig.talk(conversation, text)
    assert len(rig.reader.pages) == 2


async def test_a_conversation_that_somebody_else_answers_is_left_to_them() -> None:
    rig = Rig()
    conversation = await rig.open()
    other = rig.beside()
    other.reader.hold()
    receipt = await rig.hear(conversation, "perdemos clientes")
    elsewhere = other.awaited(receipt)
    await other.reader.begun(1)
    here = rig.awaited(receipt)
    other.reader.let_go()
    assert (await here).messages == (await elsewhere).messages
    assert (await here).read is None
    assert rig.reader.pages == []
    assert len(rig.said(conversation)) == 1


async def test_a_writer_faster_than_the_plain_reader_is_left_to_the_sweep() -> None:
    """It cannot happen with a person, but must end."""
    rig = Rig()
    conversation = await rig.open()
    commit, tries = rig.rehearsal.commit, []

    async def too_late(*_: object, **__: object) -> tuple[Message, ...]:
        tries.append(rig.clock.now())
        raise MoreArrived(conversation)

    rig.rehearsal.commit = too_late  # type: ignore[method-assign]
    await rig.hear(conversation, "perdemos clientes")
    assert await rig.conductor.sweep(waiting=timedelta(0)) == 1
    assert rig.said(conversation) == []
    assert RESTARTS < len(tries) < 100
    rig.rehearsal.commit = commit  # type: ignore[method-assign]
    rig.clock.move(timedelta(seconds=6))
    await rig.conductor.sweep(waiting=timedelta(0))
    assert len(rig.said(conversation)) == 1


async def test_a_claim_without_a_question_left_hands_over_in_one_turn() -> None:
    rig = Rig(crm(contact={"when": "never"}))
    conversation = await rig.open()
    answered = await rig.talk(conversation, ALL_SAID)
    (handover,) = rig.rehearsal.handovers(conversation)
    assert (handover.why, answered.dialogue.phase) == ("qualified", "closed")
    assert Signal.OPT_OUT not in answered.dialogue.signals


async def test_a_message_that_crosses_a_nudge_goes_before_it() -> None:
    rig = Rig()
    conversation = await rig.open()
    await rig.talk(conversation, "buscamos un CRM")
    rig.clock.move(timedelta(hours=4))
    commit = rig.rehearsal.commit

    async def crossed(claim: Claim, turn: Turn, *, seen: int) -> tuple[Message, ...]:
        await rig.hear(conversation, "decido yo")
        rig.rehearsal.commit = commit  # type: ignore[method-assign]
        return await commit(claim, turn, seen=seen)

    rig.rehearsal.commit = crossed  # type: ignore[method-assign]
    await rig.conductor.sweep(waiting=timedelta(0))
    assert len(rig.said(conversation)) == 1
    await rig.conductor.sweep(waiting=timedelta(0))
    assert len(rig.said(conversation)) == 2
    assert "¿Sigue por ahí?" not in rig.said(conversation)[1]


async def test_lease_lost_is_no_error_of_the_turn() -> None:
    rig = Rig()
    conversation = await rig.open()
    await rig.hear(conversation, "perdemos clientes")

    async def lost(*_: object, **__: object) -> tuple[Message, ...]:
        raise LeaseLost(conversation)

    rig.rehearsal.commit = lost  # type: ignore[method-assign]
    assert await rig.conductor.sweep(waiting=timedelta(0)) == 1
    assert rig.said(conversation) == []


async def test_sales_is_told_to_leave_alone_who_stopped_us_and_when_they_are_back() -> None:
    rig = Rig()
    conversation = await rig.open()
    await rig.talk(conversation, ALL_SAID)
    for text, step in (
        ("quiero hablar con una persona", "Responder en la conversación"),
        ("BAJA", "No contactar por ningún canal"),
        ("ALTA", "Responder en la conversación"),
        ("BAJA", "No contactar por ningún canal"),
    ):
        await rig.talk(conversation, text)
        newest = rig.rehearsal.handovers(conversation)[-1]
        assert newest.next_step.startswith(step)
