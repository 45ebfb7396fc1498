"""Scoring alone: everybody whose answers reach a tier is handed over, and nothing is a knock-out.

All its questions are put, so that every lead is ranked by the same ones.
"""

from qualification.presets.bant import AUTHORITY, BUDGET, INTEREST, NEED, TIMELINE
from qualification.presets.preset import Preset

PRESET = Preset(
    criteria=tuple(
        {**one, "required": True, "knock_out": False}
        for one in (INTEREST, NEED, TIMELINE, BUDGET, AUTHORITY)
    ),
    by_tier=True,
    auto=("wants_demo",),
    disqualify=("support", "wrong_person"),
)
