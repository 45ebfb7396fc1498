"""Leads to look back on are there with the statistics that a database plans its queries by."""

from pathlib import Path

from sqlalchemy import create_engine, text

from bench.past import stored


def test_sqlite_knows_how_many_there_are_once_they_are_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'past.db'}"
    stored(url, 50)
    engine = create_engine(url)
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT DISTINCT tbl FROM sqlite_stat1")).scalars().all()
    engine.dispose()
    assert {"conversations", "messages", "outcomes"} <= set(tables)
