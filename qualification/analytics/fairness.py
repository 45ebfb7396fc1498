"""Are groups of leads treated alike? Their rates against everybody else's, and their wins against
what was said of them.

Languages and channels stand for people whom no rule may ask about. A difference is a question for
people, not a proof: groups may differ in what they look for.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qualification.analytics.calibration import Calibrated
from qualification.analytics.expectation import Expectation, expectation
from qualification.analytics.observed import Observed, ended
from qualification.analytics.rates import Rate, difference

DIMENSIONS = ("language", "channel")
FEWEST = 20


@dataclass(frozen=True, slots=True)
class Group:
    """Leads with one language or channel, against all the others."""

    dimension: str
    value: str
    qualified: Rate
    rest: Rate
    gap: float
    """So much more often they qualify."""
    interval: tuple[float, float]

    @property
    def differs(self) -> bool:
        """Whether chance hardly explains the gap."""
        low, high = self.interval
        return not low <= 0 <= high


def groups(dimension: str, rates: dict[str, Rate]) -> list[Group]:
    """Each value with cases enough, beside cases enough of the others."""
    hits = sum(rate.hits for rate in rates.values())
    of = sum(rate.of for rate in rates.values())
    found = []
    for value, rate in rates.items():
        rest = Rate(hits - rate.hits, of - rate.of)
        if min(rate.of, rest.of) >= FEWEST:
            gap, low, high = difference(rate, rest)
            found.append(Group(dimension, value, rate, rest, gap, (low, high)))
    return found


def expected_by(
    leads: Sequence[Observed], calibrated: Calibrated, group_of: Callable[[Observed], str]
) -> dict[str, Expectation]:
    """Wins against what was said of the same leads by models that had not seen them, for each group
    with ends enough; the largest first.
    """
    known, ends = ended(leads, calibrated.target)
    said: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for lead, chance, end in zip(known, calibrated.said, ends, strict=True):
        said[group_of(lead)].append((chance, end))
    return {
        name: expectation([chance for chance, _ in one], sum(end for _, end in one))
        for name, one in sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(one) >= FEWEST
    }
