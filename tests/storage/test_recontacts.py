"""S21 over the database: asked again once, those first who showed most interest, as many as may be
in a day, and by the rules for texts.
"""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from agent.errors import EnoughToday
from storage.recontacts import Recontacts
from storage.score_tables import VerdictChangeRow
from tests.storage.conftest import LEASE, Store
from tests.storage.patience import NOT_READY, Office
from tests.storage.texting import THEIRS

DAYS = timedelta(days=90)


@pytest.fixture
def office(store: Store) -> Office:
    """One process; it is Monday."""
    return Office(store)


async def test_who_is_not_yet_qualified_is_asked_again_by_text(office: Office) -> None:
    lead = await office.lead()
    began = office.clock.now()
    assert await office.planned_for(lead) == [("agent", "requalify", began + DAYS)]
    await office.passes(days=91)
    assert "Acme's AI assistant. We talked a while ago" in (await office.said(lead))[-1]
    last = (await office.rows())[-1]
    assert (last.purpose, last.state) == ("recontact", "queued")
    again = office.clock.now() + DAYS
    assert await office.planned_for(lead) == [("agent", "requalify", again)]


async def test_they_are_asked_again_once_however_many_processes_look(office: Office) -> None:
    lead = await office.lead()
    offices = [office, *(office.beside() for _ in range(3))]
    office.clock.pass_by(days=91)
    for _ in range(3):
        await asyncio.gather(*(one.sweep() for one in offices))
    assert len(await office.said(lead)) == 3
    sent = [one.id for one in await office.rows() if one.purpose == "recontact"]
    assert [job.row for job in office.store.jobs].count(sent[0]) == 1
    assert len(set(sent)) == len(sent)


async def test_a_process_that_dies_between_planning_and_sending_loses_and_doubles_nothing(
    office: Office,
) -> None:
    lead = await office.lead()
    office.clock.pass_by(days=91)
    taken = await office.store.workspace.claim(lead, office.clock.now(), LEASE)
    assert taken is not None  # and nothing more: it was killed
    other = office.beside()
    await other.sweep()
    assert len(await office.said(lead)) == 2
    office.clock.pass_by(seconds=10)
    await other.sweep()
    await other.sweep()
    assert len(await office.said(lead)) == 3
    await other.work()
    await other.work()
    bodies = [one.body for one in office.texter.went_out.values()]
    assert len(bodies) == len(set(bodies))


async def test_those_who_showed_most_interest_come_first_and_no_more_than_may_be_in_a_day(
    store: Store,
) -> None:
    office = Office(store, per_day=2)
    cold = []
    for one in range(3):
        cold.append(await office.lead(number=f"+3460011100{one}"))
        office.clock.pass_by(minutes=1)
    warm = await office.lead(f"{NOT_READY}, and I decide", number="+34600111009")
    office.clock.pass_by(days=91)
    due = await office.store.inbox.silent(office.clock.now(), 10)
    assert due == [warm, cold[0]]
    await office.passes(seconds=1)
    assert len(await office.said(warm)) == len(await office.said(cold[0])) == 3
    await office.passes(hours=1)
    assert [len(await office.said(one)) for one in cold[1:]] == [2, 2]
    await office.passes(days=1)
    assert [len(await office.said(one)) for one in cold[1:]] == [3, 3]


async def test_two_processes_share_the_count_of_the_day(store: Store) -> None:
    office = Office(store, per_day=1)
    leads = [await office.lead(number=f"+3460011100{one}") for one in range(2)]
    office.clock.pass_by(days=91)
    count, now = Recontacts(1), office.clock.now()
    await store.database.write(lambda connection: count.count(connection, now))
    with pytest.raises(EnoughToday):
        await store.database.write(lambda connection: count.count(connection, now))
    for lead in leads:
        office.conductor.expect_turn(lead, 0)
    await asyncio.sleep(0.01)
    await office.conductor.aclose()
    assert [len(await office.said(one)) for one in leads] == [2, 2]
    await office.passes(days=1)
    assert sorted([len(await office.said(one)) for one in leads]) == [2, 3]


