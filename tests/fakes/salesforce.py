"""Salesforce, as far as deliveries reach: objects with ids and external ids, queries, rules.

What was converted is read-only and tells its contact, to which its note and task move; what is
deleted takes its notes and tasks with it (object reference: Lead; "Cascade delete").
"""

import json
import re
from collections.abc import Mapping
from itertools import count
from typing import Any
from urllib.parse import unquote

import httpx

from tests.fakes.crm import FakeCrm

PREFIX = {
    "Lead": "00Q",
    "Contact": "003",
    "Account": "001",
    "Opportunity": "006",
    "Task": "00T",
    "Note": "002",
    "User": "005",
    "CampaignMember": "00v",
    "OpportunityContactRole": "00K",
}
PARENT = {"Note": "ParentId", "Task": "WhoId"}
REQUIRED = {
    "Lead": {"LastName", "Company"},
    "Contact": {"LastName"},
    "Account": {"Name"},
    "Opportunity": {"Name", "StageName", "CloseDate"},
    "Note": {"Title", "ParentId"},
}
LENGTHS = {
    "FirstName": 40,
    "LastName": 80,
    "Phone": 40,
    "Email": 80,
    "Company": 255,
    "Subject": 255,
}
BY_KEY = re.compile(r"/sobjects/(\w+)/(\w+__c)/(.+)$")
BY_ID = re.compile(r"/sobjects/(\w+)/(\w{18})$")
KIND = re.compile(r"/sobjects/(\w+)$")
QUERY = re.compile(
    r"SELECT ([\w., ]+) FROM (\w+) WHERE (.+) "
    r"ORDER BY (CreatedDate|LastModifiedDate DESC) LIMIT (\d+)"
)
TERM = re.compile(r"(\w+) (=|LIKE) ('(?:\\.|[^'\\])*'|true|false|null)(?: (AND|OR) |$)")

Fields = dict[str, Any]
SALES = {
    "account": "Account",
    "deal": "Opportunity",
    "role": "OpportunityContactRole",
    "member": "CampaignMember",
}


