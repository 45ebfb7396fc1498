"""What was read plainly is read again when a model answers, once, and between the turns."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import pytest

import agent.rereader
from agent.conductor import Conductor
from agent.errors import LeaseLost, ModelNonsense, ModelUnreachable, MoreArrived
from agent.happenings import PhaseChanged
from agent.messages import Channel, Message
from agent.ports import Claim, Turn
from agent.reading import ReadAnswer, Reader, Reading
from agent.rereader import FIRST_PAUSE, LONGEST_PAUSE, PATIENCE, SOON, USELESS, Rereader
from qualification.answers import Evidence
from qualification.signals import Signal
from qualification.values import Value
from tests.agent.readings import NOON, euros
from tests.agent.rig import Rig, heard
from tests.fakes.reader import CALL, FakeReader


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agent.rereader, "WRITE_PAUSE", 0.001)


class Outage(Rig):
    """A process whose model is down, and what reads again what it missed."""

    def __init__(self) -> None:
        super().__init__()
        self.reader.failure = ModelUnreachable("down")
        self.again = FakeReader()
        self.rereader = self.another({"chat": self.again})

    def another(self, readers: Mapping[Channel, Reader]) -> Rereader:
        """The same in another process."""
        return Rereader(
            self.rehearsal,
            self.rehearsal,
            readers,
            self.clock,
            self.conductor.tell_phase,
        )

    def finds(self, conversation: str, key: str, value: Value, *signals: Signal) -> None:
        """The model is back: what it finds in the prospect's last message."""
        said = [one for one in self.transcript(conversation) if one.author == "prospect"][-1]
        answer = ReadAnswer(key, value, Evidence(said.id, said.text))
        self.again.reading = Reading("model", answers=(answer,), signals=frozenset(signals))


async def test_a_turn_whose_model_failed_is_to_be_read_again_and_others_are_not() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    [entry] = rig.rehearsal.backlog()
    waiting = await rig.rehearsal.waiting(entry)
    assert waiting is not None
    [turn] = waiting.turns
    assert (turn.asked, turn.language, turn.first_seq, turn.last_seq) == ("need", "es", 2, 2)
    rig.reader.failure = None
    await rig.talk(conversation, "5.000 euros al año")
    assert rig.rehearsal.backlog() == [entry]


async def test_a_stop_is_not_read_again_nor_is_what_was_said_before_it() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    assert len(rig.rehearsal.backlog()) == 1
    await rig.talk(conversation, "no me escriban más")
    assert rig.rehearsal.backlog() == []


async def test_a_mistake_of_ours_and_a_hurry_are_to_be_read_again_too() -> None:
    rig = Outage()
    conversation = await rig.open()
    rig.reader.failure = RuntimeError("a mistake of ours")
    await rig.talk(conversation, "perdemos clientes")
    assert len(rig.rehearsal.backlog()) == 1
    commit, rig.rehearsal.commit = rig.rehearsal.commit, _breaks  # type: ignore[method-assign]
    with pytest.raises(RuntimeError):
        await rig.talk(conversation, "5.000 euros al año")
    rig.rehearsal.commit = commit  # type: ignore[method-assign]
    rig.clock.move(rig.lease)
    await rig.talk(conversation, "decido yo")
    assert len(rig.rehearsal.backlog()) == 2


async def _breaks(*_: object, **__: object) -> tuple[Message, ...]:
    raise RuntimeError("cannot be written")


async def test_without_a_model_nothing_is_to_be_read_again() -> None:
    rig = Outage()
    rig.conductor = Conductor(
        inbox=rig.rehearsal,
        workspace=rig.rehearsal,
        replies=rig.rehearsal,
        catalogue=rig.rehearsal,
        readers={},
        clock=rig.clock,
    )
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    assert rig.rehearsal.backlog() == []


