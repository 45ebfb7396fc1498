"""Can two typed values mean the same? PURE."""

from datetime import date
from decimal import Decimal
from typing import TypeVar

from qualification.values import Money, Number, Timeframe, Value

Bound = TypeVar("Bound", Decimal, date)
_DATED = ("date", "range", "open")


def alike(ours: Value, theirs: Value) -> bool:
    """Whether the ranges touch and nothing that both name differs."""
    match ours, theirs:
        case Money(), Money():
            return (
                _touch(ours.min, ours.max, theirs.min, theirs.max)
                and (ours.currency or theirs.currency) == (theirs.currency or ours.currency)
                and (ours.period or theirs.period) == (theirs.period or ours.period)
            )
        case Number(), Number():
            return _touch(ours.min, ours.max, theirs.min, theirs.max)
        case Timeframe(), Timeframe():
            if ours.kind in _DATED and theirs.kind in _DATED:
                return _touch(ours.start, ours.end, theirs.start, theirs.end)
            return ours.kind == theirs.kind
        case _:
            return ours == theirs


def _touch(
    min_a: Bound | None, max_a: Bound | None, min_b: Bound | None, max_b: Bound | None
) -> bool:
    below = max_a is not None and min_b is not None and max_a < min_b
    above = min_a is not None and max_b is not None and min_a > max_b
    return not (below or above)
