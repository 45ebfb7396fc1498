"""storage.ends: what became of the newest leads, at each stage."""

from datetime import timedelta

from sqlalchemy import Connection, insert

from storage.ends import Ends, ends_of_script
from storage.outcome_tables import OutcomeRow
from tests.storage.conftest import Store
from tests.storage.past import Past
from tests.storage.records import NOW

SINCE = NOW - timedelta(days=100)


async def ends(store: Store, said: list[tuple[str, int, str]], most: int) -> dict[str, Ends]:
    """Of leads with their age in days, what was said of them."""
    past = Past(store)
    for name, age in {lead: days for lead, days, _ in said}.items():
        past.lead(name, created_at=NOW - timedelta(days=age))
    await past.write()
    stages = {"accepted": "acceptance", "rejected": "acceptance"}

    def work(connection: Connection) -> dict[str, Ends]:
        rows = [past.ended(lead, one, stages.get(one, "deal")) for lead, _, one in said]
        connection.execute(insert(OutcomeRow), rows)
        return ends_of_script(connection, ["crm-suite@1"], SINCE, most)

    return await store.database.write(work)


async def test_leads_accepted_today_do_not_hide_deals_of_last_month(store: Store) -> None:
    """A lead is accepted within hours and won after weeks."""
    fresh = [(f"fresh-{place}", 1, "accepted") for place in range(30)]
    sold = [(f"sold-{place}", 60, "won" if place % 2 else "lost") for place in range(8)]
    found = await ends(store, fresh + sold, most=10)
    assert len(found) == 18
    assert sorted(str(found[name].won) for name, _, _ in sold) == ["False"] * 4 + ["True"] * 4


async def test_deals_of_a_time_whose_rejections_were_not_read_say_nothing_of_acceptance(
    store: Store,
) -> None:
    """Otherwise everybody of that time would seem to have been accepted."""
    fresh = [(f"fresh-{place}", 1, "rejected") for place in range(10)]
    said = [*fresh, ("old", 60, "rejected"), ("sold", 60, "won")]
    found = await ends(store, said, most=10)
    assert (found["sold"].accepted, found["sold"].won) == (None, True)
    assert found["fresh-0"].accepted is False
    assert "old" not in found


async def test_where_all_was_read_a_deal_had_been_accepted(store: Store) -> None:
    said = [("a", 60, "won"), ("b", 1, "rejected"), ("c", 1, "rejected"), ("c", 1, "lost")]
    found = await ends(store, said, most=10)
    assert [found[name].accepted for name in "abc"] == [True, False, True]
    assert [found[name].won for name in "abc"] == [True, None, False]
    assert found["a"].heard == NOW
