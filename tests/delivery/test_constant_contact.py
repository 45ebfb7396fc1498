"""Who agreed in words is signed up, whom a form told of is created, and nobody else is sent."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Refused, Reply, SignInAgain
from delivery.constant_contact import SOON, ConstantContact
from tests.delivery.agreeing import agreed, and_back, through
from tests.delivery.pairs import Pair
from tests.delivery.walking import NOW, Walk, lead
from tests.fakes.constant_contact import FakeConstantContact, error, errors
from tests.fakes.crm import Cut, Down, FakeCrm, Forgets, Says, Slow, Trouble

LIST = "d13d60d0-f256-11e8-b47d-fa163e56c9b0"


def system(**more: Any) -> ConstantContact:
    return ConstantContact("client", "secret", "refresh-1", (LIST,), **more)


def walk(fake: FakeConstantContact | None = None) -> Walk:
    return Walk(system(), fake or FakeConstantContact())


def test_who_said_so_is_signed_up() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed())
    assert fake.contacts == {
        "ana@example.com": {
            "id": "1",
            "lists": {LIST},
            "first_name": "Ana",
            "last_name": "Ruiz Gil",
            "company_name": "Acme Tools",
            "permission": "explicit",
        }
    }
    assert done.said == "contact 1; created"
    assert done.deliver(agreed(revision=2)).said == "contact 1; updated"


def test_whom_a_form_told_of_is_not_signed_up_but_created() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed(source="prefill"))
    assert [call.url for call in done.calls] == ["/contacts"]
    assert fake.contacts["ana@example.com"]["permission"] == "implicit"
    done.deliver(agreed(source="prefill", revision=2))
    assert done.record.remote("contact") == "1"


def test_whom_they_have_already_is_left_as_they_are() -> None:
    fake = FakeConstantContact()
    fake.contacts["ana@example.com"] = {"id": "9", "permission": "unsubscribed"}
    done = walk(fake).deliver(agreed(source="prefill"))
    assert fake.contacts["ana@example.com"] == {"id": "9", "permission": "unsubscribed"}
    assert done.said == "contact 9; they have it already; left as it is"


MARCH, JUNE, JULY = NOW, NOW + timedelta(days=100), NOW + timedelta(days=130)


@pytest.mark.parametrize("told", ["2026-06-10T10:00:00.000Z", "2026-06-10", None, "some day"])
def test_who_left_by_their_own_link_stays_away_when_the_lead_is_told_again(
    told: str | None,
) -> None:
    """They agreed in March, clicked Unsubscribe in June, and say something else in July."""
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed(at=MARCH))
    fake.leaves("ana@example.com", told)
    done.deliver(agreed(at=MARCH, revision=2, created_at=JULY))
    assert fake.contacts["ana@example.com"]["permission"] == "unsubscribed"
    assert done.said == "contact 1; they left after they had agreed, and stay away"
    assert [call.step for call in done.calls[2:]] == ["look"]


def test_whom_their_people_deleted_stays_away() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed(at=MARCH))
    fake.contacts["ana@example.com"]["deleted_at"] = JUNE.isoformat()
    done.deliver(agreed(at=MARCH, revision=2))
    assert "deleted_at" in fake.contacts["ana@example.com"]


def test_who_agrees_anew_after_they_left_is_signed_up_again() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed(at=MARCH))
    fake.leaves("ana@example.com", JUNE.isoformat())
    done.deliver(agreed(at=JULY, revision=2))
    assert (fake.contacts["ana@example.com"]["permission"], done.said) == (
        "explicit",
        "contact 1; updated",
    )


def test_who_left_is_not_brought_back_where_nobody_knows_when_they_agreed() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed(at=None))
    assert done.said == "contact 1; created"
    fake.leaves("ana@example.com", JUNE.isoformat())
    done.deliver(agreed(at=None, revision=2))
    assert fake.contacts["ana@example.com"]["permission"] == "unsubscribed"


@pytest.mark.parametrize("one", [lead(), agreed(False)], ids=["nobody asked", "no"])
def test_without_consent_nothing_leaves(one: Any) -> None:
    done = walk().deliver(one)
    assert done.calls == []
    assert done.said == "nothing sent: no consent to marketing is on record"


def test_who_takes_it_back_is_unsubscribed_and_keeps_their_name() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed())
    done.deliver(agreed(False, revision=2))
    assert done.said == "contact 1 unsubscribed: they have taken their consent back"
    held = fake.contacts["ana@example.com"]
    assert (held["permission"], held["first_name"], held["lists"]) == (
        "unsubscribed",
        "Ana",
        {LIST},
    )
    before = len(fake.requests)
    assert done.deliver(agreed(False, revision=3)).said == "contact 1 gets nothing as it is"
    assert [one.method for one in fake.requests[before:]] == ["GET"]


def test_who_is_withdrawn_is_unsubscribed_whatever_they_had_agreed_to() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed())
    done.deliver(agreed(event="lead.withdrawn", revision=2))
    assert fake.contacts["ana@example.com"]["permission"] == "unsubscribed"


def test_a_contact_that_they_had_before_is_found_by_its_address() -> None:
    fake = FakeConstantContact()
    held = {"id": "c9", "lists": set(), "permission": "explicit", "company_name": "Acme"}
    fake.contacts["ana@example.com"] = held
    done = walk(fake).deliver(agreed(source="prefill"))
    assert held["permission"] == "explicit"
    done.deliver(agreed(False, revision=2))
    assert (held["permission"], held["company_name"]) == ("unsubscribed", "Acme")


@pytest.mark.parametrize("source", ["prospect", "prefill"])
def test_an_address_that_is_corrected_takes_the_one_before_off(source: str) -> None:
    """It may be somebody else's."""
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed(source=source, contact={"email": "anna@example.com"}))
    done.deliver(agreed(source=source, revision=2))
    assert fake.contacts["anna@example.com"]["permission"] == "unsubscribed"
    assert fake.contacts["ana@example.com"]["permission"] in ("explicit", "implicit")
    assert done.record.remote("contact") == "2"


