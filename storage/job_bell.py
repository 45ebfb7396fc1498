"""How is a queue woken before its next look? By a bell that stands in for its stop event."""

import threading

GATHER = 0.01
"""Seconds from the first ring to the look: jobs that are asked for together are begun together."""


class Bell(threading.Event):
    """An event whose wait also ends, unset, when somebody rings."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = threading.Condition()
        self._rung = False

    def ring(self) -> None:
        """Have the one who waits look now; who is looking looks again."""
        with self._turn:
            self._rung = True
            self._turn.notify_all()

    def set(self) -> None:
        """Have the one who waits go home."""
        super().set()
        self.ring()

    def wait(self, timeout: float | None = None) -> bool:
        """Until somebody rings, at most so long; whether it is time to go home."""
        with self._turn:
            if not self._rung:
                self._turn.wait(timeout)
            if self._rung and not self.is_set():
                self._turn.wait(GATHER)
            self._rung = False
        return self.is_set()
