"""How does a parcel stand in the table of deliveries? As it is added, and after an attempt."""

from datetime import datetime

from sqlalchemy import Connection, insert

from agent.outbox import Delivered, Failed, Outcome, RetryAt
from storage.tables import DeliveryRow


def add_parcel(
    connection: Connection,
    identity: str,
    revision: int,
    system: str,
    first_try: datetime,
    at: datetime,
) -> str:
    """One more for a system; its id."""
    parcel = f"{identity}.{revision}.{system}"
    row = {
        "id": parcel,
        "handover": identity,
        "revision": revision,
        "system": system,
        "next_at": first_try,
        "created_at": at,
    }
    connection.execute(insert(DeliveryRow), row)
    return parcel


def fate_of(outcome: Outcome, now: datetime, next_at: datetime | None) -> dict[str, object]:
    """What changes in its row after an attempt, by the names of the statement's parameters."""
    fate: dict[str, object] = dict.fromkeys(
        ("new_next_at", "new_error", "new_response", "new_delivered_at")
    )
    fate["not_counted"] = int(isinstance(outcome, RetryAt) and outcome.busy)
    match outcome:
        case Delivered(response=response):
            more = {"new_state": "delivered", "new_response": response, "new_delivered_at": now}
        case RetryAt(why=why) if next_at is not None:
            more = {"new_state": "retrying", "new_error": why, "new_next_at": next_at}
        case RetryAt(why=why) | Failed(why=why):
            more = {"new_state": "failed", "new_error": why}
    return fate | more
