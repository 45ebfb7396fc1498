"""agent.ports.Clock, wound by hand."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def seconds(self) -> float:
        """The same clock as time.monotonic shows it."""
        return self._now.timestamp()

    def pass_by(self, **duration: float) -> None:
        """Let some time pass."""
        self._now += timedelta(**duration)
