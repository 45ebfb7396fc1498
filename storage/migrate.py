"""How does a database get its tables? By the revisions in migrations/, on either database."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text

from storage.database import named_errors, prepare_sqlite, synchronous
from storage.writer import begin_immediately

_ONE_AT_A_TIME = 7_204_981
"""The key of the advisory lock that processes starting together queue up for."""


def migrate(url: str) -> None:
    """Bring the database up to date; several processes may do it at the same time."""
    _run(url, lambda config: command.upgrade(config, "head"))


def roll_back(url: str, revision: str) -> None:
    """Take back the revisions after this one (`base`: all), and what is in their tables."""
    _run(url, lambda config: command.downgrade(config, revision))


def _run(url: str, work: Callable[[Config], None]) -> None:
    engine = create_engine(synchronous(url), hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "begin", begin_immediately)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": _ONE_AT_A_TIME})
            work(_config(connection))
    finally:
        engine.dispose()


def is_current(url: str) -> bool:
    """Whether the database has the newest tables; Unavailable when it cannot be reached."""
    engine = create_engine(synchronous(url), hide_parameters=True)
    try:
        with named_errors(), engine.connect() as connection:
            newest = ScriptDirectory.from_config(_config(connection)).get_current_head()
            return MigrationContext.configure(connection).get_current_revision() == newest
    finally:
        engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
