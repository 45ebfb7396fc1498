"""What can be set of Slack? The group SLACK_* of the settings."""

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from agent.routing import AcceptLinks
from console.slack_asking import SlackForms
from delivery.slack import API, Slack


class SlackSettings(BaseSettings):
    """Part of console.settings.Settings."""

    slack_token: SecretStr = SecretStr("")
    slack_channel: str = Field("", pattern=r"^([CG][A-Z0-9]+)?$")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_base_url: str = API

    @model_validator(mode="after")
    def _slack_complete(self) -> "SlackSettings":
        if bool(self.slack_token.get_secret_value()) != bool(self.slack_channel):
            raise ValueError(
                "SLACK_TOKEN and SLACK_CHANNEL (its id, C..., not its name): set both, or neither"
            )
        return self

    def slack_forms(self) -> SlackForms | None:
        """Asks whoever rejects a lead in Slack why; None where no bot is configured."""
        token = self.slack_token.get_secret_value()
        return SlackForms(token, self.slack_base_url) if token else None

    def slack(self, links: AcceptLinks) -> Slack | None:
        """The workspace that leads are told in, if one is configured."""
        if not self.slack_channel:
            return None
        return Slack(
            self.slack_token.get_secret_value(),
            self.slack_channel,
            links,
            interactive=bool(self.slack_signing_secret.get_secret_value()),
            base_url=self.slack_base_url.rstrip("/"),
        )
