"""A yes or a no that takes itself back is neither; a refusal is no no."""

import pytest

from agent.plain.plain_reader import read_plainly
from qualification.values import YesNo
from tests.agent.pages import make_page


@pytest.mark.parametrize(
    "text",
    [
        "no. well, my mum does have one",
        "no but my accountant has",
        "no… well yes, an old one",
        "yes, well, actually not really",
        "sí, bueno, la verdad es que no",
        "no, bueno, sí, uno viejo",
    ],
)
def test_an_answer_that_takes_itself_back_is_asked_about(text: str) -> None:
    reading = read_plainly(make_page(text, asked="has_crm"))
    assert not reading.answers
    assert [(one.key, one.why) for one in reading.doubts] == [("has_crm", "disagrees")]


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("no, todavía no", False),
        ("no, but we will", False),
        ("no, pero no lo descartamos", False),
        ("sí, uno, pero ya es viejo", True),
        ("yes, and it is not cheap", True),
    ],
)
def test_what_is_added_to_an_answer_leaves_it_as_it_is(text: str, yes: bool) -> None:
    (answer,) = read_plainly(make_page(text, asked="has_crm")).answers
    assert isinstance(answer.value, YesNo)
    assert answer.value.yes is yes


def test_who_would_rather_not_say_has_not_said_no() -> None:
    reading = read_plainly(make_page("I'd rather not say", asked="has_crm", language="en"))
    assert not reading.answers
    assert [(one.key, one.reason) for one in reading.declines] == [("has_crm", "refused")]
