"""Who decides is told in many words: who signs, who does the research, what body has the say."""

import pytest

from agent.plain.plain_reader import read_plainly
from qualification.values import Choice, Language
from tests.agent.pages import make_page
from tests.builders import sample

SCRIPT = sample("crm-suite")


@pytest.mark.parametrize(
    ("text", "language", "option"),
    [
        ("la que firma soy yo", "es", "decides"),
        ("el que firma soy yo", "es", "decides"),
        ("firmamos los dos", "es", "influences"),
        ("la junta", "es", "neither"),
        ("both of us sign", "en", "influences"),
        ("we both decide", "en", "influences"),
        ("he does, I just do the research", "en", "neither"),
    ],
)
def test_whoever_signs_decides(text: str, language: Language, option: str) -> None:
    page = make_page(text, asked="authority", language=language, script=SCRIPT)
    values = [one.value for one in read_plainly(page).answers if one.key == "authority"]
    assert [one.option for one in values if isinstance(one, Choice)] == [option]
