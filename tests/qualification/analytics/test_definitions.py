"""The figures of a report are explained, each once and in whole sentences."""

from qualification.analytics.definitions import DEFINITIONS


def test_each_figure_has_a_meaning_of_its_own() -> None:
    assert len(set(DEFINITIONS.values())) == len(DEFINITIONS)


def test_a_meaning_is_a_sentence() -> None:
    for name, meaning in DEFINITIONS.items():
        assert meaning.endswith("."), name
        assert meaning[0].isupper() or meaning[0].isdigit(), name
