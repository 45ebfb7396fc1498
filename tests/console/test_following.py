"""Which CRMs are asked what became of leads, and what their statuses mean."""

import httpx
import pytest
from pydantic import ValidationError

from console.following import tellers
from console.following_settings import statuses
from console.places import Places, systems
from console.settings import Settings
from delivery.connection import Connection
from tests.fakes.clock import FakeClock
from tests.fakes.grants import FakeGrants


def settings(**more: str) -> Settings:
    """Those of a process with all CRMs."""
    known = {
        "hubspot_token": "t",
        "salesforce_instance": "https://acme.my.salesforce.com",
        "salesforce_client_id": "c",
        "salesforce_client_secret": "s",
        "zoho_client_id": "c",
        "zoho_client_secret": "s",
        "zoho_refresh_token": "r",
        "sugarcrm_url": "https://acme.sugarondemand.com",
        "sugarcrm_username": "banter",
        "sugarcrm_password": "s",
    }
    return Settings(_env_file=None, **{**known, **more})  # type: ignore[arg-type]


async def names(of: Settings) -> list[str]:
    """Who is asked."""
    async with httpx.AsyncClient() as client:
        grants, clock = FakeGrants(), FakeClock()
        all_of_them = [Connection(one, client, grants, clock) for one in systems(of)]
        return [one.name for one in tellers(Places((), tuple(all_of_them)), of)]


async def test_the_crms_that_get_leads_are_asked() -> None:
    assert await names(settings()) == ["hubspot", "salesforce", "zoho", "sugarcrm"]
    assert await names(settings(hubspot_token="")) == ["salesforce", "zoho", "sugarcrm"]


async def test_nobody_is_asked_where_that_is_turned_off() -> None:
    assert await names(settings(follow="0")) == []


def test_their_own_words_replace_what_is_usual() -> None:
    assert statuses("X", "En curso=accepted, Basura=rejected", {"A": "accepted"}) == {
        "En curso": "accepted",
        "Basura": "rejected",
    }
    assert statuses("X", "", {"A": "accepted"}) == {"A": "accepted"}


@pytest.mark.parametrize(
    "name", ["hubspot_statuses", "salesforce_statuses", "zoho_statuses", "sugarcrm_statuses"]
)
@pytest.mark.parametrize("written", ["NEW", "NEW=won", "=accepted"])
def test_a_status_that_means_nothing_is_refused_by_name(name: str, written: str) -> None:
    with pytest.raises(ValidationError, match=name.upper()):
        settings(**{name: written})


def test_a_currency_is_three_letters() -> None:
    with pytest.raises(ValidationError):
        settings(follow_currency="euros")
