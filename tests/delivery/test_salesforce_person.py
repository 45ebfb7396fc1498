"""Who is there already in Salesforce: converted, deleted, come back, or merged by their people."""

from typing import Any

import httpx
import pytest

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Refused
from delivery.salesforce import Salesforce
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.salesforce import FakeSalesforce, error

PHONE = "+34600111222"
ANA = {"LastName": "R", "Company": "A", "Email": "ana@example.com"}


def salesforce(**more: Any) -> Salesforce:
    return Salesforce("https://acme.my.salesforce.com", "client", "secret", **more)


def only(fake: FakeSalesforce, kind: str) -> dict[str, Any]:
    """The one record of a kind."""
    (row,) = fake.tables[kind].values()
    return row


def again(system: Salesforce, fake: FakeSalesforce, **more: Any) -> Walk:
    """Another hand-over of Ana's."""
    return Walk(system, fake).deliver(lead(id="h2", **more))


def test_what_is_on_record_is_written_by_its_id() -> None:
    fake = FakeSalesforce()
    walk = Walk(salesforce(), fake).deliver(lead())
    only(fake, "Lead")["Banter_Id__c"] = "somebody changed it"
    walk.deliver(lead(revision=2, contact={"name": "Ana Gil", "email": "ana@example.com"}))
    assert only(fake, "Lead")["LastName"] == "Gil"


@pytest.mark.parametrize("theirs_before", [False, True])
def test_a_lead_that_they_have_deleted_is_written_anew_with_its_note_and_task(
    *, theirs_before: bool
) -> None:
    fake = FakeSalesforce()
    if theirs_before:
        fake.put("Lead", ANA)
    walk = Walk(salesforce(), fake).deliver(lead())
    (identity,) = fake.tables["Lead"]
    fake.delete("Lead", identity)
    walk.deliver(lead(revision=2, score=99))
    walk.deliver(lead(revision=3, open_questions=("What about Gozo?",)))
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
    assert identity not in fake.tables["Lead"]
    assert "Gozo" in only(fake, "Note")["Body"]
    assert only(fake, "Lead")["OwnerId"] == "by rule TRUE", "somebody has to get it"


def test_what_they_have_merged_into_another_record_is_that_one() -> None:
    fake = FakeSalesforce()
    walk = Walk(salesforce(), fake).deliver(lead())
    (identity,) = fake.tables["Lead"]
    other = fake.put("Lead", ANA)
    fake.merge("Lead", identity, other)
    walk.deliver(lead(revision=2))
    walk.deliver(lead(revision=3, score=99))
    assert list(fake.tables["Lead"]) == [other]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_who_comes_back_is_the_same_lead_with_a_note_and_a_task_more() -> None:
    fake = FakeSalesforce()
    eva = fake.put("User", {"Email": EVA.email, "IsActive": True})
    extra = {"score": "Score__c"}
    walk = Walk(salesforce(extra=extra), fake).deliver(lead(owner=EVA))
    contact = {"name": "Ana R. Gil", "email": "ana@example.com", "phone": PHONE}
    second = again(salesforce(extra=extra), fake, contact=contact, score=77)
    row = only(fake, "Lead")
    assert (row["Banter_Id__c"], row["Score__c"], row["OwnerId"]) == ("h1", "77", eva)
    assert (row["LastName"], row["Phone"]) == ("Ruiz Gil", PHONE)
    assert fake.records() == {"lead": 1, "note": 2, "task": 2}
    walk.deliver(lead(revision=2, score=88))
    second.deliver(lead(id="h2", revision=2, score=99))
    assert only(fake, "Lead")["Score__c"] == "99"
    assert fake.records() == {"lead": 1, "note": 2, "task": 2}


