"""How far do good points count? What the caps of a part of the score take away.

Caps hold back what is good alone: negative points are taken from what is left, or whoever piled up
points far over a cap could do no wrong.
"""

from collections.abc import Iterator, Sequence

from qualification.score_plan import EngagementPlan, FitPlan


def cuts(
    plan: FitPlan | EngagementPlan, worths: Sequence[tuple[str | None, int]]
) -> Iterator[tuple[str | None, int]]:
    """The points that each cap takes away, and its group (None: the cap of the whole part), from
    points with the group that they count in.
    """
    good = [(group, points) for group, points in worths if points > 0]
    left = sum(points for _, points in good)
    for group, cap in plan.groups.items():
        over = sum(points for own, points in good if own == group) - cap
        if over > 0:
            left -= over
            yield group, over
    if left > plan.cap:
        yield None, left - plan.cap
