"""What Zoho CRM gets, and what its traps are: errors inside a success, a search that lags."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from agent.outbox import Failed, Owner, RetryAt
from delivery.calls import Call, Fault, Refused, Reply, SignInAgain
from delivery.zoho import Zoho
from tests.delivery.walking import EVA, NOW, Walk, lead
from tests.fakes.zoho import FakeZoho, inside, whole


def zoho(**more: Any) -> Zoho:
    return Zoho("client", "secret", "refresh-1", **more)


def only(fake: FakeZoho, module: str) -> dict[str, Any]:
    """The one record of a module."""
    (row,) = fake.modules[module].values()
    return row


def test_a_lead_has_our_key_its_note_and_a_task() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(lead_source="Chat"), fake).deliver(lead(tier="hot"))
    row = only(fake, "Leads")
    assert row["Banter_Id"] == "h1"
    assert (row["First_Name"], row["Last_Name"]) == ("Ana", "Ruiz Gil")
    assert (row["Company"], row["Lead_Source"]) == ("Acme Tools", "Chat")
    (identity,) = fake.modules["Leads"]
    assert walk.said == f"lead {identity}"
    note, task = only(fake, "Notes"), only(fake, "Tasks")
    assert note["Parent_Id"] == {"module": {"api_name": "Leads"}, "id": identity}
    assert "about 3,000.50 a year" in note["Note_Content"]
    assert (task["What_Id"], task["$se_module"]) == ({"id": identity}, "Leads")
    assert (task["Priority"], task["Due_Date"]) == ("High", "2026-03-02")


def test_a_rule_of_theirs_runs_once_for_whom_we_did_not_place() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(assignment_rule="42"), fake).deliver(lead())
    walk.deliver(lead(revision=2))
    assert fake.rules == ["42"]
    fake = FakeZoho(users={EVA.email: "9"})
    Walk(zoho(assignment_rule="42"), fake).deliver(lead(owner=EVA))
    assert fake.rules == []
    assert only(fake, "Leads")["Owner"] == only(fake, "Tasks")["Owner"] == {"id": "9"}


def test_an_owner_is_named_in_the_teams_file_or_told_to_be_missing() -> None:
    fake = FakeZoho()
    Walk(zoho(), fake).deliver(lead(owner=replace(EVA, ids={"zoho": "77"})))
    assert only(fake, "Leads")["Owner"] == {"id": "77"}
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead(owner=EVA))
    assert walk.said.endswith("; eva@acme.example is no active user there")


def test_an_owner_is_found_on_a_later_page_of_users() -> None:
    fake = FakeZoho(users={**{f"{one}@acme.example": str(one) for one in range(7)}, EVA.email: "9"})
    fake.page = 3
    Walk(zoho(), fake).deliver(lead(owner=EVA))
    assert only(fake, "Leads")["Owner"] == {"id": "9"}
    fake = FakeZoho(users={f"{one}@acme.example": str(one) for one in range(7)})
    fake.page = 3
    walk = Walk(zoho(), fake).deliver(lead(owner=EVA))
    assert walk.said.endswith("; eva@acme.example is no active user there")


def test_whom_a_person_of_theirs_gave_the_lead_to_keeps_it() -> None:
    fake = FakeZoho(users={EVA.email: "9"})
    walk = Walk(zoho(), fake).deliver(lead(owner=EVA))
    only(fake, "Leads")["Owner"] = {"id": "by hand"}
    walk.deliver(lead(owner=EVA, revision=2))
    assert only(fake, "Leads")["Owner"] == {"id": "by hand"}
    leo = Owner("leo", "Leo", "leo@acme.example", ids={"zoho": "8"})
    walk.deliver(lead(owner=leo, revision=3))
    assert only(fake, "Leads")["Owner"] == {"id": "8"}


def test_a_change_rewrites_the_note_and_adds_no_task() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead())
    walk.deliver(lead(revision=2, open_questions=("What about Gozo?",)))
    assert "Gozo" in only(fake, "Notes")["Note_Content"]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_a_lead_that_came_from_elsewhere_gets_our_key_and_what_it_lacks() -> None:
    fake = FakeZoho()
    theirs = {"Last_Name": "Ruiz", "Company": "ACME", "Email": "ana@example.com", "Rating": "A"}
    fake.put("Leads", theirs)
    walk = Walk(zoho(extra={"score": "Score"}), fake).deliver(lead())
    assert only(fake, "Leads") == {
        **theirs,
        "First_Name": "Ana",
        "Score": "30",
        "Banter_Id": "h1",
    }
    walk.deliver(lead(revision=2, score=90))
    assert only(fake, "Leads")["Score"] == "90"
    assert only(fake, "Leads")["Company"] == "ACME"


def test_another_unique_field_that_is_taken_leads_to_the_record_that_has_it() -> None:
    fake = FakeZoho(unique=("Email",))
    there = fake.put("Leads", {"Last_Name": "R", "Email": "ana@example.com"}, found=False)
    walk = Walk(zoho(), fake).deliver(lead())
    assert walk.record.remote("person") == there
    assert only(fake, "Leads")["Banter_Id"] == "h1"


@pytest.mark.parametrize(
    ("contact", "account", "expected"),
    [
        ({"email": "leo@example.com"}, {"kind": "b2c"}, ("leo@example.com", "[private person]")),
        ({"phone": "+34600111222"}, {"kind": "b2b"}, ("Unknown", "Unknown")),
    ],
)
def test_what_a_lead_must_have_is_there(
    contact: dict[str, str], account: dict[str, str], expected: tuple[str, str]
) -> None:
    fake = FakeZoho()
    Walk(zoho(), fake).deliver(lead(contact=contact, account=account))
    row = only(fake, "Leads")
    assert (row["Last_Name"], row["Company"]) == expected


def test_a_company_has_an_account_with_a_contact_and_perhaps_a_deal() -> None:
    fake = FakeZoho()
    theirs = {"Account_Name": "Acme Tools", "Owner": {"id": "by hand"}}
    account = fake.put("Accounts", theirs)
    Walk(zoho(records="contact", deal_stage="New"), fake).deliver(lead(owner=EVA))
    assert fake.modules["Accounts"] == {account: theirs}
    (contact,) = fake.modules["Contacts"]
    assert only(fake, "Contacts")["Account_Name"] == {"id": account}
    deal = only(fake, "Deals")
    assert (deal["Stage"], deal["Contact_Name"]) == ("New", {"id": contact})
    (identity,) = fake.modules["Deals"]
    assert only(fake, "Notes")["Parent_Id"]["id"] == identity
    assert only(fake, "Tasks")["Who_Id"] == {"id": contact}


def test_a_company_is_found_whatever_its_name_is_written_with() -> None:
    fake = FakeZoho()
    name = "Acme (Tools), Inc\\"
    account = fake.put("Accounts", {"Account_Name": name})
    contact = {"name": "Ana", "email": "ana@example.com", "company": name}
    Walk(zoho(records="contact"), fake).deliver(lead(contact=contact))
    assert list(fake.modules["Accounts"]) == [account]


def test_a_private_person_is_a_contact_alone() -> None:
    fake = FakeZoho()
    Walk(zoho(records="contact"), fake).deliver(lead(account={"kind": "b2c"}))
    assert "Accounts" not in fake.modules
    assert only(fake, "Tasks")["Who_Id"]["id"] in fake.modules["Contacts"]


def test_a_key_that_is_not_unique_there_ends_the_delivery() -> None:
    with pytest.raises(Refused) as refused:
        Walk(zoho(key_field="Other"), FakeZoho()).deliver(lead())
    assert isinstance(refused.value.outcome, Failed)
    assert "(Other)" in refused.value.outcome.why


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (whole(401, "INVALID_TOKEN", "invalid oauth token"), SignInAgain),
        (whole(401, "OAUTH_SCOPE_MISMATCH", "scope"), "fix_configuration"),
        (whole(403, "NO_PERMISSION", "permission denied"), "fix_configuration"),
        (whole(400, "INVALID_MODULE", "the module name"), "fix_configuration"),
        (whole(429, "TOO_MANY_REQUESTS", "concurrency"), RetryAt),
        (whole(400, "LIMIT_EXCEEDED", "credits"), RetryAt),
        (whole(500, "INTERNAL_ERROR", "try again"), RetryAt),
        (inside("INTERNAL_ERROR", {}), RetryAt),
        (inside("MANDATORY_NOT_FOUND", {"api_name": "Company"}), "fix_data"),
        (inside("INVALID_DATA", {"api_name": "Email"}), "fix_data"),
    ],
    ids=lambda one: getattr(one, "text", ""),
)
def test_their_errors_say_what_comes_next(
    answer: httpx.Response, expected: type[Fault] | str
) -> None:
    reply = Reply(answer.status_code, {}, answer.content, NOW)
    fault = zoho().fault(Call("person", "PUT", "/Leads/1"), reply)
    match fault:
        case Failed(remedy=remedy):
            assert remedy == expected
        case RetryAt() | SignInAgain():
            assert isinstance(fault, expected)  # type: ignore[arg-type]
        case None:
            pytest.fail("it is a fault")


def test_credits_that_are_used_up_are_waited_for_and_count_as_no_try() -> None:
    reply = Reply(400, {}, whole(400, "LIMIT_EXCEEDED", "credits").content, NOW)
    fault = zoho().fault(Call("note", "POST", "/Notes"), reply)
    assert isinstance(fault, RetryAt)
    assert fault.busy