def test_who_comes_back_after_they_were_converted_is_their_contact() -> None:
    fake = FakeSalesforce()
    system = salesforce(extra={"score": "Score__c"}, campaign="701c")
    Walk(system, fake).deliver(lead())
    (identity,) = fake.tables["Lead"]
    contact = fake.convert(identity)
    second = again(system, fake)
    assert second.said == f"contact {contact}"
    assert (len(fake.tables["Lead"]), len(fake.tables["Contact"])) == (1, 1)
    assert not only(fake, "Contact").keys() & {"Banter_Id__c", "Score__c", "Company"}
    assert [one["ParentId"] for one in fake.tables["Note"].values()] == [contact, contact]
    assert [one["WhoId"] for one in fake.tables["Task"].values()] == [contact, contact]
    members = list(fake.tables["CampaignMember"].values())
    assert members[1] == {"CampaignId": "701c", "ContactId": contact}
    second.deliver(lead(id="h2", revision=2))
    assert (len(fake.tables["Lead"]), len(fake.tables["Note"])) == (1, 2)


@pytest.mark.parametrize(
    ("there", "contact", "leads"),
    [
        ({"Phone": PHONE}, {"name": "Ana", "email": "ana@example.com", "phone": PHONE}, 1),
        ({"Phone": PHONE, "Email": "leo@example.com"}, {"name": "Ana", "phone": PHONE}, 1),
        (
            {"Phone": PHONE, "Email": "leo@example.com"},
            {"name": "Ana", "email": "ana@example.com", "phone": PHONE},
            2,
        ),
    ],
)
def test_a_number_tells_who_they_are_unless_the_addresses_differ(
    there: dict[str, str], contact: dict[str, str], leads: int
) -> None:
    """Several people have the number of a switchboard."""
    fake = FakeSalesforce()
    fake.put("Lead", {"LastName": "R", "Company": "A", **there})
    Walk(salesforce(), fake).deliver(lead(contact=contact))
    assert len(fake.tables["Lead"]) == leads


def test_what_was_begun_before_a_crash_is_ended_on_the_record_that_was_found() -> None:
    fake = FakeSalesforce()
    there = fake.put("Lead", ANA)
    walk = Walk(salesforce(), fake)
    adopted = walk.deliver(lead()).record.done["adopted"]
    fake.tables = {"Lead": {there: dict(ANA)}}
    walk.record = Record(done={"adopted": adopted})
    walk.deliver(lead(contact={"name": "Ana Gil", "email": "other@example.com"}), "person")
    row = only(fake, "Lead")
    assert (row["Banter_Id__c"], row["FirstName"]) == ("h1", "Ana")
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("kind", ["Lead", "Note", "Task", "Account", "Opportunity"])
def test_an_answer_without_an_id_is_tried_again_and_nothing_is_kept(kind: str) -> None:
    fake = FakeSalesforce()
    records = "lead" if kind == "Lead" else "contact"
    walk = Walk(salesforce(records=records, opportunity_stage="New"), fake)
    answer, lost = fake.answer, list[str]()

    def without(request: httpx.Request) -> httpx.Response:
        response = answer(request)
        if f"/sobjects/{kind}" in request.url.path and request.method != "GET" and not lost:
            lost.append(kind)
            return httpx.Response(201, json={"id": "", "success": True, "errors": []})
        return response

    fake.answer = without  # type: ignore[method-assign]
    with pytest.raises(Refused) as refused:
        walk.deliver(lead())
    assert isinstance(refused.value.outcome, RetryAt)
    assert "no id" in refused.value.outcome.why
    assert all(one.remote for one in walk.record.done.values())
    walk.deliver(lead(), "person" if kind == "Lead" else kind.lower())
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_who_may_not_read_contacts_makes_leads() -> None:
    fake = FakeSalesforce()
    answer = fake.answer
    fake.answer = lambda request: (  # type: ignore[method-assign]
        error(400, "INVALID_TYPE", "sObject type 'Contact' is not supported")
        if " FROM Contact " in request.url.params.get("q", "")
        else answer(request)
    )
    Walk(salesforce(), fake).deliver(lead())
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
