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
from delivery.identities import is_lost, is_passed_on, whose_task
from delivery.lead import Lead
from delivery.lookups import MANY, is_of
from delivery.notes import mark, note_text, task_mark, task_title
from delivery.salesforce_answers import fault_of
from delivery.salesforce_api import LONGEST, Asking, Records
from delivery.salesforce_person import UNKNOWN, Finding, Found, Kind, Person, known_of
from delivery.signing_in import OAuth, SignIn
from delivery.soql import contains, newest, rows, same
from delivery.system import Pace
from qualification.values import Json

PRIVATE = "[private person]"
QUEUE = "00G"
"""The ids of queues begin so: they may have leads and tasks, and nothing else of what we write."""
CLOSES_IN = timedelta(days=90)
"""An opportunity must say when it is expected to close."""
PACE = Pace(per_second=10, at_once=5, burst=10)


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
        someone = None if owner is not None and owner.startswith(QUEUE) else owner
        account = opportunity = ""
        if self.records == "lead":
            who = yield from self._person(lead, theirs, owner, "")
        else:
            account = yield from self._account(lead, theirs, someone)
            who = yield from self._person(lead, theirs, someone, account)
            if self.opportunity_stage and lead.outcome == "qualified":
                opportunity = yield from self._opportunity(lead, theirs, someone, account, who.id)
        if self.campaign:
            yield from self._member(theirs, who)
        yield from _note(lead, theirs, opportunity or who.id, who.id)
        yield from _task(lead, theirs, owner, who.id, opportunity or account)
        return f"{who.kind.lower()} {who.id}{remark}"

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

    def _person(self, lead: Lead, theirs: Records, owner: str | None, account: str) -> Finding:
        kind: Kind = "Lead" if self.records == "lead" else "Contact"
        fields = known_of(lead)
        if kind == "Lead":
            fields["Company"] = lead.company or (UNKNOWN if lead.is_business else PRIVATE)
        else:
            fields["AccountId"] = account
        fields |= {"LeadSource": lead.source, "Description": lead.summary}
        person = Person(
            lead=lead,
            theirs=theirs,
            kind=kind,
            fields=fields,
            extra=self._extra(lead),
            owner=owner,
            assign=self.assign,
            secret=self.client_secret or self.private_key,
        )
        return (yield from person.write())

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

    def _member(self, theirs: Records, who: Found) -> Asking:
        ends = {"CampaignId": self.campaign, f"{who.kind}Id": who.id}
        return (yield from theirs.create("member", "CampaignMember", {**ends}, same(**ends)))

    def _extra(self, lead: Lead) -> dict[str, Json]:
        known = facts(lead)
        return {theirs: known.get(ours) for ours, theirs in self.extra.items()}


def _note(lead: Lead, theirs: Records, about: str, who: str) -> Asking:
    """One, which each revision rewrites."""
    fields: dict[str, Json] = {"Title": mark(lead), "Body": note_text(lead, LONGEST["Body"])}
    known = theirs.record.remote("note")
    if known is not None:
        if theirs.record.is_current("note"):
            return known
        is_there = yield from theirs.change("note", "Note", fields)
        if is_there or not is_lost(theirs.record, "note", who):
            yield Kept("note", known)
            return known
    where = same(ParentId=about, Title=mark(lead))
    whole = {**fields, "ParentId": about}
    return (yield from theirs.create("note", "Note", whole, where, anew=known is not None))


def _task(
    lead: Lead, theirs: Records, owner: str | None, who: str, about: str
) -> Generator[Call | Kept, Reply, str]:
    """One for the owner, who may change; what comes later is in the note. A person who had to be
    written anew has lost theirs, and gets it anew.
    """
    record, due = theirs.record, lead.due_on.isoformat()
    known, lost = record.remote("task"), is_lost(record, "task", who)
    if known is not None and not (lost and not (yield from theirs.is_there("Task", known))):
        if is_passed_on(record, owner):
            yield from theirs.change("task", "Task", {"OwnerId": owner, "ActivityDate": due})
            yield Kept("task", known)
        elif not lost and not record.is_current("task"):
            return known
        yield from whose_task(record, who, owner)
        return known
    subject = f"{task_title(lead)[:200]} {task_mark(lead)}"
    fields: dict[str, Json] = {
        "WhoId": who,
        "WhatId": about,
        "OwnerId": owner,
        "Subject": subject,
        "Description": f"{lead.next_step}\n{lead.links.lead}",
        "ActivityDate": due,
        "Priority": "High" if lead.tier == "hot" else "Normal",
        "Status": "Not Started",
    }
    where = f"{same(WhoId=who)} AND {contains('Subject', task_mark(lead))}"
    task = yield from theirs.create("task", "Task", fields, where, anew=known is not None)
    yield from whose_task(record, who, owner)
    return task
