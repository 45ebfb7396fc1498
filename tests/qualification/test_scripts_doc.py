"""docs/scripts.md tells the truth: its examples are scripts, its lists are complete."""

import re
from pathlib import Path

import pytest

from qualification.frameworks import PRESETS, preset_criteria
from qualification.script import Question, Script
from qualification.scriptfile import ScriptError, parse_script, warnings
from qualification.signals import LASTING
from qualification.wording import TEXT_IDS

DOC = (Path(__file__).parents[2] / "docs" / "scripts.md").read_text(encoding="utf-8")
FORMAT = DOC.split("\n## Conversation tests")[0]
EXAMPLE, *FRAGMENTS = re.findall(r"```yaml\n(.*?)```", FORMAT, re.DOTALL)


def parts(text: str) -> dict[str, str]:
    """The top-level parts of a script's text by their keys."""
    found = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)
    return {part.split(":")[0]: part for part in found if part.strip()}


def test_the_example_is_a_script_without_warnings() -> None:
    script = parse_script(EXAMPLE, "gym.yaml")
    assert [one.key for one in script.criteria] == ["goal", "budget", "start"]
    assert warnings(script, EXAMPLE) == ()


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_every_fragment_fits_into_the_example(fragment: str) -> None:
    script = parse_script("".join((parts(EXAMPLE) | parts(fragment)).values()))
    for key in parts(fragment):
        assert key in script.model_fields_set


def test_the_mistakes_are_shown_as_the_page_says() -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", FORMAT, re.DOTALL)
    text = EXAMPLE.replace("title:", "titel:").replace("min: 35", "min: 35 euros")
    text = text.replace("all_of: [goal]", "all_of: [gaol]")
    with pytest.raises(ScriptError) as caught:
        parse_script(text, "gym.yaml")
    assert str(caught.value) == shown.strip()


@pytest.mark.parametrize("key", [*Script.model_fields, *Question.model_fields])
def test_every_key_is_explained(key: str) -> None:
    assert re.search(rf"^\| .*`{key}`", FORMAT, re.MULTILINE)


@pytest.mark.parametrize("name", [*TEXT_IDS, *sorted(LASTING)])
def test_every_text_and_signal_is_listed(name: str) -> None:
    assert f"`{name}`" in FORMAT


def test_every_question_of_a_framework_is_listed_with_its_kind() -> None:
    for framework in PRESETS:
        for key, criterion in preset_criteria(framework).items():
            assert f"| `{key}` | {criterion['kind']} |" in FORMAT
