"""Every published text is a version for ever; the newest edit wins, wherever it was made."""

import asyncio
from pathlib import Path

import pytest

from qualification.errors import ScriptError
from storage.database import Database
from tests.storage.conftest import Store
from tests.storage.records import script_text


async def test_the_first_text_is_the_first_version(store: Store) -> None:
    version = await store.scripts.publish(script_text(), origin="file")
    assert (version.id, version.number, version.origin) == ("crm-suite@1", 1, "file")
    assert version.script.title == "CRM"
    assert version.published_at == store.clock.now()
    assert await store.scripts.current("crm-suite") == version


async def test_a_text_that_is_current_changes_nothing(store: Store) -> None:
    first = await store.scripts.publish(script_text(), origin="file")
    assert await store.scripts.publish(script_text(), origin="console", by="ana") == first


async def test_a_file_does_not_undo_what_was_edited_in_the_console(store: Store) -> None:
    await store.scripts.publish(script_text(title="From the file"), origin="file")
    edited = await store.scripts.publish(script_text(title="Edited"), origin="console", by="ana")
    again = await store.scripts.publish(script_text(title="From the file"), origin="file")
    assert again == edited
    assert await store.scripts.current("crm-suite") == edited
    assert edited.published_by == "ana"


async def test_a_new_text_in_the_file_is_published(store: Store) -> None:
    await store.scripts.publish(script_text(title="Edited"), origin="console")
    newer = await store.scripts.publish(script_text(title="Newer"), origin="file")
    assert (newer.number, newer.script.title) == (2, "Newer")


async def test_an_old_text_can_be_published_again_by_hand(store: Store) -> None:
    for title in ("One", "Two"):
        await store.scripts.publish(script_text(title=title), origin="console")
    back = await store.scripts.publish(script_text(title="One"), origin="console")
    assert back.number == 3
    kept = [await store.scripts.get(f"crm-suite@{number}") for number in (1, 2, 3)]
    assert [one.script.title for one in kept] == ["One", "Two", "One"]


async def test_a_text_with_mistakes_leaves_the_old_version_live(store: Store) -> None:
    live = await store.scripts.publish(script_text(), origin="file")
    with pytest.raises(ScriptError):
        await store.scripts.publish("script: crm-suite\n", origin="console")
    assert await store.scripts.current("crm-suite") == live


async def test_every_script_has_its_own_versions(store: Store) -> None:
    await store.scripts.publish(script_text("one"), origin="file")
    await store.scripts.publish(script_text("two"), origin="file")
    await store.scripts.publish(script_text("two", "Newer"), origin="file")
    current = await store.scripts.all_current()
    assert [one.id for one in current] == ["one@1", "two@2"]
    assert await store.scripts.current("three") is None


async def test_an_old_version_is_there_for_the_conversations_that_began_with_it(
    store: Store, database_url: str
) -> None:
    old = await store.scripts.publish(script_text(title="Old"), origin="file")
    await store.scripts.publish(script_text(title="New"), origin="file")
    other = Store(Database(database_url))
    assert (await other.scripts.get(old.id)).script.title == "Old"
    with pytest.raises(KeyError, match="crm-suite@9"):
        await other.scripts.get("crm-suite@9")
    await other.database.close()


async def test_processes_that_start_together_publish_a_file_once(
    store: Store, database_url: str
) -> None:
    other = Store(Database(database_url))
    versions = await asyncio.gather(
        *(one.scripts.publish(script_text(), origin="file") for one in (store, other) * 3)
    )
    assert {version.id for version in versions} == {"crm-suite@1"}
    await other.database.close()


async def test_the_files_of_a_folder_are_published_and_a_broken_one_changes_nothing(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "one.yaml").write_text(script_text("one"))
    (tmp_path / "two.yaml").write_text("script: [")
    (tmp_path / "notes.txt").write_text("no script")
    await store.scripts.publish_folder(tmp_path)
    assert [one.key for one in await store.scripts.all_current()] == ["one"]
    assert "two.yaml was not published" in caplog.text
    (tmp_path / "one.yaml").write_text("script: [")
    await store.scripts.publish_folder(tmp_path)
    current = await store.scripts.current("one")
    assert current is not None
    assert current.number == 1
