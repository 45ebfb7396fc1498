"""Mailchimp, as far as nurture reaches: an audience whose members may leave, and may not be brought
back.
"""

import json
import re
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm

MEMBER = re.compile(r"/3\.0/lists/(\w+)/members/([0-9a-f]{32})(/tags|/actions/delete-permanent)?$")


class FakeMailchimp(FakeCrm):
    """An audience. `merge`: the merge tags that it has."""

    def __init__(self, audience: str = "a1", merge: tuple[str, ...] = ("FNAME", "LNAME")) -> None:
        super().__init__()
        self.audience = audience
        self.merge = set(merge)
        self.members: dict[str, dict[str, Any]] = {}
        self.forgotten: set[str] = set()
        self.crowded = False
        self.required: set[str] = set()
        """Merge tags that it insists on."""
        self.asks_back = False

    def records(self) -> dict[str, int]:
        return {"lead": len(self.members)}

    def answer(self, request: httpx.Request) -> httpx.Response:
        if not request.headers.get("authorization", "").startswith("Basic "):
            return problem(401, "API Key Invalid", "Your API key may be invalid")
        if request.method == "GET":
            return self._read(request.url.path.removeprefix("/3.0"))
        found = MEMBER.search(request.url.path)
        if found is None or found[1] != self.audience:
            return problem(404, "Resource Not Found", "The requested resource could not be found.")
        member, what = found[2], found[3]
        if what == "/actions/delete-permanent":
            return self._forget(member)
        body = json.loads(request.content)
        if what:
            return self._tag(member, body)
        if request.method == "PATCH":
            return self._change(member, body)
        return self._put(member, body)

    def _read(self, path: str) -> httpx.Response:
        if path == "/ping":
            return httpx.Response(200, json={"health_status": "Everything's Chimpy!"})
        if path == f"/lists/{self.audience}":
            told = {"id": self.audience, "name": "Newsletter", "double_optin": self.asks_back}
            return httpx.Response(200, json=told)
        if path == f"/lists/{self.audience}/merge-fields":
            tags = sorted(self.merge | self.required)
            rows = [{"tag": tag, "required": tag in self.required} for tag in tags]
            return httpx.Response(200, json={"merge_fields": rows})
        return problem(404, "Resource Not Found", "The requested resource could not be found.")

    def _forget(self, member: str) -> httpx.Response:
        if self.members.pop(member, None) is None:
            return problem(404, "Resource Not Found", "no such member")
        self.forgotten.add(member)
        return httpx.Response(204)

    def _put(self, member: str, body: dict[str, Any]) -> httpx.Response:
        if member in self.forgotten:
            return problem(400, "Forgotten Email Not Subscribed", "was permanently deleted")
        if self.crowded:
            detail = "ana@example.com has signed up to a lot of lists very recently"
            return problem(400, "Invalid Resource", detail)
        if not body["merge_fields"].keys() <= self.merge:
            return problem(400, "Invalid Resource", "Your merge fields were invalid.")
        held = self.members.get(member)
        if held is None:
            held = self.members[member] = {"status": body["status_if_new"], "tags": set()}
        if "status" in body:
            held["status"] = body["status"]
        held |= {"email": body["email_address"], "language": body["language"]}
        held["fields"] = {**held.get("fields", {}), **body["merge_fields"]}
        return httpx.Response(200, json={"id": member, "status": held["status"]})

    def _tag(self, member: str, body: dict[str, Any]) -> httpx.Response:
        held = self.members.get(member)
        if held is None:
            return problem(404, "Resource Not Found", "no such member")
        held["tags"] |= {one["name"] for one in body["tags"] if one["status"] == "active"}
        return httpx.Response(204)

    def _change(self, member: str, body: dict[str, Any]) -> httpx.Response:
        if member not in self.members:
            return problem(404, "Resource Not Found", "no such member")
        self.members[member] |= body
        return httpx.Response(200, json={"id": member, **body})


def problem(status: int, title: str, detail: str) -> httpx.Response:
    """Their form of an error."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return httpx.Response(status, json={**told, "instance": "x"})
