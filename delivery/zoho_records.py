"""How is a record of Zoho CRM written? Named, fitted to their fields, and looked for by its title.

Source: Zoho CRM developer documentation, API v8: "Insert records", "Notes", field lengths.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from agent.ledger import Record
from delivery.calls import Call, Kept, Reply
from delivery.identities import given, is_lost, is_passed_on, whose_task
from delivery.lead import Lead
from delivery.notes import mark, note_text, task_mark, task_title
from delivery.zoho_answers import doubled, identity, is_gone, rows
from qualification.values import Json

Asking: TypeAlias = Generator[Call | Kept, Reply, str]
Fields: TypeAlias = dict[str, Json]

UNKNOWN = "Unknown"
"""A lead must have a Last_Name, and in most layouts a Company."""
MADE: Json = {"data": [{"code": "SUCCESS", "status": "success", "details": {"id": "<id>"}}]}
"""What a dry run takes for their answer."""
MISSING = frozenset({400, 404})
"""How a record that is not there is told, besides 204."""
BACKSLASHED = str.maketrans({one: f"\\{one}" for one in "\\(),"})
NOTE = 32_000
"""Characters of a note."""
LONGEST: Mapping[str, int] = {
    "First_Name": 40,
    "Last_Name": 80,
    "Company": 200,
    "Designation": 100,
    "Title": 100,
    "Email": 100,
    "Phone": 30,
    "Account_Name": 200,
    "Deal_Name": 120,
    "Subject": 255,
    "Note_Title": 120,
    "Note_Content": NOTE,
    "Description": NOTE,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody's record: its module and its id."""

    module: str
    id: str


def equals(name: str, value: str) -> str:
    """A criterion of a search; brackets, commas and backslashes are written with a backslash."""
    return f"({name}:equals:{value.translate(BACKSLASHED)})"


def named(lead: Lead) -> Fields:
    contact = lead.contact
    return {
        "First_Name": contact.first_name if contact.last_name else None,
        "Last_Name": contact.last_name or contact.first_name or contact.email or UNKNOWN,
        "Email": contact.email,
        "Phone": contact.phone,
    }


def note(lead: Lead, record: Record, module: str, of: str, who: Found) -> Asking:
    """One, which each revision rewrites; where it was deleted, as with the record that it hung on,
    there is a new one.
    """
    fields: Fields = {"Note_Title": mark(lead), "Note_Content": note_text(lead, NOTE)}
    known = record.remote("note")
    if known is not None:
        if record.is_current("note"):
            return known
        if not is_gone((yield from rewrite("note", "Notes", known, fields))):
            yield Kept("note", known)
            return known
        module, of = yield from _parent(module, of, who)
    parent: Json = {"module": {"api_name": module}, "id": of}
    fields["Parent_Id"] = parent
    listed = f"/{module}/{of}/Notes"
    return (yield from _create("note", "Notes", fields, record, listed, mark(lead)))


def task(
    lead: Lead, record: Record, owner: str, module: str, of: str, who: Found
) -> Generator[Call | Kept, Reply, str]:
    """One for the owner, who may change; what comes later is in the note. A person who had to be
    written anew has lost theirs, and gets it anew.
    """
    known, due = record.remote("task"), lead.due_on.isoformat()
    lost = is_lost(record, "task", who.id)
    if known is not None and not (lost and (yield from read("Tasks", known)) is None):
        if is_passed_on(record, owner):
            passed: Fields = {"Owner": {"id": owner}, "Due_Date": due}
            yield from rewrite("task", "Tasks", known, passed)
            yield Kept("task", known)
        elif not lost and not record.is_current("task"):
            return known
        yield from whose_task(record, who.id, owner)
        return known
    subject = f"{task_title(lead)[:200]} {task_mark(lead)}"
    fields: Fields = {
        "Subject": subject,
        "Description": f"{lead.next_step}\n{lead.links.lead}",
        "Due_Date": due,
        "Priority": "High" if lead.tier == "hot" else "Normal",
        "Status": "Not Started",
        "Owner": {"id": owner} if owner else None,
    }
    if module == "Contacts":
        fields["Who_Id"] = {"id": who.id}
    else:
        fields |= {"What_Id": {"id": of}, "$se_module": module}
        if module == "Deals":
            fields["Who_Id"] = {"id": who.id}
    listed = f"/{module}/{of}/Tasks"
    remote = yield from _create("task", "Tasks", fields, record, listed, task_mark(lead))
    yield from whose_task(record, who.id, owner)
    return remote


def _create(
    step: str, module: str, fields: Fields, record: Record, listed: str, ending: str
) -> Asking:
    """What has no field for our key: once, and looked for by the end of its title."""
    if step in record.unsure:
        name = "Note_Title" if module == "Notes" else "Subject"
        asked = {"fields": f"id,{name}", "per_page": "200"}
        reply = yield Call(f"{step}_before", "GET", listed, params=asked, changes=False)
        for one in rows(reply):
            if str(one.get(name) or "").endswith(ending):
                there = given(step, one.get("id"))
                yield Kept(step, there)
                return there
    body: Json = {"data": [fit(fields)]}
    reply = yield Call(step, "POST", f"/{module}", body=body, example=MADE)
    remote = given(step, identity(reply))
    yield Kept(step, remote)
    return remote


def _parent(module: str, of: str, who: Found) -> Generator[Call, Reply, tuple[str, str]]:
    """What a note hangs on now: what was a lead is a contact, and a deal may have been deleted."""
    there = yield from read(module, of)
    if there is None:
        return who.module, who.id
    contact = contact_of(there)
    return ("Contacts", contact) if contact else (module, of)


def read(module: str, remote: str) -> Generator[Call, Reply, Mapping[str, Json] | None]:
    """A record by its id; None where somebody has deleted it. What was converted is told only if
    it is asked for ("Get records": `converted`).
    """
    for params in ({}, {"converted": "true"}) if module == "Leads" else ({},):
        url, example = f"/{module}/{remote}", _row(remote)
        call = Call("read", "GET", url, params=params, changes=False, also=MISSING, example=example)
        found = rows((yield call))
        if found:
            return found[0]
    return None


def _row(remote: str) -> Json:
    return {"data": [{"id": remote}]}


def contact_of(lead: Mapping[str, Json]) -> str:
    """The contact that they made of a lead; an empty text where they made none."""
    detail = lead.get("$converted_detail")
    contact = detail.get("contact") if isinstance(detail, dict) else None
    if isinstance(contact, dict):
        contact = contact.get("id")
    return str(contact or "")


def rewrite(
    step: str, module: str, remote: str, fields: Mapping[str, Json]
) -> Generator[Call, Reply, Reply]:
    """What is there is brought up to date. A value that another record of theirs has, and that may
    be there once, is left out: the note tells it.
    """
    row = fit(fields)
    while row:
        body: Json = {"data": [{**row}]}
        url = f"/{module}/{remote}"
        reply = yield Call(step, "PUT", url, body=body, example=MADE)
        other = doubled(reply)
        if not other:
            return reply
        row = {name: value for name, value in row.items() if name != other}
    return Reply()


def fit(fields: Mapping[str, Json]) -> Fields:
    """What is known of them, no longer than theirs may be."""
    return {
        name: value[: LONGEST.get(name, 255)] if isinstance(value, str) else value
        for name, value in fields.items()
        if value is not None and value != ""
    }
