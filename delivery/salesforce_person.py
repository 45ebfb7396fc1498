"""Which record of Salesforce is the person of a hand-over? One that is there, or a new one.

Source: REST API Developer Guide; object reference of Lead (what was converted is read-only and
tells its contact). Whoever comes back is known by what is on our record, else by e-mail, else by
number, whichever hand-over of ours or person of theirs the record is from. Our key is that of the
hand-over that made the record, and stays. What is on record is written by its id.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from delivery.calls import Call, Kept, Reply, Shared
from delivery.identities import By, Recent, addresses, is_somebody_else, recent
from delivery.lead import Lead
from delivery.salesforce_answers import is_converted
from delivery.salesforce_api import Records, fit
from delivery.soql import Row, newest, rows, same
from qualification.values import Json

Kind: TypeAlias = Literal["Lead", "Contact"]
Telling: TypeAlias = Generator[Call | Kept, Reply, "Found | None"]
Finding: TypeAlias = Generator[Call | Kept | Shared, Reply, "Found"]

KINDS: tuple[Kind, ...] = ("Lead", "Contact")
UNKNOWN = "Unknown"
"""A lead must have a LastName and a Company."""
NOT_BY_RULE: Mapping[str, str] = {"Sforce-Auto-Assign": "FALSE"}
"""By default their active rule assigns whatever is written, also what has an owner."""
CLOSED = frozenset({400, 403})
"""Who may not read contacts makes leads without asking for them."""
OWNER = "person_owner"
"""The step that keeps whom we made the owner."""


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody's record."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Person:
    """The person of one hand-over, as they are to stand there."""

    lead: Lead
    theirs: Records
    kind: Kind
    """What people of ours are made as."""
    fields: Mapping[str, Json]
    """What is known of them; in somebody else's record only what it lacks."""
    extra: Mapping[str, Json]
    """Fields that are ours alone."""
    owner: str | None
    assign: str
    """The rule of theirs for whom we placed with nobody."""
    secret: str = field(repr=False)
    """Of the sign-in."""

    def write(self) -> Finding:
        """Brought up to date where they are, else made."""
        record = self.theirs.record
        known, adopted = record.remote("person"), record.remote("adopted")
        if known is not None and record.is_current("person"):
            return Found(self._kind, known)
        beside = yield from recent("person", self.secret, self.lead.contact)
        there: Found | None = None
        if known is not None and known != adopted:
            there = yield from self._correct(Found(self._kind, known))
        elif adopted is not None:
            there = yield from self._supplement(Found(self._kind, adopted))
        there = there or (yield from self._look(beside))
        return there or (yield from self._make())

    @property
    def _kind(self) -> Kind:
        kept = self.theirs.record.remote("kind")
        return next((one for one in KINDS if one == kept), self.kind)

    def _correct(self, there: Found) -> Telling:
        """What we made ourselves; None where they have deleted it."""
        row = {**self.fields, **self.extra}
        owner = self.owner if self.owner != self.theirs.record.remote(OWNER) else None
        reply = yield self._change(there, {**row, "OwnerId": owner})
        if reply.status == 404:
            return None
        yield Kept("person", there.id)
        if owner and not is_converted(reply):
            yield Kept(OWNER, owner)
        return there

    def _supplement(self, there: Found, by: By = "email") -> Telling:
        """What was there before; None where they have deleted it, or where it is another's."""
        row = yield from self._read(there)
        if row is None or is_somebody_else(by, self.lead.contact, [str(row.get("Email") or "")]):
            return None
        if row.get("IsConverted") is not True:
            return (yield from self._adopt(there, row))
        if self.theirs.record.remote("person") is not None:  # its note has moved with it
            yield Kept("person", there.id)
            return there
        contact = str(row.get("ConvertedContactId") or "")
        of_it = (yield from self._read(Found("Contact", contact))) if contact else None
        if of_it is None:
            return None
        return (yield from self._adopt(Found("Contact", contact), of_it))

    def _adopt(self, there: Found, row: Row) -> Telling:
        """It gets what it lacks, and our key if it has none; what their people wrote stays, and who
        has it.
        """
        said = self._said(there.kind)
        ours = {name: value for name, value in said.items() if not row.get(name)}
        if there.kind == self.kind:
            ours |= self.extra
            if not row.get(self.theirs.key_field):
                ours[self.theirs.key_field] = self.theirs.key
        yield Kept("kind", there.kind)
        yield Kept("adopted", there.id)
        if fit(ours) and (yield self._change(there, ours)).status == 404:
            return None
        yield Kept("person", there.id)
        return there

    def _look(self, beside: Recent) -> Telling:
        """Somebody with their address, else with their number and no other address; where what we
        sent may be there, our key finds it, and no search is asked.
        """
        is_sure = "person" not in self.theirs.record.unsure
        for by, address in addresses(self.lead.contact):
            there = yield from self._recent(by, beside.get(by))
            if there is None and is_sure:
                there = yield from self._search(by, address)
            if there is not None:
                return there
        return None

    def _recent(self, by: By, known: str | None) -> Telling:
        for kind in self._kinds() if known else ():
            there = yield from self._supplement(Found(kind, known or ""), by)
            if there is not None:
                return there
        return None

    def _search(self, by: By, address: str) -> Telling:
        term: dict[str, str | None] = {"Email": address}
        if by == "phone":
            term = {"Phone": address, **({"Email": None} if self.lead.contact.email else {})}
        for kind in self._kinds():
            is_open = {"IsConverted": False} if kind == "Lead" else {}
            asked = newest(kind, same(**term, **is_open), self._names(kind))
            example: Json = {"records": []}
            reply = yield Call(
                "existing",
                "GET",
                "/query",
                params=asked,
                changes=False,
                also=frozenset() if kind == self.kind else CLOSED,
                example=example,
            )
            for row in rows(reply.object()):
                if row.get("Id"):
                    return (yield from self._adopt(Found(kind, str(row["Id"])), row))
        return None

    def _make(self) -> Generator[Call | Kept, Reply, Found]:
        """By our key: the same twice is one record."""
        headers: Mapping[str, str] = {}
        if self.kind == "Lead":
            headers = NOT_BY_RULE if self.owner else {"Sforce-Auto-Assign": self.assign}
        row = {**self.fields, **self.extra}
        yield Kept("kind", self.kind)
        remote = yield from self.theirs.upsert("person", self.kind, row, self.owner, headers)
        return Found(self.kind, remote)

    def _change(self, there: Found, fields: Mapping[str, Json]) -> Call:
        return Call(
            "person",
            "PATCH",
            f"/sobjects/{there.kind}/{there.id}",
            body=fit(fields),
            headers=NOT_BY_RULE if there.kind == "Lead" else {},
            also=frozenset({404}),
        )

    def _read(self, there: Found) -> Generator[Call, Reply, Row | None]:
        more = ("IsConverted", "ConvertedContactId") if there.kind == "Lead" else ()
        reply = yield Call(
            "read",
            "GET",
            f"/sobjects/{there.kind}/{there.id}",
            params={"fields": ",".join((*self._names(there.kind), *more))},
            changes=False,
            also=frozenset({404}),
            example={"Id": there.id},
        )
        return reply.object() if reply.ok else None

    def _kinds(self) -> tuple[Kind, ...]:
        return KINDS[KINDS.index(self.kind) :]

    def _names(self, kind: Kind) -> list[str]:
        key = [self.theirs.key_field] if kind == self.kind else []
        return ["Id", *key, *self._said(kind)]

    def _said(self, kind: Kind) -> Mapping[str, Json]:
        """Of a contact of who would be a lead only what contacts have everywhere."""
        return self.fields if kind == self.kind else known_of(self.lead)


def known_of(lead: Lead) -> dict[str, Json]:
    """What leads and contacts both have."""
    contact = lead.contact
    return {
        "FirstName": contact.first_name if contact.last_name else None,
        "LastName": contact.last_name or contact.first_name or contact.email or UNKNOWN,
        "Email": contact.email,
        "Phone": contact.phone,
        "Title": contact.job_title,
    }
