"""The migrations make the tables that the code expects, once, whoever runs them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from storage.database import synchronous
from storage.jobs import prepare_jobs
from storage.migrate import NewerDatabase, is_current, migrate, roll_back
from storage.tables import Row


def tables(url: str) -> set[str]:
    """What there is."""
    engine = create_engine(synchronous(url))
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def test_the_migrations_and_the_tables_agree(bare_database_url: str) -> None:
    """But for what each database keeps words in to search them: words_messages, words_people."""
    migrate(bare_database_url)
    engine = create_engine(synchronous(bare_database_url))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": lambda name, *_: not (name or "").startswith("words_"),
            },
        )
        differences = compare_metadata(context, Row.metadata)
    engine.dispose()
    assert differences == []


def test_processes_that_start_together_migrate_once(bare_database_url: str) -> None:
    with ThreadPoolExecutor(3) as processes:
        list(processes.map(migrate, [bare_database_url] * 3))
    assert {table.name for table in Row.metadata.sorted_tables} <= tables(bare_database_url)


def test_the_tables_of_the_jobs_are_beside_ours(bare_database_url: str) -> None:
    prepare_jobs(bare_database_url)
    migrate(bare_database_url)
    prepare_jobs(bare_database_url)
    assert "conversations" in tables(bare_database_url)


def test_a_migration_can_be_undone(bare_database_url: str) -> None:
    migrate(bare_database_url)
    roll_back(bare_database_url, "base")
    assert tables(bare_database_url) <= {"alembic_version"}


def test_a_database_of_a_newer_version_is_left_alone_and_says_what_to_do(
    bare_database_url: str,
) -> None:
    assert not is_current(bare_database_url)
    migrate(bare_database_url)
    assert is_current(bare_database_url)
    engine = create_engine(synchronous(bare_database_url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for work in (migrate, is_current):
        with pytest.raises(NewerDatabase, match="belongs to a newer version of Banter"):
            work(bare_database_url)
    with engine.begin() as connection:
        assert (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
        )
    engine.dispose()
