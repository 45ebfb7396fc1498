"""Whom does Zoho CRM know already? Who has a person or their company, and what it says of them."""

from collections.abc import Generator, Mapping
from typing import Literal

from agent.enrichment import Subject
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.zoho import Zoho
from delivery.zoho_answers import rows
from qualification.profile.domains import company_domain
from qualification.values import ContactKind, Json

Row = Mapping[str, Json]

KEYS: tuple[ContactKind, ...] = ("email", "phone")
KNOWN: Mapping[str, Mapping[str, str]] = {
    "Contacts": {"First_Name": "first_name", "Last_Name": "last_name", "Title": "job_title"},
    "Leads": {
        "First_Name": "first_name",
        "Last_Name": "last_name",
        "Designation": "job_title",
        "Company": "company",
    },
}
"""Their fields as fields of a profile."""


class ZohoPeople:
    """delivery.lookups.People."""

    def __init__(self, system: Zoho) -> None:
        self._system = system

    def owner_of(
        self, contact: Mapping[ContactKind, str]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        """See People."""
        known = {by: value for by in KEYS if (value := contact.get(by))}
        for by, value in known.items():
            for module in KNOWN:
                found = yield from _first(module, {by: value}, "Owner")
                if found is not None:
                    return self._owner(found, "contact")
        domain = company_domain(contact.get("email", ""))
        if domain is None:
            return None
        criteria = f"(Website:equals:{domain})or(Website:ends_with:.{domain})"
        found = yield from _first("Accounts", {"criteria": criteria}, "Owner")
        return self._owner(found, "account") if found is not None else None

    def _owner(self, row: Row, why: Literal["contact", "account"]) -> ExistingOwner | None:
        owner = row.get("Owner")
        if not isinstance(owner, dict) or not owner.get("id"):
            return None
        email = owner.get("email")
        known = email if isinstance(email, str) else None
        return ExistingOwner(self._system.name, str(owner["id"]), known, why)

    def known_of(self, subject: Subject) -> Generator[Call, Reply, Mapping[str, Json]]:
        """See People."""
        if not subject.email:
            return {}
        for module, fields in KNOWN.items():
            found = yield from _first(module, {"email": subject.email}, ",".join(fields))
            if found is not None:
                return {ours: found[theirs] for theirs, ours in fields.items() if found.get(theirs)}
        return {}


def _first(
    module: str, asked: Mapping[str, str], fields: str
) -> Generator[Call, Reply, Row | None]:
    params = {**asked, "fields": fields, "per_page": "1"}
    reply = yield Call(f"find_{module}", "GET", f"/{module}/search", params=params, changes=False)
    found = rows(reply)
    return found[0] if found else None
