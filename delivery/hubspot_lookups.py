"""Whom does HubSpot know already? Who has a person or their company, and what it says of them."""

from collections.abc import Generator, Mapping
from typing import Literal

from agent.enrichment import Subject
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.hubspot import HubSpot
from delivery.hubspot_answers import identity, properties, results
from delivery.hubspot_api import READ
from qualification.profile.domains import company_domain
from qualification.values import ContactKind, Json

OURS: Mapping[str, str] = {
    "firstname": "first_name",
    "lastname": "last_name",
    "company": "company",
    "jobtitle": "job_title",
}
"""Their properties as fields of a profile."""
OWNED = "hubspot_owner_id"


class HubSpotPeople:
    """delivery.lookups.People."""

    def __init__(self, system: HubSpot) -> None:
        self._system = system

    def owner_of(
        self, contact: Mapping[ContactKind, str]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        """See People."""
        person = yield from find_person(self._system, contact.get("email"), contact.get("phone"))
        owner = properties(person).get(OWNED) if person is not None else None
        if owner is not None:
            return (yield from self._named(owner, "contact"))
        domain = company_domain(contact.get("email", ""))
        if domain is None:
            return None
        api = self._system.api
        companies = results((yield api.search("companies", {"domain": domain}, [OWNED])))
        for one in companies:
            owner = yield from self._of_deal(identity(one))
            if owner is not None:
                return (yield from self._named(owner, "opportunity"))
        owned = [found for one in companies if (found := properties(one).get(OWNED))]
        return (yield from self._named(owned[0], "account")) if owned else None

    def _of_deal(self, company: str) -> Generator[Call, Reply, str | None]:
        """Who has the open deal of a company that was changed last; who may not read deals is not
        told.
        """
        with_it: Json = {"propertyName": "associations.company", "operator": "EQ", "value": company}
        is_open: Json = {"propertyName": "hs_is_closed", "operator": "EQ", "value": "false"}
        body: Json = {
            "filterGroups": [{"filters": [with_it, is_open]}],
            "sorts": [{"propertyName": "hs_lastmodifieddate", "direction": "DESCENDING"}],
            "properties": [OWNED],
            "limit": 1,
        }
        reply = yield Call(
            "find deals",
            "POST",
            self._system.api.path("deals", "/search"),
            body=body,
            changes=False,
            also=frozenset({403}),
        )
        deals = results(reply) if reply.ok else []
        return properties(deals[0]).get(OWNED) if deals else None

    def _named(
        self, owner: str, why: Literal["contact", "account", "opportunity"]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        reply = yield self._system.api.owner_by_id(owner)
        email = reply.object().get("email") if reply.ok else None
        return ExistingOwner(
            system=self._system.name,
            id=owner,
            email=email if isinstance(email, str) else None,
            why=why,
        )

    def known_of(self, subject: Subject) -> Generator[Call, Reply, Mapping[str, Json]]:
        """See People."""
        person = yield from find_person(self._system, subject.email, None)
        known = properties(person) if person is not None else {}
        return {ours: known[theirs] for theirs, ours in OURS.items() if theirs in known}


def find_person(
    system: HubSpot, email: str | None, phone: str | None
) -> Generator[Call, Reply, dict[str, Json] | None]:
    """A contact by e-mail, or by number where there is no e-mail."""
    if email:
        found = results((yield system.api.contact("email", email.lower())))
        if found:
            return found[0]
    if phone:
        what = {"phone": phone, "mobilephone": phone}
        found = results((yield system.api.search("contacts", what, READ)))
        if found:
            return found[0]
    return None
