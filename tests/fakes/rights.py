"""Systems in which our user lacks rights: they refuse what it may not do, and tell `doctor` of it.

`denied` holds what is taken away: `Tasks.create`, `Leads.email` (a field), or the name of a scope.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import httpx

from tests.fakes.hubspot import FakeHubSpot
from tests.fakes.salesforce import FakeSalesforce, error
from tests.fakes.sugarcrm import FakeSugarCrm, told
from tests.fakes.zoho import FakeZoho, listed, whole

KEY = {"externalId": True, "unique": True}
TOKEN_INFO = "/oauth/v2/private-apps/get/access-token-info"
SALESFORCE = re.compile(r"/sobjects/(\w+)(/.*)?$")
QUERIED = re.compile(r" FROM (\w+) WHERE ")
SUGAR = re.compile(r"/rest/v11_24/(\w+)(/.*)?$")
ZOHO = re.compile(r"/crm/v8/(\w+)(/.*)?$")
HUBSPOT = re.compile(r"/crm/(?:objects|v3/objects|v4/objects)/(?:2026-03/)?(\w+)(/.*)?$")


class SalesforceWithout(FakeSalesforce):
    """An org; `fields`: of each kind, those that there are."""

    def __init__(self, denied: Iterable[str], fields: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.denied = set(denied)
        self.fields = fields

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("/limits"):
            return httpx.Response(200, json={"DailyApiRequests": {"Max": 10, "Remaining": 9}})
        if "/sobjects/Campaign/" in path:
            return httpx.Response(200, json={"Name": "Autumn", "IsActive": True})
        queried = QUERIED.search(request.url.params.get("q", ""))
        if queried is not None:
            if f"{queried[1]}.read" in self.denied:
                return error(400, "INVALID_TYPE", f"sObject type '{queried[1]}' is not supported")
            return super().answer(request)
        found = SALESFORCE.search(path)
        if found is None:
            return super().answer(request)
        kind, rest = found[1], found[2] or ""
        if f"{kind}.read" in self.denied:
            return error(403, "INSUFFICIENT_ACCESS", "no read")
        if rest == "/describe":
            return httpx.Response(200, json=self._described(kind))
        if request.method in ("POST", "PATCH"):
            refusal = self._refusal(request, kind, rest)
            if refusal is not None:
                return refusal
        return super().answer(request)

    def _refusal(self, request: httpx.Request, kind: str, rest: str) -> httpx.Response | None:
        is_new = request.method == "POST" or not self._is_there(kind, rest)
        if f"{kind}.{'create' if is_new else 'update'}" in self.denied:
            return error(403, "INSUFFICIENT_ACCESS_OR_READONLY", "no access")
        names = json.loads(request.content)
        if any(f"{kind}.{name}" in self.denied for name in names):
            return error(400, "INVALID_FIELD_FOR_INSERT_UPDATE", "read only")
        return None

    def _is_there(self, kind: str, rest: str) -> bool:
        last, rows = rest.rpartition("/")[2], self.tables.get(kind, {})
        return last in rows or any(row.get(self.unique) == last for row in rows.values())

    def _described(self, kind: str) -> dict[str, Any]:
        names = [*self.fields[kind], "LeadId", "ContactId", self.unique]
        rows = [
            {
                "name": name,
                "createable": f"{kind}.{name}" not in self.denied,
                "updateable": f"{kind}.{name}" not in self.denied,
                "nillable": True,
                **(KEY if name == self.unique else {}),
            }
            for name in names
        ]
        return {
            "name": kind,
            "fields": rows,
            "createable": f"{kind}.create" not in self.denied,
            "updateable": f"{kind}.update" not in self.denied,
        }


class ZohoWithout(FakeZoho):
    """An account; `Leads.read` is a right of the profile, `Leads.scope` one of the token."""

    def __init__(self, denied: Iterable[str]) -> None:
        super().__init__()
        self.denied = set(denied)

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("/settings/modules"):
            return httpx.Response(200, json={"modules": self._modules()})
        if path.endswith("/settings/fields"):
            key = {"api_name": "Banter_Id", "unique": {"casesensitive": "false"}}
            stage = {"api_name": "Stage", "pick_list_values": [{"actual_value": "New"}]}
            return httpx.Response(200, json={"fields": [key, stage]})
        if path.endswith("/users") and "page" not in request.url.params:
            return httpx.Response(200, json={"users": []})
        found = ZOHO.search(path)
        if found is None or found[1] == "users":
            return super().answer(request)
        module, rest = found[1], found[2] or ""
        if f"{module}.scope" in self.denied:
            return whole(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope")
        if f"{module}.read" in self.denied:
            return whole(403, "NO_PERMISSION", "permission denied")
        if request.method == "GET" and not rest:
            return listed([], "id")
        if request.method in ("POST", "PUT") and self._is_refused(request, module, rest):
            return whole(403, "NO_PERMISSION", "permission denied")
        return super().answer(request)

    def _is_refused(self, request: httpx.Request, module: str, rest: str) -> bool:
        """An upsert needs both rights (their documentation: the scopes CREATE and UPDATE)."""
        both = ("create", "edit")
        ways = both if rest == "/upsert" else both[:1] if request.method == "POST" else both[1:]
        return any(f"{module}.{way}" in self.denied for way in ways)

    def _modules(self) -> list[dict[str, Any]]:
        return [
            {
                "api_name": one,
                "creatable": f"{one}.create" not in self.denied,
                "editable": f"{one}.edit" not in self.denied,
            }
            for one in ("Leads", "Contacts", "Accounts", "Deals", "Notes", "Tasks")
        ]


class SugarWithout(FakeSugarCrm):
    """An instance; what is made or changed is shown (`view`) in the answer."""

    def __init__(self, denied: Iterable[str]) -> None:
        super().__init__()
        self.denied = set(denied)

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith("/metadata"):
            asked = request.url.params["module_filter"].split(",")
            fields: dict[str, Any] = {"fields": {"banter_id_c": {}}}
            return httpx.Response(200, json={"modules": dict.fromkeys(asked, fields)})
        if path.endswith("/me"):
            acl = {one.partition(".")[0]: self._acl(one.partition(".")[0]) for one in self.denied}
            return httpx.Response(200, json={"current_user": {"type": "user", "acl": acl}})
        if path.endswith("/enum/sales_stage"):
            return httpx.Response(200, json={"Prospecting": "Prospecting"})
        found = SUGAR.search(path)
        if found is not None and self._is_refused(request, found[1], found[2] or ""):
            return told(403, "not_authorized", "You are not authorized")
        return super().answer(request)

    def _is_refused(self, request: httpx.Request, module: str, rest: str) -> bool:
        match request.method:
            case "POST" if rest == "/filter":
                ways = ["access", "list"]
            case "POST":
                ways = ["access", "create", "view", *json.loads(request.content)]
            case _:
                ways = ["access", "edit", "view", *json.loads(request.content or b"{}")]
        return any(f"{module}.{way}" in self.denied for way in ways)

    def _acl(self, module: str) -> dict[str, Any]:
        names = [one.partition(".")[2] for one in self.denied if one.startswith(f"{module}.")]
        ways = {one for one in names if one in ("access", "view", "list", "create", "edit")}
        fields = {one: {"write": "no", "create": "no"} for one in names if one not in ways}
        return {**dict.fromkeys(ways, "no"), "fields": fields}


class HubSpotWithout(FakeHubSpot):
    """An account whose app lacks scopes; notes and tasks go with contacts."""

    def __init__(self, denied: Iterable[str], scopes: Sequence[str]) -> None:
        super().__init__(owners={"eva@acme.example": "77"})
        self.scopes = [one for one in scopes if one not in set(denied)]

    def answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path.endswith(TOKEN_INFO):
            return httpx.Response(200, json={"scopes": self.scopes})
        if "/properties/contacts/" in path:
            options = [{"value": "salesqualifiedlead"}]
            return httpx.Response(200, json={"options": options})
        if "/pipelines/deals/" in path:
            return httpx.Response(200, json={"stages": [{"id": "s1"}]})
        if "/owners" in path:
            return self._with("crm.objects.owners.read", request)
        found = HUBSPOT.search(path)
        if found is None:
            return super().answer(request)
        kind = "contacts" if found[1] in ("notes", "tasks") else found[1]
        rest = found[2] or ""
        if request.method == "GET" and not rest:
            reads = f"crm.objects.{kind}.read" in self.scopes
            return httpx.Response(200, json={"results": []}) if reads else MISSING
        is_read = request.method == "GET" or rest.endswith(("/search", "/batch/read"))
        return self._with(f"crm.objects.{kind}.{'read' if is_read else 'write'}", request)

    def _with(self, scope: str, request: httpx.Request) -> httpx.Response:
        return super().answer(request) if scope in self.scopes else MISSING


MISSING = httpx.Response(
    403, json={"status": "error", "category": "MISSING_SCOPES", "message": "scopes are missing"}
)
