"""storage.replays: S56, a draft tried on the leads that there are."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Connection, insert, select

from agent.dialogue import Dialogue, verdict_on
from agent.messages import Opening
from agent.ports import Utterance
from qualification.answers import Answer, Evidence
from qualification.scoring import score
from qualification.values import Money, Text
from storage.looking_back import PAGE
from storage.replays import Replays
from storage.score_tables import BehaviourRow
from storage.tables import ConversationRow
from tests.builders import money
from tests.storage.conftest import Store
from tests.storage.records import NOW, sheet, turn

LINE = """\
script: crm-suite
title: CRM
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I am an assistant.}
criteria:
  - {key: need, kind: text, ask: {en: What for?}, points: {positive: 20}}
  - key: budget
    kind: money
    ask: {en: What is your budget?}
    positive: {overlaps: {min: 3000, currency: EUR}}
    points: {positive: 30}
qualify: {all_of: [need, budget]}
"""


@pytest.fixture
def replays(store: Store) -> Replays:
    return Replays(store.database, store.scripts)


@pytest.fixture
def dearer() -> str:
    return LINE.replace("3000", "5000")


async def lead(
    store: Store, budget: Money | None, source: str | None = "/pricing", text: str = LINE
) -> str:
    """A lead that has said what it needs, and perhaps what it can pay."""
    version = await store.scripts.publish(text, origin="file")
    now = store.clock.now()
    identity = uuid4().hex
    opening = Opening(identity, "chat", uuid4().hex, version.id, "en", now, source)
    await store.inbox.open(opening, Dialogue("en"), Utterance(uuid4().hex, "Hello!"))
    await store.hear(identity, "hello")
    claim = await store.claim(identity)
    answers = [Answer("need", Text("a CRM"), now, Evidence("m1", "a CRM"))]
    if budget is not None:
        answers.append(Answer("budget", budget, now, Evidence("m1", "so much")))
    plain = turn(claim, "Thanks.", answers=answers, at=now)
    dialogue = replace(plain.dialogue, sheet=sheet(*answers))
    made = replace(
        plain,
        dialogue=dialogue,
        verdict=verdict_on(version.script, dialogue),
        score=score(version.script, dialogue.sheet, now),
    )
    await store.workspace.commit(claim, made, seen=claim.inbound_seq)
    return identity


async def test_a_dearer_draft_shows_who_would_be_lost_and_why(
    store: Store, replays: Replays, dearer: str
) -> None:
    poor = await lead(store, money(4000))
    await lead(store, money(9000))
    await lead(store, None, source=None)
    seen: list[int] = []

    async def done(leads: int) -> None:
        seen.append(leads)

    found = await replays.replay(dearer, NOW - timedelta(days=1), NOW, done)
    assert (found.leads, found.changed, sum(seen)) == (3, 1, 3)
    assert found.verdicts == {("qualified", "unqualified"): 1}
    assert found.tiers == {("warm", "nurture"): 1}
    assert found.why["budget: positive → negative"] == 1
    (example,) = found.examples
    assert (example.lead, example.source) == (poor, "/pricing")
    counted = found.sources["/pricing"]
    assert (counted.leads, counted.changed, counted.gained, counted.lost) == (2, 1, 0, 1)
    assert found.sources["(none)"].leads == 1


async def test_the_script_as_it_is_changes_nothing(store: Store, replays: Replays) -> None:
    await lead(store, money(4000))
    found = await replays.replay(LINE, NOW - timedelta(days=1), NOW)
    assert (found.leads, found.changed) == (1, 0)


async def test_what_another_moment_would_decide_is_not_the_drafts_doing(
    store: Store, replays: Replays
) -> None:
    """A record that its own version would not give today, as after a change of the rules' code."""
    await lead(store, money(4000))
    stale = ConversationRow.__table__.update().values(outcome="undecided", tier=None)  # type: ignore[attr-defined]
    await store.database.write(lambda connection: connection.execute(stale))
    found = await replays.replay(LINE, NOW - timedelta(days=1), NOW)
    assert found.changed == 0


DID = LINE.replace(
    "qualify:",
    """\
score:
  tiers: {hot: 70, warm: 40, rest: 0}
  engagement:
    lines:
      - {event: price_page, points: 15}
      - {event: inactive_30_days, points: -20}
qualify:""",
)


async def test_what_they_did_after_the_conversation_counts_until_now(
    store: Store, replays: Replays
) -> None:
    identity = await lead(store, money(4000), text=DID)
    later = NOW + timedelta(days=3)

    def work(connection: Connection) -> None:
        did = {"conversation": identity, "kind": "price_page", "received_at": later}
        rows = [{**did, "client_id": f"e{n}", "at": later} for n in range(2)]
        connection.execute(insert(BehaviourRow), rows)

    await store.database.write(work)
    draft = DID.replace("price_page, points: 15", "price_page, points: 1")
    since = NOW - timedelta(days=1)
    found = await replays.replay(draft, since, later)
    assert found.tiers == {("hot", "warm"): 1}
    assert found.why["points of event:price_page: 30 → 2"] == 1
    assert (await replays.replay(draft, since, NOW)).changed == 0  # it had not happened yet


async def test_silence_since_their_last_message_counts_until_now(
    store: Store, replays: Replays
) -> None:
    await lead(store, money(4000), text=DID)
    milder = DID.replace("points: -20", "points: -5")
    found = await replays.replay(milder, NOW - timedelta(days=1), NOW + timedelta(days=40))
    assert found.tiers == {("rest", "warm"): 1}


async def test_only_the_leads_of_its_script_since_then_are_tried(
    store: Store, replays: Replays
) -> None:
    await lead(store, money(4000))
    await store.scripts.publish(LINE.replace("crm-suite", "other"), origin="file")
    assert await replays.count("crm-suite", NOW - timedelta(days=1)) == 1
    assert await replays.count("crm-suite", NOW + timedelta(days=1)) == 0
    other = LINE.replace("crm-suite", "other")
    assert (await replays.replay(other, NOW - timedelta(days=1), NOW)).leads == 0


async def test_every_lead_of_many_pages_is_tried_once(
    store: Store, replays: Replays, dearer: str
) -> None:
    first = await lead(store, money(4000))
    row = (await store.leads.lead(first)).line

    def work(connection: Connection) -> None:
        table = ConversationRow.__table__
        known = dict(connection.execute(select(table)).mappings().one())
        whole = {"created_at": known["created_at"].replace(microsecond=0)}  # seconds alone, too
        copies = [
            {**known, **(whole if n % 2 else {}), "id": f"copy-{n}", "address": f"a{n}"}
            for n in range(2 * PAGE - 1)
        ]
        connection.execute(insert(ConversationRow), copies)

    await store.database.write(work)
    found = await replays.replay(dearer, row.created_at - timedelta(seconds=1), NOW)
    assert (found.leads, found.changed) == (2 * PAGE, 2 * PAGE)
    assert len(found.examples) == 2 * PAGE
