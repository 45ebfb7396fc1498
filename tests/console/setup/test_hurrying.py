"""What does not get through to a system: what the page of systems says of it, and its buttons."""

from datetime import timedelta

from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from agent.ports import Job
from console.queues import Queues
from storage.audit import Sought
from storage.waits import Waits
from tests.console.conftest import PASSWORD, Browser, Firm

SYSTEMS = "/console/settings/systems"
BUSY = RetryAt("answered 429: DAILY limit reached", busy=True)
REFUSED = Failed("sign-in refused: invalid_grant", "sign_in")


async def admin(firm: Firm) -> Browser:
    """A browser in which an admin has signed in."""
    await firm.users.add("admin@acme.example", PASSWORD, role="admin")
    browser = Browser(firm.app())
    assert (await browser.sign_in("admin@acme.example")).status_code == 303
    return browser


async def attempt(firm: Firm, parcel: str, outcome: Outcome, minutes: int | None = 15) -> Parcel:
    """One that ends so; `minutes` until the next one."""
    now = firm.clock.now()
    taken = await firm.outbox.take(parcel, now)
    assert isinstance(taken, Parcel)
    again = None if minutes is None else now + timedelta(minutes=minutes)
    await firm.outbox.record(taken, outcome, now, again)
    return taken


async def handed_over(firm: Firm) -> str:
    """A parcel on its way to the webhook."""
    await firm.lead()
    return next(job.row for job in reversed(firm.jobs) if job.kind == "deliver")


async def test_who_waits_is_told_since_when_until_when_and_why(firm: Firm) -> None:
    for _ in range(2):
        await attempt(firm, await handed_over(firm), BUSY)
    page = (await (await admin(firm)).see(SYSTEMS)).text
    assert "2 leads wait" in page
    assert "DAILY limit reached" in page
    assert "it passes by itself" in page
    assert "next try" in page


async def test_nothing_is_shown_where_all_gets_through(firm: Firm) -> None:
    await attempt(firm, await handed_over(firm), Delivered("200"), None)
    assert "What does not get through?" not in (await (await admin(firm)).see(SYSTEMS)).text


async def test_the_one_that_has_waited_longest_is_tried_now_and_the_others_follow(
    firm: Firm,
) -> None:
    first, second = [await handed_over(firm) for _ in range(2)]
    for parcel in (first, second):
        await attempt(firm, parcel, BUSY)
    browser = await admin(firm)
    await browser.see(SYSTEMS)
    sent = await browser.send(f"{SYSTEMS}/now", system="webhook")
    assert (sent.status_code, sent.headers["location"]) == (303, f"{SYSTEMS}?said=now#waiting")
    now = firm.clock.now()
    tried = await firm.outbox.take(first, now)
    assert isinstance(tried, Parcel)
    assert tried.urged == "person", "the pause that the system wants is not waited out"
    assert not isinstance(await firm.outbox.take(second, now), Parcel), "one of them finds out"
    assert await firm.outbox.record(tried, Delivered("200"), now, None)
    await firm.outbox.follow("webhook", now)
    followed = await firm.outbox.take(second, now)
    assert isinstance(followed, Parcel)
    assert followed.urged == "follows"
    assert not await firm.outbox.record(followed, Delivered("200"), now, None)
    [entry] = (await firm.audit.entries(Sought(action="deliveries.tried"), 5)).items
    assert entry.details == {"system": "webhook"}


async def test_where_nobody_waits_any_more_that_is_said(firm: Firm) -> None:
    browser = await admin(firm)
    await browser.see(SYSTEMS)
    for what in ("now", "again"):
        answer = await browser.send(f"{SYSTEMS}/{what}", system="webhook")
        assert answer.status_code == 409


async def test_who_cannot_sign_in_is_told_where_new_credentials_are_made(firm: Firm) -> None:
    firm.systems = ("hubspot",)
    firm.outbox = type(firm.outbox)(
        firm.database, firm.enqueue, firm.systems, "https://banter.example"
    )
    firm.__post_init__()
    await attempt(firm, await handed_over(firm), REFUSED, 30)
    page = (await (await admin(firm)).see(SYSTEMS)).text
    assert "HUBSPOT_TOKEN" in page
    assert "go out by themselves once it works" in page


async def test_a_system_that_is_down_is_told_with_what_to_look_at_and_tried_at_a_start(
    firm: Firm,
) -> None:
    parcel = await handed_over(firm)
    for _ in range(2):
        await attempt(firm, parcel, RetryAt("answered 503"), 61)
        firm.clock.pass_by(minutes=61)
    await attempt(firm, parcel, RetryAt("answered 503"), 480)
    page = (await (await admin(firm)).see(SYSTEMS)).text
    assert "See whether the system works" in page
    assert "go out by themselves once it works" in page
    queues = Queues(Waits(firm.database), firm.outbox, firm.clock)
    [finding] = (await queues.findings())["webhook"]
    assert finding.level == "bad"
    now = firm.clock.now()
    assert not isinstance(await firm.outbox.take(parcel, now), Parcel)
    await queues.resume()
    assert isinstance(await firm.outbox.take(parcel, now), Parcel)


async def test_what_was_given_up_is_sent_again_at_once(firm: Firm) -> None:
    parcels = [await handed_over(firm) for _ in range(3)]
    for parcel in parcels:
        await attempt(firm, parcel, Failed("answered 403", "fix_configuration"), None)
    browser = await admin(firm)
    page = (await browser.see(SYSTEMS)).text
    assert "3 leads are not sent any more." in page
    assert "checks signatures with WEBHOOK_SECRET" in page
    firm.jobs.clear()
    assert (await browser.send(f"{SYSTEMS}/again", system="webhook")).status_code == 303
    assert sorted(job.row for job in firm.jobs) == sorted(parcels)
    assert {job.kind for job in firm.jobs} == {"deliver"}
    assert "are not sent any more" not in (await browser.see(SYSTEMS)).text


async def test_admins_are_told_of_it_by_one_job_however_many_leads_are_refused(
    firm: Firm,
) -> None:
    for _ in range(5):
        await attempt(firm, await handed_over(firm), REFUSED, 30)
    told = [job for job in firm.jobs if job.kind == "standstill"]
    assert told == [Job("standstill", "webhook", key=told[0].key)]
