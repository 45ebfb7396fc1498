"""Each system is asked every five minutes by one chain of jobs, and none of its news is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from agent.errors import Unavailable
from agent.follower import EVERY, FIRST, KIND, Follower
from agent.news import About, Accepted, News, Told, Touched
from agent.ports import Job
from tests.fakes.clock import FakeClock

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NEWS = Accepted(About("contact", "1", NOON))


@dataclass
class Crm:
    """Tells the same every time; or is away."""

    name: str = "hubspot"
    away: bool = False
    asked: list[datetime] = field(default_factory=list)
    named: Sequence[str] = ()

    async def told(self, since: datetime, contacts: Sequence[str] = ()) -> Told:
        self.asked.append(since)
        self.named = contacts
        if self.away:
            raise Unavailable("away")
        return Told((NEWS,), NOON)


@dataclass
class Calling(Crm):
    """One that calls, and can be asked about single records."""

    looked_at: list[Touched] = field(default_factory=list)

    async def told_of(self, touched: Sequence[Touched]) -> Told:
        self.looked_at += touched
        if self.away:
            raise Unavailable("away")
        return Told((NEWS,), NOON + timedelta(hours=1))


@dataclass
class Heard:
    """Remembers from when on to ask."""

    at: datetime | None = None
    news: list[News] = field(default_factory=list)
    back: Sequence[str] = ()

    async def contacts(self, system: str, now: datetime) -> Sequence[str]:
        assert (system, now.tzinfo) == ("hubspot", UTC)
        return self.back

    async def since(self, system: str) -> datetime | None:
        assert system == "hubspot"
        return self.at

    async def hear(
        self, system: str, news: Sequence[News], since: datetime | None, now: datetime
    ) -> int:
        del system, now
        self.news += news
        self.at = since or self.at
        return len(news)


@dataclass
class Added:
    """The jobs, each once."""

    jobs: dict[str, Job] = field(default_factory=dict)

    async def add(self, job: Job) -> None:
        self.jobs.setdefault(job.key or job.row, job)


@pytest.fixture
def parts() -> tuple[Crm, Heard, Added, FakeClock, Follower]:
    crm, heard, added, clock = Crm(), Heard(), Added(), FakeClock(NOON + timedelta(seconds=10))
    follower = Follower([crm], heard, added, clock)  # type: ignore[arg-type]
    return crm, heard, added, clock, follower


Parts = tuple[Crm, Heard, Added, FakeClock, Follower]


async def test_processes_that_begin_at_once_have_one_chain(parts: Parts) -> None:
    _, _, added, clock, follower = parts
    await follower.begin()
    clock.pass_by(seconds=30)
    await follower.begin()
    (job,) = added.jobs.values()
    assert (job.kind, job.at) == (KIND, NOON + EVERY)
    assert job.row.startswith("hubspot/")


async def test_a_run_sees_to_the_next_one_before_it_asks(parts: Parts) -> None:
    crm, heard, added, clock, follower = parts
    crm.away = True
    await follower.begin()
    (first,) = added.jobs
    clock.pass_by(seconds=300)
    assert await follower.follow(first) is None
    assert [job.at for job in added.jobs.values()] == [NOON + EVERY, NOON + 2 * EVERY]
    assert (heard.at, heard.news) == (None, [])


async def test_a_run_that_was_brought_forward_does_not_break_the_chain(parts: Parts) -> None:
    _, _, added, _, follower = parts
    await follower.begin()
    (first,) = added.jobs
    await follower.follow(first)
    assert [job.at for job in added.jobs.values()] == [NOON + EVERY, NOON + 2 * EVERY]


async def test_what_was_not_told_is_asked_for_again(parts: Parts) -> None:
    crm, heard, _, clock, follower = parts
    first = clock.now() - FIRST
    crm.away = True
    await follower.follow("hubspot/1")
    crm.away = False
    await follower.follow("hubspot/2")
    await follower.follow("hubspot/3")
    assert crm.asked == [first, first, NOON]
    assert heard.news == [NEWS, NEWS]


async def test_contacts_who_came_back_are_asked_for_by_their_ids(parts: Parts) -> None:
    crm, heard, _, _, follower = parts
    heard.back = ["003A"]
    await follower.follow("hubspot/1")
    assert crm.named == ["003A"]


async def test_a_system_that_is_configured_no_more_is_let_go(parts: Parts) -> None:
    _, heard, added, _, follower = parts
    assert await follower.follow("zoho/1") is None
    assert (added.jobs, heard.news) == ({}, [])


def calling(parts: Parts) -> tuple[Calling, Follower]:
    """The same with a system that calls."""
    _, heard, added, clock, _ = parts
    crm = Calling()
    return crm, Follower([crm], heard, added, clock)  # type: ignore[arg-type]


ANA, DEAL = Touched("person", "1"), Touched("deal", "7")


async def test_a_call_has_its_records_looked_at_at_once_and_once(parts: Parts) -> None:
    _, heard, added, _, _ = parts
    crm, follower = calling(parts)
    await follower.touched("hubspot", [(ANA, "10"), (DEAL, "10"), (ANA, "11")])
    await follower.touched("hubspot", [(ANA, "11"), (ANA, "10"), (DEAL, "10")])
    (job,) = added.jobs.values()
    assert (job.kind, job.at) == (KIND, None)
    assert await follower.follow(job.row) is None
    assert set(crm.looked_at) == {ANA, DEAL}
    assert len(crm.looked_at) == 2
    assert heard.news == [NEWS]
    assert heard.at is None, "from when on to ask is for the five minutes to say"
    assert len(added.jobs) == 1, "it is no part of the chain"


async def test_another_change_of_the_same_record_is_another_job(parts: Parts) -> None:
    _, _, added, _, _ = parts
    _, follower = calling(parts)
    await follower.touched("hubspot", [(ANA, "10")])
    await follower.touched("hubspot", [(ANA, "20")])
    assert len(added.jobs) == 2


async def test_a_call_that_tells_nothing_or_that_nobody_follows_is_no_job(parts: Parts) -> None:
    _, heard, added, _, deaf = parts
    _, follower = calling(parts)
    await follower.touched("hubspot", [])
    await follower.touched("zoho", [(ANA, "10")])
    await deaf.touched("hubspot", [(ANA, "10")])
    assert added.jobs == {}
    assert await deaf.follow("hubspot/at once/p1") is None
    assert heard.news == []


async def test_what_cannot_be_looked_at_now_is_left_to_the_next_time(parts: Parts) -> None:
    _, heard, _, _, _ = parts
    crm, follower = calling(parts)
    crm.away = True
    assert await follower.follow("hubspot/at once/p1,d7") is None
    assert (crm.looked_at, heard.news) == ([ANA, DEAL], [])
