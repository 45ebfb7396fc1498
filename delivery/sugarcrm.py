"""What does SugarCRM get? A lead (or a contact with its account), a note, a task for the owner.

Source: Sugar Developer Guide, REST API v11 (filter, sync_key, oauth2/token). A filter reads what
was just written, so whatever may be there is looked for by our key, or by its name below its
record, before it is made. Sugar's cloud blocks addresses that ask too fast: we ask slowly.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal, TypeAlias
from urllib.parse import quote

from agent.grants import Grant
from agent.ledger import Record
from delivery.calls import Call, Fault, Kept, Reply, Shared, Steps, made
from delivery.facts import facts
from delivery.lead import Lead
from delivery.notes import mark, note_text, task_title
from delivery.signing_in import SignIn
from delivery.sugarcrm_access import Password, fault_of
from delivery.system import Pace
from qualification.values import Json

Asking: TypeAlias = Generator[Call | Kept, Reply, str]
Fields: TypeAlias = dict[str, Json]

SYNC_KEY = "sync_key"
UNKNOWN = "Unknown"
CLOSES_IN = timedelta(days=90)
LONGEST = 255
TEXTS = frozenset({"description"})
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
        if self.records == "lead":
            module, account = "Leads", ""
        else:
            module, account = "Contacts", (yield from self._account(lead, record, owner))
        who = yield from self._person(lead, record, owner, module, account)
        about, of = module, who
        if account and self.sales_stage and lead.outcome == "qualified":
            about, of = "Opportunities", (yield from self._deal(lead, record, owner, account))
        yield from _note(lead, record, about, of)
        yield from _task(lead, record, owner, about, of)
        return f"{self.records} {who}{remark}"

    def _owner(self, lead: Lead) -> Generator[Call | Kept, Reply, tuple[str, str]]:
        """Their id of the owner, by the teams file or by e-mail; and what to remark."""
        if lead.owner is None:
            return "", ""
        known = lead.owner_in(self.name)
        if not known:
            active: Fields = {"status": "Active", **by_email(lead.owner.email)}
            known = yield from _find("owner", "Users", active)
        return known, "" if known else f"; {lead.owner.email} is no active user there"

    def _person(self, lead: Lead, record: Record, owner: str, module: str, account: str) -> Asking:
        if record.is_current("person"):
            return record.remote("person") or ""
        fields = {**_named(lead, module), **self._extra(lead), "account_id": account}
        known = record.remote("person") or ""
        theirs = record.remote("adopted")
        if not known and self.key != SYNC_KEY:
            known = yield from _find("by_key", module, {self.key: lead.id})
        if not known and not theirs and lead.contact.email and "person" not in record.unsure:
            known = theirs = yield from _find("existing", module, by_email(lead.contact.email))
        if theirs:  # it was there before us: what their people keep of it is not ours to change
            ours = self._extra(lead)
            if self.key != SYNC_KEY:  # a sync_key cannot be given to a record that is there
                ours[self.key] = lead.id
            yield Kept("adopted", theirs)
            yield Call("person", "PUT", f"/{module}/{theirs}", body=fit(ours), example=MADE)
            yield Kept("person", theirs)
            return theirs
        return (yield from self._write("person", module, lead, record, fields, known, owner))

    def _write(
        self,
        step: str,
        module: str,
        lead: Lead,
        record: Record,
        fields: Fields,
        known: str,
        owner: str,
    ) -> Asking:
        """By our key. An owner is set when the record is made and when we choose another: whom a
        person of theirs gave it to meanwhile keeps it.
        """
        chosen = f"{step}_owner"
        if owner and record.remote(chosen) != owner:
            fields = {**fields, "assigned_user_id": owner}
        if known:
            method, path = "PUT", f"/{module}/{known}"
        elif self.key == SYNC_KEY:
            method, path = "PATCH", f"/{module}/sync_key/{quote(lead.id, safe='')}"
        else:
            method, path, fields = "POST", f"/{module}", {**fields, self.key: lead.id}
        reply = yield Call(step, method, path, body=fit(fields), example=MADE)
        remote = _id(reply) or known
        yield Kept(step, remote)
        if owner:
            yield Kept(chosen, owner)
        return remote

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
        return (yield from _once("account", "Accounts", fields, record, {"name": lead.company}))

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
        return (yield from _once("deal", "Opportunities", fields, record, {"name": name}))

    def _extra(self, lead: Lead) -> Fields:
        known = facts(lead)
        return {theirs: known.get(ours) for ours, theirs in self.extra.items()}


def by_email(address: str) -> Fields:
    """Whoever has this address: related fields are filtered as `link.field`."""
    return {"email_addresses.email_address": address}


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


def _note(lead: Lead, record: Record, module: str, of: str) -> Asking:
    """One, which each revision rewrites."""
    parent: Fields = {"parent_type": module, "parent_id": of}
    fields: Fields = {"name": mark(lead), "description": note_text(lead), **parent}
    known = record.remote("note")
    if known is not None and not record.is_current("note"):
        path, gone = f"/Notes/{known}", frozenset({404})  # they may have deleted it
        yield Call("note", "PUT", path, body=fit(fields), also=gone, example=MADE)
        yield Kept("note", known)
    same: Fields = {"name": mark(lead), "parent_id": of}
    return (yield from _once("note", "Notes", fields, record, same))


def _task(lead: Lead, record: Record, owner: str, module: str, of: str) -> Asking:
    """One for the owner; what comes later is in the note."""
    name = f"{task_title(lead)[:180]} ({mark(lead)})"
    fields: Fields = {
        "name": name,
        "description": f"{lead.next_step}\n{lead.links.lead}",
        "parent_type": module,
        "parent_id": of,
        "date_due": lead.created_at.isoformat(),
        "priority": "High" if lead.tier == "hot" else "Medium",
        "status": "Not Started",
        "assigned_user_id": owner,
    }
    return (yield from _once("task", "Tasks", fields, record, {"name": name, "parent_id": of}))


def _once(step: str, module: str, fields: Fields, record: Record, same: Fields) -> Asking:
    """Made unless it is there: an account always may be, our own only after an unsure try."""
    known = record.remote(step)
    if known is not None:
        return known
    if module == "Accounts" or step in record.unsure:
        there = yield from _find(f"{step}_before", module, same)
        if there:
            yield Kept(step, there)
            return there
    reply = yield Call(step, "POST", f"/{module}", body=fit(fields), example=MADE)
    yield Kept(step, _id(reply))
    return _id(reply)


def _find(step: str, module: str, same: Fields) -> Asking:
    """The id of such a record; an empty text where there is none."""
    terms: Json = [{name: {"$equals": value}} for name, value in same.items()]
    body: Json = {"filter": terms, "fields": "id", "max_num": 1}
    reply = yield Call(
        step,
        "POST",
        f"/{module}/filter",
        body=body,
        changes=False,
        example={"next_offset": -1, "records": []},
    )
    records = reply.object().get("records")
    first = records[0] if isinstance(records, list) and records else None
    return str(first.get("id") or "") if isinstance(first, dict) else ""


def _id(reply: Reply) -> str:
    """Of the record that was written: as itself, or named by the upsert."""
    told = reply.object()
    return str(told.get("id") or told.get("record") or "")


def fit(fields: Mapping[str, Json]) -> Fields:
    """What is known of them, no longer than theirs may be."""
    return {
        name: value[:LONGEST] if isinstance(value, str) and name not in TEXTS else value
        for name, value in fields.items()
        if value is not None and value != ""
    }


MADE: Json = {"id": "<id>"}
"""What a dry run takes for their answer."""
