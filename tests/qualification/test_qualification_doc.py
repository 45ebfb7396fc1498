"""docs/qualification.md tells the truth: every number has a line, every test named is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "qualification.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:tests|prompts)/[^`]+)`", PAGE)))


def test_every_number_has_its_line() -> None:
    told: list[int] = []
    for first, last in re.findall(r"^\| S(\d+)(?:–S(\d+))? \|", PAGE, re.MULTILINE):
        told += range(int(first), int(last or first) + 1)
    assert told == list(range(1, 67))


@pytest.mark.parametrize("named", NAMED)
def test_what_the_page_names_is_there(named: str) -> None:
    file, _, function = named.partition("::")
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not function or f"def {function}(" in text
