"""qualification.routing.because: why a lead does not stay, in words."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from qualification.routing.because import Because

MADRID = ZoneInfo("Europe/Madrid")
BACK = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (Because(), "nobody accepted it"),
        (Because("passed_on", "Ana"), "Ana passed it on"),
        (Because("away", "Ana", BACK), "Ana is away until 2026-11-25 09:00"),
        (Because("away", "Ana"), "Ana is away"),
        (Because("gone", "Ana"), "Ana is not in the teams any more"),
    ],
)
def test_a_decision_says_why_it_was_made(because: Because, said: str) -> None:
    assert because.said(MADRID) == said


def test_whoever_is_next_reads_who_is_not_there_in_their_language_and_time() -> None:
    away = Because("away", "Ana", BACK)
    assert away.told("es", MADRID) == ("Ana está fuera hasta el 25/11/2026 a las 09:00.")
    canary = away.told("en", ZoneInfo("Atlantic/Canary"))
    assert canary == "Ana is away until 25 November 2026, 08:00."
    assert Because("away", "Ana").told("es", MADRID) == "Ana está fuera."
    gone = Because("gone", "Ana").told("es", MADRID)
    assert gone == "Ana ya no está en los equipos."


@pytest.mark.parametrize("because", [Because(), Because("passed_on", "Ana")])
def test_who_had_the_chance_to_take_it_is_not_named_to_the_next(because: Because) -> None:
    assert because.told("en", MADRID) == ""
    assert not because.nobodys_turn
