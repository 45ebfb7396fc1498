"""Is it worth trying? A circuit breaker: after several failures in a row it lets nothing through
for a while.
"""

from datetime import datetime, timedelta


class Breaker:
    """Closed at first; `failures` in a row open it; after `pause` one trial at a time decides."""

    def __init__(self, failures: int = 3, pause: timedelta = timedelta(seconds=30)) -> None:
        self._limit = failures
        self._pause = pause
        self._failed = 0
        self._retry_at: datetime | None = None

    def allows(self, now: datetime) -> bool:
        """Whether to try now. A trial that never reports back is given up after another pause."""
        if self._retry_at is None:
            return True
        if now < self._retry_at:
            return False
        self._retry_at = now + self._pause
        return True

    def succeeded(self) -> None:
        """It worked: closed again."""
        self._failed = 0
        self._retry_at = None

    def failed(self, now: datetime) -> None:
        """It did not work."""
        self._failed += 1
        if self._failed >= self._limit:
            self._retry_at = now + self._pause
