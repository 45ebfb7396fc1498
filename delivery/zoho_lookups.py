"""Whom does Zoho CRM know already? Who has a person or their company, and what it says of them.

Source: Zoho CRM developer documentation, API v8: "Search records" (by `email`, `phone`, `word`),
"Get related records". A website is written in many ways, so its host is compared here.
"""

from collections.abc import Generator, Mapping, Sequence
from typing import Literal
from urllib.parse import quote

from agent.enrichment import Subject
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.lookups import DEALS, MANY, is_of
from delivery.zoho import Zoho
from delivery.zoho_answers import rows
from delivery.zoho_news import LOST, WON
from qualification.profile.domains import company_domain
from qualification.values import ContactKind, Json

Row = Mapping[str, Json]
Why = Literal["contact", "account", "opportunity"]

CLOSED = frozenset({WON, *LOST})

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
                owner = self._owner(found, "contact") if found is not None else None
                if owner is not None:
                    return owner
        domain = company_domain(contact.get("email", ""))
        if domain is None:
            return None
        accounts = yield from _found("Accounts", {"word": domain}, "id,Website,Owner", MANY)
        account = next((one for one in accounts if is_of(domain, one.get("Website"))), None)
        if account is None:
            return None
        deal = yield from _open_deal(str(account.get("id") or ""))
        owner = self._owner(deal, "opportunity") if deal is not None else None
        return owner or self._owner(account, "account")

    def _owner(self, row: Row, why: Why) -> ExistingOwner | None:
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


def _open_deal(account: str) -> Generator[Call, Reply, Row | None]:
    """The deal of a company that was changed last and is not closed."""
    asked = {"fields": "Owner,Stage,Modified_Time", "per_page": str(DEALS)}
    asked |= {"sort_by": "Modified_Time", "sort_order": "desc"}
    url = f"/Accounts/{quote(account, safe='')}/Deals"
    reply = yield Call(
        "find_Deals", "GET", url, params=asked, changes=False, also=frozenset({403, 404})
    )
    deals = rows(reply) if reply.ok else []
    return next((one for one in deals if one.get("Stage") not in CLOSED), None)


def _first(
    module: str, asked: Mapping[str, str], fields: str
) -> Generator[Call, Reply, Row | None]:
    found = yield from _found(module, asked, fields, 1)
    return found[0] if found else None


def _found(
    module: str, asked: Mapping[str, str], fields: str, most: int
) -> Generator[Call, Reply, Sequence[Row]]:
    params = {**asked, "fields": fields, "per_page": str(most)}
    reply = yield Call(f"find_{module}", "GET", f"/{module}/search", params=params, changes=False)
    return rows(reply)