def test_who_may_have_been_added_is_looked_for() -> None:
    fake = FakeConstantContact()
    walk(fake).deliver(agreed())
    done = walk(fake)
    done.deliver(agreed(event="lead.withdrawn"), "contact")
    assert fake.contacts["ana@example.com"]["permission"] == "unsubscribed"
    assert walk().deliver(agreed(event="lead.withdrawn"), "contact").said.startswith("nothing to")


def test_whom_they_have_deleted_meanwhile_is_left_alone() -> None:
    fake = FakeConstantContact()
    done = walk(fake).deliver(agreed())
    fake.contacts.clear()
    assert done.deliver(agreed(False, revision=2)).said == "contact 1 gets nothing as it is"


def test_without_an_address_nothing_leaves() -> None:
    assert walk().deliver(agreed(contact={"name": "Ana"})).calls == []


def test_an_address_that_their_schema_refuses_is_final() -> None:
    with pytest.raises(Refused) as refused:
        walk().deliver(agreed(contact={"email": f"{'a' * 40}@example.com"}))
    assert isinstance(refused.value.outcome, Failed)
    assert refused.value.outcome.remedy == "final"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (errors(400, "contacts.api.validation.error", "no such list"), "fix_data"),
        (error(400, "bad", "no such list"), "fix_data"),
        (error(403, "forbidden", "scope"), "fix_configuration"),
        (error(401, "unauthorized", "expired"), SignInAgain),
        (httpx.Response(503, text="<html>"), RetryAt),
    ],
)
def test_their_errors_say_what_comes_next(answer: httpx.Response, expected: Any) -> None:
    reply = Reply(answer.status_code, {}, answer.content, NOW)
    fault = system().fault(Call("contact", "POST", "/contacts"), reply)
    if isinstance(fault, Failed):
        assert fault.remedy == expected
    else:
        assert isinstance(fault, expected)


@pytest.mark.parametrize("form", [error, errors], ids=["alone", "in a list"])
def test_too_fast_and_too_many_are_told_apart(form: Any) -> None:
    late = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    call = Call("contact", "POST", "/contacts")
    cases = [
        ("throttled", {}, late + SOON),
        ("throttled", {"retry-after": "7"}, late + timedelta(seconds=7)),
        ("quota_exceeded", {}, datetime(2027, 1, 1, tzinfo=UTC)),
    ]
    for key, headers, at in cases:
        reply = Reply(429, headers, form(429, key, "slow down").content, late)
        fault = system().fault(call, reply)
        assert isinstance(fault, RetryAt)
        assert fault.at == at, key


def once(fake: FakeCrm) -> None:
    assert isinstance(fake, FakeConstantContact)
    assert [one["lists"] for one in fake.contacts.values()] == [{LIST}]


TROUBLES = [Down(), Cut(), Slow(), Says(502, done=True), Says(503), Forgets()]


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
async def test_whatever_goes_wrong_they_are_a_contact_once(
    trouble: Trouble, tmp_path: Path, sqlite_template: Path
) -> None:
    """With a refresh token that is good once; each newer one is kept."""
    pair = Pair(
        "constant_contact",
        FakeConstantContact,
        lambda host: system(base_url=host, sign_in_url=host),
    )
    await through(pair, tmp_path, sqlite_template, trouble, once)


def off_again(fake: FakeCrm) -> None:
    assert isinstance(fake, FakeConstantContact)
    (held,) = fake.contacts.values()
    assert (held["permission"], held["lists"]) == ("unsubscribed", {LIST})


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
async def test_whatever_goes_wrong_who_says_no_is_off_the_list(
    trouble: Trouble, tmp_path: Path, sqlite_template: Path
) -> None:
    pair = Pair(
        "constant_contact",
        FakeConstantContact,
        lambda host: system(base_url=host, sign_in_url=host),
    )
    await and_back(pair, tmp_path, sqlite_template, trouble, off_again)
