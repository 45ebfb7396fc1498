"""What can be set of e-mail, and what is said of what cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from console.smtp_settings import SmtpSettings

GIVEN = {"host": "mail.test", "from": "banter@acme.example", "to": "sales@acme.example"}


def settings(**values: Any) -> SmtpSettings:
    return SmtpSettings(**{f"smtp_{name}": value for name, value in values.items()})


def test_a_server_is_configured_by_its_host() -> None:
    assert settings().mail_server() is None
    made = settings(**GIVEN, username="banter", password="s").mail_server()
    assert made is not None
    assert (made.port, made.security, made.fallback) == (587, "starttls", "sales@acme.example")
    assert "password" not in repr(made)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"host": "mail.test", "from": "banter@acme.example"}, "SMTP_TO"),
        ({**GIVEN, "username": "banter"}, "set both"),
        ({**GIVEN, "username": "b", "password": "s", "security": "none"}, "SMTP_SECURITY"),
        ({**GIVEN, "to": "a@b.example\nBcc: c@d.example"}, "smtp_to"),
    ],
)
def test_what_cannot_work_is_told(values: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        settings(**values)
