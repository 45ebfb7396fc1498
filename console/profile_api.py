"""How does the API show a profile and an account? docs/profile.md explains the fields."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from channels.documents import Document
from qualification.handover import ProfileDatum
from qualification.profile.account import Account


class OtherDatumOut(Document):
    """What contradicts a datum of the profile."""

    value: str
    source: str
    at: datetime
    origin: str | None


class ProfileDatumOut(Document):
    """One datum of the profile, with where it is from."""

    value: str
    source: str
    """`said`, `site`, `form`, `crm`, `provider`, `channel`, `email_domain` or `phone`."""
    at: datetime
    """When it came to be known."""
    confirmed: bool
    """They said it themselves."""
    guessed: bool
    """Made up by a rule: the company's name from its domain."""
    origin: str | None
    """What it rests on: their words, the domain, the number's prefix, the service's name."""
    others: list[OtherDatumOut]
    """What else is told of it: nothing is overwritten."""


class AccountOut(Document):
    """The company that the contact belongs to; of a person alone nothing but the kind."""

    kind: Literal["b2b", "b2c"]
    company: str | None
    guessed: bool
    """The company's name was made up from its domain."""
    domain: str | None
    country: str | None
    city: str | None
    size: str | None
    industry: str | None


def profile_out(profile: Mapping[str, ProfileDatum]) -> dict[str, ProfileDatumOut]:
    """A profile as the API shows it."""
    return {
        field: ProfileDatumOut.model_validate(datum, from_attributes=True)
        for field, datum in profile.items()
    }


def account_out(account: Account) -> AccountOut:
    """An account as the API shows it."""
    return AccountOut.model_validate(account, from_attributes=True)
