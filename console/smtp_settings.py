"""What can be set of the e-mail to salespeople? The group SMTP_* of the settings."""

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings

from delivery.email import MailServer, Security


class SmtpSettings(BaseSettings):
    """Part of console.settings.Settings."""

    smtp_host: str = ""
    smtp_port: int = Field(587, ge=1, le=65535)
    smtp_security: Security = "starttls"
    smtp_username: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = Field("", pattern=r"^([^@\s<>]+@[^@\s<>]+)?$")
    smtp_to: str = Field("", pattern=r"^([^@\s<>]+@[^@\s<>]+)?$")
    smtp_ca_file: str = ""

    @model_validator(mode="after")
    def _smtp_complete(self) -> "SmtpSettings":
        if self.smtp_host and not (self.smtp_from and self.smtp_to):
            raise ValueError(
                "SMTP_HOST is set: set SMTP_FROM, where mail comes from, and SMTP_TO, who is told "
                "of leads that nobody in person has"
            )
        if bool(self.smtp_username) != bool(self.smtp_password.get_secret_value()):
            raise ValueError("SMTP_USERNAME and SMTP_PASSWORD: set both, or neither")
        if self.smtp_username and self.smtp_security == "none":
            raise ValueError(
                "SMTP_SECURITY=none would send SMTP_PASSWORD for all to read: use starttls or tls"
            )
        return self

    def mail_server(self) -> MailServer | None:
        """Where mail is handed in, if one is configured."""
        if not self.smtp_host:
            return None
        return MailServer(
            self.smtp_host,
            self.smtp_port,
            self.smtp_from,
            self.smtp_to,
            username=self.smtp_username,
            password=self.smtp_password.get_secret_value(),
            security=self.smtp_security,
            authorities=self.smtp_ca_file,
        )
