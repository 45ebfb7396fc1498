"""What does SugarCRM get? A lead (or a contact with its account), a note, a task for the owner.

Source: Sugar Developer Guide, REST API v11 (filter, sync_key, oauth2/token). A filter reads what
was just written, so whatever may be there is looked for by our key, or by its name below its
record, before it is made. Sugar's cloud blocks addresses that ask too fast: we ask slowly.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from agent.grants import Grant
from agent.ledger import Record
from delivery.calls import Call, Fault, Kept, Reply, Shared, Steps, made
from delivery.facts import facts
from delivery.lead import Lead
from delivery.notes import mark
from delivery.signing_in import SignIn
from delivery.sugarcrm_access import Password, fault_of
from delivery.sugarcrm_person import UNKNOWN, Finding, Person
from delivery.sugarcrm_records import Asking, Fields, by_email, find, note, once, task
from delivery.system import Pace
from qualification.values import Json

SYNC_KEY = "sync_key"
WORD: Mapping[str, str] = {"Leads": "lead", "Contacts": "contact"}
CLOSES_IN = timedelta(days=90)
PACE = Pace(per_second=5, at_once=2)
"""The cloud's policy is twenty a second, answered by blocking the address."""


@dataclass(frozen=True, slots=True)
class SugarCrm:
    """A system (delivery.system.System)."""

    url: str
    """`https://acme.sugarondemand.com`."""
    username: str
    password: str = field(repr=False)
    platform: str = "banter"
    """Registered by their admin: under a name that people use we would throw them out."""
    client_id: str = "sugar"
    client_secret: str = field(default="", repr=False)
    version: str = "v11_24"
    key: str = SYNC_KEY
    """`sync_key` (needs an administrator's rights), or a text field of theirs such as
    `banter_id_c`."""
    records: Literal["lead", "contact"] = "lead"
    sales_stage: str = ""
    """Set, and with `contact`: who qualified becomes an opportunity at this stage."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Ours -> their field: `score`, `tier`, `outcome`, `link`, a criterion's key."""
    name: str = "sugarcrm"
    pace: Pace = PACE

    @property
    def sign_in(self) -> SignIn:
        """With a user's password; the token is shared by all processes."""
        return Password(
            f"{self.url}/rest/{self.version}/oauth2/token",
            self.username,
            self.password,
            self.client_id,
            self.client_secret,
            self.platform,
        )

    def address(self, grant: Grant) -> str:
        """See System."""
        del grant
        return f"{self.url}/rest/{self.version}"

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """Their own header."""
        return {"OAuth-Token": grant.token}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """See System."""
        return fault_of(call, reply)

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        owner, remark = yield from self._owner(lead)
        account = ""
        if self.records == "contact":
            account = yield from self._account(lead, record, owner)
        who = yield from self._person(lead, record, owner, account)
        about, of = who.module, who.id
        if account and self.sales_stage and lead.outcome == "qualified":
            about, of = "Opportunities", (yield from self._deal(lead, record, owner, account))
        yield from note(lead, record, about, of, who)
        yield from task(lead, record, owner, about, of, who)
        return f"{WORD[who.module]} {who.id}{remark}"

    def _owner(self, lead: Lead) -> Generator[Call | Kept, Reply, tuple[str, str]]:
        """Their id of the owner, by the teams file or by e-mail; and what to remark."""
        if lead.owner is None:
            return "", ""
        known = lead.owner_in(self.name)
        if not known:
            active: Fields = {"status": "Active", **by_email(lead.owner.email)}
            known = yield from find("owner", "Users", active)
        return known, "" if known else f"; {lead.owner.email} is no active user there"

    def _person(self, lead: Lead, record: Record, owner: str, account: str) -> Finding:
        module = "Leads" if self.records == "lead" else "Contacts"
        person = Person(
            lead=lead,
            record=record,
            module=module,
            key="" if self.key == SYNC_KEY else self.key,
            fields={**_named(lead, module), "account_id": account},
            extra=self._extra(lead),
            owner=owner,
            secret=self.password,
        )
        return (yield from person.write())

    def _account(
        self, lead: Lead, record: Record, owner: str
    ) -> Generator[Call | Kept | Shared, Reply, str]:
        """The company, by its name; none for a private person."""
        if not lead.is_business or lead.company is None:
            return ""
        fields: Fields = {
            "name": lead.company,
            "website": lead.account.domain,
            "assigned_user_id": owner,
        }
        if record.remote("account") is None:
            there = made((yield Shared("account", lead.company.casefold())))
            if there:
                yield Kept("account", there)
                return there
        return (yield from once("account", "Accounts", fields, record, {"name": lead.company}))

    def _deal(self, lead: Lead, record: Record, owner: str, account: str) -> Asking:
        """Once: its stage, its date and its amount are the salesperson's from then on."""
        name = f"{lead.company}: {lead.script} ({mark(lead)})"
        fields: Fields = {
            "name": name,
            "account_id": account,
            "sales_stage": self.sales_stage,
            "date_closed": (lead.created_at + CLOSES_IN).date().isoformat(),
            "assigned_user_id": owner,
        }
        return (yield from once("deal", "Opportunities", fields, record, {"name": name}))

    def _extra(self, lead: Lead) -> Fields:
        known = facts(lead)
        return {theirs: known.get(ours) for ours, theirs in self.extra.items()}


def _named(lead: Lead, module: str) -> Fields:
    contact = lead.contact
    mail: Json = [{"email_address": contact.email, "primary_address": True}]
    return {
        "first_name": contact.first_name if contact.last_name else None,
        "last_name": contact.last_name or contact.first_name or contact.email or UNKNOWN,
        "title": contact.job_title,
        "phone_work": contact.phone,
        "email": mail if contact.email else None,
        "account_name": lead.company if module == "Leads" else None,
        "description": lead.summary,
    }
