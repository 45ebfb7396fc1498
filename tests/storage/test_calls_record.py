"""Calls on record: begun once, changed only from where they are, ended once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.calling import Call
from storage.calls_record import StoredCalls
from storage.reach_tables import ConsentRow
from tests.storage.conftest import Store

SID = "CA" + "1" * 32


@pytest.fixture
async def call(store: Store) -> Call:
    return Call(SID, await store.open(), "+34600111222", "+34911222333", "relay", store.clock.now())


@pytest.fixture
def calls(store: Store) -> StoredCalls:
    return StoredCalls(store.database)


async def test_a_call_is_found_by_its_sid(calls: StoredCalls, call: Call) -> None:
    assert await calls.of(SID) is None
    assert await calls.begin(call) == call
    assert await calls.of(SID) == call


async def test_a_second_beginning_gives_the_first(calls: StoredCalls, call: Call) -> None:
    await calls.begin(call)
    assert await calls.begin(replace(call, mode="gather", ours="+15550001111")) == call


async def test_a_change_counts_only_from_where_the_call_is(calls: StoredCalls, call: Call) -> None:
    await calls.begin(call)
    ringing = replace(call, state="transferring", place=1)
    assert await calls.change(call, ringing)
    assert not await calls.change(call, replace(call, state="voicemail"))
    assert await calls.of(SID) == ringing
    accepted = replace(ringing, accepted_by="Ana", callback="mañana", recording="RE1")
    assert await calls.change(ringing, accepted)
    assert await calls.of(SID) == accepted


async def test_the_first_reason_of_an_end_stays(calls: StoredCalls, call: Call) -> None:
    await calls.begin(call)
    over = call.started_at + timedelta(seconds=40)
    await calls.end(SID, "completed", over)
    await calls.end(SID, "failed", over + timedelta(seconds=1))
    ended = replace(call, state="ended", end_reason="completed", ended_at=over)
    assert await calls.of(SID) == ended
    assert not await calls.change(call, replace(call, state="transferring"))


async def test_the_end_of_an_unknown_call_changes_nothing(calls: StoredCalls, store: Store) -> None:
    await calls.end(SID, "completed", store.clock.now())
    assert await calls.of(SID) is None


async def test_whether_they_let_it_be_recorded_is_noted_once_a_call(
    calls: StoredCalls, call: Call, store: Store
) -> None:
    await calls.begin(call)
    for agreed in (True, True, False):
        await calls.agree(call, agreed, "We record this call.", store.clock.now())
    rows = await store.database.read(
        lambda connection: connection.execute(
            select(ConsentRow.kind, ConsentRow.words, ConsentRow.address, ConsentRow.purpose)
        ).all()
    )
    told = ("We record this call.", call.theirs, "recording")
    assert [tuple(row) for row in rows] == [("given", *told), ("withdrawn", *told)]
