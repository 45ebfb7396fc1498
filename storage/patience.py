"""How long is a database waited for that is away? As long as it takes."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from agent.errors import Unavailable

T = TypeVar("T")

LONGEST = 30.0
"""Seconds between two tries."""


async def patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Do it again until the database takes it: nothing was written before."""
    wait = 1.0
    while True:
        try:
            return await work()
        except Unavailable:
            await asyncio.sleep(wait)
            wait = min(LONGEST, wait * 2)
