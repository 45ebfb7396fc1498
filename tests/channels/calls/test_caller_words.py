"""What a caller says is put together once, whatever happens to its frames."""

from functools import partial

from channels.calls.caller_words import CallerWords
from channels.calls.relay_frames import Prompt

prompt = partial(Prompt, type="prompt")


def test_nothing_is_known_before_the_end() -> None:
    words = CallerWords()
    assert words.hear(prompt(voice_prompt="we lose", last=False), 1.0) is None
    assert words.hear(prompt(voice_prompt="we lose customers"), 1.2) == "we lose customers"
    assert words.unfinished() == ""


def test_the_same_end_twice_is_one_and_said_again_later_it_is_another() -> None:
    words = CallerWords()
    assert words.hear(prompt(voice_prompt="yes"), 1.0) == "yes"
    assert words.hear(prompt(voice_prompt="yes"), 1.1) is None
    assert words.hear(prompt(voice_prompt="yes"), 3.0) == "yes"


def test_a_part_that_its_end_has_overtaken_begins_nothing() -> None:
    words = CallerWords()
    words.hear(prompt(voice_prompt="within two months"), 1.0)
    words.hear(prompt(voice_prompt="within two", last=False), 1.1)
    assert words.unfinished() == ""
    words.hear(prompt(voice_prompt="within", last=False), 3.0)
    assert words.unfinished() == "within"


def test_an_end_that_comes_after_all_is_known() -> None:
    words = CallerWords()
    words.hear(prompt(voice_prompt="five thousand", last=False), 1.0)
    assert words.unfinished() == "five thousand"
    assert words.unfinished() == ""
    assert words.hear(prompt(voice_prompt="five thousand"), 9.0) is None
    assert words.hear(prompt(voice_prompt="five thousand"), 20.0) == "five thousand"
