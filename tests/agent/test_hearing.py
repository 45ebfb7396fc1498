"""A message that was cut short is remembered as it was heard."""

from dataclasses import replace

import pytest

from agent.dialogue import Dialogue
from agent.hearing import as_heard, without_unheard_question
from agent.messages import Message
from tests.agent.readings import NOON

OURS = Message("m1", 3, "agent", "I see, thank you. What budget have you set aside?", NOON)
THEIRS = Message("m2", 4, "prospect", "five thousand", NOON)
ASKED = Dialogue("en", asked="budget", tries={"budget": 1, "need": 1})


def test_what_nobody_heard_was_not_said() -> None:
    cut = replace(OURS, heard="I see")
    unheard = replace(OURS, id="m0", heard="")
    assert [one.text for one in as_heard([unheard, cut, THEIRS])] == ["I see—", "five thousand"]


@pytest.mark.parametrize("heard", ["", "I see", "I see, thank you."])
def test_a_question_that_nobody_heard_was_not_put(heard: str) -> None:
    before = [THEIRS, replace(OURS, heard=heard)]
    dialogue = without_unheard_question(ASKED, before)
    assert (dialogue.asked, dialogue.tries) == (None, {"budget": 0, "need": 1})


@pytest.mark.parametrize("heard", [None, "I see, thank you. What", "I see, thank you. What budget"])
def test_a_question_that_was_begun_may_be_answered(heard: str | None) -> None:
    assert without_unheard_question(ASKED, [replace(OURS, heard=heard)]) == ASKED


def test_only_our_own_last_words_count() -> None:
    cut = replace(OURS, heard="")
    assert without_unheard_question(ASKED, []) == ASKED
    assert without_unheard_question(ASKED, [cut, THEIRS]) == ASKED
    nothing_pending = replace(ASKED, asked=None)
    assert without_unheard_question(nothing_pending, [cut]) == nothing_pending
    no_question = replace(OURS, text="I see.", heard="")
    assert without_unheard_question(ASKED, [no_question]) == ASKED
