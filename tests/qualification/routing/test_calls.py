"""qualification.routing.calls: must-have 6, who can take a call this minute."""

from datetime import timedelta

from qualification.routing.calls import free_for_calls
from qualification.routing.routing import Situation, Workload
from qualification.routing.working_time import Interval
from tests.qualification.routing.plans import MONDAY, PEOPLE, plan

PHONES = (
    PEOPLE.replace("email: ana@", 'phone: "+34600000001", email: ana@')
    .replace("email: luis@", 'phone: "+34600000002", email: luis@')
    .replace("email: grace@", 'phone: "+12125550143", email: grace@')
)
TEAM = plan(people=PHONES)


def free(language: str = "es", situation: Situation | None = None, **more: object) -> list[str]:
    """Who is rung, in order."""
    at = more.get("hours", 0)
    assert isinstance(at, int)
    made = more.get("made", TEAM)
    assert isinstance(made, type(TEAM))
    busy = more.get("busy", ())
    assert isinstance(busy, tuple)
    found = free_for_calls(
        made,
        "sales",
        "en" if language == "en" else "es",
        situation or Situation(),
        MONDAY + timedelta(hours=at),
        busy,
    )
    return [one.id for one in found]


def test_those_on_duty_who_speak_the_language_are_rung_in_the_order_of_the_team() -> None:
    assert free() == ["ana", "luis"]
    assert free("en") == ["ana"]
    assert free("en", hours=6) == ["ana", "grace"]
    assert free(hours=14) == []


def test_whoever_is_owed_most_goes_first() -> None:
    assert free(situation=Situation(debts={"sales": {"luis": 5, "ana": -5}})) == ["luis", "ana"]


def test_who_is_on_the_phone_away_or_full_is_not_rung() -> None:
    assert free(busy=("ana",)) == ["luis"]
    away = {"luis": (Interval(MONDAY, MONDAY + timedelta(hours=1)),)}
    assert free(situation=Situation(away=away)) == ["ana"]
    capped = plan(people=PHONES.replace("weight: 2,", "caps: {per_day: 2, open: 3},"))
    for work in (Workload(today=2), Workload(open=3)):
        assert free(situation=Situation(work={"ana": work}), made=capped) == ["luis"]
    assert free(situation=Situation(work={"ana": Workload(1, 2)}), made=capped) == ["ana", "luis"]


def test_who_has_no_telephone_or_takes_no_calls_is_not_rung() -> None:
    assert free(made=plan()) == []
    quiet = plan(people=PHONES.replace("weight: 2,", "takes_calls: no,"))
    assert free(made=quiet) == ["luis"]


def test_a_team_that_is_none_has_nobody() -> None:
    assert free_for_calls(TEAM, "gone", "es", Situation(), MONDAY) == ()
