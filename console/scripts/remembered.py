"""What was worked out a moment ago of the same text? A page is opened more often than changed."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 64


class Remembered(Generic[T]):
    """The newest results of slow, pure work, by all that they rest on."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, T] = OrderedDict()

    async def get(self, work: Callable[[], T], *rests_on: str) -> T:
        """The result, worked out in a thread where it is not known."""
        parts = [f"{len(one)}:{one}" for one in rests_on]
        name = hashlib.sha256("".join(parts).encode("utf-8", "replace")).hexdigest()
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        found = await asyncio.to_thread(work)
        self._kept[name] = found
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return found
