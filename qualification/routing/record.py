"""Why did a lead go there, and would it again? All that a decision rested on, kept with it."""

from dataclasses import dataclass
from datetime import datetime

from qualification.routing.because import Because
from qualification.routing.following import LATE, Place, follow
from qualification.routing.plan import TeamPlan
from qualification.routing.routing import Decision, Situation, route
from qualification.routing.wishes import LeadFacts


@dataclass(frozen=True, slots=True)
class Left:
    """A place that a lead did not stay at."""

    place: Place
    moves: int
    """How often it had been re-assigned by rule before."""
    escalated: bool
    because: Because = LATE


@dataclass(frozen=True, slots=True)
class Routed:
    """A decision with what it rested on, but for the plan."""

    at: datetime
    lead: LeadFacts
    situation: Situation
    decision: Decision
    left: Left | None = None
    """None for a lead that was nowhere before."""
    by_hand: bool = False
    """Somebody decided: no rule would say the same."""

    def again(self, plan: TeamPlan) -> Decision:
        """What these inputs give under a plan: under the one of then, what was decided then."""
        if self.by_hand:
            return self.decision
        if self.left is None:
            return route(plan, self.lead, self.situation, self.at)
        found = follow(
            plan,
            self.lead,
            self.situation,
            self.at,
            self.left.place,
            moves=self.left.moves,
            escalated=self.left.escalated,
            because=self.left.because,
        )
        return self.decision if found is None else found.decision
