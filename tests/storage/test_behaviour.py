"""S31, S36 to S38, S40: what leads do is kept once, whole or not at all, and scored at once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Connection, update

from agent.dialogue import Step
from agent.errors import Unavailable
from agent.ports import Claim, Turn
from agent.turn import make_turn
from qualification.scoring import ScoreLine
from storage import behaviour as module
from storage.behaviour import EventsRefused, Lead, Recorded, StoredBehaviour, Told
from storage.erasures import StoredErasures
from storage.people import People
from storage.scripts import ScriptVersion
from storage.tables import ConversationRow
from tests.storage.conftest import Store
from tests.storage.persons import ledger
from tests.storage.records import EMAIL, NOW, script_text, sheet

SCORE = """\
score:
  engagement:
    half_life: 10 days
    lines:
      - {event: price_page, points: 40}
      - {event: trial_started, points: 30}
      - {event: inactive_30_days, points: -15}
  tiers: {hot: 70, warm: 40, cold: 0}
  hysteresis: 5
"""
TEXT = script_text() + SCORE
_ids = count()

Open = Callable[[], Awaitable[str]]


@pytest.fixture
def behaviour(store: Store) -> StoredBehaviour:
    return StoredBehaviour(store.database, store.scripts, store.clock)


@pytest.fixture
def opened(store: Store, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a conversation about the script with points, which has given its e-mail."""
    monkeypatch.setattr("tests.storage.conftest.script_text", lambda: TEXT)

    async def one() -> str:
        conversation = await store.open()
        await store.hear(conversation, "hello")
        claim = await store.claim(conversation)
        dialogue = replace(claim.dialogue, sheet=sheet(EMAIL))
        turn = make_turn(claim, Step(dialogue, ()), store.clock.now(), message="")
        await store.workspace.commit(claim, turn, seen=claim.inbound_seq)
        return conversation

    return one


def turn_of(store: Store, claim: Claim) -> Turn:
    """A turn in which nothing new is learned or said."""
    return make_turn(claim, Step(claim.dialogue, ()), store.clock.now(), message="")


def told(
    lead: str | Lead, kind: str = "price_page", at: datetime = NOW, client_id: str | None = None
) -> Told:
    """An event."""
    whose = Lead(conversation=lead) if isinstance(lead, str) else lead
    return Told(client_id or f"web-{next(_ids)}", whose, kind, at)


async def line_of(store: Store, conversation: str) -> tuple[int, str | None]:
    """Score and tier as lists show them."""
    page = await store.leads.conversations()
    (line,) = [one for one in page.items if one.conversation == conversation]
    return line.score, line.tier


