"""What can be set of HubSpot? The group HUBSPOT_* of the settings."""

from pydantic import SecretStr, model_validator
from pydantic_settings import BaseSettings

from delivery.hubspot import HubSpot
from delivery.hubspot_records import STAGES
from delivery.signing_in import OAuth, SignIn, StaticToken


class HubSpotSettings(BaseSettings):
    """Part of console.settings.Settings."""

    hubspot_token: SecretStr = SecretStr("")
    hubspot_client_id: str = ""
    hubspot_client_secret: SecretStr = SecretStr("")
    hubspot_refresh_token: SecretStr = SecretStr("")
    hubspot_version: str = "2026-03"
    hubspot_base_url: str = "https://api.hubapi.com"
    hubspot_key_property: str = ""
    hubspot_stage: str = "salesqualifiedlead"
    hubspot_properties: str = ""
    hubspot_pipeline: str = ""
    hubspot_deal_stage: str = ""
    hubspot_leads: bool = False
    hubspot_webhook_secret: SecretStr = SecretStr("")

    @model_validator(mode="after")
    def _hubspot_complete(self) -> "HubSpotSettings":
        if self.hubspot_client_id and not (
            self.hubspot_client_secret.get_secret_value()
            and self.hubspot_refresh_token.get_secret_value()
        ):
            raise ValueError(
                "HUBSPOT_CLIENT_ID is set: HUBSPOT_CLIENT_SECRET and HUBSPOT_REFRESH_TOKEN "
                "must be set too, or use HUBSPOT_TOKEN alone"
            )
        if bool(self.hubspot_pipeline) != bool(self.hubspot_deal_stage):
            raise ValueError("HUBSPOT_PIPELINE and HUBSPOT_DEAL_STAGE: set both, or neither")
        if self.hubspot_stage and self.hubspot_stage not in STAGES:
            raise ValueError(f"HUBSPOT_STAGE is one of {', '.join(STAGES)}, or empty")
        named_pairs("HUBSPOT_PROPERTIES", self.hubspot_properties)
        return self

    def hubspot(self) -> HubSpot | None:
        """The account that leads are delivered to, if one is configured."""
        sign_in = self._hubspot_sign_in()
        if sign_in is None:
            return None
        return HubSpot(
            sign_in,
            version=self.hubspot_version,
            base_url=self.hubspot_base_url,
            key_property=self.hubspot_key_property,
            stage=self.hubspot_stage,
            extra=named_pairs("HUBSPOT_PROPERTIES", self.hubspot_properties),
            pipeline=self.hubspot_pipeline,
            deal_stage=self.hubspot_deal_stage,
            leads=self.hubspot_leads,
        )

    def hubspot_signing_secret(self) -> str:
        """What their web-hooks are signed with: the client secret of the app that calls."""
        own = self.hubspot_webhook_secret.get_secret_value()
        return own or self.hubspot_client_secret.get_secret_value()

    def _hubspot_sign_in(self) -> SignIn | None:
        token = self.hubspot_token.get_secret_value()
        if token:
            return StaticToken(token)
        if not self.hubspot_client_id:
            return None
        return OAuth(
            f"{self.hubspot_base_url.rstrip('/')}/oauth/v1/token",
            self.hubspot_client_id,
            self.hubspot_client_secret.get_secret_value(),
            refresh_token=self.hubspot_refresh_token.get_secret_value(),
        )


def named_pairs(setting: str, written: str) -> dict[str, str]:
    """`ours=theirs,ours=theirs`, as settings write what goes into whose field."""
    pairs = [one.partition("=") for one in written.split(",") if one.strip()]
    if not all(ours.strip() and theirs.strip() for ours, _, theirs in pairs):
        raise ValueError(f"{setting} is written ours=theirs,ours=theirs")
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}
