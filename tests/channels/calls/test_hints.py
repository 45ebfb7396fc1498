"""What the ear is told to expect: names and rare words, never a pronoun."""

import pytest

from channels.calls.hints import MOST, hints
from qualification.values import Language
from tests.builders import SAMPLES, sample


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", ["es", "en"])
def test_names_come_first_and_common_words_not_at_all(name: str, language: Language) -> None:
    script = sample(name)
    found = hints(script, language).split(", ")
    assert found[:2] == [script.persona.company, script.persona.name]
    assert script.title in found[:3]
    assert len(found) <= MOST + 3
    assert len({one.casefold() for one in found}) == len(found)
    common = {"yo", "me", "i", "soy", "somos", "i do", "it's me", "nosotros", "myself", "together"}
    assert not common.intersection(one.casefold() for one in found)


def test_what_is_sold_and_the_rare_words_of_options_are_expected() -> None:
    assert "gerente" in hints(sample("crm-suite"), "es")
    assert "shopify" in hints(sample("crm-suite"), "es")
    assert "kitchen" in hints(sample("reformas"), "en")
