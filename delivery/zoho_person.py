"""Which record of Zoho CRM is the person of a hand-over? One that is there, or a new one.

Source: Zoho CRM developer documentation, API v8: "Search records" (converted leads are left out),
"Update records", "Upsert records". Whoever comes back is known by what is on our record, else by
e-mail, else by number, whichever hand-over of ours or person of theirs the record is from. Our key
is that of the hand-over that made the record, and stays. What is on record is written by its id.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from agent.ledger import Record
from delivery.calls import Call, Kept, Reply, Shared
from delivery.identities import By, Recent, addresses, given, is_somebody_else, recent
from delivery.lead import Lead
from delivery.zoho_answers import identity, is_converted, is_gone, rows, taken
from delivery.zoho_records import MADE, Fields, Found, contact_of, fit, named, read, rewrite
from qualification.values import Json

Row: TypeAlias = Mapping[str, Json]
Telling: TypeAlias = Generator[Call | Kept, Reply, Found | None]
Finding: TypeAlias = Generator[Call | Kept | Shared, Reply, Found]

CONTACTS = "Contacts"
CLOSED = frozenset({403})
"""Who may not read contacts makes leads without asking for them."""
OWNER = "person_owner"
"""The step that keeps whom we made the owner."""


@dataclass(frozen=True, slots=True)
class Person:
    """The person of one hand-over, as they are to stand there."""

    lead: Lead
    record: Record
    module: str
    """Where people of ours are made: leads, or contacts."""
    key_field: str
    fields: Fields
    """What is known of them; in somebody else's record only what it lacks."""
    extra: Fields
    """Fields that are ours alone."""
    owner: str
    rule: str
    """Whom theirs gives it to, where we placed with nobody."""
    secret: str = field(repr=False)
    """Of the sign-in."""

    def write(self) -> Finding:
        """Brought up to date where they are, else made."""
        known, adopted = self.record.remote("person"), self.record.remote("adopted")
        if known is not None and self.record.is_current("person"):
            return Found(self._module, known)
        beside = yield from recent("person", self.secret, self.lead.contact)
        there: Found | None = None
        if known is not None and known != adopted:
            there = yield from self._correct(known)
        elif adopted is not None:
            there = yield from self._supplement(Found(self._module, adopted))
        there = there or (yield from self._look(beside))
        return there or (yield from self._make())

    @property
    def _module(self) -> str:
        return self.record.remote("module") or self.module

    def _correct(self, known: str) -> Telling:
        """What we made ourselves; None where they have deleted it."""
        row = {**self.fields, **self.extra, "Description": self.lead.summary}
        chosen = bool(self.owner) and self.record.remote(OWNER) != self.owner
        if chosen:
            row["Owner"] = {"id": self.owner}
        reply = yield from rewrite("person", self._module, known, row)
        if is_gone(reply):
            return None
        yield Kept("person", known)
        if chosen and not is_converted(reply):
            yield Kept(OWNER, self.owner)
        return Found(self._module, known)

    def _supplement(self, there: Found, by: By = "email") -> Telling:
        """What was there before; None where they have deleted it, or where it is another's."""
        row = yield from read(there.module, there.id)
        if row is None or self._is_another(by, row):
            return None
        contact = contact_of(row)
        if not contact:
            return (yield from self._adopt(there, row))
        if self.record.remote("person") is not None:  # its note has moved with it
            yield Kept("person", there.id)
            return there
        there = Found(CONTACTS, contact)
        return (yield from self._adopt(there, (yield from read(CONTACTS, contact)) or {}))

    def _adopt(self, there: Found, row: Row) -> Telling:
        """It gets what it lacks, and our key if it has none; what their people wrote stays, and who
        has it.
        """
        lacking = {name: value for name, value in self._said(there) if not row.get(name)}
        ours: Fields = {}
        if there.module == self.module:
            ours = {**self.extra}
            if not row.get(self.key_field):
                ours[self.key_field] = self.lead.id
        yield Kept("module", there.module)
        yield Kept("adopted", there.id)
        if is_gone((yield from rewrite("person", there.module, there.id, {**lacking, **ours}))):
            return None
        yield Kept("person", there.id)
        return there

    def _said(self, there: Found) -> Iterator[tuple[str, Json]]:
        """Of a contact of who would be a lead only what contacts have everywhere."""
        if there.module == self.module:
            return iter(self.fields.items())
        return iter({**named(self.lead), "Title": self.lead.contact.job_title}.items())

    def _look(self, beside: Recent) -> Telling:
        """Somebody with their address, else with their number and no other address; where what we
        sent may be there, our key finds it, and no search is asked.
        """
        is_sure = "person" not in self.record.unsure
        for by, address in addresses(self.lead.contact):
            there = yield from self._recent(by, beside.get(by))
            if there is None and is_sure:
                there = yield from self._search(by, address)
            if there is not None:
                return there
        return None

    def _recent(self, by: By, known: str | None) -> Telling:
        for module in self._modules() if known else ():
            there = yield from self._supplement(Found(module, known or ""), by)
            if there is not None:
                return there
        return None

    def _search(self, by: By, address: str) -> Telling:
        for module in self._modules():
            for row in (yield from self._found(module, by, address)):
                if row.get("id") and not self._is_another(by, row):
                    return (yield from self._adopt(Found(module, str(row["id"])), row))
        return None

    def _is_another(self, by: By, row: Row) -> bool:
        return is_somebody_else(by, self.lead.contact, [str(row.get("Email") or "")])

    def _modules(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.module, CONTACTS)))

    def _found(self, module: str, by: By, value: str) -> Generator[Call, Reply, list[Row]]:
        key = (self.key_field,) if module == self.module else ()
        names = ["id", *key, *(name for name, _ in self._said(Found(module, "")))]
        asked: dict[str, str] = {by: value, "fields": ",".join(names)}
        also = frozenset[int]() if module == self.module else CLOSED
        url = f"/{module}/search"
        return rows((yield Call("existing", "GET", url, params=asked, changes=False, also=also)))

    def _make(self) -> Generator[Call | Kept, Reply, Found]:
        """By our key: the same twice is one record."""
        row = fit(
            {
                **self.fields,
                **self.extra,
                "Description": self.lead.summary,
                self.key_field: self.lead.id,
                "Owner": {"id": self.owner} if self.owner else None,
            }
        )
        body: Fields = {"data": [row], "duplicate_check_fields": [self.key_field]}
        if self.rule and not self.owner:
            body["lar_id"] = self.rule
        reply = yield Call("person", "POST", f"/{self.module}/upsert", body=body, example=MADE)
        other = taken(reply)
        if other:  # another field of theirs is unique, and somebody has its value
            there = yield from self._supplement(Found(self.module, other))
            if there is not None:
                return there
        remote = given("person", "" if other else identity(reply))
        yield Kept("module", self.module)
        yield Kept("person", remote)
        if self.owner:
            yield Kept(OWNER, self.owner)
        return Found(self.module, remote)
