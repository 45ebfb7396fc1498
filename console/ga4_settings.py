"""What can be set of Google Analytics? The group GA4_* of the settings."""

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.mailchimp_settings import listed
from delivery.google_analytics import EUROPE, LONGEST_VALUE, GoogleAnalytics


class Ga4Settings(BaseSettings):
    """Part of console.settings.Settings."""

    ga4_measurement_id: str = Field("", pattern=r"^(G-[A-Z0-9]+)?$")
    ga4_api_secret: SecretStr = SecretStr("")
    ga4_base_url: str = EUROPE
    ga4_currency: str = Field("", pattern=r"^([A-Z]{3})?$")
    ga4_lead_value: float = Field(0, ge=0)
    ga4_reasons: str = ""

    @model_validator(mode="after")
    def _ga4_complete(self) -> "Ga4Settings":
        if bool(self.ga4_measurement_id) != bool(self.ga4_api_secret.get_secret_value()):
            raise ValueError("GA4_MEASUREMENT_ID and GA4_API_SECRET: set both, or neither")
        if self.ga4_lead_value and not self.ga4_currency:
            raise ValueError("GA4_LEAD_VALUE is set but GA4_CURRENCY is not: set it, like EUR")
        if any(len(one) > LONGEST_VALUE for one in listed(self.ga4_reasons)):
            raise ValueError(f"GA4_REASONS: each may have {LONGEST_VALUE} characters at most")
        return self

    def google_analytics(self) -> GoogleAnalytics | None:
        """The property that leads are counted in, if one is configured."""
        if not self.ga4_measurement_id:
            return None
        return GoogleAnalytics(
            self.ga4_measurement_id,
            self.ga4_api_secret.get_secret_value(),
            base_url=self.ga4_base_url.rstrip("/"),
            currency=self.ga4_currency,
            value=self.ga4_lead_value,
            reasons=listed(self.ga4_reasons),
        )
