"""What does Salesforce get? A lead (or a contact with its account), a note, a task for the owner.

Source: the REST API Developer Guide (external ids, assignment-rule and duplicate-rule headers). Our
key is a custom field of theirs (external id, unique): e-mail addresses repeat, and those that end
like the name of a file are not found in a path. Notes and tasks have no such field, so they are
looked for by their title before they are written again.
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
from delivery.lookups import MANY, is_of
from delivery.notes import mark, note_text, task_title
from delivery.salesforce_answers import fault_of
from delivery.salesforce_api import LONGEST, Asking, Records
from delivery.signing_in import OAuth, SignIn
from delivery.soql import Row, contains, newest, rows, same
from delivery.system import Pace
from qualification.values import Json

UNKNOWN = "Unknown"
"""A lead must have a LastName and a Company."""
PRIVATE = "[private person]"
CLOSES_IN = timedelta(days=90)
"""An opportunity must say when it is expected to close."""
PACE = Pace(per_second=10, at_once=5, burst=10)
NOT_BY_RULE: Mapping[str, str] = {"Sforce-Auto-Assign": "FALSE"}
"""By default their active rule assigns whatever is written, also what has an owner."""


@dataclass(frozen=True, slots=True)
class Salesforce:
    """A system (delivery.system.System)."""

    instance: str
    """The org's My Domain: `https://acme.my.salesforce.com`."""
    client_id: str
    client_secret: str = field(default="", repr=False)
    private_key: str = field(default="", repr=False)
    username: str = ""
    """With a private key: the user that we act as."""
    version: str = "v62.0"
    key_field: str = "Banter_Id__c"
    records: Literal["lead", "contact"] = "lead"
    assign: str = "TRUE"
    """Where we chose no owner: `TRUE` is their active rule; or `FALSE`, or the id of a rule."""
    opportunity_stage: str = ""
    """Set, and with `contact`: who qualified becomes an opportunity."""
    campaign: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Ours -> their custom field: `score`, `tier`, `outcome`, `link`, a criterion's key."""
    name: str = "salesforce"
    pace: Pace = PACE

    @property
    def sign_in(self) -> SignIn:
        """Client credentials, or a signed assertion: neither has a refresh token."""
        return OAuth(
            f"{self.instance}/services/oauth2/token",
            self.client_id,
            client_secret=self.client_secret,
            private_key=self.private_key,
            subject=self.username,
            audience=self.instance,
            address_key="instance_url",
        )

    def address(self, grant: Grant) -> str:
        """Their answer to the sign-in tells where the org lives now."""
        return f"{grant.address or self.instance}/services/data/{self.version}"

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """A duplicate rule of theirs lets it pass and reports it (since v52.0)."""
        return {
            "Authorization": f"Bearer {grant.token}",
            "Sforce-Duplicate-Rule-Header": (
                "allowSave=true; includeRecordDetails=false; runAsCurrentUser=true"
            ),
        }

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """See System."""
        return fault_of(call, reply)

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        theirs = Records(self.key_field, lead.id, record)
        owner, remark = yield from self._owner(lead, theirs)
        account = opportunity = ""
        if self.records == "lead":
            who = yield from self._lead(lead, theirs, owner)
        else:
            account = yield from self._account(lead, theirs, owner)
            who = yield from self._contact(lead, theirs, owner, account)
            if self.opportunity_stage and lead.outcome == "qualified":
                opportunity = yield from self._opportunity(lead, theirs, owner, account, who)
        if self.campaign:
            yield from self._member(theirs, who)
        yield from _note(lead, theirs, opportunity or who)
        yield from _task(lead, theirs, owner, who, opportunity or account)
        return f"{self.records} {who}{remark}"

    def _owner(
        self, lead: Lead, theirs: Records
    ) -> Generator[Call | Kept, Reply, tuple[str | None, str]]:
        """Their id of the owner, by the teams file or by e-mail; and what to remark."""
        if lead.owner is None:
            return None, ""
        known = lead.owner_in(self.name)
        if known is None:
            active = same(Email=lead.owner.email, IsActive=True)
            known = yield from theirs.find("owner", "User", active)
        if known:
            return known, ""
        return None, f"; {lead.owner.email} is no active user there"

    def _lead(self, lead: Lead, theirs: Records, owner: str | None) -> Asking:
        fields: dict[str, Json] = {
            **_person(lead),
            "Company": lead.company or (UNKNOWN if lead.is_business else PRIVATE),
            "LeadSource": lead.source,
            "Description": lead.summary,
            **self._extra(lead),
        }
        there = yield from self._known_person(theirs, "Lead", fields, IsConverted=False)
        if there is not None:
            return (yield from self._adopt(lead, theirs, "Lead", there, fields))
        by_rule = owner is None and theirs.record.remote("person") is None
        headers = {"Sforce-Auto-Assign": self.assign} if by_rule else NOT_BY_RULE
        return (yield from theirs.upsert("person", "Lead", fields, owner, headers))

    def _contact(self, lead: Lead, theirs: Records, owner: str | None, account: str) -> Asking:
        fields: dict[str, Json] = {
            **_person(lead),
            "AccountId": account,
            "LeadSource": lead.source,
            "Description": lead.summary,
            **self._extra(lead),
        }
        there = yield from self._known_person(theirs, "Contact", fields)
        if there is not None:
            return (yield from self._adopt(lead, theirs, "Contact", there, fields))
        return (yield from theirs.upsert("person", "Contact", fields, owner))

    def _known_person(
        self, theirs: Records, kind: str, fields: Mapping[str, Json], **more: bool
    ) -> Generator[Call | Kept, Reply, Row | None]:
        """Somebody with their address, who has no key of ours; once we wrote, the key tells."""
        adopted = theirs.record.remote("adopted")
        if adopted is not None:
            return {"Id": adopted, **fields}
        email, record = fields.get("Email"), theirs.record
        if not isinstance(email, str) or "person" in record.done or "person" in record.unsure:
            return None
        where = same(Email=email, **more, **{self.key_field: None})
        names = ["Id", *(name for name in fields if name not in self.extra.values())]
        asked = newest(kind, where, names)
        example: Json = {"records": []}
        reply = yield Call(
            "existing", "GET", "/query", params=asked, changes=False, example=example
        )
        found = rows(reply.object())
        return found[0] if found else None

    def _adopt(
        self, lead: Lead, theirs: Records, kind: str, there: Row, fields: Mapping[str, Json]
    ) -> Asking:
        """It gets our key and what it lacks; what their people wrote stays, and who has it."""
        remote = str(there.get("Id") or "")
        if theirs.record.is_current("person"):
            return remote
        lacking = {name: value for name, value in fields.items() if not there.get(name)}
        ours = {**lacking, **self._extra(lead)}
        return (yield from theirs.adopt("person", kind, remote, ours, NOT_BY_RULE))

    def _account(
        self, lead: Lead, theirs: Records, owner: str | None
    ) -> Generator[Call | Kept | Shared, Reply, str]:
        """The company's own record if there is one, else a new one; none for a private person."""
        if not lead.is_business or lead.company is None:
            return ""
        known = theirs.record.remote("account")
        if known is not None:
            return known
        key = lead.account.domain or lead.company
        there = made((yield Shared("account", key.casefold())))
        if there:
            yield Kept("account", there)
            return there
        there = yield from self._existing_account(lead, theirs)
        if there:
            yield Kept("account", there)
            return there
        fields: dict[str, Json] = {"Name": lead.company, "Website": lead.account.domain}
        return (yield from theirs.upsert("account", "Account", fields, owner))

    def _existing_account(self, lead: Lead, theirs: Records) -> Asking:
        """By its name, else by its website."""
        there = yield from theirs.find("existing_account", "Account", same(Name=lead.company))
        domain = lead.account.domain
        if there or not domain:
            return there
        asked = newest("Account", contains("Website", domain), ("Id", "Website"), MANY)
        example: Json = {"records": []}
        reply = yield Call(
            "existing_account", "GET", "/query", params=asked, changes=False, example=example
        )
        same_site = (one for one in rows(reply.object()) if is_of(domain, one.get("Website")))
        return str(next(same_site, {}).get("Id") or "")

    def _opportunity(
        self, lead: Lead, theirs: Records, owner: str | None, account: str, contact: str
    ) -> Asking:
        """Once: its stage, its date and its amount are the salesperson's from then on."""
        known = theirs.record.remote("opportunity")
        if known is None:
            fields: dict[str, Json] = {
                "Name": f"{lead.company or lead.contact.shown}: {lead.script}"[:120],
                "StageName": self.opportunity_stage,
                "CloseDate": (lead.created_at + CLOSES_IN).date().isoformat(),
                "AccountId": account,
                "LeadSource": lead.source,
                "Description": lead.summary,
            }
            known = yield from theirs.upsert("opportunity", "Opportunity", fields, owner)
        ends = {"OpportunityId": known, "ContactId": contact}
        role: dict[str, Json] = {**ends, "IsPrimary": True}
        yield from theirs.create("role", "OpportunityContactRole", role, same(**ends))
        return known

    def _member(self, theirs: Records, who: str) -> Asking:
        person = "LeadId" if self.records == "lead" else "ContactId"
        ends = {"CampaignId": self.campaign, person: who}
        return (yield from theirs.create("member", "CampaignMember", {**ends}, same(**ends)))

    def _extra(self, lead: Lead) -> dict[str, Json]:
        known = facts(lead)
        return {theirs: known.get(ours) for ours, theirs in self.extra.items()}


