"""qualification.analytics.separation: which questions tell, and when there is too little to say."""

import pytest
from scipy import stats  # type: ignore[import-untyped]

from qualification.analytics.observed import Observed, Target
from qualification.analytics.rates import Rate
from qualification.analytics.separation import benjamini_hochberg, information, separation
from tests.qualification.analytics.leads import table

BH_1995 = [  # Benjamini and Hochberg 1995, section 3.2: at 5 % the first four are discoveries
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
]  # fmt: skip


def test_the_published_example_of_false_discoveries() -> None:
    assert [q <= 0.05 for q in benjamini_hochberg(BH_1995)] == [True] * 4 + [False] * 11


def test_scipy_controls_them_alike_in_any_order() -> None:
    shuffled = [*BH_1995[7:], *BH_1995[:7]]
    assert benjamini_hochberg(shuffled) == pytest.approx(
        list(stats.false_discovery_control(shuffled))
    )
    assert benjamini_hochberg([]) == []


def test_the_published_gain_of_information() -> None:
    # Quinlan 1986, "Induction of decision trees": outlook tells 0.246 bits of whether to play
    outlook = [Rate(2, 5), Rate(4, 4), Rate(3, 5)]
    assert information(outlook) == pytest.approx(0.2467, abs=1e-4)


def test_two_levels_are_tested_exactly() -> None:
    leads = table("budget", positive=(30, 15), negative=(12, 33))
    (found,) = separation(leads, ["budget"], "won").questions
    assert found.p == pytest.approx(stats.fisher_exact([[30, 15], [12, 33]]).pvalue)
    assert found.effect == pytest.approx(0.4)
    assert found.interval is not None
    assert found.interval[0] > 0
    assert found.levels == (("negative", Rate(12, 45)), ("positive", Rate(30, 45)))
    assert found.separates


def test_more_levels_are_tested_by_chi_square() -> None:
    leads = table("need", positive=(30, 20), refused=(25, 25), unanswered=(10, 40))
    (found,) = separation(leads, ["need"], "won").questions
    expected = stats.chi2_contingency([[20, 30], [25, 25], [40, 10]]).pvalue
    assert found.p == pytest.approx(expected)


def test_thin_cells_are_tested_against_chance_tables() -> None:
    leads = table("need", positive=(29, 30), acceptable=(4, 0), refused=(0, 3))
    (found,) = separation(leads, ["need"], "won").questions
    shuffled = stats.chi2_contingency(
        [[30, 29], [0, 4], [3, 0]],
        correction=False,
        method=stats.PermutationMethod(n_resamples=9999, rng=1),
    )
    assert found.p == pytest.approx(shuffled.pvalue, abs=0.02)
    assert found == separation(leads, ["need"], "won").questions[0]


def test_a_question_that_all_answered_alike_tells_nothing() -> None:
    leads = table("need", positive=(30, 30))
    (found,) = separation(leads, ["need"], "won").questions
    assert (found.p, found.q, found.information) == (1.0, 1.0, 0.0)
    assert (found.effect, found.interval) == (None, None)
    assert not found.separates


def test_the_most_telling_question_comes_first() -> None:
    leads = [
        Observed({"noise": "positive" if place % 2 else "negative", "need": level}, won=won)
        for place, (level, won) in enumerate(
            [("positive", True)] * 30 + [("positive", False)] * 5 + [("negative", False)] * 30
        )
    ]
    found = separation(leads, ["noise", "need"], "won")
    assert [one.key for one in found.questions] == ["need", "noise"]


def test_too_few_ends_are_said_plainly() -> None:
    found = separation(table("need", positive=(29, 500)), ["need"], "won")
    assert not found.enough
    assert found.questions == ()
    assert found.note == (
        "Not enough data: 29 ended well and 500 badly, and 30 of each are needed."
    )


@pytest.mark.parametrize(
    ("target", "word"), [("passed", "rules"), ("accepted", "sales"), ("won", "sales")]
)
def test_each_target_says_how_to_take_it(target: Target, word: str) -> None:
    leads = [
        Observed({"need": "positive"}, passed=end, accepted=end, won=end)
        for end in (True, False)
        for _ in range(30)
    ]
    found = separation(leads, ["need"], target)
    assert found.enough
    assert word in found.note


def test_leads_whose_end_is_not_known_are_left_out() -> None:
    leads = [*table("need", positive=(30, 30)), *(Observed({"need": "negative"}),) * 50]
    found = separation(leads, ["need"], "won")
    assert (found.ended_well, found.ended_badly) == (30, 30)
    assert separation(leads, ["need"], "passed").ended_well == 0
