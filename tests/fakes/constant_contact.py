"""Constant Contact, as far as nurture reaches: contacts by e-mail, and lists that they are on."""

import base64
import json
from itertools import count
from typing import Any

import httpx

from tests.fakes.crm import FakeCrm


class FakeConstantContact(FakeCrm):
    """An account; its refresh token is good once."""

    def __init__(self) -> None:
        super().__init__()
        self.contacts: dict[str, dict[str, Any]] = {}
        self._ids = count(1)

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
        body = json.loads(request.content)
        if not body.get("list_memberships"):
            return errors(400, "contacts.api.validation.error", "list_memberships are missing")
        if request.url.path == "/v3/contacts/sign_up_form":
            return self._sign_up(body)
        if request.url.path == "/v3/contacts":
            return self._create(body)
        return error(404, "not_found", "no such resource")

    def _sign_up(self, body: dict[str, Any]) -> httpx.Response:
        address = body.pop("email_address")
        if len(address) > 50:
            return errors(400, "contacts.api.validation.error", "too long")
        there = address in self.contacts
        held = self.contacts.setdefault(address, {"id": str(next(self._ids)), "lists": set()})
        held["lists"] |= set(body.pop("list_memberships"))
        held |= {**body, "permission": "explicit"}
        action = "updated" if there else "created"
        told = {"contact_id": held["id"], "action": action}
        return httpx.Response(200 if there else 201, json=told)

    def _create(self, body: dict[str, Any]) -> httpx.Response:
        address = body["email_address"]["address"]
        if address in self.contacts:
            return errors(409, "contacts.api.conflict", "Email already exists")
        made = {"id": str(next(self._ids)), "lists": set(body["list_memberships"])}
        made["permission"] = body["email_address"]["permission_to_send"]
        self.contacts[address] = made
        return httpx.Response(201, json={"contact_id": made["id"]})


def errors(status: int, key: str, message: str) -> httpx.Response:
    """As most of their resources tell them."""
    return httpx.Response(status, json=[{"error_key": key, "error_message": message}])


def error(status: int, key: str, message: str) -> httpx.Response:
    """As the gate before them does."""
    return httpx.Response(status, json={"error_key": key, "error_message": message})
