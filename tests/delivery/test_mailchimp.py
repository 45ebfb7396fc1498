"""A member is added once and only with consent, and who has left is never brought back."""

import hashlib
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Refused, Reply, SignInAgain
from delivery.mailchimp import CROWDED, Mailchimp
from tests.delivery.agreeing import agreed, and_back, through
from tests.delivery.oracle import ours, recorder
from tests.delivery.pairs import Pair
from tests.delivery.walking import NOW, Walk, lead
from tests.fakes.crm import Cut, Down, FakeCrm, Says, Slow, Trouble
from tests.fakes.mailchimp import FakeMailchimp, problem

KEY = "0123456789abcdef-us6"
ANA = hashlib.md5(b"ana@example.com", usedforsecurity=False).hexdigest()


def mailchimp(**more: Any) -> Mailchimp:
    return Mailchimp(KEY, "a1", **more)


def walk(fake: FakeMailchimp | None = None, **more: Any) -> Walk:
    return Walk(mailchimp(**more), fake or FakeMailchimp())


def test_who_agreed_becomes_a_member_with_tags() -> None:
    fake = FakeMailchimp(merge=("FNAME", "LNAME", "TIER"))
    done = walk(fake, tags=("Banter", "chat"), extra={"tier": "TIER"}).deliver(
        agreed(contact={"name": "Ana Ruiz Gil", "email": "Ana@Example.com"})
    )
    assert fake.members == {
        ANA: {
            "status": "pending",
            "tags": {"Banter", "chat"},
            "email": "ana@example.com",
            "language": "en",
            "fields": {"FNAME": "Ana", "LNAME": "Ruiz Gil", "TIER": "warm"},
        }
    }
    assert done.said == f"member {ANA}; pending"
    assert "status" not in done.calls[0].body  # type: ignore[operator]


@pytest.mark.parametrize(
    "one",
    [lead(), agreed(False), agreed("yes"), agreed(None), agreed(source="inferred")],
    ids=["nobody asked", "no", "words that are no yes", "declined", "guessed"],
)
def test_without_consent_nothing_leaves(one: Any) -> None:
    done = walk().deliver(one)
    assert done.calls == []
    assert done.said == "nothing sent: no consent to marketing is on record"


def test_without_an_address_nothing_leaves() -> None:
    done = walk().deliver(agreed(contact={"phone": "+34600111222"}))
    assert done.calls == []
    assert done.said == "nothing sent: no e-mail address is on record"


def test_where_the_form_asked_for_it_nobody_is_asked_again() -> None:
    fake = FakeMailchimp()
    walk(fake, double_opt_in=False).deliver(agreed(source="prefill"))
    assert fake.members[ANA]["status"] == "subscribed"


def test_who_has_left_stays_away() -> None:
    fake = FakeMailchimp()
    fake.members[ANA] = {"status": "unsubscribed", "tags": set()}
    done = walk(fake).deliver(agreed())
    assert fake.members[ANA]["status"] == "unsubscribed"
    assert fake.members[ANA]["tags"] == set()
    assert "unsubscribed, and stay so" in done.said


def test_who_takes_it_back_is_taken_off_again() -> None:
    fake = FakeMailchimp()
    done = walk(fake).deliver(agreed())
    done.deliver(agreed(False, revision=2))
    assert fake.members[ANA]["status"] == "unsubscribed"
    del fake.members[ANA]
    done.deliver(agreed(False, revision=3))


def test_who_asks_us_to_stop_is_taken_off_as_well() -> None:
    fake = FakeMailchimp()
    done = walk(fake).deliver(agreed())
    done.deliver(agreed(stopped=True, revision=2))
    assert fake.members[ANA]["status"] == "unsubscribed"
    assert walk().deliver(agreed(stopped=True)).calls == []


def test_who_is_withdrawn_is_taken_off_whatever_they_had_agreed_to() -> None:
    fake = FakeMailchimp()
    done = walk(fake).deliver(agreed())
    done.deliver(agreed(event="lead.withdrawn", revision=2))
    assert fake.members[ANA]["status"] == "unsubscribed"
    other = walk(fake).deliver(agreed(event="lead.withdrawn"))
    assert other.calls == []


def test_an_address_that_is_corrected_takes_the_one_before_off() -> None:
    """It may be somebody else's."""
    fake = FakeMailchimp()
    done = walk(fake).deliver(agreed(contact={"email": "anna@example.com"}))
    first = done.record.remote("member") or ""
    done.deliver(agreed(revision=2))
    assert {key: held["status"] for key, held in fake.members.items()} == {
        first: "unsubscribed",
        ANA: "pending",
    }
    assert done.record.remote("member") == ANA


