"""Which lead is a job about? Its row's id leads there, whatever the kind."""

from collections.abc import Mapping, Sequence

from sqlalchemy import BindParameter, Connection, bindparam, select, union_all

from storage.database import Database
from storage.reach_tables import TextRow
from storage.routing_tables import AssignmentRow
from storage.tables import ConversationRow, HandoverRow, RereadRow

_IDS: BindParameter[list[str]] = bindparam("ids", expanding=True)
_LEADS = union_all(
    *(
        select(identity.label("id"), lead.label("lead")).where(identity.in_(_IDS))
        for identity, lead in (
            (ConversationRow.id, ConversationRow.id),
            (HandoverRow.id, HandoverRow.conversation),
            (AssignmentRow.id, AssignmentRow.conversation),
            (TextRow.id, TextRow.conversation),
            (RereadRow.id, RereadRow.conversation),
        )
    )
)


class JobLeads:
    """Finds the conversations behind rows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, rows: Sequence[str]) -> Mapping[str, str]:
        """The conversation of each row that has one: `HANDOVER.2.webhook` is its hand-over's."""
        named = {row: row.partition(".")[0].partition("/")[0] for row in rows}

        def look(connection: Connection) -> dict[str, str]:
            found = connection.execute(_LEADS, {"ids": list(set(named.values()))})
            return {one.id: one.lead for one in found if one.lead is not None}

        leads = await self._database.read(look) if named else {}
        return {row: leads[name] for row, name in named.items() if name in leads}
