"""What if a million conversations are stored? Copies a real one, within the database."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Text,
    column,
    create_engine,
    event,
    func,
    insert,
    literal_column,
    select,
    table,
    text,
)

from storage.database import prepare_sqlite, synchronous
from storage.tables import (
    AnswerRow,
    ConversationRow,
    MessageRow,
    ModelCallRow,
    Row,
    TurnRow,
)

COPIED_MESSAGES = 3
"""Of each conversation: the greeting and one turn, so that a million fits on a laptop's disk."""
_AT_ONCE = 100_000
_COPIES = table("copies", column("id", Text))


def fill(url: str, stored: int) -> None:
    """Add copies of the newest finished conversation until so many are stored."""
    engine = create_engine(synchronous(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare_sqlite)
    try:
        with engine.begin() as connection:
            there = connection.execute(select(func.count()).select_from(ConversationRow)).scalar()
        for begin in range(there or 0, stored, _AT_ONCE):
            with engine.begin() as connection:
                _copy(connection, min(_AT_ONCE, stored - begin))
        _settle(engine)
    finally:
        engine.dispose()


def _settle(engine: Engine) -> None:
    """What a database does in its quiet hours: planner statistics, and the log into the file."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        else:
            connection.execute(text("CHECKPOINT"))


def _copy(connection: Connection, how_many: int) -> None:
    sample = connection.execute(
        select(ConversationRow.id)
        .where(ConversationRow.phase == "closed", ConversationRow.outcome == "qualified")
        .order_by(ConversationRow.created_at.desc())
        .limit(1)
    ).scalar_one()
    new_id = _random_id(connection)
    connection.execute(text("DROP TABLE IF EXISTS copies"))
    connection.execute(
        text(
            "CREATE TEMPORARY TABLE copies AS WITH RECURSIVE numbers(n) AS "  # noqa: S608 - ours
            f"(SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {how_many}) "
            f"SELECT {new_id} AS id FROM numbers ORDER BY 1"
        )
    )
    copy_id, fresh = _COPIES.c.id, literal_column(new_id, Text)
    _insert(connection, ConversationRow, sample, {"id": copy_id})
    external = MessageRow.external_id + ":" + copy_id
    _insert(
        connection,
        MessageRow,
        sample,
        {"conversation": copy_id, "id": fresh, "external_id": external},
        MessageRow.seq <= COPIED_MESSAGES,
    )
    _insert(
        connection, TurnRow, sample, {"conversation": copy_id}, TurnRow.read_up_to < COPIED_MESSAGES
    )
    _insert(connection, AnswerRow, sample, {"conversation": copy_id}, AnswerRow.key == "need")
    first = select(func.min(TurnRow.at)).where(TurnRow.conversation == sample).scalar_subquery()
    _insert(connection, ModelCallRow, sample, {"conversation": copy_id}, ModelCallRow.at == first)
    connection.execute(text("DROP TABLE copies"))


def _random_id(connection: Connection) -> str:
    """Spread over the index, as real ones are."""
    if connection.dialect.name == "sqlite":
        return "lower(hex(randomblob(16)))"
    return "md5(random()::text || clock_timestamp()::text)"


def _insert(
    connection: Connection,
    row: type[Row],
    sample: str,
    replaced: Mapping[str, ColumnElement[Any]],
    *conditions: ColumnElement[bool],
) -> None:
    rows = row.__table__
    kept = [one.name for one in rows.columns if one.name != "position"]
    values = [replaced.get(name, rows.c[name]) for name in kept]
    of = rows.c["id" if row is ConversationRow else "conversation"]
    source = select(*values).select_from(rows, _COPIES).where(of == sample, *conditions)
    connection.execute(insert(row).from_select(kept, source))
