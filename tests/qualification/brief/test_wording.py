"""The words of a brief are whole in both languages."""

from string import Formatter
from typing import get_args

import pytest

from qualification.brief.manners import MANNERS
from qualification.brief.style import Measured
from qualification.brief.wording import WORDS, counted, knows, named, quoted, say
from qualification.values import LANGUAGES, Language

KINDS = (*MANNERS, *get_args(Measured), "spanish", "english", "both_languages")


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_each_word_is_in_both_languages_with_the_same_gaps() -> None:
    spanish, english = WORDS["es"], WORDS["en"]
    assert list(spanish) == list(english)
    for word in spanish:
        assert gaps(spanish[word]) == gaps(english[word]), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trait_has_a_claim_and_an_advice(language: Language) -> None:
    assert all(knows(language, f"{part}.{kind}") for part in ("claim", "advice") for kind in KINDS)


def test_one_is_counted_otherwise_than_two() -> None:
    assert counted("es", "points", 1) == "1 punto"
    assert counted("en", "messages", 2) == "2 messages"
    assert counted("en", "messages", 0) == "0 messages"


def test_a_key_that_we_have_no_name_for_is_made_legible() -> None:
    assert named("es", "criterion", "company_size") == "Tamaño de la empresa"
    assert named("es", "criterion", "square_metres") == "Square metres"


def test_quotes_have_the_marks_of_the_sellers_language() -> None:
    assert quoted("es", "ya") == "«ya»"
    assert quoted("en", "ya") == "“ya”"
    assert say("en", "asked_us", quote=quoted("en", "¿y?")) == "They asked: “¿y?”"
