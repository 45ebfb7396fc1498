"""Whom do our rules lose? A small share of those who nearly qualified, for people to look at.

Only leads that reached sales get an outcome, so the rules never learn of their own mistakes. Who is
drawn depends on the lead alone: the same ones every time, and nobody can choose.
"""

from hashlib import sha256

from qualification.decision import Verdict
from qualification.script import Script

MARGIN = 15
"""Points under the threshold that still count as near it."""


def is_to_be_reviewed(script: Script, lead: str, verdict: Verdict, points: int) -> bool:
    """Whether people are to look at a lead that did not qualify, although it nearly has the points
    of those who are worth a call. Who wants something else (support, a job) is no near miss.
    """
    if script.holdout is None or verdict.outcome != "unqualified":
        return False
    if any(reason.rule == "disqualify" for reason in verdict.reasons):
        return False
    return points >= threshold(script) - MARGIN and drawn(lead, script.holdout)


def threshold(script: Script) -> int:
    """The points that leads are worth a call with: the number of the tier that the rule wants, or
    else the lowest one above nothing.
    """
    tiers = script.score.tiers
    if script.tier_to_reach is not None:
        return tiers[script.tier_to_reach]
    return min((floor for floor in tiers.values() if floor > 0), default=0)


def drawn(lead: str, share: float) -> bool:
    """Whether this lead is among the share that is drawn."""
    number = int.from_bytes(sha256(f"holdout {lead}".encode()).digest()[:8], "big")
    return number < share * 2**64