class FakeSalesforce(FakeCrm):
    """An org. `silent`: an update by key answers 204; `unique` is the custom external id."""

    def __init__(self, *, unique: str = "Banter_Id__c", silent: bool = False) -> None:
        super().__init__()
        self.unique = unique
        self.silent = silent
        self.refuses_duplicates = False
        self.tables: dict[str, dict[str, Fields]] = {}
        self.signed_in_with: list[Mapping[str, str]] = []
        self._ids = count(1)

    def records(self) -> dict[str, int]:
        kinds = {"lead": ("Lead", "Contact"), "note": ("Note",), "task": ("Task",)}
        return {
            name: sum(len(self.tables.get(kind, {})) for kind in each)
            for name, each in kinds.items()
        }

    def sales(self) -> dict[str, int]:
        return {
            name: len(self.tables[kind]) for name, kind in SALES.items() if self.tables.get(kind)
        }

    def put(self, kind: str, fields: Fields) -> str:
        """A record that somebody else made."""
        identity = f"{PREFIX[kind]}{next(self._ids):015}"
        self.tables.setdefault(kind, {})[identity] = dict(fields)
        return identity

    def convert(self, lead: str) -> str:
        """A salesperson makes a contact of a lead; the contact's id."""
        row = self.tables["Lead"][lead]
        kept = ("FirstName", "LastName", "Email", "Phone", "OwnerId")
        contact = self.put("Contact", {name: row[name] for name in kept if name in row})
        row |= {"IsConverted": True, "ConvertedContactId": contact}
        self._move(lead, contact)
        return contact

    def merge(self, kind: str, gone: str, into: str) -> None:
        """A salesperson makes one record of two: what hangs on the one moves to the other."""
        self._move(gone, into)
        self.delete(kind, gone)

    def _move(self, gone: str, into: str) -> None:
        for kind, parent in PARENT.items():
            for one in self.tables.get(kind, {}).values():
                if one.get(parent) == gone:
                    one[parent] = into

    def delete(self, kind: str, identity: str) -> None:
        """A salesperson deletes a record."""
        for one, parent in PARENT.items():
            rows = self.tables.get(one, {})
            self.tables[one] = {key: row for key, row in rows.items() if row[parent] != identity}
        del self.tables[kind][identity]

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.decode().partition("?")[0]
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid")
        if path.endswith("/query"):
            return self._query(request.url.params["q"])
        body: Fields = json.loads(request.content) if request.content else {}
        if (by_key := BY_KEY.search(path)) is not None:
            return self._by_key(request, by_key[1], by_key[2], unquote(by_key[3]), body)
        if (by_id := BY_ID.search(path)) is not None and request.method == "PATCH":
            return self._change(by_id[1], by_id[2], body)
        if by_id is not None and request.method == "GET":
            return self._read(by_id[1], by_id[2], request.url.params["fields"])
        if (kind := KIND.search(path)) is not None and request.method == "POST":
            return self._create(request, kind[1], body)
        return error(404, "NOT_FOUND", "The requested resource does not exist")

    def sign_in(self, request: httpx.Request) -> httpx.Response:
        """RFC 6749, 4.4, or RFC 7523; there is no refresh token."""
        form = dict(httpx.QueryParams(request.content.decode()))
        self.signed_in_with.append(form)
        if form.get("client_secret") == "wrong":
            said = {"error": "invalid_client", "error_description": "invalid client credentials"}
            return httpx.Response(400, json=said)
        self.sign_ins += 1
        host = f"{request.url.scheme}://{request.url.netloc.decode()}"
        return httpx.Response(200, json={"access_token": self.token, "instance_url": host})

    def error_inside(self, request: httpx.Request) -> httpx.Response | None:
        if request.method != "PATCH":
            return None
        inside = {"statusCode": "UNABLE_TO_LOCK_ROW", "message": "unable to lock", "fields": []}
        return httpx.Response(200, json={"id": None, "success": False, "errors": [inside]})

    def _by_key(
        self, request: httpx.Request, kind: str, name: str, key: str, body: Fields
    ) -> httpx.Response:
        if name != self.unique:
            said = "Provided external ID field does not exist or is not accessible"
            return error(404, "NOT_FOUND", f"{said}: {name}")
        rows = self.tables.get(kind, {})
        there = [identity for identity, row in rows.items() if row.get(name) == key]
        if len(there) > 1:
            return httpx.Response(300, json=[f"/sobjects/{kind}/{one}" for one in there])
        if request.method == "GET":
            return httpx.Response(200, json={"Id": there[0]}) if there else error(404, "NOT_FOUND")
        if "Id" in body or name in body:
            return error(400, "INVALID_FIELD", "the external id belongs into the address")
        if not there:
            return self._create(request, kind, {**body, name: key})
        if (wrong := _wrong(kind, {**rows[there[0]], **body})) is not None:
            return wrong
        self._assign(request, kind, body)
        rows[there[0]].update(body)
        if self.silent:
            return httpx.Response(204)
        told = {"id": there[0], "success": True, "created": False, "errors": []}
        return httpx.Response(200, json=told)

    def _create(self, request: httpx.Request, kind: str, body: Fields) -> httpx.Response:
        if (wrong := _wrong(kind, body)) is not None:
            return wrong
        rows = self.tables.get(kind, {}).values()
        if kind == "CampaignMember" and body in rows:
            return error(400, "DUPLICATE_VALUE", "Already a campaign member.")
        same = [row for row in rows if body.get("Email") and row.get("Email") == body["Email"]]
        may_save = "allowSave=true" in request.headers.get("sforce-duplicate-rule-header", "")
        if self.refuses_duplicates and same and not may_save:
            return error(400, "DUPLICATES_DETECTED", "Use one of these records?")
        self._assign(request, kind, body)
        told = {"id": self.put(kind, body), "success": True, "created": True, "errors": []}
        return httpx.Response(201, json=told)

    def _assign(self, request: httpx.Request, kind: str, body: Fields) -> None:
        """The active rule takes what is not kept from it, also what has an owner."""
        rule = request.headers.get("sforce-auto-assign", "TRUE")
        if kind == "Lead" and rule != "FALSE":
            body["OwnerId"] = f"by rule {rule}"

    def _read(self, kind: str, identity: str, names: str) -> httpx.Response:
        row = self.tables.get(kind, {}).get(identity)
        if row is None:
            return error(404, "NOT_FOUND", identity)
        whole = {"Id": identity, **row}
        return httpx.Response(200, json={name: whole.get(name) for name in names.split(",")})

    def _change(self, kind: str, identity: str, body: Fields) -> httpx.Response:
        row = self.tables.get(kind, {}).get(identity)
        if row is None:
            return error(404, "NOT_FOUND", identity)
        if (wrong := _wrong(kind, {**row, **body})) is not None:
            return wrong
        row.update(body)
        return httpx.Response(204)

    def _query(self, query: str) -> httpx.Response:
        found = QUERY.fullmatch(query)
        if found is None:
            return error(400, "MALFORMED_QUERY", query)
        there = list(self.tables.get(found[2], {}).items())
        if "DESC" in found[4]:
            there.reverse()
        held = [(identity, row) for identity, row in there if _holds(found[3], row)]
        held = held[: int(found[5])]
        records = [self._selected(found[1], {"Id": identity, **row}) for identity, row in held]
        whole = {"totalSize": len(records), "done": True, "records": records}
        return httpx.Response(200, json=whole)

    def _selected(self, names: str, row: Fields) -> Fields:
        """The fields that were asked for, those of the owner inside `Owner`."""
        chosen: Fields = {}
        for name in names.split(", "):
            if name.startswith("Owner."):
                user = self.tables.get("User", {}).get(row.get("OwnerId", ""), {})
                chosen["Owner"] = {name.removeprefix("Owner."): user.get("Email")}
            else:
                chosen[name] = row.get(name)
        return chosen


def _holds(where: str, row: Fields) -> bool:
    terms = list(TERM.finditer(where))
    assert "".join(term[0] for term in terms) == where, where
    joined = {term[4] for term in terms[:-1]}
    assert len(joined) <= 1, "AND and OR need brackets"
    return (any if joined == {"OR"} else all)([_term(term, row) for term in terms])


def _term(term: re.Match[str], row: Fields) -> bool:
    value = row.get(term[1])
    match term[3]:
        case "null":
            return value is None
        case "true" | "false":
            return bool(value) is (term[3] == "true")
        case quoted:
            text = re.sub(r"\\(.)", r"\1", quoted[1:-1]).casefold()
            if term[2] == "LIKE":
                return text.strip("%") in str(value or "").casefold()
            return str(value or "").casefold() == text


def _wrong(kind: str, fields: Fields) -> httpx.Response | None:
    if kind == "Lead" and fields.get("IsConverted") is True:
        return error(400, "CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead")
    missing = REQUIRED.get(kind, set()) - fields.keys()
    if missing:
        return error(400, "REQUIRED_FIELD_MISSING", f"Required fields are missing: {missing}")
    for name, longest in LENGTHS.items():
        if len(str(fields.get(name, ""))) > longest:
            return error(400, "STRING_TOO_LONG", f"{name}: data value too large")
    return None


def error(status: int, code: str, message: str = "") -> httpx.Response:
    """In their shape."""
    return httpx.Response(status, json=[{"message": message, "errorCode": code, "fields": []}])
