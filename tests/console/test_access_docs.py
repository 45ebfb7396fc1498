"""docs/access.md says what is so: settings, roles, scopes, limits, commands."""

import re
from pathlib import Path

from console.accounts_welcome import SHORTEST_PASSWORD
from console.bearer import SCOPES
from console.gate import PER_PERSON
from console.invitations import VALID
from console.oidc import CALLBACK
from console.oidc_settings import OidcSettings
from storage.second_factors import RECOVERY_CODES
from storage.user_sessions import IDLE, LIFETIME
from storage.users import ROLES

TEXT = (Path(__file__).parents[2] / "docs" / "access.md").read_text(encoding="utf-8")


def test_each_setting_of_the_sign_on_is_explained() -> None:
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", TEXT, re.MULTILINE))
    assert explained == {name.upper() for name in OidcSettings.model_fields}
    assert CALLBACK in TEXT


def test_each_role_and_scope_is_explained() -> None:
    assert set(re.findall(r"^\| `([a-z]+)` \|", TEXT, re.MULTILINE)) == set(ROLES)
    assert set(re.findall(r"`([a-z]+:(?:read|write))`", TEXT)) == set(SCOPES)


def test_the_figures_are_those_of_the_code() -> None:
    words = {3: "three", 5: "five", 10: "Ten"}
    hours = {"life": LIFETIME.total_seconds() / 3600, "idle": IDLE.total_seconds() / 3600}
    for said in (
        f"holds for {words[VALID.days]} days",
        f"at least {SHORTEST_PASSWORD} characters",
        f"after {hours['life']:g} hours",
        f"after {hours['idle']:g} hours",
        f"{words[RECOVERY_CODES]} recovery codes",
        f"After {words[PER_PERSON[0]]} wrong ones",
    ):
        assert said in " ".join(TEXT.split()), said
