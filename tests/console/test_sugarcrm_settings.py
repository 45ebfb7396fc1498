"""What can be set of SugarCRM, and what is said of what cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from console.sugarcrm_settings import SugarCrmSettings

GIVEN = {"url": "https://acme.sugarondemand.com/", "username": "banter", "password": "secret"}


def settings(**values: Any) -> SugarCrmSettings:
    return SugarCrmSettings(**{f"sugarcrm_{name}": value for name, value in values.items()})


def test_an_instance_is_configured_by_its_address_and_a_user() -> None:
    assert settings().sugarcrm() is None
    made = settings(**GIVEN, key="banter_id_c", fields="score=score_c").sugarcrm()
    assert made is not None
    assert (made.url, made.key) == ("https://acme.sugarondemand.com", "banter_id_c")
    assert made.extra == {"score": "score_c"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"url": "http://acme.example"}, "https://"),
        ({"url": "https://acme.example"}, "SUGARCRM_PASSWORD"),
        ({**GIVEN, "sales_stage": "New"}, "SUGARCRM_RECORDS=contact"),
        ({**GIVEN, "fields": "score"}, "ours=theirs"),
        ({"key": "email"}, "sugarcrm_key"),
    ],
)
def test_what_cannot_work_is_told(values: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        settings(**values)
