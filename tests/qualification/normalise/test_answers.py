"""Yes, no and neither."""

import pytest

from qualification.normalise import read_yes_no
from qualification.values import YesNo


@pytest.mark.parametrize(
    "text",
    ["sí", "Si, claro", "por supuesto", "vale", "ok", "yep", "Well, yes", "no problem", "why not",
     "👍", "Sure thing!", "bueno", "pues sí", "hola, sí"],
)  # fmt: skip
def test_a_yes(text: str) -> None:
    answer = read_yes_no(text, "es")
    assert answer is not None
    assert answer.yes


@pytest.mark.parametrize(
    "text",
    ["no", "qué va", "Nope", "not yet", "bueno, no", "claro que no", "pues la verdad que no",
     "todavía no", "we don't", "no tenemos presupuesto", "👎"],
)  # fmt: skip
def test_a_no(text: str) -> None:
    answer = read_yes_no(text, "en")
    assert answer is not None
    assert not answer.yes


@pytest.mark.parametrize(
    "text",
    ["no sé", "I don't know", "depende", "5000", "la empresa es grande", "", "hola", "pues " * 9],
)
def test_neither(text: str) -> None:
    assert read_yes_no(text, "es") is None


def test_the_span_quotes_the_answer() -> None:
    answer = read_yes_no("Bueno, ¡qué va!", "es")
    assert answer is not None
    assert answer.span == (8, 14)


def test_a_yes_may_come_after_five_words() -> None:
    assert read_yes_no("pues la verdad es que sí", "es") == YesNo(True)
    assert read_yes_no("pues la verdad es que no", "es") == YesNo(False)
