"""A plan and leads for the tests of routing, in few words."""

from datetime import UTC, datetime
from typing import Any

from qualification.routing.plan import TeamPlan
from qualification.routing.planfile import parse_teams
from qualification.routing.wishes import LeadFacts

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten in the morning in Madrid, four in New York."""
PEOPLE = """\
timezone: Europe/Madrid
people:
  - {id: ana, name: Ana, email: ana@acme.example, weight: 2, languages: [es, en], skills: [big]}
  - {id: luis, name: Luis, email: luis@acme.example, languages: [es]}
  - {id: grace, name: Grace, email: grace@acme.example, languages: [en], timezone: America/New_York}
  - {id: marta, name: Marta, email: marta@acme.example}
teams:
  - {id: sales, name: {en: Sales}, people: [ana, luis, grace], escalate_to: marta}
queues:
  - {id: general, name: {en: Queue}, people: [marta], escalate_to: marta}
  - {id: support, name: {en: Support}, email: help@acme.example, accept: off}
fallback: {queue: general}
"""
EVERYTHING = "rules:\n  - {name: everything, to: {team: sales}}\n"


def plan(rules: str = EVERYTHING, people: str = PEOPLE) -> TeamPlan:
    """The plan with these rules."""
    return parse_teams(people + rules)


def lead(**more: Any) -> LeadFacts:
    """A hot lead in Spanish."""
    facts: dict[str, Any] = {
        "script": "crm-suite",
        "language": "es",
        "channel": "chat",
        "why": "qualified",
        "tier": "hot",
        "score": 80,
        **more,
    }
    return LeadFacts(**facts)
