"""Zoho CRM, as far as it tells what was changed: lists by the time of a change, with pages."""

from datetime import datetime
from typing import Any

import httpx

from tests.fakes.zoho import MODULE, FakeZoho, whole


class TellingZoho(FakeZoho):
    """An account in which people work. `page`: so many records on one."""

    page = 200
    closed: frozenset[str] = frozenset()
    """Modules that our user may not read."""

    def answer(self, request: httpx.Request) -> httpx.Response:
        signed_in = request.headers.get("authorization") == f"Zoho-oauthtoken {self.token}"
        module = MODULE.match(request.url.path)
        if not signed_in or request.method != "GET" or module is None or module[1] == "users":
            return super().answer(request)
        params = request.url.params
        if module[1] in self.closed:
            return whole(403, "NO_PERMISSION", "permission denied")
        if "ids" in params:
            return self._named(module[1], params["ids"].split(","), params["fields"].split(","))
        assert (params["sort_by"], params["sort_order"]) == ("Modified_Time", "asc")
        since = datetime.fromisoformat(request.headers["if-modified-since"])
        wanted = params.get("converted", "false") == "true"
        names = params["fields"].split(",")
        found: list[dict[str, Any]] = [
            {"id": known, **{name: row.get(name) for name in names}}
            for known, row in self.modules.get(module[1], {}).items()
            if datetime.fromisoformat(row["Modified_Time"]) >= since
            and bool(row.get("$converted")) is wanted
        ]
        if not found:
            return httpx.Response(304)
        found.sort(key=lambda one: str(one["Modified_Time"]))
        start = int(params.get("page_token", "0"))
        info: dict[str, Any] = {"more_records": start + self.page < len(found)}
        if info["more_records"]:
            info["next_page_token"] = str(start + self.page)
        return httpx.Response(200, json={"data": found[start : start + self.page], "info": info})

    def _named(self, module: str, ids: list[str], names: list[str]) -> httpx.Response:
        assert len(ids) <= 100
        rows = self.modules.get(module, {})
        found = [
            {"id": known, **{name: rows[known].get(name) for name in names}}
            for known in ids
            if known in rows
        ]
        return httpx.Response(200, json={"data": found}) if found else httpx.Response(204)
