"""The filter is measured on long lists: what it has to find, and what it has to leave alone."""

import pytest

from qualification.brief.private import is_private, private_in
from qualification.brief.private_words.table import Category
from qualification.values import LANGUAGES, Language
from tests.qualification.brief.private_near import NEAR
from tests.qualification.brief.private_told import TOLD


def sentences(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.split(" / ")]


@pytest.mark.parametrize(
    ("language", "category"), [(language, one) for language in TOLD for one in TOLD[language]]
)
def test_what_is_told_of_a_person_is_found(language: Language, category: Category) -> None:
    missed = [one for one in sentences(TOLD[language][category]) if category not in private_in(one)]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_business_is_left_alone(language: Language) -> None:
    caught = {one: private_in(one) for one in sentences(NEAR[language]) if private_in(one)}
    assert caught == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_long_enough_to_measure_by(language: Language) -> None:
    assert sum(len(sentences(one)) for one in TOLD[language].values()) >= 150
    assert len(sentences(NEAR[language])) >= 150


@pytest.mark.parametrize(
    "sentence",
    [
        "Is 63 years old.",
        "In her sixties and not in a hurry.",
        "Recently married.",
        "Retired and has time.",
        "Tiene prisa porque se casa en junio.",
        "Jubilado, con tiempo.",
        "Persona mayor, háblele despacio.",
        "De 63 años.",
    ],
)
def test_an_age_or_a_marriage_never_describes_anybody(sentence: str) -> None:
    assert is_private(sentence, strict=True)


@pytest.mark.parametrize(
    "answer",
    [
        "I'm 63",
        "we're getting married in June and need a venue",
        "our wedding is on 3 May",
        "tengo 40 años",
        "nos casamos en junio y buscamos finca",
        "la boda es el 3 de mayo",
    ],
)
def test_but_an_answer_may_have_to_say_it(answer: str) -> None:
    assert not is_private(answer)


@pytest.mark.parametrize(
    "sentence",
    [
        "The company is 63 years old.",
        "They have 20 years of experience.",
        "Tienen 20 años de experiencia.",
        "La empresa tiene 63 años.",
    ],
)
def test_the_age_of_a_business_is_nobodys(sentence: str) -> None:
    assert not is_private(sentence, strict=True)
