"""What is a visit of a page to us? What a visitor who has agreed lets us know; and who keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from agent.errors import AgentError
from qualification.pages import event_of
from qualification.script import Script

PAGE_VIEW = "page_view"


class NotAgreed(AgentError):
    """The visitor has not agreed, or has taken it back: nothing is kept."""


class Unplaced(AgentError):
    """It is not known yet which script is meant: tell it again later."""


@dataclass(frozen=True, slots=True)
class View:
    """A page that was looked at; `id` is the teller's own."""

    id: str
    page: str
    ago: timedelta
    """How long ago it was left: the visitor's clock may be wrong."""
    seconds: int


class Visits(Protocol):
    """Keeps what visitors agreed to, and what they looked at."""

    async def agree(self, conversation: str, *, agreed: bool) -> None:
        """They agree that the pages they look at are told, or take it back."""
        ...

    async def record(self, conversation: str, views: Sequence[View]) -> int:
        """Keep the visits that their script counts; how many are new. Raises NotAgreed and
        Unplaced.
        """
        ...


def event(script: Script, page: str) -> str | None:
    """What a visit is to a script; None where it counts for nothing, and is not to be kept."""
    plan = script.score.engagement
    found = event_of(plan.pages, page)
    if found is not None:
        return found
    counts = any(line.event == PAGE_VIEW for line in plan.lines)
    return PAGE_VIEW if counts else None
