"""What does HubSpot get? A contact, its company, a note, a task for the owner, a deal or a lead.

Sources: HubSpot's developer documentation, version 2026-03 (the paths of v3 are the same objects in
another order). Traps that are met here and in delivery/hubspot_contact.py: an upsert by e-mail
takes no partial set of properties, so the whole set that is ours is sent, and what is known already
is changed by id; a lifecycle stage only moves forward; values are text; e-mails are in lower case;
a search lags behind what was written, so that what may have been written is looked for through the
contact's associations.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from agent.grants import Grant
from agent.ledger import Record
from delivery.calls import Call, Fault, Kept, Reply, Shared, Steps, made
from delivery.facts import facts
from delivery.hubspot_answers import fault_of, identity, properties, results
from delivery.hubspot_api import Api
from delivery.hubspot_contact import Contact, Finding
from delivery.hubspot_records import amount_of, created, domain_of, links_to, moment
from delivery.identities import TASK_OF, given, is_lost
from delivery.lead import Lead
from delivery.notes import mark, note_html, task_title
from delivery.signing_in import OAuth, SignIn, StaticToken
from delivery.system import Pace
from qualification.brief.rendering_html import HUBSPOT_NOTE
from qualification.values import Json

Asking: TypeAlias = Generator[Call | Kept, Reply, str | None]

IS_OPEN = ("hs_lead_is_open", "hs_lead_is_open_v2")
"""Accounts have the one or the other; what an account does not have is not told."""
PACE = Pace(per_second=8, at_once=4, burst=8)
"""Private apps may call 100 (190) times in ten seconds; some of it is left to others."""


@dataclass(frozen=True, slots=True)
class HubSpot:
    """A system (delivery.system.System)."""

    sign_in: SignIn
    version: str = "2026-03"
    """The dated API; `v3` for the one before."""
    base_url: str = "https://api.hubapi.com"
    key_property: str = ""
    """A unique property of contacts that holds our key; without one e-mails tell them apart."""
    stage: str = "salesqualifiedlead"
    """The lifecycle stage of who qualified; none is set where this is empty."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Ours -> their property of contacts: `score`, `tier`, `outcome`, `link`, a criterion's key."""
    pipeline: str = ""
    deal_stage: str = ""
    """Both set: qualified leads become deals."""
    leads: bool = False
    """Qualified leads become lead records (Sales Hub)."""
    name: str = "hubspot"
    pace: Pace = PACE

    @property
    def api(self) -> Api:
        """Where its objects are."""
        return Api(self.version)

    def address(self, grant: Grant) -> str:
        """See System."""
        del grant
        return self.base_url.rstrip("/")

    def headers(self, grant: Grant) -> Mapping[str, str]:
        """See System."""
        return {"Authorization": f"Bearer {grant.token}"}

    def fault(self, call: Call, reply: Reply) -> Fault | None:
        """See System."""
        del call
        return fault_of(reply)

    def steps(self, lead: Lead, record: Record) -> Steps:
        """See System."""
        owner = yield from self._owner(lead)
        contact = yield from self._contact(lead, record, owner)
        company = None
        if lead.is_business and (lead.company or domain_of(lead)):
            company = yield from self._company(lead, record, contact)
        links = {"contacts": contact, "companies": company}
        yield from self._note(lead, record, links)
        yield from self._task(lead, record, links, owner)
        if lead.outcome == "qualified":
            yield from self._sale(lead, record, links, owner)
        if lead.owner is not None and owner is None:
            return f"contact {contact}; {lead.owner.email} is no owner there"
        return f"contact {contact}"

    def _owner(self, lead: Lead) -> Asking:
        if lead.owner is None:
            return None
        known = lead.owner_in(self.name)
        if known is not None:
            return known
        found = results((yield self.api.owner(lead.owner.email)))
        return identity(found[0]) if found else None

    def _contact(self, lead: Lead, record: Record, owner: str | None) -> Finding:
        known = facts(lead)
        contact = Contact(
            api=self.api,
            lead=lead,
            record=record,
            key_property=self.key_property,
            stage=self.stage,
            extra={theirs: known.get(ours, "") for ours, theirs in self.extra.items()},
            owner=owner,
            secret=self._secret,
        )
        return (yield from contact.write())

    @property
    def _secret(self) -> str:
        match self.sign_in:
            case StaticToken(token=secret) | OAuth(client_secret=secret):
                return secret
            case other:
                return other.settings()

    def _company(
        self, lead: Lead, record: Record, contact: str
    ) -> Generator[Call | Kept | Shared, Reply, str]:
        known, domain = record.remote("company"), domain_of(lead)
        tied = record.remote("company of contact") == f"{contact}/{known}"
        if known is None:
            what = {"domain": domain} if domain else {"name": lead.company or ""}
            key = next(iter(what.values())).casefold()
            known = made((yield Shared("company", key))) or None
            if known is None:
                known = yield from self._find_company(record, contact, what)
            if known is None:
                named = {"name": lead.company or domain or "", "domain": domain or ""}
                body: Json = {
                    "properties": {name: value for name, value in named.items() if value},
                    "associations": links_to("companies", {"contacts": contact}),
                }
                example: Json = {"id": "<company id>"}
                url = self.api.path("companies")
                reply = yield Call("company", "POST", url, body=body, example=example)
                known = given("company", created(reply))
                yield Kept("company of contact", f"{contact}/{known}")
                tied = True
            yield Kept("company", known)
        if not tied:
            url = self.api.linked(contact, f"default/companies/{quote(known, safe='')}")
            yield Call("company of contact", "PUT", url, example={"status": "COMPLETE"})
            yield Kept("company of contact", f"{contact}/{known}")
        return known

    def _find_company(self, record: Record, contact: str, what: Mapping[str, str]) -> Asking:
        if "company" in record.unsure:
            name = next(iter(what))
            theirs = yield from self.api.beside(contact, "companies", [name])
            for one in theirs:
                if properties(one).get(name, "").casefold() == what[name].casefold():
                    return identity(one)
        found = results((yield self.api.search("companies", what, list(what))))
        return identity(found[0]) if found else None

    def _note(self, lead: Lead, record: Record, links: Mapping[str, str | None]) -> Asking:
        body = {
            "hs_timestamp": moment(lead.created_at),
            "hs_note_body": note_html(lead, HUBSPOT_NOTE),
        }
        return (
            yield from self._once(
                "note", "notes", lead, record, body, links, "hs_note_body", ["hs_note_body"]
            )
        )

    def _task(
        self, lead: Lead, record: Record, links: Mapping[str, str | None], owner: str | None
    ) -> Asking:
        """A change of who does not qualify makes none, unless it is the first that arrives."""
        is_change = lead.why == "update" and record.delivered > 0
        if record.remote("task") is None and is_change and lead.outcome == "unqualified":
            return None
        body = {
            "hs_timestamp": moment(lead.due_at),
            "hs_task_subject": task_title(lead),
            "hs_task_body": f"{lead.next_step} {lead.links.lead} ({mark(lead)})",
            "hs_task_status": "NOT_STARTED",
            "hs_task_priority": "HIGH" if lead.tier == "hot" else "MEDIUM",
            "hs_task_type": "CALL" if lead.contact.phone else "TODO",
        }
        if owner is not None:
            body["hubspot_owner_id"] = owner
        is_same = owner in (None, record.remote("task owner"))
        changing = [] if is_same else ["hubspot_owner_id", "hs_timestamp"]
        task = yield from self._once(
            "task", "tasks", lead, record, body, links, "hs_task_body", changing
        )
        if owner is not None and record.remote("task owner") != owner:
            yield Kept("task owner", owner)
        if record.remote(TASK_OF) != links["contacts"]:
            yield Kept(TASK_OF, links["contacts"] or "")
        return task

    def _sale(
        self, lead: Lead, record: Record, links: Mapping[str, str | None], owner: str | None
    ) -> Generator[Call | Kept | Shared, Reply, None]:
        owned = {"hubspot_owner_id": owner} if owner is not None else {}
        title = f"{lead.company or lead.contact.shown} · {lead.script}"
        if self.pipeline and self.deal_stage:
            body = {
                "dealname": title,
                "pipeline": self.pipeline,
                "dealstage": self.deal_stage,
                "description": f"{lead.links.lead} ({mark(lead)})",
                **owned,
            }
            amount = amount_of(lead)
            body |= {"amount": amount} if amount else {}
            yield from self._once("deal", "deals", lead, record, body, links, "description", [])
        if self.leads:
            body = {"hs_lead_name": f"{title} ({mark(lead)})", **owned}
            yield from self._lead(lead, record, body, links["contacts"] or "")

    def _lead(
        self, lead: Lead, record: Record, body: Mapping[str, str], contact: str
    ) -> Generator[Call | Kept | Shared, Reply, None]:
        """One is open for a contact, however many conversations qualify at once."""
        if record.remote("lead") is None:
            there = made((yield Shared("lead", contact)))
            there = there or (yield from self._open_lead(contact)) or ""
            if there:
                yield Kept("lead", there)
                return
        only = {"contacts": contact}
        yield from self._once("lead", "leads", lead, record, body, only, "hs_lead_name", [])

    def _open_lead(self, contact: str) -> Asking:
        """Who comes back while somebody works their lead has that one."""
        for one in (yield from self.api.beside(contact, "leads", IS_OPEN)):
            known = properties(one)
            if identity(one) and any(known.get(name) == "true" for name in IS_OPEN):
                return identity(one)
        return None

    def _once(
        self,
        step: str,
        objects: str,
        lead: Lead,
        record: Record,
        body: Mapping[str, str],
        links: Mapping[str, str | None],
        key_in: str,
        changing: Sequence[str],
    ) -> Generator[Call | Kept, Reply, str]:
        """A record that has no key in HubSpot: ours stands in the text of one of its properties.

        `changing`: what a newer revision brings up to date; the rest is the salesperson's by then.
        """
        contact = links["contacts"] or ""
        known, lost = record.remote(step), is_lost(record, step, contact)
        is_there = known is not None
        if known is not None and not record.is_current(step):
            if changing:
                is_there = yield from self._rewrite(step, objects, known, body, changing)
            elif lost:
                is_there = (yield from self.api.get(objects, known, [key_in])) is not None
        if known is not None and (is_there or not lost):
            if changing and not record.is_current(step):
                yield Kept(step, known)
            return known
        if step in record.unsure:
            for one in (yield from self.api.beside(contact, objects, [key_in])):
                if mark(lead) in properties(one).get(key_in, ""):
                    there = given(step, identity(one))
                    yield Kept(step, there)
                    return there
        whole: Json = {"properties": {**body}, "associations": links_to(objects, links)}
        example: Json = {"id": f"<{step} id>"}
        reply = yield Call(step, "POST", self.api.path(objects), body=whole, example=example)
        remote = given(step, created(reply))
        yield Kept(step, remote)
        return remote

    def _rewrite(
        self,
        step: str,
        objects: str,
        known: str,
        body: Mapping[str, str],
        changing: Sequence[str],
    ) -> Generator[Call, Reply, bool]:
        """False where they have deleted it."""
        changes: Json = {"properties": {name: body[name] for name in changing}}
        url, gone = self.api.path(objects, f"/{quote(known, safe='')}"), frozenset({404})
        reply = yield Call(step, "PATCH", url, body=changes, also=gone, example={"id": known})
        return reply.status not in gone
