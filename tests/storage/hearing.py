"""Whoever has to know what sales makes of leads."""

from datetime import datetime

from sqlalchemy import Connection


class Heard:
    """storage.outcomes.Aftermath that remembers."""

    def __init__(self) -> None:
        self.leads: list[str] = []

    def told(self, _connection: Connection, conversation: str, _now: datetime) -> None:
        self.leads.append(conversation)
