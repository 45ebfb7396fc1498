"""What can be set of Zoho CRM? The group ZOHO_* of the settings."""

from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.hubspot_settings import named_pairs
from delivery.zoho import Region, Zoho


class ZohoSettings(BaseSettings):
    """Part of console.settings.Settings."""

    zoho_client_id: str = ""
    zoho_client_secret: SecretStr = SecretStr("")
    zoho_refresh_token: SecretStr = SecretStr("")
    zoho_region: Region = "com"
    zoho_accounts_url: str = ""
    zoho_key_field: str = Field("Banter_Id", pattern=r"^\w+$")
    zoho_records: Literal["lead", "contact"] = "lead"
    zoho_assignment_rule: str = Field("", pattern=r"^\d*$")
    zoho_lead_source: str = ""
    zoho_deal_stage: str = ""
    zoho_fields: str = ""

    @model_validator(mode="after")
    def _zoho_complete(self) -> "ZohoSettings":
        secret = self.zoho_client_secret.get_secret_value()
        token = self.zoho_refresh_token.get_secret_value()
        if len({bool(self.zoho_client_id), bool(secret), bool(token)}) > 1:
            raise ValueError(
                "ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET and ZOHO_REFRESH_TOKEN: set all three, or none"
            )
        if self.zoho_deal_stage and self.zoho_records == "lead":
            raise ValueError(
                "ZOHO_DEAL_STAGE needs ZOHO_RECORDS=contact: a lead becomes a deal when it is "
                "converted in Zoho"
            )
        named_pairs("ZOHO_FIELDS", self.zoho_fields)
        return self

    def zoho(self) -> Zoho | None:
        """The account that leads are delivered to, if one is configured."""
        if not self.zoho_client_id:
            return None
        return Zoho(
            self.zoho_client_id,
            self.zoho_client_secret.get_secret_value(),
            self.zoho_refresh_token.get_secret_value(),
            region=self.zoho_region,
            accounts=self.zoho_accounts_url.rstrip("/"),
            key_field=self.zoho_key_field,
            records=self.zoho_records,
            assignment_rule=self.zoho_assignment_rule,
            lead_source=self.zoho_lead_source,
            deal_stage=self.zoho_deal_stage,
            extra=named_pairs("ZOHO_FIELDS", self.zoho_fields),
        )
