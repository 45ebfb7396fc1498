"""Who is there already in HubSpot: deleted, come back, or merged by their people."""

from typing import Any

import httpx
import pytest

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Refused
from delivery.hubspot import HubSpot
from delivery.signing_in import StaticToken
from tests.delivery.walking import EVA, Walk, lead
from tests.fakes.hubspot import FakeHubSpot

PHONE = "+34600111222"
KEYS = ["", "banter_key"]


def hubspot(**more: Any) -> HubSpot:
    return HubSpot(StaticToken("token-1"), **more)


@pytest.fixture
def fake() -> FakeHubSpot:
    """An account with one salesperson."""
    return FakeHubSpot(unique="banter_key", owners={"eva@acme.example": "77"})


def only(fake: FakeHubSpot, kind: str) -> dict[str, str]:
    """The one record of a kind."""
    [found] = fake.objects[kind].values()
    return found


def counts(fake: FakeHubSpot) -> tuple[int, ...]:
    """Contacts, notes, tasks."""
    return tuple(len(fake.objects.get(kind, {})) for kind in ("contacts", "notes", "tasks"))


@pytest.mark.parametrize("key", KEYS)
def test_a_contact_that_they_have_deleted_is_written_anew_with_its_note_and_task(
    fake: FakeHubSpot, key: str
) -> None:
    walk = Walk(hubspot(key_property=key), fake).deliver(lead())
    (identity,) = fake.objects["contacts"]
    fake.delete(identity)
    walk.deliver(lead(revision=2, why="update"))
    walk.deliver(lead(revision=3, why="update", open_questions=("What about Gozo?",)))
    assert counts(fake) == (1, 1, 1)
    assert identity not in fake.objects["contacts"]
    assert "Gozo" in only(fake, "notes")["hs_note_body"]


def test_what_they_have_merged_keeps_its_note_and_task(fake: FakeHubSpot) -> None:
    walk = Walk(hubspot(), fake).deliver(lead())
    (identity,) = fake.objects["contacts"]
    other = fake.put("contacts", {"email": "a.ruiz@example.com"}, found=False)
    fake.merge(identity, other)
    walk.deliver(lead(revision=2, why="update"))
    walk.deliver(lead(revision=3, why="update", open_questions=("What about Gozo?",)))
    assert counts(fake) == (1, 1, 1)
    assert "Gozo" in only(fake, "notes")["hs_note_body"]


@pytest.mark.parametrize("key", KEYS)
def test_who_comes_back_is_the_same_contact_with_a_note_and_a_task_more(
    fake: FakeHubSpot, key: str
) -> None:
    system = hubspot(key_property=key, extra={"score": "banter_score"})
    walk = Walk(system, fake).deliver(lead(owner=EVA))
    contact = {"name": "Ana R. Gil", "email": "ana@example.com", "phone": PHONE}
    second = Walk(system, fake).deliver(lead(id="h2", contact=contact, score=77))
    row = only(fake, "contacts")
    assert (row["lastname"], row["phone"], row["banter_score"]) == ("Ruiz Gil", PHONE, "77")
    assert row["hubspot_owner_id"] == "77"
    assert row.get("banter_key") == ("h1" if key else None)
    walk.deliver(lead(revision=2, why="update", score=88))
    second.deliver(lead(id="h2", revision=2, why="update", score=99))
    assert counts(fake) == (1, 2, 2)


@pytest.mark.parametrize(
    ("there", "contact", "contacts"),
    [
        ({"phone": PHONE}, {"name": "Ana", "email": "ana@example.com", "phone": PHONE}, 1),
        ({"phone": PHONE, "email": "leo@example.com"}, {"name": "Ana", "phone": PHONE}, 1),
        (
            {"phone": PHONE, "email": "leo@example.com"},
            {"name": "Ana", "email": "ana@example.com", "phone": PHONE},
            2,
        ),
    ],
)
def test_a_number_tells_who_they_are_unless_the_addresses_differ(
    fake: FakeHubSpot, there: dict[str, str], contact: dict[str, str], contacts: int
) -> None:
    """Several people have the number of a switchboard."""
    fake.put("contacts", there)
    Walk(hubspot(), fake).deliver(lead(contact=contact))
    assert len(fake.objects["contacts"]) == contacts


