"""One attempt at a time holds a hand-over in a system, and what it did is on record."""

from datetime import datetime, timedelta

import pytest

from agent.ledger import Attempt, Busy, Done, Line, Overtaken, Record, Superseded
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


async def test_what_leads_share_is_made_by_one_of_them(
    store: Store, ledger: StoredLedger, attempt: Attempt
) -> None:
    mine = attempt.of_all("company", "acme.example")
    theirs = Attempt("h2.1.webhook", "webhook", "h2", 1, 1).of_all("company", "acme.example")
    assert "acme" not in mine.handover
    assert mine.handover != attempt.of_all("company", "other.example").handover
    await begin(ledger, mine)
    assert isinstance(await ledger.begin(theirs, NOW, NOW + MINUTE), Busy)
    await ledger.kept(mine, "company", "101", NOW + MINUTE)
    await ledger.end(mine, delivered=False)
    found = (await begin(ledger, theirs)).done["company"]
    assert (found.remote, found.at) == ("101", store.clock.now())
