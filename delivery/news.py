"""How does a CRM tell what became of our leads? It is asked what was changed since a moment.

Each system's questions are steps like those of a delivery (delivery/calls.py), look-ups only.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Literal, Protocol, TypeAlias

from agent.news import Told, Touched
from delivery.calls import Call, Reply
from delivery.connection import Connection
from qualification.values import Json

Asking: TypeAlias = Generator[Call, Reply, Told]
Meaning = Literal["accepted", "rejected"]
Statuses: TypeAlias = Mapping[str, Meaning]
"""Their status of a lead, and what it means to us; others mean nothing."""

OVERLAP = timedelta(minutes=10)
"""So much is asked for again: what was being written, or was not indexed yet, is not lost."""
MOMENT = timedelta(milliseconds=1)
CENTS = Decimal("0.01")


class Telling(Protocol):
    """What a system is asked."""

    @property
    def name(self) -> str:
        """Of the system."""
        ...

    def news(self, since: datetime, contacts: Sequence[str] = ()) -> Asking:
        """All that was changed since then, ours or not; how `contacts`, which have no key of ours,
        are now; and the deals of these that were changed.
        """
        ...


class Recalling(Telling, Protocol):
    """What a system is asked that can tell of single records."""

    def news_of(self, touched: Sequence[Touched]) -> Asking:
        """How these are now; from when on to ask next is not theirs to say."""
        ...


class SystemNews:
    """agent.news.Teller."""

    def __init__(self, telling: Telling, connection: Connection) -> None:
        self.name = telling.name
        self._telling = telling
        self._connection = connection

    async def told(self, since: datetime, contacts: Sequence[str] = ()) -> Told:
        """What was changed since then, and how `contacts` are now. Raises Unavailable."""
        return await self._connection.look_up(self._telling.news(since, contacts))


class RecordNews(SystemNews):
    """agent.news.Witness."""

    def __init__(self, telling: Recalling, connection: Connection) -> None:
        super().__init__(telling, connection)
        self._recalling = telling

    async def told_of(self, touched: Sequence[Touched]) -> Told:
        """How these are now. Raises Unavailable."""
        return await self._connection.look_up(self._recalling.news_of(touched))


@dataclass(frozen=True, slots=True)
class Changed:
    """The records of one kind that were changed, the first changed first."""

    rows: Sequence[dict[str, Json]]
    newest: datetime | None
    """When the last of them was changed, by their clock; None where there are none."""
    all: bool = True
    """False where there are more than can be asked for at once."""


def parts(ids: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Not too many in one question."""
    return (ids[start : start + most] for start in range(0, len(ids), most))


def next_since(since: datetime, *changed: Changed) -> datetime | None:
    """From when on to ask next: where not all was read, from what was read last."""
    left = [one.newest for one in changed if not one.all and one.newest is not None]
    if left:
        return max(min(left), since + MOMENT)
    newest = max((one.newest for one in changed if one.newest is not None), default=None)
    return None if newest is None else max(newest - OVERLAP, since)


def moment(written: Json) -> datetime | None:
    """A moment as they write it: `2026-03-02T09:00:00.000Z`, or `+0000` at the end."""
    if not isinstance(written, str):
        return None
    try:
        read = datetime.fromisoformat(written)
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)


def price(amount: Json, currency: Json, default: str) -> tuple[Decimal | None, str | None]:
    """An amount and its currency; neither where one of them is not known."""
    known = currency if isinstance(currency, str) and currency else default
    if amount in (None, "") or not known:
        return None, None
    try:
        return Decimal(str(amount)).quantize(CENTS), known
    except InvalidOperation:
        return None, None
