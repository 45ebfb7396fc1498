"""What the carrier answers by itself is not answered by us."""

import pytest

from agent.carrier_words import carrier_says


@pytest.mark.parametrize(
    "word",
    [
        "STOP",
        "stop",
        " Stop! ",
        "StopAll",
        "UNSUBSCRIBE",
        "cancel.",
        "end",
        "Quit",
        "revoke",
        "OptOut",
        "stóp",
    ],
)
def test_its_stop_words_stop(word: str) -> None:
    assert carrier_says("sms", word) == "stop"


@pytest.mark.parametrize("word", ["START", "unstop", "Yes"])
def test_its_start_words_start(word: str) -> None:
    assert carrier_says("sms", word) == "start"


@pytest.mark.parametrize("word", ["HELP", "info?"])
def test_its_help_words_help(word: str) -> None:
    assert carrier_says("sms", word) == "help"


@pytest.mark.parametrize(
    "text", ["", "can you stop by tomorrow?", "BAJA", "yes, please", "the end", "please stop"]
)
def test_anything_else_is_for_us(text: str) -> None:
    assert carrier_says("sms", text) is None


def test_on_whatsapp_no_word_is_taken() -> None:
    assert carrier_says("whatsapp", "STOP") is None
