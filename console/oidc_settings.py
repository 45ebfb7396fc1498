"""What can be set of the firm's own sign-on? The group OIDC_* of the settings, and whether people
may sign in with a password of ours beside it.
"""

from pydantic import SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.oidc import Provider
from storage.users import ROLES, Role

_LOOPBACK = ("http://127.0.0.1", "http://localhost")


class OidcSettings(BaseSettings):
    """Part of console.settings.Settings."""

    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")
    oidc_name: str = "single sign-on"
    oidc_scopes: str = "openid email profile"
    oidc_domains: str = ""
    oidc_role_claim: str = ""
    oidc_roles: str = ""
    oidc_default_role: str = ""
    local_passwords: bool = True

    @model_validator(mode="after")
    def _oidc_complete(self) -> "OidcSettings":
        if bool(self.oidc_issuer) != bool(self.oidc_client_id):
            raise ValueError("OIDC_ISSUER and OIDC_CLIENT_ID: set both, or neither")
        if self.oidc_issuer and not self.oidc_issuer.startswith(("https://", *_LOOPBACK)):
            raise ValueError("OIDC_ISSUER begins with https://")
        if self.oidc_issuer and "openid" not in self.oidc_scopes.split():
            raise ValueError("OIDC_SCOPES needs `openid`")
        if bool(self.oidc_role_claim) != bool(self.oidc_roles):
            raise ValueError("OIDC_ROLE_CLAIM and OIDC_ROLES: set both, or neither")
        if self.oidc_default_role and self.oidc_default_role not in ROLES:
            raise ValueError(f"OIDC_DEFAULT_ROLE is one of {', '.join(ROLES)}, or empty")
        if not self.local_passwords and not self.oidc_issuer:
            raise ValueError(
                "LOCAL_PASSWORDS=false leaves no way in: set OIDC_ISSUER and OIDC_CLIENT_ID"
            )
        self._roles_by_value()
        return self

    def provider(self) -> Provider | None:
        """The sign-on, if one is configured."""
        if not self.oidc_issuer:
            return None
        return Provider(
            name=self.oidc_name,
            issuer=self.oidc_issuer,
            client_id=self.oidc_client_id,
            client_secret=self.oidc_client_secret.get_secret_value(),
            scopes=self.oidc_scopes,
            domains=frozenset(_listed(self.oidc_domains.casefold())),
            role_claim=self.oidc_role_claim,
            roles=self._roles_by_value(),
            default_role=ROLES.get(self.oidc_default_role),
        )

    def _roles_by_value(self) -> dict[str, Role]:
        """`admin=crm-admins,sales=crm-sales`: the role of each value of the claim."""
        found = dict[str, Role]()
        for pair in _listed(self.oidc_roles):
            role, _, value = (part.strip() for part in pair.partition("="))
            if role not in ROLES or not value:
                raise ValueError(
                    f"OIDC_ROLES is written role=value,role=value with the roles {', '.join(ROLES)}"
                )
            found[value] = ROLES[role]
        return found


def _listed(written: str) -> list[str]:
    return [one.strip() for one in written.split(",") if one.strip()]
