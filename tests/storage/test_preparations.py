"""A lead waits for its owner and its brief, then goes out, complete or not; a new owner is told."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from agent.briefing import Draft
from agent.outbox import Brief, Delivered, Owner, Parcel, Told, Words
from agent.ports import Job
from agent.preparing import IMPROVE, Improvable, Preparing, Unprepared
from qualification.values import Language
from storage.delivery_tables import PreparationRow
from storage.outbox import GATHER, StoredOutbox
from storage.preparations import StoredAnnouncing, StoredPreparations
from storage.workspace import StoredWorkspace
from tests.storage.conftest import Store
from tests.storage.records import NOW, handover, turn

EVA = Owner("eva", "Eva Soler", "eva@acme.example", language="es", ids={"hubspot": "77"})
BRIEF = Brief("es", "Ana: cualificada", "Siguiente paso:\n- Llamar", by="data")
BETTER = Brief(
    "es",
    "Ana: cualificada",
    "Resumen:\nPierde pedidos.",
    by="model",
    words=Words("1f", (Told("Pierde pedidos.", "perdemos pedidos"),)),
)
IN_ENGLISH = replace(BETTER, language="en", text="Summary:\nThey lose orders.")


class Desk:
    """Assigns and writes as it is told; agent.routing.Assigning and agent.briefing.Briefing."""

    def __init__(self) -> None:
        self.owner: Owner | None = EVA
        self.trouble: Exception | None = None
        self.asked: list[str] = []
        self.earlier: tuple[Brief, ...] = ()
        """What a model wrote before, as the last of them was told."""
        self.model: Brief | None = None
        """What a model makes of it, if there is one."""

    async def assign(self, handover: str) -> Owner | None:
        self.asked.append(handover)
        return self.owner

    async def draft(
        self, handover_id: str, language: Language, earlier: Sequence[Brief] = ()
    ) -> Draft:
        self.asked.append(f"{handover_id} {language}")
        self.earlier = tuple(earlier)
        if self.trouble is not None:
            raise self.trouble
        return Draft(BRIEF, may_gain=self.model is not None)

    async def write(
        self, handover_id: str, language: Language, earlier: Sequence[Brief] = ()
    ) -> Brief:
        self.earlier = tuple(earlier)
        self.asked.append(f"{handover_id} {language}, by a model")
        return self.model or BRIEF


class Ready:
    """What a process has that prepares."""

    def __init__(self, store: Store) -> None:
        self.store = store
        store.outbox = StoredOutbox(
            store.database,
            store.enqueue,
            ["webhook", "hubspot", "email", "sms"],
            "https://banter.example",
            lanes=["hubspot"],
            prepares=True,
        )
        store.workspace = StoredWorkspace(store.database, store.scripts, store.outbox)
        self.desk = Desk()
        self.preparations = StoredPreparations(store.database, store.outbox)
        self.announcing = StoredAnnouncing(store.database, store.outbox, store.clock)
        self.preparing = Preparing(self.preparations, self.desk, self.desk, store.clock)

    async def hand_over(self, conversation: str | None = None, why: str = "qualified") -> Job:
        """The job that it makes."""
        conversation = conversation or await self.store.open()
        claim = await self.store.claim(conversation)
        handed = turn(claim, handover=handover(why), at=self.store.clock.now())  # type: ignore[arg-type]  # one of them
        await self.store.workspace.commit(claim, handed, seen=claim.inbound_seq)
        [job] = self.store.jobs
        self.store.jobs.clear()
        return job

    async def take(self, parcel: str) -> Parcel:
        """A parcel that is due."""
        taken = await self.store.outbox.take(parcel, self.store.clock.now())
        assert isinstance(taken, Parcel)
        return taken


@pytest.fixture
def ready(store: Store) -> Ready:
    """One process."""
    return Ready(store)


async def test_parcels_go_once_the_lead_is_prepared_and_carry_what_was_made(ready: Ready) -> None:
    job = await ready.hand_over()
    assert job.kind == "prepare"
    identity = job.row.removesuffix(".1")
    assert await ready.preparing.prepare(job.row) is None
    assert sorted(ready.store.jobs, key=lambda job: job.row) == [
        Job("deliver", f"{identity}.1.email"),
        Job("deliver", f"{identity}.1.hubspot", lane="hubspot"),
        Job("deliver", f"{identity}.1.sms"),
        Job("deliver", f"{identity}.1.webhook"),
    ]
    parcel = await ready.take(f"{identity}.1.hubspot")
    assert (parcel.owner, parcel.brief) == (EVA, BRIEF)
    assert ready.desk.asked == [identity, f"{identity} es"], "in the seller's language"


async def test_what_is_prepared_twice_changes_nothing(ready: Ready) -> None:
    job = await ready.hand_over()
    await ready.preparing.prepare(job.row)
    ready.store.jobs.clear()
    ready.desk.owner = None
    await ready.preparing.prepare(job.row)
    assert len(ready.desk.asked) == 2
    assert (await ready.take(job.row + ".hubspot")).owner == EVA


async def test_a_change_waits_for_others_before_it_is_prepared(ready: Ready) -> None:
    conversation = await ready.store.open()
    await ready.preparing.prepare((await ready.hand_over(conversation)).row)
    ready.store.jobs.clear()
    first = await ready.hand_over(conversation, "update")
    second = await ready.hand_over(conversation, "update")
    assert first.at == second.at == NOW + GATHER
    ready.store.clock.pass_by(seconds=20)
    assert await ready.preparations.unprepared(first.row) is None, "nobody will read it"
    unprepared = await ready.preparations.unprepared(second.row)
    assert unprepared == Unprepared(second.row.removesuffix(".3"), "en", urgent=False)


async def test_trouble_with_the_brief_does_not_hold_the_lead(ready: Ready) -> None:
    job = await ready.hand_over()
    ready.desk.trouble = KeyError("Ana Quiroga")
    await ready.preparing.prepare(job.row)
    assert len(ready.store.jobs) == 4
    parcel = await ready.take(job.row + ".webhook")
    assert (parcel.owner, parcel.brief) == (EVA, None)


async def test_what_takes_too_long_is_done_without(ready: Ready) -> None:
    job = await ready.hand_over()
    never = Preparing(
        ready.preparations, ready.desk, None, ready.store.clock, patience=timedelta(0)
    )
    ready.desk.owner = EVA
    await never.prepare(job.row)
    assert len(ready.store.jobs) == 4


async def test_without_teams_and_model_the_parcels_have_neither(ready: Ready) -> None:
    job = await ready.hand_over()
    plain = Preparing(ready.preparations, None, None, ready.store.clock)
    await plain.prepare(job.row)
    parcel = await ready.take(job.row + ".webhook")
    assert (parcel.owner, parcel.brief) == (None, None)


async def test_a_new_owner_is_told_to_the_places_once(ready: Ready) -> None:
    job = await ready.hand_over()
    identity = job.row.removesuffix(".1")
    await ready.preparing.prepare(job.row)
    first = await ready.take(f"{identity}.1.hubspot")
    await ready.store.outbox.record(first, Delivered(), NOW, None)
    ready.store.jobs.clear()
    for _ in range(2):
        await ready.announcing.announce(identity, "reassigned", 2)
    assert ready.store.jobs == [Job("prepare", f"{identity}.2")], "at once, and once"
    ready.desk.owner = Owner("leo", "Leo", "leo@acme.example")
    await ready.preparing.prepare(f"{identity}.2")
    again = await ready.take(f"{identity}.2.hubspot")
    assert again.event == "lead.updated"
    assert again.owner is not None
    assert again.owner.id == "leo"
    body, before = json.loads(again.body), json.loads(first.body)
    assert (body["revision"], body["why"]) == (2, "update")
    assert body["contact"] == before["contact"]
    assert list(body) == list(before)


async def test_nothing_is_announced_of_an_unknown_hand_over(ready: Ready) -> None:
    await ready.announcing.announce("nothing", "taken", 1)
    assert ready.store.jobs == []


async def test_a_new_owner_is_told_before_a_model_is_asked(ready: Ready) -> None:
    identity = (await gone_out(ready)).removesuffix(".1")
    ready.desk.asked.clear()
    await ready.announcing.announce(identity, "escalated", 2)
    await ready.preparing.prepare(f"{identity}.2")
    assert ready.desk.asked == [identity, f"{identity} es"]
    assert (await ready.take(f"{identity}.2.email")).brief == BRIEF
    assert Job(IMPROVE, f"{identity}.2") in ready.store.jobs


async def gone_out(ready: Ready) -> str:
    """A hand-over that has left while a model could add to its brief; what is to be improved."""
    ready.desk.model = BETTER
    job = await ready.hand_over()
    await ready.preparing.prepare(job.row)
    assert [one.kind for one in ready.store.jobs].count("deliver") == 4, "it waits for no model"
    [more] = [one for one in ready.store.jobs if one.kind == IMPROVE]
    assert more == Job(IMPROVE, job.row)
    assert (await ready.take(f"{job.row}.hubspot")).brief == BRIEF
    ready.store.jobs.clear()
    return more.row


async def test_what_a_model_adds_follows_to_those_who_can_change_what_they_have(
    ready: Ready,
) -> None:
    row = await gone_out(ready)
    identity = row.removesuffix(".1")
    await ready.preparing.improve(row)
    assert sorted(ready.store.jobs, key=lambda job: job.row) == [
        Job("deliver", f"{identity}.2.hubspot", lane="hubspot"),
        Job("deliver", f"{identity}.2.webhook"),
    ]
    parcel = await ready.take(f"{identity}.2.hubspot")
    assert (parcel.event, parcel.owner, parcel.brief) == ("lead.updated", EVA, BETTER)
    body = json.loads(parcel.body)
    assert (body["revision"], body["why"], body["changed"]) == (2, "update", "brief")
    await ready.announcing.announce(identity, "reassigned", 2)
    ready.store.clock.pass_by(seconds=1)
    await ready.preparing.prepare(f"{identity}.3")
    assert "changed" not in json.loads((await ready.take(f"{identity}.3.webhook")).body)


async def test_a_better_brief_is_sent_once(ready: Ready) -> None:
    row = await gone_out(ready)
    await ready.preparing.improve(row)
    ready.store.jobs.clear()
    await ready.preparing.improve(row)
    await ready.preparations.improved(row, BETTER, NOW)
    assert ready.store.jobs == []
    assert await ready.preparations.improvable(f"{row.removesuffix('.1')}.2") is None, "it is one"


async def test_a_model_that_adds_nothing_sends_nothing(ready: Ready) -> None:
    row = await gone_out(ready)
    ready.desk.model = None
    await ready.preparing.improve(row)
    assert ready.store.jobs == []


async def test_what_the_prospect_has_said_since_brings_a_brief_of_its_own(ready: Ready) -> None:
    conversation = await ready.store.open()
    ready.desk.model = BETTER
    job = await ready.hand_over(conversation)
    await ready.preparing.prepare(job.row)
    assert await ready.preparations.improvable(job.row) == Improvable(
        job.row.removesuffix(".1"), "es"
    )
    ready.store.jobs.clear()
    change = await ready.hand_over(conversation, "update")
    assert await ready.preparations.improvable(job.row) is None
    await ready.preparations.improved(job.row, BETTER, NOW)
    assert ready.store.jobs == []
    ready.store.clock.pass_by(seconds=GATHER.total_seconds())
    await ready.preparing.prepare(change.row)
    assert IMPROVE not in {one.kind for one in ready.store.jobs}, "a change waits for the model"
    assert (await ready.take(f"{change.row}.hubspot")).brief == BETTER


async def test_nothing_unknown_or_unprepared_is_improved(ready: Ready) -> None:
    job = await ready.hand_over()
    assert await ready.preparations.improvable(job.row) is None
    assert await ready.preparations.improvable("nothing.1") is None


async def test_what_a_model_wrote_before_is_at_hand_for_a_new_owner(ready: Ready) -> None:
    row = await gone_out(ready)
    identity = row.removesuffix(".1")
    await ready.preparing.improve(row)
    await ready.announcing.announce(identity, "reassigned", 2)
    unprepared = await ready.preparations.unprepared(f"{identity}.3")
    assert unprepared == Unprepared(identity, "en", urgent=True, earlier=(BETTER,))
    await ready.preparing.prepare(f"{identity}.3")
    assert ready.desk.earlier == (BETTER,)


async def test_of_what_a_model_wrote_the_newest_in_each_language_is_at_hand(ready: Ready) -> None:
    conversation = await ready.store.open()
    half = replace(BETTER, headline="Ana: a medias")
    ready.desk.model = half
    identity = (await ready.hand_over(conversation)).row.removesuffix(".1")
    await ready.preparing.prepare(f"{identity}.1")
    for brief in (half, IN_ENGLISH, BETTER):
        ready.desk.model = brief
        ready.store.jobs.clear()
        change = await ready.hand_over(conversation, "update")
        ready.store.clock.pass_by(seconds=GATHER.total_seconds())
        await ready.preparing.prepare(change.row)
    assert ready.desk.earlier == (IN_ENGLISH, half)
    await ready.announcing.announce(identity, "taken", 2)
    unprepared = await ready.preparations.unprepared(f"{identity}.5")
    assert unprepared is not None
    assert unprepared.earlier == (BETTER, IN_ENGLISH)


async def test_a_brief_that_was_erased_is_not_taken_over(ready: Ready) -> None:
    row = await gone_out(ready)
    identity = row.removesuffix(".1")
    await ready.preparing.improve(row)
    erased = update(PreparationRow).where(PreparationRow.handover == identity).values(brief=None)
    await ready.store.database.write(lambda connection: connection.execute(erased))
    await ready.announcing.announce(identity, "reassigned", 2)
    await ready.preparing.prepare(f"{identity}.3")
    assert ready.desk.earlier == ()
    assert Job(IMPROVE, f"{identity}.3") in ready.store.jobs, "a new one is written"
