"""How does a database get its tables? By the revisions in migrations/, on either database."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text

from agent.errors import Unavailable
from storage.database import named_errors, prepare_sqlite, synchronous
from storage.writer import begin_immediately


class NewerDatabase(Unavailable):
    """A newer version of ours has changed its tables: run that version, or take the changes back
    with it, before this one is begun.
    """


_ONE_AT_A_TIME = 7_204_981
"""The key of the advisory lock that processes starting together queue up for."""


def migrate(url: str) -> None:
    """Bring the database up to date; several processes may do it at the same time. Raises
    NewerDatabase.
    """

    def work(config: Config) -> None:
        _standing(config)
        command.upgrade(config, "head")

    _run(url, work)


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
    """Whether the database has the newest tables; Unavailable when it cannot be reached, or is a
    NewerDatabase.
    """
    engine = create_engine(synchronous(url), hide_parameters=True)
    try:
        with named_errors(), engine.connect() as connection:
            config = _config(connection)
            newest = ScriptDirectory.from_config(config).get_current_head()
            return _standing(config) == newest
    finally:
        engine.dispose()


def _standing(config: Config) -> str | None:
    """The revision that a database has; None for an empty one. Raises NewerDatabase."""
    connection: Connection = config.attributes["connection"]
    known = ScriptDirectory.from_config(config)
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None and revision not in {one.revision for one in known.walk_revisions()}:
        newest = known.get_current_head()
        raise NewerDatabase(
            f"it belongs to a newer version of Banter (its tables are at {revision}, this version "
            f"knows them up to {newest}). Nothing was changed. Start that version again, or put "
            f"back the copy of the database that was made before the upgrade"
        )
    return revision


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
