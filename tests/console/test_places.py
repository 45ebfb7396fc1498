"""Where leads are delivered to follows from the settings."""

from typing import Any, cast

import httpx
import pytest
from pydantic import ValidationError

from console.places import Places, places
from console.settings import Settings
from tests.console.test_smtp_settings import GIVEN
from tests.fakes.clock import FakeClock
from tests.fakes.grants import FakeGrants
from tests.fakes.ledger import FakeLedger
from tests.fakes.links import FakeLinks

SMTP = {f"smtp_{name}": value for name, value in GIVEN.items()}
TWILIO = {
    "twilio_account_sid": f"AC{1:032}",
    "twilio_auth_token": "t",
    "public_base_url": "https://banter.example",
}


def made(**values: Any) -> Places:
    settings = Settings(_env_file=None, **values)
    nobody = cast(Any, None)  # no text is told of while places are made
    return places(
        settings, httpx.AsyncClient(), FakeLedger(), FakeGrants(), FakeClock(), FakeLinks(), nobody
    )


def names(**values: Any) -> tuple[str, ...]:
    return made(**values).systems


def test_without_settings_nothing_is_delivered_anywhere() -> None:
    assert names() == ()


def test_salespeople_are_told_by_the_ways_that_are_set() -> None:
    assert names(**SMTP) == ("email",)
    assert names(slack_token="xoxb-1", slack_channel="C1") == ("slack",)
    assert names(**SMTP, **TWILIO, twilio_from="+34900000000", sms_alerts=True) == ("email", "sms")


def test_texts_need_somebody_to_send_them() -> None:
    with pytest.raises(ValidationError, match="SMS_ALERTS is set"):
        names(**TWILIO, sms_alerts=True)


def test_ten_processes_are_no_faster_to_a_system_than_it_may_be_asked() -> None:
    """SugarCRM's cloud blocks who asks more than twenty times a second."""
    found = made(
        **SMTP,
        sugarcrm_url="https://acme.sugarondemand.com",
        sugarcrm_username="banter",
        sugarcrm_password="s",
        slack_token="xoxb-1",
        slack_channel="C1",
    )
    assert {one.name: one.at_once for one in found.lanes} == {
        "sugarcrm": 2,
        "slack": 1,
        "email": None,
    }
    for one in found.connections:
        lane = next(lane for lane in found.lanes if lane.name == one.system.name)
        assert lane.at_once == one.system.pace.at_once
