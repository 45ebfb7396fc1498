"""How is a record of SugarCRM written? Once, fitted to its fields, and looked for by its name.

Source: Sugar Developer Guide, REST API v11: "/<module> POST", "/<module>/:record PUT",
"/<module>/filter POST".
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from agent.ledger import Record
from delivery.calls import Call, Kept, Reply
from delivery.identities import given, is_lost, is_passed_on, whose_task
from delivery.lead import Lead
from delivery.notes import mark, note_text, task_mark, task_title
from qualification.values import Json

Asking: TypeAlias = Generator[Call | Kept, Reply, str]
Fields: TypeAlias = dict[str, Json]
Row: TypeAlias = Mapping[str, Json]

LONGEST = 255
TEXTS = frozenset({"description"})
GONE = frozenset({404})
"""Somebody has deleted it."""
MADE: Json = {"id": "<id>"}
"""What a dry run takes for their answer."""


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody's record: its module and its id."""

    module: str
    id: str


def note(lead: Lead, record: Record, module: str, of: str, who: Found) -> Asking:
    """One, which each revision rewrites."""
    parent: Fields = {"parent_type": module, "parent_id": of}
    fields: Fields = {"name": mark(lead), "description": note_text(lead), **parent}
    known = record.remote("note")
    if known is not None:
        if record.is_current("note"):
            return known
        url = f"/Notes/{known}"
        reply = yield Call("note", "PUT", url, body=fit(fields), also=GONE, example=MADE)
        if reply.status not in GONE or not is_lost(record, "note", who.id):
            yield Kept("note", known)
            return known
    same: Fields = {"name": mark(lead), "parent_id": of}
    return (yield from once("note", "Notes", fields, record, same, anew=known is not None))


def task(
    lead: Lead, record: Record, owner: str, module: str, of: str, who: Found
) -> Generator[Call | Kept, Reply, None]:
    """One for the owner, who may change; what comes later is in the note. A person who had to be
    written anew has lost theirs, and gets it anew.
    """
    due = lead.due_at.isoformat()
    known, lost = record.remote("task"), is_lost(record, "task", who.id)
    if known is not None and not (lost and not (yield from find("read", "Tasks", {"id": known}))):
        if is_passed_on(record, owner):
            passed: Fields = {"assigned_user_id": owner, "date_due": due}
            yield Call("task", "PUT", f"/Tasks/{known}", body=passed, also=GONE, example=MADE)
            yield Kept("task", known)
        elif not lost and not record.is_current("task"):
            return
        yield from whose_task(record, who.id, owner)
        return
    name = f"{task_title(lead)[:180]} {task_mark(lead)}"
    fields: Fields = {
        "name": name,
        "description": f"{lead.next_step}\n{lead.links.lead}",
        "parent_type": module,
        "parent_id": of,
        "date_due": due,
        "priority": "High" if lead.tier == "hot" else "Medium",
        "status": "Not Started",
        "assigned_user_id": owner,
    }
    same: Fields = {"name": {"$contains": task_mark(lead)}, "parent_id": of}
    yield from once("task", "Tasks", fields, record, same, anew=known is not None)
    yield from whose_task(record, who.id, owner)


def once(
    step: str, module: str, fields: Fields, record: Record, same: Fields, *, anew: bool = False
) -> Asking:
    """Made unless it is there: an account always may be, our own only after an unsure try. `anew`:
    what is on record is there no more.
    """
    known = record.remote(step)
    if known is not None and not anew:
        return known
    if module == "Accounts" or step in record.unsure:
        there = yield from find(f"{step}_before", module, same)
        if there:
            yield Kept(step, there)
            return there
    reply = yield Call(step, "POST", f"/{module}", body=fit(fields), example=MADE)
    remote = given(step, written(reply))
    yield Kept(step, remote)
    return remote


def find(step: str, module: str, same: Fields) -> Asking:
    """The id of such a record; an empty text where there is none."""
    known = str(same.get("id") or "")
    found = yield from search(step, module, equal(same), "id", 1, known=known)
    return str(found[0].get("id") or "") if found else ""


def search(
    step: str,
    module: str,
    terms: Sequence[Json],
    fields: str,
    most: int,
    also: frozenset[int] = frozenset(),
    *,
    known: str = "",
) -> Generator[Call, Reply, list[Row]]:
    """The records that all of this is true of; a dry run finds the `known` one."""
    body: Json = {"filter": [*terms], "fields": fields, "max_num": most}
    there: list[Json] = [{"id": known}] if known else []
    reply = yield Call(
        step,
        "POST",
        f"/{module}/filter",
        body=body,
        changes=False,
        also=also,
        example={"next_offset": -1, "records": there},
    )
    records = reply.object().get("records")
    return [one for one in records if isinstance(one, dict)] if isinstance(records, list) else []


def equal(same: Fields) -> list[Json]:
    """A text is the whole of it; a part of it is asked for by its own operator (`$contains`)."""
    return [
        {name: value if isinstance(value, dict) else {"$equals": value}}
        for name, value in same.items()
    ]


def by_email(address: str) -> Fields:
    """Whoever has this address: related fields are filtered as `link.field`."""
    return {"email_addresses.email_address": address}


def emails(row: Row) -> list[str]:
    """All addresses of a person."""
    several = row.get("email")
    rows = several if isinstance(several, list) else []
    return [str(one.get("email_address") or "") for one in rows if isinstance(one, dict)]


def written(reply: Reply) -> Json:
    """The id of the record that was written: as itself, or named by the upsert."""
    told = reply.object()
    return told.get("id") or told.get("record")


def fit(fields: Mapping[str, Json]) -> Fields:
    """What is known of them, no longer than theirs may be."""
    return {
        name: value[:LONGEST] if isinstance(value, str) and name not in TEXTS else value
        for name, value in fields.items()
        if value is not None and value != ""
    }
