"""HubSpot: each trap of its API, met by the steps that send nothing themselves."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from agent.outbox import Failed, Owner, RetryAt
from delivery.calls import Call, Refused, Reply, SignInAgain
from delivery.hubspot import HubSpot
from delivery.signing_in import StaticToken
from tests.delivery.walking import EVA, NOW, Walk, lead
from tests.fakes.hubspot import FakeHubSpot

LEO = Owner("leo", "Leo", "leo@acme.example", language="en", ids={"hubspot": "88"})


@pytest.fixture
def fake() -> FakeHubSpot:
    """An account with one salesperson."""
    return FakeHubSpot(owners={"eva@acme.example": "77"})


@pytest.fixture
def walk(fake: FakeHubSpot) -> Walk:
    """Deliveries to it."""
    return Walk(HubSpot(StaticToken("token-1")), fake)


def only(fake: FakeHubSpot, kind: str) -> dict[str, str]:
    """The one record of a kind."""
    [found] = fake.objects[kind].values()
    return found


def steps(walk: Walk) -> list[str]:
    """What was asked, in order."""
    return [call.step for call in walk.calls]


def test_a_company_s_lead_becomes_contact_company_note_and_task(
    walk: Walk, fake: FakeHubSpot
) -> None:
    walk.deliver(lead(owner=EVA, contact={"name": "Ana Ruiz", "email": "Ana@Tools.Example"}))
    assert only(fake, "contacts") == {
        "email": "ana@tools.example",
        "firstname": "Ana",
        "lastname": "Ruiz",
        "lifecyclestage": "salesqualifiedlead",
        "hubspot_owner_id": "77",
    }
    assert only(fake, "companies")["domain"] == "tools.example"
    note, task = only(fake, "notes"), only(fake, "tasks")
    assert note["hs_note_body"].endswith("<p>Banter h1</p>")
    assert task["hubspot_owner_id"] == "77"
    assert task["hs_timestamp"] == "2026-03-02T10:00:00.000Z"
    tied = {(kind, other) for kind, _, other, _ in fake.links}
    assert {
        ("contacts", "companies"),
        ("contacts", "notes"),
        ("contacts", "tasks"),
        ("companies", "notes"),
        ("companies", "tasks"),
    } <= tied


def test_an_owner_who_is_not_there_is_told(walk: Walk) -> None:
    assert walk.deliver(lead(owner=LEO)).said.startswith("contact ")
    left = Owner("max", "Max", "max@acme.example")
    assert (
        Walk(walk.system, FakeHubSpot())
        .deliver(lead(owner=left))
        .said.endswith("; max@acme.example is no owner there")
    )


def test_a_private_person_has_no_company(walk: Walk, fake: FakeHubSpot) -> None:
    walk.deliver(lead(account={"kind": "b2c"}))
    assert "companies" not in fake.objects


def test_a_company_that_is_there_is_taken_and_not_made_again(walk: Walk, fake: FakeHubSpot) -> None:
    fake.put("companies", {"domain": "tools.example", "name": "Tools"})
    walk.deliver(lead(account={"kind": "b2b", "domain": "tools.example", "company": "Tools SL"}))
    assert only(fake, "companies")["name"] == "Tools"
    assert "company of contact" in steps(walk)
    assert ("contacts", "companies") in {(kind, other) for kind, _, other, _ in fake.links}


def test_what_a_salesperson_wrote_stays(walk: Walk, fake: FakeHubSpot) -> None:
    theirs = {
        "email": "ana@example.com",
        "firstname": "Ana María",
        "hubspot_owner_id": "99",
        "lifecyclestage": "customer",
    }
    fake.put("contacts", theirs, found=False)
    walk.deliver(lead(owner=EVA))
    assert only(fake, "contacts") == {**theirs, "lastname": "Ruiz Gil", "company": "Acme Tools"}


def test_a_stage_moves_forward_only_and_one_of_their_own_is_left_alone(
    walk: Walk, fake: FakeHubSpot
) -> None:
    for stage, then in (
        ("lead", "salesqualifiedlead"),
        ("customer", "customer"),
        ("our_own", "our_own"),
    ):
        fake.objects.clear()
        fake.put("contacts", {"email": "ana@example.com", "lifecyclestage": stage})
        Walk(walk.system, fake).deliver(lead())
        assert only(fake, "contacts")["lifecyclestage"] == then


def test_who_did_not_qualify_has_no_stage(walk: Walk, fake: FakeHubSpot) -> None:
    walk.deliver(lead(outcome="undecided", event="lead.needs_person"))
    assert "lifecyclestage" not in only(fake, "contacts")
    assert only(fake, "tasks")["hs_task_subject"] == "Answer Ana Ruiz Gil"


def test_an_upsert_by_e_mail_carries_the_whole_set_as_text(walk: Walk) -> None:
    walk.deliver(lead())
    [upsert] = [call for call in walk.calls if call.url.endswith("/contacts/batch/upsert")]
    assert upsert.body == {
        "inputs": [
            {
                "idProperty": "email",
                "id": "ana@example.com",
                "properties": {
                    "email": "ana@example.com",
                    "firstname": "Ana",
                    "lastname": "Ruiz Gil",
                    "company": "Acme Tools",
                    "lifecyclestage": "salesqualifiedlead",
                },
            }
        ]
    }


def test_a_property_of_our_own_is_the_key_where_it_is_configured() -> None:
    fake = FakeHubSpot(unique="banter_key")
    system = HubSpot(
        StaticToken("token-1"), key_property="banter_key", extra={"score": "banter_score"}
    )
    Walk(system, fake).deliver(lead())
    assert only(fake, "contacts")["banter_key"] == "h1"
    assert only(fake, "contacts")["banter_score"] == "30", "values are text"


def test_an_e_mail_that_another_contact_has_meanwhile_is_no_dead_end(fake: FakeHubSpot) -> None:
    """Between the look and the upsert somebody else made the contact."""
    fake.unique = "banter_key"
    walk = Walk(HubSpot(StaticToken("token-1"), key_property="banter_key"), fake)
    answer = fake.answer

    def made_meanwhile(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/upsert") and "contacts" not in fake.objects:
            fake.put("contacts", {"email": "ana@example.com", "firstname": "Anita"})
        return answer(request)

    fake.answer = made_meanwhile  # type: ignore[method-assign]
    walk.deliver(lead())
    assert only(fake, "contacts")["firstname"] == "Anita"
    assert only(fake, "contacts")["banter_key"] == "h1"


def test_who_gave_a_number_alone_is_found_by_it(walk: Walk, fake: FakeHubSpot) -> None:
    fake.put("contacts", {"mobilephone": "+34600111222", "firstname": "Ana"})
    walk.deliver(lead(contact={"phone": "+34600111222"}, account={"kind": "b2c"}))
    assert only(fake, "contacts")["phone"] == "+34600111222"
    fake.objects.clear()
    Walk(walk.system, fake).deliver(
        lead(contact={"phone": "+34600111333"}, account={"kind": "b2c"})
    )
    assert only(fake, "contacts")["phone"] == "+34600111333"


def test_a_corrected_e_mail_changes_the_contact_and_makes_no_second_one(
    walk: Walk, fake: FakeHubSpot
) -> None:
    walk.deliver(lead())
    corrected = lead(contact={"name": "Ana Ruiz Gil", "email": "ana.ruiz@example.com"}, revision=2)
    walk.deliver(corrected)
    assert only(fake, "contacts")["email"] == "ana.ruiz@example.com"


def test_a_newer_revision_keeps_note_and_task_and_tells_the_new_owner(
    walk: Walk, fake: FakeHubSpot
) -> None:
    walk.deliver(lead(owner=EVA))
    only(fake, "tasks")["hs_task_status"] = "COMPLETED"
    walk.deliver(lead(owner=LEO, revision=2, why="update", event="lead.updated", score=99))
    assert "(99 points)" in only(fake, "notes")["hs_note_body"]
    task = only(fake, "tasks")
    assert (task["hubspot_owner_id"], task["hs_task_status"]) == ("88", "COMPLETED")
    assert only(fake, "contacts")["hubspot_owner_id"] == "88"


def test_a_contact_that_sales_gave_to_somebody_else_stays_theirs(
    walk: Walk, fake: FakeHubSpot
) -> None:
    walk.deliver(lead(owner=EVA))
    only(fake, "contacts")["hubspot_owner_id"] = "99"
    walk.deliver(lead(owner=LEO, revision=2, why="update"))
    assert only(fake, "contacts")["hubspot_owner_id"] == "99"


def test_a_note_that_was_deleted_is_not_written_again(walk: Walk, fake: FakeHubSpot) -> None:
    walk.deliver(lead())
    fake.objects["notes"].clear()
    walk.deliver(lead(revision=2, why="update"))
    assert fake.objects["notes"] == {}


def test_deals_and_leads_are_made_where_they_are_configured(fake: FakeHubSpot) -> None:
    system = HubSpot(
        StaticToken("token-1"), pipeline="default", deal_stage="appointmentscheduled", leads=True
    )
    Walk(system, fake).deliver(lead(owner=EVA))
    deal = only(fake, "deals")
    assert (deal["pipeline"], deal["dealstage"]) == ("default", "appointmentscheduled")
    assert deal["amount"] == "3000.5"
    assert deal["hubspot_owner_id"] == "77"
    assert only(fake, "leads")["hs_lead_name"].endswith("(Banter h1)")


def test_both_versions_of_the_api_are_spoken(fake: FakeHubSpot) -> None:
    dated = Walk(HubSpot(StaticToken("token-1")), fake).deliver(lead(owner=EVA))
    fake.objects.clear()
    before = Walk(HubSpot(StaticToken("token-1"), version="v3"), fake).deliver(lead(owner=EVA))
    assert steps(before) == steps(dated)
    assert {call.url.split("/")[2] for call in dated.calls} == {"objects", "owners"}
    assert {call.url.split("/")[2] for call in before.calls} <= {"v3", "v4"}


SAYS: list[tuple[int, dict[str, Any], dict[str, str], Any]] = [
    (429, {"policyName": "TEN_SECONDLY"}, {}, RetryAt("", NOW + timedelta(seconds=10))),
    (429, {"policyName": "DAILY"}, {}, RetryAt("", NOW + timedelta(hours=1))),
    (429, {}, {"retry-after": "7"}, RetryAt("", NOW + timedelta(seconds=7))),
    (423, {"message": "locked"}, {}, RetryAt("", NOW + timedelta(seconds=5))),
    (477, {}, {"retry-after": "3600"}, RetryAt("", NOW + timedelta(hours=1))),
    (502, {}, {}, RetryAt("")),
    (401, {"category": "EXPIRED_AUTHENTICATION"}, {}, SignInAgain("")),
    (403, {"category": "MISSING_SCOPES"}, {}, Failed("", "fix_configuration")),
    (400, {"message": "PROPERTY_DOESNT_EXIST"}, {}, Failed("", "fix_configuration")),
    (400, {"message": "INVALID_EMAIL"}, {}, Failed("", "fix_data")),
]


@pytest.mark.parametrize(("status", "body", "headers", "fault"), SAYS)
def test_an_error_says_what_is_to_be_done(
    walk: Walk, status: int, body: dict[str, Any], headers: dict[str, str], fault: Any
) -> None:
    said = httpx.Response(status, json=body).content
    found = walk.system.fault(Call("contact", "POST", "/"), Reply(status, headers, said, NOW))
    assert type(found) is type(fault)
    assert getattr(found, "at", None) == getattr(fault, "at", None)
    assert getattr(found, "remedy", None) == getattr(fault, "remedy", None)


def test_a_batch_that_failed_inside_is_no_success(walk: Walk, fake: FakeHubSpot) -> None:
    answer = fake.answer
    inside = {"category": "VALIDATION_ERROR", "message": "INVALID_EMAIL"}

    def fails(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/upsert"):
            return httpx.Response(207, json={"results": [], "numErrors": 1, "errors": [inside]})
        return answer(request)

    fake.answer = fails  # type: ignore[method-assign]
    with pytest.raises(Refused) as refused:
        walk.deliver(lead())
    assert refused.value.outcome == Failed(
        "answered 207, and in it: VALIDATION_ERROR INVALID_EMAIL", "fix_data"
    )


def test_a_page_of_a_proxy_is_no_answer(walk: Walk) -> None:
    page = Reply(200, {}, b"<html>", NOW)
    assert isinstance(walk.system.fault(Call("note", "POST", "/"), page), RetryAt)
