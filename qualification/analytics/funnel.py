"""Where do they leave? Each question in its order: put, answered, declined, and left unanswered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualification.analytics.observed import SILENT, Observed
from qualification.analytics.rates import Rate

DECLINED = frozenset({"refused", "does_not_know", "unclear"})


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one question."""

    key: str
    reached: int
    """Leads that answered it, asked or unasked, declined it, or have it pending."""
    answered: Rate
    declined: Rate
    dropped: Rate
    """It was the last thing they were asked, and they said no more."""


def funnel(leads: Iterable[Observed], keys: Sequence[str]) -> tuple[Step, ...]:
    """The steps, in the order of the script."""
    answered = dict.fromkeys(keys, 0)
    declined = dict.fromkeys(keys, 0)
    dropped = dict.fromkeys(keys, 0)
    for lead in leads:
        for key in keys:
            level = lead.level(key)
            if level in DECLINED:
                declined[key] += 1
            elif level != SILENT:
                answered[key] += 1
            elif lead.asked == key:
                dropped[key] += 1
    steps = []
    for key in keys:
        reached = answered[key] + declined[key] + dropped[key]
        rates = (Rate(counted[key], reached) for counted in (answered, declined, dropped))
        steps.append(Step(key, reached, *rates))
    return tuple(steps)
