"""Which record of SugarCRM is the person of a hand-over? One that is there, or a new one.

Source: Sugar Developer Guide, REST API v11 (filter, sync_key). Whoever comes back is known by what
is on our record, else by our key, else by e-mail, else by number, whichever hand-over of ours or
person of theirs the record is from. Our key is that of the hand-over that made the record, and
stays.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from agent.ledger import Record
from delivery.calls import Call, Kept, Reply, Shared
from delivery.identities import By, Recent, addresses, given, is_somebody_else, recent
from delivery.lead import Lead
from delivery.sugarcrm_records import (
    GONE,
    MADE,
    Fields,
    Found,
    Row,
    by_email,
    emails,
    equal,
    find,
    fit,
    search,
    written,
)
from qualification.values import Json

Telling: TypeAlias = Generator[Call | Kept, Reply, Found | None]
Finding: TypeAlias = Generator[Call | Kept | Shared, Reply, Found]

CONTACTS = "Contacts"
UNKNOWN = "Unknown"
EVERYWHERE = frozenset({"first_name", "last_name", "title", "phone_work", "email"})
PHONES = ("phone_work", "phone_mobile")
OPEN: Sequence[Json] = ({"converted": {"$equals": 0}},)
"""Who was converted is a contact by now."""
OWNER = "person_owner"
"""The step that keeps whom we made the owner."""
CLOSED = frozenset({403})
"""Who may not read contacts makes leads without asking for them."""
SEVERAL = 20
"""So many people who have one number are looked at."""


@dataclass(frozen=True, slots=True)
class Person:
    """The person of one hand-over, as they are to stand there."""

    lead: Lead
    record: Record
    module: str
    """Where people of ours are made: `Leads`, or `Contacts`."""
    key: str
    """Their field for our key; an empty text where that is Sugar's `sync_key`, which cannot be
    given to a record that is there."""
    fields: Fields
    """What is known of them; in somebody else's record only what it lacks."""
    extra: Fields
    """Fields that are ours alone, also in somebody else's record."""
    owner: str
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
            there = yield from self._correct(Found(self._module, known))
        elif adopted is not None:
            there = yield from self._supplement(Found(self._module, adopted))
        elif self.key:
            there = yield from self._by_key()
        there = there or (yield from self._look(beside))
        return there or (yield from self._make())

    @property
    def _module(self) -> str:
        return self.record.remote("module") or self.module

    def _correct(self, there: Found) -> Telling:
        """What we made ourselves; None where they have deleted it. Whom a person of theirs gave it
        to meanwhile keeps it, until we choose another.
        """
        row = {**self.fields, **self.extra}
        chosen = bool(self.owner) and self.record.remote(OWNER) != self.owner
        if chosen:
            row["assigned_user_id"] = self.owner
        if (yield self._change(there, row)).status in GONE:
            return None
        yield Kept("module", there.module)
        yield Kept("person", there.id)
        if chosen:
            yield Kept(OWNER, self.owner)
        return there

    def _supplement(self, there: Found, by: By = "email") -> Telling:
        """What was there before; None where they have deleted it, or where it is another's."""
        found = yield from self._found(there.module, equal({"id": there.id}), there.id)
        if not found or self._is_another(by, found[0]):
            return None
        return (yield from self._adopt(there, found[0]))

    def _adopt(self, there: Found, row: Row) -> Telling:
        """It gets what it lacks, our fields, and our key if it has none; what their people wrote
        stays, and who has it.
        """
        said = self._said(there.module)
        ours = {name: value for name, value in said.items() if not row.get(name)}
        if there.module == self.module:
            ours |= self.extra
            if self.key and not row.get(self.key):
                ours[self.key] = self.lead.id
        yield Kept("module", there.module)
        yield Kept("adopted", there.id)
        if fit(ours) and (yield self._change(there, ours)).status in GONE:
            return None
        yield Kept("person", there.id)
        return there

    def _by_key(self) -> Telling:
        ours = yield from find("by_key", self.module, {self.key: self.lead.id})
        return (yield from self._correct(Found(self.module, ours))) if ours else None

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
        by_phone: Json = {"$or": [{name: {"$equals": address}} for name in PHONES]}
        asked = equal(by_email(address)) if by == "email" else [by_phone]
        for module in self._modules():
            is_open = OPEN if module == "Leads" else ()
            for row in (yield from self._found(module, [*asked, *is_open])):
                if row.get("id") and not self._is_another(by, row):
                    return (yield from self._adopt(Found(module, str(row["id"])), row))
        return None

    def _is_another(self, by: By, row: Row) -> bool:
        return is_somebody_else(by, self.lead.contact, emails(row))

    def _make(self) -> Generator[Call | Kept, Reply, Found]:
        """By our key: the same twice is one record."""
        fields = {**self.fields, **self.extra, "assigned_user_id": self.owner}
        method, path = "PATCH", f"/{self.module}/sync_key/{quote(self.lead.id, safe='')}"
        if self.key:
            method, path = "POST", f"/{self.module}"
            fields[self.key] = self.lead.id
        reply = yield Call("person", method, path, body=fit(fields), example=MADE)
        remote = given("person", written(reply))
        yield Kept("module", self.module)
        yield Kept("person", remote)
        if self.owner:
            yield Kept(OWNER, self.owner)
        return Found(self.module, remote)

    def _change(self, there: Found, fields: Fields) -> Call:
        url = f"/{there.module}/{there.id}"
        return Call("person", "PUT", url, body=fit(fields), also=GONE, example=MADE)

    def _found(
        self, module: str, terms: Sequence[Json], known: str = ""
    ) -> Generator[Call, Reply, list[Row]]:
        key = (self.key,) if self.key and module == self.module else ()
        also = frozenset[int]() if module == self.module else CLOSED
        fields = ",".join(dict.fromkeys(("id", "email", *key, *self._said(module))))
        return (yield from search("existing", module, terms, fields, SEVERAL, also, known=known))

    def _said(self, module: str) -> Fields:
        """Of a contact of who would be a lead only what contacts have everywhere."""
        if module == self.module:
            return self.fields
        return {name: value for name, value in self.fields.items() if name in EVERYWHERE}

    def _modules(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.module, CONTACTS)))
