"""Which contact of HubSpot is the person of a hand-over? One that is there, or a new one.

Sources: HubSpot's developer documentation, "Contacts", "Batch upsert" (by e-mail it takes no
partial set of properties). Whoever comes back is known by what is on our record, else by our key,
else by e-mail, else by number: HubSpot keeps one contact for an e-mail anyway. A search knows a new
one after half a minute at most ("CRM search": indexing).
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeAlias
from urllib.parse import quote

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Call, Kept, Refused, Reply, Shared
from delivery.hubspot_answers import existing, identity, one_result, properties, results
from delivery.hubspot_api import READ, Api, Found
from delivery.hubspot_records import created, email_of, is_ahead
from delivery.identities import By, Recent, addresses, given, is_somebody_else, recent
from delivery.lead import Lead
from qualification.values import Json

Telling: TypeAlias = Generator[Call | Kept, Reply, str]
Finding: TypeAlias = Generator[Call | Kept | Shared, Reply, str]

OWNER = "contact owner"
"""The step that keeps whom we made the owner."""
SEVERAL = 20
"""So many people who have one number are looked at."""
FOUND_BY = timedelta(minutes=1)
"""So long after it was sent a search knows it, if it was made."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The person of one hand-over, as they are to stand there."""

    api: Api
    lead: Lead
    record: Record
    key_property: str
    stage: str
    extra: Mapping[str, str]
    """Properties that are ours alone."""
    owner: str | None
    secret: str = field(repr=False)
    """Of the sign-in."""

    def write(self) -> Finding:
        """Brought up to date where they are, else made; their id."""
        if self.record.is_current("contact"):
            return self.record.remote("contact") or ""
        beside = yield from recent("contact", self.secret, self.lead.contact)
        there = yield from self._find(beside)
        if there is not None:
            return (yield from self._change(there))
        return (yield from self._make())

    def _make(self) -> Telling:
        ours = self._ours({}, self.owner, own=True)
        if self.key_property or self.lead.contact.email:
            by = self.key_property or "email"
            value = self.lead.id if self.key_property else email_of(self.lead)
            body: Json = {"inputs": [{"idProperty": by, "id": value, "properties": {**ours}}]}
            example: Json = {"status": "COMPLETE", "results": [{"id": "<contact id>"}]}
            url = self.api.path("contacts", "/batch/upsert")
        else:
            body, example = {"properties": {**ours}}, {"id": "<contact id>"}
            url = self.api.path("contacts")
        reply = yield Call(
            "contact", "POST", url, body=body, also=frozenset({409}), example=example
        )
        taken = existing(reply)
        if taken is not None and (reply.status == 409 or not results(reply)):
            there = yield from self._read(taken)
            return (yield from self._change(there or {"id": taken}))
        is_batch = "results" in reply.object()
        contact = given("contact", identity(one_result(reply)) if is_batch else created(reply))
        yield Kept("created", contact)
        yield from self._owner_kept(self.owner)
        yield Kept("contact", contact)
        return contact

    def _find(self, beside: Recent) -> Found:
        """On our record, unless they have deleted it; else by what tells people apart."""
        known = self.record.remote("contact") or self.record.remote("created")
        there = (yield from self._read(known)) if known else None
        if there is None and self.key_property:
            found = results((yield self.api.contact(self.key_property, self.lead.id, self._more())))
            there = found[0] if found else None
        for by, address in addresses(self.lead.contact):
            if there is None:
                there = yield from self._known_by(by, address, beside.get(by))
        return there

    def _known_by(self, by: By, address: str, known: str | None) -> Found:
        """As another hand-over wrote it a moment ago, which a search does not tell yet, or as they
        have it.
        """
        there = (yield from self._read(known)) if known else None
        if there is not None and not self._is_another(by, there):
            return there
        if by == "email":
            found = results((yield self.api.contact(by, email_of(self.lead), self._more())))
            return found[0] if found else None
        what = {"phone": address, "mobilephone": address}
        asked = self.api.search("contacts", what, [*READ, *self._more()], SEVERAL)
        reply = yield asked
        for one in results(reply):
            if not self._is_another(by, one):
                return one
        self._wait_for_search(reply)
        return None

    def _wait_for_search(self, reply: Reply) -> None:
        """Whom nothing but a number tells apart may have been made, and is not made again before
        that would be found. Raises Refused.
        """
        if self.key_property or email_of(self.lead):
            return
        sent = self.record.sent.get("contact")
        if sent is not None and reply.at < sent + FOUND_BY:
            why = "the contact may be there by now, and their search does not tell it yet"
            raise Refused(RetryAt(why, sent + FOUND_BY, busy=True))

    def _read(self, contact: str) -> Found:
        return (yield from self.api.get("contacts", contact, [*READ, *self._more()]))

    def _is_another(self, by: By, there: Mapping[str, Json]) -> bool:
        email = properties(there).get("email", "")
        return is_somebody_else(by, self.lead.contact, [email])

    def _change(self, there: Mapping[str, Json]) -> Telling:
        """What somebody else wrote stays; only what we made ourselves is corrected."""
        contact, known = given("contact", identity(there)), properties(there)
        own = self.record.remote("created") == contact
        given_to = known.get("hubspot_owner_id")
        is_ours = given_to in (None, self.owner, self.record.remote(OWNER))
        assigned = self.owner if is_ours else None
        ours = self._ours(known, assigned, own=own)
        changed = {name: value for name, value in ours.items() if known.get(name) != value}
        if changed:
            yield from self._write(contact, changed)
        yield from self._owner_kept(assigned)
        yield Kept("contact", contact)
        return contact

    def _write(self, contact: str, changed: Mapping[str, str]) -> Generator[Call, Reply, None]:
        """An e-mail that another contact of theirs has is left out: the note tells it."""
        taken = frozenset({409}) if "email" in changed else frozenset[int]()
        body: Json = {"properties": {**changed}}
        url = self.api.path("contacts", f"/{quote(contact, safe='')}")
        reply = yield Call("contact", "PATCH", url, body=body, also=taken, example={"id": contact})
        if reply.status in taken:
            rest = {name: value for name, value in changed.items() if name != "email"}
            if rest:
                yield from self._write(contact, rest)

    def _more(self) -> list[str]:
        return [self.key_property] if self.key_property else []

    def _owner_kept(self, owner: str | None) -> Generator[Kept, Reply, None]:
        if owner is not None:
            yield Kept(OWNER, owner)

    def _ours(self, known: Mapping[str, str], owner: str | None, *, own: bool) -> dict[str, str]:
        """The properties that we set, all of them: an upsert by e-mail takes no part of a set."""
        lead, contact = self.lead, self.lead.contact
        said = {
            "email": email_of(lead),
            "firstname": lead.first_name,
            "lastname": lead.last_name,
            "phone": contact.phone,
            "company": contact.company or (None if lead.account.guessed else lead.company),
            "jobtitle": contact.job_title,
        }
        ours = {name: value for name, value in said.items() if value and (own or name not in known)}
        if self.stage and lead.outcome == "qualified" and is_ahead(self.stage, known):
            ours["lifecyclestage"] = self.stage
        if owner is not None:
            ours["hubspot_owner_id"] = owner
        if self.key_property and self.key_property not in known:
            ours[self.key_property] = lead.id
        return ours | {theirs: value for theirs, value in self.extra.items() if value}
