"""How is a record of Salesforce written? By our key where it can have one, else once.

Source: REST API Developer Guide, "Insert or Update (Upsert) a Record Using an External ID"; the
object reference for the lengths of fields.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from agent.ledger import Record
from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Kept, Refused, Reply
from delivery.identities import given
from delivery.salesforce_answers import error, fault_of
from delivery.soql import found, oldest
from qualification.values import Json

Asking: TypeAlias = Generator[Call | Kept, Reply, str]

LONGEST: Mapping[str, int] = {
    "FirstName": 40,
    "LastName": 80,
    "Title": 80,
    "Phone": 40,
    "Email": 80,
    "Description": 32_000,
    "Body": 32_000,
}
OTHERWISE = 255


@dataclass(frozen=True, slots=True)
class Records:
    """The records of one hand-over."""

    key_field: str
    key: str
    record: Record

    def upsert(
        self,
        step: str,
        kind: str,
        fields: Mapping[str, Json],
        owner: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Asking:
        """By our key: the same twice is one record. Its owner is set when it is made."""
        path = f"/sobjects/{kind}/{self.key_field}/{quote(self.key, safe='')}"
        reply = yield Call(
            step,
            "PATCH",
            path,
            body=fit({**fields, "OwnerId": owner}),
            headers=headers or {},
            example=_made(kind),
        )
        told = reply.object().get("id")
        if told is None:  # 204: it was there, and its id is not told
            reply = yield Call(f"{step}_id", "GET", path, params={"fields": "Id"}, changes=False)
            told = reply.object().get("Id")
        remote = given(step, told)
        yield Kept(step, remote)
        if owner:
            yield Kept(f"{step}_owner", owner)
        return remote

    def create(
        self, step: str, kind: str, fields: Mapping[str, Json], where: str, *, anew: bool = False
    ) -> Asking:
        """Where there is no field for our key: once, and looked for if it may be there. `anew`:
        what is on record is there no more.
        """
        known = self.record.remote(step)
        if known is not None and not anew:
            return known
        if step in self.record.unsure:
            there = yield from self.find(f"{step}_before", kind, where)
            if there:
                yield Kept(step, there)
                return there
        reply = yield Call(
            step,
            "POST",
            f"/sobjects/{kind}",
            body=fit(fields),
            also=frozenset({400}),
            example=_made(kind),
        )
        made = given(step, reply.object().get("id")) if reply.ok else _taken(step, reply)
        yield Kept(step, made)
        return made

    def change(
        self, step: str, kind: str, fields: Mapping[str, Json]
    ) -> Generator[Call, Reply, bool]:
        """What an earlier revision made is brought up to date; False where they have deleted it."""
        path, gone = f"/sobjects/{kind}/{self.record.remote(step)}", frozenset({404})
        reply = yield Call(step, "PATCH", path, body=fit(fields), also=gone)
        return reply.status not in gone

    def is_there(self, kind: str, remote: str) -> Generator[Call, Reply, bool]:
        """Whether a record stands still."""
        path, gone = f"/sobjects/{kind}/{remote}", frozenset({404})
        asked, example = {"fields": "Id"}, {"Id": remote}
        reply = yield Call(
            "read", "GET", path, params=asked, changes=False, also=gone, example={**example}
        )
        return reply.status not in gone

    def find(self, step: str, kind: str, where: str) -> Asking:
        """The id of such a record; an empty text where there is none."""
        reply = yield Call(
            step,
            "GET",
            "/query",
            params=oldest(kind, where),
            changes=False,
            example={"totalSize": 0, "done": True, "records": []},
        )
        return found(reply.object())


def fit(fields: Mapping[str, Json]) -> dict[str, Json]:
    """What is known of them, no longer than theirs may be."""
    return {
        name: value[: LONGEST.get(name, OTHERWISE)] if isinstance(value, str) else value
        for name, value in fields.items()
        if value is not None and value != ""
    }


def _taken(step: str, reply: Reply) -> str:
    """A member of a campaign cannot become one again; all other refusals end the delivery."""
    code, said = error(reply)
    if code == "DUPLICATE_VALUE":
        return "there already"
    fault = fault_of(Call(step, "POST", ""), reply)
    if isinstance(fault, RetryAt | Failed):
        raise Refused(fault)
    raise Refused(Failed(f"{step}: {said}", "fix_data"))


def _made(kind: str) -> Json:
    return {"id": f"<{kind}>", "success": True, "errors": []}
