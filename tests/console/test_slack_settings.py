"""What can be set of Slack, and what is said of what cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from console.slack_settings import SlackSettings
from tests.fakes.links import FakeLinks


def settings(**values: Any) -> SlackSettings:
    return SlackSettings(**{f"slack_{name}": value for name, value in values.items()})


def test_a_channel_is_configured_by_a_token_and_its_id() -> None:
    assert settings().slack(FakeLinks()) is None
    made = settings(token="xoxb-1", channel="C123").slack(FakeLinks())
    assert made is not None
    assert not made.interactive
    assert "xoxb" not in repr(made)
    with_buttons = settings(token="xoxb-1", channel="C123", signing_secret="s").slack(FakeLinks())
    assert with_buttons is not None
    assert with_buttons.interactive


def test_a_bot_can_ask_why_a_lead_is_none() -> None:
    assert settings().slack_forms() is None
    forms = settings(token="xoxb-1", channel="C123").slack_forms()
    assert forms is not None
    assert (forms.token, forms.base_url) == ("xoxb-1", "https://slack.com/api")
    assert "xoxb" not in repr(forms)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"token": "xoxb-1"}, "SLACK_CHANNEL"),
        ({"token": "xoxb-1", "channel": "#leads"}, "slack_channel"),
    ],
)
def test_what_cannot_work_is_told(values: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        settings(**values)
