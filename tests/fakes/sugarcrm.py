"""SugarCRM, as far as deliveries reach: modules with records, filters, sync keys, sessions."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import unquote

import httpx

from tests.fakes.crm import FakeCrm

Fields = dict[str, Any]

REQUIRED = {"Leads": "last_name", "Contacts": "last_name", "Accounts": "name", "Notes": "name"}
SYNCED = re.compile(r"/rest/v11_24/(\w+)/sync_key/(.+)$")
FILTER = re.compile(r"/rest/v11_24/(\w+)/filter$")
ONE = re.compile(r"/rest/v11_24/(\w+)/([\w-]{8,})$")
LINKED = re.compile(r"/rest/v11_24/Accounts/([\w-]{8,})/link/opportunities\?")
CONTACTS = re.compile(r"/rest/v11_24/Opportunities/([\w-]{8,})/link/contacts\?")
MODULE = re.compile(r"/rest/v11_24/(\w+)$")
SALES = {"account": "Accounts", "deal": "Opportunities"}


class FakeSugarCrm(FakeCrm):
    """An instance; `platforms`: those that an admin has registered; `page`: so many records at
    once.
    """

    page = 1000

    def __init__(self, *, users: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.modules: dict[str, dict[str, Fields]] = {}
        self.platforms = {"base", "banter"}
        self.linked: dict[str, list[str]] = {}
        """The contacts of each opportunity."""
        self.closed: set[str] = set()
        """Modules that our user may not read."""
        self._ids = count(10_000_001)
        for email, identity in (users or {}).items():
            row = {"status": "Active", "email": [{"email_address": email}]}
            self.modules.setdefault("Users", {})[identity] = row

    def records(self) -> dict[str, int]:
        kinds = {"lead": ("Leads", "Contacts"), "note": ("Notes",), "task": ("Tasks",)}
        return {
            name: sum(len(self.modules.get(module, {})) for module in each)
            for name, each in kinds.items()
        }

    def sales(self) -> dict[str, int]:
        return {
            name: len(self.modules[kind]) for name, kind in SALES.items() if self.modules.get(kind)
        }

    def put(self, module: str, fields: Fields) -> str:
        """A record."""
        identity = f"id-{next(self._ids)}"
        self.modules.setdefault(module, {})[identity] = dict(fields)
        return identity

    def convert(self, lead: str) -> str:
        """A salesperson makes a contact of a lead; the contact's id."""
        row = self.modules["Leads"][lead]
        kept = ("first_name", "last_name", "email", "phone_work", "assigned_user_id")
        contact = self.put("Contacts", {name: row[name] for name in kept if name in row})
        row |= {"converted": True, "contact_id": contact}
        return contact

    def merge(self, module: str, gone: str, into: str) -> None:
        """A salesperson makes one record of two: what hangs on the one moves to the other."""
        for kind in ("Notes", "Tasks"):
            for row in self.modules.get(kind, {}).values():
                if row["parent_id"] == gone:
                    row["parent_id"] = into
        self.delete(module, gone)

    def delete(self, module: str, identity: str) -> None:
        """A salesperson deletes a record, and what hangs on it."""
        for kind in ("Notes", "Tasks"):
            rows = self.modules.get(kind, {}).items()
            kept = {one: row for one, row in rows if row["parent_id"] != identity}
            self.modules[kind] = kept
        del self.modules[module][identity]

    def sign_in(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)
        if asked["platform"] not in self.platforms:
            return told(422, "invalid_parameter", "the platform is not registered")
        if (asked["grant_type"], asked["password"]) != ("password", "secret"):
            return told(401, "need_login", "You must specify a valid username and password.")
        self.sign_ins += 1
        return httpx.Response(200, json={"access_token": self.token, "expires_in": 3600})

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.headers.get("oauth-token") != self.token:
            return told(401, "need_login", "No valid authentication for user.")
        path = request.url.raw_path.decode()
        body: Fields = json.loads(request.content or b"{}")
        match request.method:
            case "POST" if (found := FILTER.match(path)) is not None:
                return self._filter(found[1], body)
            case "POST" if (found := MODULE.match(path)) is not None:
                return self._create(found[1], body)
            case "PATCH" if (found := SYNCED.match(path)) is not None:
                return self._synced(found[1], unquote(found[2]), body)
            case "PUT" if (found := ONE.match(path)) is not None:
                return self._change(found[1], found[2], body)
            case "GET" if (found := LINKED.match(path)) is not None:
                mine: Fields = {"filter": [{"account_id": {"$equals": found[1]}}]}
                asked = dict(request.url.params)
                return self._filter("Opportunities", {**mine, **asked, "max_num": 20})
            case "GET" if (found := CONTACTS.match(path)) is not None:
                rows: list[Fields] = [{"id": one} for one in self.linked.get(found[1], ())]
                return httpx.Response(200, json={"next_offset": -1, "records": rows})
        return told(404, "no_method", "Could not find a route")

    def error_inside(self, request: httpx.Request) -> httpx.Response | None:
        if request.method == "POST" and request.url.path.endswith("/filter"):
            return None
        return httpx.Response(200, json={"error": "edit_conflict", "error_message": "edited"})

    def _filter(self, module: str, body: Fields) -> httpx.Response:
        if module in self.closed:
            return told(403, "not_authorized", f"You are not authorized to read {module}")
        names = body.get("fields", "id").split(",")
        known = [{"id": one, **row} for one, row in self.modules.get(module, {}).items()]
        rows = [row for row in known if all(_holds(term, row) for term in body["filter"])]
        for one in reversed(body.get("order_by", "").split(",")):
            name, _, way = one.partition(":")
            rows.sort(key=partial(_by, name), reverse=way == "desc")
        start = body.get("offset", 0)
        end = start + min(body["max_num"], self.page)
        found = [{name: row[name] for name in ("id", *names) if name in row} for row in rows]
        following = end if end < len(rows) else -1
        return httpx.Response(200, json={"next_offset": following, "records": found[start:end]})

    def _create(self, module: str, body: Fields) -> httpx.Response:
        needed = REQUIRED.get(module, "name")
        if needed not in body:
            return told(422, "missing_parameter", f"Missing required field {needed}")
        identity = self.put(module, body)
        return httpx.Response(200, json={"id": identity, **body})

    def _synced(self, module: str, key: str, body: Fields) -> httpx.Response:
        for identity, row in self.modules.get(module, {}).items():
            if row.get("sync_key") == key:
                row.update(body)
                return httpx.Response(200, json={"record": identity})
        made = self._create(module, {**body, "sync_key": key})
        return httpx.Response(201, json={"record": made.json()["id"]}) if made.is_success else made

    def _change(self, module: str, identity: str, body: Fields) -> httpx.Response:
        row = self.modules.get(module, {}).get(identity)
        if row is None:
            return told(404, "not_found", f"Could not find record: {identity}")
        if "sync_key" in body:
            return told(422, "invalid_parameter", "sync_key cannot be set")
        row.update(body)
        return httpx.Response(200, json={"id": identity, **row})


def _by(name: str, row: Fields) -> str:
    return str(row.get(name, ""))


def _holds(term: Fields, row: Fields) -> bool:
    ((name, wanted),) = term.items()
    if name == "$or":
        return any(_holds(one, row) for one in wanted)
    ((operator, value),) = wanted.items()
    if name == "email_addresses.email_address":
        mails = {str(one["email_address"]).casefold() for one in row.get("email", [])}
        return str(value).casefold() in mails
    there = row.get(name)
    match operator:
        case "$equals":
            return bool(there == value or (value == 0 and not there))
        case "$in":
            return there in value
        case "$contains":
            return str(value).casefold() in str(there or "").casefold()
        case "$not_null":
            return there is not None
        case "$gte":
            return bool(datetime.fromisoformat(str(there)) >= datetime.fromisoformat(value))
    raise AssertionError(f"{operator} is none of theirs")


def told(status: int, error: str, message: str) -> httpx.Response:
    """In their shape."""
    return httpx.Response(status, json={"error": error, "error_message": message})
