"""HubSpot, as far as it tells what was changed: searches by the time of a change, with pages."""

import json
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.fakes.hubspot import FakeHubSpot

BY = {"contacts": "lastmodifieddate", "deals": "hs_lastmodifieddate"}
MOST = 10_000


def iso(at: datetime) -> str:
    """As they write it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class TellingHubSpot(FakeHubSpot):
    """An account in which people work. `page`: no page is longer."""

    def __init__(self, *, page: int = 100, **more: Any) -> None:
        super().__init__(**more)
        self.page = page
        self.most = MOST
        self.histories: dict[tuple[str, str], list[dict[str, str]]] = {}

    def work(self, kind: str, known: str, at: datetime, **properties: str) -> None:
        """Somebody changes a record."""
        row = self.objects[kind][known]
        for name, value in properties.items():
            if row.get(name) != value:
                history = self.histories.setdefault((known, name), [])
                history.insert(0, {"value": value, "timestamp": iso(at)})
        row.update(properties)
        row[BY[kind]] = iso(at)

    def answer(self, request: httpx.Request) -> httpx.Response:
        body: dict[str, Any] = json.loads(request.content or b"{}")
        path = request.url.path
        if request.headers.get("authorization") == f"Bearer {self.token}":
            if path.endswith("/search") and "sorts" in body:
                return self._changed(path.split("/")[-2], body)
            if path.endswith("/contacts/batch/read") and "propertiesWithHistory" in body:
                return self._with_history(body)
            if "/owners" in path and "email" not in request.url.params:
                rows = [{"id": one, "email": email} for email, one in self.owners.items()]
                return self._paged(rows, int(request.url.params.get("after", "0")))
            if "/deals/" in path and request.method == "GET":
                return self._deal(path.rsplit("/", 1)[-1], request.url.params)
        return super().answer(request)

    def _changed(self, kind: str, body: dict[str, Any]) -> httpx.Response:
        (group,) = body["filterGroups"]
        (sort,) = body["sorts"]
        assert sort == {"propertyName": BY[kind], "direction": "ASCENDING"}
        found: list[dict[str, Any]] = [
            {"id": known, "properties": {name: row.get(name) for name in body["properties"]}}
            for known, row in self.objects.get(kind, {}).items()
            if all(_holds(one, row) for one in group["filters"])
        ]
        found.sort(key=lambda one: str(one["properties"][BY[kind]]))
        return self._paged(found[: self.most], int(body.get("after", "0")), body["limit"])

    def _paged(self, rows: list[Any], start: int, limit: int = 100) -> httpx.Response:
        end = start + min(limit, self.page)
        whole: dict[str, Any] = {"total": len(rows), "results": rows[start:end]}
        if end < len(rows):
            whole["paging"] = {"next": {"after": str(end)}}
        return httpx.Response(200, json=whole)

    def _with_history(self, body: dict[str, Any]) -> httpx.Response:
        if len(body["inputs"]) > 50:
            said = {"status": "error", "category": "VALIDATION_ERROR", "message": "50 at most"}
            return httpx.Response(400, json=said)
        rows = [
            {
                "id": one["id"],
                "properties": self.objects["contacts"][one["id"]],
                "propertiesWithHistory": {
                    name: self.histories.get((one["id"], name), [])
                    for name in body["propertiesWithHistory"]
                },
            }
            for one in body["inputs"]
        ]
        return httpx.Response(200, json={"status": "COMPLETE", "results": rows})

    def _deal(self, known: str, params: httpx.QueryParams) -> httpx.Response:
        row = self.objects.get("deals", {}).get(known)
        if row is None:
            return httpx.Response(404, json={"status": "error", "category": "OBJECT_NOT_FOUND"})
        whole: dict[str, Any] = {"id": known, "properties": row}
        contacts = sorted(
            other
            for kind, one, other_kind, other in self.links
            if (kind, one, other_kind) == ("deals", known, "contacts")
        )
        if params.get("associations") == "contacts" and contacts:
            rows = [{"id": one, "type": "deal_to_contact"} for one in contacts]
            whole["associations"] = {"contacts": {"results": rows}}
        return httpx.Response(200, json=whole)


def _holds(term: dict[str, str], row: dict[str, str]) -> bool:
    value = row.get(term["propertyName"])
    match term["operator"]:
        case "GTE":
            at = datetime.fromtimestamp(int(term["value"]) / 1000, UTC)
            return value is not None and datetime.fromisoformat(value) >= at
        case "HAS_PROPERTY":
            return bool(value)
        case "EQ":
            return value == term["value"]
    raise AssertionError(term)
