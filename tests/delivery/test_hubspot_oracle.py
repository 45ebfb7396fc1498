"""Laid beside hubspot-api-client, which HubSpot itself writes: the same requests as ours."""

import contextlib
import json
from collections.abc import Generator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from agent.news import Touched
from delivery.calls import Call, Reply
from delivery.hubspot import HubSpot
from delivery.hubspot_lookups import HubSpotPeople
from delivery.hubspot_news import HubSpotNews
from delivery.signing_in import StaticToken
from qualification.values import Json
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


def asked(steps: Generator[Call, Reply, object], answers: Mapping[str, Json]) -> dict[str, Call]:
    """What is asked, by its step, where the answers are these and else that there is nothing."""
    calls, reply = dict[str, Call](), None
    while True:
        try:
            call = next(steps) if reply is None else steps.send(reply)
        except StopIteration:
            return calls
        calls[call.step] = call
        found = answers.get(call.step, {"results": []})
        reply = Reply(body=json.dumps(found).encode())


def test_the_same_questions_whose_a_company_is_and_what_became_of_leads() -> None:
    system = HubSpot(StaticToken("token-1"), version="v3")
    company: Json = {"results": [{"id": "5", "properties": {}}]}
    mine = asked(
        HubSpotPeople(system).owner_of({"email": "leo@tools.example"}), {"find companies": company}
    )
    status: Json = {"hs_lead_status": "UNQUALIFIED"}
    closed: Json = {"hs_is_closed": "true", "hs_lastmodifieddate": "2026-03-02T12:00:00Z"}
    touched = asked(
        HubSpotNews(system).news_of([Touched("person", "1"), Touched("deal", "7")]),
        {
            "touched contacts": {"results": [{"id": "1", "properties": status}]},
            "touched deals": {"results": [{"id": "7", "properties": closed}]},
        },
    )
    changed = asked(HubSpotNews(system).news(datetime(2026, 3, 2, tzinfo=UTC)), {})
    mine |= {**touched, **changed}
    crm = hubspot.HubSpot(access_token="token-1").crm
    with recorder() as record:
        record.answer = {"id": "1", "properties": {}, "results": [], "total": 0, "status": "DONE"}
        deals, contacts = crm.deals, crm.contacts
        of_contacts, of_deals = (aimed(one.batch_api, record) for one in (contacts, deals))
        search_deals = aimed(deals.search_api, record)
        search_contacts = aimed(contacts.search_api, record)
        theirs: dict[str, Any] = {
            "find deals": lambda: search_deals.do_search(mine["find deals"].body),
            "touched contacts": lambda: of_contacts.read(mine["touched contacts"].body),
            "contacts": lambda: of_contacts.read(mine["contacts"].body),
            "touched deals": lambda: of_deals.read(mine["touched deals"].body),
            "changed deals": lambda: search_deals.do_search(mine["changed deals"].body),
            "changed contacts": lambda: search_contacts.do_search(mine["changed contacts"].body),
            "contacts of deal": lambda: aimed(deals.basic_api, record).get_by_id(
                "7", associations=["contacts"]
            ),
        }
        for step, send in theirs.items():
            record.seen.clear()
            with contextlib.suppress(TypeError, ValueError, KeyError):
                send()
            (one,) = record.seen
            named = ("authorization", "content-type") if one.body else ("authorization",)
            same = ours(system, mine[step], "token-1").beside(*named)
            expected = one.beside(*named)
            assert same == expected, step
