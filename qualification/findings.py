"""What can be known of a lead besides their answers? One datum of their profile, with where it is
from and whether they said it themselves.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

ProfileField = Literal[
    "name",
    "first_name",
    "last_name",
    "job_title",
    "language",
    "country",
    "region",
    "time_zone",
    "email_kind",
    "company",
    "company_domain",
    "company_country",
    "company_city",
    "company_size",
    "industry",
]
"""Countries are ISO 3166-1 alpha-2, time zones IANA names (several with commas between), sizes a
number of people or a range ("51-200"), the kind of an e-mail as in qualification/profile/emails.py.
"""
FindingSource = Literal[
    "said", "site", "form", "crm", "provider", "email_domain", "phone", "channel"
]
"""`site`: a web site that has signed them in vouches for it. `channel`: how they call themselves
where they write from, or the number they write from.
"""
PROFILE_FIELDS: tuple[ProfileField, ...] = get_args(ProfileField)


@dataclass(frozen=True, slots=True)
class Finding:
    """One datum of a profile. `at` (aware) is when it came to be known."""

    field: ProfileField
    value: str
    source: FindingSource
    at: datetime
    confirmed: bool = False
    """The person said it, or said that it is so."""
    guessed: bool = False
    """Made up by a rule: the company's name from its domain."""
    origin: str | None = None
    """What it rests on: the domain, the number's prefix, the provider's name, the words."""
    about: str | None = None
    """The e-mail that others were asked about: with another one it counts no more."""
