"""How did each attempt end? A line in the transaction that notes what becomes of the delivery."""

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from sqlalchemy import Connection, insert

from agent.outbox import Delivered, Failed, Outcome, Parcel, RetryAt
from storage.delivery_tables import DeliveryCallRow

ENDED = "ended"
"""The step of these lines, which have no method: they are no request."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of an attempt, in words; an attempt without one broke off, or is under way."""

    attempt: int
    at: datetime
    how: str


def note_end(connection: Connection, parcel: Parcel, outcome: Outcome, now: datetime) -> None:
    """Every one is told, also where a later one overwrites what the delivery says of itself."""
    line = {
        "parcel": parcel.id,
        "attempt": parcel.attempt,
        "step": ENDED,
        "method": "",
        "path": "",
        "status": None,
        "why": _said(outcome),
        "milliseconds": 0,
        "at": now,
    }
    connection.execute(insert(DeliveryCallRow), line)


def _said(outcome: Outcome) -> str:
    match outcome:
        case Delivered(response=response):
            return f"delivered: {response}" if response else "delivered"
        case RetryAt(why=why):
            return f"not yet: {why}"
        case Failed(why=why):
            return f"failed: {why}"
    assert_never(outcome)
