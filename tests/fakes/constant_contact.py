"""Constant Contact, as far as nurture reaches: contacts by e-mail, and lists that they are on."""

import base64
import json
from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm

NAMES = ("first_name", "last_name", "job_title", "company_name")


class FakeConstantContact(FakeCrm):
    """An account; its refresh token is good once. `lists`: those that it has; `scopes`: what the
    application may do; `now`: when somebody leaves.
    """

    def __init__(self, lists: tuple[str, ...] = ("l1",)) -> None:
        super().__init__()
        self.lists = lists
        self.scopes = {"contact_data", "account_read"}
        self.contacts: dict[str, dict[str, Any]] = {}
        self.ids: Iterator[Any] = count(1)
        self.now = "2026-03-02T09:00:00.000Z"

    def records(self) -> dict[str, int]:
        return {"lead": len(self.contacts)}

    def sign_in(self, request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/oauth2/default/v1/token"
        shown = base64.b64encode(b"client:secret").decode()
        if request.headers.get("authorization") != f"Basic {shown}":
            return httpx.Response(401, json={"error": "invalid_client"})
        return super().sign_in(request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return error(401, "unauthorized", "Unauthorized")
        path = request.url.path.removeprefix("/v3")
        if path == "/account/summary":
            return self._summary()
        if "contact_data" not in self.scopes:
            return error(403, "forbidden", "insufficient scope")
        if path.startswith("/contact_lists/"):
            return self._list(path.rpartition("/")[2])
        if path == "/contacts" and request.method == "GET":
            return self._found(request.url.params)
        if path.startswith("/contacts/") and path != "/contacts/sign_up_form":
            return self._one(path.rpartition("/")[2], request)
        body = json.loads(request.content)
        if not body.get("list_memberships"):
            return errors(400, "contacts.api.validation.error", "list_memberships are missing")
        if path == "/contacts/sign_up_form":
            return self._sign_up(body)
        if path == "/contacts":
            return self._create(body)
        return error(404, "not_found", "no such resource")

    def _summary(self) -> httpx.Response:
        if "account_read" not in self.scopes:
            return error(403, "forbidden", "insufficient scope")
        return httpx.Response(200, json={"organization_name": "Acme"})

    def _list(self, identity: str) -> httpx.Response:
        if identity not in self.lists:
            return errors(404, "contacts.api.not_found", "no such list")
        return httpx.Response(200, json={"list_id": identity, "name": "News"})

    def _found(self, params: httpx.QueryParams) -> httpx.Response:
        assert params["status"] == "all"
        held = self.contacts.get(params["email"])
        rows = [] if held is None else [self._shown(params["email"], held)]
        return httpx.Response(200, json={"contacts": rows})

    def _shown(self, address: str, held: dict[str, Any]) -> dict[str, Any]:
        email = {"address": address, "permission_to_send": held["permission"], "created_at": "x"}
        email |= {name: held[name] for name in ("opt_out_date",) if name in held}
        core = {name: held[name] for name in (*NAMES, "deleted_at") if name in held}
        return {"contact_id": held["id"], "email_address": email, "created_at": "x", **core}

    def leaves(self, address: str, at: str | None) -> None:
        """They click Unsubscribe in a newsletter."""
        self.contacts[address] |= {"permission": "unsubscribed", "opt_out_date": at}

    def _one(self, identity: str, request: httpx.Request) -> httpx.Response:
        address = next((one for one, held in self.contacts.items() if held["id"] == identity), None)
        if address is None:
            return error(404, "contacts.api.not_found", "no such contact")
        held = self.contacts[address]
        match request.method:
            case "DELETE":
                del self.contacts[address]
                return httpx.Response(204)
            case "PUT":
                return self._put(held, json.loads(request.content))
        return httpx.Response(200, json=self._shown(address, held))

    def _put(self, held: dict[str, Any], body: dict[str, Any]) -> httpx.Response:
        """Core properties that are not sent along are emptied; the others stay."""
        if body.pop("update_source") not in ("Contact", "Account"):
            return errors(400, "contacts.api.validation.error", "update_source is wrong")
        held["permission"] = body.pop("email_address")["permission_to_send"]
        if held["permission"] == "unsubscribed":
            held["opt_out_date"] = self.now
        for name in NAMES:
            held.pop(name, None)
        held |= body
        return httpx.Response(200, json={"contact_id": held["id"]})

    def _sign_up(self, body: dict[str, Any]) -> httpx.Response:
        address = body.pop("email_address")
        if len(address) > 50:
            return errors(400, "contacts.api.validation.error", "too long")
        there = address in self.contacts
        held = self.contacts.setdefault(address, {"id": str(next(self.ids)), "lists": set()})
        held.setdefault("lists", set()).update(body.pop("list_memberships"))
        held.pop("opt_out_date", None)
        held.pop("deleted_at", None)
        held |= {**body, "permission": "explicit"}
        action = "updated" if there else "created"
        told = {"contact_id": held["id"], "action": action}
        return httpx.Response(200 if there else 201, json=told)

    def _create(self, body: dict[str, Any]) -> httpx.Response:
        address = body["email_address"]["address"]
        if address in self.contacts:
            return errors(409, "contacts.api.conflict", "Email already exists")
        made = {"id": str(next(self.ids)), "lists": set(body["list_memberships"])}
        made["permission"] = body["email_address"]["permission_to_send"]
        self.contacts[address] = made
        return httpx.Response(201, json={"contact_id": made["id"]})


def errors(status: int, key: str, message: str) -> httpx.Response:
    """As most of their resources tell them."""
    return httpx.Response(status, json=[{"error_key": key, "error_message": message}])


def error(status: int, key: str, message: str) -> httpx.Response:
    """As the gate before them does."""
    return httpx.Response(status, json={"error_key": key, "error_message": message})
