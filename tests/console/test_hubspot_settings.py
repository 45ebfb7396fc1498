"""HUBSPOT_*: what is set gives a system, and what cannot work is said at the start."""

from typing import Any

import pytest
from pydantic import ValidationError

from console.hubspot_settings import HubSpotSettings
from delivery.hubspot import HubSpot
from delivery.signing_in import OAuth, StaticToken


def settings(**given: Any) -> HubSpotSettings:
    """Of these alone."""
    return HubSpotSettings(**given)


def test_without_credentials_there_is_no_hubspot() -> None:
    assert settings().hubspot() is None


def test_a_private_app_has_a_token() -> None:
    found = settings(hubspot_token="pat", hubspot_properties="score=banter_score, tier=t").hubspot()
    assert found == HubSpot(StaticToken("pat"), extra={"score": "banter_score", "tier": "t"})


def test_an_app_signs_in() -> None:
    found = settings(
        hubspot_client_id="i", hubspot_client_secret="s", hubspot_refresh_token="r"
    ).hubspot()
    assert found is not None
    assert found.sign_in == OAuth(
        "https://api.hubapi.com/oauth/v1/token", "i", "s", refresh_token="r"
    )


def test_web_hooks_are_signed_with_the_secret_of_the_app_that_calls() -> None:
    oauth = {"hubspot_client_id": "i", "hubspot_client_secret": "s", "hubspot_refresh_token": "r"}
    assert settings().hubspot_signing_secret() == ""
    assert settings(**oauth).hubspot_signing_secret() == "s"
    assert settings(**oauth, hubspot_webhook_secret="w").hubspot_signing_secret() == "w"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"hubspot_client_id": "i"}, "HUBSPOT_REFRESH_TOKEN"),
        ({"hubspot_pipeline": "default"}, "HUBSPOT_DEAL_STAGE"),
        ({"hubspot_stage": "hot"}, "HUBSPOT_STAGE is one of subscriber"),
        ({"hubspot_properties": "score"}, "HUBSPOT_PROPERTIES is written ours=theirs"),
    ],
)
def test_what_cannot_work_is_said(given: dict[str, str], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        settings(**given)
