"""storage.script_versions: what was published when, by whom and why, and who still talks by it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.script_versions import ScriptVersions
from storage.scripts import PublishedMeanwhile
from storage.tables import ConversationRow
from tests.storage.conftest import Store
from tests.storage.records import NOW, script_text


@pytest.fixture
def versions(store: Store) -> ScriptVersions:
    return ScriptVersions(store.database)


async def test_the_newest_version_comes_first_with_its_note(
    store: Store, versions: ScriptVersions
) -> None:
    first = await store.scripts.publish(script_text(), origin="file")
    second = script_text() + "# dearer\n"
    await store.scripts.publish(second, origin="console", by="ana", note="Prices of 2027")
    found = await versions.of(first.key)
    assert [(one.number, one.origin, one.published_by, one.note) for one in found] == [
        (2, "console", "ana", "Prices of 2027"),
        (1, "file", None, None),
    ]
    assert await versions.text(first.key, 2) == second
    assert await versions.text(first.key, 3) is None


async def test_a_text_follows_the_version_that_its_author_has_read(store: Store) -> None:
    first = await store.scripts.publish(script_text(), origin="file", onto=0)
    changed = script_text() + "# one\n"
    second = await store.scripts.publish(changed, origin="console", onto=first.number)
    with pytest.raises(PublishedMeanwhile) as told:
        await store.scripts.publish(script_text() + "# two\n", origin="console", onto=first.number)
    assert told.value.number == second.number
    assert await store.scripts.current(first.key) == second


async def test_an_older_text_becomes_the_newest_version(store: Store) -> None:
    first = await store.scripts.publish(script_text(), origin="file")
    await store.scripts.publish(script_text() + "# worse\n", origin="console", onto=1)
    back = await store.scripts.publish(first.text, origin="console", onto=2, note="back")
    assert (back.number, back.text) == (3, first.text)


async def test_only_conversations_that_go_on_are_counted(
    store: Store, versions: ScriptVersions
) -> None:
    going_on, ended, silent = [await store.open() for _ in range(3)]
    await store.hear(going_on, "Hello")
    await store.hear(ended, "Hello")
    close = update(ConversationRow).where(ConversationRow.id == ended).values(phase="closed")
    await store.database.write(lambda connection: connection.execute(close))
    key = (await store.scripts.all_current())[0].key
    assert await versions.running(key, NOW - timedelta(days=1)) == 1
    assert await versions.running(key, NOW + timedelta(days=1)) == 0
    assert await versions.running("another", NOW - timedelta(days=1)) == 0
    assert silent
