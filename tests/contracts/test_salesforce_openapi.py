"""What we write into Salesforce, seen by Prism: fields, types and lengths by the description of an
org's objects (v59.0) that the package @opensdks/sdk-salesforce carries.
"""

import json
import re
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import httpx
import pytest

from agent.grants import Grant
from delivery.calls import Call
from delivery.salesforce import Salesforce
from delivery.wire import request_of
from qualification.values import Json
from tests.contracts.node import SALESFORCE, need_node, prism_alone
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.salesforce import FakeSalesforce

KINDS = {
    "Lead": {"LastName", "Company"},
    "Contact": {"LastName"},
    "Account": {"Name"},
    "Opportunity": {"Name", "StageName", "CloseDate"},
    "OpportunityContactRole": {"OpportunityId", "ContactId"},
    "CampaignMember": {"CampaignId"},
    "Note": {"ParentId", "Title"},
    "Task": {"Priority", "Status"},
}
"""What a new record must have (object reference)."""
LENGTH = re.compile(
    r"(?:Maximum size is|up to|[Ll]imit(?:ed to)?:?|Max(?:imum)? length:?) ([\d,]+) char"
)
MADE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
HEADERS = {
    "Sforce-Auto-Assign": {"type": "string", "pattern": r"^(TRUE|FALSE|01Q\w{12,15})$"},
    "Sforce-Duplicate-Rule-Header": {"type": "string", "pattern": "^allowSave=(true|false)"},
}


def described() -> dict[str, Any]:
    """The paths that we use: unknown fields are refused, as the org does; the path of an external
    id is added, which the description lacks.
    """
    need_node(SALESFORCE)
    schemas = json.loads(SALESFORCE.read_text())["components"]["schemas"]
    paths: dict[str, Any] = {}
    for kind, required in KINDS.items():
        fields = {
            name: _field(field)
            for name, field in schemas[f"{kind}SObject"]["properties"].items()
            if name not in {"Id", "attributes"}
        }
        whole = {"type": "object", "properties": fields, "additionalProperties": False}
        adopted = {**whole, "properties": {**fields, "Banter_Id__c": {"type": "string"}}}
        made = {**whole, "required": sorted(required)}
        paths[f"/services/data/v59.0/sobjects/{kind}"] = {"post": _operation(made)}
        paths[f"/services/data/v59.0/sobjects/{kind}/{{id}}"] = {"patch": _operation(adopted, "id")}
        by_key = f"/services/data/v59.0/sobjects/{kind}/Banter_Id__c/{{key}}"
        paths[by_key] = {"patch": _operation(made, "key")}
    bearer = {"type": "http", "scheme": "bearer"}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Salesforce", "version": "59.0"},
        "paths": paths,
        "components": {"securitySchemes": {"bearer": bearer}},
        "security": [{"bearer": []}],
    }


def _field(field: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {
        name: field[name] for name in ("type", "format", "enum") if name in field
    }
    longest = LENGTH.search(field.get("description", ""))
    if longest and kept.get("type") == "string":
        kept["maxLength"] = int(longest[1].replace(",", ""))
    return kept


def _operation(body: dict[str, Any], *names: str) -> dict[str, Any]:
    inside = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]
    headers = [{"name": name, "in": "header", "schema": one} for name, one in HEADERS.items()]
    content = {"application/json": {"schema": body}}
    answer = {"application/json": {"schema": MADE, "example": {"id": "00Q"}}}
    return {
        "parameters": inside + headers,
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "done", "content": answer}},
    }


@pytest.fixture(scope="module")
async def seeing(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with prism_alone(described(), tmp_path_factory.mktemp("salesforce")) as url:
        yield url


def system(url: str, **more: Any) -> Salesforce:
    return Salesforce(url, "client", "secret", version="v59.0", **more)


async def status(url: str, call: Call, token: str = "token") -> int:  # noqa: S107
    made = system(url)
    headers = made.headers(Grant(token)) if token else {}
    async with httpx.AsyncClient(timeout=20) as client:
        answer = await client.send(request_of(call, made.address(Grant(token)), headers))
    return answer.status_code


@pytest.mark.parametrize(
    "more",
    [{}, {"records": "contact", "opportunity_stage": "Qualification", "campaign": "701c"}],
    ids=["lead", "contact"],
)
async def test_every_change_of_a_delivery_is_allowed(seeing: str, more: dict[str, Any]) -> None:
    fake = FakeSalesforce()
    fake.put("User", {"Email": EVA.email, "IsActive": True})
    name = {"name": f"{'A' * 100} {'B' * 100}", "email": "ana@example.com", "company": "C" * 400}
    walk = Walk(system(seeing, **more), fake).deliver(lead(owner=EVA, contact=name))
    walk.deliver(lead(owner=EVA, contact=name, revision=2))
    changes = [call for call in walk.calls if call.changes]
    assert len(changes) >= 4
    for call in changes:
        assert await status(seeing, call) == 200, call


async def test_what_is_wrong_is_seen(seeing: str) -> None:
    walk = Walk(system(seeing), FakeSalesforce()).deliver(lead())
    (person,) = [call for call in walk.calls if call.step == "person"]
    assert isinstance(person.body, dict)
    path = person.url
    wrong: list[dict[str, Json]] = [
        {"LastName": "Ruiz"},
        {**person.body, "Banter_Id__c": "h1"},
        {**person.body, "LastName": 5},
        {**person.body, "Nickname": "Ani"},
    ]
    for body in wrong:
        assert await status(seeing, Call("person", "PATCH", path, body=body)) == 422, body
    assign = {"Sforce-Auto-Assign": "maybe"}
    assert await status(seeing, Call("p", "PATCH", path, body=person.body, headers=assign)) == 422
    day: dict[str, Json] = {
        "Priority": "High",
        "Status": "Open",
        "ActivityDate": str(date(2026, 3, 2)) + "T09",
    }
    assert await status(seeing, Call("task", "POST", "/sobjects/Task", body=day)) == 422
    assert await status(seeing, person, token="") == 401
    assert await status(seeing, Call("person", "PUT", path, body=person.body)) == 405
