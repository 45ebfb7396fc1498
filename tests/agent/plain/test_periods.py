"""An amount without a period, where the verdict rests on whether it is by the month or the year."""

from decimal import Decimal

import pytest

from agent.messages import Message
from agent.plain.plain_reader import read_plainly
from agent.reading import Page, Reading
from qualification.answers import AnswerSheet
from qualification.scriptfile import parse_script
from qualification.values import Language, Money
from tests.agent.readings import NOON
from tests.builders import SCRIPTS


def read(text: str, script: str = "crm-suite.yaml", language: Language = "es") -> Reading:
    message = Message("m2", 2, "prospect", text, NOON)
    parsed = parse_script((SCRIPTS / script).read_text(encoding="utf-8"))
    return read_plainly(Page(parsed, AnswerSheet(), language, "budget", (), (message,), (), NOON))


@pytest.mark.parametrize("text", ["500", "unos 500", "500 euros", "tenemos 500", "hasta 500 €"])
def test_it_is_asked_where_only_the_other_period_would_do(text: str) -> None:
    reading = read(text)
    assert not reading.answers
    (doubt,) = reading.doubts
    assert [one.period for one in doubt.readings if isinstance(one, Money)] == ["month", "year"]
    assert all(one.max == Decimal(500) for one in doubt.readings if isinstance(one, Money))


@pytest.mark.parametrize("text", ["500 al año", "500 al mes", "2000", "5000", "0"])
def test_it_is_not_asked_where_it_was_said_or_makes_no_difference(text: str) -> None:
    reading = read(text)
    assert not any(one.readings for one in reading.doubts)


def test_it_is_not_asked_where_amounts_are_compared_once() -> None:
    assert not any(one.readings for one in read("500", "reformas.yaml").doubts)
