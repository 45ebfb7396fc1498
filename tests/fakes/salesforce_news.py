"""Salesforce, as far as it tells what was changed: queries by the time of a change, with pages."""

import re
from datetime import datetime
from itertools import count
from typing import Any

import httpx

from tests.fakes.salesforce import FakeSalesforce, Fields, error

CHANGED = re.compile(
    r"SELECT ([\w., ]+) FROM (\w+) WHERE (?:(\w+) != null|(\w+) IN \(([^)]*)\))"
    r"(?: AND ([\w.]+) >= (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ORDER BY ([\w.]+))?"
)
STANDARD = {
    "Lead": {"Status", "IsConverted", "ConvertedOpportunityId", "OwnerId"},
    "Contact": {"OwnerId"},
    "Opportunity": {"IsClosed", "IsWon", "Amount", "StageName", "CreatedDate"},
    "OpportunityContactRole": {"ContactId", "OpportunityId"},
}
PARENTS = {
    "Owner": ("OwnerId", "User"),
    "ConvertedOpportunity": ("", "Opportunity"),
    "Opportunity": ("", "Opportunity"),
}


class TellingSalesforce(FakeSalesforce):
    """An org in which people work. `page`: so many records on one; `custom`: fields of theirs;
    `closed`: objects that our user may not read.
    """

    def __init__(self, *, page: int = 2000, custom: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.page = page
        self.custom = custom
        self.closed: set[str] = set()
        self.cursors: dict[str, list[Fields]] = {}
        self._cursors = count(1)

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") == f"Bearer {self.token}":
            path = request.url.path
            if "/query/" in path:
                return self._page(self.cursors.pop(path.rpartition("/")[2]))
            asked = CHANGED.fullmatch(request.url.params.get("q", ""))
            if asked is not None:
                return self._changed(*asked.groups(""))
        return super().answer(request)

    def _changed(
        self,
        names: str,
        kind: str,
        key: str,
        named: str,
        values: str,
        by: str,
        since: str,
        order: str,
    ) -> httpx.Response:
        assert order == by
        if kind in self.closed:
            return error(400, "INVALID_TYPE", f"sObject type '{kind}' is not supported.")
        fields = names.split(", ")
        unknown = [one for one in fields if not self._is_known(kind, one)]
        if unknown or key not in (self.unique, ""):
            return error(400, "INVALID_FIELD", f"No such column '{(unknown or [key])[0]}'")
        wanted = [one.strip("'") for one in values.split(", ")]
        found = [
            (str(self._value(row, by)), identity, row)
            for identity, row in self.tables.get(kind, {}).items()
            if (row.get(key) if key else {"Id": identity, **row}.get(named) in wanted)
            and (not by or self._is_since(row, by, since))
        ]
        found.sort(key=lambda one: one[0])
        return self._page([self._shown(fields, identity, row) for _, identity, row in found])

    def _is_since(self, row: Fields, by: str, since: str) -> bool:
        at = self._value(row, by)
        return at is not None and datetime.fromisoformat(str(at)) >= datetime.fromisoformat(since)

    def _page(self, rows: list[Fields]) -> httpx.Response:
        whole: Fields = {"totalSize": len(rows), "done": True, "records": rows[: self.page]}
        if len(rows) > self.page:
            cursor = f"01g{next(self._cursors)}-{self.page}"
            self.cursors[cursor] = rows[self.page :]
            following = f"/services/data/v62.0/query/{cursor}"
            whole |= {"done": False, "nextRecordsUrl": following}
        return httpx.Response(200, json=whole)

    def _is_known(self, kind: str, name: str) -> bool:
        parent, _, rest = name.partition(".")
        if rest:
            return parent in PARENTS and self._is_known(PARENTS[parent][1], rest)
        known = {"Id", "LastModifiedDate", "Email", *STANDARD.get(kind, ()), *self.custom}
        return name in known

    def _parent(self, row: Fields, name: str) -> Fields | None:
        by, kind = PARENTS[name]
        rows = self.tables.get(kind, {})
        return rows.get(row.get(by or f"{name}Id", ""))

    def _value(self, row: Fields, name: str) -> Any:
        parent, _, rest = name.partition(".")
        return (self._parent(row, parent) or {}).get(rest) if rest else row.get(name)

    def _shown(self, fields: list[str], identity: str, row: Fields) -> Fields:
        shown: Fields = {}
        for name in fields:
            parent, _, rest = name.partition(".")
            if not rest:
                shown[name] = identity if name == "Id" else row.get(name)
            elif self._parent(row, parent) is None:
                shown[parent] = None
            else:
                shown.setdefault(parent, {})[rest] = self._value(row, name)
        return shown
