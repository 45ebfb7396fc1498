"""Which of several figures stands: settled on, added up, taken away."""

from decimal import Decimal

import pytest

from agent.plain.plain_reader import read_plainly
from qualification.values import Language, Money, Number, Timeframe
from tests.agent.pages import make_page


def _read(text: str, asked: str, language: Language = "en") -> Money | Number | None:
    reading = read_plainly(make_page(text, asked=asked, language=language))
    value = next((one.value for one in reading.answers if one.key == asked), None)
    assert value is None or isinstance(value, Money | Number)
    return value


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("25 to 30k … so 25", 25_000, 25_000),
        ("between 10 and 12k, let's say 11", 11_000, 11_000),
        ("not 5k, more like 4", 4_000, 4_000),
        ("entre 15 y 20 mil, pongamos 18", 18_000, 18_000),
        ("no 8 mil, más bien 6", 6_000, 6_000),
        ("5k at the very most", None, 5_000),
        ("9 mil como muchísimo", None, 9_000),
        ("we pay £95 a month, budget 8k", 8_000, 8_000),
    ],
)
def test_the_figure_that_settles_it_is_the_budget(
    text: str, least: int | None, most: int | None
) -> None:
    value = _read(text, "budget")
    assert value is not None
    assert value.min == (None if least is None else Decimal(least))
    assert value.max == (None if most is None else Decimal(most))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("10.000 cada uno y yo otros 10.000", "budget"),
        ("I have 10k and my wife has another 5k", "budget"),
        ("10 mil más 5 mil", "budget"),
        ("6k each", "budget"),
        ("there were 15 people but 3 left", "company_size"),
        ("somos 15 personas pero 3 se van", "company_size"),
    ],
)
def test_figures_to_be_added_or_taken_away_are_asked_about(text: str, asked: str) -> None:
    reading = read_plainly(make_page(text, asked=asked, language="en"))
    assert asked not in {one.key for one in reading.answers}
    assert [(one.key, one.why) for one in reading.doubts] == [(asked, "disagrees")]


@pytest.mark.parametrize(
    "text", ["we have 15 people and another office", "15 people, one each in 15 rooms"]
)
def test_what_only_sounds_like_a_sum_is_a_count(text: str) -> None:
    value = _read(text, "company_size")
    assert value is not None
    assert value.max == 15


@pytest.mark.parametrize(
    "text", ["I said January before but March is better", "en enero, pero marzo me viene mejor"]
)
def test_the_time_that_suits_better_stands(text: str) -> None:
    (answer,) = read_plainly(make_page(text, asked="timeline", language="en")).answers
    assert isinstance(answer.value, Timeframe)
    assert answer.value.start is not None
    assert answer.value.start.month == 3
