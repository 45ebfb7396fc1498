"""Leads to look back on, written as rows: many, and quickly."""

from dataclasses import replace
from typing import Any

from sqlalchemy import insert

from agent.dialogue import Dialogue
from qualification.answers import Answer, AnswerSheet
from storage.documents import dialogue_text
from storage.outcomes import LeadOutcome, OutcomeName, Outcomes
from storage.tables import ConversationRow
from tests.builders import money
from tests.storage.conftest import Store
from tests.storage.records import NOW, script_text

SCRIPT = script_text()


class Past:
    """Leads on record."""

    def __init__(self, store: Store, script: str = SCRIPT) -> None:
        self._store = store
        self._script = script
        self._rows: list[dict[str, Any]] = []

    def lead(self, name: str, outcome: str = "qualified", **changes: Any) -> str:
        """A lead that wrote; `budget` is what it said it could pay."""
        budget, asked = changes.pop("budget", 5000), changes.pop("asked", None)
        known = {} if budget is None else {"budget": Answer("budget", money(budget), NOW)}
        sheet = AnswerSheet(known)
        row = {
            "id": name,
            "channel": "chat",
            "address": name,
            "source": "/pricing",
            "language": "en",
            "phase": "closed",
            "dialogue": dialogue_text(Dialogue("en", sheet=sheet, asked=asked)),
            "outcome": outcome,
            "score": 0,
            "inbound_seq": 1,
            "created_at": NOW,
            "updated_at": NOW,
        }
        self._rows.append(row | changes)
        return name

    def ended(self, name: str, outcome: str, stage: str = "deal") -> dict[str, Any]:
        """The row of what sales said of a lead."""
        (lead,) = (row for row in self._rows if row["id"] == name)
        return {
            "conversation": name,
            "stage": stage,
            "outcome": outcome,
            "at": NOW,
            "recorded_at": NOW,
            "holds": True,
            "source": lead["source"],
            "script_version": "crm-suite@1",
            "opened_at": lead["created_at"],
        }

    async def write(self) -> None:
        """Put them on record."""
        version = await self._store.scripts.publish(self._script, origin="file")
        rows = [{**row, "script_version": version.id} for row in self._rows]
        await self._store.database.write(
            lambda connection: connection.execute(insert(ConversationRow), rows)
        )


async def end(store: Store, lead: str, outcome: OutcomeName, **more: Any) -> None:
    """Sales says how a lead ended."""
    reason = "no" if outcome == "rejected" else None
    said = LeadOutcome(lead, outcome, NOW, reason=reason)
    await Outcomes(store.database).record(replace(said, **more), NOW)
