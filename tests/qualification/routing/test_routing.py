"""qualification.routing.routing: who gets a lead, by which rule, and why not the others."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.routing.plan import TeamPlan
from qualification.routing.routing import (
    Decision,
    Owned,
    Passed,
    Situation,
    Tried,
    Workload,
    route,
)
from qualification.routing.wishes import LeadFacts
from qualification.routing.working_time import Interval
from tests.qualification.routing.plans import EVERYTHING, MONDAY, PEOPLE, lead, plan

EVENING = MONDAY + timedelta(hours=14)
"""Midnight in Madrid, six in the evening in New York."""


def passed(decision: Decision, person: str) -> tuple[str, str]:
    """Why somebody did not get the lead, by the last rule."""
    return next((one.why, one.detail) for one in decision.tried[-1].passed if one.person == person)


class TestOwners:
    """Must-have 1."""

    def test_who_has_them_already_comes_before_every_rule(self) -> None:
        situation = Situation(owned=(Owned("luis", "hubspot", "contact"),))
        decision = route(plan(), lead(), situation, MONDAY)
        assert (decision.person, decision.rule, decision.team) == (
            "luis",
            "existing owner",
            "sales",
        )
        assert "hubspot: contact" in decision.why
        assert decision.debts is None

    def test_an_owner_in_no_team_has_none(self) -> None:
        situation = Situation(owned=(Owned("marta", "banter", "call"),))
        decision = route(plan(), lead(), situation, MONDAY)
        assert (decision.person, decision.team) == ("marta", None)

    def test_the_strongest_claim_goes_first_and_strangers_are_left_out(self) -> None:
        claims = ("gone", "luis", "ana")
        situation = Situation(owned=tuple(Owned(one, "hubspot", "contact") for one in claims))
        assert route(plan(), lead(), situation, MONDAY).person == "luis"
        strangers = Situation(owned=(Owned("gone", "hubspot", "contact"),))
        assert route(plan(), lead(), strangers, MONDAY).rule == "everything"

    def test_an_owner_who_is_long_away_is_passed_with_the_reason(self) -> None:
        away = (Interval(MONDAY, MONDAY + timedelta(days=20)),)
        situation = Situation(owned=(Owned("luis", "banter", "contact"),), away={"luis": away})
        decision = route(plan(), lead(), situation, MONDAY)
        assert decision.person == "ana"
        assert decision.tried[0].passed == (Passed("luis", "back_later", "back 2026-12-14 09:00"),)

    def test_a_record_that_did_not_say_who_has_them_is_named_in_the_decision(self) -> None:
        decision = route(plan(), lead(), Situation(silent=("hubspot", "zoho")), MONDAY)
        assert decision.rule == "everything"
        assert decision.tried[:2] == (
            Tried("existing owner", "hubspot did not say who has them"),
            Tried("existing owner", "zoho did not say who has them"),
        )
        claim = (Owned("luis", "banter", "contact"),)
        claimed = route(plan(), lead(), Situation(owned=claim, silent=("hubspot",)), MONDAY)
        assert (claimed.person, len(claimed.tried)) == ("luis", 2)
        never = plan(f"existing_owner: never\n{EVERYTHING}")
        assert len(route(never, lead(), Situation(silent=("hubspot",)), MONDAY).tried) == 1

    def test_an_owner_who_had_it_before_is_passed(self) -> None:
        situation = Situation(owned=(Owned("luis", "banter", "contact"),), had=("luis",))
        decision = route(plan(), lead(), situation, MONDAY)
        assert decision.person == "ana"
        assert decision.tried[0].passed == (Passed("luis", "had_it_before"),)

    @pytest.mark.parametrize(
        ("setting", "at", "person"),
        [
            ("always", EVENING, "luis"),
            ("on_duty", EVENING, "ana"),
            ("on_duty", MONDAY, "luis"),
            ("never", MONDAY, "ana"),
        ],
    )
    def test_whether_the_owner_goes_first_can_be_set(
        self, setting: str, at: datetime, person: str
    ) -> None:
        made = plan(f"existing_owner: {setting}\n{EVERYTHING}")
        situation = Situation(owned=(Owned("luis", "banter", "contact"),))
        assert route(made, lead(), situation, at).person == person


class TestRules:
    """Must-have 2."""

    RULES = """\
