"""qualification.analytics.fairness: S60 and S48, groups beside everybody else."""

from random import Random

import pytest

from qualification.analytics.calibration import Calibrated, calibrate
from qualification.analytics.fairness import expected_by, groups
from qualification.analytics.observed import Observed
from qualification.analytics.rates import Rate


def test_each_language_stands_beside_all_the_others() -> None:
    found = groups("language", {"es": Rate(60, 100), "en": Rate(30, 100)})
    es, en = found
    assert (es.value, es.rest) == ("es", Rate(30, 100))
    assert es.gap == pytest.approx(0.3)
    assert en.gap == pytest.approx(-0.3)
    assert en.differs


def test_a_gap_that_chance_may_explain_is_none() -> None:
    es, _ = groups("language", {"es": Rate(31, 100), "en": Rate(30, 100)})
    assert not es.differs


def test_groups_without_cases_enough_are_left_out() -> None:
    found = groups("channel", {"chat": Rate(50, 100), "sms": Rate(1, 5)})
    assert found == []  # sms is too few, and chat has nobody else beside it
    assert groups("channel", {"chat": Rate(50, 100)}) == []


@pytest.fixture
def leads() -> list[Observed]:
    """Won by their points alone; but those who write in English are won half as often."""
    chance = Random(4)
    found = []
    for place in range(600):
        rich, language = place % 2 == 0, ("es", "en", "pt")[place % 3 if place < 590 else 2]
        share = (0.8 if rich else 0.2) * (0.5 if language == "en" else 1.0)
        found.append(
            Observed(
                {"need": "positive" if rich else "negative"},
                points=60 if rich else 10,
                won=chance.random() < share,
                language=language if place > 9 else "rare",
            )
        )
    return found


def test_wins_are_held_against_what_was_said_group_by_group(leads: list[Observed]) -> None:
    found = calibrate(leads, ["need"], "won")
    assert isinstance(found, Calibrated)
    by_language = expected_by(leads, found, lambda lead: lead.language)
    assert by_language.keys() == {"es", "en", "pt"}  # ten are too few to say anything of
    assert by_language["en"].surprising
    assert by_language["en"].wins < by_language["en"].low
    assert sum(one.leads for one in by_language.values()) == 590
