"""What holds for every test: no network beyond this machine, no environment of the developer's."""

import ipaddress
import os
import socket
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
MEASURED = (
    "tests/qualification/",
    "tests/agent/steps/",
    "tests/agent/test_dialogue.py",
    "tests/agent/test_reception.py",
)
"""The own tests of what has to be covered: they alone are traced, and have to be enough.

A test that is traced takes three to four times as long, whatever it runs: Python's tracing, before
3.12, tells of each line of every library too. `no_cover` takes out one of these that costs much,
and no property is traced: what Hypothesis comes upon differs from one run to the next.
"""

settings.register_profile(
    "banter", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("banter")
# What a busy machine takes its time for is no fault of the code.


@contextmanager
def _untraced() -> Iterator[None]:
    """Coverage, if it is measured at all, looks away."""
    coverage = Coverage.current()
    if coverage is None:
        yield
        return
    coverage.stop()
    try:
        yield
    finally:
        coverage.start()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """The modules that have to be covered are loaded under its eyes, the tests are not."""
    if Coverage.current() is not None:
        for file in (*ROOT.glob("qualification/**/[!_]*.py"), ROOT / "agent" / "dialogue.py"):
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
    with _untraced():
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tests of other modules are not traced; pytest-cov sees to those that say so themselves."""
    given = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
    own = item.nodeid.startswith(MEASURED) and not given
    if own or item.get_closest_marker("no_cover"):
        return (yield)
    with _untraced():
        return (yield)


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
