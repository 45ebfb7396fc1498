"""What holds for every test: no network beyond this machine, no environment of the developer's."""

import ipaddress
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
MEASURED = tuple(
    ROOT / "tests" / part
    for part in (
        "qualification",
        "agent/steps",
        "agent/test_dialogue.py",
        "agent/test_reception.py",
    )
)
"""The own tests of what has to be covered: they alone are traced, and have to be enough.

A test that is traced takes three to four times as long, whatever it runs: Python's tracing, before
3.12, tells of each line of every library too. `no_cover` marks those of them that cost much. They
are run with the others, in processes where nothing is traced: what a cached function did there is
not done again, so that it would hang on their order what is covered.
"""

settings.register_profile(
    "banter", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("banter")
# What a busy machine takes its time for is no fault of the code.


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make test` runs the whole suite in two parts."""
    parser.addoption(
        "--measured", choices=("only", "without"), help="the tests that coverage is of, or the rest"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What is not measured need not even be read."""
    only = config.getoption("measured") == "only" and collection_path.is_file()
    return (only and not _is_measured(collection_path)) or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One of the two parts, where it is asked for."""
    part = config.getoption("measured")
    if part is None:
        return
    measured = [
        one for one in items if _is_measured(one.path) and not one.get_closest_marker("no_cover")
    ]
    taken = set(measured) if part == "only" else set(items) - set(measured)
    config.hook.pytest_deselected(items=[one for one in items if one not in taken])
    items[:] = [one for one in items if one in taken]


def _is_measured(file: Path) -> bool:
    return any(file.is_relative_to(one) for one in MEASURED)


def _is_local(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuses connections and look-ups that leave this machine, from whatever library."""
    connect, connect_ex, look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def refuse(address: object) -> None:
        raise AssertionError(f"A test tried to reach {address!r}: tests stay on this machine")

    def local_connect(self: socket.socket, address: Any) -> None:
        if not _is_local(address):
            refuse(address)
        connect(self, address)

    def local_connect_ex(self: socket.socket, address: Any) -> int:
        if not _is_local(address):
            refuse(address)
        return connect_ex(self, address)

    def local_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not _is_local((name,)):
            refuse(name)
        return look_up(host, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", local_connect)
        patch.setattr(socket.socket, "connect_ex", local_connect_ex)
        patch.setattr(socket, "getaddrinfo", local_look_up)
        yield


@pytest.fixture(autouse=True, scope="session")
def as_shipped() -> Iterator[str]:
    """What SQLite is told to do before it says that something is written; in tests it leaves it to
    the system, or those of storage alone would wait for the disk ten thousand times. It outlives a
    process that is killed all the same.
    """
    database = sys.modules.get("storage.database")
    with pytest.MonkeyPatch.context() as patch:
        if database is not None:
            shipped: str = database.SYNCHRONOUS
            patch.setattr(database, "SYNCHRONOUS", "OFF")
            yield shipped
        else:
            yield ""


@pytest.fixture(autouse=True, scope="session")
def no_environment() -> Iterator[None]:
    """Takes away the settings that a developer may have in the environment."""
    ours = (
        "OPENAI_",
        "TWILIO_",
        "WEBHOOK_",
        "DATABASE_URL",
        "SECRET_KEY",
        "API_TOKEN",
        "DEMO",
        "PORT",
    )
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(ours):
                patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """The server runs on asyncio, so do the tests."""
    return "asyncio"
