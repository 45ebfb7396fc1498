"""The stock sentences are complete."""

import re

import pytest

from qualification.values import LANGUAGES
from qualification.wording import EVERYWHERE, GAPS, STOCK, TEXT_IDS, TextId


@pytest.mark.parametrize("text", TEXT_IDS)
def test_every_stock_sentence_is_there_in_every_language_with_known_gaps(text: TextId) -> None:
    assert set(STOCK[text]) == set(LANGUAGES)
    for sentence in (one for variants in STOCK[text].values() for one in variants):
        gaps = set(re.findall(r"\{(.*?)\}", sentence))
        assert gaps <= EVERYWHERE | GAPS.get(text, frozenset())


def test_what_is_quoted_back_is_quoted_in_every_language() -> None:
    for text, gaps in GAPS.items():
        for variants in STOCK[text].values():
            assert all("{" + gap + "}" in one for one in variants for gap in gaps)
