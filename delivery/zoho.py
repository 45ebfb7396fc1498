"""What does Zoho CRM get? A lead (or a contact with its account), a note, a task for the owner.

Source: Zoho CRM developer documentation, API v8. Our key is a unique field of theirs: an upsert by
it is repeated without harm. A search lags behind what was written: who was written a moment ago is
on our record, and our own notes and tasks are looked for in the lists of their record.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from agent.grants import Grant
from agent.ledger import Record
from delivery.calls import Call, Fault, Kept, Reply, Shared, Steps, made
from delivery.facts import facts
from delivery.identities import given
from delivery.lead import Lead
from delivery.signing_in import OAuth, SignIn
from delivery.system import Pace
from delivery.zoho_answers import fault_of, has_more, identity, rows, taken
from delivery.zoho_person import Finding, Person
from delivery.zoho_records import (
    MADE,
    UNKNOWN,
    Asking,
    Fields,
    equals,
    fit,
    named,
    note,
    task,
)
from qualification.values import Json

Region = Literal["com", "eu", "in", "com.au", "jp", "ca", "sa", "com.cn"]
PRIVATE = "[private person]"
PAGES = 25
"""So many pages of users, 200 on each, are looked through."""
WORD: Mapping[str, str] = {"Leads": "lead", "Contacts": "contact"}
CLOSES_IN = timedelta(days=90)
PACE = Pace(per_second=5, at_once=3, burst=5)
"""Plans allow from 5 (free) to 25 calls at once, for all that uses the account."""


@dataclass(frozen=True, slots=True)
class Zoho:
    """A system (delivery.system.System)."""

    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    region: Region = "com"
    accounts: str = ""
    """Where tokens are made; by the region where it is empty."""
    key_field: str = "Banter_Id"
    records: Literal["lead", "contact"] = "lead"
    assignment_rule: str = ""
    """The id of a rule (`lar_id`) for whom we placed with nobody."""
    lead_source: str = ""
    deal_stage: str = ""
    """Set, and with `contact`: who qualified becomes a deal."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Ours -> their field: `score`, `tier`, `outcome`, `link`, a criterion's key."""
    name: str = "zoho"
    pace: Pace = PACE

    @property
    def sign_in(self) -> SignIn:
        """A refresh token, made once in their API console; it stays the same."""
        accounts = self.accounts or f"https://accounts.zoho.{self.region}"
        return OAuth(
            f"{accounts}/oauth/v2/token",
            self.client_id,
            self.client_secret,
            refresh_token=self.refresh_token,
            address_key="api_domain",
        )

    def address(self, grant: Grant) -> str:
        """Each region has its own; the answer to the sign-in tells it."""
        return f"{grant.address or f'https://www.zohoapis.{self.region}'}/crm/v8"

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """Their own scheme."""
        return {"Authorization": f"Zoho-oauthtoken {grant.token}"}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """See System."""
        return fault_of(call, reply)

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        owner, remark = yield from self._owner(lead)
        account = deal = ""
        if self.records == "contact":
            account = yield from self._account(lead, record, owner)
        who = yield from self._person(lead, record, owner, account)
        if self.records == "contact" and self.deal_stage and lead.outcome == "qualified":
            deal = yield from self._deal(lead, record, owner, account, who.id)
        about, of = ("Deals", deal) if deal else (who.module, who.id)
        yield from note(lead, record, about, of, who)
        yield from task(lead, record, owner, about, of, who)
        return f"{WORD[who.module]} {who.id}{remark}"

    def _owner(self, lead: Lead) -> Generator[Call | Kept, Reply, tuple[str, str]]:
        """Their id of the owner, by the teams file or by e-mail; and what to remark."""
        if lead.owner is None:
            return "", ""
        known = lead.owner_in(self.name)
        if known:
            return known, ""
        email = lead.owner.email.casefold()
        for page in range(1, PAGES + 1):
            asked = {"type": "ActiveUsers", "page": str(page), "per_page": "200"}
            reply = yield Call(
                "owner", "GET", "/users", params=asked, changes=False, example={"users": []}
            )
            users = reply.object().get("users")
            for user in users if isinstance(users, list) else []:
                if isinstance(user, dict) and str(user.get("email") or "").casefold() == email:
                    return str(user.get("id") or ""), ""
            if not has_more(reply):
                break
        return "", f"; {lead.owner.email} is no active user there"

    def _lead(self, lead: Lead) -> Fields:
        return {
            **named(lead),
            "Designation": lead.contact.job_title,
            "Company": lead.company or (UNKNOWN if lead.is_business else PRIVATE),
            "Lead_Source": self.lead_source,
        }

    def _contact(self, lead: Lead, account: str) -> Fields:
        return {
            **named(lead),
            "Title": lead.contact.job_title,
            "Account_Name": {"id": account} if account else None,
            "Lead_Source": self.lead_source,
        }

    def _person(self, lead: Lead, record: Record, owner: str, account: str) -> Finding:
        if self.records == "lead":
            module, fields = "Leads", self._lead(lead)
        else:
            module, fields = "Contacts", self._contact(lead, account)
        person = Person(
            lead=lead,
            record=record,
            module=module,
            key_field=self.key_field,
            fields=fields,
            extra=self._extra(lead),
            owner=owner,
            rule=self.assignment_rule,
            secret=self.client_secret,
        )
        return (yield from person.write())

    def _account(
        self, lead: Lead, record: Record, owner: str
    ) -> Generator[Call | Kept | Shared, Reply, str]:
        """The company, by its name; none for a private person. One that is there stays as it is."""
        if not lead.is_business or lead.company is None:
            return ""
        known = record.remote("account")
        if known is not None:
            return known
        known = made((yield Shared("account", lead.company.casefold())))
        if not known and "account" not in record.unsure:
            asked = {"criteria": equals("Account_Name", lead.company), "fields": "id"}
            call = Call("existing_account", "GET", "/Accounts/search", params=asked, changes=False)
            found = (str(one["id"]) for one in rows((yield call)) if one.get("id"))
            known = next(found, "")
        if known:
            yield Kept("account", known)
            return known
        fields: Fields = {"Account_Name": lead.company, "Website": lead.account.domain}
        row = fit({**fields, "Owner": {"id": owner} if owner else None})
        body: Json = {"data": [row], "duplicate_check_fields": ["Account_Name"]}
        reply = yield Call("account", "POST", "/Accounts/upsert", body=body, example=MADE)
        remote = given("account", identity(reply))
        yield Kept("account", remote)
        return remote

    def _deal(self, lead: Lead, record: Record, owner: str, account: str, who: str) -> Asking:
        """Once: its stage, its date and its amount are the salesperson's from then on."""
        known = record.remote("deal")
        if known is not None:
            return known
        fields: Fields = {
            "Deal_Name": f"{lead.company or lead.contact.shown}: {lead.script}",
            "Stage": self.deal_stage,
            "Closing_Date": (lead.created_at + CLOSES_IN).date().isoformat(),
            "Account_Name": {"id": account} if account else None,
            "Contact_Name": {"id": who},
            "Description": lead.summary,
        }
        if owner:
            fields["Owner"] = {"id": owner}
        row = fit({**fields, self.key_field: lead.id})
        body: Fields = {"data": [row], "duplicate_check_fields": [self.key_field]}
        reply = yield Call("deal", "POST", "/Deals/upsert", body=body, example=MADE)
        remote = given("deal", taken(reply) or identity(reply))
        yield Kept("deal", remote)
        return remote

    def _extra(self, lead: Lead) -> Fields:
        known = facts(lead)
        return {theirs: known.get(ours) for ours, theirs in self.extra.items()}
