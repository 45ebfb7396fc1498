"""console.analytics.shelf: pages get what was counted, and say as of when."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import cast

import pytest

from agent.errors import Unavailable
from console.analytics.shelf import FRESH, MOST, SOON, Asked, ReportShelf
from storage.report_scope import Scope
from storage.reports import Names, Report, Reports
from tests.fakes.clock import FakeClock


class Counted(str):
    """Stands for a report; only whether it has leads is looked at."""

    leads = 1


class Empty(Counted):
    leads = 0


@dataclass
class Counting:
    """Reports that are counted when the test says so."""

    kind: type[Counted] = Counted
    asked: list[Scope] = field(default_factory=list)
    go: asyncio.Event = field(default_factory=asyncio.Event)
    away: bool = False

    async def report(self, _since: object, _until: object, *, scope: Scope) -> Report:
        self.asked.append(scope)
        await self.go.wait()
        if self.away:
            raise Unavailable("away")
        return cast(Report, self.kind(f"report {len(self.asked)}"))

    async def names(self, _since: object) -> Names:
        return Names((), (), ())


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def shelf(counting: Counting, clock: FakeClock) -> ReportShelf:
    return ReportShelf(cast(Reports, counting), clock)


async def test_the_first_who_asks_is_not_kept_waiting(
    shelf: ReportShelf, counting: Counting
) -> None:
    assert await shelf.get(Asked()) is None
    assert await shelf.get(Asked()) is None
    assert len(counting.asked) == 1
    counting.go.set()
    kept = await shelf.fetch(Asked())
    assert cast(str, kept.report) == "report 1"


async def test_what_was_counted_is_shown_until_it_is_old_and_then_while_it_is_counted_anew(
    shelf: ReportShelf, counting: Counting, clock: FakeClock
) -> None:
    counting.go.set()
    first = await shelf.fetch(Asked())
    clock.pass_by(seconds=FRESH.total_seconds())
    assert await shelf.get(Asked()) == first
    counting.go.clear()
    clock.pass_by(seconds=1)
    assert await shelf.get(Asked()) == first
    counting.go.set()
    await asyncio.sleep(0.01)
    again = await shelf.get(Asked())
    assert again is not None
    assert again.as_of - first.as_of == FRESH + timedelta(seconds=1)
    assert len(counting.asked) == 2


async def test_each_choice_has_a_report_of_its_own(shelf: ReportShelf, counting: Counting) -> None:
    counting.go.set()
    await shelf.fetch(Asked())
    await shelf.fetch(Asked(scope=Scope(channel="sms")))
    assert counting.asked == [Scope(), Scope(channel="sms")]


async def test_only_so_many_are_kept(shelf: ReportShelf, counting: Counting) -> None:
    counting.go.set()
    for number in range(MOST + 1):
        await shelf.fetch(Asked(scope=Scope(source=f"{number}")))
    counted = len(counting.asked)
    await shelf.fetch(Asked(scope=Scope(source="1")))
    assert len(counting.asked) == counted
    await shelf.fetch(Asked(scope=Scope(source="0")))
    assert len(counting.asked) == counted + 1


async def test_a_database_that_is_away_is_asked_again(
    shelf: ReportShelf, counting: Counting
) -> None:
    counting.away = True
    counting.go.set()
    with pytest.raises(Unavailable):
        await shelf.fetch(Asked())
    counting.away = False
    assert await shelf.fetch(Asked()) is not None


async def test_what_is_forgotten_is_counted_anew(shelf: ReportShelf, counting: Counting) -> None:
    counting.go.set()
    await shelf.fetch(Asked())
    shelf.forget()
    await shelf.fetch(Asked())
    assert len(counting.asked) == 2


async def test_one_without_a_lead_is_counted_anew_within_seconds(
    shelf: ReportShelf, counting: Counting, clock: FakeClock
) -> None:
    counting.kind = Empty
    counting.go.set()
    assert cast(str, (await shelf.fetch(Asked())).report) == "report 1"
    clock.pass_by(seconds=SOON.total_seconds())
    assert cast(str, (await shelf.fetch(Asked())).report) == "report 1"
    counting.kind = Counted
    clock.pass_by(seconds=1)
    assert cast(str, (await shelf.fetch(Asked())).report) == "report 2"
    clock.pass_by(seconds=60)
    assert cast(str, (await shelf.fetch(Asked())).report) == "report 2"
