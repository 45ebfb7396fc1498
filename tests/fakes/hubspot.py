"""HubSpot, as far as deliveries reach: records, associations, owners, a search that lags."""

import json
import re
from collections.abc import Mapping
from itertools import count
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm

OBJECTS = re.compile(r"/crm/(?:objects/2026-03|v3/objects)/(\w+)(?:/([^/]+))?(?:/([^/]+))?$")
LINKS = re.compile(
    r"/crm/(?:objects/2026-03|v4/objects)/(\w+)/(\d+)/associations/(?:default/)?(\w+)(?:/(\d+))?$"
)
OWNERS = re.compile(r"/crm/(?:owners/2026-03|v3/owners)/?(\d*)$")
TEXT_OF = {"notes": "hs_note_body", "tasks": "hs_task_body", "deals": "description"}
STAGES = ("subscriber", "lead", "marketingqualifiedlead", "salesqualifiedlead", "customer")
SALES = {"deal": "deals", "lead record": "leads"}
REQUIRED = {"notes": "hs_timestamp", "tasks": "hs_timestamp", "leads": "hs_lead_name"}


class FakeHubSpot(FakeCrm):
    """An account; `lag`: a search does not find what was written since it was last set back."""

    def __init__(self, *, unique: str = "", owners: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.unique = unique
        """A custom unique property of contacts."""
        self.owners = dict(owners or {})
        self.objects: dict[str, dict[str, dict[str, str]]] = {}
        self.links: set[tuple[str, str, str, str]] = set()
        self.lag = True
        self.found: dict[str, set[str]] = {}
        """Ids that the search knows."""
        self.merged: dict[str, str] = {}
        """A contact that was merged into another is read as that one."""
        self._ids = count(101)

    def records(self) -> dict[str, int]:
        kinds = {"lead": "contacts", "note": "notes", "task": "tasks", "account": "companies"}
        return {name: len(self.objects.get(kind, {})) for name, kind in kinds.items()}

    def sales(self) -> dict[str, int]:
        return {
            name: len(self.objects[kind]) for name, kind in SALES.items() if self.objects.get(kind)
        }

    def put(self, kind: str, properties: Mapping[str, str], *, found: bool = True) -> str:
        """A record that somebody else made."""
        identity = str(next(self._ids))
        self.objects.setdefault(kind, {})[identity] = dict(properties)
        if found:
            self.found.setdefault(kind, set()).add(identity)
        return identity

    def merge(self, gone: str, into: str) -> None:
        """A salesperson makes one contact of two: what hangs on the one moves to the other."""
        for kind, identity, other_kind, other in tuple(self.links):
            if (other_kind, other) == ("contacts", gone):
                self._tie(kind, identity, "contacts", into)
        self.links = {row for row in self.links if gone not in (row[1], row[3])}
        del self.objects["contacts"][gone]
        self.merged[gone] = into

    def delete(self, contact: str) -> None:
        """A salesperson deletes a contact, with its notes and tasks."""
        for kind in ("notes", "tasks"):
            hung = {row[1] for row in self.links if (row[0], row[3]) == (kind, contact)}
            rows = self.objects.get(kind, {}).items()
            self.objects[kind] = {one: row for one, row in rows if one not in hung}
        self.links = {row for row in self.links if contact not in (row[1], row[3])}
        del self.objects["contacts"][contact]

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return _error(401, "EXPIRED_AUTHENTICATION", "The token is expired")
        path = request.url.path
        if (asked := OWNERS.search(path)) is not None:
            if asked[1]:
                named = next((one for one, who in self.owners.items() if who == asked[1]), None)
                return _ok({"id": asked[1], "email": named}) if named else _error(404, "", "")
            email = request.url.params.get("email", "")
            known = self.owners.get(email)
            return _ok({"results": [{"id": known, "email": email}] if known else []})
        body: dict[str, Any] = json.loads(request.content or b"{}")
        if (link := LINKS.search(path)) is not None:
            return self._link(request, *link.groups())
        if (found := OBJECTS.search(path)) is None:
            return _error(404, "OBJECT_NOT_FOUND", path)
        kind, first, second = found.groups()
        return self._on_object(request.method, kind, first, second, body)

    def _on_object(
        self, method: str, kind: str, first: str | None, second: str | None, body: dict[str, Any]
    ) -> httpx.Response:
        match method, first, second:
            case "POST", None, None:
                return self._create(kind, body)
            case "POST", "search", None:
                return self._search(kind, body)
            case "POST", "batch", "read":
                return self._batch_read(kind, body)
            case "POST", "batch", "upsert":
                return self._upsert(kind, body)
            case "GET", str() as identity, None:
                identity = self.merged.get(identity, identity)
                row = self.objects.get(kind, {}).get(identity)
                if row is None:
                    return _error(404, "OBJECT_NOT_FOUND", identity)
                return _ok({"id": identity, "properties": row})
            case "PATCH", str() as identity, None:
                return self._change(kind, identity, body)
        return httpx.Response(405)

    def error_inside(self, request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith("/contacts/batch/upsert"):
            return None
        inside = {"status": "error", "category": "INTERNAL_ERROR", "message": "try again"}
        whole = {"status": "COMPLETE", "results": [], "numErrors": 1, "errors": [inside]}
        return httpx.Response(207, json=whole)

    def _create(self, kind: str, body: dict[str, Any]) -> httpx.Response:
        properties = _properties(body)
        if properties is None or REQUIRED.get(kind, "") not in {"", *properties}:
            return _error(400, "VALIDATION_ERROR", f"{kind}: required properties are missing")
        if kind == "contacts" and (taken := self._by("contacts", "email", properties.get("email"))):
            return _error(409, "CONFLICT", f"Contact already exists. Existing ID: {taken}")
        is_open = {"hs_lead_is_open": "true"} if kind == "leads" else {}
        identity = self.put(kind, {**is_open, **properties}, found=not self.lag)
        for one in body.get("associations", []):
            other = str(one["to"]["id"])
            theirs = next(name for name, rows in self.objects.items() if other in rows)
            assert all(each["associationCategory"] == "HUBSPOT_DEFINED" for each in one["types"])
            self._tie(kind, identity, theirs, other)
        return httpx.Response(201, json={"id": identity, "properties": properties})

    def _change(self, kind: str, identity: str, body: dict[str, Any]) -> httpx.Response:
        properties, known = _properties(body), self.objects.get(kind, {}).get(identity)
        if known is None:
            return _error(404, "OBJECT_NOT_FOUND", identity)
        if properties is None:
            return _error(400, "VALIDATION_ERROR", "values are text")
        taken = self._by("contacts", "email", properties.get("email"))
        if kind == "contacts" and taken not in (None, identity):
            return _error(409, "CONFLICT", f"Contact already exists. Existing ID: {taken}")
        stage, there = properties.get("lifecyclestage"), known.get("lifecyclestage")
        if stage and there and STAGES.index(stage) < STAGES.index(there):
            del properties["lifecyclestage"]
        known.update(properties)
        return _ok({"id": identity, "properties": known})

    def _upsert(self, kind: str, body: dict[str, Any]) -> httpx.Response:
        results, errors = [], []
        for one in body["inputs"]:
            by, value, properties = one["idProperty"], one["id"], _properties(one)
            if by not in ("email", self.unique) or properties is None:
                return _error(400, "VALIDATION_ERROR", f"{by} is not unique, or no text")
            identity = self._by(kind, by, value)
            same = self._by(kind, "email", properties.get("email"))
            if identity is None and same is not None:
                message = f"Contact already exists. Existing ID: {same}"
                errors.append({"status": "error", "category": "CONFLICT", "message": message})
                continue
            new = identity is None
            identity = identity or self.put(kind, {by: value}, found=not self.lag)
            self._change(kind, identity, {"properties": properties})
            results.append({"id": identity, "properties": properties, "new": new})
        whole = {"status": "COMPLETE", "results": results}
        if errors:
            return httpx.Response(207, json={**whole, "numErrors": len(errors), "errors": errors})
        return _ok(whole)

    def _batch_read(self, kind: str, body: dict[str, Any]) -> httpx.Response:
        by = body.get("idProperty")
        ids = [self._by(kind, by, one["id"]) if by else one["id"] for one in body["inputs"]]
        known = self.objects.get(kind, {})
        found = [{"id": one, "properties": known[one]} for one in ids if one in known]
        if len(found) == len(ids):
            return _ok({"status": "COMPLETE", "results": found})
        missing = {"status": "error", "category": "OBJECT_NOT_FOUND", "message": "missing"}
        whole = {"status": "COMPLETE", "results": found, "numErrors": 1, "errors": [missing]}
        return httpx.Response(207, json=whole)

    def _search(self, kind: str, body: dict[str, Any]) -> httpx.Response:
        found = [
            {"id": identity, "properties": row}
            for identity, row in self.objects.get(kind, {}).items()
            if identity in self.found.get(kind, ())
            and any(
                all(self._fits(kind, identity, each) for each in group["filters"])
                for group in body["filterGroups"]
            )
        ]
        return _ok({"total": len(found), "results": found[: body["limit"]]})

    def _fits(self, kind: str, identity: str, term: dict[str, str]) -> bool:
        name, value = term["propertyName"], term["value"]
        if name == "associations.company":
            return (kind, identity, "companies", value) in self.links
        return self.objects[kind][identity].get(name) == value

    def tie(self, kind: str, identity: str, other_kind: str, other: str) -> None:
        """Somebody else associates two records."""
        self._tie(kind, identity, other_kind, other)

    def _link(
        self, request: httpx.Request, kind: str, identity: str, other_kind: str, other: str | None
    ) -> httpx.Response:
        if request.method == "PUT" and other is not None:
            self._tie(kind, identity, other_kind, other)
            return _ok({"status": "COMPLETE", "results": []})
        ids = sorted(row[3] for row in self.links if row[:3] == (kind, identity, other_kind))
        return _ok({"results": [{"toObjectId": int(one)} for one in ids]})

    def _tie(self, kind: str, identity: str, other_kind: str, other: str) -> None:
        self.links |= {(kind, identity, other_kind, other), (other_kind, other, kind, identity)}

    def _by(self, kind: str, name: str, value: str | None) -> str | None:
        rows = self.objects.get(kind, {}).items()
        return next((one for one, row in rows if value and row.get(name) == value), None)


def _properties(body: dict[str, Any]) -> dict[str, str] | None:
    """The property values, which must be text."""
    found = body.get("properties")
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        return None
    return dict(found)


def _ok(body: object) -> httpx.Response:
    return httpx.Response(200, json=body)


def _error(status: int, category: str, message: str) -> httpx.Response:
    said = {"status": "error", "category": category, "message": message, "correlationId": "c-1"}
    return httpx.Response(status, json=said)
