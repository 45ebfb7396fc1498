"""Laid beside hubspot-api-client, which HubSpot itself writes: the same requests as ours."""

import contextlib
from typing import Any

import pytest

from delivery.calls import Call
from delivery.hubspot import HubSpot
from delivery.signing_in import StaticToken
from tests.delivery.oracle import Recorder, ours, recorder
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.hubspot import FakeHubSpot

hubspot = pytest.importorskip("hubspot")


def aimed(api: Any, record: Recorder) -> Any:
    """A part of their client, sent to the recorder."""
    api.api_client.configuration.host = record.url
    return api


def test_the_same_requests_for_all_that_a_lead_leaves() -> None:
    system = HubSpot(
        StaticToken("token-1"), version="v3", pipeline="default", deal_stage="new", leads=True
    )
    fake = FakeHubSpot(owners={"eva@acme.example": "77"})
    fake.put("companies", {"domain": "example.com"})
    walk = Walk(system, fake)
    walk.deliver(lead(owner=EVA, account={"kind": "b2b", "domain": "example.com"}))
    again = lead(owner=EVA, account={"kind": "b2b", "domain": "example.com"}, revision=2, score=9)
    first, walk.calls = walk.calls, []
    walk.deliver(again)
    mine = {call.step: call for call in first} | {f"{call.step} again": call for call in walk.calls}
    theirs: dict[str, Any] = {}
    with recorder() as record:
        record.answer = {"id": "1", "properties": {}, "results": [], "total": 0, "status": "DONE"}
        for step, send in requests(record, mine).items():
            record.seen.clear()
            try:
                send()
            except (TypeError, ValueError, KeyError):
                assert record.seen, f"{step}: nothing was sent"  # only their answer did not fit
            theirs[step] = record.seen[-1]
    for step, one in theirs.items():
        named = ("authorization", "content-type") if one.body else ("authorization",)
        assert ours(system, mine[step], "token-1").beside(*named) == one.beside(*named), step


def requests(record: Recorder, mine: dict[str, Call]) -> dict[str, Any]:
    """Each step as their client would be told to do it, with the data of our own request."""
    crm = hubspot.HubSpot(access_token="token-1").crm

    def body(step: str) -> Any:
        return mine[step].body

    def identity(step: str) -> str:
        return mine[step].url.rsplit("/", 1)[-1]

    contacts, objects = crm.contacts, crm.objects
    batch = aimed(contacts.batch_api, record)
    tied = mine["company of contact"].url.split("/")
    links = aimed(crm.associations.v4.basic_api, record)
    return {
        "owner": lambda: aimed(crm.owners.owners_api, record).get_page(
            email="eva@acme.example", limit=1
        ),
        "find contact": lambda: batch.read(body("find contact")),
        "contact": lambda: batch.upsert(body("contact")),
        "find companies": lambda: aimed(crm.companies.search_api, record).do_search(
            body("find companies")
        ),
        "company of contact": lambda: links.create_default(
            "contacts", tied[5], "companies", tied[-1]
        ),
        "note": lambda: aimed(objects.notes.basic_api, record).create(body("note")),
        "task": lambda: aimed(objects.tasks.basic_api, record).create(body("task")),
        "deal": lambda: aimed(crm.deals.basic_api, record).create(body("deal")),
        "lead": lambda: aimed(objects.leads.basic_api, record).create(body("lead")),
        "note again": lambda: aimed(objects.notes.basic_api, record).update(
            identity("note again"), body("note again")
        ),
    }


def test_the_same_look_for_what_hangs_on_a_contact() -> None:
    system = HubSpot(StaticToken("token-1"), version="v3")
    looking = system.api.beside("101", "notes", ["hs_note_body"])
    listed = next(looking)
    with recorder() as record:
        record.answer = {"results": []}
        links = aimed(hubspot.HubSpot(access_token="token-1").crm.associations.v4.basic_api, record)
        links.get_page("contacts", "101", "notes", limit=500)
        [theirs] = record.seen
    assert ours(system, listed, "token-1").beside("authorization") == theirs.beside("authorization")


def test_the_same_reading_of_a_contact() -> None:
    """Of several properties theirs makes several parameters; the documentation has commas."""
    system = HubSpot(StaticToken("token-1"), version="v3")
    read = next(system.api.get("contacts", "101", ["email"]))
    with recorder() as record:
        record.answer = {"id": "101", "properties": {}}
        contacts = aimed(hubspot.HubSpot(access_token="token-1").crm.contacts.basic_api, record)
        with contextlib.suppress(TypeError, ValueError):  # the recorder's answer is no contact
            contacts.get_by_id("101", properties=["email"])
        [theirs] = record.seen
    assert ours(system, read, "token-1").beside("authorization") == theirs.beside("authorization")
