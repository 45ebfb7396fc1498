"""Would it have brought more? Two ways to choose whom to call, over the same leads, and how sure
the difference is.

The interval is a paired bootstrap's (Efron 1979): the same leads are drawn again and again with
replacement, and both ways are asked each time. The seed is fixed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

_Floats: TypeAlias = "NDArray[float64]"

DRAWS = 2_000
TAIL = 2.5
"""Per cent on each side of the interval."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a deal won brings and a call costs, in one currency, and how many leads can be
    called.
    """

    win: float
    call: float
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Gain:
    """What the new way would have brought more than the old one."""

    gained: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether chance hardly explains it."""
        return self.low > 0


def best_cut(points: Sequence[int], ends: Sequence[bool], terms: Terms) -> int | None:
    """The threshold that would have brought most; None where calling anybody would only have
    cost.
    """
    import numpy  # late: serving does not need it

    share = 1.0 if terms.capacity is None else terms.capacity / len(ends)
    leads, once = _Leads.of(points, ends), numpy.ones((1, len(ends)))
    best, most = None, 0.0
    for floor in sorted(set(points), reverse=True):
        deals, calls = leads.called(once, share, floor)
        value = float(terms.win * deals[0] - terms.call * calls[0])
        if value > most:
            best, most = floor, value
    return best


def gain_of_cut(
    points: Sequence[float], ends: Sequence[bool], old: int, new: int, terms: Terms
) -> Gain:
    """Calling from `new` points instead of from `old`, in money; never more than can be called."""
    import numpy

    share = 1.0 if terms.capacity is None else terms.capacity / len(ends)
    leads = _Leads.of(points, ends)

    def difference(times: _Floats) -> _Floats:
        deals, calls = (
            numpy.subtract(*pair)
            for pair in zip(
                leads.called(times, share, new), leads.called(times, share, old), strict=True
            )
        )
        return terms.win * deals - terms.call * calls

    return _gain(difference, len(ends))


def gain_of_order(
    old: Sequence[float], new: Sequence[float], ends: Sequence[bool], calls: int
) -> Gain:
    """Calling the best `calls` by the new points instead of by the old ones, in deals won; of leads
    that are level, each is called as likely as the others.
    """
    before, after, share = _Leads.of(old, ends), _Leads.of(new, ends), calls / len(ends)

    def difference(times: _Floats) -> _Floats:
        return after.called(times, share)[0] - before.called(times, share)[0]

    return _gain(difference, len(ends))


@dataclass(frozen=True, slots=True)
class _Leads:
    """Leads by their points, the best first."""

    levels: _Floats
    belongs: _Floats
    """1 where a lead (row) has the points of a level (column)."""
    won: _Floats

    @classmethod
    def of(cls, points: Sequence[float], ends: Sequence[bool]) -> "_Leads":
        """The leads with these points and ends."""
        import numpy

        levels, place = numpy.unique(-numpy.asarray(points, dtype=float), return_inverse=True)
        belongs = numpy.zeros((len(ends), len(levels)))
        belongs[numpy.arange(len(ends)), place] = 1.0
        return cls(-levels, belongs, numpy.asarray(ends, dtype=float))

    def called(
        self, times: _Floats, share: float, floor: float = float("-inf")
    ) -> tuple[_Floats, _Floats]:
        """The deals and the calls in each draw, if this share of the leads is called at most, the
        best first, and nobody below the floor.
        """
        import numpy

        leads = times @ (self.belongs * (self.levels >= floor))
        deals = times @ (self.belongs * self.won[:, None])
        left = share * times.sum(axis=1, keepdims=True) - (numpy.cumsum(leads, axis=1) - leads)
        part = numpy.clip(left / numpy.maximum(leads, 1), 0.0, 1.0) * (leads > 0)
        return (deals * part).sum(axis=1), (leads * part).sum(axis=1)


def _gain(difference: Callable[[_Floats], _Floats], leads: int) -> Gain:
    """Of the leads as they are, and of leads drawn from them."""
    import numpy

    chance = numpy.random.default_rng(0)
    drawn = chance.multinomial(leads, numpy.full(leads, 1 / leads), size=DRAWS)
    low, high = numpy.percentile(difference(drawn.astype(float)), (TAIL, 100 - TAIL))
    return Gain(float(difference(numpy.ones((1, leads)))[0]), float(low), float(high))
