"""Every conversation pattern is shown in every language, and every name under `covers` is one."""

from pathlib import Path

import pytest

from qualification.values import LANGUAGES, Language
from tests.conversations.patterns import NAMES, NOT_BUILT, PATTERNS, all_tests, coverage, unknown

FEWEST = 80


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_pattern_is_shown_in_every_language(name: str, language: Language) -> None:
    assert coverage()[name, language].all > 0


def test_every_name_covered_is_a_pattern() -> None:
    assert unknown() == {}


def test_there_are_enough_conversations_and_each_has_a_name_of_its_own() -> None:
    names = [(shown.file, shown.test.name) for shown in all_tests()]
    assert len(names) >= FEWEST
    assert len(set(names)) == len(names)


def test_every_conversation_shows_something() -> None:
    assert [shown.test.name for shown in all_tests() if not shown.test.covers] == []


def test_a_pattern_has_one_theme_and_what_is_not_built_is_no_pattern_yet() -> None:
    assert sum(map(len, PATTERNS.values())) == len(NAMES)
    assert not NAMES & NOT_BUILT.keys()


def test_a_name_that_is_no_pattern_and_a_pattern_that_lacks_a_language_are_found(
    tmp_path: Path,
) -> None:
    test = "- {name: one, language: es, covers: [bursts, brusts], turns: [{say: hola}]}"
    (tmp_path / "own.yaml").write_text(f"script: crm\nconversations:\n  {test}\n", encoding="utf-8")
    assert unknown(tmp_path) == {"brusts": "own: one"}
    assert coverage(tmp_path)["bursts", "es"].plain == 1
    assert coverage(tmp_path)["bursts", "en"].all == 0
