"""console.setup.configured: what is set is shown, secrets never."""

import pytest
from pydantic import SecretStr

from console.settings import Settings
from console.setup.configured import Group, Setting, groups
from console.setup_desk import EXPLAINED

TEXT = """# Where it listens.
HOST=127.0.0.1
PORT=8000

# The model.
OPENAI_API_KEY=
# Which one.
OPENAI_MODEL=gpt

# Only words.
"""


def made(**values: object) -> Settings:
    """Settings of nobody's environment."""
    return Settings(_env_file=None, **values)  # type: ignore[arg-type]


def test_groups_are_those_of_the_file_with_their_words() -> None:
    host, model = groups(TEXT, made(port=9000))
    assert host == Group(
        "Where it listens.",
        (
            Setting("HOST", "", "127.0.0.1", secret=False, given=False),
            Setting("PORT", "", "9000", secret=False, given=True),
        ),
    )
    assert [one.about for one in model.settings] == ["", "Which one."]
    assert (host.given, model.given) == (1, 0)


@pytest.mark.parametrize(("key", "given"), [("", False), ("sk-hidden", True)])
def test_a_secret_is_set_or_not(key: str, given: bool) -> None:
    _, model = groups(TEXT, made(openai_api_key=SecretStr(key)))
    assert model.settings[0] == Setting("OPENAI_API_KEY", "", "", secret=True, given=given)


def test_a_database_is_named_without_its_password() -> None:
    url = "postgresql://banter:hidden@db/banter"
    found = groups(EXPLAINED.read_text(encoding="utf-8"), made(database_url=url))
    shown = {one.name: one for group in found for one in group.settings}
    assert shown["DATABASE_URL"].value == "postgresql://banter:***@db/banter"
    assert "hidden" not in repr(found)


def test_every_setting_has_its_place() -> None:
    found = groups(EXPLAINED.read_text(encoding="utf-8"), made())
    assert {one.name.lower() for group in found for one in group.settings} == set(
        Settings.model_fields
    )
