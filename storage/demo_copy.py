"""How do leads get from one database into another? Table by table, as storage/holdings.py knows
them; numbers that the database gives are given anew.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from storage.holdings import HELD, table_of
from storage.inbox_tables import InboxLineRow
from storage.routing_tables import ShareRow, TeamVersionRow
from storage.suppressions import inserting
from storage.tables import ConversationRow, ScriptVersionRow

Rows = Mapping[Table, Sequence[Mapping[str, Any]]]
_BY_ITSELF = table_of(InboxLineRow)
"""What the database writes by itself, from what is written elsewhere."""
_PUBLISHED = (table_of(ScriptVersionRow), table_of(TeamVersionRow))


def whose(leads: Sequence[str]) -> dict[str, Sequence[str]]:
    """What the conditions of holdings are about: conversations alone, no addresses."""
    return {"conversations": leads, "addresses": [], "sealed": []}


def leads_in(connection: Connection) -> list[str]:
    """All conversations, oldest first."""
    query = select(ConversationRow.id).order_by(ConversationRow.created_at, ConversationRow.id)
    return list(connection.execute(query).scalars())


def rows_of(connection: Connection, leads: Sequence[str]) -> Rows:
    """All that is held of these leads, each table in the order in which it was written."""
    found: dict[Table, Sequence[Mapping[str, Any]]] = {}
    for table, theirs in HELD.items():
        if table is _BY_ITSELF:
            continue
        query = select(table).where(theirs).order_by(*table.primary_key.columns)
        rows = [dict(row) for row in connection.execute(query, whose(leads)).mappings()]
        found[table] = [_unnumbered(table, row) for row in rows]
    return found


def write_rows(connection: Connection, rows: Rows) -> None:
    """What depends on another row comes after it: the other way round than it is deleted."""
    for table, of_table in reversed(list(rows.items())):
        if of_table:
            connection.execute(insert(table), list(of_table))


def published_in(connection: Connection) -> Rows:
    """The scripts and plans: leads of the other database belong to the same versions."""
    return {
        table: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in reversed(_PUBLISHED)
    }


def shares_in(connection: Connection) -> list[dict[str, Any]]:
    """What our own people got, and what their share was."""
    query = select(ShareRow.day, ShareRow.team, ShareRow.person, ShareRow.got, ShareRow.due)
    return [dict(row) for row in connection.execute(query).mappings()]


def add_shares(connection: Connection, shares: Sequence[Mapping[str, Any]]) -> None:
    """Add them to those that are there."""
    if not shares:
        return
    new = inserting(connection, ShareRow)
    more = {"got": ShareRow.got + new.excluded.got, "due": ShareRow.due + new.excluded.due}
    keys = ["day", "team", "person"]
    connection.execute(
        new.on_conflict_do_update(index_elements=keys, set_=more), [dict(one) for one in shares]
    )


def _unnumbered(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Without the number that counts rows over all conversations."""
    counters = [one.name for one in table.primary_key.columns if one.autoincrement is True]
    counters += ["position"] if "position" in table.primary_key.columns else []
    return {name: value for name, value in row.items() if name not in counters}
