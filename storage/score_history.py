"""How did score and verdict come to be? Two histories, each change with its reason."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import Connection, bindparam, insert, select

from agent.ports import Scored
from qualification.decision import Reason, Verdict
from qualification.scoring import BehaviourEvent, Scorecard, ScoreLine
from storage.score_tables import BehaviourRow, ScoreChangeRow, VerdictChangeRow

Cause = Literal["turn", "event", "time"]


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score that differs from the one before it, and the lines that came and went."""

    at: datetime
    cause: Cause
    score: int
    fit: int
    engagement: int
    tier: str
    added: tuple[ScoreLine, ...]
    removed: tuple[ScoreLine, ...]


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A verdict that differs from the one before it, and the rules behind it."""

    at: datetime
    outcome: str
    reasons: tuple[Reason, ...]
    cause: str | None = None
    """`requalify` or `take_up_again`, where time and not a message brought it about."""


_BEHAVIOUR = (
    select(BehaviourRow.kind, BehaviourRow.at, BehaviourRow.seconds)
    .where(BehaviourRow.conversation == bindparam("of"))
    .order_by(BehaviourRow.position)
)
_SCORES = (
    select(ScoreChangeRow)
    .where(ScoreChangeRow.conversation == bindparam("of"))
    .order_by(ScoreChangeRow.position)
)
_VERDICTS = (
    select(
        VerdictChangeRow.at,
        VerdictChangeRow.outcome,
        VerdictChangeRow.reasons,
        VerdictChangeRow.cause,
    )
    .where(VerdictChangeRow.conversation == bindparam("of"))
    .order_by(VerdictChangeRow.position)
)
_SCORE = insert(ScoreChangeRow)
_VERDICT = insert(VerdictChangeRow)


def lines_text(lines: Sequence[ScoreLine]) -> str | None:
    """The lines of a scorecard as text; None when there are none."""
    return json.dumps([[line.rule, line.points] for line in lines]) if lines else None


def lines_from(text: str | None) -> tuple[ScoreLine, ...]:
    """The lines again."""
    return () if text is None else tuple(ScoreLine(*pair) for pair in json.loads(text))


def read_behaviour(connection: Connection, conversation: str) -> tuple[BehaviourEvent, ...]:
    """What a lead did, as it was told."""
    rows = connection.execute(_BEHAVIOUR, {"of": conversation})
    return tuple(BehaviourEvent(kind, at, seconds) for kind, at, seconds in rows)


def write_score(
    connection: Connection,
    conversation: str,
    before: Scored,
    card: Scorecard,
    cause: Cause,
    at: datetime,
) -> None:
    """Keep a scorecard that is another than `before`."""
    first = before.tier is None and not card.lines
    if first or (card.lines == before.lines and card.tier == before.tier):
        return
    row = {
        "conversation": conversation,
        "cause": cause,
        "score": card.total,
        "fit": card.fit,
        "engagement": card.engagement,
        "tier": card.tier,
        "lines": lines_text(card.lines) or "[]",
        "at": at,
    }
    connection.execute(_SCORE, row)


def write_verdict(
    connection: Connection,
    conversation: str,
    before: Scored,
    verdict: Verdict,
    at: datetime,
    *,
    cause: str | None = None,
) -> None:
    """Keep a verdict that is another than `before`; `cause`: see VerdictChangeRow."""
    if verdict.outcome == before.outcome:
        return
    reasons = json.dumps([asdict(one) for one in verdict.reasons])
    row = {
        "conversation": conversation,
        "outcome": verdict.outcome,
        "reasons": reasons,
        "cause": cause,
        "at": at,
    }
    connection.execute(_VERDICT, row)


def score_changes(connection: Connection, conversation: str) -> tuple[ScoreChange, ...]:
    """How the score changed, oldest first."""
    changes, before = [], Counter[ScoreLine]()
    for row in connection.execute(_SCORES, {"of": conversation}):
        now = Counter(lines_from(row.lines))
        changes.append(
            ScoreChange(
                at=row.at,
                cause=cast(Cause, row.cause),
                score=row.score,
                fit=row.fit,
                engagement=row.engagement,
                tier=row.tier,
                added=tuple((now - before).elements()),
                removed=tuple((before - now).elements()),
            )
        )
        before = now
    return tuple(changes)


def verdict_changes(connection: Connection, conversation: str) -> tuple[VerdictChange, ...]:
    """How the verdict changed, oldest first."""
    return tuple(
        VerdictChange(
            at,
            outcome,
            tuple(
                Reason(one["rule"], one["standing"], tuple(one["keys"]))
                for one in json.loads(reasons)
            ),
            cause,
        )
        for at, outcome, reasons, cause in connection.execute(_VERDICTS, {"of": conversation})
    )