async def test_it_is_read_as_it_would_have_been_read_then() -> None:
    rig = Outage()
    conversation = await rig.open()
    for text in ("perdemos clientes", "5.000 euros al año", "decido yo"):
        await rig.talk(conversation, text)
        rig.clock.move(timedelta(minutes=1))
    await rig.rereader.read_again(rig.rehearsal.backlog()[0])
    first, second, third = rig.again.pages
    assert [one.asked for one in rig.again.pages] == ["need", "budget", "authority"]
    assert [[one.text for one in page.unread] for page in rig.again.pages] == [
        ["perdemos clientes"],
        ["5.000 euros al año"],
        ["decido yo"],
    ]
    assert [set(page.sheet.answers) for page in rig.again.pages] == [
        set(),
        {"need"},
        {"need", "budget"},
    ]
    assert [page.now for page in rig.again.pages] == [
        NOON + timedelta(minutes=minutes) for minutes in range(3)
    ]
    assert [one.author for one in second.transcript] == ["agent", "prospect", "agent"]
    assert (len(first.transcript), len(third.transcript)) == (1, 5)
    assert rig.again.listened == [False] * 3
    assert rig.rehearsal.backlog() == []


async def test_what_is_known_grows_from_turn_to_turn_of_one_second_reading() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "hola")
    rig.finds(conversation, "budget", euros(9000))
    rig.clock.move(timedelta(minutes=1))
    await rig.talk(conversation, "qué tal")
    await rig.rereader.read_again(rig.rehearsal.backlog()[0])
    assert [set(page.sheet.answers) for page in rig.again.pages] == [set(), {"budget"}]


async def test_a_corrected_answer_is_written_once_and_says_nothing() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    rig.finds(conversation, "budget", euros(9000))
    said = rig.transcript(conversation)
    entry = rig.rehearsal.backlog()[0]
    assert await rig.rereader.read_again(entry) is None
    assert await rig.rereader.read_again(entry) is None
    standing = await rig.rehearsal.standing(conversation)
    assert standing.dialogue.sheet.answers["budget"].source == "reread"
    assert rig.transcript(conversation) == said
    assert len(rig.again.pages) == 1


async def test_who_listens_learns_that_the_conversation_stands_otherwise() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    rig.again.reading = Reading("model", signals=frozenset({Signal.WANTS_HUMAN}))
    with rig.conductor.listen(conversation) as listener:
        await rig.rereader.read_again(rig.rehearsal.backlog()[0])
        assert await heard(listener, PhaseChanged) == [PhaseChanged("held")]
    [handed] = rig.rehearsal.handovers(conversation)
    assert handed.why == "wants_human"


async def test_a_model_that_is_down_is_tried_ever_more_seldom_for_a_day() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    rig.again.failure = ModelUnreachable("down")
    [entry] = rig.rehearsal.backlog()
    assert await rig.rereader.read_again(entry) == NOON + FIRST_PAUSE
    rig.clock.move(timedelta(minutes=5))
    assert await rig.rereader.read_again(entry) == NOON + timedelta(minutes=10)
    rig.clock.move(timedelta(hours=5))
    assert await rig.rereader.read_again(entry) == rig.clock.now() + LONGEST_PAUSE
    rig.clock.move(PATIENCE)
    assert await rig.rereader.read_again(entry) is None
    assert rig.rehearsal.backlog() == []


async def test_without_a_reader_it_waits_as_well() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    [entry] = rig.rehearsal.backlog()
    assert await rig.another({}).read_again(entry) == NOON + FIRST_PAUSE


async def test_nonsense_is_asked_for_three_times_and_keeps_no_other_turn_waiting() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    [first] = rig.rehearsal.backlog()
    rig.again.failure = ModelNonsense("no object")
    for _ in range(USELESS - 1):
        assert await rig.rereader.read_again(first) == NOON + FIRST_PAUSE
    await rig.talk(conversation, "unos 5.000")
    _, other = rig.rehearsal.backlog()
    assert await rig.rereader.read_again(first) is None
    assert rig.rehearsal.backlog() == [other]
    rig.again.failure = None
    assert await rig.rereader.read_again(other) is None
    assert rig.rehearsal.backlog() == []


async def test_a_prospect_who_writes_meanwhile_goes_first() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    rig.finds(conversation, "budget", euros(9000))
    rig.again.hold()
    trying = asyncio.create_task(rig.rereader.read_again(rig.rehearsal.backlog()[0]))
    await rig.again.begun(1)
    answered = await rig.talk(conversation, "decido yo")
    assert "authority" in answered.dialogue.sheet.answers
    rig.again.let_go()
    assert await trying is None
    dialogue = (await rig.rehearsal.standing(conversation)).dialogue
    assert dialogue.sheet.answers["budget"].value == euros(9000)
    assert {"need", "authority"} <= set(dialogue.sheet.answers)
    assert len(rig.rehearsal.backlog()) == 1, "the new message waits for its own second reading"


