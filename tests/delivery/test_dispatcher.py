"""A parcel is sent until it is delivered or has visibly failed, ever more patiently."""

import random
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from agent.outbox import Failed, RetryAt
from agent.ports import Job
from delivery.dispatcher import (
    BACK_OFF,
    JITTER,
    LONGEST,
    PATIENCE,
    SIGN_IN_AGAIN,
    Dispatcher,
)
from storage.leads import Delivery
from storage.outbox import StoredOutbox
from storage.workspace import StoredWorkspace
from tests.fakes.place import FakePlace
from tests.storage.conftest import Store
from tests.storage.records import handover, turn


@pytest.fixture
def place() -> FakePlace:
    """One that takes everything."""
    return FakePlace()


@pytest.fixture
def dispatcher(store: Store, place: FakePlace) -> Dispatcher:
    """With one place."""
    return Dispatcher(store.outbox, [place], store.clock, random.Random(7))


async def handed_over(store: Store) -> str:
    """One more parcel."""
    conversation = await store.open()
    claim = await store.claim(conversation)
    await store.workspace.commit(claim, turn(claim, handover=handover()), seen=claim.inbound_seq)
    return store.jobs.pop().row


async def stands(store: Store) -> Delivery:
    """How the delivery is shown to sales."""
    return (await store.leads.handovers()).items[0].deliveries[0]


