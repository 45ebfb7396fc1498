"""What can be set of Salesforce? The group SALESFORCE_* of the settings."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.hubspot_settings import named_pairs
from delivery.salesforce import Salesforce

LOOPBACK = ("http://127.0.0.1", "http://localhost")


class SalesforceSettings(BaseSettings):
    """Part of console.settings.Settings."""

    salesforce_instance: str = ""
    salesforce_client_id: str = ""
    salesforce_client_secret: SecretStr = SecretStr("")
    salesforce_private_key_file: str = ""
    salesforce_username: str = ""
    salesforce_version: str = Field("v62.0", pattern=r"^v\d+\.0$")
    salesforce_key_field: str = Field("Banter_Id__c", pattern=r"^\w+__c$")
    salesforce_records: Literal["lead", "contact"] = "lead"
    salesforce_assign: str = Field("TRUE", pattern=r"^(TRUE|FALSE|01Q\w{12,15})$")
    salesforce_opportunity_stage: str = ""
    salesforce_campaign: str = Field("", pattern=r"^(701\w{12,15})?$")
    salesforce_fields: str = ""

    @model_validator(mode="after")
    def _salesforce_complete(self) -> "SalesforceSettings":
        if not self.salesforce_instance:
            return self
        if not self.salesforce_instance.startswith(("https://", *LOOPBACK)):
            raise ValueError(
                "SALESFORCE_INSTANCE is the org's My Domain: https://acme.my.salesforce.com"
            )
        by_key = bool(self.salesforce_private_key_file and self.salesforce_username)
        by_secret = bool(self.salesforce_client_secret.get_secret_value())
        if not self.salesforce_client_id or by_key == by_secret:
            raise ValueError(
                "SALESFORCE_INSTANCE is set: set SALESFORCE_CLIENT_ID with either "
                "SALESFORCE_CLIENT_SECRET, or SALESFORCE_PRIVATE_KEY_FILE and SALESFORCE_USERNAME"
            )
        if by_key and not Path(self.salesforce_private_key_file).is_file():
            raise ValueError(
                f"SALESFORCE_PRIVATE_KEY_FILE: there is no file {self.salesforce_private_key_file}"
            )
        if self.salesforce_opportunity_stage and self.salesforce_records == "lead":
            raise ValueError(
                "SALESFORCE_OPPORTUNITY_STAGE needs SALESFORCE_RECORDS=contact: a lead becomes an "
                "opportunity when it is converted in Salesforce"
            )
        named_pairs("SALESFORCE_FIELDS", self.salesforce_fields)
        return self

    def salesforce(self) -> Salesforce | None:
        """The org that leads are delivered to, if one is configured."""
        if not self.salesforce_instance:
            return None
        file = self.salesforce_private_key_file
        return Salesforce(
            self.salesforce_instance.rstrip("/"),
            self.salesforce_client_id,
            client_secret=self.salesforce_client_secret.get_secret_value(),
            private_key=Path(file).read_text() if file else "",
            username=self.salesforce_username,
            version=self.salesforce_version,
            key_field=self.salesforce_key_field,
            records=self.salesforce_records,
            assign=self.salesforce_assign,
            opportunity_stage=self.salesforce_opportunity_stage,
            campaign=self.salesforce_campaign,
            extra=named_pairs("SALESFORCE_FIELDS", self.salesforce_fields),
        )
