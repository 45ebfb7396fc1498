"""storage.news: what CRMs tell of our leads is written once, and only of leads of ours."""

import asyncio
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeVar

import pytest
from sqlalchemy import Connection, insert

from agent.news import About, Accepted, Lost, News, OwnerTold, Rejected, Won
from agent.routing import Assignment
from qualification.routing.planfile import parse_teams
from storage.acceptance import Acceptance
from storage.database import Database
from storage.delivery_tables import DeliveryStepRow
from storage.news import StoredNews
from storage.outcomes import Outcomes
from storage.teams import Teams
from tests.storage.hearing import Heard
from tests.storage.routed import MONDAY, Desk

HOUR = timedelta(hours=1)
LATER = MONDAY + HOUR
PERSON = "contact"
T = TypeVar("T")


@pytest.fixture
async def desk(database: Database) -> Desk:
    """A desk with its teams published."""
    made = Desk(database)
    await made.publish()
    return made


@pytest.fixture
def record(desk: Desk) -> StoredNews:
    return StoredNews(desk.database, desk.teams, desk.acceptance)


async def delivered(desk: Desk, handover: str, **steps: str) -> None:
    """Put on record what a delivery to HubSpot made."""
    rows = [
        {
            "handover": handover,
            "system": "hubspot",
            "step": step.replace("_", " "),
            "remote": remote,
            "revision": 1,
            "unsure": False,
            "at": desk.clock.now(),
        }
        for step, remote in steps.items()
    ]
    await desk.database.write(lambda connection: connection.execute(insert(DeliveryStepRow), rows))


@pytest.fixture
async def lead(desk: Desk) -> Assignment:
    """A lead that is with ana, in HubSpot a contact of hers with a deal."""
    given = await desk.given()
    assert given.person == "ana"
    await delivered(desk, given.handover, contact="101", deal="101", contact_owner="51001")
    return given


def about(step: str = PERSON, remote: str = "101", at: datetime = LATER) -> About:
    return About(step, remote, at)


async def hear(record: StoredNews, *news: News) -> int:
    return await record.hear("hubspot", news, None, LATER)


async def outcomes(desk: Desk, lead: Assignment) -> list[tuple[str, str | None]]:
    """What is on record, with who has it."""
    found = await Outcomes(desk.database).of(lead.conversation)
    return [(one.outcome, one.person) for one in found]


async def test_what_a_crm_tells_is_told_to_whoever_has_to_know(
    desk: Desk, lead: Assignment
) -> None:
    told = Heard()
    acceptance = Acceptance(desk.database, desk.teams, desk.enqueue, desk.cancel, told)
    record = StoredNews(desk.database, desk.teams, acceptance)
    await hear(record, Accepted(about()))
    await hear(record, Accepted(about()))
    assert told.leads == [lead.conversation]


