"""qualification.routing.record: must-have 7, a decision can be made again."""

from datetime import timedelta

from pydantic import TypeAdapter

from qualification.routing.because import Because
from qualification.routing.following import Place, follow
from qualification.routing.record import Left, Routed
from qualification.routing.routing import Decision, Situation, route
from qualification.routing.working_time import Interval
from tests.qualification.routing.plans import MONDAY, lead, plan

DAY = Interval(MONDAY, MONDAY + timedelta(days=1))
WRITTEN = TypeAdapter(Routed)


def test_a_stored_decision_comes_out_the_same_again() -> None:
    decision = route(plan(), lead(), Situation(), MONDAY)
    routed = Routed(MONDAY, lead(), Situation(), decision)
    read = WRITTEN.validate_json(WRITTEN.dump_json(routed))
    assert read == routed
    assert read.again(plan()) == decision


def test_so_does_one_about_a_lead_that_nobody_accepted() -> None:
    place, had = Place(person="ana", team="sales"), Situation(had=("ana",))
    found = follow(plan(), lead(), had, MONDAY, place, moves=0, escalated=False)
    assert found is not None
    routed = Routed(MONDAY, lead(), had, found.decision, Left(place, 0, False))
    assert WRITTEN.validate_json(WRITTEN.dump_json(routed)).again(plan()) == found.decision


def test_so_does_one_about_a_lead_of_somebody_who_is_away() -> None:
    place, had = Place(person="ana", team="sales"), Situation(had=("ana",), away={"ana": (DAY,)})
    because = Because("away", "Ana", MONDAY)
    found = follow(plan(), lead(), had, MONDAY, place, moves=2, escalated=False, because=because)
    assert found is not None
    routed = Routed(MONDAY, lead(), had, found.decision, Left(place, 2, False, because))
    assert WRITTEN.validate_json(WRITTEN.dump_json(routed)).again(plan()) == found.decision


def test_what_was_written_before_reasons_were_kept_is_read_as_not_accepted() -> None:
    place = Place(person="ana", team="sales")
    routed = Routed(MONDAY, lead(), Situation(), Decision("x", ""), Left(place, 0, False))
    written = WRITTEN.dump_python(routed, mode="json")
    del written["left"]["because"]
    assert WRITTEN.validate_python(written) == routed


def test_under_another_plan_it_may_come_out_differently() -> None:
    decision = route(plan(), lead(), Situation(), MONDAY)
    routed = Routed(MONDAY, lead(), Situation(), decision)
    assert routed.again(plan("")).queue == "general"


def test_what_stayed_stays() -> None:
    place, had = Place(queue="general"), Situation(had=("marta",))
    stayed = Decision("fallback", "", queue="general")
    assert Routed(MONDAY, lead(), had, stayed, Left(place, 0, False)).again(plan()) == stayed


def test_what_a_person_decided_is_decided() -> None:
    moved = Decision("by hand", "moved by the boss", person="grace")
    assert Routed(MONDAY, lead(), Situation(), moved, by_hand=True).again(plan()) == moved
