"""console.accounts_contexts: what the pages of users and keys are given is what they show."""

from dataclasses import fields

import pytest

from console.accounts_contexts import (
    AccountPage,
    AuditPage,
    CodePage,
    KeysPage,
    LoginPage,
    RecoveryPage,
    TwoFactorPage,
    UsersPage,
    WelcomePage,
)
from console.rendering import Pages

PAGES = {
    "account.html": AccountPage,
    "audit.html": AuditPage,
    "code.html": CodePage,
    "keys.html": KeysPage,
    "login.html": LoginPage,
    "recovery.html": RecoveryPage,
    "two_factor.html": TwoFactorPage,
    "users.html": UsersPage,
    "welcome.html": WelcomePage,
}


@pytest.mark.parametrize("template", PAGES)
def test_a_template_uses_all_of_its_page_and_nothing_else(template: str) -> None:
    used = Pages().names_used(template)
    assert used == {field.name for field in fields(PAGES[template])}
