"""Who says no is taken off the lists we put them on; what sales made of a lead is told once."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from agent.dialogue import Dialogue
from agent.ledger import Attempt, Record
from agent.messages import Channel
from agent.outbox import Event, Parcel
from agent.texting import Refused, Report
from delivery.lead import Lead
from qualification.answers import Answer, Evidence
from qualification.values import YesNo
from storage.aftercare import Aftercare
from storage.behaviour import StoredBehaviour
from storage.database import Database
from storage.ledger import StoredLedger
from storage.outbox import StoredOutbox
from storage.outcomes import LeadOutcome, OutcomeName, Outcomes
from storage.story import Stories
from storage.visits import StoredVisits
from storage.workspace import StoredWorkspace
from tests.storage.conftest import Store
from tests.storage.persons import EMAIL, PHONE, contact, converse
from tests.storage.records import NOW, handover, sheet, turn
from tests.storage.texting import Phone

WANTS: dict[str, set[Event]] = {
    "mailchimp": {"lead.nurture", "lead.withdrawn"},
    "google_analytics": {"lead.qualified", "lead.nurture", "lead.outcome"},
}
YES = Answer("marketing_consent", YesNo(yes=True), NOW, Evidence("m1", "yes please"))
NO = Answer("marketing_consent", YesNo(yes=False), NOW, Evidence("m2", "no more news"))
MAIL = contact("email", EMAIL)


@pytest.fixture
def store(database: Database) -> Store:
    """With a list, a counter, and a CRM."""
    made = Store(database)
    made.outbox = StoredOutbox(
        database,
        made.enqueue,
        ["webhook", *WANTS],
        "https://banter.example",
        wants=WANTS,
    )
    made.workspace = StoredWorkspace(database, made.scripts, made.outbox)
    return made


async def states(store: Store, conversation: str) -> list[tuple[str, str, str]]:
    """Its deliveries, oldest first."""
    told = await Stories(store.database).of(conversation)
    return [(one.system, one.why, one.state) for one in told]


async def said(
    store: Store, conversation: str, *answers: Answer, dialogue: Dialogue, **changes: Any
) -> None:
    """A turn with these answers, beside what was known."""
    claim = await store.claim(conversation)
    known = [*claim.dialogue.sheet.answers.values(), *answers]
    made = turn(claim, answers=answers, at=store.clock.now())
    made = replace(made, dialogue=replace(dialogue, sheet=sheet(*known)), **changes)
    await store.workspace.commit(claim, made, seen=claim.inbound_seq)


async def nurtured(store: Store, channel: Channel = "chat", address: str = "visitor") -> str:
    """Somebody who agreed, ended, and is on the list by now."""
    conversation = await converse(store, channel, address, YES, MAIL)
    lead = handover("nurture")
    await said(
        store,
        conversation,
        dialogue=Dialogue("en", phase="closed"),
        nurture=lead,
        nurture_at=store.clock.now(),
    )
    parcels = [job.row for job in store.jobs if job.row.endswith("mailchimp")]
    parcel = await taken(store, parcels[-1])
    ledger = StoredLedger(store.database, store.clock)
    attempt = Attempt(parcel.id, parcel.system, parcel.id.split(".")[0], 1, parcel.attempt)
    until = store.clock.now() + timedelta(minutes=1)
    assert isinstance(await ledger.begin(attempt, store.clock.now(), until), Record)
    await ledger.kept(attempt, "member", "hash", until)
    await ledger.end(attempt, delivered=True)
    store.jobs.clear()
    return conversation


async def taken(store: Store, parcel: str) -> Parcel:
    found = await store.outbox.take(parcel, store.clock.now())
    assert isinstance(found, Parcel)
    return found


WITHDRAWN = ("mailchimp", "withdrawn", "queued")
STOPPED = Dialogue("en", phase="stopped")
OPEN = Dialogue("en")


@pytest.mark.parametrize(
    ("dialogue", "answers"), [(STOPPED, []), (OPEN, [NO])], ids=["stop", "no more news"]
)
async def test_who_says_no_is_taken_off_the_list(
    store: Store, dialogue: Dialogue, answers: Sequence[Answer]
) -> None:
    conversation = await nurtured(store)
    await said(store, conversation, *answers, dialogue=dialogue)
    assert (await states(store, conversation))[-1] == WITHDRAWN
    parcel = await taken(store, store.jobs[-1].row)
    assert parcel.event == "lead.withdrawn"
    lead = Lead.of(parcel)
    assert (lead.revision, lead.contact.email, lead.why) == (2, EMAIL, "withdrawn")
    assert (await store.leads.handovers()).items == ()


async def test_also_when_sales_has_the_lead_by_then(store: Store) -> None:
    conversation = await nurtured(store)
    qualified = replace(OPEN, handed_over="qualified")
    await said(store, conversation, dialogue=qualified, handover=handover(), nurture_off=True)
    await said(store, conversation, dialogue=STOPPED, nurture_off=True)
    assert (await states(store, conversation))[-1] == WITHDRAWN


async def test_also_when_they_say_so_elsewhere(store: Store) -> None:
    """By the same e-mail, or from the telephone that they gave there."""
    first = await nurtured(store)
    other = await converse(store, "chat", "another visitor", MAIL)
    await said(store, other, NO, dialogue=OPEN)
    assert (await states(store, first))[-1] == WITHDRAWN
    assert await states(store, other) == []


async def test_a_stop_by_telephone_holds_for_what_came_from_that_number(store: Store) -> None:
    first = await nurtured(store, "sms", PHONE)
    other = await converse(store, "whatsapp", PHONE)
    await said(store, other, dialogue=STOPPED)
    assert (await states(store, first))[-1] == WITHDRAWN


@pytest.fixture
def phone(store: Store) -> Phone:
    """Texts of which lists hear."""
    return Phone(store, theirs=PHONE, unlisting=Aftercare(store.outbox))


async def writes(phone: Phone, conversation: str, *told: str) -> None:
    """They write once more and are answered; then Twilio refuses the answer, at once or later."""
    await phone.hear(conversation)
    await phone.answer(conversation, "Good morning.", answers=[YES, MAIL])
    await phone.work()
    row = (await phone.rows())[-1]
    for status in told:
        report = Report(row.sid, status, 21610, text=row.id)
        assert await phone.texts.report(report, phone.clock.now())


@pytest.mark.parametrize("at_once", [True, False])
async def test_who_told_only_their_carrier_is_taken_off_the_list_too(
    store: Store, phone: Phone, at_once: bool
) -> None:
    """Twilio's error 21610: as if they had said STOP to us."""
    texted = await nurtured(store, "sms", PHONE)
    chatted = await nurtured(store, "chat", "visitor")
    stranger = await converse(store, "chat", "visitor 2", contact("email", "jo@corp.example"))
    phone.texter.answers = [Refused(21610, "unsubscribed")] if at_once else []
    await writes(phone, texted, *([] if at_once else ["undelivered"]))
    for theirs in (texted, chatted):
        assert (await states(store, theirs))[-1] == WITHDRAWN, "the same number, the same e-mail"
    assert await states(store, stranger) == []


