"""Whom do our rules lose? A small share of those who nearly qualified, for people to look at.

Only leads that reached sales get an outcome, so the rules never learn of their own mistakes. Who is
drawn depends on the lead alone: the same ones every time, and nobody can choose.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

SHARE = 0.05
MARGIN = 15
"""Points under the threshold that still count as near it."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A lead that did not qualify."""

    lead: str
    points: int


def drawn(lead: str, share: float = SHARE) -> bool:
    """Whether this lead is among the share that is drawn."""
    number = int.from_bytes(sha256(f"holdout {lead}".encode()).digest()[:8], "big")
    return number < share * 2**64


def holdout(
    rejected: Iterable[Rejected], threshold: int, share: float = SHARE, margin: int = MARGIN
) -> tuple[Rejected, ...]:
    """Those to be looked at, the nearest to the threshold first."""
    near = (one for one in rejected if threshold - margin <= one.points)
    chosen = [one for one in near if drawn(one.lead, share)]
    return tuple(sorted(chosen, key=lambda one: (-one.points, one.lead)))
