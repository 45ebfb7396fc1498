"""Admins are told once that a system takes no leads, and what to do."""

from datetime import timedelta

import pytest

from agent.outbox import Delivered, Failed, Parcel, RetryAt
from console.alarms import AGAIN, Alarms
from storage.standstills import Standstills
from tests.console.conftest import PASSWORD, Firm
from tests.console.setup.test_setup_pages import Letterbox

REFUSED = Failed("sign-in refused: answered 400: invalid_grant", "sign_in")


@pytest.fixture
def box() -> Letterbox:
    return Letterbox()


@pytest.fixture
async def alarms(firm: Firm, box: Letterbox) -> Alarms:
    """Of a firm with two admins, one of whom reads Spanish, and a salesperson."""
    for name in ("ana", "leo"):
        await firm.users.add(f"{name}@acme.example", PASSWORD, role="admin")
    await firm.users.add("eva@acme.example", PASSWORD, role="sales")
    ana = next(one for one in await firm.users.all() if one.email == "ana@acme.example")
    await firm.users.prefer(ana.id, language="es", theme=None)
    standstills = Standstills(firm.database)
    return Alarms(standstills, firm.users, box, "https://banter.example", firm.clock)


async def meet(firm: Firm, outcome: Delivered | Failed) -> None:
    """A lead's delivery ends so."""
    await firm.lead()
    row = next(job.row for job in reversed(firm.jobs) if job.kind == "deliver")
    parcel = await firm.outbox.take(row, firm.clock.now())
    assert isinstance(parcel, Parcel)
    await firm.outbox.record(parcel, outcome, firm.clock.now(), None)


async def test_of_a_system_that_is_down_for_an_hour_each_admin_gets_one_letter(
    firm: Firm, alarms: Alarms, box: Letterbox
) -> None:
    for _ in range(3):
        await firm.lead()
        row = next(job.row for job in reversed(firm.jobs) if job.kind == "deliver")
        now = firm.clock.now()
        parcel = await firm.outbox.take(row, now)
        assert isinstance(parcel, Parcel)
        again = now + timedelta(hours=1)
        await firm.outbox.record(parcel, RetryAt("answered 503"), now, again)
        firm.clock.pass_by(minutes=30)
    assert len([job for job in firm.jobs if job.kind == "standstill"]) == 1
    assert await alarms.tell("webhook") is None
    letters = {one.to.email: one.text for one in box.sent}
    assert len(box.sent) == 2
    assert "webhook has taken no leads since" in letters["leo@acme.example"]
    assert "answered 503" in letters["leo@acme.example"]
    assert "can be reached from our server" in letters["leo@acme.example"]
    assert "webhook no acepta leads desde" in letters["ana@acme.example"]
    assert "salen solos en cuanto funcione" in letters["ana@acme.example"]


async def test_each_admin_gets_one_letter_in_their_language(
    firm: Firm, alarms: Alarms, box: Letterbox
) -> None:
    await meet(firm, REFUSED)
    await meet(firm, REFUSED)
    assert await alarms.tell("webhook") is None
    assert await alarms.tell("webhook") is None, "the job done twice tells once"
    letters = {one.to.email: one for one in box.sent}
    assert len(box.sent) == 2
    assert letters.keys() == {"ana@acme.example", "leo@acme.example"}
    assert letters["leo@acme.example"].subject == "webhook takes no leads"
    assert "invalid_grant" in letters["leo@acme.example"].text
    assert "https://banter.example/console/settings/systems" in letters["leo@acme.example"].text
    assert "salen solos en cuanto funcione" in letters["ana@acme.example"].text


async def test_a_mail_server_that_is_away_is_tried_again_with_the_same_letter(
    firm: Firm, alarms: Alarms, box: Letterbox
) -> None:
    await meet(firm, REFUSED)
    box.outcome = RetryAt("no connection")
    assert await alarms.tell("webhook") == firm.clock.now() + AGAIN
    box.outcome = Delivered("250")
    assert await alarms.tell("webhook") is None
    assert len({one.id for one in box.sent}) == 2


async def test_what_is_over_is_told_to_nobody(firm: Firm, alarms: Alarms, box: Letterbox) -> None:
    await meet(firm, REFUSED)
    await meet(firm, Delivered("200"))
    assert await alarms.tell("webhook") is None
    assert box.sent == []


async def test_the_next_time_is_told_anew_but_not_what_comes_and_goes(
    firm: Firm, alarms: Alarms, box: Letterbox
) -> None:
    for minutes, letters in ((0, 2), (10, 2), (120, 4)):
        firm.clock.pass_by(minutes=minutes)
        before = len([job for job in firm.jobs if job.kind == "standstill"])
        await meet(firm, REFUSED)
        if len([job for job in firm.jobs if job.kind == "standstill"]) > before:
            await alarms.tell("webhook")
        assert len(box.sent) == letters, minutes
        await meet(firm, Delivered("200"))


async def test_rights_are_told_of_once_a_day(firm: Firm, alarms: Alarms) -> None:
    lacking = Failed("answered 403", "fix_configuration")
    jobs = list[int]()
    for _ in range(3):
        await meet(firm, lacking)
        jobs.append(len([job for job in firm.jobs if job.kind == "standstill"]))
        if jobs[-1] > sum(jobs[-2:-1]):
            await alarms.tell("webhook")
        await meet(firm, Delivered("200"))
        firm.clock.pass_by(seconds=timedelta(hours=13).total_seconds())
    assert jobs == [1, 1, 2]


async def test_without_a_mail_server_the_log_says_it(
    firm: Firm, alarms: Alarms, caplog: pytest.LogCaptureFixture
) -> None:
    await meet(firm, REFUSED)
    silent = Alarms(alarms.standstills, firm.users, None, "https://b.example", firm.clock)
    assert await silent.tell("webhook") is None
    assert "webhook takes no leads (sign_in)" in caplog.text
