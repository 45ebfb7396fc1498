"""Whom does Salesforce know already? Who has a person or their company, and what it says of them.

Its one query language serves all of it (SOQL and SOSL Reference).
"""

from collections.abc import Generator, Mapping
from typing import Literal

from agent.enrichment import Subject
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.lookups import MANY, is_of
from delivery.salesforce import Salesforce
from delivery.soql import Row, contains, newest, rows, same
from qualification.profile.domains import company_domain
from qualification.values import ContactKind, Json

Why = Literal["contact", "account", "opportunity"]
Asking = Generator[Call, Reply, ExistingOwner | None]

OWNED = ("OwnerId", "Owner.Email")
KNOWN: Mapping[str, Mapping[str, str]] = {
    "Contact": {"FirstName": "first_name", "LastName": "last_name", "Title": "job_title"},
    "Lead": {
        "FirstName": "first_name",
        "LastName": "last_name",
        "Title": "job_title",
        "Company": "company",
    },
}
"""Their fields as fields of a profile."""


class SalesforcePeople:
    """delivery.lookups.People."""

    def __init__(self, system: Salesforce) -> None:
        self._system = system

    def owner_of(self, contact: Mapping[ContactKind, str]) -> Asking:
        """See People."""
        email, phone = contact.get("email"), contact.get("phone")
        for name, value in (("Email", email), ("Phone", phone)):
            if not value:
                continue
            for kind in ("Contact", "Lead"):
                more = {"IsConverted": False} if kind == "Lead" else {}
                found = yield from _first(kind, same(**{name: value}, **more), OWNED)
                owner = self._owner(found, "contact") if found is not None else None
                if owner is not None:
                    return owner
        domain = company_domain(email or "")
        if domain is None:
            return None
        where = contains("Website", domain)
        accounts = yield from _newest("Account", where, ("Id", "Website", *OWNED), MANY)
        account = next((one for one in accounts if is_of(domain, one.get("Website"))), None)
        if account is None:
            return None
        of_it = same(AccountId=str(account.get("Id")), IsClosed=False)
        deal = yield from _first("Opportunity", of_it, OWNED)
        owner = self._owner(deal, "opportunity") if deal is not None else None
        return owner or self._owner(account, "account")

    def _owner(self, row: Row, why: Why) -> ExistingOwner | None:
        """None for what a queue has: it has no address."""
        owner, identity = row.get("Owner"), row.get("OwnerId")
        email = owner.get("Email") if isinstance(owner, dict) else None
        if not isinstance(identity, str) or not identity.startswith("005"):
            return None
        known = email if isinstance(email, str) else None
        return ExistingOwner(self._system.name, identity, known, why)

    def known_of(self, subject: Subject) -> Generator[Call, Reply, Mapping[str, Json]]:
        """See People."""
        if not subject.email:
            return {}
        for kind, fields in KNOWN.items():
            found = yield from _first(kind, same(Email=subject.email), tuple(fields))
            if found is not None:
                return {ours: found[theirs] for theirs, ours in fields.items() if found.get(theirs)}
        return {}


def _first(kind: str, where: str, fields: tuple[str, ...]) -> Generator[Call, Reply, Row | None]:
    """The one that was changed last."""
    found = yield from _newest(kind, where, fields, 1)
    return found[0] if found else None


def _newest(
    kind: str, where: str, fields: tuple[str, ...], most: int
) -> Generator[Call, Reply, list[Row]]:
    asked = newest(kind, where, fields, most)
    return rows(
        (yield Call(f"find_{kind.lower()}", "GET", "/query", params=asked, changes=False)).object()
    )
