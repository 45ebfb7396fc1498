"""What is a brief written from, and who writes it? The ports of agent/brief_writer.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from agent.dialogue import Dialogue
from agent.messages import Message
from agent.outbox import Brief
from agent.reading import CallRecord
from qualification.script import Script
from qualification.values import Json, Language


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is on record about one hand-over, in its newest revision."""

    conversation: str
    document: Mapping[str, Json]
    """The hand-over as it was written for sales."""
    written: datetime
    script: Script
    dialogue: Dialogue
    transcript: tuple[Message, ...]
    """The whole conversation, oldest first."""


class Dossiers(Protocol):
    """Reads what a brief is written from, and keeps what its writing cost."""

    async def dossier(self, handover_id: str) -> Dossier | None:
        """The newest revision of a hand-over; None when there is none with this id."""
        ...

    async def keep_calls(
        self, conversation: str, calls: Sequence[CallRecord], at: datetime
    ) -> None:
        """Put the calls of a model on record."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief that no model was asked for: composed from the data, or taken over."""

    brief: Brief
    may_gain: bool
    """Whether a model could add to it."""


class Briefing(Protocol):
    """Writes what the seller reads first. Whatever a model does, there is a brief.

    `earlier`: those of the revisions before, the newest first; what a model wrote in one of them is
    taken over where the record has not changed in what the brief says.
    """

    async def draft(
        self, handover_id: str, language: Language, earlier: Sequence[Brief] = ()
    ) -> Draft:
        """The brief that is there at once, of no model that is asked; LookupError for an unknown
        hand-over.
        """
        ...

    async def write(
        self, handover_id: str, language: Language, earlier: Sequence[Brief] = ()
    ) -> Brief:
        """The brief of a hand-over in the seller's language; LookupError for an unknown one."""
        ...
