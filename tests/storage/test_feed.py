"""Every message reaches every process's sockets once, in whatever order it was committed."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, create_engine, insert, text

import storage.feed
from storage.database import Database, synchronous
from storage.feed import FRESH, PATIENCE, Feed
from storage.tables import MessageRow
from tests.storage.conftest import Store
from tests.storage.records import NOW, inbound


async def texts(feed: Feed) -> list[str]:
    """What is new."""
    return [one.message.text for one in await feed.fresh()]


async def test_what_was_said_before_is_not_news(store: Store) -> None:
    conversation = await store.open("Hello!")
    feed = Feed(store.database, store.clock)
    assert await texts(feed) == []
    await store.hear(conversation, "hi")
    published = await feed.fresh()
    assert [(one.conversation, one.message.text) for one in published] == [(conversation, "hi")]
    assert await texts(feed) == []


async def test_what_another_process_stored_is_news(store: Store, database_url: str) -> None:
    feed = Feed(store.database, store.clock)
    await feed.fresh()
    other = Store(Database(database_url))
    conversation = await other.open("Hello!")
    await other.hear(conversation, "hi")
    assert await texts(feed) == ["Hello!", "hi"]
    await other.database.close()


async def test_more_than_is_read_at_once_is_news_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.feed, "MOST", 2)
    conversation = await store.open()
    feed = Feed(store.database, store.clock)
    await feed.fresh()
    said = [str(number) for number in range(5)]
    await store.hear(conversation, *said)
    assert await texts(feed) == said
    assert await texts(feed) == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_message_committed_after_a_later_one_is_not_missed(
    store: Store, database_url: str
) -> None:
    slow_conversation, quick = await store.open(), await store.open()
    feed = Feed(store.database, store.clock)
    await feed.fresh()
    engine = create_engine(synchronous(database_url))
    with engine.connect() as slow:
        slow.execute(
            insert(MessageRow),
            {
                "id": "slow",
                "conversation": slow_conversation,
                "seq": 2,
                "author": "prospect",
                "text": "slow",
                "channel": "chat",
                "external_id": "slow",
                "at": NOW,
            },
        )
        await store.hear(quick, "quick")
        assert await texts(feed) == ["quick"]
        assert await texts(feed) == []
        slow.commit()
    engine.dispose()
    assert await texts(feed) == ["slow"]
    assert await texts(feed) == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_position_that_was_rolled_back_is_not_waited_for_for_ever(store: Store) -> None:
    conversation = await store.open()
    feed = Feed(store.database, store.clock)
    await feed.fresh()
    await store.hear(conversation, "one")
    for _ in range(2):  # the second is a repeat: its insert fails and leaves a gap
        await store.inbox.receive(inbound(conversation, "two", "client-2"))
    await store.hear(conversation, "three")
    assert await texts(feed) == ["one", "two", "three"]
    assert len(feed._missing) == 1
    store.clock.pass_by(seconds=(PATIENCE + timedelta(seconds=1)).total_seconds())
    await feed.fresh()
    assert len(feed._missing) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("missing", [[], [7, 9]])
async def test_nothing_that_was_told_long_ago_is_read_again(
    store: Store, missing: list[int]
) -> None:
    def plan(connection: Connection) -> list[str]:
        query = (
            FRESH.limit(5)
            .params(low=6, after=10, missing=missing)
            .compile(connection, compile_kwargs={"render_postcompile": True, "literal_binds": True})
        )
        return [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]

    steps = await store.database.read(plan)
    assert "SEARCH messages USING INTEGER PRIMARY KEY (rowid>?)" in steps
