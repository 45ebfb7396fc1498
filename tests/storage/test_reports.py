"""storage.reports: S48, S54, S55 and S57 over what is on record."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection, insert

from qualification.analytics.calibration import Calibrated, NotEnough
from qualification.analytics.pace import Pace
from qualification.analytics.rates import Rate
from qualification.decision import Verdict
from storage.outcome_tables import OutcomeRow
from storage.report_scope import UNNAMED, Scope
from storage.reports import Reports, Week
from storage.script_reports import Paces
from tests.storage.conftest import Store
from tests.storage.past import SCRIPT, Past, end
from tests.storage.records import BUDGET, NOW, turn

SINCE, UNTIL = NOW - timedelta(days=1), NOW + timedelta(days=1)


@pytest.fixture
def reports(store: Store) -> Reports:
    return Reports(store.database, store.scripts)


@pytest.fixture
def past(store: Store) -> Past:
    return Past(store)


async def test_leads_are_counted_by_all_that_they_have_in_common(
    reports: Reports, past: Past
) -> None:
    past.lead("a")
    past.lead("b", "unqualified", source="ads")
    past.lead("c", "undecided", source=None, channel="sms", language="es")
    past.lead("never wrote", inbound_seq=0)
    past.lead("before", created_at=SINCE - timedelta(days=1))
    await past.write()
    found = await reports.report(SINCE, UNTIL)
    assert (found.leads, found.qualified, found.undecided) == (3, Rate(1, 3), 1)
    assert found.rates.qualified == {
        "source": {"(none)": Rate(0, 1), "/pricing": Rate(1, 1), "ads": Rate(0, 1)},
        "channel": {"chat": Rate(1, 2), "sms": Rate(0, 1)},
        "language": {"en": Rate(1, 2), "es": Rate(0, 1)},
        "script": {"crm-suite": Rate(1, 3)},
    }


async def test_leads_of_forms_are_counted_though_they_wrote_nothing(
    store: Store, reports: Reports, past: Past
) -> None:
    past.lead("a", address="form:77", source="form:demo", inbound_seq=0)
    past.lead("b")
    past.lead("opened", inbound_seq=0, source="form:demo")
    await past.write()
    await end(store, "a", "won")
    found = await reports.report(SINCE, UNTIL)
    assert (found.leads, found.won) == (2, Rate(1, 1))
    assert found.rates.qualified["source"]["form:demo"] == Rate(1, 1)
    (script,) = found.scripts
    assert (script.looked_at, script.funnel[0].answered) == (2, Rate(2, 2))
    assert sum(one.qualified.of for one in found.weeks) == 2


async def test_what_sales_said_last_counts(store: Store, reports: Reports, past: Past) -> None:
    for name in ("a", "b", "c"):
        past.lead(name)
    await past.write()
    await end(store, "a", "rejected", person="bea")
    await end(store, "a", "accepted", person="bea")
    await end(store, "b", "rejected", person="leo")
    await end(store, "a", "won", amount=Decimal("1000.50"), currency="EUR")
    await end(store, "c", "won", amount=Decimal(200), currency="USD")
    found = await reports.report(SINCE, UNTIL)
    assert (found.accepted, found.won) == (Rate(1, 2), Rate(2, 2))
    assert found.rates.accepted["person"] == {"bea": Rate(1, 1), "leo": Rate(0, 1)}
    assert found.amounts == {"EUR": Decimal("1000.50"), "USD": Decimal(200)}


async def test_what_happened_last_counts_whenever_it_was_told(
    store: Store, reports: Reports, past: Past
) -> None:
    past.lead("a")
    await past.write()
    await end(store, "a", "won", at=NOW + timedelta(hours=2))
    await end(store, "a", "lost", at=NOW + timedelta(hours=1))
    assert (await reports.report(SINCE, UNTIL)).won == Rate(1, 1)
    await end(store, "a", "lost", at=NOW + timedelta(hours=3))
    assert (await reports.report(SINCE, UNTIL)).won == Rate(0, 1)


async def test_the_funnel_shows_where_they_leave(reports: Reports, past: Past) -> None:
    past.lead("answered")
    past.lead("left", "undecided", budget=None, asked="budget")
    await past.write()
    (script,) = (await reports.report(SINCE, UNTIL)).scripts
    (step,) = script.funnel
    assert (script.script, script.looked_at) == ("crm-suite", 2)
    assert (step.key, step.reached, step.dropped) == ("budget", 2, Rate(1, 2))


async def test_too_little_is_said_plainly(reports: Reports, past: Past) -> None:
    past.lead("a")
    await past.write()
    (script,) = (await reports.report(SINCE, UNTIL)).scripts
    assert [one.enough for one in script.separations] == [False] * 3
    assert isinstance(script.calibration, NotEnough)
    assert (script.lift, script.expectation, script.suggestion) == (None, None, None)


async def test_many_deals_tell_what_the_answers_are_worth(
    store: Store, reports: Reports, past: Past
) -> None:
    """Of 160 with a budget three in four were won, of 160 without one in four."""
    ends: list[tuple[str, str]] = []
    for place in range(320):
        rich = place % 2 == 0
        is_won = place % 8 in (0, 1, 2, 4)
        name = past.lead(
            f"lead-{place}",
            "qualified" if rich else "unqualified",
            budget=5000 if rich else None,
            score=60 if rich else 10,
            created_at=NOW + timedelta(minutes=place),
        )
        ends.append((name, "won" if is_won else "lost"))
    await past.write()

    def work(connection: Connection) -> None:
        rows = [past.ended(name, one) for name, one in ends]
        connection.execute(insert(OutcomeRow), rows)

    await store.database.write(work)
    found = await reports.report(SINCE, UNTIL, capacity=50)
    (script,) = found.scripts
    passed, accepted, won = script.separations
    assert (script.looked_at, script.ended, passed.ended_well) == (320, 320, 160)
    assert not accepted.enough  # a deal was accepted before: nobody was rejected
    (budget,) = won.questions
    assert budget.separates
    assert budget.effect == pytest.approx(0.5, abs=0.02)
    assert isinstance(script.calibration, Calibrated)
    assert script.calibration.method == "logistic"
    assert script.lift is not None
    assert script.lift.times > 1.2
    assert script.expectation is not None
    assert (script.expectation.leads, script.expectation.surprising) == (160, False)
    assert script.suggestion is not None
    assert script.suggestion.points["budget"]["positive"] == pytest.approx(63, abs=6)


async def test_nobody_wrote(reports: Reports) -> None:
    found = await reports.report(SINCE, UNTIL)
    assert (found.leads, found.qualified, found.scripts) == (0, Rate(0, 0), ())
    assert found.rates.qualified == {}


async def test_weeks_begin_on_monday_and_tell_the_versions_apart(
    store: Store, reports: Reports, past: Past
) -> None:
    """2026-03-01 was a Sunday."""
    past.lead("sunday", created_at=datetime(2026, 3, 1, 23, 59, tzinfo=UTC))
    past.lead("monday", "unqualified", created_at=datetime(2026, 3, 2, 0, 0, tzinfo=UTC))
    past.lead("same week", created_at=datetime(2026, 3, 8, 12, 0, tzinfo=UTC))
    past.lead("never wrote", inbound_seq=0)
    await past.write()
    newer = Past(store, SCRIPT.replace("title: CRM", "title: Newer"))
    newer.lead("newer", created_at=datetime(2026, 3, 4, 12, 0, tzinfo=UTC))
    await newer.write()
    found = await reports.report(NOW - timedelta(days=30), UNTIL)
    assert found.weeks == (
        Week(date(2026, 2, 23), "crm-suite", 1, Rate(1, 1)),
        Week(date(2026, 3, 2), "crm-suite", 1, Rate(1, 2)),
        Week(date(2026, 3, 2), "crm-suite", 2, Rate(1, 1)),
    )


async def test_how_long_it_takes_counts_from_their_first_message(
    store: Store, reports: Reports
) -> None:
    lead = await store.open()
    store.clock.pass_by(seconds=600)  # the greeting stood there, and nobody wrote
    await store.hear(lead, "about 3,000.50 a year")
    heard = store.clock.now()
    claim = await store.claim(lead)
    answer = replace(BUDGET, given=heard + timedelta(seconds=2))
    answered = turn(claim, "Thanks.", answers=[answer], at=heard + timedelta(seconds=3))
    decided = replace(answered, verdict=Verdict("qualified", (), ()))
    await store.workspace.commit(claim, decided, seen=claim.inbound_seq)
    await store.open()  # another, who never wrote
    (script,) = (await reports.report(SINCE, UNTIL)).scripts
    assert script.pace == Paces(Pace(1, 3.0, 3.0), Pace(1, 2.0, 2.0), Pace(1, 3.0, 3.0))


async def test_languages_and_channels_stand_beside_the_others(reports: Reports, past: Past) -> None:
    for place in range(60):
        language = "es" if place % 2 else "en"
        outcome = "qualified" if place % 2 else "unqualified"
        past.lead(f"lead-{place}", outcome, language=language, channel="sms")
    await past.write()
    found = (await reports.report(SINCE, UNTIL)).fairness
    assert [(one.dimension, one.value, one.differs) for one in found] == [
        ("language", "en", True),
        ("language", "es", True),
    ]


async def test_a_report_may_be_about_one_source_channel_or_script(
    store: Store, reports: Reports, past: Past
) -> None:
    past.lead("a")
    past.lead("b", "unqualified", source="ads", channel="sms")
    past.lead("c", source=None)
    await past.write()
    await end(store, "a", "won")
    await end(store, "b", "lost")
    ads = await reports.report(SINCE, UNTIL, scope=Scope(source="ads"))
    assert (ads.leads, ads.qualified, ads.won) == (1, Rate(0, 1), Rate(0, 1))
    assert [one.looked_at for one in ads.scripts] == [1]
    chat = await reports.report(SINCE, UNTIL, scope=Scope(channel="chat", script="crm-suite"))
    assert (chat.leads, chat.won, chat.scope.channel) == (2, Rate(1, 1), "chat")
    assert sum(one.qualified.of for one in chat.weeks) == 2
    nobody = await reports.report(SINCE, UNTIL, scope=Scope(script="another"))
    assert (nobody.leads, nobody.scripts, nobody.won) == (0, (), Rate(0, 0))
    unnamed = await reports.report(SINCE, UNTIL, scope=Scope(source=UNNAMED))
    assert list(unnamed.rates.qualified["source"]) == [UNNAMED]
