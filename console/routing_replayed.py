"""What came of trying a plan on past leads? Said alike by the command, and by the page."""

from collections.abc import Sequence
from datetime import datetime

from qualification.routing.what_if import Again, counts
from qualification.values import Json


def document(found: Sequence[Again], since: datetime) -> dict[str, Json]:
    """Who had how many leads and would have had, and each that would have gone elsewhere."""
    return {
        "since": since.isoformat(),
        "leads": len(found),
        "moved": sum(one.moved for one in found),
        "places": [
            {"place": place, "before": before, "after": after}
            for place, before, after in counts(found)
        ],
        "examples": [
            {
                "lead": one.past.conversation,
                "at": one.past.at.isoformat(),
                "before": one.past.place,
                "after": one.place,
                "rule_before": one.past.rule,
                "rule_after": one.decision.rule,
                "why": one.decision.why,
            }
            for one in found
            if one.moved
        ],
    }
