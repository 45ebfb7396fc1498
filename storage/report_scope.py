"""Which leads is a report about? Those of one script, channel or source, or all."""

from dataclasses import dataclass
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from storage.outcome_tables import OutcomeRow
from storage.routing_tables import AssignmentRow
from storage.tables import ConversationRow, ScriptVersionRow

Columns = TypeVarTuple("Columns")

UNNAMED = "(none)"
"""How a source is called that nobody named."""


@dataclass(frozen=True, slots=True)
class Scope:
    """None: of any."""

    script: str | None = None
    channel: str | None = None
    source: str | None = None

    def leads(self, query: Select[*Columns]) -> Select[*Columns]:
        """A query over conversations, for these alone."""
        own = self._own()
        return query.where(*own) if own else query

    def outcomes(self, query: Select[*Columns]) -> Select[*Columns]:
        """A query over outcomes, for those of these leads."""
        return self._through(query, OutcomeRow.conversation)

    def assignments(self, query: Select[*Columns]) -> Select[*Columns]:
        """A query over assignments, for those of these leads."""
        return self._through(query, AssignmentRow.conversation)

    def _through(
        self, query: Select[*Columns], conversation: InstrumentedAttribute[str]
    ) -> Select[*Columns]:
        own = self._own()
        if not own:
            return query
        lead = select(ConversationRow.id).where(ConversationRow.id == conversation, *own)
        return query.where(lead.exists())

    def _own(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.script is not None:
            versions = select(ScriptVersionRow.id).where(ScriptVersionRow.key == self.script)
            found.append(ConversationRow.script_version.in_(versions))
        if self.channel is not None:
            found.append(ConversationRow.channel == self.channel)
        if self.source == UNNAMED:
            found.append(ConversationRow.source.is_(None))
        elif self.source is not None:
            found.append(ConversationRow.source == self.source)
        return found


EVERYBODY = Scope()
