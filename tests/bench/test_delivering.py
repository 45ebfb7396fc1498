"""bench.delivering, small: whatever fails on the way, each lead arrives once."""

import shutil
from collections import Counter
from pathlib import Path

from bench.people import comer
from bench.sure import sure, sure_of_all
from tests.databases import sqlite_template

__all__ = ["sqlite_template"]


async def test_of_deliveries_that_fail_a_third_of_the_time_none_is_lost_and_none_doubled(
    sqlite_template: Path, tmp_path: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "bench.db")
    found = await sure(f"sqlite:///{tmp_path}/bench.db", 300, failing=0.3, faster=5000)
    assert (found.arrived, found.doubled) == (300, 0)
    assert found.faults > 60
    assert found.repeats > 0
    assert found.requests == 300 + found.faults, "one more for each fault, and no other"


async def test_of_deliveries_in_steps_none_is_lost_and_none_doubled_in_any_step(
    sqlite_template: Path, tmp_path: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "bench.db")
    found = await sure_of_all(f"sqlite:///{tmp_path}/bench.db", 20, failing=0.1, faster=1000)
    assert set(found.there) == {"contacts", "companies", "lead records", "notes", "tasks"}
    assert found.good, found.there
    assert found.faults > 10
    assert found.requests > 20 * 6


def test_of_twenty_who_come_four_are_of_one_company_and_one_comes_twice_at_once() -> None:
    came = [comer(number) for number in range(800)]
    companies = Counter(one.company for one in came)
    shared = {name: many for name, many in companies.items() if many > 2}
    assert (len(shared), sum(shared.values())) == (20, 160)
    assert set(shared.values()) == {8}
    twice = {one for one, many in Counter(came).items() if many == 2}
    assert len(twice) == 40
    assert all(came[number] == came[number + 1] for number in range(18, 800, 20))
