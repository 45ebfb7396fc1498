"""What can be set of Constant Contact? The group CONSTANT_CONTACT_* of the settings."""

import re

from pydantic import SecretStr, model_validator
from pydantic_settings import BaseSettings

from console.mailchimp_settings import listed
from delivery.constant_contact import API, SIGN_IN, ConstantContact

LIST = re.compile(r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
MOST_LISTS = 50


class ConstantContactSettings(BaseSettings):
    """Part of console.settings.Settings."""

    constant_contact_client_id: str = ""
    constant_contact_client_secret: SecretStr = SecretStr("")
    constant_contact_refresh_token: SecretStr = SecretStr("")
    constant_contact_lists: str = ""
    constant_contact_sign_in_url: str = SIGN_IN
    constant_contact_base_url: str = API

    @model_validator(mode="after")
    def _constant_contact_complete(self) -> "ConstantContactSettings":
        secret = self.constant_contact_client_secret.get_secret_value()
        token = self.constant_contact_refresh_token.get_secret_value()
        lists = listed(self.constant_contact_lists)
        given = (self.constant_contact_client_id, secret, token, lists)
        if len(set(map(bool, given))) > 1:
            raise ValueError(
                "CONSTANT_CONTACT_CLIENT_ID, CONSTANT_CONTACT_CLIENT_SECRET, "
                "CONSTANT_CONTACT_REFRESH_TOKEN and CONSTANT_CONTACT_LISTS: set all four, or none"
            )
        if len(lists) > MOST_LISTS or not all(map(LIST.match, lists)):
            raise ValueError(
                f"CONSTANT_CONTACT_LISTS are the ids of at most {MOST_LISTS} lists, like "
                "d13d60d0-f256-11e8-b47d-fa163e56c9b0"
            )
        return self

    def constant_contact(self) -> ConstantContact | None:
        """The account that leads are left to, if one is configured."""
        if not self.constant_contact_client_id:
            return None
        return ConstantContact(
            self.constant_contact_client_id,
            self.constant_contact_client_secret.get_secret_value(),
            self.constant_contact_refresh_token.get_secret_value(),
            listed(self.constant_contact_lists),
            sign_in_url=self.constant_contact_sign_in_url.rstrip("/"),
            base_url=self.constant_contact_base_url.rstrip("/"),
        )