async def test_who_asked_to_be_written_to_does_not_count(store: Store) -> None:
    office = Office(store, per_day=0)
    lead = await office.lead("We need a CRM", "not now, write to me in June")
    await office.passes(days=91)
    assert "You asked me to write to you" in (await office.said(lead))[-1]


async def test_the_record_says_why_the_verdict_changed(office: Office) -> None:
    lead = await office.lead()
    await office.passes(days=91)
    await office.writes(lead, "we have 5,000 euros a year now")
    history = (await office.store.leads.lead(lead)).verdict_changes
    assert [(one.outcome, one.cause) for one in history] == [
        ("unqualified", None),
        ("undecided", "requalify"),
        ("qualified", None),
    ]
    assert [(one.rule, one.keys) for one in history[1].reasons] == [("all_of", ("budget",))]
    causes = await office.store.database.read(
        lambda connection: connection.execute(select(VerdictChangeRow.cause)).scalars().all()
    )
    assert causes == [None, "requalify", None]


async def test_whom_we_cannot_write_to_is_due_for_a_person_until_they_write(
    office: Office,
) -> None:
    lead = await office.lead(channel="chat")
    await office.passes(days=91)
    now = office.clock.now()
    assert await office.planned_for(lead) == [
        ("person", "requalify", now),
        ("agent", "requalify", now + DAYS),
    ]
    assert len(await office.said(lead)) == 2
    await office.writes(lead, "thanks", "chat")
    assert [by for by, _, _ in await office.planned_for(lead)] == ["agent"]


async def test_a_person_who_takes_over_has_written(office: Office) -> None:
    lead = await office.lead(channel="chat")
    await office.passes(days=91)
    await office.conductor.take_over(lead, "Marta")
    assert await office.planned_for(lead) == []


async def test_a_person_may_call_it_off(office: Office) -> None:
    lead = await office.lead()
    await office.conductor.leave_alone(lead, "Marta")
    assert await office.planned_for(lead) == []
    await office.passes(days=400)
    assert len(await office.said(lead)) == 2
    assert (await office.store.leads.lead(lead)).dialogue.left_alone == "Marta"


async def test_calling_it_off_drops_what_waits_to_be_sent(office: Office) -> None:
    lead = await office.lead()
    office.clock.pass_by(days=91)
    await office.sweep()
    waiting = (await office.rows())[-1]
    assert (waiting.purpose, waiting.state) == ("recontact", "waiting")
    await office.conductor.leave_alone(lead, "Marta")
    last = (await office.rows())[-1]
    assert (last.state, last.last_error) == ("canceled", "person")


async def test_their_answer_drops_what_waits_to_be_sent(office: Office) -> None:
    lead = await office.lead()
    office.clock.pass_by(days=91)
    await office.sweep()
    await office.writes(lead, "hello, are you there?")
    dropped = next(one for one in await office.rows() if one.purpose == "recontact")
    assert (dropped.state, dropped.last_error) == ("canceled", "they_wrote")


async def test_who_has_come_back_by_another_way_is_not_asked_again(office: Office) -> None:
    lead = await office.lead()
    office.clock.pass_by(days=80)
    other = await office.lead("hello again, we need a CRM", channel="whatsapp")
    await office.passes(days=11)
    assert len(await office.said(lead)) == 2
    assert await office.planned_for(lead) == []
    assert len(await office.planned_for(other)) == 1


async def test_whom_sales_have_got_elsewhere_is_not_asked_again(office: Office) -> None:
    await office.lead("We need a CRM, and we have 5,000 euros a year", channel="whatsapp")
    office.clock.pass_by(minutes=1)
    lead = await office.lead()
    await office.passes(days=91)
    assert len(await office.said(lead)) == 2


