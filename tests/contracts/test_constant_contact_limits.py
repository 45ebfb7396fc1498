"""What we ask of Constant Contact, held against what its documentation says that it takes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from agent.grants import Grant
from delivery.calls import Call
from delivery.constant_contact import ConstantContact
from delivery.list_checks import constant_contact as checks
from delivery.signing_in import OAuth
from qualification.values import Json
from tests.contracts.asking import looked_at
from tests.contracts.transcribed import Transcribed
from tests.delivery.agreeing import agreed
from tests.delivery.walking import Walk
from tests.fakes.constant_contact import FakeConstantContact

LIST = "d13d60d0-f256-11e8-b47d-fa163e56c9b0"
CONTACT = "1898ae62-4752-11e9-9c8a-fa163e6b01c1"
SYSTEM = ConstantContact("client", "secret", "refresh", (LIST,))
THEIRS = Transcribed("constant_contact")


def every_call() -> list[Call]:
    """Of deliveries, of what is taken back and erased, of `doctor`, and of signing in."""
    fake = FakeConstantContact(lists=(LIST,))
    fake.ids = iter([CONTACT, CONTACT.replace("1898", "2898")])
    long = {"name": f"{'A' * 80} {'B' * 80}", "email": "ana@example.com", "company": "C" * 80}
    signed_up = Walk(SYSTEM, fake).deliver(agreed(contact={**long, "job_title": "D" * 80}))
    signed_up.deliver(agreed(event="lead.withdrawn", revision=2))
    eva = {"email": "eva@example.com"}
    created = Walk(SYSTEM, fake).deliver(agreed(source="prefill", contact=eva))
    again = Walk(SYSTEM, fake).deliver(agreed(source="prefill", contact=eva))
    again.deliver(agreed(event="lead.withdrawn", contact=eva, revision=2))
    sign_in = SYSTEM.sign_in
    assert isinstance(sign_in, OAuth)
    token = sign_in.request(Grant("", refresh="next"), datetime(2026, 3, 2, tzinfo=UTC))
    return [
        *signed_up.calls,
        *created.calls,
        *again.calls,
        SYSTEM.forget(CONTACT),
        *looked_at(checks(SYSTEM), SYSTEM, fake),
        token,
    ]


def test_every_request_of_ours_is_allowed() -> None:
    calls = every_call()
    assert {(call.method, call.step) for call in calls} == {
        ("POST", "contact"),
        ("PUT", "contact"),
        ("GET", "held"),
        ("GET", "look"),
        ("DELETE", "forget"),
        ("GET", "list"),
        ("GET", "account"),
        ("POST", "sign_in"),
    }
    for call in calls:
        assert THEIRS.mistakes(SYSTEM, call) == [], call


WRONG: list[tuple[str, Json, str]] = [
    ("contact", {"email_address": "ana@example.com"}, "list_memberships"),
    ("contact", {"email_address": f"{'a' * 45}@example.com", "list_memberships": [LIST]}, "email"),
    ("contact", {"email_address": "ana@example.com", "list_memberships": ["news"]}, "memberships"),
    ("contact", {"email_address": "ana@example.com", "list_memberships": [LIST] * 51}, "50"),
    (
        "contact",
        {"email_address": "a@example.com", "list_memberships": [LIST], "name": "Ana"},
        "name",
    ),
]


@pytest.mark.parametrize(("step", "body", "said"), WRONG)
def test_what_is_wrong_is_seen(step: str, body: Json, said: str) -> None:
    call = next(call for call in every_call() if call.step == step)
    assert said in " ".join(THEIRS.mistakes(SYSTEM, replace(call, body=body)))


def test_other_paths_and_methods_are_not_theirs() -> None:
    for method, url in (("PATCH", f"/contacts/{CONTACT}"), ("GET", "/contacts/7"), ("GET", "/me")):
        (said,) = THEIRS.mistakes(SYSTEM, Call("x", method, url))
        assert "no call of theirs" in said
