"""What Salesforce gets, and what its traps are: rules, duplicates, keys, private persons."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from agent.ledger import Record
from agent.outbox import Failed, Owner, RetryAt
from delivery.calls import Call, Fault, Refused, Reply, SignInAgain
from delivery.salesforce import Salesforce
from tests.delivery.walking import EVA, NOW, Walk, lead
from tests.fakes.salesforce import FakeSalesforce, error

HOST = "https://acme.my.salesforce.com"


def salesforce(**more: Any) -> Salesforce:
    return Salesforce(HOST, "client", "secret", **more)


def only(fake: FakeSalesforce, kind: str) -> dict[str, Any]:
    """The one record of a kind."""
    (row,) = fake.tables[kind].values()
    return row


def test_a_lead_has_our_key_its_note_and_a_task() -> None:
    fake = FakeSalesforce()
    walk = Walk(salesforce(), fake).deliver(lead(tier="hot"))
    row = only(fake, "Lead")
    assert row["Banter_Id__c"] == "h1"
    assert (row["FirstName"], row["LastName"]) == ("Ana", "Ruiz Gil")
    assert (row["Company"], row["LeadSource"]) == ("Acme Tools", "/pricing")
    (identity,) = fake.tables["Lead"]
    assert walk.said == f"lead {identity}"
    note, task = only(fake, "Note"), only(fake, "Task")
    assert note["ParentId"] == task["WhoId"] == identity
    assert "about 3,000.50 a year" in note["Body"]
    assert (task["Priority"], task["ActivityDate"]) == ("High", "2026-03-02")


def test_their_rule_assigns_only_whom_we_did_not_place() -> None:
    fake = FakeSalesforce()
    Walk(salesforce(), fake).deliver(lead())
    assert only(fake, "Lead")["OwnerId"] == "by rule TRUE"
    for assign, expected in (("01Q000000000001", "by rule 01Q000000000001"), ("FALSE", None)):
        fake = FakeSalesforce()
        Walk(salesforce(assign=assign), fake).deliver(lead())
        assert only(fake, "Lead").get("OwnerId") == expected


def test_our_owner_is_found_by_address_or_named_in_the_teams_file() -> None:
    fake = FakeSalesforce()
    eva = fake.put("User", {"Email": "EVA@acme.example", "IsActive": True})
    Walk(salesforce(), fake).deliver(lead(owner=EVA))
    assert only(fake, "Lead")["OwnerId"] == only(fake, "Task")["OwnerId"] == eva
    fake = FakeSalesforce()
    named = replace(EVA, ids={"salesforce": "005000000000XYZ"})
    Walk(salesforce(), fake).deliver(lead(owner=named))
    assert only(fake, "Lead")["OwnerId"] == "005000000000XYZ"


@pytest.mark.parametrize("records", ["lead", "contact"])
def test_a_queue_has_leads_and_tasks_and_nothing_else(records: Any) -> None:
    fake = FakeSalesforce()
    queue = replace(EVA, id="queue:sales", ids={"salesforce": "00G000000000001"})
    system = salesforce(records=records, opportunity_stage="Qualification")
    Walk(system, fake).deliver(lead(owner=queue))
    assert only(fake, "Task")["OwnerId"] == "00G000000000001"
    owned = {
        kind for kind, rows in fake.tables.items() for one in rows.values() if "OwnerId" in one
    }
    assert owned == ({"Lead", "Task"} if records == "lead" else {"Task"})


def test_an_owner_who_has_left_is_told_and_their_rule_assigns() -> None:
    fake = FakeSalesforce()
    fake.put("User", {"Email": EVA.email, "IsActive": False})
    walk = Walk(salesforce(), fake).deliver(lead(owner=EVA))
    assert walk.said.endswith("; eva@acme.example is no active user there")
    assert only(fake, "Lead")["OwnerId"] == "by rule TRUE"


def test_whom_a_person_of_theirs_gave_the_lead_to_keeps_it() -> None:
    fake = FakeSalesforce()
    eva = fake.put("User", {"Email": EVA.email, "IsActive": True})
    walk = Walk(salesforce(), fake).deliver(lead(owner=EVA))
    assert only(fake, "Lead")["OwnerId"] == eva
    only(fake, "Lead")["OwnerId"] = "by hand"
    walk.deliver(lead(owner=EVA, revision=2, score=99))
    assert only(fake, "Lead")["OwnerId"] == "by hand"
    leo = Owner("leo", "Leo", "leo@acme.example", ids={"salesforce": "005leo"})
    walk.deliver(lead(owner=leo, revision=3))
    assert only(fake, "Lead")["OwnerId"] == "005leo"


def test_a_change_rewrites_the_note_and_adds_no_task() -> None:
    fake = FakeSalesforce()
    walk = Walk(salesforce(), fake).deliver(lead())
    walk.deliver(lead(revision=2, open_questions=("What about Gozo?",)))
    assert "Gozo" in only(fake, "Note")["Body"]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("theirs_before", [False, True])
def test_what_is_new_of_a_converted_lead_is_in_its_note(*, theirs_before: bool) -> None:
    """A lead that was made a contact of is read-only: a change of it is no failure."""
    fake = FakeSalesforce()
    if theirs_before:
        fake.put("Lead", {"LastName": "Ruiz", "Company": "Acme", "Email": "ana@example.com"})
    walk = Walk(salesforce(extra={"score": "Score__c"}), fake).deliver(lead())
    only(fake, "Lead")["IsConverted"] = True
    before = dict(only(fake, "Lead"))
    walk.deliver(lead(revision=2, score=99, open_questions=("What about Gozo?",)))
    assert "Gozo" in only(fake, "Note")["Body"]
    assert only(fake, "Lead") == before
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_a_note_that_they_have_deleted_stays_deleted_and_stops_nothing() -> None:
    fake = FakeSalesforce()
    walk = Walk(salesforce(), fake).deliver(lead())
    fake.tables["Note"].clear()
    walk.deliver(lead(revision=2, score=99))
    assert fake.records() == {"lead": 1, "note": 0, "task": 1}
    assert walk.record.is_current("note")


def test_a_lead_that_came_from_elsewhere_gets_our_key_and_keeps_its_owner() -> None:
    fake = FakeSalesforce()
    theirs = {"LastName": "Ruiz", "Company": "Acme", "Email": "ana@example.com"}
    there = fake.put("Lead", {**theirs, "OwnerId": "bea", "LeadSource": "Fair"})
    converted = fake.put("Lead", {**theirs, "IsConverted": True})
    Walk(salesforce(), fake).deliver(lead())
    assert fake.tables["Lead"][there]["Banter_Id__c"] == "h1"
    assert fake.tables["Lead"][there]["OwnerId"] == "bea"
    assert fake.tables["Lead"][there]["LeadSource"] == "Fair"
    assert "Banter_Id__c" not in fake.tables["Lead"][converted]
    assert len(fake.tables["Lead"]) == 2


def test_a_duplicate_rule_lets_our_lead_pass() -> None:
    fake = FakeSalesforce()
    fake.refuses_duplicates = True
    person = {"LastName": "Ruiz", "Company": "Acme", "Email": "ana@example.com"}
    fake.put("Lead", {**person, "IsConverted": True})
    Walk(salesforce(), fake).deliver(lead())
    assert len(fake.tables["Lead"]) == 2


@pytest.mark.parametrize(
    ("contact", "account", "expected"),
    [
        ({"email": "leo@example.com"}, {"kind": "b2c"}, ("leo@example.com", "[private person]")),
        ({"phone": "+34600111222"}, {"kind": "b2b"}, ("Unknown", "Unknown")),
        ({"name": "Leo"}, {"kind": "b2c"}, ("Leo", "[private person]")),
    ],
)
def test_what_a_lead_must_have_is_there(
    contact: dict[str, str], account: dict[str, str], expected: tuple[str, str]
) -> None:
    fake = FakeSalesforce()
    Walk(salesforce(), fake).deliver(lead(contact=contact, account=account))
    row = only(fake, "Lead")
    assert (row["LastName"], row["Company"]) == expected


def test_long_texts_are_cut_to_what_their_fields_take() -> None:
    fake = FakeSalesforce()
    long = {"name": f"{'A' * 100} {'B' * 300}", "company": "C" * 400, "email": "ana@example.com"}
    Walk(salesforce(), fake).deliver(lead(contact=long))
    row = only(fake, "Lead")
    assert [len(row[name]) for name in ("FirstName", "LastName", "Company")] == [40, 80, 255]


def test_a_key_is_quoted_in_the_address_and_texts_in_queries() -> None:
    fake = FakeSalesforce()
    odd = {"name": "O'Neil \\ O", "email": "o'neil@example.com", "company": "O'Neil & Sons, Inc"}
    Walk(salesforce(records="contact"), fake).deliver(lead(id="h/1 ?.inc", contact=odd))
    assert only(fake, "Contact")["Banter_Id__c"] == "h/1 ?.inc"
    assert only(fake, "Account")["Name"] == "O'Neil & Sons, Inc"


def test_a_company_has_an_account_with_a_contact_and_perhaps_an_opportunity() -> None:
    fake = FakeSalesforce()
    system = salesforce(records="contact", opportunity_stage="Qualification", campaign="701c")
    Walk(system, fake).deliver(lead())
    (account,), (contact,) = fake.tables["Account"], fake.tables["Contact"]
    assert only(fake, "Contact")["AccountId"] == account
    deal = only(fake, "Opportunity")
    assert (deal["AccountId"], deal["StageName"]) == (account, "Qualification")
    assert deal["CloseDate"] == (NOW + timedelta(days=90)).date().isoformat()
    (opportunity,) = fake.tables["Opportunity"]
    assert only(fake, "OpportunityContactRole")["ContactId"] == contact
    assert only(fake, "CampaignMember") == {"CampaignId": "701c", "ContactId": contact}
    assert only(fake, "Note")["ParentId"] == only(fake, "Task")["WhatId"] == opportunity


def test_a_private_person_is_a_contact_alone() -> None:
    fake = FakeSalesforce()
    Walk(salesforce(records="contact"), fake).deliver(lead(account={"kind": "b2c"}))
    assert "Account" not in fake.tables
    assert "AccountId" not in only(fake, "Contact")


def test_who_did_not_qualify_is_no_opportunity() -> None:
    fake = FakeSalesforce()
    system = salesforce(records="contact", opportunity_stage="Qualification")
    Walk(system, fake).deliver(lead(outcome="undecided"))
    assert "Opportunity" not in fake.tables


def test_an_account_is_known_by_its_name_or_its_site_and_a_contact_by_the_address() -> None:
    fake = FakeSalesforce()
    fake.put("Account", {"Name": "Mega", "Website": "https://megaacme.example"})
    company = fake.put("Account", {"Name": "Acme S.L.", "Website": "https://www.acme.example"})
    fake.put("Account", {"Name": "Other", "Website": "acme.example.net"})
    ana = fake.put("Contact", {"LastName": "Ruiz", "Email": "ana@example.com", "Title": "CEO"})
    account = {"kind": "b2b", "company": "Acme Tools", "domain": "acme.example"}
    system = salesforce(records="contact", extra={"score": "Score__c", "budget": "Budget__c"})
    walk = Walk(system, fake).deliver(lead(account=account))
    assert walk.record.remote("account") == company
    assert only(fake, "Contact") == {
        "FirstName": "Ana",
        "LastName": "Ruiz",
        "Email": "ana@example.com",
        "Title": "CEO",
        "AccountId": company,
        "LeadSource": "/pricing",
        "Description": "Ana: qualified, ñandú",
        "Score__c": "30",
        "Budget__c": "about 3,000.50 a year",
        "Banter_Id__c": "h1",
    }
    assert walk.said == f"contact {ana}"


def test_a_member_of_the_campaign_already_is_no_mistake() -> None:
    fake = FakeSalesforce()
    walk = Walk(salesforce(campaign="701c"), fake)
    walk.deliver(lead())
    walk.record = Record(done={"person": walk.record.done["person"]})
    walk.deliver(lead())
    assert len(fake.tables["CampaignMember"]) == 1


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (error(401, "INVALID_SESSION_ID"), SignInAgain),
        (error(403, "REQUEST_LIMIT_EXCEEDED"), RetryAt),
        (error(400, "UNABLE_TO_LOCK_ROW"), RetryAt),
        (error(503, "SERVER_UNAVAILABLE"), RetryAt),
        (error(404, "NOT_FOUND"), "fix_configuration"),
        (error(400, "INVALID_FIELD"), "fix_configuration"),
        (error(403, "API_DISABLED_FOR_ORG"), "fix_configuration"),
        (error(400, "REQUIRED_FIELD_MISSING"), "fix_data"),
        (error(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION"), "fix_data"),
        (error(400, "DUPLICATES_DETECTED"), "fix_data"),
    ],
    ids=lambda one: getattr(one, "text", ""),
)
def test_their_errors_say_what_comes_next(answer: Any, expected: type[Fault] | str) -> None:
    reply = Reply(answer.status_code, {}, answer.content, NOW)
    fault = salesforce().fault(Call("person", "PATCH", "/x"), reply)
    match fault:
        case Failed(remedy=remedy):
            assert remedy == expected
        case RetryAt(at=at):
            assert expected is RetryAt
            assert at is None or at > NOW
        case _:
            assert isinstance(fault, SignInAgain)
            assert expected is SignInAgain


def test_a_key_that_several_records_have_is_for_an_admin() -> None:
    fake = FakeSalesforce()
    for _ in range(2):
        fake.put("Lead", {"LastName": "R", "Company": "A", "Banter_Id__c": "h1"})
    with pytest.raises(Refused) as refused:
        Walk(salesforce(), fake).deliver(lead())
    assert isinstance(refused.value.outcome, Failed)
    assert refused.value.outcome.remedy == "fix_configuration"


def test_a_key_field_that_is_not_there_is_for_an_admin() -> None:
    with pytest.raises(Refused) as refused:
        Walk(salesforce(key_field="Other__c"), FakeSalesforce()).deliver(lead())
    assert isinstance(refused.value.outcome, Failed)
    assert refused.value.outcome.remedy == "fix_configuration"


def test_a_day_s_quota_that_is_used_up_is_waited_for_and_counts_as_no_try() -> None:
    reply = Reply(403, {}, error(403, "REQUEST_LIMIT_EXCEEDED").content, NOW)
    fault = salesforce().fault(Call("note", "POST", "/x"), reply)
    assert isinstance(fault, RetryAt)
    assert fault.busy