@pytest.mark.parametrize(
    ("state", "leads"),
    [
        ({"hs_lead_is_open": "true"}, 1),
        ({"hs_lead_is_open_v2": "true"}, 1),
        ({"hs_lead_is_open": "false"}, 2),
        ({}, 2),
    ],
)
def test_who_comes_back_has_the_lead_record_that_is_worked(
    fake: FakeHubSpot, state: dict[str, str], leads: int
) -> None:
    Walk(hubspot(leads=True), fake).deliver(lead())
    record = only(fake, "leads")
    del record["hs_lead_is_open"]
    record.update(state)
    second = Walk(hubspot(leads=True), fake).deliver(lead(id="h2"))
    second.deliver(lead(id="h2", revision=2, why="update"))
    assert len(fake.objects["leads"]) == leads


@pytest.mark.parametrize("kind", ["contacts", "companies", "notes", "tasks", "deals"])
def test_an_answer_without_an_id_is_tried_again_and_nothing_is_kept(
    fake: FakeHubSpot, kind: str
) -> None:
    walk = Walk(hubspot(pipeline="default", deal_stage="new"), fake)
    answer, lost = fake.answer, list[str]()

    def without(request: httpx.Request) -> httpx.Response:
        response = answer(request)
        if request.url.path.endswith((f"/{kind}", f"/{kind}/batch/upsert")) and not lost:
            lost.append(kind)
            row: dict[str, Any] = {"properties": {}}
            known = {"results": [row]} if kind == "contacts" else row
            return httpx.Response(201, json=known)
        return response

    fake.answer = without  # type: ignore[method-assign]
    with pytest.raises(Refused) as refused:
        walk.deliver(lead())
    assert isinstance(refused.value.outcome, RetryAt)
    assert "no id" in refused.value.outcome.why
    assert all(one.remote for one in walk.record.done.values())
    steps = {"contacts": "contact", "companies": "company", "notes": "note", "tasks": "task"}
    walk.deliver(lead(), steps.get(kind, "deal"))
    assert counts(fake) == (1, 1, 1)
    assert all(len(rows) == 1 for rows in fake.objects.values())


@pytest.mark.parametrize("key", KEYS)
def test_an_e_mail_that_another_contact_of_theirs_has_is_left_to_it(
    fake: FakeHubSpot, key: str
) -> None:
    """Who called first and gives the e-mail later; the note tells it."""
    called = {"name": "Ana", "phone": PHONE}
    walk = Walk(hubspot(key_property=key), fake).deliver(lead(contact=called))
    (identity,) = fake.objects["contacts"]
    fake.put("contacts", {"email": "ana@example.com", "phone": "+34900100200"})
    known = {"name": "Ana Ruiz", "phone": PHONE, "email": "ana@example.com"}
    walk.deliver(lead(revision=2, why="update", contact=known))
    row = fake.objects["contacts"][identity]
    assert (row.get("email"), row["lastname"]) == (None, "Ruiz")
    assert counts(fake) == (2, 1, 1)


def test_who_was_made_when_a_process_died_is_found_by_the_id_that_was_given(
    fake: FakeHubSpot,
) -> None:
    """No search tells it yet; the id was on record before the rest was done."""
    called = {"name": "Ana", "phone": PHONE}
    walk = Walk(hubspot(), fake).deliver(lead(contact=called))
    given = walk.record.done["created"]
    fake.objects["notes"].clear()
    fake.objects["tasks"].clear()
    walk.record = Record(done={"created": given})
    walk.deliver(lead(contact=called), "contact")
    assert counts(fake) == (1, 1, 1)
