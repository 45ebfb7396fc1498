"""Each event of a lead's life is counted once at most, and tells nobody who they are."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agent.ledger import Record
from agent.outbox import Event, Failed
from delivery.calls import Refused
from delivery.dry_run import rehearse
from delivery.google_analytics import EUROPE, GoogleAnalytics
from delivery.google_analytics_limits import mistake_in, personal
from delivery.lead import Criterion, Lead, Said
from tests.delivery.agreeing import through
from tests.delivery.pairs import Pair
from tests.delivery.walking import NOW, Walk, lead
from tests.fakes.crm import Cut, Down, FakeCrm, Says, Slow, Trouble
from tests.fakes.google_analytics import FakeGoogleAnalytics

WORK = Criterion(key="budget", state="negative", value="3000", quote="call me on 600 111 222")


def analytics(**more: Any) -> GoogleAnalytics:
    return GoogleAnalytics("G-1", "secret", **more)


def walk(**more: Any) -> Walk:
    return Walk(analytics(**more), FakeGoogleAnalytics())


def events(done: Walk) -> list[tuple[str, dict[str, Any]]]:
    assert isinstance(done.fake, FakeGoogleAnalytics)
    return done.fake.events


def test_a_qualified_lead_is_generated_and_qualified() -> None:
    done = walk(currency="EUR", value=40.0).deliver(lead())
    (first, generated), (second, qualified) = events(done)
    assert (first, second) == ("generate_lead", "qualify_lead")
    assert generated["lead_source"] == "/pricing"
    assert (qualified["currency"], qualified["value"]) == ("EUR", 40.0)
    assert qualified["lead_tier"] == "warm"
    assert done.said == "generate_lead, qualify_lead"


def test_a_lead_that_does_not_fit_is_disqualified_by_the_names_of_questions() -> None:
    turned_down = lead(event="lead.nurture", outcome="unqualified", criteria=(WORK,))
    done = walk().deliver(turned_down)
    ((name, parameters),) = events(done)
    assert (name, parameters["disqualified_lead_reason"]) == ("disqualify_lead", "budget")
    assert "600" not in json.dumps(parameters)


def test_who_falls_silent_is_nothing_to_measure() -> None:
    done = walk().deliver(lead(event="lead.nurture", outcome="undecided"))
    assert events(done) == []
    assert done.said == "nothing new to measure"


def test_each_event_is_sent_once_in_a_leads_life() -> None:
    done = walk().deliver(lead(event="lead.needs_person", outcome="undecided"))
    done.deliver(lead(event="lead.updated", revision=2))
    done.deliver(lead(event="lead.updated", revision=3, outcome="unqualified"))
    done.deliver(lead(event="lead.updated", revision=4, outcome="unqualified"))
    names = [name for name, _ in events(done)]
    assert names == ["generate_lead", "qualify_lead", "disqualify_lead"]


def later(*said: Said, **more: Any) -> Lead:
    """What sales made of the lead by now."""
    return lead(event="lead.outcome", sales=said, **more)


ACCEPTED = Said(outcome="accepted", at=NOW)
WON = Said(outcome="won", at=NOW, amount=3000.5, currency="EUR")


def test_what_sales_made_of_a_lead_is_counted_once_each() -> None:
    done = walk().deliver(later(ACCEPTED))
    done.deliver(later(ACCEPTED, WON, revision=2))
    done.deliver(later(ACCEPTED, WON, replace_amount(4000.0), revision=3))
    assert [name for name, _ in events(done)] == ["working_lead", "close_convert_lead"]
    won = events(done)[1][1]
    assert (won["currency"], won["value"]) == ("EUR", 3000.5)
    assert (won["script"], won["channel"]) == ("crm-suite", "chat")


def replace_amount(amount: float) -> Said:
    return WON.model_copy(update={"amount": amount})


def test_an_acceptance_that_another_revision_overtook_is_not_lost() -> None:
    """Each revision tells all that was said so far."""
    done = walk().deliver(later(ACCEPTED, WON, revision=2))
    assert [name for name, _ in events(done)] == ["working_lead", "close_convert_lead"]


@pytest.mark.parametrize(
    ("reason", "told"),
    [("Price", "price"), (" price ", "price"), ("Ana's boss said no", None), (None, None)],
)
def test_a_reason_is_told_only_where_it_may_be(reason: str | None, told: str | None) -> None:
    lost = Said(outcome="lost", at=NOW, reason=reason)
    done = walk(reasons=("price", "competitor")).deliver(later(lost))
    ((name, parameters),) = events(done)
    assert name == "close_unconvert_lead"
    assert parameters.get("unconvert_lead_reason") == told


def test_a_lead_that_sales_rejects_is_disqualified_unless_it_was_before() -> None:
    rejected = Said(outcome="rejected", at=NOW, reason="a student")
    ((name, parameters),) = events(walk().deliver(later(rejected)))
    assert (name, parameters["disqualified_lead_reason"]) == ("disqualify_lead", "sales")
    assert events(walk().deliver(later(rejected, outcome="unqualified"))) == []


@pytest.mark.parametrize(("hours", "told"), [(0, True), (47, True), (49, False)])
def test_when_it_happened_is_told_as_long_as_they_take_it(hours: int, told: bool) -> None:
    done = walk().deliver(later(WON, created_at=NOW + timedelta(hours=hours)))
    assert isinstance(done.fake, FakeGoogleAnalytics)
    (body,) = done.fake.bodies
    expected = int(NOW.timestamp()) * 1_000_000 if told else None
    assert body.get("timestamp_micros") == expected


@pytest.mark.parametrize("event", ["lead.qualified", "lead.nurture", "lead.outcome"])
def test_who_took_back_their_consent_to_be_measured_is_not(event: Event) -> None:
    one = lead(event=event, outcome="unqualified", sales=(ACCEPTED,), unmeasured=True)
    done = walk().deliver(one)
    assert events(done) == []
    assert done.said == "nothing sent: they took back their consent to be measured"


def test_a_conversation_is_one_client_that_nobody_can_trace_back() -> None:
    done = walk().deliver(lead())
    assert isinstance(done.fake, FakeGoogleAnalytics)
    clients = {body["client_id"] for body in done.fake.bodies}
    assert len(clients) == 1
    assert lead().conversation not in clients.pop().split(".")
    other = walk().deliver(lead(conversation="c2"))
    assert isinstance(other.fake, FakeGoogleAnalytics)
    assert other.fake.bodies[0]["client_id"] != done.fake.bodies[0]["client_id"]
    assert done.fake.bodies[0]["consent"] == {
        "ad_user_data": "DENIED",
        "ad_personalization": "DENIED",
    }


def test_the_page_is_told_without_what_stands_behind_it() -> None:
    done = walk().deliver(lead(source="/pricing?email=ana@example.com#600111222"))
    assert events(done)[0][1]["lead_source"] == "/pricing"


@pytest.mark.parametrize(
    "source",
    [
        "/thanks/ana@example.com",
        "/thanks/eva%40example.org",
        "/call/+34 600 111 222",
        "/call/600111222",
        "/hello/Ana",
        "/hello/ruiz gil",
    ],
)
def test_a_page_that_tells_who_they_are_is_left_out_and_the_event_is_sent(source: str) -> None:
    """Nobody can mend the address of a page; the lead is counted all the same."""
    done = walk().deliver(lead(source=source))
    assert [name for name, _ in events(done)] == ["generate_lead", "qualify_lead"]
    assert "lead_source" not in events(done)[0][1]
    left_out = "generate_lead without lead_source, which looks like personal data"
    assert done.said == f"{left_out}, qualify_lead"


@pytest.mark.parametrize(
    "page",
    [
        "/blog/2026-11-22-crm-for-shops",
        "/blog/2026/11/22/crm",
        "/landing/20261122",
        "/evento-22.11.2026",
        "/p/1234567",
        "/v1.2.3",
    ],
)
def test_a_date_or_a_short_number_in_the_address_of_a_page_is_no_telephone(page: str) -> None:
    done = walk().deliver(lead(source=page))
    assert events(done)[0][1]["lead_source"] == page


@pytest.mark.parametrize("page", ["/c/0111222", "/c/6/0/0/1/11222", "/c/600%20111%20222"])
def test_their_own_number_is_known_however_it_is_written(page: str) -> None:
    theirs = lead(contact={"phone": "+34600111222"})
    assert personal({"lead_source": page}, theirs) == {"lead_source"}
    assert page != "/c/0111222" or personal({"lead_source": page}, lead()) == frozenset()


def test_a_name_within_a_word_is_no_name() -> None:
    assert personal({"lead_source": "/banana-shop"}, lead()) == frozenset()
    assert personal({"lead_source": "/offer-2026"}, lead()) == frozenset()
    assert personal({"script": "ana-and-friends"}, lead()) == frozenset()
    assert personal({"script": "ask ana@example.com"}, lead()) == {"script"}
    assert personal({"lead_source": "/hello/ruiz_gil"}, lead()) == {"lead_source"}


def test_their_limits_are_checked_before_we_send() -> None:
    assert mistake_in("ga_lead", {}) == "'ga_lead' may not be a name"
    assert mistake_in("lead", {"1st": 1}) == "'1st' may not be a name"
    assert mistake_in("l" * 41, {}) is not None
    assert mistake_in("l" * 40, {}) is None
    assert mistake_in("lead", {f"p{n}": n for n in range(26)}) is not None
    assert mistake_in("lead", {f"p{n}": n for n in range(25)}) is None
    assert mistake_in("lead", {"p": "x" * 101}) == "p is longer than 100 characters"
    with pytest.raises(Refused) as refused:
        walk().deliver(lead(script="s" * 101))
    assert isinstance(refused.value.outcome, Failed)


def test_many_questions_that_failed_fit_into_one_parameter() -> None:
    many = tuple(replace_key(f"a_rather_long_question_{n}") for n in range(20))
    done = walk().deliver(lead(event="lead.nurture", outcome="unqualified", criteria=many))
    assert len(events(done)[0][1]["disqualified_lead_reason"]) == 100


def replace_key(key: str) -> Criterion:
    return WORK.model_copy(update={"key": key})


def once_at_most(fake: FakeCrm) -> None:
    assert max(fake.records().values(), default=0) <= 1


@pytest.mark.parametrize("trouble", [Down(), Cut(), Slow(), Says(502, done=True)], ids=repr)
async def test_what_may_have_arrived_is_not_sent_again(
    trouble: Trouble, tmp_path: Path, sqlite_template: Path
) -> None:
    pair = Pair("google_analytics", FakeGoogleAnalytics, lambda host: analytics(base_url=host))
    await through(pair, tmp_path, sqlite_template, trouble, once_at_most)


async def test_nothing_is_lost_where_nobody_listened(tmp_path: Path, sqlite_template: Path) -> None:
    def both(fake: FakeCrm) -> None:
        assert fake.records() == {"generate_lead": 1, "qualify_lead": 1}

    pair = Pair("google_analytics", FakeGoogleAnalytics, lambda host: analytics(base_url=host))
    await through(pair, tmp_path, sqlite_template, Down(), both)


def test_what_is_left_out_is_said() -> None:
    told: Lead = lead()
    steps = analytics().steps(told, Record(unsure=frozenset({"generate_lead", "qualify_lead"})))
    next(steps)
    next(steps)
    with pytest.raises(StopIteration) as done:
        next(steps)
    assert done.value.value == "generate_lead, qualify_lead may have arrived, and is not sent again"


def test_a_dry_run_shows_no_secret_and_the_european_host() -> None:
    shown = list(rehearse(analytics(), replace(lead(), source=None), Record()))
    assert shown[0].url.startswith(f"{EUROPE}/mp/collect?measurement_id=G-1")
    assert "secret=secret" not in shown[0].url
