"""console.teams.wishes: a rule in short."""

import pytest

from console.teams.wishes import wishes
from qualification.routing.plan import Rule


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({}, ()),
        ({"script": ["a", "b"]}, ("script: a, b",)),
        ({"country": "US", "size": {"at_least": 200}}, ("country: US", "size: ≥ 200")),
        (
            {"answers": {"authority": {"any_of": ["decides"]}, "users": {"at_most": 20}}},
            ("answers.authority: decides", "answers.users: ≤ 20"),
        ),
    ],
)
def test_each_line_is_said_as_it_is_written(when: dict[str, object], said: tuple[str, ...]) -> None:
    rule = Rule.model_validate({"name": "r", "when": when, "to": {"queue": "q"}})
    assert wishes(rule) == said
