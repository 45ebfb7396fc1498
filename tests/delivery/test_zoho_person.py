"""Who is there already in Zoho CRM: converted, deleted, come back, or merged by their people."""

from typing import Any

import httpx
import pytest

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Refused
from delivery.zoho import Zoho
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.zoho import FakeZoho, done, inside, whole

PHONE = "+34600111222"


def zoho(**more: Any) -> Zoho:
    return Zoho("client", "secret", "refresh-1", **more)


def only(fake: FakeZoho, module: str) -> dict[str, Any]:
    """The one record of a module."""
    (row,) = fake.modules[module].values()
    return row


def again(system: Zoho, fake: FakeZoho, **more: Any) -> Walk:
    """Another hand-over of Ana's."""
    return Walk(system, fake).deliver(lead(id="h2", **more))


def test_what_is_on_record_is_written_by_its_id() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead())
    only(fake, "Leads")["Banter_Id"] = "somebody changed it"
    walk.deliver(lead(revision=2, contact={"name": "Ana Gil", "email": "ana@example.com"}))
    assert only(fake, "Leads")["Last_Name"] == "Gil"


@pytest.mark.parametrize("theirs_before", [False, True])
def test_what_is_new_of_a_converted_lead_is_in_its_note(*, theirs_before: bool) -> None:
    """What they made a contact of is read-only: a change of it is no failure."""
    fake = FakeZoho(users={EVA.email: "9"})
    if theirs_before:
        fake.put("Leads", {"Last_Name": "Ruiz", "Company": "Acme", "Email": "ana@example.com"})
    walk = Walk(zoho(extra={"score": "Score"}), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    contact = fake.convert(identity)
    before = dict(only(fake, "Leads"))
    walk.deliver(lead(revision=2, score=99, owner=EVA, open_questions=("What about Gozo?",)))
    assert "Gozo" in only(fake, "Notes")["Note_Content"]
    assert only(fake, "Notes")["Parent_Id"]["id"] == contact
    assert only(fake, "Leads") == before
    assert (len(fake.modules["Contacts"]), len(fake.modules["Tasks"])) == (1, 1)
    assert walk.record.remote("person_owner") is None, "they were not given it"


def test_a_note_that_they_have_deleted_is_written_anew_and_once() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead())
    fake.modules["Notes"].clear()
    walk.deliver(lead(revision=2, open_questions=("What about Gozo?",)))
    assert "Gozo" in only(fake, "Notes")["Note_Content"]
    walk.deliver(lead(revision=3, open_questions=("And Malta?",)))
    assert "Malta" in only(fake, "Notes")["Note_Content"]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_the_new_note_of_a_converted_lead_hangs_on_its_contact() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    contact = fake.convert(identity)
    fake.modules["Notes"].clear()
    walk.deliver(lead(revision=2))
    assert only(fake, "Notes")["Parent_Id"] == {"module": {"api_name": "Contacts"}, "id": contact}


def test_the_new_note_of_a_deleted_deal_hangs_on_its_contact() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(records="contact", deal_stage="New"), fake).deliver(lead())
    (deal,) = fake.modules["Deals"]
    (contact,) = fake.modules["Contacts"]
    fake.delete("Deals", deal)
    walk.deliver(lead(revision=2))
    assert only(fake, "Notes")["Parent_Id"]["id"] == contact


