"""How often may somebody knock, and how many lines hold at once? By key, in this process."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from channels.problems import TooManyOpen

SWEEP_AT = 10_000
"""So many keys before those that are idle again are forgotten."""
LOOPBACK = frozenset({"127.0.0.1", "::1"})
"""Ourselves, or a proxy that does not say for whom it asks: one limit would bar everybody."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, then so many a second."""

    burst: int
    per_second: float


class Limiter:
    """One bucket a key, each a single number: the moment when it will be full again."""

    def __init__(self, rate: Rate, now: Callable[[], float] = time.monotonic) -> None:
        self._interval = 1 / rate.per_second
        self._depth = rate.burst * self._interval
        self._now = now
        self._full_at: dict[str, float] = {}
        self._sweep_at = SWEEP_AT

    def __len__(self) -> int:
        return len(self._full_at)

    def take(self, key: str) -> float:
        """Take one: 0.0 when there was one to take, else the seconds until there is."""
        now = self._now()
        full_at = max(now, self._full_at.get(key, now)) + self._interval
        wait = full_at - now - self._depth
        if wait > 1e-9:
            return wait
        self._full_at[key] = full_at
        if len(self._full_at) > self._sweep_at:
            self._forget_idle(now)
        return 0.0

    def _forget_idle(self, now: float) -> None:
        self._full_at = {key: at for key, at in self._full_at.items() if at > now}
        self._sweep_at = max(SWEEP_AT, 2 * len(self._full_at))


class Room:
    """So many at once for each key."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._inside: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._inside)

    @contextmanager
    def enter(self, key: str | None) -> Iterator[None]:
        """Be one of them for as long as the block runs; TooManyOpen when it is full."""
        if key is None or key in LOOPBACK:
            yield
            return
        if self._inside[key] >= self._most:
            raise TooManyOpen
        self._inside[key] += 1
        try:
            yield
        finally:
            self._inside[key] -= 1
            if not self._inside[key]:
                del self._inside[key]


@dataclass(frozen=True, slots=True)
class ChatRates:
    """What a visitor may do before being asked to slow down."""

    messages_per_session: Rate = Rate(burst=60, per_second=1)
    messages_per_address: Rate = Rate(burst=300, per_second=10)
    sessions_per_address: Rate = Rate(burst=60, per_second=0.5)
    lines_per_session: int = 20
    """Sockets and streams open at once."""
    lines_per_address: int = 200


class ChatLimits:
    """The buckets of the web chat. Sockets, plain requests and streams share them."""

    def __init__(
        self, rates: ChatRates | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        rates = rates or ChatRates()
        self._sessions = Limiter(rates.messages_per_session, now)
        self._addresses = Limiter(rates.messages_per_address, now)
        self._openings = Limiter(rates.sessions_per_address, now)
        self.lines_of_session = Room(rates.lines_per_session)
        self.lines_of_address = Room(rates.lines_per_address)

    def opening(self, address: str | None) -> float:
        """Seconds to wait before a session may be opened from this address; 0.0 is now."""
        return 0.0 if address is None or address in LOOPBACK else self._openings.take(address)

    def message(self, conversation: str, address: str | None) -> float:
        """Seconds to wait before a message may be sent; 0.0 is now."""
        wait = self._sessions.take(conversation)
        if wait or address is None or address in LOOPBACK:
            return wait
        return self._addresses.take(address)
