"""The services are asked once about a lead, with the turn that brought the e-mail; what they answer
is kept, exported and erased with the lead.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, select

from agent.enricher import Enricher
from agent.enrichment import KIND, Enquiry, Subject
from agent.moves import Dialogue
from agent.outbox import Failed, RetryAt
from agent.ports import Job
from qualification.answers import Answer, Evidence
from qualification.findings import Finding
from qualification.script import Script
from qualification.scriptfile import parse_script
from qualification.values import Contact
from storage.database import Database
from storage.profile_tables import EnquiryRow
from storage.profiles import STANDS, StoredEnquiries
from storage.scripts import Scripts
from storage.workspace import StoredWorkspace
from tests.fakes.enrichment import FakeEnrichment
from tests.storage.conftest import Store
from tests.storage.records import BUDGET, NOW, turn

EMAIL = "ana@acme-tools.es"
OTHER = "ana@borealis.es"


def email(value: str = EMAIL) -> Answer:
    """The e-mail as she gave it."""
    return Answer("email", Contact("email", value), NOW, Evidence("m1", value))


class Asking:
    """A process that asks a service about its leads."""

    def __init__(self, store: Store, *providers: str) -> None:
        self.store = store
        self.service = FakeEnrichment({EMAIL: {"company": "Acme Tools Group", "industry": "tools"}})
        self.enquiries = StoredEnquiries(
            store.database, store.scripts, store.enqueue, providers or (self.service.name,)
        )
        store.workspace = StoredWorkspace(
            store.database, store.scripts, store.outbox, enquiries=self.enquiries
        )
        self.enricher = Enricher(self.enquiries, store.workspace, [self.service], store.clock)

    async def give(self, conversation: str, *answers: Answer) -> list[Job]:
        """A turn that brings these answers; the jobs it leaves."""
        before = len(self.store.jobs)
        await self.store.hear(conversation, "so it is")
        claim = await self.store.claim(conversation)
        sheet = claim.dialogue.sheet
        for one in answers:
            sheet = sheet.with_answer(one)
        dialogue = replace(claim.dialogue, sheet=sheet, turns=claim.dialogue.turns + 1)
        brings = replace(turn(claim, answers=answers), dialogue=dialogue)
        await self.store.workspace.commit(claim, brings, seen=claim.inbound_seq)
        return self.store.jobs[before:]

    async def dialogue(self, conversation: str) -> Dialogue:
        """Where a conversation stands."""
        return (await self.store.replies.standing(conversation)).dialogue

    async def states(self) -> list[tuple[str, str, str | None]]:
        """How the enquiries stand."""
        wanted = select(EnquiryRow.email, EnquiryRow.state, EnquiryRow.last_error).order_by(
            EnquiryRow.asked_at, EnquiryRow.email
        )

        def work(connection: Connection) -> list[tuple[str, str, str | None]]:
            return [(email, state, why) for email, state, why in connection.execute(wanted)]

        return await self.store.database.read(work)


@pytest.fixture
def asking(store: Store) -> Asking:
    """One process."""
    return Asking(store)


async def test_the_turn_that_brings_an_email_leaves_a_job_once(asking: Asking) -> None:
    conversation = await asking.store.open()
    assert await asking.give(conversation, BUDGET) == []
    (job,) = await asking.give(conversation, email())
    assert job.kind == KIND
    assert await asking.give(conversation, replace(BUDGET, given=NOW)) == []
    assert await asking.give(conversation, email()) == []
    assert await asking.states() == [(EMAIL, "waiting", None)]


async def test_an_email_that_was_known_before_the_first_word_is_asked_about_too(
    asking: Asking,
) -> None:
    conversation = await asking.store.open()
    claim = await asking.store.claim(conversation)
    known = claim.dialogue.sheet.with_answer(email())
    quiet = replace(turn(claim), dialogue=replace(claim.dialogue, sheet=known))
    await asking.store.workspace.commit(claim, quiet, seen=claim.inbound_seq)
    assert [job.kind for job in asking.store.jobs] == [KIND]


async def test_each_service_is_asked_and_a_disposable_address_is_asked_of_nobody(
    store: Store,
) -> None:
    two = Asking(store, "one.example", "two.example")
    assert len(await two.give(await store.open(), email())) == 2
    assert await two.give(await store.open(), email("ana@yopmail.com")) == []


async def test_who_has_opted_out_and_a_script_without_profile_are_left_alone(
    store: Store, database: Database
) -> None:
    asking = Asking(store)
    conversation = await store.open()
    claim = await store.claim(conversation)
    gone = replace(claim.dialogue, phase="stopped", sheet=claim.dialogue.sheet.with_answer(email()))
    leaves = replace(turn(claim, answers=[email()]), dialogue=gone)
    await store.workspace.commit(claim, leaves, seen=claim.inbound_seq)
    assert store.jobs == []

    def without(text: str) -> Script:
        return parse_script(text).model_copy(update={"profile": False})

    store.scripts = Scripts(database, without, store.clock)
    off = Asking(store)
    assert await off.give(await store.open(), email()) == []
    assert await asking.states() == []


async def test_what_is_known_of_them_is_with_the_lead(asking: Asking) -> None:
    conversation = await asking.store.open()
    (job,) = await asking.give(conversation, email())
    assert await asking.enricher.ask(job.row) is None
    industry, company = sorted(
        (await asking.dialogue(conversation)).sheet.found, key=lambda one: one.value
    )[::-1]
    assert company == Finding(
        "company",
        "Acme Tools Group",
        "provider",
        asking.store.clock.now(),
        origin="data.example",
        about=EMAIL,
    )
    assert (industry.field, industry.value) == ("industry", "tools")
    assert [one.domain for one in asking.service.asked] == ["acme-tools.es"]
    assert await asking.states() == [(EMAIL, "done", None)]
    assert await asking.enricher.ask(job.row) is None
    assert len(asking.service.asked) == 1


async def test_what_was_answered_is_not_asked_again_after_a_crash(asking: Asking) -> None:
    """The answer is on record before it is written with the lead."""
    conversation = await asking.store.open()
    (job,) = await asking.give(conversation, email())
    taken = await asking.enquiries.take(job.row, NOW)
    assert taken is not None
    await asking.enquiries.keep(taken, {"industry": "tools"}, NOW)
    assert await asking.enricher.ask(job.row) is None
    assert asking.service.asked == []
    (found,) = (await asking.dialogue(conversation)).sheet.found
    assert (found.value, found.at) == ("tools", NOW)


async def test_another_conversation_of_theirs_has_the_answer_for_three_months(
    asking: Asking,
) -> None:
    first, second = await asking.store.open(), await asking.store.open()
    (job,) = await asking.give(first, email())
    await asking.enricher.ask(job.row)
    asking.store.clock.pass_by(days=STANDS.days - 1)
    (again,) = await asking.give(second, email())
    await asking.enricher.ask(again.row)
    assert len(asking.service.asked) == 1
    found = (await asking.dialogue(second)).sheet.found
    assert [one.value for one in found] == ["Acme Tools Group", "tools"]
    asking.store.clock.pass_by(days=2)
    (later,) = await asking.give(await asking.store.open(), email())
    await asking.enricher.ask(later.row)
    assert len(asking.service.asked) == 2


async def test_an_email_that_was_corrected_is_not_asked_about(asking: Asking) -> None:
    conversation = await asking.store.open()
    (wrong,) = await asking.give(conversation, email(OTHER))
    (right,) = await asking.give(conversation, replace(email(), given=NOW + timedelta(minutes=1)))
    assert await asking.enricher.ask(wrong.row) is None
    assert asking.service.asked == []
    assert await asking.enricher.ask(right.row) is None
    assert sorted(await asking.states()) == [(EMAIL, "done", None), (OTHER, "left_alone", None)]


async def test_why_a_try_came_to_nothing_is_on_record(asking: Asking) -> None:
    (job,) = await asking.give(await asking.store.open(), email())
    asking.service.answers = [RetryAt("down"), Failed("answered 403", "fix_configuration")]
    assert await asking.enricher.ask(job.row) is not None
    assert await asking.states() == [(EMAIL, "waiting", "down")]
    assert await asking.enricher.ask(job.row) is None
    assert await asking.states() == [(EMAIL, "failed", "answered 403")]


async def test_an_enquiry_of_nobody_is_none(asking: Asking) -> None:
    assert await asking.enquiries.take("gone", NOW) is None
    never = Enquiry("gone", "c", "p", Subject(EMAIL), 1)
    await asking.enquiries.put_off(never, "why")
    await asking.enquiries.end(never, "done", "", NOW)
    assert await asking.states() == []