@pytest.mark.parametrize("theirs_before", [False, True])
def test_a_lead_that_they_have_deleted_is_written_anew_with_its_note_and_task(
    *, theirs_before: bool
) -> None:
    fake = FakeZoho()
    if theirs_before:
        fake.put("Leads", {"Last_Name": "Ruiz", "Company": "Acme", "Email": "ana@example.com"})
    walk = Walk(zoho(assignment_rule="42"), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    fake.delete("Leads", identity)
    walk.deliver(lead(revision=2, score=99))
    walk.deliver(lead(revision=3, score=98))
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
    assert identity not in fake.modules["Leads"]
    assert fake.rules[-1] == "42", "somebody has to get it"


def test_what_they_have_merged_into_another_record_is_that_one() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    other = fake.put("Leads", {"Last_Name": "R", "Company": "A", "Email": "ana@example.com"})
    fake.merge("Leads", identity, other)
    walk.deliver(lead(revision=2))
    walk.deliver(lead(revision=3, score=99))
    assert list(fake.modules["Leads"]) == [other]
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("unique", [("Email",), ("Email", "Phone")])
def test_what_another_record_has_by_now_is_left_out(unique: tuple[str, ...]) -> None:
    fake = FakeZoho(unique=unique)
    other = {"Last_Name": "R", "Company": "A", "Email": "a@example.com", "Phone": PHONE}
    fake.put("Leads", other, found=False)
    walk = Walk(zoho(), fake).deliver(lead())
    contact = {"name": "Ana Gil", "email": "a@example.com", "phone": PHONE}
    walk.deliver(lead(contact=contact, revision=2))
    row = fake.modules["Leads"][walk.record.remote("person") or ""]
    assert (row["Last_Name"], row["Email"]) == ("Gil", "ana@example.com")
    assert row.get("Phone") == (None if "Phone" in unique else PHONE)
    assert "a@example.com" in only(fake, "Notes")["Note_Content"]


def test_who_comes_back_is_the_same_lead_with_a_note_and_a_task_more() -> None:
    fake = FakeZoho(users={EVA.email: "9"})
    walk = Walk(zoho(extra={"score": "Score"}), fake).deliver(lead(owner=EVA))
    fake.found |= set(fake.modules["Leads"])
    contact = {"name": "Ana R. Gil", "email": "ana@example.com", "phone": PHONE}
    second = again(zoho(extra={"score": "Score"}), fake, contact=contact, score=77)
    row = only(fake, "Leads")
    assert (row["Banter_Id"], row["Score"], row["Owner"]) == ("h1", "77", {"id": "9"})
    assert (row["Last_Name"], row["Phone"]) == ("Ruiz Gil", PHONE)
    assert fake.records() == {"lead": 1, "note": 2, "task": 2}
    assert second.record.remote("person") == walk.record.remote("person")
    walk.deliver(lead(revision=2, score=88))
    second.deliver(lead(id="h2", revision=2, score=99))
    assert only(fake, "Leads")["Score"] == "99"
    assert fake.records() == {"lead": 1, "note": 2, "task": 2}


def test_who_comes_back_after_they_were_converted_is_their_contact() -> None:
    fake = FakeZoho()
    Walk(zoho(extra={"score": "Score"}), fake).deliver(lead())
    (identity,) = fake.modules["Leads"]
    contact = fake.convert(identity)
    second = again(zoho(extra={"score": "Score"}), fake)
    assert second.said == f"contact {contact}"
    assert (len(fake.modules["Leads"]), len(fake.modules["Contacts"])) == (1, 1)
    assert not only(fake, "Contacts").keys() & {"Banter_Id", "Score", "Company"}
    notes, tasks = fake.modules["Notes"].values(), fake.modules["Tasks"].values()
    assert [one["Parent_Id"]["id"] for one in notes] == [contact, contact]
    assert [one["Who_Id"]["id"] for one in tasks] == [contact, contact]
    second.deliver(lead(id="h2", revision=2))
    assert (len(fake.modules["Leads"]), len(fake.modules["Notes"])) == (1, 2)


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
    fake = FakeZoho()
    fake.put("Leads", {"Last_Name": "R", "Company": "A", **there})
    Walk(zoho(), fake).deliver(lead(contact=contact))
    assert len(fake.modules["Leads"]) == leads


def test_what_was_begun_before_a_crash_is_ended_on_the_record_that_was_found() -> None:
    fake = FakeZoho()
    there = fake.put("Leads", {"Last_Name": "R", "Company": "A", "Email": "ana@example.com"})
    walk = Walk(zoho(), fake).deliver(lead())
    done_before = walk.record.done
    fake.modules["Leads"][there] = {"Last_Name": "R", "Company": "A", "Email": "ana@example.com"}
    fake.modules["Notes"].clear()
    fake.modules["Tasks"].clear()
    fake.found.clear()
    walk.record = Record(done={"adopted": done_before["adopted"]})
    walk.deliver(lead(), "person")
    row = only(fake, "Leads")
    assert (row["Banter_Id"], row["First_Name"]) == ("h1", "Ana")
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


@pytest.mark.parametrize("module", ["Leads", "Notes", "Tasks", "Accounts", "Deals"])
def test_an_answer_without_an_id_is_tried_again_and_nothing_is_kept(module: str) -> None:
    fake = FakeZoho()
    records = "lead" if module == "Leads" else "contact"
    walk = Walk(zoho(records=records, deal_stage="New"), fake)
    answer, lost = fake.answer, list[str]()

    def without(request: httpx.Request) -> httpx.Response:
        response = answer(request)
        if f"/crm/v8/{module}" in request.url.path and request.method == "POST" and not lost:
            lost.append(module)
            return done("", "insert", 200)
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


def test_an_id_of_a_field_that_is_wrong_is_not_taken_for_a_deleted_record() -> None:
    fake = FakeZoho()
    walk = Walk(zoho(), fake).deliver(lead())
    wrong = {"api_name": "id", "json_path": "$.data[0].Owner.id"}
    answer = fake.answer
    fake.answer = lambda request: (  # type: ignore[method-assign]
        inside("INVALID_DATA", wrong) if request.method == "PUT" else answer(request)
    )
    with pytest.raises(Refused):
        walk.deliver(lead(revision=2))
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}


def test_who_may_not_read_contacts_makes_leads() -> None:
    fake = FakeZoho()
    answer = fake.answer
    fake.answer = lambda request: (  # type: ignore[method-assign]
        whole(403, "NO_PERMISSION", "permission denied")
        if "/Contacts/" in request.url.path
        else answer(request)
    )
    Walk(zoho(), fake).deliver(lead())
    assert fake.records() == {"lead": 1, "note": 1, "task": 1}
