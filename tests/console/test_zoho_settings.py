"""What can be set of Zoho CRM, and what is said of what cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from console.zoho_settings import ZohoSettings

GIVEN = {"client_id": "id", "client_secret": "s", "refresh_token": "r"}


def settings(**values: Any) -> ZohoSettings:
    return ZohoSettings(**{f"zoho_{name}": value for name, value in values.items()})


def test_an_account_is_configured_by_its_three_secrets() -> None:
    assert settings().zoho() is None
    made = settings(**GIVEN, region="eu", fields="score=Score").zoho()
    assert made is not None
    assert made.extra == {"score": "Score"}
    assert made.sign_in.url == "https://accounts.zoho.eu/oauth/v2/token"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"client_id": "id"}, "all three"),
        ({**GIVEN, "deal_stage": "New"}, "ZOHO_RECORDS=contact"),
        ({**GIVEN, "fields": "score"}, "ours=theirs"),
        ({"region": "mars"}, "zoho_region"),
    ],
)
def test_what_cannot_work_is_told(values: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        settings(**values)
