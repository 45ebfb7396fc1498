"""What SugarCRM gets, and what its traps are: sync keys, platforms, people's own sessions."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from agent.outbox import Failed, Owner, RetryAt
from delivery.calls import Call, Fault, Reply, SignInAgain
from delivery.sugarcrm import SugarCrm
from tests.delivery.walking import EVA, NOW, Walk, lead
from tests.fakes.sugarcrm import FakeSugarCrm, told

KEYS = ["sync_key", "banter_id_c"]


def sugarcrm(**more: Any) -> SugarCrm:
    return SugarCrm("https://acme.sugarondemand.com", "banter", "secret", **more)


def only(fake: FakeSugarCrm, module: str) -> dict[str, Any]:
    """The one record of a module."""
    (row,) = fake.modules[module].values()
    return row


@pytest.mark.parametrize("key", KEYS)
def test_a_lead_has_our_key_its_note_and_a_task(key: str) -> None:
    fake = FakeSugarCrm()
    walk = Walk(sugarcrm(key=key, extra={"score": "score_c"}), fake).deliver(lead(tier="hot"))
    row = only(fake, "Leads")
    assert (row[key], row["score_c"]) == ("h1", "30")
    assert (row["first_name"], row["last_name"]) == ("Ana", "Ruiz Gil")
    assert row["email"] == [{"email_address": "ana@example.com", "primary_address": True}]
    (identity,) = fake.modules["Leads"]
    assert walk.said == f"lead {identity}"
    note, task = only(fake, "Notes"), only(fake, "Tasks")
    assert (note["parent_type"], note["parent_id"]) == ("Leads", identity)
    assert "about 3,000.50 a year" in note["description"]
    assert (task["parent_id"], task["priority"]) == (identity, "High")


@pytest.mark.parametrize("key", KEYS)
def test_whom_a_person_of_theirs_gave_the_lead_to_keeps_it(key: str) -> None:
    fake = FakeSugarCrm(users={"EVA@acme.example": "eva-0001"})
    walk = Walk(sugarcrm(key=key), fake).deliver(lead(owner=EVA))
    assert only(fake, "Leads")["assigned_user_id"] == "eva-0001"
    only(fake, "Leads")["assigned_user_id"] = "by hand"
    walk.deliver(lead(owner=EVA, revision=2))
    assert only(fake, "Leads")["assigned_user_id"] == "by hand"
    leo = Owner("leo", "Leo", "leo@acme.example", ids={"sugarcrm": "leo-0001"})
    walk.deliver(lead(owner=leo, revision=3))
    assert only(fake, "Leads")["assigned_user_id"] == "leo-0001"
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_a_note_that_they_have_deleted_stays_deleted_and_stops_nothing() -> None:
    fake = FakeSugarCrm()
    walk = Walk(sugarcrm(), fake).deliver(lead())
    fake.modules["Notes"].clear()
    walk.deliver(lead(revision=2, score=99))
    assert fake.records() == {"lead": 1, "note": 0, "task": 1}
    assert walk.record.is_current("note")


def test_an_owner_who_is_not_there_is_told() -> None:
    walk = Walk(sugarcrm(), FakeSugarCrm()).deliver(lead(owner=replace(EVA)))
    assert walk.said.endswith("; eva@acme.example is no active user there")


def test_a_change_rewrites_the_note_and_adds_no_task() -> None:
    fake = FakeSugarCrm()
    walk = Walk(sugarcrm(), fake).deliver(lead())
    walk.deliver(lead(revision=2, open_questions=("What about Gozo?",)))
    assert "Gozo" in only(fake, "Notes")["description"]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("key", KEYS)
def test_a_lead_that_came_from_elsewhere_gets_what_it_lacks_and_keeps_the_rest(key: str) -> None:
    fake = FakeSugarCrm(users={EVA.email: "eva-0001"})
    mails = [{"email_address": "ana@example.com"}, {"email_address": "a@example.com"}]
    theirs = {"last_name": "R", "email": mails, "description": "Met in Madrid."}
    there = fake.put("Leads", {**theirs, "assigned_user_id": "bea"})
    system = sugarcrm(key=key, extra={"tier": "tier_c"})
    walk = Walk(system, fake).deliver(lead(owner=EVA))
    ours = {} if key == "sync_key" else {key: "h1"}
    expected = {
        **theirs,
        **ours,
        "assigned_user_id": "bea",
        "first_name": "Ana",
        "account_name": "Acme Tools",
        "tier_c": "warm",
    }
    assert fake.modules["Leads"] == {there: expected}
    walk.deliver(lead(revision=2, tier="hot", owner=EVA))
    assert fake.modules["Leads"] == {there: {**expected, "tier_c": "hot"}}


def test_a_company_has_an_account_with_a_contact_and_perhaps_an_opportunity() -> None:
    fake = FakeSugarCrm()
    account = fake.put("Accounts", {"name": "Acme Tools"})
    Walk(sugarcrm(records="contact", sales_stage="Prospecting"), fake).deliver(lead())
    assert only(fake, "Contacts")["account_id"] == account
    deal = only(fake, "Opportunities")
    assert (deal["account_id"], deal["sales_stage"]) == (account, "Prospecting")
    (identity,) = fake.modules["Opportunities"]
    assert only(fake, "Notes")["parent_id"] == identity
    assert list(fake.modules["Accounts"]) == [account]


def test_a_private_person_is_a_contact_alone() -> None:
    fake = FakeSugarCrm()
    system = sugarcrm(records="contact", sales_stage="Prospecting")
    Walk(system, fake).deliver(lead(account={"kind": "b2c"}))
    assert "Accounts" not in fake.modules
    assert "Opportunities" not in fake.modules


def test_we_sign_in_under_a_platform_of_our_own() -> None:
    call = sugarcrm().sign_in.request(None, NOW)  # type: ignore[union-attr]
    assert isinstance(call.body, dict)
    assert call.body["platform"] == "banter"


def test_it_is_asked_slowly() -> None:
    assert sugarcrm().pace.per_second <= 5


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (told(401, "need_login", "no session"), SignInAgain),
        (told(401, "invalid_grant", "expired"), SignInAgain),
        (told(403, "not_authorized", "no access"), "fix_configuration"),
        (told(404, "no_method", "no route"), "fix_configuration"),
        (told(409, "edit_conflict", "edited"), RetryAt),
        (told(412, "metadata_out_of_date", "stale"), RetryAt),
        (told(503, "maintenance", "upgrade"), RetryAt),
        (told(422, "missing_parameter", "last_name"), "fix_data"),
        (httpx.Response(200, json={"error": "edit_conflict"}), RetryAt),
    ],
    ids=lambda one: getattr(one, "text", ""),
)
def test_their_errors_say_what_comes_next(
    answer: httpx.Response, expected: type[Fault] | str
) -> None:
    reply = Reply(answer.status_code, {}, answer.content, NOW)
    fault = sugarcrm().fault(Call("person", "PUT", "/Leads/1"), reply)
    match fault:
        case Failed(remedy=remedy):
            assert remedy == expected
        case RetryAt() | SignInAgain():
            assert isinstance(fault, expected)  # type: ignore[arg-type]
        case None:
            pytest.fail("it is a fault")
