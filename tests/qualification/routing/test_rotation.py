"""qualification.routing.rotation: must-have 3, everybody gets their share."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from qualification.routing.rotation import LEAD, given_back, next_in_turn, shared_out

WEIGHTS = st.lists(st.integers(1, 100), min_size=1, max_size=8)


def team(weights: list[int]) -> list[tuple[str, int]]:
    """People with these weights."""
    return [(f"p{number}", weight) for number, weight in enumerate(weights)]


@given(WEIGHTS)
def test_after_a_round_everybody_has_exactly_their_share(weights: list[int]) -> None:
    people, debts, got = team(weights), dict[str, int](), Counter[str]()
    for _ in range(sum(weights)):
        person, debts = next_in_turn(debts, people)
        got[person] += 1
    assert got == Counter(dict(people))


@given(WEIGHTS, st.integers(1, 300))
def test_nobody_ever_has_a_lead_more_than_their_share(weights: list[int], leads: int) -> None:
    people, debts, got = team(weights), dict[str, int](), Counter[str]()
    for count in range(1, leads + 1):
        person, debts = next_in_turn(debts, people)
        got[person] += 1
        for one, weight in people:
            assert got[one] - count * weight / sum(weights) < 1
        assert sum(debts.values()) == 0


@given(WEIGHTS, st.lists(st.sets(st.integers(0, 7), min_size=1), max_size=200))
def test_whoever_comes_and_goes_is_owed_what_is_due_and_no_more(
    weights: list[int], presences: list[set[int]]
) -> None:
    people, debts = team(weights), dict[str, int]()
    for present in presences:
        here = [one for number, one in enumerate(people) if number in present] or people
        before = dict(debts)
        person, debts = next_in_turn(debts, here)
        assert person in dict(here)
        absent = {one for one, _ in people} - {one for one, _ in here}
        assert all(debts.get(one) == before.get(one) for one in absent)
        assert sum(debts.values()) == 0
        assert all(2 * abs(owed) <= (len(people) - 1) * LEAD for owed in debts.values())


def test_the_first_of_equals_goes_first_and_the_same_comes_out_again() -> None:
    people = team([1, 1])
    assert next_in_turn({}, people) == next_in_turn({}, people)
    assert next_in_turn({}, people)[0] == "p0"


@given(WEIGHTS)
def test_a_lead_is_shared_out_whole(weights: list[int]) -> None:
    assert sum(shared_out(team(weights)).values()) == LEAD


@given(WEIGHTS)
def test_a_lead_that_is_given_back_was_nobodys_turn(weights: list[int]) -> None:
    people = team(weights)
    person, debts = next_in_turn({}, people)
    assert given_back(debts, person, people) == {one: 0 for one, _ in people}


def test_a_turn_given_back_to_somebody_who_has_left_is_kept_for_them() -> None:
    assert given_back({}, "gone", [("p0", 1)]) == {"p0": -LEAD, "gone": LEAD}
