"""What can be set of Mailchimp? The group MAILCHIMP_* of the settings."""

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.hubspot_settings import named_pairs
from delivery.mailchimp import Mailchimp, data_centre


class MailchimpSettings(BaseSettings):
    """Part of console.settings.Settings."""

    mailchimp_api_key: SecretStr = SecretStr("")
    mailchimp_audience: str = Field("", pattern=r"^\w*$")
    mailchimp_double_opt_in: bool = True
    mailchimp_tags: str = "Banter"
    mailchimp_merge_fields: str = ""
    mailchimp_base_url: str = ""

    @model_validator(mode="after")
    def _mailchimp_complete(self) -> "MailchimpSettings":
        key = self.mailchimp_api_key.get_secret_value()
        if bool(key) != bool(self.mailchimp_audience):
            raise ValueError("MAILCHIMP_API_KEY and MAILCHIMP_AUDIENCE: set both, or neither")
        if key and not self.mailchimp_base_url and not data_centre(key):
            raise ValueError(
                "MAILCHIMP_API_KEY must end in its data centre, like -us6: copy the whole key"
            )
        named_pairs("MAILCHIMP_MERGE_FIELDS", self.mailchimp_merge_fields)
        return self

    def mailchimp(self) -> Mailchimp | None:
        """The audience that leads are left to, if one is configured."""
        key = self.mailchimp_api_key.get_secret_value()
        if not key:
            return None
        return Mailchimp(
            key,
            self.mailchimp_audience,
            double_opt_in=self.mailchimp_double_opt_in,
            tags=listed(self.mailchimp_tags),
            extra=named_pairs("MAILCHIMP_MERGE_FIELDS", self.mailchimp_merge_fields),
            base_url=self.mailchimp_base_url.rstrip("/"),
        )


def listed(written: str) -> tuple[str, ...]:
    """`one, two`, as settings write several."""
    return tuple(one.strip() for one in written.split(",") if one.strip())