async def test_what_is_taken_is_delivered_and_done(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    assert await dispatcher.send(parcel_id) is None
    assert [one.id for one in place.received] == [parcel_id]
    assert (await stands(store)).state == "delivered"
    assert await dispatcher.send(parcel_id) is None
    assert len(place.received) == 1, "the same job done twice sends once"


async def somebody_gets_through(store: Store) -> None:
    """Another lead is delivered to the same system."""
    other = Dispatcher(store.outbox, [FakePlace()], store.clock)
    assert await other.send(await handed_over(store)) is None


async def shown(store: Store, parcel: str) -> Delivery:
    """How this one is shown, of all."""
    found = (await store.leads.handovers()).items
    return next(one for each in found for one in each.deliveries if one.id == parcel)


async def test_pauses_grow_and_then_it_fails_visibly_where_others_get_through(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    place.answers = [RetryAt("answered 503") for _ in range(len(BACK_OFF) + 1)]
    for pause in BACK_OFF:
        began = store.clock.now()
        again = await dispatcher.send(parcel_id)
        assert again is not None
        assert (1 - JITTER) * pause <= again - began <= (1 + JITTER) * pause
        stood = await shown(store, parcel_id)
        assert (stood.state, stood.next_at) == ("retrying", again)
        await somebody_gets_through(store)
        store.clock.pass_by(seconds=(again - began).total_seconds())
    assert await dispatcher.send(parcel_id) is None
    failed = await shown(store, parcel_id)
    assert (failed.state, failed.last_error) == ("failed", "answered 503")
    assert len({one.body for one in place.received}) == 1, "every attempt is byte for byte the same"
    assert len({one.id for one in place.received}) == 1


async def test_what_failed_together_does_not_come_back_together(
    dispatcher: Dispatcher, place: FakePlace, store: Store
) -> None:
    again = set[datetime | None]()
    for _ in range(5):
        conversation = await store.open()
        claim = await store.claim(conversation)
        handed = turn(claim, handover=handover())
        await store.workspace.commit(claim, handed, seen=claim.inbound_seq)
        place.answers = [RetryAt("no connection")]
        again.add(await dispatcher.send(store.jobs.pop().row))
    assert len(again) == 5


async def test_a_receiver_may_ask_for_a_longer_pause_but_not_for_ever(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    now = store.clock.now()
    asked = now + timedelta(hours=2)
    place.answers = [RetryAt("answered 429", asked)]
    assert await dispatcher.send(parcel_id) == asked
    store.clock.pass_by(hours=2)
    place.answers = [RetryAt("answered 429", store.clock.now() + timedelta(days=400))]
    assert await dispatcher.send(parcel_id) == store.clock.now() + LONGEST


async def test_one_who_is_always_busy_is_not_waited_for_without_end(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    began = store.clock.now()
    place.answers = [RetryAt("busy", busy=True) for _ in range(200)]
    again = await dispatcher.send(parcel_id)
    while again is not None:
        if store.clock.now() - began > PATIENCE:
            await somebody_gets_through(store)
        store.clock.pass_by(seconds=(again - store.clock.now()).total_seconds())
        again = await dispatcher.send(parcel_id)
    assert (await shown(store, parcel_id)).state == "failed"
    assert PATIENCE < store.clock.now() - began < PATIENCE + timedelta(days=1)


async def test_one_who_says_when_is_waited_for_however_often_that_is(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    """A pause of half a minute, two hundred times: it is no reason to give up after an hour."""
    for _ in range(200):
        asked = store.clock.now() + timedelta(seconds=30)
        place.answers = [RetryAt("answered 429", asked, busy=True)]
        assert await dispatcher.send(parcel_id) == asked
        store.clock.pass_by(seconds=30)
    assert await dispatcher.send(parcel_id) is None
    assert (await stands(store)).state == "delivered"


async def test_one_who_is_busy_and_does_not_say_for_how_long_is_asked_ever_more_seldom(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    place.answers = [RetryAt("answered 429", busy=True) for _ in range(11)]
    pauses = list[float]()
    for _ in range(11):
        again = await dispatcher.send(parcel_id)
        assert again is not None
        pauses.append((again - store.clock.now()).total_seconds())
        store.clock.pass_by(seconds=pauses[-1])
    assert pauses == [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 2560, 2560]


async def test_the_pauses_begin_anew_once_something_else_was_answered(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    busy = RetryAt("answered 429", busy=True)
    place.answers = [busy, busy, busy, RetryAt("answered 503"), busy]
    pauses = list[float]()
    for _ in range(5):
        again = await dispatcher.send(parcel_id)
        assert again is not None
        pauses.append((again - store.clock.now()).total_seconds())
        store.clock.pass_by(seconds=pauses[-1])
    assert pauses[:3] == [10, 20, 40]
    assert pauses[4] == 10


async def test_what_is_sent_again_by_hand_waits_as_if_it_were_new(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    busy = RetryAt("answered 429", busy=True)
    place.answers = [*[busy] * 9, Failed("answered 400", "fix_data")]
    again = await dispatcher.send(parcel_id)
    while again is not None:
        store.clock.pass_by(seconds=(again - store.clock.now()).total_seconds())
        again = await dispatcher.send(parcel_id)
    assert (await stands(store)).state == "failed"
    assert await dispatcher.retry(parcel_id)
    place.answers = [busy]
    again = await dispatcher.send(parcel_id)
    assert again is not None
    assert again - store.clock.now() == timedelta(seconds=10)
    numbers = [one.attempt for one in place.received]
    assert numbers == sorted(set(numbers)), "each attempt has a number of its own, ever higher"


async def test_who_cannot_sign_in_waits_and_all_go_out_once_one_gets_through(
    place: FakePlace, store: Store
) -> None:
    moved = list[tuple[str, str, datetime]]()

    def move(_connection: Connection, kind: str, key: str, at: datetime) -> bool:
        moved.append((kind, key, at))
        return True

    store.outbox = StoredOutbox(
        store.database, store.enqueue, ["webhook"], "https://b.example", move=move
    )
    store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox)
    dispatcher = Dispatcher(store.outbox, [place], store.clock, random.Random(7))
    parcels = [await handed_over(store) for _ in range(3)]
    store.jobs.clear()
    place.answers = [Failed("sign-in refused: invalid_grant", "sign_in") for _ in range(6)]
    for parcel in parcels * 2:
        again = await dispatcher.send(parcel)
        assert again is not None
        if parcel == parcels[-1]:
            store.clock.pass_by(seconds=SIGN_IN_AGAIN[1].total_seconds() * (1 + JITTER))
    found = (await store.leads.handovers()).items
    assert {one.deliveries[0].state for one in found} == {"retrying"}
    assert [job.kind for job in store.jobs] == ["standstill"], "the admins are told once"
    assert await dispatcher.send(parcels[0]) is None
    assert {key for _, key, _ in moved} <= {*parcels[1:]}
    for parcel in parcels[1:]:
        assert await dispatcher.send(parcel) is None
    found = (await store.leads.handovers()).items
    assert {one.deliveries[0].state for one in found} == {"delivered"}


async def test_a_job_that_comes_too_early_waits(
    dispatcher: Dispatcher, place: FakePlace, parcel_id: str
) -> None:
    place.answers = [RetryAt("answered 503")]
    again = await dispatcher.send(parcel_id)
    assert await dispatcher.send(parcel_id) == again
    assert len(place.received) == 1


async def test_what_needs_a_person_fails_at_once_and_can_be_sent_again_by_hand(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    place.answers = [Failed("answered 401", "fix_configuration")]
    assert await dispatcher.send(parcel_id) is None
    assert (await stands(store)).state == "failed"
    assert await dispatcher.retry(parcel_id)
    assert store.jobs[-1] == Job("deliver", parcel_id, key=f"{parcel_id}/1")
    assert (await stands(store)).state == "queued"
    assert await dispatcher.send(parcel_id) is None
    assert (await stands(store)).state == "delivered"
    assert not await dispatcher.retry(parcel_id)


async def test_a_place_that_is_not_configured_any_more_is_a_visible_failure(
    store: Store, parcel_id: str
) -> None:
    dispatcher = Dispatcher(store.outbox, [FakePlace(system="another")], store.clock)
    assert await dispatcher.send(parcel_id) is None
    failed = await stands(store)
    assert failed.state == "failed"
    assert failed.last_error == "webhook is not configured any more"


async def test_a_mistake_of_ours_is_visible_is_tried_again_and_can_be_sent_by_hand(
    dispatcher: Dispatcher, place: FakePlace, store: Store, parcel_id: str
) -> None:
    place.answers = [KeyError("e-mail") for _ in range(len(BACK_OFF) + 1)]
    again = await dispatcher.send(parcel_id)
    stood = await stands(store)
    assert again is not None
    assert (stood.state, stood.next_at) == ("retrying", again)
    assert stood.last_error == "our error: KeyError('e-mail')"
    while again is not None:
        await somebody_gets_through(store)
        store.clock.pass_by(seconds=(again - store.clock.now()).total_seconds())
        again = await dispatcher.send(parcel_id)
    assert (await shown(store, parcel_id)).state == "failed"
    assert await dispatcher.retry(parcel_id)
    assert await dispatcher.send(parcel_id) is None
    assert (await shown(store, parcel_id)).state == "delivered"


async def test_a_mistake_of_ours_is_logged_without_what_people_wrote(
    dispatcher: Dispatcher, place: FakePlace, parcel_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    place.answers = [ValueError("ana@example.com is no number")]
    await dispatcher.send(parcel_id)
    assert "ana@example.com" not in caplog.text
    assert "ValueError at place.py:" in caplog.text
    assert parcel_id in caplog.text


async def test_a_parcel_that_is_not_there_is_nothing_to_do(dispatcher: Dispatcher) -> None:
    assert await dispatcher.send("no-such-parcel") is None
