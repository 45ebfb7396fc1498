"""What did the models cost? A row for each call, with the conversation that it was made for."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, insert

from agent.reading import CallRecord
from storage.tables import ModelCallRow

_CALLS = insert(ModelCallRow)


def write_calls(
    connection: Connection, conversation: str, calls: Sequence[CallRecord], at: datetime
) -> None:
    """Put calls on record, in the caller's transaction."""
    if calls:
        rows = [{"conversation": conversation, "at": at, **asdict(one)} for one in calls]
        connection.execute(_CALLS, rows)
