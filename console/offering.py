"""Who can accept or reject a lead as it stands? PURE: no button without effect is shown."""

from collections.abc import Sequence
from typing import Literal

from agent.routing import Assignment
from qualification.routing.plan import TeamPlan
from storage.outcomes import LeadOutcome

Offer = Literal["accept", "reject"]


def offers(
    place: Assignment | None,
    plan: TeamPlan | None,
    person: str | None,
    outcomes: Sequence[LeadOutcome],
) -> frozenset[Offer]:
    """What somebody can say of a lead; `person`: who they are in teams.yaml.

    A lead that was given to somebody is theirs to accept or reject, and a queue's is for those who
    take from it (storage.acceptance). Who is not in the plan says it of what nobody has got.
    """
    if place is not None:
        return frozenset() if person is None else _of_place(place, plan, person)
    said = next((one.outcome for one in reversed(outcomes) if one.stage == "acceptance"), None)
    found: set[Offer] = {"accept", "reject"}
    if said is not None:
        found.discard("accept" if said == "accepted" else "reject")
    return frozenset(found)


def is_live(place: Assignment) -> bool:
    """Whether somebody, or a queue, has the lead now."""
    return place.state in ("offered", "accepted")


def acts_for(place: Assignment | None, person: str | None, *, admin: bool) -> str | None:
    """In whose name an admin may accept or reject what is not theirs."""
    theirs = place is None or not is_live(place) or place.person in (None, person)
    return None if theirs or not admin or place is None else place.person


def _of_place(place: Assignment, plan: TeamPlan | None, person: str) -> frozenset[Offer]:
    takers = plan.takers(place.queue or "") if plan else ()
    theirs = place.person == person
    to_be_taken = place.person is None and person in {one.id for one in takers}
    match place.state:
        case "offered" if theirs or to_be_taken:
            return frozenset({"accept", "reject"})
        case "accepted" if theirs:
            return frozenset({"reject"})
        case _:
            return frozenset()