async def test_a_lead_that_is_worked_on_is_accepted_once(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    assert await hear(record, Accepted(about())) == 1
    assert await hear(record, Accepted(about()), Accepted(about(at=LATER + HOUR))) == 0
    assert await outcomes(desk, lead) == [("accepted", "ana")]
    now = await desk.assignments.current(lead.handover)
    assert now is not None
    assert (now.state, now.accepted_at) == ("accepted", LATER)


async def test_what_a_person_told_us_is_not_written_again(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    await desk.acceptance.accept(lead.handover, "ana", MONDAY)
    assert await hear(record, Accepted(about())) == 0
    assert await outcomes(desk, lead) == [("accepted", "ana")]


async def test_a_deal_is_won_and_then_lost_after_all(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    won = Won(about("deal"), Decimal("3000.50"), "EUR")
    lost = Lost(about("deal", at=LATER + HOUR), "price")
    assert await hear(record, lost, won) == 2, "in the order in which it happened"
    assert await hear(record, won, lost) == 0, "the older one is no news any more"
    first, second = await Outcomes(desk.database).of(lead.conversation)
    assert (first.outcome, first.amount, first.currency) == ("won", Decimal("3000.50"), "EUR")
    assert (second.outcome, second.reason, second.at) == ("lost", "price", LATER + HOUR)
    assert first.reference == f"hubspot:deal 101:deal:{LATER.isoformat()}"


async def test_an_amount_that_is_corrected_holds(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    await hear(record, Won(about("deal"), Decimal(10), "EUR"))
    assert await hear(record, Won(about("deal", at=LATER + HOUR), Decimal(20), "EUR")) == 1
    newest = (await Outcomes(desk.database).of(lead.conversation))[-1]
    assert newest.amount == Decimal(20)


async def test_what_is_no_lead_there_is_none_here(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    await hear(record, Rejected(about(), "UNQUALIFIED"))
    now = await desk.assignments.current(lead.handover)
    assert now is not None
    assert (now.state, now.reason) == ("rejected", "UNQUALIFIED")


async def test_records_of_others_are_left_alone(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    strange: list[News] = [
        Accepted(about(remote="999")),
        Accepted(about(step="lead")),
        Accepted(about(at=MONDAY - HOUR)),
    ]
    assert await hear(record, *strange) == 0
    assert await record.hear("zoho", [Accepted(about())], None, LATER) == 0
    assert await outcomes(desk, lead) == []


async def test_a_deal_made_by_hand_is_about_the_lead_before_it(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    desk.clock.pass_by(seconds=24 * 3600)
    again = await desk.given()
    await delivered(desk, again.handover, contact="101")
    beside = ((PERSON, "101"),)
    early = About("deal", "7", desk.clock.now() + HOUR, made=MONDAY + HOUR, beside=beside)
    late = About("deal", "8", desk.clock.now() + HOUR, desk.clock.now() + HOUR, beside)
    assert await hear(record, Won(early), Lost(late)) == 2
    assert [one for one, _ in await outcomes(desk, lead)] == ["won"]
    assert [one for one, _ in await outcomes(desk, again)] == ["lost"]


async def test_whom_we_chose_ourselves_is_no_news(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    assert await hear(record, OwnerTold(about(), "51001", "ana@acme.example")) == 0
    now = await desk.assignments.current(lead.handover)
    assert now == lead


async def test_a_colleague_who_took_it_there_has_it_here(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    told = OwnerTold(about(), "52002", "Luis@acme.example")
    assert await hear(record, told) == 1
    now = await desk.assignments.current(lead.handover)
    assert now is not None
    assert (now.person, now.state, now.cause) == ("luis", "accepted", "taken")
    assert now.why == "luis has it in hubspot"
    assert await outcomes(desk, lead) == [("accepted", "luis")]
    assert await hear(record, told) == 0


async def test_moving_it_by_hand_is_not_undone_by_what_was_heard_before(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    await hear(record, OwnerTold(about(), "52002", "luis@acme.example"))
    current = await desk.assignments.current(lead.handover)
    assert current is not None
    await delivered(desk, lead.handover, person_owner="51001")
    assert await hear(record, OwnerTold(about(at=LATER + HOUR), "52002", "luis@acme.example")) == 0
    assert await desk.assignments.current(lead.handover) == current


async def test_a_stranger_who_has_it_there_is_noted(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    assert await hear(record, OwnerTold(about(), "777", "eva@other.example")) == 1
    now = await desk.assignments.current(lead.handover)
    assert now is not None
    assert (now.person, now.state, now.reason) == (
        "ana",
        "offered",
        "eva@other.example has it in hubspot",
    )


async def test_who_had_the_record_before_did_not_take_the_lead(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    await delivered(desk, lead.handover, adopted="101")
    assert await hear(record, OwnerTold(about(), "52002", "luis@acme.example")) == 0
    assert await desk.assignments.current(lead.handover) == lead
    later = about(at=LATER + HOUR)
    assert await hear(record, OwnerTold(later, "52002", "luis@acme.example")) == 0
    assert await hear(record, OwnerTold(later, "53003", "marta@acme.example")) == 1
    now = await desk.assignments.current(lead.handover)
    assert now is not None
    assert now.person == "marta"


@pytest.fixture
async def adopted(desk: Desk) -> Assignment:
    """A lead that was written to a record which they had before."""
    given = await desk.given()
    await delivered(desk, given.handover, contact="00Q1", adopted="00Q1")
    return given


@pytest.mark.parametrize(
    "before", [Rejected(about(remote="00Q1"), "Old"), Accepted(about(remote="00Q1"))]
)
async def test_the_status_that_a_record_had_before_is_no_outcome(
    desk: Desk, record: StoredNews, adopted: Assignment, before: News
) -> None:
    stranger = OwnerTold(about(remote="00Q1"), "005X", "x@acme.example")
    assert await hear(record, before, stranger) == 0
    assert await hear(record, before, stranger) == 0
    assert await desk.assignments.current(adopted.handover) == adopted
    assert await outcomes(desk, adopted) == []
    changed = Rejected(about(remote="00Q1", at=LATER + HOUR), "Today")
    assert await hear(record, changed) == 1
    assert await outcomes(desk, adopted) == [("rejected", "ana")]


async def test_a_record_that_was_open_at_an_earlier_look_is_accepted_by_its_first_status(
    desk: Desk, record: StoredNews, adopted: Assignment
) -> None:
    assert await hear(record, OwnerTold(about(remote="00Q1"), "005X")) == 0
    later = LATER + HOUR
    news = [Accepted(about(remote="00Q1", at=later))]
    assert await record.hear("hubspot", news, None, later) == 1
    assert await outcomes(desk, adopted) == [("accepted", "ana")]


TOUCHED = about(remote="00Q1")
LONG_AGO = about(remote="00Q1", at=MONDAY - timedelta(days=99))
FIVE = timedelta(minutes=5)


class Dies(Exception):
    """The process is gone."""


class Mortal(Database):
    """A database that a process writes to a few times before it dies."""

    def __init__(self, url: str, writes: int) -> None:
        super().__init__(url)
        self.writes = writes

    async def write(self, work: Callable[[Connection], T]) -> T:
        """As long as it lives."""
        if self.writes == 0:
            raise Dies
        self.writes -= 1
        return await super().write(work)


@pytest.mark.parametrize("before", [Rejected(TOUCHED, "Old"), Accepted(TOUCHED)])
@pytest.mark.parametrize("writes", range(4))
async def test_a_process_that_dies_while_it_hears_of_an_old_record_ends_no_lead(
    desk: Desk,
    record: StoredNews,
    adopted: Assignment,
    database_url: str,
    before: News,
    writes: int,
) -> None:
    news: list[News] = [OwnerTold(TOUCHED, "52002", "luis@acme.example"), before]
    dying = Mortal(database_url, writes)
    teams = Teams(dying, parse_teams, desk.clock, desk.enqueue)
    acceptance = Acceptance(dying, teams, desk.enqueue, desk.cancel)
    with nullcontext() if writes == 3 else pytest.raises(Dies):
        await StoredNews(dying, teams, acceptance).hear("hubspot", news, LATER, LATER)
    await dying.close()
    assert await record.hear("hubspot", news, LATER, LATER + FIVE) == 0
    assert await desk.assignments.current(adopted.handover) == adopted
    assert await outcomes(desk, adopted) == []
    changed = Rejected(replace(TOUCHED, at=LATER + HOUR), "Today")
    assert await record.hear("hubspot", [changed], LATER, LATER + HOUR) == 1
    assert await outcomes(desk, adopted) == [("rejected", "ana")]


async def test_processes_that_hear_of_an_old_record_at_once_end_no_lead(
    desk: Desk, record: StoredNews, adopted: Assignment
) -> None:
    news: list[News] = [OwnerTold(TOUCHED, "52002", "luis@acme.example"), Rejected(TOUCHED, "Old")]
    moments = [LATER, LATER + FIVE, LATER + 2 * FIVE]
    looks = (record.hear("hubspot", news, None, moment) for moment in moments)
    assert await asyncio.gather(*looks) == [0, 0, 0]
    assert await desk.assignments.current(adopted.handover) == adopted
    assert await outcomes(desk, adopted) == []


async def test_who_takes_an_old_record_and_says_at_once_what_it_is_has_said_so(
    desk: Desk, record: StoredNews, adopted: Assignment
) -> None:
    assert await hear(record, OwnerTold(TOUCHED, "005X", "x@acme.example")) == 0
    later = replace(TOUCHED, at=LATER + HOUR)
    news: list[News] = [
        OwnerTold(later, "52002", "luis@acme.example"),
        Rejected(later, "Unqualified"),
    ]
    assert await record.hear("hubspot", news, None, LATER + HOUR) == 2
    assert await outcomes(desk, adopted) == [("accepted", "luis"), ("rejected", "luis")]


async def test_who_takes_an_old_record_out_of_a_queue_has_taken_it(
    desk: Desk, record: StoredNews, adopted: Assignment
) -> None:
    """It was looked at while nobody in person had it: it was open then."""
    assert await hear(record, OwnerTold(TOUCHED, "")) == 0
    assert await desk.assignments.current(adopted.handover) == adopted
    later = replace(TOUCHED, at=LATER + HOUR)
    news: list[News] = [
        OwnerTold(later, "52002", "luis@acme.example"),
        Rejected(later, "Unqualified"),
    ]
    assert await record.hear("hubspot", news, None, LATER + HOUR) == 2
    assert await outcomes(desk, adopted) == [("accepted", "luis"), ("rejected", "luis")]


async def test_that_nobody_in_person_has_it_there_takes_it_from_nobody(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    assert await hear(record, OwnerTold(about(), "")) == 0
    assert await desk.assignments.current(lead.handover) == lead


@pytest.mark.parametrize("before", [Rejected(LONG_AGO, "Old"), Accepted(LONG_AGO)])
async def test_the_status_that_a_record_had_long_before_is_none_when_something_else_is_changed(
    desk: Desk, record: StoredNews, adopted: Assignment, before: News
) -> None:
    """Nothing of it was changed when the lead was written to it."""
    assert await hear(record, OwnerTold(LONG_AGO, "005X"), before) == 0
    again = replace(before, about=TOUCHED)
    assert await record.hear("hubspot", [again], None, LATER + FIVE) == 0
    assert await desk.assignments.current(adopted.handover) == adopted
    assert await outcomes(desk, adopted) == []


async def test_a_record_of_ours_that_is_met_again_was_followed_all_along(
    desk: Desk, record: StoredNews
) -> None:
    await delivered(desk, await desk.lead(), contact="00Q1")
    desk.clock.pass_by(minutes=1)
    again = await desk.given()
    await delivered(desk, again.handover, contact="00Q1", adopted="00Q1")
    assert await hear(record, Accepted(about(remote="00Q1"))) == 1
    assert await outcomes(desk, again) == [("accepted", again.person)]


async def test_whom_a_record_had_long_before_is_noted_so_that_the_next_is_a_change(
    desk: Desk, record: StoredNews, adopted: Assignment
) -> None:
    """Nothing of it was changed when the lead was written to it."""
    long_ago = about(remote="00Q1", at=MONDAY - timedelta(days=99))
    assert await hear(record, OwnerTold(long_ago, "005X", "x@acme.example")) == 0
    assert await hear(record, Rejected(long_ago, "Old")) == 0
    assert await desk.assignments.current(adopted.handover) == adopted
    taken = OwnerTold(about(remote="00Q1"), "52002", "luis@acme.example")
    assert await hear(record, taken) == 1
    now = await desk.assignments.current(adopted.handover)
    assert now is not None
    assert now.person == "luis"


async def test_what_was_long_before_is_no_news_of_a_record_of_ours(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    long_ago = about(at=MONDAY - timedelta(days=99))
    assert await hear(record, OwnerTold(long_ago, "52002", "luis@acme.example")) == 0
    assert await desk.assignments.current(lead.handover) == lead


async def test_contacts_who_came_back_are_followed_by_their_ids(
    desk: Desk, record: StoredNews, monkeypatch: pytest.MonkeyPatch
) -> None:
    for remote, kept in (
        ("003A", {"kind": "Contact"}),
        ("003B", {"module": "Contacts"}),
        ("00Q1", {"kind": "Lead"}),
        ("003A", {"kind": "Contact"}),
    ):
        await delivered(desk, await desk.lead(), person=remote, adopted=remote, **kept)
        desk.clock.pass_by(minutes=1)
    await delivered(desk, await desk.lead(), person="003C", kind="Contact")
    assert await record.contacts("hubspot", LATER) == ["003A", "003B"]
    assert await record.contacts("zoho", LATER) == []
    assert await record.contacts("hubspot", LATER + timedelta(days=181)) == []
    monkeypatch.setattr("storage.news.AT_MOST", 1)
    assert await record.contacts("hubspot", LATER) == ["003A"]


async def test_a_deal_of_a_contact_who_came_back_is_about_the_lead_before_it(
    desk: Desk, record: StoredNews, adopted: Assignment
) -> None:
    of = (("contact", "00Q1"),)
    before = About("deal", "7", LATER, MONDAY - timedelta(days=9), of)
    since = About("deal", "8", LATER, LATER, of)
    assert await hear(record, Lost(before, "price"), Won(since)) == 1
    assert await outcomes(desk, adopted) == [("won", "ana")]


async def test_without_teams_there_is_still_an_outcome(database: Database) -> None:
    desk = Desk(database)
    handover = await desk.lead()
    await delivered(desk, handover, contact="5")
    record = StoredNews(database, desk.teams, desk.acceptance)
    news: list[News] = [OwnerTold(about(remote="5"), "1"), Accepted(about(remote="5"))]
    assert await hear(record, *news) == 2


async def test_two_processes_that_hear_the_same_write_it_once(
    desk: Desk, record: StoredNews, lead: Assignment
) -> None:
    news: list[News] = [
        OwnerTold(about(), "52002", "luis@acme.example"),
        Won(about("deal"), Decimal(5), "EUR"),
    ]
    heard = await asyncio.gather(*(hear(record, *news) for _ in range(3)))
    assert sum(heard) == 2
    assert await outcomes(desk, lead) == [("accepted", "luis"), ("won", "luis")]


async def test_from_when_to_ask_only_moves_on(record: StoredNews) -> None:
    assert await record.since("hubspot") is None
    for at in (LATER, MONDAY, LATER):
        await record.hear("hubspot", [], at, LATER)
    assert await record.since("hubspot") == LATER
    assert await record.since("zoho") is None
