"""Zoho CRM, as far as deliveries reach: modules with records, unique fields, a search that lags.

Codes and messages are those of its own client (@zohocrm/nodejs-sdk-8.0). What was converted is read
only, is not found by a search, and is told by its id only with `converted=true`; its notes and
tasks move to the contact. What is deleted takes its notes and tasks with it.
"""

import json
import re
from collections.abc import Mapping
from itertools import count
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm

Fields = dict[str, Any]

REQUIRED = {
    "Leads": {"Last_Name", "Company"},
    "Contacts": {"Last_Name"},
    "Accounts": {"Account_Name"},
    "Deals": {"Deal_Name", "Stage"},
    "Notes": {"Parent_Id"},
    "Tasks": {"Subject"},
}
UPSERT = re.compile(r"/crm/v8/(\w+)/upsert$")
SEARCH = re.compile(r"/crm/v8/(\w+)/search$")
LISTED = re.compile(r"/crm/v8/(\w+)/(\d+)/(Notes|Tasks|Deals)$")
ONE = re.compile(r"/crm/v8/(\w+)/(\d+)$")
NAME = re.compile(r"\(Account_Name:equals:((?:\\.|[^\\(),])+)\)")
MODULE = re.compile(r"/crm/v8/(\w+)$")
SALES = {"account": "Accounts", "deal": "Deals"}


