"""Connections that are given no way to pause do not wait: their pace is test_pace.py's."""

import asyncio

import pytest

from delivery.connection import Connection


async def at_once(_: float) -> None:
    """Let others go on."""
    await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every test that sees this fixture."""
    monkeypatch.setattr(Connection.__init__, "__defaults__", (at_once,))
