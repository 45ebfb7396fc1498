"""qualification.routing.following: must-have 4, what becomes of a lead that nobody accepts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.routing.because import Because
from qualification.routing.following import Deadlines, Next, Place, deadlines, follow, reminders
from qualification.routing.routing import Situation, route
from qualification.routing.working_time import Interval
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


def days(count: int) -> tuple[Interval, ...]:
    """Away from now on."""
    return (Interval(MONDAY, MONDAY + timedelta(days=count)),)


class TestAway:
    """Who is not there has not refused it."""

    def follow(self, *, moves: int = 0, escalated: bool = False, **away: int) -> Next | None:
        gone = {person: days(count) for person, count in away.items()}
        situation = Situation(had=("ana",), away=gone)
        because = Because("away", "Ana", MONDAY + timedelta(days=1))
        return follow(
            plan(),
            lead(),
            situation,
            MONDAY,
            ANA,
            moves=moves,
            escalated=escalated,
            because=because,
        )

    def test_somebody_else_gets_it_and_the_decision_says_why(self) -> None:
        found = self.follow(ana=1)
        assert found is not None
        assert (found.move, found.decision.person) == ("away", "luis")
        assert found.decision.why == (
            "Ana is away until 2026-11-24 10:00; in turn in the team sales"
        )

    def test_it_is_none_of_the_times_that_it_may_be_given_to_others(self) -> None:
        found = self.follow(ana=1, moves=2)
        assert found is not None
        assert (found.move, found.decision.person) == ("away", "luis")

    def test_where_others_are_back_no_sooner_whoever_is_named_gets_it(self) -> None:
        found = self.follow(ana=1, luis=2)
        assert found is not None
        assert (found.move, found.decision.person) == ("escalated", "marta")
        assert found.decision.why.startswith("Ana is away until 2026-11-24 10:00; Marta is named")

    def test_where_nobody_would_see_to_it_sooner_it_stays(self) -> None:
        """Away over a weekend, when nobody works anyway."""
        saturday, monday = MONDAY.replace(day=28, hour=0), MONDAY.replace(day=30, hour=0)
        situation = Situation(had=("ana",), away={"ana": (Interval(saturday, monday),)})
        because = Because("away", "Ana", monday)
        found = follow(
            plan(), lead(), situation, saturday, ANA, moves=0, escalated=False, because=because
        )
        assert found is None

    def test_where_everybody_is_away_it_waits_for_them(self) -> None:
        assert self.follow(ana=1, luis=2, marta=9) is None

    def test_unless_that_is_too_long(self) -> None:
        found = self.follow(ana=8, luis=9, marta=9)
        assert found is not None
        assert (found.move, found.decision.queue) == ("fallback", "general")
        assert found.decision.why == "Ana is away until 2026-11-24 10:00"

    def test_who_had_it_for_everybody_else_leaves_it_in_the_queue(self) -> None:
        found = self.follow(ana=1, escalated=True)
        assert found is not None
        assert found.move == "fallback"

    def test_who_is_in_the_teams_no_more_is_not_waited_for(self) -> None:
        gone = Because("gone", "Eva")
        situation = Situation(away={"luis": days(9), "marta": days(9), "ana": days(9)})
        place = Place(person="eva", team="sales")
        found = follow(
            plan(), lead(), situation, MONDAY, place, moves=0, escalated=False, because=gone
        )
        assert found is not None
        assert (found.move, found.decision.why) == ("fallback", "Eva is not in the teams any more")

    def test_who_passed_it_on_is_named_where_it_is_escalated(self) -> None:
        passed = Because("passed_on", "Ana")
        had = Situation(had=("ana", "luis", "grace"))
        found = follow(plan(), lead(), had, MONDAY, ANA, moves=0, escalated=False, because=passed)
        assert found is not None
        assert found.decision.why == "Ana passed it on; Marta is named for that in sales"


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

    def test_who_is_named_and_away_does_not_get_it(self) -> None:
        """It would lie with them until they are back: the queue is seen to now."""
        away = {"marta": days(5)}
        had = Situation(had=("ana",), away=away)
        found = follow(plan(), lead(), had, MONDAY, ANA, moves=2, escalated=False)
        assert found is not None
        assert (found.move, found.decision.queue) == ("fallback", "general")
        [tried] = found.decision.tried
        assert [(one.person, one.why, one.detail) for one in tried.passed] == [
            ("marta", "absent", "back 2026-11-30 09:00")
        ]
        general = Place(queue="general")
        situation = Situation(away=away)
        assert follow(plan(), lead(), situation, MONDAY, general, moves=0, escalated=False) is None

    def test_nor_does_who_is_named_and_never_works(self) -> None:
        away = {"marta": (Interval(MONDAY + timedelta(hours=1), MONDAY + timedelta(days=900)),)}
        had = Situation(had=("ana",), away=away)
        evening = MONDAY + timedelta(hours=12)
        found = follow(plan(), lead(), had, evening, ANA, moves=2, escalated=False)
        assert found is not None
        assert found.decision.queue == "general"
        [tried] = found.decision.tried
        assert [(one.why, one.detail) for one in tried.passed] == [("absent", "")]

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