def _person(lead: Lead) -> dict[str, Json]:
    contact = lead.contact
    return {
        "FirstName": contact.first_name if contact.last_name else None,
        "LastName": contact.last_name or contact.first_name or contact.email or UNKNOWN,
        "Email": contact.email,
        "Phone": contact.phone,
        "Title": contact.job_title,
    }


def _note(lead: Lead, theirs: Records, about: str) -> Asking:
    """One, which each revision rewrites."""
    fields: dict[str, Json] = {"Title": mark(lead), "Body": note_text(lead, LONGEST["Body"])}
    if theirs.record.remote("note") is not None:
        return (yield from theirs.change("note", "Note", fields))
    where = same(ParentId=about, Title=mark(lead))
    return (yield from theirs.create("note", "Note", {**fields, "ParentId": about}, where))


def _task(lead: Lead, theirs: Records, owner: str | None, who: str, about: str) -> Asking:
    """One for the owner; what comes later is in the note."""
    subject = f"{task_title(lead)[:200]} ({mark(lead)})"
    fields: dict[str, Json] = {
        "WhoId": who,
        "WhatId": about,
        "OwnerId": owner,
        "Subject": subject,
        "Description": f"{lead.next_step}\n{lead.links.lead}",
        "ActivityDate": lead.created_at.date().isoformat(),
        "Priority": "High" if lead.tier == "hot" else "Normal",
        "Status": "Not Started",
    }
    return (yield from theirs.create("task", "Task", fields, same(WhoId=who, Subject=subject)))
