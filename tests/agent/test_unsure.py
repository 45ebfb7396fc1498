"""Words that may be a stop: nothing is stopped, and the word that stops is told."""

import pytest

from agent.cues.unsure import may_ask_for_silence


@pytest.mark.parametrize(
    "text",
    [
        "what must one do to no longer hear from you people",
        "enough with the texting already mate",
        "estoy hasta las narices y cansada de tanta llamada",
        "ni un mensaje más quiero ver",
    ],
)
def test_an_ending_beside_a_word_of_writing_may_be_a_stop(text: str) -> None:
    assert may_ask_for_silence(text)


@pytest.mark.parametrize("text", ["we want to sell more", "queremos dejar el Excel", "ok", ""])
def test_one_of_both_alone_is_none(text: str) -> None:
    assert not may_ask_for_silence(text)


def test_two_sentences_that_hold_one_each_are_none() -> None:
    assert not may_ask_for_silence("No quiero esperar. Mi correo es ana@x.es")
