"""Who is there already in SugarCRM: deleted, come back, converted or merged by their people."""

from typing import Any

import httpx
import pytest

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Refused
from delivery.sugarcrm import SugarCrm
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.sugarcrm import FakeSugarCrm, told

KEYS = ["sync_key", "banter_id_c"]
PHONE = "+34600111222"
ANA = {"last_name": "R", "email": [{"email_address": "ana@example.com"}]}
LEO = {"last_name": "L", "email": [{"email_address": "leo@example.com"}], "phone_mobile": PHONE}


def sugarcrm(**more: Any) -> SugarCrm:
    return SugarCrm("https://acme.sugarondemand.com", "banter", "secret", **more)


def only(fake: FakeSugarCrm, module: str) -> dict[str, Any]:
    """The one record of a module."""
    (row,) = fake.modules[module].values()
    return row


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("theirs_before", [False, True])
def test_a_lead_that_they_have_deleted_is_written_anew_with_its_note_and_task(
    key: str, *, theirs_before: bool
) -> None:
    fake = FakeSugarCrm()
    if theirs_before:
        fake.put("Leads", ANA)
    walk = Walk(sugarcrm(key=key), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    fake.delete("Leads", identity)
    walk.deliver(lead(revision=2, score=99))
    walk.deliver(lead(revision=3, open_questions=("What about Gozo?",)))
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
    assert identity not in fake.modules["Leads"]
    assert "Gozo" in only(fake, "Notes")["description"]


@pytest.mark.parametrize("key", KEYS)
def test_what_they_have_merged_into_another_record_is_that_one(key: str) -> None:
    fake = FakeSugarCrm()
    walk = Walk(sugarcrm(key=key), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    other = fake.put("Leads", ANA)
    fake.merge("Leads", identity, other)
    walk.deliver(lead(revision=2))
    walk.deliver(lead(revision=3, score=99))
    assert list(fake.modules["Leads"]) == [other]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("key", KEYS)
def test_who_comes_back_is_the_same_lead_with_a_note_and_a_task_more(key: str) -> None:
    fake = FakeSugarCrm(users={EVA.email: "eva-0001"})
    system = sugarcrm(key=key, extra={"score": "score_c"})
    walk = Walk(system, fake).deliver(lead(owner=EVA))
    contact = {"name": "Ana R. Gil", "email": "ana@example.com", "phone": PHONE}
    second = Walk(system, fake).deliver(lead(id="h2", contact=contact, score=77))
    row = only(fake, "Leads")
    assert (row["last_name"], row["phone_work"]) == ("Ruiz Gil", PHONE)
    assert (row[key], row["score_c"], row["assigned_user_id"]) == ("h1", "77", "eva-0001")
    assert fake.records() == {"lead": 1, "note": 2, "task": 2}
    walk.deliver(lead(revision=2, score=88))
    second.deliver(lead(id="h2", revision=2, score=99))
    assert only(fake, "Leads")["score_c"] == "99"
    assert fake.records() == {"lead": 1, "note": 2, "task": 2}


@pytest.mark.parametrize("key", KEYS)
def test_who_comes_back_after_they_were_converted_is_their_contact(key: str) -> None:
    fake = FakeSugarCrm()
    system = sugarcrm(key=key, extra={"score": "score_c"})
    Walk(system, fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    contact = fake.convert(identity)
    second = Walk(system, fake).deliver(lead(id="h2"))
    assert second.said == f"contact {contact}"
    assert not only(fake, "Contacts").keys() & {key, "score_c"}
    assert [one["parent_id"] for one in fake.modules["Notes"].values()] == [identity, contact]
    assert fake.modules["Tasks"].popitem()[1]["parent_type"] == "Contacts"
    second.deliver(lead(id="h2", revision=2))
    assert (len(fake.modules["Leads"]), len(fake.modules["Notes"])) == (1, 2)


@pytest.mark.parametrize(
    ("there", "contact", "leads"),
    [
        ({"phone_work": PHONE}, {"name": "Ana", "email": "a@example.com", "phone": PHONE}, 1),
        (LEO, {"name": "Ana", "phone": PHONE}, 1),
        (LEO, {"name": "Ana", "email": "a@example.com", "phone": PHONE}, 2),
    ],
)
def test_a_number_tells_who_they_are_unless_the_addresses_differ(
    there: dict[str, str], contact: dict[str, str], leads: int
) -> None:
    """Several people have the number of a switchboard."""
    fake = FakeSugarCrm()
    fake.put("Leads", {"last_name": "R", **there})
    Walk(sugarcrm(), fake).deliver(lead(contact=contact))
    assert len(fake.modules["Leads"]) == leads


def test_what_was_begun_before_a_crash_is_ended_on_the_record_that_was_found() -> None:
    fake = FakeSugarCrm()
    there = fake.put("Leads", ANA)
    walk = Walk(sugarcrm(key="banter_id_c"), fake)
    adopted = walk.deliver(lead()).record.done["adopted"]
    fake.modules = {"Leads": {there: dict(ANA)}}
    walk.record = Record(done={"adopted": adopted})
    walk.deliver(lead(contact={"name": "Ana", "email": "other@example.com"}), "person")
    assert only(fake, "Leads")["banter_id_c"] == "h1"
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("module", ["Leads", "Notes", "Tasks", "Accounts", "Opportunities"])
def test_an_answer_without_an_id_is_tried_again_and_nothing_is_kept(module: str, key: str) -> None:
    fake = FakeSugarCrm()
    records = "lead" if module == "Leads" else "contact"
    walk = Walk(sugarcrm(key=key, records=records, sales_stage="New"), fake)
    answer, lost = fake.answer, list[str]()

    def without(request: httpx.Request) -> httpx.Response:
        response = answer(request)
        path = request.url.path
        if f"/{module}" in path and not path.endswith("/filter") and not lost:
            lost.append(module)
            return httpx.Response(200, json={"_acl": {}})
        return response

    fake.answer = without  # type: ignore[method-assign]
    with pytest.raises(Refused) as refused:
        walk.deliver(lead())
    assert isinstance(refused.value.outcome, RetryAt)
    assert "no id" in refused.value.outcome.why
    assert all(one.remote for one in walk.record.done.values())
    steps = {"Leads": "person", "Notes": "note", "Tasks": "task", "Accounts": "account"}
    walk.deliver(lead(), steps.get(module, "deal"))
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
    assert all(len(rows) == 1 for rows in fake.modules.values())


def test_who_may_not_read_contacts_makes_leads() -> None:
    fake = FakeSugarCrm()
    answer = fake.answer
    fake.answer = lambda request: (  # type: ignore[method-assign]
        told(403, "not_authorized", "no access")
        if "/Contacts/" in request.url.path
        else answer(request)
    )
    Walk(sugarcrm(), fake).deliver(lead())
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
