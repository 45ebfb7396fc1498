"""What can be set of Salesforce, and what is said of what cannot be."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from console.salesforce_settings import SalesforceSettings

HOST = "https://acme.my.salesforce.com"


def settings(**values: Any) -> SalesforceSettings:
    return SalesforceSettings(**{f"salesforce_{name}": value for name, value in values.items()})


def test_nothing_is_configured_unless_the_org_is_named() -> None:
    assert settings().salesforce() is None


def test_an_app_signs_in_by_its_secret_or_by_a_key(tmp_path: Path) -> None:
    by_secret = settings(instance=f"{HOST}/", client_id="id", client_secret="s").salesforce()
    assert by_secret is not None
    assert by_secret.instance == HOST
    key = tmp_path / "key.pem"
    key.write_text("PEM")
    by_key = settings(
        instance=HOST,
        client_id="id",
        private_key_file=str(key),
        username="bot@acme.example",
        fields="score=Score__c, tier=Tier__c",
    ).salesforce()
    assert by_key is not None
    assert (by_key.private_key, by_key.username) == ("PEM", "bot@acme.example")
    assert by_key.extra == {"score": "Score__c", "tier": "Tier__c"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"instance": "acme"}, "My Domain"),
        ({"instance": HOST}, "SALESFORCE_CLIENT_SECRET, or"),
        ({"instance": HOST, "client_id": "id", "private_key_file": "k"}, "SALESFORCE_USERNAME"),
        (
            {"instance": HOST, "client_id": "id", "private_key_file": "/none", "username": "u"},
            "there is no file /none",
        ),
        (
            {"instance": HOST, "client_id": "i", "client_secret": "s", "opportunity_stage": "New"},
            "SALESFORCE_RECORDS=contact",
        ),
        ({"instance": HOST, "client_id": "i", "client_secret": "s", "fields": "score"}, "ours="),
        ({"assign": "maybe"}, "salesforce_assign"),
        ({"key_field": "Id' OR 1"}, "salesforce_key_field"),
    ],
)
def test_what_cannot_work_is_told(values: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        settings(**values)