async def test_who_is_known_to_have_stopped_is_taken_off_once(store: Store, phone: Phone) -> None:
    texted = await nurtured(store, "sms", PHONE)
    await writes(phone, texted)
    await said(store, texted, YES, MAIL, dialogue=STOPPED)
    before = await states(store, texted)
    assert before[-1] == WITHDRAWN
    row = (await phone.rows())[-1]
    late = Report(row.sid, "undelivered", 21610, text=row.id)
    assert await phone.texts.report(late, phone.clock.now())
    assert await states(store, texted) == before


async def test_without_lists_nothing_is_written(database: Database) -> None:
    store = Store(database)
    phone = Phone(store, theirs=PHONE, unlisting=Aftercare(store.outbox))
    texted = await converse(store, "sms", PHONE, YES, MAIL)
    phone.texter.answers = [Refused(21610, "unsubscribed")]
    await writes(phone, texted)
    assert await states(store, texted) == []


async def test_a_number_that_is_only_typed_stops_nobody_else(store: Store) -> None:
    first = await nurtured(store, "sms", PHONE)
    other = await converse(store, "chat", "visitor 2", contact("phone", PHONE))
    await said(store, other, dialogue=STOPPED)
    assert "withdrawn" not in [why for _, why, _ in await states(store, first)]


async def test_what_waits_is_not_sent_any_more_and_who_is_on_no_list_needs_nothing(
    store: Store,
) -> None:
    conversation = await converse(store, "chat", "visitor", YES, MAIL)
    later = store.clock.now() + timedelta(days=7)
    lead = handover("nurture")
    await said(store, conversation, dialogue=OPEN, nurture=lead, nurture_at=later)
    await said(store, conversation, NO, dialogue=OPEN)
    assert await states(store, conversation) == [
        ("google_analytics", "nurture", "superseded"),
        ("mailchimp", "nurture", "superseded"),
    ]


async def test_who_is_being_put_on_a_list_at_this_moment_is_taken_off_it(store: Store) -> None:
    conversation = await converse(store, "chat", "visitor", YES, MAIL)
    closed = Dialogue("en", phase="closed")
    await said(store, conversation, dialogue=closed, nurture=handover("nurture"), nurture_at=NOW)
    parcel = await taken(store, next(j.row for j in store.jobs if j.row.endswith("mailchimp")))
    ledger = StoredLedger(store.database, store.clock)
    attempt = Attempt(parcel.id, parcel.system, parcel.id.split(".")[0], 1, 1)
    await ledger.begin(attempt, store.clock.now(), store.clock.now() + timedelta(minutes=1))
    await said(store, conversation, dialogue=STOPPED)
    assert (await states(store, conversation))[-1] == WITHDRAWN


async def test_whatever_they_write_next_they_are_still_taken_off(store: Store) -> None:
    """The list may be down for a while: what waits to be sent there is not called off."""
    conversation = await nurtured(store)
    await said(store, conversation, dialogue=STOPPED, nurture_off=True)
    await said(store, conversation, dialogue=OPEN, nurture_off=True)
    assert (await states(store, conversation))[-1] == WITHDRAWN


