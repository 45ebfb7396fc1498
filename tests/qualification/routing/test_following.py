"""qualification.routing.following: must-have 4, what becomes of a lead that nobody accepts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.routing.following import Deadlines, Place, deadlines, follow, reminders
from qualification.routing.routing import Situation, route
from tests.qualification.routing.plans import EVERYTHING, MONDAY, PEOPLE, lead, plan

ANA = Place(person="ana", team="sales")


class TestReminders:
    """A queue is reminded again of what nobody takes, ever more seldom, until it is enough."""

    def test_they_come_after_twice_the_time_four_times_and_so_on(self) -> None:
        found = reminders(plan(), "general", "hot", MONDAY)
        assert [one - MONDAY for one in found] == [
            timedelta(minutes=minutes) for minutes in (10, 20, 40, 80)
        ]

    def test_they_come_in_the_hours_of_the_plan(self) -> None:
        """At half past four in Madrid, of a day that ends at six: each takes an hour of work."""
        found = reminders(plan(), "general", "warm", MONDAY + timedelta(hours=6, minutes=30))
        tuesday = MONDAY.replace(day=24, hour=8)
        assert list(found[:3]) == [
            tuesday + timedelta(minutes=30),
            tuesday + timedelta(hours=2, minutes=30),
            tuesday + timedelta(hours=6, minutes=30),
        ]

    def test_a_queue_says_how_often(self) -> None:
        seldom = PEOPLE.replace("id: general,", "id: general, remind_again: 1,")
        assert len(reminders(plan(people=seldom), "general", "hot", MONDAY)) == 1
        never = PEOPLE.replace("id: general,", "id: general, remind_again: 0,")
        assert reminders(plan(people=never), "general", "hot", MONDAY) == ()

    def test_where_nobody_has_to_accept_nobody_is_reminded(self) -> None:
        assert reminders(plan(), "support", "hot", MONDAY) == ()
        assert reminders(plan(), "none such", "hot", MONDAY) == ()


class TestDeadlines:
    @pytest.mark.parametrize(("tier", "minutes"), [("hot", 5), ("warm", 60), ("nurture", 60)])
    def test_a_hot_lead_has_five_minutes_the_others_an_hour(self, tier: str, minutes: int) -> None:
        found = deadlines(plan(), ANA, tier, MONDAY, {})
        assert found == Deadlines(
            MONDAY + timedelta(minutes=minutes / 2), MONDAY + timedelta(minutes=minutes)
        )

    def test_a_team_has_times_of_its_own(self) -> None:
        patient = PEOPLE.replace(
            "escalate_to: marta}\nqueues", "accept: {hot: 20 min}, remind_after: 75}\nqueues"
        )
        found = deadlines(plan(people=patient), ANA, "hot", MONDAY, {})
        assert found == Deadlines(MONDAY + timedelta(minutes=15), MONDAY + timedelta(minutes=20))
        warm = deadlines(plan(people=patient), ANA, "warm", MONDAY, {})
        assert warm is not None
        assert warm.due_at == MONDAY + timedelta(hours=1)

    def test_nobody_has_to_accept_where_that_is_off(self) -> None:
        assert deadlines(plan(), Place(queue="support"), "hot", MONDAY, {}) is None

    def test_a_queue_goes_by_the_hours_of_the_plan(self) -> None:
        found = deadlines(plan(), Place(queue="general"), "hot", MONDAY + timedelta(hours=9), {})
        assert found is not None
        assert found.due_at == MONDAY.replace(day=24, hour=8, minute=5)

    def test_somebody_in_no_team_goes_by_the_fallback_queue(self) -> None:
        found = deadlines(plan(), Place(person="marta"), "hot", MONDAY, {})
        assert found is not None
        assert found.due_at == MONDAY + timedelta(minutes=5)

    def test_who_never_works_has_no_deadline(self) -> None:
        idle = PEOPLE.replace(
            "people:\n  - {id: ana",
            "people:\n  - {hours: {days: [mon], "
            'from: "09:00", to: "18:00"}, holidays: [mondays], id: ana',
            1,
        )
        mondays = ", ".join(
            (MONDAY + timedelta(weeks=week)).date().isoformat() for week in range(-1, 60)
        )
        made = plan(people=f"holidays: {{mondays: {{dates: [{mondays}]}}}}\n{idle}")
        assert deadlines(made, ANA, "hot", MONDAY, {}) is None


class TestFollow:
    def test_somebody_else_of_the_rules_gets_it_next(self) -> None:
        found = follow(
            plan(), lead(), Situation(had=("ana",)), MONDAY, ANA, moves=0, escalated=False
        )
        assert found is not None
        assert (found.move, found.decision.person) == ("reassigned", "luis")

    def test_after_so_many_it_goes_to_whoever_is_named(self) -> None:
        found = follow(
            plan(), lead(), Situation(had=("ana",)), MONDAY, ANA, moves=2, escalated=False
        )
        assert found is not None
        assert (found.move, found.decision.person, found.decision.team) == (
            "escalated",
            "marta",
            "sales",
        )

    def test_so_it_does_when_there_is_nobody_else(self) -> None:
        had = Situation(had=("ana", "luis", "grace"))
        found = follow(plan(), lead(), had, MONDAY, ANA, moves=0, escalated=False)
        assert found is not None
        assert found.decision.person == "marta"

    def test_after_that_it_lies_in_the_fallback_queue(self) -> None:
        marta = Place(person="marta", team="sales")
        had = Situation(had=("ana", "luis", "marta"))
        found = follow(plan(), lead(), had, MONDAY, marta, moves=2, escalated=True)
        assert found is not None
        assert (found.move, found.decision.queue) == ("fallback", "general")

    def test_without_anybody_named_it_goes_there_at_once(self) -> None:
        nobody = PEOPLE.replace("grace], escalate_to: marta}", "grace]}")
        had = Situation(had=("ana",))
        found = follow(plan(people=nobody), lead(), had, MONDAY, ANA, moves=2, escalated=False)
        assert found is not None
        assert found.move == "fallback"

    def test_a_queue_is_escalated_once(self) -> None:
        general = Place(queue="general")
        found = follow(plan(), lead(), Situation(), MONDAY, general, moves=0, escalated=False)
        assert found is not None
        assert (found.move, found.decision.person) == ("escalated", "marta")
        had = Situation(had=("marta",))
        assert follow(plan(), lead(), had, MONDAY, general, moves=0, escalated=False) is None

    def test_where_a_decision_sends_a_lead_is_its_place(self) -> None:
        decision = route(plan(), lead(), Situation(), MONDAY)
        place = Place.of(decision)
        assert (place.person, place.team, place.queue) == (
            decision.person,
            decision.team,
            decision.queue,
        )
        assert place != Place()

    @pytest.mark.no_cover
    @given(st.sampled_from(["es", "en"]), st.integers(0, 60 * 24 * 7), st.integers(0, 4))
    def test_it_never_comes_back_and_always_ends(
        self, language: str, minutes: int, reassign: int
    ) -> None:
        made = plan(EVERYTHING, PEOPLE.replace("grace], ", f"grace], reassign: {reassign}, "))
        now, facts = MONDAY + timedelta(minutes=minutes), lead(language=language)
        decision = route(made, facts, Situation(), now)
        place, had, moves, escalated = Place.of(decision), list[str](), 0, False
        for _ in range(20):
            had += [place.person] if place.person else []
            found = follow(
                made,
                facts,
                replace(Situation(), had=tuple(had)),
                now,
                place,
                moves=moves,
                escalated=escalated,
            )
            if found is None:
                break
            assert found.decision.person not in had
            place, moves = Place.of(found.decision), moves + (found.move == "reassigned")
            escalated = found.move == "escalated"
        else:
            raise AssertionError("it never ends")
        assert moves <= reassign
        assert place.queue == "general"
