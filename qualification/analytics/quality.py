"""How good are probabilities? Against what came true: by bins, by Brier's score, by order, by lift.

Brier 1950; the skill is its improvement over always saying the base rate. The interval of the area
under the curve is Hanley and McNeil's (Radiology 1982).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from qualification.analytics.rates import Rate, Z

BINS = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """Leads that were given about the same probability, and how often it came true."""

    said: float
    came_true: Rate


@dataclass(frozen=True, slots=True)
class Lift:
    """The leads that the team has time for, best first, against as many at random."""

    called: Rate
    times: float


@dataclass(frozen=True, slots=True)
class Quality:
    """Probabilities against the ends."""

    brier: float
    base: float
    """The score of always saying the base rate."""
    area: float
    """How often a lead that ended well was given more than one that ended badly."""
    area_interval: tuple[float, float]
    bins: tuple[Bin, ...]

    @property
    def skill(self) -> float:
        """1 is perfect, 0 no better than the base rate, below it worse."""
        return 1 - self.brier / self.base


def quality(said: Sequence[float], ends: Sequence[bool], bins: int = BINS) -> Quality:
    """Both kinds of end must be there."""
    well = sum(ends)
    if not 0 < well < len(ends):
        raise ValueError("there must be leads that ended well and leads that ended badly")
    share = well / len(ends)
    area = area_under_curve(said, ends)
    return Quality(
        brier=brier(said, ends),
        base=share * (1 - share),
        area=area,
        area_interval=_area_interval(area, well, len(ends) - well),
        bins=_bins(said, ends, bins),
    )


def brier(said: Sequence[float], ends: Sequence[bool]) -> float:
    """The mean squared distance of what was said from what came true."""
    return sum((one - end) ** 2 for one, end in zip(said, ends, strict=True)) / len(ends)


def area_under_curve(said: Sequence[float], ends: Sequence[bool]) -> float:
    """Mann and Whitney's statistic as a share; ties count half."""
    order = sorted(range(len(said)), key=said.__getitem__)
    ranks = [0.0] * len(said)
    start = 0
    while start < len(order):
        stop = start
        while stop < len(order) and said[order[stop]] == said[order[start]]:
            stop += 1
        for place in range(start, stop):
            ranks[order[place]] = (start + 1 + stop) / 2
        start = stop
    well = sum(ends)
    above = sum(rank for rank, end in zip(ranks, ends, strict=True) if end)
    return (above - well * (well + 1) / 2) / (well * (len(ends) - well))


def lift(said: Sequence[float], ends: Sequence[bool], capacity: int) -> Lift | None:
    """How much better the best `capacity` leads end than the average; None where none ended well or
    nobody can be called.
    """
    called = sorted(zip(said, ends, strict=True), key=lambda pair: -pair[0])[:capacity]
    if not called or not any(ends):
        return None
    hits = sum(end for _, end in called)
    return Lift(Rate(hits, len(called)), hits / len(called) / (sum(ends) / len(ends)))


def _area_interval(area: float, well: int, badly: int) -> tuple[float, float]:
    first, second = area / (2 - area), 2 * area * area / (1 + area)
    variance = area * (1 - area)
    variance += (well - 1) * (first - area * area) + (badly - 1) * (second - area * area)
    half = Z * sqrt(max(0.0, variance) / (well * badly))
    return max(0.0, area - half), min(1.0, area + half)


def _bins(said: Sequence[float], ends: Sequence[bool], bins: int) -> tuple[Bin, ...]:
    """Of about as many leads each, from the lowest probability to the highest; leads that were
    given the same are in the same one.
    """
    pairs = sorted(zip(said, ends, strict=True))
    found: list[Bin] = []
    start = 0
    for number in range(bins):
        stop = max(start, round((number + 1) * len(pairs) / bins))
        while 0 < stop < len(pairs) and pairs[stop][0] == pairs[stop - 1][0]:
            stop += 1
        part = pairs[start:stop]
        start = stop
        if part:
            mean = sum(one for one, _ in part) / len(part)
            found.append(Bin(mean, Rate(sum(end for _, end in part), len(part))))
    return tuple(found)
