"""One attempt at a time holds a hand-over in a system, and what it did is on record."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from agent.ledger import Attempt, Busy, Done, Line, Overtaken, Record, Share, Superseded
from storage.delivery_tables import DeliveryStepRow
from storage.ledger import StoredLedger
from storage.story import Stories
from tests.storage.conftest import Store
from tests.storage.records import NOW, handover, turn

MINUTE = timedelta(minutes=1)


@pytest.fixture
def ledger(store: Store) -> StoredLedger:
    """On the store's clock."""
    return StoredLedger(store.database, store.clock)


@pytest.fixture
async def attempt(store: Store) -> Attempt:
    """The first on a hand-over's parcel."""
    claim = await store.claim(await store.open())
    await store.workspace.commit(claim, turn(claim, handover=handover()), seen=claim.inbound_seq)
    parcel = store.jobs.pop().row
    return Attempt(parcel, "webhook", parcel.split(".")[0], 1, 1)


def another(attempt: Attempt, *, revision: int = 1, number: int = 1) -> Attempt:
    """A later one on the same hand-over."""
    parcel = f"{attempt.handover}.{revision}.{attempt.system}"
    return Attempt(parcel, attempt.system, attempt.handover, revision, number)


def line(step: str = "note", status: int | None = 201, why: str | None = None) -> Line:
    """A request that was made."""
    return Line(step, "POST", "crm.test/notes", status, why, 12, NOW, attempt=1)


async def begin(ledger: StoredLedger, attempt: Attempt, at: datetime = NOW) -> Record:
    """An attempt that may begin."""
    found = await ledger.begin(attempt, at, at + MINUTE)
    assert isinstance(found, Record)
    return found


