"""How is a record of Zoho CRM written? Named, fitted to their fields, and looked for by its title.

Source: Zoho CRM developer documentation, API v8: "Insert records", "Notes", field lengths.
"""

from collections.abc import Generator, Mapping
from typing import TypeAlias

from agent.ledger import Record
from delivery.calls import Call, Kept, Reply
from delivery.lead import Lead
from delivery.notes import mark, note_text, task_title
from delivery.zoho_answers import identity, rows
from qualification.values import Json

Asking: TypeAlias = Generator[Call | Kept, Reply, str]
Fields: TypeAlias = dict[str, Json]

UNKNOWN = "Unknown"
"""A lead must have a Last_Name, and in most layouts a Company."""
MADE: Json = {"data": [{"code": "SUCCESS", "status": "success", "details": {"id": "<id>"}}]}
"""What a dry run takes for their answer."""
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


def note(lead: Lead, record: Record, module: str, of: str) -> Asking:
    """One, which each revision rewrites."""
    fields: Fields = {"Note_Title": mark(lead), "Note_Content": note_text(lead, NOTE)}
    known = record.remote("note")
    if known is not None:
        if not record.is_current("note"):
            yield change("note", "Notes", known, fields)
            yield Kept("note", known)
        return known
    parent: Json = {"module": {"api_name": module}, "id": of}
    fields["Parent_Id"] = parent
    return (
        yield from _create("note", "Notes", fields, record, f"/{module}/{of}/Notes", mark(lead))
    )


def task(lead: Lead, record: Record, owner: str, module: str, of: str, who: str) -> Asking:
    """One for the owner; what comes later is in the note."""
    subject = f"{task_title(lead)[:200]} ({mark(lead)})"
    fields: Fields = {
        "Subject": subject,
        "Description": f"{lead.next_step}\n{lead.links.lead}",
        "Due_Date": lead.created_at.date().isoformat(),
        "Priority": "High" if lead.tier == "hot" else "Normal",
        "Status": "Not Started",
        "Owner": {"id": owner} if owner else None,
    }
    if module == "Contacts":
        fields["Who_Id"] = {"id": who}
    else:
        fields |= {"What_Id": {"id": of}, "$se_module": module}
        if module == "Deals":
            fields["Who_Id"] = {"id": who}
    return (yield from _create("task", "Tasks", fields, record, f"/{module}/{of}/Tasks", subject))


def _create(
    step: str, module: str, fields: Fields, record: Record, listed: str, title: str
) -> Asking:
    """What has no field for our key: once, and looked for by its title if it may be there."""
    known = record.remote(step)
    if known is not None:
        return known
    if step in record.unsure:
        name = "Note_Title" if module == "Notes" else "Subject"
        asked = {"fields": f"id,{name}", "per_page": "200"}
        reply = yield Call(f"{step}_before", "GET", listed, params=asked, changes=False)
        for one in rows(reply):
            if one.get(name) == title:
                yield Kept(step, str(one.get("id") or ""))
                return str(one.get("id") or "")
    body: Json = {"data": [fit(fields)]}
    reply = yield Call(step, "POST", f"/{module}", body=body, example=MADE)
    remote = identity(reply)
    yield Kept(step, remote)
    return remote


def change(step: str, module: str, remote: str, fields: Mapping[str, Json]) -> Call:
    body: Json = {"data": [fit(fields)]}
    return Call(step, "PUT", f"/{module}/{remote}", body=body, example=MADE)


def fit(fields: Mapping[str, Json]) -> Fields:
    """What is known of them, no longer than theirs may be."""
    return {
        name: value[: LONGEST.get(name, 255)] if isinstance(value, str) else value
        for name, value in fields.items()
        if value is not None and value != ""
    }
