"""On the telephone nobody is told to write."""

import re

import pytest

from agent.speech import SayText, word
from qualification.telephone_wording import CALLED
from qualification.values import LANGUAGES, Language
from qualification.wording import EVERYWHERE, GAPS, STOCK, TEXT_IDS, TextId
from tests.agent.scripts import crm

WRITES = re.compile(r"escrí|escrib|por aquí|\bwrite|writing|\btext\b|\bhere as\b", re.IGNORECASE)
NEVER_CALLED: frozenset[TextId] = frozenset(
    {"reach_person", "reach_person_by_text", "nudge", "take_up_again"}
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", sorted(set(TEXT_IDS) - NEVER_CALLED))
def test_no_sentence_for_a_caller_speaks_of_writing(text: TextId, language: Language) -> None:
    gaps = dict.fromkeys(GAPS.get(text, ()), "x")
    for turn in range(4):
        assert not WRITES.search(word(crm(), language, SayText(text, gaps), turn, "voice"))


@pytest.mark.parametrize("text", CALLED)
def test_the_sentences_for_callers_fill_the_same_gaps(text: TextId) -> None:
    for language in LANGUAGES:
        for wording in CALLED[text][language]:
            gaps = set(re.findall(r"\{(\w+)\}", wording))
            assert gaps <= EVERYWHERE | GAPS.get(text, frozenset())
            assert wording not in STOCK[text][language]


def test_a_script_s_own_sentence_goes_before_both() -> None:
    script = crm(texts={"farewell": {"es": "Adiós.", "en": "Bye."}})
    assert word(script, "es", SayText("farewell"), 0, "voice") == "Adiós."
    assert word(crm(), "es", SayText("farewell"), 0, "voice") == "Que tenga un buen día."
