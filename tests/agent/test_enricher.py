"""A service is asked beside the conversation: its answer is written between two turns, its troubles
hold up nobody.
"""

from datetime import timedelta

import pytest

import agent.enricher
from agent.enricher import LONGEST, PAUSES, SOON, Enricher
from agent.enrichment import Answer, Enquiry, Fields, Subject, Told
from agent.outbox import Failed, RetryAt
from qualification.values import Contact
from tests.agent.readings import NOON
from tests.agent.rig import Rig
from tests.fakes.enrichment import FakeEnquiries, FakeEnrichment

EMAIL = "ana@acme-tools.es"
KNOWN: dict[str, Fields] = {EMAIL: {"company_size": "51-200", "industry": "software"}}


class Asking(Rig):
    """A process that asks a service about its leads."""

    async def begin(self, *answers: Answer) -> str:
        """A lead whose e-mail is known, and the enquiry about her."""
        conversation = await self.open()
        await self.talk(conversation, f"mi correo es {EMAIL}")
        self.service = FakeEnrichment(KNOWN, *answers)
        self.enquiries = FakeEnquiries(
            Enquiry("e1", conversation, self.service.name, Subject(EMAIL), 0)
        )
        self.enricher = Enricher(self.enquiries, self.rehearsal, [self.service], self.clock)
        return conversation

    async def found(self, conversation: str) -> dict[str, str]:
        """What others told of a lead."""
        dialogue = (await self.rehearsal.standing(conversation)).dialogue
        return {one.field: one.value for one in dialogue.sheet.found}


async def test_what_a_service_knows_is_with_the_lead_and_it_is_not_asked_again() -> None:
    rig = Asking()
    conversation = await rig.begin()
    said = rig.said(conversation)
    assert await rig.enricher.ask("e1") is None
    assert await rig.found(conversation) == dict(KNOWN[EMAIL])
    sheet = (await rig.rehearsal.standing(conversation)).dialogue.sheet
    told = sheet.found[0]
    assert (told.source, told.origin, told.about) == ("provider", "data.example", EMAIL)
    assert (told.at, told.confirmed) == (NOON, False)
    assert rig.said(conversation) == said
    assert await rig.enricher.ask("e1") is None
    assert [one.email for one in rig.service.asked] == [EMAIL]
    assert rig.enquiries.ended == ("done", "")


async def test_of_whom_nothing_is_known_nothing_changes() -> None:
    rig = Asking()
    conversation = await rig.begin(Told())
    assert await rig.enricher.ask("e1") is None
    assert not await rig.found(conversation)
    assert rig.enquiries.ended == ("done", "")


async def test_a_service_that_cannot_now_is_asked_again_ever_more_seldom() -> None:
    rig = Asking()
    down = RetryAt("down")
    conversation = await rig.begin(*[down] * (len(PAUSES) + 1))
    for pause in PAUSES:
        assert await rig.enricher.ask("e1") == NOON + pause
    assert rig.enquiries.ended is None
    assert await rig.enricher.ask("e1") is None
    assert rig.enquiries.ended == ("failed", "down")
    assert not await rig.found(conversation)
    await rig.talk(conversation, "perdemos clientes")


async def test_a_service_may_name_its_time_within_a_day() -> None:
    rig = Asking()
    await rig.begin(
        RetryAt("later", NOON + timedelta(hours=2)), RetryAt("later", NOON + timedelta(days=9))
    )
    assert await rig.enricher.ask("e1") == NOON + timedelta(hours=2)
    assert await rig.enricher.ask("e1") == NOON + LONGEST


async def test_a_service_that_takes_too_long_is_left_for_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(agent.enricher, "LIMIT", 0.0)
    rig = Asking()
    await rig.begin()
    rig.service.silent = True
    assert await rig.enricher.ask("e1") == NOON + PAUSES[0]
    assert rig.enquiries.put_off_for == ["no answer in time"]


async def test_a_service_that_refuses_us_is_not_asked_again() -> None:
    rig = Asking()
    await rig.begin(Failed("answered 403", "fix_configuration"))
    assert await rig.enricher.ask("e1") is None
    assert rig.enquiries.ended == ("failed", "answered 403")


async def test_a_service_that_is_gone_is_not_asked() -> None:
    rig = Asking()
    await rig.begin()
    without = Enricher(rig.enquiries, rig.rehearsal, [], rig.clock)
    assert await without.ask("e1") is None
    assert rig.enquiries.ended == ("failed", "data.example is not configured any more")


async def test_a_prospect_who_has_just_written_goes_first_and_the_answer_is_kept() -> None:
    rig = Asking()
    conversation = await rig.begin()
    receipt = await rig.hear(conversation, "perdemos clientes")
    assert await rig.enricher.ask("e1") == NOON + SOON
    await rig.conductor.answer(receipt)
    assert await rig.enricher.ask("e1") is None
    assert await rig.found(conversation) == dict(KNOWN[EMAIL])
    assert len(rig.service.asked) == 1


async def test_a_conversation_that_is_held_by_a_turn_is_left_to_it() -> None:
    rig = Asking()
    conversation = await rig.begin()
    claim = await rig.rehearsal.claim(conversation, NOON, timedelta(seconds=5))
    assert claim is not None
    assert await rig.enricher.ask("e1") == NOON + SOON
    await rig.rehearsal.release(claim)
    assert await rig.enricher.ask("e1") is None
    assert await rig.found(conversation) == dict(KNOWN[EMAIL])


async def test_who_was_erased_meanwhile_is_done_with() -> None:
    rig = Asking()
    await rig.begin()
    rig.enquiries.enquiry = Enquiry("e1", "gone", rig.service.name, Subject(EMAIL), 0)
    assert await rig.enricher.ask("e1") is None
    assert rig.enquiries.ended == ("done", "")


async def test_what_they_said_themselves_is_not_touched() -> None:
    rig = Asking()
    conversation = await rig.begin(Told({"company": "Borealis"}))
    await rig.talk(conversation, "trabajo en Acme Tools")
    await rig.enricher.ask("e1")
    sheet = (await rig.rehearsal.standing(conversation)).dialogue.sheet
    company = sheet.answers["company"].value
    assert isinstance(company, Contact)
    assert company.value == "Acme Tools"
    assert await rig.found(conversation) == {"company": "Borealis"}
