"""What do we write of a lead in HubSpot's words? Properties and associations.

Sources: HubSpot's developer documentation: "Properties", "Lifecycle stages", "Associations".
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from delivery.calls import Reply
from delivery.hubspot_answers import identity
from delivery.lead import Lead
from qualification.profile.domains import company_domain
from qualification.values import Json

STAGES = (
    "subscriber",
    "lead",
    "marketingqualifiedlead",
    "salesqualifiedlead",
    "opportunity",
    "customer",
    "evangelist",
)
"""The lifecycle, as HubSpot orders it: it refuses to go back."""
LINKS: Mapping[tuple[str, str], int] = {
    ("notes", "contacts"): 202,
    ("tasks", "contacts"): 204,
    ("notes", "companies"): 190,
    ("tasks", "companies"): 192,
    ("companies", "contacts"): 280,
    ("deals", "contacts"): 3,
    ("deals", "companies"): 341,
    ("leads", "contacts"): 578,
}
"""HubSpot's own kinds of association (guide "Associations", association type ids)."""


def links_to(objects: str, links: Mapping[str, str | None]) -> Json:
    return [
        {
            "to": {"id": other},
            "types": [
                {
                    "associationCategory": "HUBSPOT_DEFINED",
                    "associationTypeId": LINKS[objects, kind],
                }
            ],
        }
        for kind, other in links.items()
        if other
    ]


def created(reply: Reply) -> str:
    return identity(reply.object())


def email_of(lead: Lead) -> str:
    return (lead.contact.email or "").strip().lower()


def domain_of(lead: Lead) -> str | None:
    email = email_of(lead)
    return lead.account.domain or (company_domain(email) if email else None)


def is_ahead(stage: str, known: Mapping[str, str]) -> bool:
    """A stage of the company's own making is left alone."""
    there = known.get("lifecyclestage")
    if there is None:
        return True
    if there not in STAGES or stage not in STAGES:
        return False
    return STAGES.index(stage) > STAGES.index(there)


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def amount_of(lead: Lead) -> str | None:
    """The least that they would spend, where a criterion is money."""
    for one in lead.criteria:
        if isinstance(one.value, dict) and "currency" in one.value:
            amount = one.value.get("min") or one.value.get("max")
            if isinstance(amount, int | float):
                return str(amount)
    return None