def test_who_may_have_been_added_is_taken_off_as_well() -> None:
    fake = FakeMailchimp()
    walk(fake).deliver(agreed())
    walk(fake).deliver(agreed(event="lead.withdrawn"), "member")
    assert fake.members[ANA]["status"] == "unsubscribed"


def test_a_person_whom_only_themselves_can_bring_back_is_final() -> None:
    fake = FakeMailchimp()
    fake.forgotten.add(ANA)
    with pytest.raises(Refused) as refused:
        walk(fake).deliver(agreed())
    assert isinstance(refused.value.outcome, Failed)
    assert refused.value.outcome.remedy == "final"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (problem(400, "Member In Compliance State", "unsubscribed, bounced"), "final"),
        (problem(400, "Invalid Resource", "Your merge fields were invalid."), "fix_data"),
        (problem(404, "Resource Not Found", "no such list"), "fix_configuration"),
        (problem(403, "Forbidden", "no access"), "fix_configuration"),
        (problem(401, "API Key Invalid", "invalid"), SignInAgain),
        (httpx.Response(403), RetryAt),
        (problem(429, "Too Many Requests", "10 connections"), RetryAt),
        (httpx.Response(500), RetryAt),
    ],
    ids=lambda one: str(getattr(one, "status_code", one)),
)
def test_their_errors_say_what_comes_next(answer: httpx.Response, expected: Any) -> None:
    reply = Reply(answer.status_code, {}, answer.content, NOW)
    fault = mailchimp().fault(Call("member", "PUT", "/x"), reply)
    if isinstance(fault, Failed):
        assert fault.remedy == expected
    else:
        assert isinstance(fault, expected)


def test_somebody_on_many_lists_is_tried_again_later() -> None:
    fake = FakeMailchimp()
    fake.crowded = True
    with pytest.raises(Refused) as refused:
        walk(fake).deliver(agreed())
    assert isinstance(refused.value.outcome, RetryAt)
    assert refused.value.outcome.at == NOW + CROWDED


def once(fake: FakeCrm) -> None:
    assert isinstance(fake, FakeMailchimp)
    (member,) = fake.members.values()
    assert (member["status"], member["tags"]) == ("pending", {"Banter"})


TROUBLES = [Down(), Cut(), Slow(), Says(502, done=True), Says(503), Says(403)]


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
async def test_whatever_goes_wrong_they_are_a_member_once(
    trouble: Trouble, tmp_path: Path, sqlite_template: Path
) -> None:
    pair = Pair(
        "mailchimp",
        FakeMailchimp,
        lambda host: mailchimp(base_url=host),
    )
    await through(pair, tmp_path, sqlite_template, trouble, once)


def test_the_data_centre_is_that_of_the_key() -> None:
    request = ours(mailchimp(), Call("member", "PUT", "/lists/a1"), KEY)
    assert request.headers["host"] == "us6.api.mailchimp.com"


def test_the_requests_are_those_of_their_own_client() -> None:
    """Laid beside mailchimp-marketing 3.0.80."""
    theirs = pytest.importorskip("mailchimp_marketing")
    calls = {call.step: call for call in walk().deliver(agreed()).calls}
    with recorder() as record:
        record.answer = {"id": ANA}
        client = theirs.Client({"api_key": KEY})
        client.api_client.host = f"{record.url}/3.0"
        client.lists.set_list_member("a1", ANA, calls["member"].body)
        client.lists.update_list_member_tags("a1", ANA, calls["tags"].body)
        seen = record.seen
    for step, one in zip(("member", "tags"), seen, strict=True):
        our = ours(mailchimp(), calls[step], KEY)
        assert our.beside() == one.beside()
        assert our.headers["authorization"][:6] == one.headers["authorization"][:6] == "Basic "


def off_again(fake: FakeCrm) -> None:
    assert isinstance(fake, FakeMailchimp)
    assert [one["status"] for one in fake.members.values()] == ["unsubscribed"]


@pytest.mark.parametrize("trouble", TROUBLES, ids=repr)
async def test_whatever_goes_wrong_who_says_no_is_off_the_list(
    trouble: Trouble, tmp_path: Path, sqlite_template: Path
) -> None:
    pair = Pair("mailchimp", FakeMailchimp, lambda host: mailchimp(base_url=host))
    await and_back(pair, tmp_path, sqlite_template, trouble, off_again)
