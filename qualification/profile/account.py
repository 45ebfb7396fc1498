"""Is the lead a company with a contact in it (B2B), or a person (B2C)? And which company is it?

B2B: the company becomes an account and the person a contact of it. B2C: the person is all there is.
"""

from dataclasses import dataclass
from typing import Literal

from qualification.findings import ProfileField
from qualification.profile.profile import Profile
from qualification.script import Script

AccountKind = Literal["b2b", "b2c"]


@dataclass(frozen=True, slots=True)
class Account:
    """The company that a contact belongs to; of a person alone (`b2c`) nothing but the kind."""

    kind: AccountKind
    company: str | None = None
    guessed: bool = False
    """The company's name was made up from its domain."""
    domain: str | None = None
    country: str | None = None
    city: str | None = None
    size: str | None = None
    industry: str | None = None


def account_of(script: Script, profile: Profile) -> Account:
    """The account of a lead, by what its script sells to and what is known."""
    known = {"company", "company_domain"} & profile.keys()
    if script.account == "b2c" or (script.account == "either" and not known):
        return Account("b2c")
    company = profile.get("company")
    return Account(
        "b2b",
        company=_text(profile, "company"),
        guessed=company is not None and company.best.guessed,
        domain=_text(profile, "company_domain"),
        country=_text(profile, "company_country"),
        city=_text(profile, "company_city"),
        size=_text(profile, "company_size"),
        industry=_text(profile, "industry"),
    )


def _text(profile: Profile, field: ProfileField) -> str | None:
    entry = profile.get(field)
    return None if entry is None else entry.best.value
