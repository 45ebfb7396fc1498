"""What do we know about somebody? All of it, as one JSON document: every row, every column."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, select

from agent.ports import Clock
from qualification.values import Json
from storage.database import Database
from storage.erasures import kept_elsewhere, kept_on_lists
from storage.holdings import HELD, SUPPRESSED, table_of, whole
from storage.people import Found, Person
from storage.reach_tables import SuppressionRow
from storage.suppressions import Suppressions

LEFT_OUT = frozenset({"lease_until", "lease_token"})
"""Which process works at it says nothing about anybody."""
DOCUMENTS = frozenset(
    {
        ("conversations", "dialogue"),
        ("answers", "value"),
        ("turns", "reading"),
        ("rereads", "reading"),
        ("handovers", "payload"),
        ("conversations", "score_lines"),
        ("score_changes", "lines"),
        ("verdict_changes", "reasons"),
        ("enquiries", "fields"),
        ("chat_guests", "verified"),
        ("chat_guests", "attributes"),
        ("assignments", "routed"),
        ("preparations", "owner"),
        ("preparations", "brief"),
    }
)
"""Columns whose text is JSON."""


class Exports:
    """Writes down what is known about people."""

    def __init__(self, database: Database, suppressions: Suppressions, clock: Clock) -> None:
        self._database = database
        self._suppressions = suppressions
        self._clock = clock

    async def export(self, person: Person) -> dict[str, Json]:
        """All that is known about a person."""
        whose, now = whole(person, self._suppressions), self._clock.now()

        def work(connection: Connection) -> dict[str, Json]:
            records = {
                table.name: _rows(connection, table, HELD[table], whose) for table in reversed(HELD)
            }
            ledger = _rows(connection, table_of(SuppressionRow), SUPPRESSED, whose)
            elsewhere = kept_elsewhere(connection, whose)
            members = kept_on_lists(connection, whose)
            return {
                "exported_at": now.isoformat(),
                "addresses": [{"kind": one.kind, "value": one.value} for one in person.addresses],
                "found": [_found(one) for one in person.conversations],
                "records": {name: rows for name, rows in records.items() if rows},
                "asked_not_to_be_written_to": ledger,
                "kept_at_twilio": [{"kind": one.kind, "sid": one.sid} for one in elsewhere],
                "kept_on_lists": [{"list": one.kind, "member": one.sid} for one in members],
            }

        return await self._database.read(work)


def _rows(
    connection: Connection,
    table: Table,
    theirs: ColumnElement[bool],
    whose: Mapping[str, Sequence[str]],
) -> list[Json]:
    columns = [one for one in table.c if one.name not in LEFT_OUT]
    wanted = select(*columns).where(theirs).order_by(*table.primary_key)
    return [
        {name: _plain(table.name, name, value) for name, value in row.items()}
        for row in connection.execute(wanted, whose).mappings()
    ]


def _plain(table: str, column: str, value: str | int | datetime | None) -> Json:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and (table, column) in DOCUMENTS:
        document: Json = json.loads(value)
        return document
    return value


def _found(one: Found) -> Json:
    over = None if one.over is None else one.over.value
    return {"conversation": one.id, "channel": one.channel, "how": one.how, "over": over}
