"""Every published plan of teams is a version for ever; the newest edit wins."""

import asyncio
import logging
from pathlib import Path

import pytest

from qualification.errors import ScriptError
from storage.database import Database
from tests.storage.routed import PLAN, Desk

OTHER = PLAN.replace("weight: 2", "weight: 3")


@pytest.fixture
def desk(database: Database) -> Desk:
    """One process, with nothing published."""
    return Desk(database)


async def test_the_first_text_is_the_first_version(desk: Desk) -> None:
    assert await desk.teams.current() is None
    version = await desk.teams.publish(PLAN, origin="console", by="ana")
    assert (version.number, version.text, version.origin, version.published_by) == (
        1,
        PLAN,
        "console",
        "ana",
    )
    assert version.published_at == desk.clock.now()
    assert await desk.teams.current() == version


async def test_a_text_that_is_current_changes_nothing(desk: Desk) -> None:
    assert await desk.publish() == await desk.publish() == 1


async def test_an_old_text_can_be_published_again_by_hand(desk: Desk) -> None:
    assert [await desk.publish(text) for text in (PLAN, OTHER, PLAN)] == [1, 2, 3]
    again = Desk(desk.database)
    assert [one.number for one in await again.teams.all()] == [3, 2, 1]
    assert (await again.teams.get(2)).text == OTHER


async def test_a_file_does_not_undo_what_was_edited(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "teams.yaml"
    await desk.teams.publish_file(file)
    assert await desk.teams.current() is None
    file.write_text(PLAN, encoding="utf-8")
    await desk.teams.publish_file(file)
    await desk.publish(OTHER)
    await desk.teams.publish_file(file)
    current = await desk.teams.current()
    assert current is not None
    assert (current.number, current.text) == (2, OTHER)


async def test_a_broken_file_leaves_the_old_version_live(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await desk.publish()
    file = tmp_path / "teams.yaml"
    file.write_text("people: []\n", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        await desk.teams.publish_file(file)
    assert "teams.yaml was not published; the version before it stays" in caplog.text
    with pytest.raises(ScriptError):
        await desk.publish("people: []\n")
    current = await desk.teams.current()
    assert current is not None
    assert current.number == 1


async def test_a_version_that_is_none_is_said(desk: Desk) -> None:
    with pytest.raises(KeyError, match="no version 7"):
        await desk.teams.get(7)


async def test_two_who_publish_at_once_make_two_versions(desk: Desk) -> None:
    other = Desk(desk.database)
    numbers = await asyncio.gather(desk.publish(PLAN), other.publish(OTHER))
    assert sorted(numbers) == [1, 2]
