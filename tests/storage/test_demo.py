"""Made-up leads: marked one by one, removed as one, and never made beside real ones."""

from datetime import date

import pytest
from sqlalchemy import Connection, Table, func, insert, select

from storage.database import Database
from storage.demo import TOGETHER, DemoLeads, NotEmpty
from storage.demo_copy import published_in, rows_of, shares_in, write_rows
from storage.demo_tables import DemoLeadRow
from storage.holdings import HELD
from storage.routing_tables import DebtRow, ShareRow
from storage.tables import ConversationRow, MessageRow
from tests.storage.conftest import Store
from tests.storage.records import NOW

MONDAY = date(2026, 11, 23)


@pytest.fixture
def demo(database: Database) -> DemoLeads:
    return DemoLeads(database)


async def taken(store: Store, *leads: str) -> None:
    """Take leads of the record as if they had been made elsewhere, and put them back as demo."""
    rows = await store.database.read(lambda one: rows_of(one, leads))
    demo = DemoLeads(store.database)
    await store.database.write(lambda one: _remove(one, leads))
    await demo.add(leads, rows)


def _remove(connection: Connection, leads: tuple[str, ...]) -> None:
    of = {"conversations": leads, "addresses": [], "sealed": []}
    for table, theirs in HELD.items():
        connection.execute(table.delete().where(theirs), of)


async def count(store: Store, table: Table) -> int:
    """How many rows there are."""
    query = select(func.count()).select_from(table)
    return await store.database.read(lambda one: one.execute(query).scalar_one())


async def test_there_is_no_set_until_one_is_begun(demo: DemoLeads) -> None:
    assert await demo.get() is None
    await demo.begin(7, NOW)
    found = await demo.get()
    assert found is not None
    assert (found.state, found.seed, found.leads, found.shown) == ("making", 7, 0, True)
    await demo.finish(NOW)
    found = await demo.get()
    assert found is not None
    assert (found.state, found.ended_at) == ("there", NOW)


async def test_it_is_begun_once(demo: DemoLeads) -> None:
    await demo.begin(7, NOW)
    with pytest.raises(NotEmpty):
        await demo.begin(7, NOW)


async def test_beside_real_leads_none_are_made(store: Store, demo: DemoLeads) -> None:
    await store.open()
    with pytest.raises(NotEmpty):
        await demo.begin(7, NOW)
    assert await demo.get() is None


async def test_what_was_removed_is_made_again_only_when_asked(demo: DemoLeads) -> None:
    await demo.begin(7, NOW)
    await demo.remove(NOW)
    with pytest.raises(NotEmpty):
        await demo.begin(7, NOW)
    await demo.begin(8, NOW, again=True)
    found = await demo.get()
    assert found is not None
    assert (found.state, found.seed) == ("making", 8)


async def test_a_lead_comes_with_all_that_is_held_of_it(store: Store) -> None:
    lead = await store.open()
    await store.hear(lead, "Hello", "we need a CRM")
    before = await store.transcript(lead)
    await taken(store, lead)
    assert await store.transcript(lead) == before
    assert await count(store, DemoLeadRow.__table__) == 1  # type: ignore[arg-type]


async def test_they_go_with_all_that_is_held_of_them_and_the_real_ones_stay(
    store: Store, demo: DemoLeads
) -> None:
    await demo.begin(7, NOW)
    made = [await store.open() for _ in range(TOGETHER + 3)]
    for lead in made:
        await store.hear(lead, "Hello")
    real = await store.open()
    await store.hear(real, "we need a CRM")
    words = await store.transcript(real)
    await taken(store, *made)
    assert await demo.remove(NOW) == TOGETHER + 3
    assert await count(store, ConversationRow.__table__) == 1  # type: ignore[arg-type]
    assert await count(store, MessageRow.__table__) == len(words)  # type: ignore[arg-type]
    assert await store.transcript(real) == words
    found = await demo.get()
    assert found is not None
    assert (found.state, found.leads, found.shown) == ("removed", 0, False)


async def test_what_our_own_people_got_of_them_is_taken_off_again(
    store: Store, demo: DemoLeads
) -> None:
    await demo.begin(7, NOW)
    real = {"day": MONDAY, "team": "sales", "person": "ana", "got": 1, "due": 10}
    await store.database.write(lambda one: one.execute(insert(ShareRow), real))
    await demo.add_shares([{**real, "got": 2, "due": 20}, {**real, "person": "leo"}])
    assert {row["person"]: row["got"] for row in await store.database.read(shares_in)} == {
        "ana": 3,
        "leo": 1,
    }
    await demo.remove(NOW)
    assert await store.database.read(shares_in) == [real]


async def test_whose_turn_it_is_stays_where_there_are_real_leads(
    store: Store, demo: DemoLeads
) -> None:
    await demo.begin(7, NOW)
    await store.open()
    owed = {"team": "sales", "person": "ana", "owed": 4}
    await store.database.write(lambda one: one.execute(insert(DebtRow), owed))
    await demo.remove(NOW)
    assert await count(store, DebtRow.__table__) == 1  # type: ignore[arg-type]


async def test_removing_where_nothing_was_made_changes_nothing(
    store: Store, demo: DemoLeads
) -> None:
    await store.open()
    assert await demo.remove(NOW) == 0
    assert await demo.get() is None
    assert await count(store, ConversationRow.__table__) == 1  # type: ignore[arg-type]


async def test_scripts_are_taken_along_as_they_are(store: Store) -> None:
    await store.open()
    published = await store.database.read(published_in)
    ids = [row["id"] for rows in published.values() for row in rows if "id" in row]
    current = await store.scripts.current("crm-suite")
    assert current is not None
    assert ids == [current.id]
    with pytest.raises(Exception, match=r"(?i)unique"):
        await store.database.write(lambda one: write_rows(one, published))
