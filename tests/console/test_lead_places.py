"""Where a lead is, on its page: that nobody takes it, too, and whether anybody is reminded yet."""

from datetime import timedelta

from tests.console.conftest import Browser, Firm
from tests.storage.routed import PLAN

QUEUED = PLAN.replace("to: {team: sales}", "to: {queue: general}").replace(
    "email: leads@acme.example, escalate_to: marta", "email: leads@acme.example, remind_again: 1"
)


async def test_a_lead_that_nobody_takes_out_of_its_queue_says_so(ana: Browser, firm: Firm) -> None:
    desk, now = firm.inbox_desk, firm.clock.now()
    await firm.teams.publish(QUEUED, origin="console")
    lead = await firm.lead()
    path = f"/console/leads/{lead}"
    handover = (await firm.leads.lead(lead)).line.handover or ""
    given = await desk.assignments.give(handover, (), now)
    assert given is not None
    assert given.due_at is not None
    assert "Nobody has accepted it in time." not in (await ana.see(path)).text
    await desk.assignments.remind(given.id, now)
    await desk.assignments.overdue(given.id, given.due_at)
    page = (await ana.see(path)).text
    assert "Nobody has accepted it in time." in page
    assert "Reminded last:" in page
    assert "Next reminder:" in page
    await desk.assignments.remind_again(given.id, given.due_at + timedelta(days=3))
    page = (await ana.see(path)).text
    assert "Nobody is reminded any more: accept it" in page
    await desk.acceptance.accept(handover, "luis", now)
    assert "Nobody has accepted it in time." not in (await ana.see(path)).text