rules:
  - {name: support, when: {why: support}, to: {queue: support}}
  - {name: north america, when: {country: [US, CA]}, to: {person: grace}, off_hours: next_rule}
  - {name: large, when: {size: {at_least: 200}}, to: {team: sales}, skills: [big]}
  - {name: rest, to: {team: sales}}
"""

    def test_the_first_that_fits_decides_and_the_others_say_what_does_not_fit(self) -> None:
        decision = route(plan(self.RULES), lead(), Situation(), MONDAY)
        assert decision.rule == "rest"
        assert [(one.rule, one.missed) for one in decision.tried] == [
            ("support", "why"),
            ("north america", "country"),
            ("large", "size"),
            ("rest", None),
        ]

    def test_a_rule_may_send_to_a_queue(self) -> None:
        decision = route(plan(self.RULES), lead(why="support"), Situation(), MONDAY)
        assert (decision.queue, decision.person, decision.rule) == ("support", None, "support")

    def test_a_rule_may_name_a_person(self) -> None:
        american = lead(country="US", language="en")
        decision = route(plan(self.RULES), american, Situation(), MONDAY + timedelta(hours=6))
        assert (decision.person, decision.rule, decision.why) == (
            "grace",
            "north america",
            "named by the rule",
        )
        assert decision.debts is None

    def test_a_rule_that_does_not_wait_leaves_it_to_the_next(self) -> None:
        american = lead(country="US", language="en")
        decision = route(plan(self.RULES), american, Situation(), MONDAY)
        assert (decision.person, decision.rule) == ("ana", "rest")
        assert decision.tried[1].passed == (Passed("grace", "off_duty", "back 2026-11-23 15:00"),)

    def test_skills_that_a_rule_asks_for_are_had(self) -> None:
        decision = route(plan(self.RULES), lead(size=(None, None)), Situation(), MONDAY)
        assert (decision.person, decision.rule) == ("ana", "large")
        assert passed(decision, "luis") == ("skills", "lacks big")

    def test_without_rules_everything_goes_to_the_fallback(self) -> None:
        decision = route(plan(""), lead(), Situation(), MONDAY)
        assert (decision.queue, decision.rule, decision.why) == (
            "general",
            "fallback",
            "there are no rules",
        )


class TestWhoIsNext:
    """Must-have 3."""

    def test_the_language_of_the_lead_is_spoken(self) -> None:
        decision = route(plan(), lead(language="en"), Situation(), MONDAY)
        assert passed(decision, "luis") == ("language", "does not speak en")

    def test_whose_turn_it_is_not_is_told(self) -> None:
        decision = route(plan(), lead(), Situation(), MONDAY)
        assert decision.person == "ana"
        assert passed(decision, "luis") == ("turn_of_another", "it is the turn of ana")
        situation = Situation(debts={"sales": decision.debts or {}})
        assert route(plan(), lead(), situation, MONDAY).person == "luis"

    def test_who_has_enough_is_left_out(self) -> None:
        capped = PEOPLE.replace("weight: 2,", "caps: {per_day: 3, open: 5},")
        full = Situation(work={"ana": Workload(today=3)})
        decision = route(plan(people=capped), lead(), full, MONDAY)
        assert passed(decision, "ana") == ("full_today", "3 of 3 today")
        full = Situation(work={"ana": Workload(open=5)})
        decision = route(plan(people=capped), lead(), full, MONDAY)
        assert passed(decision, "ana") == ("too_many_open", "5 of 5 open")

    def test_who_is_absent_or_on_holiday_is_left_out(self) -> None:
        feast = PEOPLE.replace(
            "people:\n", 'holidays: {usa: {annual: ["11-23"]}}\npeople:\n', 1
        ).replace("timezone: America/New_York", "timezone: America/New_York, holidays: [usa]")
        away = {"luis": (Interval(MONDAY - timedelta(hours=3), MONDAY + timedelta(hours=3)),)}
        at = MONDAY + timedelta(hours=1)
        decision = route(plan(people=feast), lead(), Situation(away=away), at)
        assert passed(decision, "luis") == ("absent", "back 2026-11-23 13:00")
        decision = route(plan(people=feast), lead(language="en"), Situation(), at)
        assert passed(decision, "grace") == ("holiday", "back 2026-11-24 15:00")

    def test_at_night_it_waits_for_whoever_is_first_to_be_there(self) -> None:
        decision = route(plan(), lead(), Situation(), EVENING)
        assert decision.person == "ana"
        assert decision.why == "in turn in the team sales, who is back first: 2026-11-24 09:00"
        decision = route(plan(), lead(language="en"), Situation(had=("ana",)), EVENING)
        assert decision.person == "grace"

    def test_nobody_waits_for_who_is_back_in_a_week(self) -> None:
        away = (Interval(MONDAY, MONDAY + timedelta(days=7)),)
        situation = Situation(away={"ana": away, "luis": away})
        decision = route(plan(), lead(), situation, MONDAY)
        assert (decision.queue, decision.why) == ("general", "no rule has anybody for it")
        assert passed(decision, "ana") == ("back_later", "back 2026-11-30 10:00")

    def test_who_never_works_gets_nothing(self) -> None:
        idle = PEOPLE.replace("languages: [es]}", "languages: [es], holidays: [all]}").replace(
            "people:\n",
            "holidays: {all: {annual: ["
            + ", ".join(f'"{m:02}-{d:02}"' for m in range(1, 13) for d in range(1, 29))
            + "], dates: ["
            + ", ".join(
                f"{year}-{m:02}-{d:02}"
                for year in (2026, 2027, 2028)
                for m in range(1, 13)
                for d in (29, 30, 31)
                if not (m == 2 and (d > 29 or year != 2028))
                and not (d == 31 and m in (4, 6, 9, 11))
            )
            + "]}}\npeople:\n",
            1,
        )
        decision = route(plan(people=idle), lead(), Situation(), MONDAY)
        assert passed(decision, "luis") == ("back_later", "never works")


class TestAlwaysAPlace:
    """Must-haves 5 and 7."""

    PLANS = tuple(
        plan(rules) for rules in (EVERYTHING, TestRules.RULES, "", TestRules.RULES + "\n")
    )

    @given(
        st.sampled_from(PLANS),
        st.builds(
            lead,
            language=st.sampled_from(["es", "en"]),
            why=st.sampled_from(["qualified", "support", "wants_human"]),
            country=st.sampled_from([None, "US", "ES"]),
            tier=st.sampled_from(["hot", "warm", ""]),
        ),
        st.sets(st.sampled_from(["ana", "luis", "grace", "marta"])),
        st.sets(st.sampled_from(["ana", "luis", "grace", "marta"])),
        st.integers(0, 60 * 24 * 400),
    )
    def test_no_lead_is_without_a_place_and_the_same_comes_out_again(
        self, made: TeamPlan, facts: LeadFacts, had: set[str], away: set[str], minutes: int
    ) -> None:
        now = MONDAY + timedelta(minutes=minutes)
        gone = (Interval(now - timedelta(days=1), now + timedelta(days=30)),)
        situation = Situation(had=tuple(sorted(had)), away=dict.fromkeys(sorted(away), gone))
        decision = route(made, facts, situation, now)
        assert (decision.person is None) != (decision.queue is None)
        assert decision.person not in had | away
        assert route(made, facts, situation, now) == decision