class FakeZoho(FakeCrm):
    """An account. `unique`: fields that a value may be in once. The search finds only what somebody
    else wrote: it lags behind. `page`: so many users are told at once.
    """

    page = 200

    def __init__(
        self, *, key: str = "Banter_Id", unique: tuple[str, ...] = (), users: Mapping[str, str] = {}
    ) -> None:
        super().__init__()
        self.unique = (key, *unique)
        self.users = dict(users)
        self.modules: dict[str, dict[str, Fields]] = {}
        self.found: set[str] = set()
        """Ids that the search knows."""
        self.rules: list[str] = []
        """The assignment rules that were asked to run."""
        self._ids = count(7_000_000_000_001)

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

    def put(self, module: str, fields: Fields, *, found: bool = True) -> str:
        """A record that somebody else made."""
        identity = str(next(self._ids))
        self.modules.setdefault(module, {})[identity] = dict(fields)
        if found:
            self.found.add(identity)
        return identity

    def convert(self, lead: str) -> str:
        """A salesperson makes a contact of a lead; the contact's id."""
        row = self.modules["Leads"][lead]
        kept = ("First_Name", "Last_Name", "Email", "Phone", "Owner")
        contact = self.put("Contacts", {name: row[name] for name in kept if name in row})
        row |= {"$converted": True, "$converted_detail": {"contact": contact}}
        for one in self._hung_on(lead, "Notes"):
            one["Parent_Id"] = {"module": {"api_name": "Contacts"}, "id": contact}
        for one in self._hung_on(lead, "Tasks"):
            del one["What_Id"], one["$se_module"]
            one["Who_Id"] = {"id": contact}
        return contact

    def merge(self, module: str, gone: str, into: str) -> None:
        """A salesperson makes one record of two: what hangs on the one moves to the other."""
        for kind in ("Notes", "Tasks"):
            for row in self._hung_on(gone, kind):
                for name in ("Parent_Id", "What_Id", "Who_Id"):
                    if name in row:
                        row[name] = {**row[name], "id": into}
        self.delete(module, gone)

    def delete(self, module: str, identity: str) -> None:
        """A salesperson deletes a record."""
        for kind in ("Notes", "Tasks"):
            gone = self._hung_on(identity, kind)
            rows = self.modules.get(kind, {})
            self.modules[kind] = {one: row for one, row in rows.items() if row not in gone}
        del self.modules[module][identity]

    def _hung_on(self, identity: str, kind: str) -> list[Fields]:
        return [row for row in self.modules.get(kind, {}).values() if _is_of(row, identity)]

    def sign_in(self, request: httpx.Request) -> httpx.Response:
        """Mistakes are told with 200; the refresh token stays."""
        form = dict(httpx.QueryParams(request.content.decode()))
        if form.get("refresh_token") != "refresh-1":
            return httpx.Response(200, json={"error": "invalid_code"})
        self.sign_ins += 1
        host = f"{request.url.scheme}://{request.url.netloc.decode()}"
        given = {"access_token": self.token, "api_domain": host, "expires_in": 3600}
        return httpx.Response(200, json=given)

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") != f"Zoho-oauthtoken {self.token}":
            return whole(401, "INVALID_TOKEN", "invalid oauth token")
        path, params = request.url.path, request.url.params
        if path == "/crm/v8/users":
            users = [{"id": known, "email": email} for email, known in self.users.items()]
            start, most = (int(params["page"]) - 1) * self.page, self.page
            info = {"more_records": start + most < len(users)}
            return httpx.Response(200, json={"users": users[start : start + most], "info": info})
        if (search := SEARCH.match(path)) is not None:
            rows = self.modules.get(search[1], {}).items()
            same = [
                {"id": identity, **row}
                for identity, row in rows
                if identity in self.found and not row.get("$converted") and _is_sought(row, params)
            ]
            return listed(same, params["fields"])
        if (inside := LISTED.match(path)) is not None:
            rows = self.modules.get(inside[3], {}).items()
            mine = [{"id": identity, **row} for identity, row in rows if _is_of(row, inside[2])]
            return listed(mine, params["fields"])
        body = json.loads(request.content or b"{}")
        if (upsert := UPSERT.match(path)) is not None and request.method == "POST":
            return self._upsert(upsert[1], body)
        if (one := ONE.match(path)) is not None and request.method == "GET":
            return self._read(one[1], one[2], params)
        if (one := ONE.match(path)) is not None and request.method == "PUT":
            return self._change(one[1], one[2], body["data"][0])
        if (module := MODULE.match(path)) is not None and request.method == "POST":
            return self._create(module[1], body["data"][0])
        return whole(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access")

    def error_inside(self, request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith("/upsert"):
            return None
        return inside("INTERNAL_ERROR", {})

    def _read(self, module: str, identity: str, params: httpx.QueryParams) -> httpx.Response:
        row = self.modules.get(module, {}).get(identity, {})
        wanted = params.get("converted", "false") == "true"
        there = row and bool(row.get("$converted")) is wanted
        return listed([{"id": identity, **row}] if there else [], ",".join(("id", *row)))

    def _upsert(self, module: str, body: Fields) -> httpx.Response:
        (row,) = body["data"]
        checked = body["duplicate_check_fields"]
        if not set(checked) <= {*self.unique, "Account_Name"}:
            return whole(400, "INVALID_DATA", "the field is not unique", api_name=checked[0])
        known = next((one for name in checked if (one := self._by(module, name, row))), None)
        if known is not None:
            return self._change(module, known, row, action="update")
        if "lar_id" in body:
            self.rules.append(body["lar_id"])
            row = {**row, "Owner": {"id": "by rule"}}
        return self._create(module, row)

    def _create(self, module: str, row: Fields) -> httpx.Response:
        parent = row.get("Parent_Id", {})
        held = self.modules.get(parent.get("module", {}).get("api_name"), {}).get(parent.get("id"))
        if parent and (held is None or held.get("$converted")):
            return inside("INVALID_DATA", {"api_name": "id", "json_path": "$.data[0].Parent_Id.id"})
        missing = sorted(REQUIRED.get(module, set()) - row.keys())
        if missing:
            return inside("MANDATORY_NOT_FOUND", {"api_name": missing[0]})
        for name in self.unique:
            other = self._by(module, name, row)
            if other is not None:
                return inside("DUPLICATE_DATA", {"api_name": name, "id": other})
        identity = self.put(module, row, found=False)
        return done(identity, "insert", 201)

    def _change(
        self, module: str, identity: str, row: Fields, action: str = "update"
    ) -> httpx.Response:
        known = self.modules.get(module, {}).get(identity)
        if known is None:
            return refused("INVALID_DATA", "the id given seems to be invalid", {"api_name": "id"})
        if known.get("$converted"):
            return refused("CONVERTED_RECORD", "can't update the converted record", {})
        taken = [
            {"api_name": name, "duplicate_record": {"id": other}}
            for name in self.unique
            if (other := self._by(module, name, row)) not in (None, identity)
        ]
        if len(taken) == 1:
            return refused("DUPLICATE_DATA", "duplicate data", taken[0])
        if taken:
            one = {"code": "DUPLICATE_DATA", "status": "error", "message": "duplicate data"}
            errors = [{**one, "details": each} for each in taken]
            told = "Multiple errors in the request"
            return refused("MULTIPLE_OR_MULTI_ERRORS", told, {"errors": errors})
        known.update(row)
        return done(identity, action, 200)

    def _by(self, module: str, name: str, row: Fields) -> str | None:
        rows = self.modules.get(module, {}).items()
        value = row.get(name)
        return next((one for one, held in rows if value and held.get(name) == value), None)


def _is_of(row: Fields, identity: str) -> bool:
    parents = (row.get(name) for name in ("Parent_Id", "What_Id", "Who_Id", "Account_Name"))
    return any(isinstance(one, dict) and one.get("id") == identity for one in parents)


def _is_sought(row: Fields, params: httpx.QueryParams) -> bool:
    """By `email` or `phone`, by criteria on a name, or by a word anywhere."""
    if "criteria" in params and (name := NAME.fullmatch(params["criteria"])) is not None:
        return str(row.get("Account_Name", "")) == re.sub(r"\\(.)", r"\1", name[1])
    if "word" in params:
        return any(params["word"] in str(value) for value in row.values())
    wanted = params.get("email") or params.get("phone")
    return str(wanted).casefold() in {str(row.get(name)).casefold() for name in ("Email", "Phone")}


def listed(rows: list[Fields], fields: str) -> httpx.Response:
    """What a look-up found; no content where that is nothing."""
    if not rows:
        return httpx.Response(204)
    names = fields.split(",")
    data = [{name: row.get(name) for name in names} for row in rows]
    return httpx.Response(200, json={"data": data, "info": {"more_records": False}})


def done(identity: str, action: str, status: int) -> httpx.Response:
    row = {"code": "SUCCESS", "status": "success", "action": action, "details": {"id": identity}}
    return httpx.Response(status, json={"data": [{**row, "message": "record saved"}]})


def inside(code: str, details: Fields) -> httpx.Response:
    """An error of the record in a success."""
    row = {"code": code, "status": "error", "message": "see details", "details": details}
    return httpx.Response(200, json={"data": [row]})


def refused(code: str, message: str, details: Fields) -> httpx.Response:
    """An error of the one record of a request."""
    row = {"code": code, "status": "error", "message": message, "details": details}
    return httpx.Response(400, json={"data": [row]})


def whole(status: int, code: str, message: str, **details: str) -> httpx.Response:
    """An error of the request."""
    said = {"code": code, "status": "error", "message": message, "details": details}
    return httpx.Response(status, json=said)
