"""How long is a database waited for that is away? As long as it takes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from agent.errors import Unavailable

T = TypeVar("T")

LONGEST = 30.0
"""Seconds between two tries."""

_LOG = logging.getLogger(__name__)


async def patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Do it again until the database takes it: nothing was written before."""
    wait = 1.0
    while True:
        try:
            return await work()
        except Unavailable:
            await asyncio.sleep(wait)
            wait = min(LONGEST, wait * 2)


async def every(pause: timedelta, work: Callable[[], Awaitable[None]]) -> None:
    """Upkeep goes on whatever happens: the database may go away and come back."""
    while True:
        try:
            await work()
        except Unavailable as error:
            _LOG.warning("upkeep waits %s: %s", pause, error)
        except Exception:
            _LOG.exception("upkeep failed; it is tried again in %s", pause)
        await asyncio.sleep(pause.total_seconds())
