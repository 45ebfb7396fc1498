"""What can be set of the systems for nurture and counting, and what is said of what cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from agent.outbox import SALES
from console.constant_contact_settings import ConstantContactSettings
from console.ga4_settings import Ga4Settings
from console.mailchimp_settings import MailchimpSettings

LIST = "d13d60d0-f256-11e8-b47d-fa163e56c9b0"
CONSTANT = {
    "constant_contact_client_id": "id",
    "constant_contact_client_secret": "s",
    "constant_contact_refresh_token": "r",
    "constant_contact_lists": f"{LIST}, {LIST}",
}
CHIMP = {"mailchimp_api_key": "0123-us6", "mailchimp_audience": "a1"}
GA4 = {"ga4_measurement_id": "G-ABC123", "ga4_api_secret": "s"}


def test_an_audience_is_configured_by_its_key_and_its_id() -> None:
    assert MailchimpSettings().mailchimp() is None
    made = MailchimpSettings(
        **CHIMP,  # type: ignore[arg-type]
        mailchimp_tags="chat, no fit,",
        mailchimp_merge_fields="tier=TIER",
    ).mailchimp()
    assert made is not None
    assert made.tags == ("chat", "no fit")
    assert made.extra == {"tier": "TIER"}
    assert made.wants == {"lead.nurture", "lead.withdrawn"}
    assert made.double_opt_in


def test_lists_are_configured_by_an_application_and_their_ids() -> None:
    assert ConstantContactSettings().constant_contact() is None
    made = ConstantContactSettings(**CONSTANT).constant_contact()  # type: ignore[arg-type]
    assert made is not None
    assert made.lists == (LIST, LIST)
    assert made.wants == {"lead.nurture", "lead.withdrawn"}
    assert made.sign_in.url.startswith("https://authz.")  # type: ignore[union-attr]


def test_a_property_is_in_europe_unless_they_say_otherwise() -> None:
    assert Ga4Settings().google_analytics() is None
    made = Ga4Settings(**GA4).google_analytics()  # type: ignore[arg-type]
    assert made is not None
    assert made.base_url == "https://region1.google-analytics.com"
    assert made.wants == {*SALES, "lead.nurture", "lead.outcome"}
    assert made.reasons == ()


def test_the_reasons_that_may_be_told_are_listed() -> None:
    made = Ga4Settings(**GA4, ga4_reasons="price, too late").google_analytics()  # type: ignore[arg-type]
    assert made is not None
    assert made.reasons == ("price", "too late")


@pytest.mark.parametrize(
    ("group", "values", "said"),
    [
        (MailchimpSettings, {"mailchimp_api_key": "0123-us6"}, "set both"),
        (MailchimpSettings, {**CHIMP, "mailchimp_api_key": "0123"}, "data centre"),
        (MailchimpSettings, {**CHIMP, "mailchimp_merge_fields": "tier"}, "ours=theirs"),
        (ConstantContactSettings, {"constant_contact_client_id": "id"}, "all four"),
        (ConstantContactSettings, {**CONSTANT, "constant_contact_lists": "news"}, "ids of at most"),
        (
            ConstantContactSettings,
            {**CONSTANT, "constant_contact_lists": ",".join([LIST] * 51)},
            "ids of at most",
        ),
        (Ga4Settings, {"ga4_measurement_id": "G-ABC123"}, "set both"),
        (Ga4Settings, {**GA4, "ga4_measurement_id": "UA-1"}, "ga4_measurement_id"),
        (Ga4Settings, {**GA4, "ga4_lead_value": 5}, "GA4_CURRENCY"),
        (Ga4Settings, {**GA4, "ga4_reasons": f"price, {'x' * 101}"}, "GA4_REASONS"),
    ],
)
def test_what_cannot_work_is_told(group: Any, values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        group(**values)
