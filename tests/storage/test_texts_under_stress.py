"""Whatever happens, nobody gets a text twice, nobody gets one after a stop, and everything ends."""

import asyncio
from collections import Counter
from random import Random

import pytest
from sqlalchemy import select

from agent.texting import Accepted, Busy, Refused, Report, SendOutcome, Text, Unclear
from channels.texting import TextSender
from storage.reach_tables import PermissionRow
from storage.texts import StoredTexts
from tests.fakes.texter import FakeTexter
from tests.storage.conftest import Store
from tests.storage.texting import THEIRS, Middle, Phone

STATUSES = ["accepted", "queued", "sending", "sent", "delivered", "read", "nonsense"]
ENDED = {"queued", "sent", "delivered", "read", "failed", "denied", "canceled", "accepted"}


class Storm(FakeTexter):
    """Twilio on its worst day: every kind of answer, and lists that cannot be had."""

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.chance = chance
        self.calm = False

    async def send(self, text: Text) -> SendOutcome:
        if not self.calm:
            self.away = self.chance.random() < 0.5
            self.accepts_unclear = self.chance.random() < 0.5
            kinds = (None, Busy("429"), Unclear("time-out"), Refused(30004, "spam"))
            answer = self.chance.choices(kinds, (4, 3, 3, 1))[0]
            self.answers = [answer] if answer else []
        return await super().send(text)


@pytest.mark.parametrize("seed", range(12))
async def test_each_text_goes_out_once_at_most_and_in_order(store: Store, seed: int) -> None:
    chance = Random(seed)
    storm = Storm(chance)
    phone = Phone(store, storm, cap=1000)
    conversation = await phone.open()
    for number in range(12):
        await phone.hear(conversation)
        await phone.answer(conversation, f"Message {number}")
        await phone.wait(seconds=chance.choice((0.1, 3, 40)))
        for row in await phone.rows():
            sid = next((sid for sid, one in storm.went_out.items() if one.id == row.id), None)
            if sid and chance.random() < 0.3:
                told = Report(sid, chance.choice(STATUSES), text=row.id)
                await phone.texts.report(told, phone.clock.now())
    storm.calm, storm.away = True, False
    while phone.due or phone.store.jobs:
        await phone.wait(seconds=30)
    out = [one.body for one in storm.went_out.values()]
    assert max(Counter(out).values()) == 1
    assert out == sorted(out, key=lambda body: int(body.split()[1]))
    rows = await phone.rows()
    assert {one.state for one in rows} <= ENDED
    for row in rows:
        assert (row.body in out) == (row.state not in ("failed", "denied", "canceled"))


@pytest.mark.parametrize("seed", range(6))
async def test_after_a_stop_there_is_one_confirmation_and_then_silence(
    store: Store, seed: int
) -> None:
    chance = Random(seed)
    storm = Storm(chance)
    phone = Phone(store, storm, cap=1000)
    conversation = await phone.open()
    for number in range(4):
        await phone.hear(conversation)
        await phone.answer(conversation, f"Message {number}")
        await phone.wait(seconds=chance.choice((0.1, 3)))
    await phone.hear(conversation, "do not write to me again")
    await phone.answer(conversation, "Bye.", phase="stopped")
    before = len(storm.sent)
    other = Phone(store, storm, channel="whatsapp", cap=1000)
    await other.talk("Hello on WhatsApp")
    phone.due += other.due
    storm.calm, storm.away = True, False
    while phone.due or phone.store.jobs:
        await phone.wait(seconds=30)
    assert [one.body for one in storm.sent[before:]] in ([], ["Bye."])


async def test_two_processes_that_take_the_same_text_send_it_once(store: Store) -> None:
    phone = Phone(store)
    other = StoredTexts(store.database, store.enqueue, phone.suppressions, chance=Middle())
    rival = TextSender(other, phone.texter, phone.clock)
    conversation = await phone.open()
    for number in range(8):
        await phone.hear(conversation)
        await phone.answer(conversation, f"Message {number}")
        text = (await phone.rows())[-1].id
        await asyncio.gather(
            phone.sender.send(text), rival.send(text), phone.sender.send(text), rival.send(text)
        )
        phone.clock.pass_by(seconds=1)
    assert [one.body for one in phone.texter.sent] == [f"Message {one}" for one in range(8)]
    allowed = await store.database.read(
        lambda connection: connection.execute(select(PermissionRow)).all()
    )
    assert len(allowed) == 8, "one ruling for each sending"


async def test_two_callbacks_at_once_act_on_a_failure_once(store: Store) -> None:
    phone = Phone(store)
    await phone.talk("Hello")
    await phone.work()
    (row,) = await phone.rows()
    told = Report(row.sid, "undelivered", 30003, text=row.id)
    now = phone.clock.now()
    news = await asyncio.gather(*(phone.texts.report(told, now) for _ in range(4)))
    assert sorted(news) == [False, False, False, True]
    await phone.wait(hours=1)
    assert len(phone.texter.sent) == 2


async def test_a_stop_and_a_sending_at_once_leave_one_of_the_two(store: Store) -> None:
    phone = Phone(store)
    conversation = await phone.talk("Hello")
    (row,) = await phone.rows()
    await phone.hear(conversation, "do not write to me again")
    taken, _ = await asyncio.gather(
        phone.texts.take(row.id, phone.clock.now()),
        phone.answer(conversation, phase="stopped"),
    )
    (row,) = await phone.rows()
    assert row.state == ("sending" if isinstance(taken, Text) else "canceled")
    assert await phone.suppressions.stops(THEIRS, "sms")
    if isinstance(taken, Text):
        accepted = Accepted("SM1", "queued")
        assert await phone.texts.record(taken, accepted, phone.clock.now()) is None
