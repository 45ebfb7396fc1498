"""What do programs get of a lead's past? What they did, and how score and verdict changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from channels.documents import Document
from storage.leads import Lead

_D = TypeVar("_D", bound=Document)

NEWEST = 100
"""So many of the newest events are shown."""


class LineOut(Document):
    """Points, and the rule that gave them."""

    rule: str
    points: int


class ScoreChangeOut(Document):
    """A score that differs from the one before it, and why."""

    at: datetime
    cause: str
    """`turn` (something was said), `event` (something was done) or `time`."""
    score: int
    fit: int
    engagement: int
    tier: str
    added: list[LineOut]
    """The lines that the one before it had not."""
    removed: list[LineOut]
    """The lines of the one before it that it has no more."""


class RuleOut(Document):
    """A rule of the script and how it stood."""

    rule: str
    standing: str
    keys: list[str]


class VerdictChangeOut(Document):
    """A verdict that differs from the one before it, and the rules behind it."""

    at: datetime
    verdict: str
    reasons: list[RuleOut]
    cause: str | None
    """`requalify` or `take_up_again`: what was too old to stand was put aside, to be asked again;
    null: something was said.
    """


class EventOut(Document):
    """Something that the lead did."""

    kind: str
    at: datetime
    seconds: int | None
    """How long a page was looked at."""


class HistoryOut(Document):
    """How the lead came to stand where it stands; oldest first."""

    score: list[ScoreChangeOut]
    verdict: list[VerdictChangeOut]
    behaviour: list[EventOut]
    """The newest hundred events, by the time they were told."""


def history(lead: Lead) -> HistoryOut:
    """The lead's past."""
    return HistoryOut(
        score=_documents(ScoreChangeOut, lead.score_changes),
        verdict=[
            VerdictChangeOut(
                at=one.at,
                verdict=one.outcome,
                reasons=_documents(RuleOut, one.reasons),
                cause=one.cause,
            )
            for one in lead.verdict_changes
        ],
        behaviour=[
            EventOut(kind=one.name, at=one.at, seconds=one.seconds)
            for one in lead.behaviour[-NEWEST:]
        ],
    )


def _documents(model: type[_D], records: Sequence[object]) -> list[_D]:
    return [model.model_validate(one, from_attributes=True) for one in records]
