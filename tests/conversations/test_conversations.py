"""The conversation tests that admins could have written, each played as a test of its own."""

import re
from functools import cache
from pathlib import Path

import pytest

from agent.rehearsal.conversation_files import read_tests, scripted_rig
from agent.rehearsal.conversation_tests import (
    ConversationTest,
    Expectation,
    ExpectedAnswer,
    Scene,
    play,
)
from qualification.script import Script
from qualification.scriptfile import parse_script
from tests.conversations.patterns import all_tests

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "prompts" / "scripts"


@cache
def _script(name: str) -> Script:
    return parse_script((SCRIPTS / f"{name}.yaml").read_text(encoding="utf-8"), name)


@pytest.mark.parametrize(
    ("script", "test"),
    [pytest.param(one.script, one.test, id=f"{one.file}: {one.test.name}") for one in all_tests()],
)
async def test_the_conversation_goes_as_written(script: str, test: ConversationTest) -> None:
    played = await play(_script(script), test, scripted_rig)
    assert not played.failures, f"\n{played}"


DOCUMENT = (HERE.parents[1] / "docs" / "scripts.md").read_text(encoding="utf-8")
CHAPTER = DOCUMENT[DOCUMENT.index("## Conversation tests") :]


async def test_the_example_of_the_documentation_plays() -> None:
    example = re.search(r"```yaml conversations\n(.*?)```", CHAPTER, re.DOTALL)
    assert example is not None
    tests = read_tests(example[1], "docs/scripts.md")
    for test in tests.conversations:
        played = await play(_script(tests.script), test, scripted_rig)
        assert not played.failures, f"\n{played}"


def test_the_documentation_names_all_that_can_happen_and_be_expected() -> None:
    for name in (*Scene.model_fields, *Expectation.model_fields, *ExpectedAnswer.model_fields):
        assert f"`{name}`" in CHAPTER or f"`{name}:" in CHAPTER, name
