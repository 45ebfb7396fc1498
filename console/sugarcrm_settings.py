"""What can be set of SugarCRM? The group SUGARCRM_* of the settings."""

from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.hubspot_settings import named_pairs
from delivery.sugarcrm import SugarCrm

LOOPBACK = ("http://127.0.0.1", "http://localhost")


class SugarCrmSettings(BaseSettings):
    """Part of console.settings.Settings."""

    sugarcrm_url: str = ""
    sugarcrm_username: str = ""
    sugarcrm_password: SecretStr = SecretStr("")
    sugarcrm_platform: str = Field("banter", min_length=1)
    sugarcrm_client_id: str = "sugar"
    sugarcrm_client_secret: SecretStr = SecretStr("")
    sugarcrm_version: str = Field("v11_24", pattern=r"^v\d+(_\d+)?$")
    sugarcrm_key: str = Field("sync_key", pattern=r"^(sync_key|\w+_c)$")
    sugarcrm_records: Literal["lead", "contact"] = "lead"
    sugarcrm_sales_stage: str = ""
    sugarcrm_fields: str = ""

    @model_validator(mode="after")
    def _sugarcrm_complete(self) -> "SugarCrmSettings":
        if not self.sugarcrm_url:
            return self
        if not self.sugarcrm_url.startswith(("https://", *LOOPBACK)):
            raise ValueError("SUGARCRM_URL must begin with https://: a password is sent to it")
        if not (self.sugarcrm_username and self.sugarcrm_password.get_secret_value()):
            raise ValueError("SUGARCRM_URL is set: SUGARCRM_USERNAME and SUGARCRM_PASSWORD too")
        if self.sugarcrm_sales_stage and self.sugarcrm_records == "lead":
            raise ValueError(
                "SUGARCRM_SALES_STAGE needs SUGARCRM_RECORDS=contact: a lead becomes an "
                "opportunity when it is converted in Sugar"
            )
        named_pairs("SUGARCRM_FIELDS", self.sugarcrm_fields)
        return self

    def sugarcrm(self) -> SugarCrm | None:
        """The instance that leads are delivered to, if one is configured."""
        if not self.sugarcrm_url:
            return None
        return SugarCrm(
            self.sugarcrm_url.rstrip("/"),
            self.sugarcrm_username,
            self.sugarcrm_password.get_secret_value(),
            platform=self.sugarcrm_platform,
            client_id=self.sugarcrm_client_id,
            client_secret=self.sugarcrm_client_secret.get_secret_value(),
            version=self.sugarcrm_version,
            key=self.sugarcrm_key,
            records=self.sugarcrm_records,
            sales_stage=self.sugarcrm_sales_stage,
            extra=named_pairs("SUGARCRM_FIELDS", self.sugarcrm_fields),
        )