async def test_what_they_answered_meanwhile_wins() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    rig.finds(conversation, "budget", euros(9000))
    rig.again.hold()
    trying = asyncio.create_task(rig.rereader.read_again(rig.rehearsal.backlog()[0]))
    await rig.again.begun(1)
    await rig.talk(conversation, "4.000 euros al año")
    rig.again.let_go()
    await trying
    dialogue = (await rig.rehearsal.standing(conversation)).dialogue
    assert dialogue.sheet.answers["budget"].value == euros(4000)


async def test_unread_messages_are_left_to_their_turn_and_the_correction_comes_after() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    [entry] = rig.rehearsal.backlog()
    await rig.hear(conversation, "decido yo")
    assert await rig.rereader.read_again(entry) == NOON + SOON
    assert entry in rig.rehearsal.backlog()
    await rig.conductor.sweep(waiting=timedelta(0))
    assert await rig.rereader.read_again(entry) is None


async def test_a_held_lease_is_waited_for() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    [entry] = rig.rehearsal.backlog()
    claim = await rig.rehearsal.claim(conversation, rig.clock.now(), rig.lease)
    assert claim is not None
    assert await rig.rereader.read_again(entry) == NOON + SOON
    await rig.rehearsal.release(claim)
    assert await rig.rereader.read_again(entry) is None


@pytest.mark.parametrize("error", [MoreArrived, LeaseLost])
async def test_a_write_that_was_crossed_is_tried_again_without_another_reading(
    error: type[Exception],
) -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    commit = rig.rehearsal.commit

    async def crossed(claim: Claim, *_: object, **__: object) -> tuple[Message, ...]:
        rig.rehearsal.commit = commit  # type: ignore[method-assign]
        if error is LeaseLost:
            await rig.rehearsal.release(claim)
        raise error(conversation)

    rig.rehearsal.commit = crossed  # type: ignore[method-assign]
    assert await rig.rereader.read_again(rig.rehearsal.backlog()[0]) is None
    assert rig.rehearsal.backlog() == []
    assert len(rig.again.pages) == 1


async def test_two_processes_at_once_correct_once() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    rig.finds(conversation, "budget", euros(9000))
    turns: list[Turn] = []
    commit = rig.rehearsal.commit

    async def counted(claim: Claim, turn: Turn, *, seen: int) -> tuple[Message, ...]:
        turns.append(turn)
        return await commit(claim, turn, seen=seen)

    rig.rehearsal.commit = counted  # type: ignore[method-assign]
    [entry] = rig.rehearsal.backlog()
    rig.again.hold()
    other = rig.another({"chat": rig.again})
    both = [asyncio.create_task(one.read_again(entry)) for one in (rig.rereader, other)]
    await rig.again.begun(2)
    rig.again.let_go()
    assert await asyncio.gather(*both) == [None, None]
    assert [len(one.reread) for one in turns] == [1]
    [written] = turns
    assert written.calls == (CALL,)


async def test_two_entries_of_one_conversation_are_read_by_one_of_the_jobs() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    await rig.talk(conversation, "5.000 euros al año")
    one, other = rig.rehearsal.backlog()
    rig.again.hold()
    trying = asyncio.create_task(rig.rereader.read_again(one))
    await rig.again.begun(1)
    assert await rig.rereader.read_again(other) == NOON + SOON
    rig.again.let_go()
    assert await trying is None
    assert await rig.rereader.read_again(other) is None
    assert len(rig.again.pages) == 2


async def test_what_was_finished_while_it_was_read_is_not_written_again() -> None:
    rig = Outage()
    conversation = await rig.open()
    await rig.talk(conversation, "perdemos clientes")
    [entry] = rig.rehearsal.backlog()
    waiting = await rig.rehearsal.waiting(entry)
    assert waiting is not None
    rig.again.hold()
    trying = asyncio.create_task(rig.rereader.read_again(entry))
    await rig.again.begun(1)
    claim = rig.rehearsal.claim

    async def left_first(*given: object, **named: object) -> Claim | None:
        await rig.rehearsal.leave(waiting.turns, "given_up", NOON)
        return await claim(*given, **named)  # type: ignore[arg-type]

    rig.rehearsal.claim = left_first  # type: ignore[method-assign]
    rig.again.let_go()
    assert await trying is None
    assert await claim(conversation, rig.clock.now(), rig.lease) is not None, "it was freed"
