"""What we tell Google Analytics, held against what its documentation says that it takes."""

import json
from dataclasses import replace
from typing import Any

import pytest

from delivery.calls import Call
from delivery.google_analytics import GoogleAnalytics
from delivery.lead import Criterion, Said
from delivery.list_checks import google_analytics as checks
from tests.contracts.asking import looked_at
from tests.contracts.transcribed import Transcribed
from tests.delivery.walking import NOW, Walk, lead
from tests.fakes.google_analytics import FakeGoogleAnalytics

SYSTEM = GoogleAnalytics("G-1", "secret", currency="EUR", value=40.0, reasons=("price",))
THEIRS = Transcribed("google_analytics")
MANY = tuple(Criterion(key=f"a_long_question_{n}", state="negative") for n in range(40))
SAID = (
    Said(outcome="accepted", at=NOW),
    Said(outcome="rejected", at=NOW, reason="Ask Ana on +34 600 111 222"),
    Said(outcome="won", at=NOW, amount=3000.5, currency="EUR"),
    Said(outcome="lost", at=NOW, reason="Price"),
)


def every_call() -> list[Call]:
    """Of each event of a lead's life, and of `doctor`."""
    told = lead(source=f"/pricing/{'x' * 200}?email=ana@example.com")
    sales = Walk(SYSTEM, FakeGoogleAnalytics()).deliver(told)
    turned_down = lead(event="lead.nurture", outcome="unqualified", criteria=MANY)
    nurture = Walk(SYSTEM, FakeGoogleAnalytics()).deliver(turned_down)
    later = Walk(SYSTEM, FakeGoogleAnalytics()).deliver(lead(event="lead.outcome", sales=SAID))
    looks = looked_at(checks(SYSTEM), SYSTEM, FakeGoogleAnalytics())
    return [*sales.calls, *nurture.calls, *later.calls, *looks]


def test_every_event_of_ours_is_within_their_limits() -> None:
    calls = every_call()
    assert [call.step for call in calls] == [
        *("generate_lead", "qualify_lead", "disqualify_lead"),
        *("working_lead", "disqualify_lead", "close_convert_lead", "close_unconvert_lead"),
        "validate",
    ]
    for call in calls:
        assert THEIRS.mistakes(SYSTEM, call) == [], call


def test_what_salespeople_write_is_kept_from_google() -> None:
    written = json.dumps([call.body for call in every_call()])
    assert "600" not in written
    assert '"unconvert_lead_reason": "price"' in written


def changed(params: dict[str, Any], **more: Any) -> Call:
    """The first event of ours with something else in it."""
    call = every_call()[0]
    assert isinstance(call.body, dict)
    events: Any = call.body["events"]
    event = {**events[0], "params": {**events[0]["params"], **params}, **more}
    return replace(call, body={**call.body, "events": [event]})


@pytest.mark.parametrize(
    "call",
    [
        changed({f"p{n}": n for n in range(25)}),
        changed({"lead_source": "x" * 101}),
        changed({"lead_source": "/thanks/ana@example.com"}),
        changed({"lead_source": "/call/+34 600 111 222"}),
        changed({"1st": 1}),
        changed({"p" * 41: 1}),
        changed({"ga_source": "x"}),
        changed({"value": 3.0}),
        changed({"session_id": None}),
        changed({}, name="generate lead"),
        changed({}, name="google_lead"),
        changed({}, name="purchase"),
    ],
    ids=str,
)
def test_what_breaks_a_limit_is_seen(call: Call) -> None:
    assert THEIRS.mistakes(SYSTEM, call)


def test_more_than_25_events_or_no_secret_are_seen() -> None:
    call = every_call()[0]
    assert isinstance(call.body, dict)
    events: Any = call.body["events"]
    assert THEIRS.mistakes(SYSTEM, replace(call, body={**call.body, "events": events * 26}))
    assert THEIRS.mistakes(SYSTEM, replace(call, params={"measurement_id": "G-1"}))
    assert THEIRS.mistakes(SYSTEM, replace(call, body={"events": events}))
