"""Did we win as much as was expected? Wins against the sum of the probabilities, with its interval.

The number of wins among leads of unlike probability is Poisson-binomial; its distribution is
computed exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass

TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Expectation:
    """Wins expected and real, of so many leads."""

    leads: int
    expected: float
    low: int
    high: int
    """Chance alone leads outside of these once in twenty times at most."""
    wins: int

    @property
    def surprising(self) -> bool:
        """Whether chance hardly explains the difference."""
        return not self.low <= self.wins <= self.high


def expectation(probabilities: Sequence[float], wins: int) -> Expectation:
    """The wins of these leads against what was said of them."""
    low, high = _middle(distribution(probabilities))
    return Expectation(len(probabilities), sum(probabilities), low, high, wins)


def distribution(probabilities: Sequence[float]) -> list[float]:
    """The probability of each number of wins, from none to all."""
    import numpy  # late: serving does not need it

    chances = numpy.ones(1)
    for probability in probabilities:
        chances = numpy.convolve(chances, (1 - probability, probability))
    return [float(one) for one in chances]


def _middle(chances: Sequence[float]) -> tuple[int, int]:
    below, low = 0.0, 0
    while below + chances[low] < TAIL:
        below, low = below + chances[low], low + 1
    above, high = 0.0, len(chances) - 1
    while above + chances[high] < TAIL:
        above, high = above + chances[high], high - 1
    return low, high
