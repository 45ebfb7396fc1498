"""What is to be done when time has passed? Named, so that a new one takes the place of the old."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

Later: TypeAlias = Callable[[], Awaitable[None]]


class Timers:
    """Puts what is due where events are handled, in their order."""

    def __init__(self, put: Callable[[Later], None]) -> None:
        self._put = put
        self._running: dict[str, asyncio.TimerHandle] = {}

    def arm(self, name: str, seconds: float, later: Later) -> None:
        """Do it in so many seconds; the timer of this name that runs is cancelled."""
        self.cancel(name)
        loop = asyncio.get_running_loop()
        self._running[name] = loop.call_later(seconds, self._due, name, later)

    def cancel(self, *names: str) -> None:
        """Do not do these."""
        for name in names:
            timer = self._running.pop(name, None)
            if timer is not None:
                timer.cancel()

    def cancel_all(self) -> None:
        """Do nothing more."""
        self.cancel(*self._running)

    def _due(self, name: str, later: Later) -> None:
        del self._running[name]
        self._put(later)