async def test_who_agrees_again_before_that_stays(store: Store) -> None:
    conversation = await nurtured(store)
    await said(store, conversation, NO, dialogue=OPEN, nurture_off=True)
    again = Answer("marketing_consent", YesNo(yes=True), NOW, Evidence("m3", "oh, go on"))
    closed = Dialogue("en", phase="closed")
    lead = handover("nurture")
    await said(store, conversation, again, dialogue=closed, nurture=lead, nurture_at=NOW)
    assert [
        (why, state)
        for system, why, state in await states(store, conversation)
        if system == "mailchimp" and state != "delivered"
    ][-2:] == [("withdrawn", "superseded"), ("nurture", "queued")]


async def test_where_the_turn_leaves_them_to_nurture_that_says_it(store: Store) -> None:
    conversation = await nurtured(store)
    at = store.clock.now()
    lead = handover("nurture")
    await said(store, conversation, NO, dialogue=STOPPED, nurture=lead, nurture_at=at)
    whys = [why for system, why, _ in await states(store, conversation) if system == "mailchimp"]
    assert whys == ["nurture", "nurture"]


async def test_a_second_message_after_the_stop_withdraws_nothing_twice(store: Store) -> None:
    conversation = await nurtured(store)
    await said(store, conversation, dialogue=STOPPED)
    await said(store, conversation, dialogue=STOPPED)
    assert [why for _, why, _ in await states(store, conversation)].count("withdrawn") == 1


def outcomes(store: Store) -> Outcomes:
    return Outcomes(store.database, Aftercare(store.outbox))


async def tell(store: Store, lead: str, outcome: OutcomeName, **more: Any) -> None:
    one = LeadOutcome(lead, outcome, store.clock.now(), **more)
    await outcomes(store).record(one, store.clock.now())


async def test_what_sales_says_of_a_lead_is_told_with_all_that_it_said_before(
    store: Store,
) -> None:
    lead = await converse(store, "chat", "visitor", MAIL, handed_over=True)
    store.jobs.clear()
    await tell(store, lead, "accepted")
    store.clock.pass_by(hours=1)
    await tell(store, lead, "won", amount=Decimal("3000.50"), currency="EUR")
    first, second = [await taken(store, job.row) for job in store.jobs]
    assert (first.system, first.event) == ("google_analytics", "lead.outcome")
    assert [one["outcome"] for one in json.loads(first.body)["sales"]] == ["accepted"]
    told = Lead.of(second)
    accepted, won = told.sales
    assert (told.revision, told.conversation) == (2, lead)
    assert (accepted.outcome, won.outcome, won.amount, won.currency) == (
        "accepted",
        "won",
        3000.5,
        "EUR",
    )
    assert won.at == store.clock.now()


async def test_a_repeat_tells_nothing_and_sales_sees_none_of_it(store: Store) -> None:
    lead = await converse(store, "chat", "visitor", MAIL, handed_over=True)
    store.jobs.clear()
    await tell(store, lead, "lost", reason="price", reference="crm-1")
    await tell(store, lead, "lost", reason="price", reference="crm-1")
    assert len(store.jobs) == 1
    (shown,) = (await store.leads.handovers()).items
    assert {one.system for one in shown.deliveries} == {"webhook", "google_analytics"}
    parcel = await store.outbox.look(lead, "webhook")
    assert parcel is not None
    assert parcel.event == "lead.qualified"


async def test_of_whom_sales_never_had_nothing_is_told(store: Store) -> None:
    lead = await converse(store, "chat", "visitor", MAIL)
    store.jobs.clear()
    await tell(store, lead, "won")
    assert store.jobs == []


async def test_without_a_counter_nothing_is_written(store: Store) -> None:
    store.outbox = StoredOutbox(store.database, store.enqueue, ["webhook"], "https://b.example")
    lead = await converse(store, "chat", "visitor", MAIL, handed_over=True)
    await tell(store, lead, "won")
    assert "outcome" not in [why for _, why, _ in await states(store, lead)]


async def test_whether_they_may_be_measured_is_known_when_it_is_sent(store: Store) -> None:
    lead = await converse(store, "chat", "visitor", MAIL, handed_over=True)
    behaviour = StoredBehaviour(store.database, store.scripts, store.clock)
    visits = StoredVisits(store.database, store.scripts, behaviour, store.clock)
    store.jobs.clear()
    await tell(store, lead, "accepted")
    assert not (await taken(store, store.jobs[-1].row)).unmeasured
    await visits.agree(lead, agreed=True)
    await tell(store, lead, "won")
    await visits.agree(lead, agreed=False)
    parcel = await taken(store, store.jobs[-1].row)
    assert (parcel.event, parcel.unmeasured) == ("lead.outcome", True)
    assert Lead.of(parcel).unmeasured
    shown = await store.outbox.look(lead, parcel.system)
    assert shown is not None
    assert Lead.of(shown).unmeasured, "a dry run knows it too"