async def test_another_person_changes_nothing(office: Office) -> None:
    lead = await office.lead()
    office.clock.pass_by(days=80)
    await office.lead(number="+34600111999")
    await office.passes(days=11)
    assert len(await office.said(lead)) == 3


async def test_what_may_not_go_out_is_left_to_a_person(store: Store) -> None:
    office = Office(store, cap=0)
    lead = await office.lead()
    await office.passes(days=91)
    (denied,) = [one for one in await office.rows() if one.purpose == "recontact"]
    assert (denied.state, denied.last_error) == ("denied", "cap")
    assert ("person", "not_sent") in [(by, why) for by, why, _ in await office.planned_for(lead)]


async def test_who_stopped_us_elsewhere_is_nobodys_to_write_to(office: Office) -> None:
    lead = await office.lead()
    office.clock.pass_by(days=91)
    await office.sweep()
    await office.suppressions.carrier(THEIRS, "sms", "stop", office.clock.now())
    await office.work()
    assert [by for by, _, _ in await office.planned_for(lead)] == ["agent"]


async def test_on_whatsapp_the_template_of_the_reason_is_sent(store: Store) -> None:
    sid = "HX" + "7" * 32
    template = f'requalify: {{en: {{content_sid: {sid}, variables: {{"1": "{{company}}"}}}}}}'
    office = Office(store, channel="whatsapp")
    office.script += f"templates:\n  {template}\n"
    lead = await office.lead(channel="whatsapp")
    await office.passes(days=91)
    sent = list(office.texter.went_out.values())[-1]
    assert sent.template is not None
    assert (sent.template.content_sid, sent.template.variables) == (sid, {"1": "Acme"})
    assert len(await office.said(lead)) == 3


async def test_on_whatsapp_without_a_template_a_person_is_asked(store: Store) -> None:
    office = Office(store, channel="whatsapp")
    lead = await office.lead(channel="whatsapp")
    await office.passes(days=91)
    assert [by for by, _, _ in await office.planned_for(lead)] == ["person", "agent"]
    assert len(await office.said(lead)) == 2


CHAT = ("We need a CRM, but we have only 300 euros a year", f"my number is {THEIRS}")


async def test_who_gave_a_number_that_has_written_to_us_is_written_to_there(
    office: Office,
) -> None:
    office.script = office.script.replace("{when: never}", "{ask: [phone], when: first}")
    thread = await office.lead("We need a CRM")
    office.clock.pass_by(days=10)
    chat = await office.lead(*reversed(CHAT), channel="chat")
    await office.passes(days=81)
    assert await office.planned_for(thread) == []  # they have talked to us since
    await office.passes(days=10)
    await office.passes(seconds=1)
    assert [by for by, _, _ in await office.planned_for(chat)] == ["agent"]
    assert "We talked a while ago" in (await office.said(thread))[-1]
    assert "300" not in (await office.said(thread))[-1]
    (sent,) = [one for one in await office.rows() if one.purpose == "recontact"]
    assert (sent.to_address, sent.conversation) == (THEIRS, thread)


async def test_a_number_that_may_not_be_written_to_leaves_it_to_a_person(
    office: Office,
) -> None:
    office.script = office.script.replace("{when: never}", "{ask: [phone], when: first}")
    await office.lead("We need a CRM", "STOP")
    office.clock.pass_by(days=10)
    chat = await office.lead(*reversed(CHAT), channel="chat")
    await office.passes(days=91)
    assert (await office.planned_for(chat))[0][0] == "person"
    assert not [one for one in await office.rows() if one.purpose == "recontact"]


async def test_a_caller_is_written_to_in_the_thread_of_their_number(office: Office) -> None:
    thread = await office.lead("We need a CRM")
    office.clock.pass_by(days=1)
    await office.lead(channel="voice")
    await office.passes(days=91)
    await office.passes(seconds=1)
    assert len(await office.said(thread)) == 3
