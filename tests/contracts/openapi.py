"""Twilio's own OpenAPI, tightened: what it leaves open although Twilio's reference does not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FORM = "application/x-www-form-urlencoded"
ACCOUNT = "/2010-04-01/Accounts/{AccountSid}"
USED = (
    f"{ACCOUNT}/Messages.json",
    f"{ACCOUNT}/Messages/{{Sid}}.json",
    f"{ACCOUNT}/Messages/{{MessageSid}}/Media.json",
    f"{ACCOUNT}/Messages/{{MessageSid}}/Media/{{Sid}}.json",
    f"{ACCOUNT}/Calls.json",
    f"{ACCOUNT}/Calls/{{Sid}}.json",
    f"{ACCOUNT}/Recordings.json",
    f"{ACCOUNT}/Recordings/{{Sid}}.json",
)
"""The paths that we ask for: the others are left out, so that the file is read in a moment."""
ADDRESS = r"^(whatsapp:)?\+[1-9]\d{6,14}$"
ERROR = {
    "type": "object",
    "required": ["code", "message", "status"],
    "properties": {
        "code": {"type": "integer"},
        "message": {"type": "string"},
        "more_info": {"type": "string"},
        "status": {"type": "integer"},
    },
}
REFUSALS = {"400": 21610, "401": 20003, "404": 20404, "409": 20009, "429": 20429}


def tightened(path: Path) -> dict[str, Any]:
    """The document, as strict as Twilio's reference reads."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    document["paths"] = {used: document["paths"][used] for used in USED}
    for operation in _operations(document):
        form = operation.get("requestBody", {}).get("content", {}).get(FORM)
        if form is not None:
            _spread_lists(form)
        _declare_refusals(operation)
        _allow_relative_pages(operation)
    text = document["paths"][USED[0]]["post"]["requestBody"]["content"][FORM]["schema"]
    _tighten_text(text)
    return document


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        yield from (item[method] for method in ("get", "post", "put", "delete") if method in item)


def _spread_lists(form: dict[str, Any]) -> None:
    """Lists are sent as repeated keys."""
    fields = form["schema"].get("properties", {})
    lists = [name for name, field in fields.items() if field.get("type") == "array"]
    form["encoding"] = {name: {"style": "form", "explode": True} for name in lists}


def _declare_refusals(operation: dict[str, Any]) -> None:
    """Only 2xx are documented; the error document is the same for all (Twilio docs: errors)."""
    for status, code in REFUSALS.items():
        example = {"code": code, "message": "refused", "status": int(status)}
        content = {"application/json": {"schema": ERROR, "example": example}}
        operation["responses"][status] = {"description": "refused", "content": content}


def _allow_relative_pages(operation: dict[str, Any]) -> None:
    """Twilio's own examples give the addresses of pages without a host."""
    for response in operation["responses"].values():
        schema = response.get("content", {}).get("application/json", {}).get("schema", {})
        for name, field in schema.get("properties", {}).items():
            if name.endswith("uri") and field.get("format") == "uri":
                field["format"] = "uri-reference"


def _tighten_text(text: dict[str, Any]) -> None:
    """Twilio docs: message resource, request body parameters."""
    fields = text["properties"]
    for name in ("To", "From"):
        fields[name] = {"type": "string", "pattern": ADDRESS}
    fields["Body"]["maxLength"] = 1600
    fields["Body"]["minLength"] = 1
    fields["ValidityPeriod"] |= {"minimum": 1, "maximum": 36_000}
    said = [{"required": [name]} for name in ("Body", "MediaUrl", "ContentSid")]
    sender = [{"required": [name]} for name in ("From", "MessagingServiceSid")]
    text["allOf"] = [
        {"anyOf": said},
        {"anyOf": sender},
        {"not": {"required": ["Body", "ContentSid"]}},
    ]