async def test_what_was_done_is_known_to_the_next_attempt(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    assert await begin(ledger, attempt) == Record(1)
    await ledger.sending(attempt, "note", NOW + MINUTE)
    await ledger.kept(attempt, "note", "n-1", NOW + MINUTE)
    await ledger.sending(attempt, "task", NOW + MINUTE)
    found = await begin(ledger, another(attempt, number=2))
    assert found == Record(1, {"note": Done("n-1", 1)}, frozenset({"task"}))
    assert (found.remote("note"), found.is_current("note")) == ("n-1", True)
    assert (found.remote("task"), found.is_current("task")) == (None, False)


async def test_what_was_refused_is_certain_and_what_was_not_answered_is_not(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    await begin(ledger, attempt)
    for step, refused in (("note", True), ("task", False)):
        await ledger.sending(attempt, step, NOW + MINUTE)
        await ledger.told(attempt, line(step, 400, "no"), refused=refused)
    assert (await begin(ledger, another(attempt, number=2))).unsure == {"task"}


async def test_another_revision_waits_until_it_is_done_or_dead(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    await begin(ledger, attempt)
    newer = another(attempt, revision=2)
    assert await ledger.begin(newer, NOW, NOW + MINUTE) == Busy(NOW + MINUTE)
    await begin(ledger, newer, NOW + MINUTE)
    with pytest.raises(Superseded):
        await ledger.sending(attempt, "note", NOW + MINUTE)
    with pytest.raises(Superseded):
        await ledger.kept(attempt, "note", "n-1", NOW + MINUTE)
    await ledger.end(attempt, delivered=True)
    assert isinstance(await ledger.begin(attempt, NOW, NOW + MINUTE), Busy), "it held nothing"


async def test_a_new_attempt_on_the_same_parcel_does_not_wait(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    second = another(attempt, number=2)
    await begin(ledger, attempt)
    await begin(ledger, second)
    with pytest.raises(Superseded):
        await ledger.sending(attempt, "note", NOW + MINUTE)
    assert isinstance(await ledger.begin(attempt, NOW, NOW + MINUTE), Busy), "nor go back"


async def test_an_older_revision_is_told_of_the_newer_one(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    newer = another(attempt, revision=2)
    await begin(ledger, newer)
    await ledger.sending(newer, "contact of company", NOW + MINUTE)
    await ledger.end(newer, delivered=True)
    assert await ledger.begin(attempt, NOW, NOW + MINUTE) == Overtaken(2)
    found = await begin(ledger, another(attempt, revision=3))
    assert found.unsure == frozenset(), "what was delivered holds nothing unsure"


async def test_a_failed_attempt_lets_go_of_it(ledger: StoredLedger, attempt: Attempt) -> None:
    await begin(ledger, attempt)
    await ledger.sending(attempt, "note", NOW + MINUTE)
    await ledger.end(attempt, delivered=False)
    assert (await begin(ledger, another(attempt, revision=2))).unsure == {"note"}


async def test_its_story_can_be_read(ledger: StoredLedger, attempt: Attempt, store: Store) -> None:
    await begin(ledger, attempt)
    await ledger.told(attempt, line(why="no", status=409), refused=True)
    await ledger.told(attempt, line(), refused=False)
    conversation = (await store.leads.handovers()).items[0].conversation
    [story] = await Stories(store.database).of(conversation)
    assert (story.id, story.system, story.state) == (attempt.parcel, "webhook", "queued")
    assert story.lines == (line(why="no", status=409), line())
    assert (story.owner, story.brief, story.trouble) == (None, None, None)
    assert await Stories(store.database).of("nobody") == ()


THEIRS = Attempt("h2.1.webhook", "webhook", "h2", 1, 1)
"""Another hand-over's."""


async def share(
    ledger: StoredLedger, attempt: Attempt, *keys: str, step: str = "person", at: datetime = NOW
) -> tuple[Attempt, list[str] | Busy]:
    """Hold what is known by these, and hear what was made of each; an empty text: nothing."""
    shares = [attempt.shared(step, key) for key in keys]
    found = await ledger.share(attempt, shares, at, at + MINUTE)
    if isinstance(found, Busy):
        return attempt, found
    return attempt.holding(shares), ["" if one is None else one.remote for one in found]


async def made_of(ledger: StoredLedger, one: Share) -> Sequence[Done | None]:
    """What another hand-over is told of it."""
    found = await ledger.share(THEIRS, [one], NOW, NOW + MINUTE)
    assert not isinstance(found, Busy)
    return found


async def test_what_leads_share_is_made_by_one_of_them(
    store: Store, ledger: StoredLedger, attempt: Attempt
) -> None:
    await begin(ledger, attempt)
    await begin(ledger, THEIRS)
    mine, found = await share(ledger, attempt, "acme.example", step="company")
    assert found == [""]
    assert await share(ledger, THEIRS, "acme.example", step="company") == (
        THEIRS,
        Busy(NOW + MINUTE),
    )
    await ledger.kept(mine, "company", "101", NOW + MINUTE)
    [done] = await made_of(ledger, THEIRS.shared("company", "acme.example"))
    assert done is not None
    assert (done.remote, done.at) == ("101", store.clock.now())
    assert (await share(ledger, THEIRS, "other.example", step="company"))[1] == [""]
    assert (await begin(ledger, THEIRS)).done == {}, "it is no step of theirs"


async def test_what_is_shared_is_not_taken_for_the_record_of_a_hand_over(
    store: Store, ledger: StoredLedger, attempt: Attempt
) -> None:
    """News of a record asks whose steps made it, by their names (storage/news.py)."""
    await begin(ledger, attempt)
    mine, _ = await share(ledger, attempt, "mail")
    await ledger.kept(mine, "person", "101", NOW + MINUTE)
    asked = select(DeliveryStepRow.handover).where(
        DeliveryStepRow.step == "person", DeliveryStepRow.remote == "101"
    )
    found = await store.database.read(lambda connection: connection.execute(asked).scalars().all())
    assert found == [attempt.handover]


async def test_its_name_tells_nothing_of_whom_it_is_about(attempt: Attempt) -> None:
    share = attempt.shared("company", "acme.example")
    assert "acme" not in share.name
    assert THEIRS.shared("company", "acme.example") == share
    elsewhere = replace(attempt, system="hubspot")
    names = {
        one.name
        for one in (
            share,
            attempt.shared("company", "other.example"),
            attempt.shared("person", "acme.example"),
            elsewhere.shared("company", "acme.example"),
        )
    }
    assert len(names) == 4


async def test_all_of_it_is_held_or_none(ledger: StoredLedger, attempt: Attempt) -> None:
    await begin(ledger, attempt)
    await begin(ledger, THEIRS)
    await share(ledger, attempt, "number")
    _, busy = await share(ledger, THEIRS, "mail", "number")
    assert busy == Busy(NOW + MINUTE)
    third = Attempt("h3.1.webhook", "webhook", "h3", 1, 1)
    _, found = await share(ledger, third, "mail")
    assert found == [""], "whoever waits for the second holds up nobody at the first"


async def test_each_of_it_tells_what_was_made(ledger: StoredLedger, attempt: Attempt) -> None:
    await begin(ledger, attempt)
    mine, _ = await share(ledger, attempt, "number")
    await ledger.kept(mine, "person", "101", NOW + MINUTE)
    _, found = await share(ledger, THEIRS, "mail", "number")
    assert found == ["", "101"]


async def test_whoever_sends_holds_on_to_all_they_hold(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    """A minute is over twice while it is sent, and nobody could take it."""
    await begin(ledger, attempt)
    mine, _ = await share(ledger, attempt, "mail", "number")
    await ledger.sending(mine, "person", NOW + 2 * MINUTE)
    late = NOW + 1.5 * MINUTE
    for key in ("mail", "number"):
        assert (await share(ledger, THEIRS, key, at=late))[1] == Busy(NOW + 2 * MINUTE)
    await ledger.hold_on(mine, NOW + 3 * MINUTE)
    for key in ("mail", "number"):
        found = (await share(ledger, THEIRS, key, at=NOW + 2.5 * MINUTE))[1]
        assert found == Busy(NOW + 3 * MINUTE)
    newer = another(attempt, revision=2)
    assert isinstance(await ledger.begin(newer, NOW + 2.5 * MINUTE, NOW + 4 * MINUTE), Busy)


async def test_whoever_has_lost_one_of_them_sends_nothing(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    await begin(ledger, attempt)
    mine, _ = await share(ledger, attempt, "mail", "number")
    await share(ledger, THEIRS, "number", at=NOW + MINUTE)
    with pytest.raises(Superseded):
        await ledger.sending(mine, "person", NOW + 2 * MINUTE)
    with pytest.raises(Superseded):
        await ledger.hold_on(mine, NOW + 2 * MINUTE)
    assert (await begin(ledger, another(attempt, number=2))).unsure == frozenset()


async def test_what_was_lost_is_not_written_over(ledger: StoredLedger, attempt: Attempt) -> None:
    """The others have made it by then; ours is on our own record."""
    await begin(ledger, attempt)
    mine, _ = await share(ledger, attempt, "mail", "number")
    theirs, _ = await share(ledger, THEIRS, "number", at=NOW + MINUTE)
    await ledger.kept(mine, "person", "101", NOW + 2 * MINUTE)
    await begin(ledger, THEIRS)
    await ledger.kept(theirs, "person", "202", NOW + 2 * MINUTE)
    third = Attempt("h3.1.webhook", "webhook", "h3", 1, 1)
    _, found = await share(ledger, third, "mail", "number")
    assert found == ["101", "202"]
    assert (await begin(ledger, another(attempt, number=2))).remote("person") == "101"


async def test_what_is_shared_goes_with_the_attempt_that_holds_it(
    ledger: StoredLedger, attempt: Attempt
) -> None:
    await begin(ledger, attempt)
    mine, _ = await share(ledger, attempt, "mail")
    mine, _ = await share(ledger, mine, "acme.example", step="company")
    await ledger.end(mine.holding_only({"company"}), delivered=False)
    assert not isinstance((await share(ledger, THEIRS, "acme.example", step="company"))[1], Busy)
    assert isinstance((await share(ledger, THEIRS, "mail"))[1], Busy), "that it may have made"
    again = another(attempt, number=2)
    assert not isinstance((await share(ledger, again, "mail"))[1], Busy), "it is still theirs"


async def test_many_who_want_two_of_them_at_once_do_not_wait_for_each_other(
    ledger: StoredLedger,
) -> None:
    """Some name the one first, some the other."""
    attempts = [Attempt(f"h{n}.1.webhook", "webhook", f"h{n}", 1, 1) for n in range(8)]
    found = await asyncio.gather(
        *(
            share(ledger, one, *(("mail", "number") if n % 2 else ("number", "mail")))
            for n, one in enumerate(attempts)
        )
    )
    assert sum(not isinstance(each, Busy) for _, each in found) == 1