async def test_events_are_scored_at_once_and_lists_show_it(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    conversation = await opened()
    batch = [told(conversation), told(conversation, "trial_started", NOW - timedelta(days=10))]
    assert await behaviour.record(batch) == Recorded(recorded=2, repeated=0, leads=1)
    assert await line_of(store, conversation) == (55, "warm")


async def test_an_event_told_twice_counts_once(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    conversation = await opened()
    event = told(conversation, client_id="web-1")
    assert await behaviour.record([event, event]) == Recorded(1, 1, 1)
    assert await behaviour.record([event, told(conversation)]) == Recorded(1, 1, 1)
    assert await behaviour.record([event]) == Recorded(0, 1, 0)
    assert await line_of(store, conversation) == (80, "hot")


async def test_another_event_under_an_id_that_is_taken_is_refused_not_lost(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    conversation = await opened()
    price = told(conversation, client_id="web-1")
    trial = told(conversation, "trial_started", client_id="web-1")
    with pytest.raises(EventsRefused) as together:
        await behaviour.record([price, told(conversation), trial])
    assert [(one.place, one.why) for one in together.value.refusals] == [(2, "other-event")]
    assert await behaviour.record([price]) == Recorded(1, 0, 1)
    with pytest.raises(EventsRefused) as later:
        await behaviour.record([told(conversation), trial])
    (refusal,) = later.value.refusals
    assert (refusal.place, refusal.why) == (1, "other-event")
    assert "'web-1' is that of a 'price_page'" in refusal.detail
    assert await line_of(store, conversation) == (40, "warm")


async def test_the_same_id_of_two_leads_is_two_events(
    behaviour: StoredBehaviour, opened: Open
) -> None:
    batch = [
        told(await opened(), client_id="web-1"),
        told(await opened(), "trial_started", client_id="web-1"),
    ]
    assert await behaviour.record(batch) == Recorded(recorded=2, repeated=0, leads=2)


async def test_what_somebody_did_counts_in_each_conversation_of_their_address(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    first, second = await opened(), await opened()
    result = await behaviour.record([told(Lead(email="ana@example.com"))])
    assert result == Recorded(recorded=1, repeated=0, leads=2)
    assert await line_of(store, first) == await line_of(store, second) == (40, "warm")


async def test_a_number_leads_to_who_gave_it_and_to_who_wrote_from_it(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    gave, wrote, other = await opened(), await opened(), await opened()

    def by_phone(connection: Connection) -> None:
        whose = update(ConversationRow)
        connection.execute(whose.where(ConversationRow.id == gave), {"contact_phone": "+346000"})
        texted = {"channel": "sms", "address": "+346000"}
        connection.execute(whose.where(ConversationRow.id == wrote), texted)

    await store.database.write(by_phone)
    assert (await behaviour.record([told(Lead(phone="+346000"))])).leads == 2
    assert [await line_of(store, one) for one in (gave, wrote, other)] == [
        (40, "warm"),
        (40, "warm"),
        (0, "cold"),
    ]


async def test_of_a_batch_with_mistakes_nothing_is_kept_and_each_is_named(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    conversation = await opened()
    batch = [
        told(conversation),
        told("nobody"),
        told(conversation, "purchased"),
        told(conversation, at=NOW + timedelta(minutes=2)),
        told(Lead(email="nobody@example.com")),
    ]
    with pytest.raises(EventsRefused) as caught:
        await behaviour.record(batch)
    assert [(one.place, one.why) for one in caught.value.refusals] == [
        (1, "unknown-lead"),
        (2, "unknown-event"),
        (3, "future-event"),
        (4, "unknown-lead"),
    ]
    assert "trial_started" in caught.value.refusals[1].detail
    assert await line_of(store, conversation) == (0, "cold")
    assert (await store.leads.lead(conversation)).behaviour == ()


async def test_a_clock_a_little_fast_tells_of_now(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    conversation = await opened()
    await behaviour.record([told(conversation, at=NOW + timedelta(seconds=40))])
    assert (await store.leads.lead(conversation)).behaviour[0].at == NOW


async def test_one_lead_has_so_many_events_and_no_more(
    store: Store, behaviour: StoredBehaviour, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_EVENTS", 3)
    conversation, other = await opened(), await opened()
    await behaviour.record([told(conversation), told(conversation)])
    with pytest.raises(EventsRefused) as caught:
        await behaviour.record([told(other), told(conversation), told(conversation)])
    assert [(one.place, one.why) for one in caught.value.refusals] == [(2, "too-many-events")]
    assert len((await store.leads.lead(conversation)).behaviour) == 2
    assert (await store.leads.lead(other)).behaviour == ()
    assert (await behaviour.record([told(conversation)])).recorded == 1


async def test_an_event_that_only_the_newest_script_names_is_taken(
    store: Store, behaviour: StoredBehaviour, opened: Open
) -> None:
    conversation = await opened()
    newer = TEXT.replace("trial_started", "webinar_seen")
    await store.scripts.publish(newer, origin="api")
    assert (await behaviour.record([told(conversation, "webinar_seen")])).recorded == 1
    assert (await behaviour.record([told(conversation, "trial_started")])).recorded == 1


async def test_events_of_a_lead_that_is_erased_meanwhile_are_refused(
    store: Store, behaviour: StoredBehaviour, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation, other = await opened(), await opened()
    current = store.scripts.current

    async def erased(key: str) -> ScriptVersion | None:
        person = await People(store.database, store.scripts, store.clock).find(conversation)
        erasures = StoredErasures(store.database, ledger(store), store.enqueue, store.clock)
        await erasures.erase(person)
        monkeypatch.undo()
        return await current(key)

    monkeypatch.setattr(store.scripts, "current", erased)
    with pytest.raises(EventsRefused) as caught:
        await behaviour.record([told(other), told(conversation)])
    assert {one.why for one in caught.value.refusals} == {"unknown-lead"}
    assert caught.value.refusals[-1].place == 1


class TestTheHistory:
    async def test_tells_every_change_of_the_score_with_the_lines_that_came_and_went(
        self, store: Store, behaviour: StoredBehaviour, opened: Open
    ) -> None:
        conversation = await opened()
        await behaviour.record([told(conversation)])
        store.clock.pass_by(days=10)
        await behaviour.rescore_due()
        first, second = (await store.leads.lead(conversation)).score_changes
        assert (first.cause, first.score, first.tier) == ("event", 40, "warm")
        assert (first.added, first.removed) == ((ScoreLine("event:price_page", 40),), ())
        assert (second.cause, second.score, second.tier) == ("time", 20, "cold")
        assert second.added == (ScoreLine("event:price_page", 20),)
        assert second.removed == (ScoreLine("event:price_page", 40),)
        assert second.at == store.clock.now()

    async def test_of_the_verdict_is_another(
        self, store: Store, behaviour: StoredBehaviour, opened: Open
    ) -> None:
        conversation = await opened()
        await behaviour.record([told(conversation)])
        claim = await store.claim(conversation)
        turn = turn_of(store, claim)
        verdict = replace(turn.verdict, outcome="qualified")
        turn = replace(turn, verdict=verdict)
        await store.workspace.commit(claim, turn, seen=claim.inbound_seq)
        lead = await store.leads.lead(conversation)
        assert [one.outcome for one in lead.verdict_changes] == ["qualified"]
        assert lead.verdict_changes[0].reasons == verdict.reasons
        assert len(lead.score_changes) == 1


class TestATurn:
    async def test_scores_with_what_they_did(
        self, store: Store, behaviour: StoredBehaviour, opened: Open
    ) -> None:
        conversation = await opened()
        await behaviour.record([told(conversation)])
        await store.hear(conversation, "and?")
        claim = await store.claim(conversation)
        turn = turn_of(store, claim)
        assert (turn.score.engagement, turn.score.tier) == (40, "warm")
        await store.workspace.commit(claim, turn, seen=claim.inbound_seq)
        assert await line_of(store, conversation) == (40, "warm")

    async def test_counts_what_they_did_while_it_was_read(
        self, store: Store, behaviour: StoredBehaviour, opened: Open
    ) -> None:
        conversation = await opened()
        await store.hear(conversation, "and?")
        claim = await store.claim(conversation)
        turn = turn_of(store, claim)
        await behaviour.record([told(conversation)])
        await store.workspace.commit(claim, turn, seen=claim.inbound_seq)
        assert await line_of(store, conversation) == (40, "warm")
        assert (await store.replies.standing(conversation)).scored.behaviour[0].name == "price_page"


class TestTime:
    async def test_takes_points_from_who_fell_silent_once(
        self, store: Store, behaviour: StoredBehaviour, opened: Open
    ) -> None:
        conversation = await opened()
        await behaviour.record([told(conversation, "trial_started"), told(conversation)])
        assert await line_of(store, conversation) == (70, "hot")
        store.clock.pass_by(days=1)
        assert await behaviour.rescore_due() == 1
        assert await line_of(store, conversation) == (65, "hot")
        assert await behaviour.rescore_due() == 0
        store.clock.pass_by(days=29)
        assert await behaviour.rescore_due() == 1
        assert await line_of(store, conversation) == (0, "cold")
        lead = await store.leads.lead(conversation)
        assert ScoreLine("event:inactive_30_days", -15) in lead.score_changes[-1].added
        store.clock.pass_by(days=900)
        await behaviour.rescore_due()
        store.clock.pass_by(days=900)
        assert await behaviour.rescore_due() == 0

    async def test_leaves_who_is_asked_by_another_script_meanwhile_for_the_next_round(
        self,
        store: Store,
        behaviour: StoredBehaviour,
        opened: Open,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        conversation = await opened()
        await behaviour.record([told(conversation)])
        store.clock.pass_by(days=10)
        newer = await store.scripts.publish(TEXT.replace("40}", "60}"), origin="api")
        get = store.scripts.get

        async def moved(version: str) -> ScriptVersion:
            script = await get(version)
            change = (
                update(ConversationRow)
                .where(ConversationRow.id == conversation)
                .values(script_version=newer.id)
            )
            await store.database.write(lambda connection: connection.execute(change))
            return script

        monkeypatch.setattr(store.scripts, "get", moved)
        assert await behaviour.rescore_due() == 1
        assert await line_of(store, conversation) == (40, "warm")
        monkeypatch.setattr(store.scripts, "get", get)
        assert await behaviour.rescore_due() == 1
        assert await line_of(store, conversation) == (30, "cold")

    async def test_looks_on_at_once_while_there_are_more(
        self,
        store: Store,
        behaviour: StoredBehaviour,
        opened: Open,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """The next round would come after five minutes only."""
        monkeypatch.setattr(module, "SCORED_TOGETHER", 1)
        monkeypatch.setattr(module, "_DUE", module._DUE.limit(1))
        for conversation in [await opened(), await opened()]:
            await behaviour.record([told(conversation)])
        store.clock.pass_by(days=10)
        whole, rounds, ended = StoredBehaviour.rescore_due, list[int](), asyncio.Event()

        async def counted(one: StoredBehaviour) -> int:
            rounds.append(await whole(one))
            if not rounds[-1]:
                ended.set()
            return rounds[-1]

        monkeypatch.setattr(StoredBehaviour, "rescore_due", counted)
        loop = asyncio.create_task(behaviour.keep())
        await asyncio.wait_for(ended.wait(), 5)
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)
        assert rounds == [1, 1, 0]

    async def test_changes_nothing_for_who_has_no_points_that_fade(
        self, store: Store, behaviour: StoredBehaviour
    ) -> None:
        conversation = await store.open()
        await behaviour.record([told(conversation)])
        store.clock.pass_by(days=900)
        assert await behaviour.rescore_due() == 0

    async def test_is_looked_at_by_a_loop_that_outlives_its_troubles(
        self,
        behaviour: StoredBehaviour,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        ends = iter([Unavailable("away"), ValueError("broken")])
        looked = asyncio.Event()

        async def rescore_due(_: StoredBehaviour) -> int:
            end = next(ends, None)
            if end is not None:
                raise end
            looked.set()
            return 0

        monkeypatch.setattr(StoredBehaviour, "rescore_due", rescore_due)
        monkeypatch.setattr(module, "EVERY", timedelta(0))
        loop = asyncio.create_task(behaviour.keep())
        await asyncio.wait_for(looked.wait(), 5)
        loop.cancel()
        assert [one.levelname for one in caplog.records] == ["WARNING", "ERROR"]
