"""Whom does SugarCRM know already? Who has a person or their company, and what it says of them.

Source: Sugar Developer Guide, REST API v11, "/<module>/filter POST" (`$or`, `$contains`, `$in`,
`order_by`), "/<module>/:record/link/:link_name GET". A website is written in many ways, so its host
is compared here.
"""

from collections.abc import Generator, Mapping, Sequence
from typing import Literal
from urllib.parse import quote

from agent.enrichment import Subject
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.lookups import DEALS, MANY, is_of
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_person import OPEN, PHONES
from delivery.sugarcrm_records import by_email
from qualification.profile.domains import company_domain
from qualification.values import ContactKind, Json

Row = Mapping[str, Json]
Terms = Sequence[Json]

OWNER = "assigned_user_id"
MODULES = ("Contacts", "Leads")
KNOWN: Mapping[str, str] = {
    "first_name": "first_name",
    "last_name": "last_name",
    "title": "job_title",
    "account_name": "company",
}
"""Their fields as fields of a profile."""
CLOSED = frozenset({"Closed Won", "Closed Lost"})


class SugarCrmPeople:
    """delivery.lookups.People."""

    def __init__(self, system: SugarCrm) -> None:
        self._system = system

    def owner_of(
        self, contact: Mapping[ContactKind, str]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        """See People."""
        email, phone = contact.get("email"), contact.get("phone")
        asked = [*([_equal(by_email(email))] if email else []), *([_phone(phone)] if phone else [])]
        for terms in asked:
            for module in MODULES:
                found = yield from _newest(module, terms, OWNER)
                owner = (yield from self._owner(found, "contact")) if found is not None else None
                if owner is not None:
                    return owner
        domain = company_domain(email or "")
        if domain is None:
            return None
        at: Json = {"website": {"$contains": domain}}
        accounts = yield from _rows("Accounts", [at], f"website,{OWNER}", MANY)
        account = next((one for one in accounts if is_of(domain, one.get("website"))), None)
        if account is None:
            return None
        deal = yield from _open_deal(str(account.get("id") or ""))
        owner = (yield from self._owner(deal, "opportunity")) if deal is not None else None
        return owner or (yield from self._owner(account, "account"))

    def _owner(
        self, row: Row, why: Literal["contact", "account", "opportunity"]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        owner = row.get(OWNER)
        if not isinstance(owner, str) or not owner:
            return None
        addresses = yield from addresses_of([owner])
        return ExistingOwner(self._system.name, owner, addresses.get(owner), why)

    def known_of(self, subject: Subject) -> Generator[Call, Reply, Mapping[str, Json]]:
        """See People."""
        if not subject.email:
            return {}
        for module in MODULES:
            found = yield from _newest(module, _equal(by_email(subject.email)), ",".join(KNOWN))
            if found is not None:
                return {ours: found[theirs] for theirs, ours in KNOWN.items() if found.get(theirs)}
        return {}


def addresses_of(owners: Sequence[str]) -> Generator[Call, Reply, Mapping[str, str]]:
    """The e-mail address of each of these users who has one: the primary one, else the first."""
    found = dict[str, str]()
    terms: Json = {"id": {"$in": [*owners]}}
    for row in (yield from _rows("Users", [terms], "id,email", len(owners))):
        mails = row.get("email")
        known = [one for one in mails if isinstance(one, dict)] if isinstance(mails, list) else []
        known.sort(key=lambda one: not one.get("primary_address"))
        if known:
            found[str(row.get("id") or "")] = str(known[0].get("email_address") or "")
    return found


def _open_deal(account: str) -> Generator[Call, Reply, Row | None]:
    """The opportunity of a company that was changed last and is not closed."""
    url = f"/Accounts/{quote(account, safe='')}/link/opportunities"
    asked = {"fields": f"sales_stage,{OWNER}", "order_by": "date_modified:desc"}
    reply = yield Call(
        "find_opportunities",
        "GET",
        url,
        params={**asked, "max_num": str(DEALS)},
        changes=False,
        also=frozenset({403, 404}),
    )
    deals = records_of(reply) if reply.ok else []
    return next((one for one in deals if one.get("sales_stage") not in CLOSED), None)


def records_of(reply: Reply) -> list[dict[str, Json]]:
    """What a list holds."""
    found = reply.object().get("records")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _equal(fields: Mapping[str, Json]) -> Terms:
    return [{name: {"$equals": value}} for name, value in fields.items()]


def _phone(number: str) -> Terms:
    return [{"$or": [{name: {"$equals": number}} for name in PHONES]}]


def _newest(module: str, terms: Terms, fields: str) -> Generator[Call, Reply, Row | None]:
    open_ones = OPEN if module == "Leads" else ()
    found = yield from _rows(module, [*terms, *open_ones], fields, 1)
    return found[0] if found else None


def _rows(
    module: str, terms: Terms, fields: str, at_most: int
) -> Generator[Call, Reply, Sequence[Row]]:
    """The records that all of this is true of, the one that was changed last first."""
    body: Json = {
        "filter": [*terms],
        "fields": fields,
        "order_by": "date_modified:desc",
        "max_num": at_most,
    }
    step = f"find_{module.lower()}"
    reply = yield Call(step, "POST", f"/{module}/filter", body=body, changes=False)
    return records_of(reply)
