"""Which questions tell good leads from others? Effects with intervals, and false finds kept rare.

Two levels: Fisher's exact test. More: chi-square, by chance tables of the same margins where
cells are too thin for the curve. Over all questions the false discovery rate is held at 10 %
(Benjamini and Hochberg 1995).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from qualification.analytics.observed import GOOD, Observed, Target, ended
from qualification.analytics.rates import Rate, difference

FEWEST = 30
"""Known ends of each kind, below which nothing is said."""
FALSE_FINDS = 0.10
THIN = 5.0
TABLES = 9_999


@dataclass(frozen=True, slots=True)
class Separating:
    """One question against one target."""

    key: str
    levels: tuple[tuple[str, Rate], ...]
    """How often each level of the answer ended well."""
    effect: float | None
    """Good answers ended well so much more often than the rest; None where all are alike."""
    interval: tuple[float, float] | None
    information: float
    """Bits of the end that the answer tells."""
    p: float
    q: float
    """The share of false finds among this and all with a smaller p."""

    @property
    def separates(self) -> bool:
        """Whether it is told apart from chance."""
        return self.q <= FALSE_FINDS


@dataclass(frozen=True, slots=True)
class Separation:
    """All questions against one target, the most telling first; none without data enough."""

    target: Target
    ended_well: int
    ended_badly: int
    questions: tuple[Separating, ...]

    @property
    def enough(self) -> bool:
        """Whether there were ends enough of both kinds."""
        return min(self.ended_well, self.ended_badly) >= FEWEST

    @property
    def note(self) -> str:
        """How to take it."""
        if not self.enough:
            return (
                f"Not enough data: {self.ended_well} ended well and {self.ended_badly} badly, "
                f"and {FEWEST} of each are needed."
            )
        if self.target == "passed":
            return "Our rules judge by these very answers: this shows what the rules do."
        return "Only leads that reached sales have this end: the rest are not in it."


def separation(leads: Sequence[Observed], keys: Sequence[str], target: Target) -> Separation:
    """Each question against the target."""
    known, ends = ended(leads, target)
    well = sum(ends)
    found = Separation(target, well, len(ends) - well, ())
    if not found.enough:
        return found
    tested = [_tested(key, known, ends) for key in keys]
    shares = benjamini_hochberg([p for _, _, _, p in tested])
    questions = [
        Separating(key, levels, *_effect(levels), information, p, q)
        for (key, levels, information, p), q in zip(tested, shares, strict=True)
    ]
    questions.sort(key=lambda one: (one.p, -one.information, one.key))
    return Separation(target, found.ended_well, found.ended_badly, tuple(questions))


def benjamini_hochberg(ps: Sequence[float]) -> list[float]:
    """The q of each p: the smallest rate of false discoveries at which it is one."""
    order = sorted(range(len(ps)), key=ps.__getitem__, reverse=True)
    smallest, shares = 1.0, [1.0] * len(ps)
    for place, index in enumerate(order):
        rank = len(ps) - place
        smallest = min(smallest, ps[index] * len(ps) / rank)
        shares[index] = smallest
    return shares


def information(levels: Sequence[Rate]) -> float:
    """The mutual information of level and end, in bits."""
    of = sum(rate.of for rate in levels)
    overall = Rate(sum(rate.hits for rate in levels), of)
    spread = sum(rate.of / of * _entropy(rate) for rate in levels if rate.of)
    return max(0.0, _entropy(overall) - spread)


def _entropy(rate: Rate) -> float:
    shares = (rate.hits / rate.of, 1 - rate.hits / rate.of)
    return -sum(share * log2(share) for share in shares if share)


_Tested = tuple[str, tuple[tuple[str, Rate], ...], float, float]


def _tested(key: str, leads: Sequence[Observed], ends: Sequence[bool]) -> _Tested:
    counts: dict[str, list[int]] = {}
    for lead, end in zip(leads, ends, strict=True):
        counts.setdefault(lead.level(key), [0, 0])[end] += 1
    levels = tuple(
        (level, Rate(well, badly + well)) for level, (badly, well) in sorted(counts.items())
    )
    return key, levels, information([rate for _, rate in levels]), _chance(list(counts.values()))


def _chance(table: list[list[int]]) -> float:
    """How likely chance alone would be as telling as this."""
    from scipy import stats  # type: ignore[import-untyped]  # late: serving does not need it

    if len(table) == 1:
        return 1.0
    if len(table) == 2:
        return float(stats.fisher_exact(table).pvalue)
    found = stats.chi2_contingency(table)
    if found.expected_freq.min() >= THIN:
        return float(found.pvalue)
    return _by_chance_tables(table, float(found.statistic))


def _by_chance_tables(table: list[list[int]], statistic: float) -> float:
    """The share of tables with the same margins that are as far from the expected (the seed is
    fixed: the same leads always give the same).
    """
    import numpy
    from scipy import stats

    cells = numpy.array(table)
    rows, columns = cells.sum(axis=1), cells.sum(axis=0)
    expected = numpy.outer(rows, columns) / cells.sum()
    drawn = stats.random_table(rows, columns, seed=0).rvs(TABLES)
    far = ((drawn - expected) ** 2 / expected).sum(axis=(1, 2))
    return float((1 + (far >= statistic * (1 - 1e-9)).sum()) / (TABLES + 1))


def _effect(
    levels: Sequence[tuple[str, Rate]],
) -> tuple[float | None, tuple[float, float] | None]:
    good = _together([rate for level, rate in levels if level in GOOD])
    rest = _together([rate for level, rate in levels if level not in GOOD])
    if not good.of or not rest.of:
        return None, None
    gap, low, high = difference(good, rest)
    return gap, (low, high)


def _together(rates: Sequence[Rate]) -> Rate:
    return Rate(sum(rate.hits for rate in rates), sum(rate.of for rate in rates))
