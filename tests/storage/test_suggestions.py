"""storage.suggestions: S56, the draft that the ends of a script's leads would write."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert

from qualification.analytics.drafting import Drafted, Need
from qualification.analytics.worth import Terms
from qualification.scriptfile import parse_script
from storage.outcome_tables import OutcomeRow
from storage.score_tables import BehaviourRow
from storage.suggestions import NoSuchScript, Suggestions
from tests.storage.conftest import Store
from tests.storage.past import Past, end
from tests.storage.records import NOW, script_text

SINCE = NOW - timedelta(days=30)
SCRIPT = (
    script_text()
    .replace(
        "    kind: money\n",
        "    kind: money\n"
        "    positive: {overlaps: {min: 3000, currency: EUR}}\n"
        "    points: {positive: 20}  # by feel\n",
    )
    .replace("qualify:", "score:\n  tiers: {hot: 20, rest: 0}\nqualify:")
)


@pytest.fixture
def suggestions(store: Store) -> Suggestions:
    return Suggestions(store.database, store.scripts)


@pytest.fixture
async def deals(store: Store) -> None:
    """Of 200 with a budget four in five were won, of 200 with a small one one in ten."""
    past, ends = Past(store, SCRIPT), []
    for place in range(400):
        rich = place % 2 == 0
        name = past.lead(f"lead-{place}", budget=5000 if rich else 100)
        is_won = place % 10 != 0 if rich else place % 20 == 1
        ends.append((name, "won" if is_won else "lost"))
    past.lead("still open")
    await past.write()

    def work(connection: Connection) -> None:
        rows = [past.ended(name, one) for name, one in ends]
        connection.execute(insert(OutcomeRow), rows)

    await store.database.write(work)


@pytest.mark.usefixtures("deals")
async def test_what_the_points_tell_already_stays_as_it_is(suggestions: Suggestions) -> None:
    """There is one question: other points for it would call nobody else."""
    found = await suggestions.suggest("crm-suite", SINCE, NOW, "won")
    assert isinstance(found.found, Drafted)
    assert (found.found.ended_well, found.found.ended_badly) == (180, 220)
    assert (found.version, found.draft) == (1, None)


@pytest.mark.usefixtures("deals")
async def test_the_draft_is_the_script_with_a_threshold_that_pays_more(
    store: Store, suggestions: Suggestions
) -> None:
    lower = SCRIPT.replace("hot: 20", "hot: 25")
    await store.scripts.publish(lower, origin="console")
    found = await suggestions.suggest("crm-suite", SINCE, NOW, "won", Terms(1000, 200))
    assert found.draft is not None
    assert found.version == 2
    assert found.draft.endswith(lower.replace("hot: 25", "hot: 20"))
    assert "# - hot: from 25 -> 20 points" in found.draft
    assert parse_script(found.draft).score.tiers["hot"] == 20
    current = await store.scripts.current("crm-suite")
    assert current is not None
    assert current.text == lower  # nothing was applied


async def test_leads_are_scored_by_what_they_had_done_when_sales_spoke(
    store: Store, suggestions: Suggestions
) -> None:
    """Days after the chat whoever is to buy looks at prices; after the deal all the others do."""
    line = "  engagement: {lines: [{event: price_page, points: 30}]}\n"
    past = Past(store, SCRIPT.replace("hot: 20, rest: 0}\n", "hot: 60, rest: 0}\n" + line))
    began, ends, did = NOW - timedelta(days=9), [], []
    for place in range(400):
        keen = place % 2 == 0
        name = past.lead(f"lead-{place}", created_at=began, updated_at=began)
        is_won = place % 10 != 0 if keen else place % 20 == 1
        ends.append(past.ended(name, "won" if is_won else "lost"))
        at = NOW + timedelta(days=-2 if keen else 2)
        event = {"kind": "price_page", "client_id": "e", "at": at, "received_at": at}
        did.append({"conversation": name, **event})
    await past.write()

    def work(connection: Connection) -> None:
        connection.execute(insert(OutcomeRow), ends)
        connection.execute(insert(BehaviourRow), did)

    await store.database.write(work)
    later = NOW + timedelta(days=3)
    found = await suggestions.suggest("crm-suite", SINCE, later, "won", Terms(1000, 200))
    assert found.draft is not None
    assert "# - hot: from 60 -> 50 points" in found.draft


async def test_too_few_deals_are_said_plainly(store: Store, suggestions: Suggestions) -> None:
    past = Past(store, SCRIPT)
    past.lead("a")
    await past.write()
    await end(store, "a", "won")
    found = await suggestions.suggest("crm-suite", SINCE, NOW, "won")
    assert isinstance(found.found, Need)
    assert "Missing: 99 more known ends (100 are needed)" in found.found.note
    assert found.draft is None


async def test_what_sales_accept_teaches_too(store: Store, suggestions: Suggestions) -> None:
    past = Past(store, SCRIPT)
    past.lead("a")
    past.lead("b")
    await past.write()
    await end(store, "a", "rejected")
    await end(store, "b", "won")
    found = await suggestions.suggest("crm-suite", SINCE, NOW, "accepted")
    assert isinstance(found.found, Need)
    assert (found.found.ended_well, found.found.ended_badly) == (1, 1)


async def test_a_script_that_nobody_published_has_none(suggestions: Suggestions) -> None:
    with pytest.raises(NoSuchScript):
        await suggestions.suggest("other", SINCE, NOW, "won")
