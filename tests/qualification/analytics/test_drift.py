"""qualification.analytics.drift: S56, whether the leads are still the same people."""

from math import log
from random import Random

import pytest

from qualification.analytics.drift import FEWEST, drift
from qualification.analytics.observed import Observed


def leads(**counts: int) -> list[Observed]:
    """So many leads of each level."""
    return [Observed({"need": level}) for level, count in counts.items() for _ in range(count)]


def test_the_index_is_that_of_a_worked_table() -> None:
    """Half and half becomes four fifths and one fifth: (0.3)ln(1.6) + (-0.3)ln(0.4) = 0.416."""
    before = leads(positive=5000, negative=5000)
    now = leads(positive=8000, negative=2000)
    (found,) = drift(before, now, ["need"])
    assert found.index == pytest.approx(0.3 * log(1.6) - 0.3 * log(0.4), abs=0.001)
    assert found.shifted
    assert found.shares == (("negative", 0.5, 0.2), ("positive", 0.5, 0.8))


def test_leads_that_are_the_same_do_not_alarm() -> None:
    chance = Random(1)
    alarms = 0
    for _ in range(100):
        many = [Observed({"need": chance.choice("abcdef")}) for _ in range(2 * FEWEST)]
        (found,) = drift(many[:FEWEST], many[FEWEST:], ["need"])
        alarms += found.shifted
    assert alarms <= 2


def test_a_level_that_was_never_seen_before_counts() -> None:
    (found,) = drift(leads(positive=200), leads(positive=100, refused=100), ["need"])
    assert found.shifted
    assert found.shares[1] == ("refused", 0.0, 0.5)


def test_the_question_that_moved_most_comes_first() -> None:
    before = [Observed({"need": "positive", "budget": "positive"}) for _ in range(200)]
    now = [Observed({"need": "positive", "budget": "negative"}) for _ in range(200)]
    assert [one.key for one in drift(before, now, ["need", "budget"])] == ["budget", "need"]


def test_of_few_leads_nothing_is_said() -> None:
    assert drift(leads(positive=FEWEST - 1), leads(negative=500), ["need"]) == []
