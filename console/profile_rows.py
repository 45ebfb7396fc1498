"""How is a profile said to a salesperson? Each datum with where it is from; what they said
themselves stands with the contact and the criteria already.
"""

from collections.abc import Mapping

from console.contexts import ProfileRow
from console.wording import named
from qualification.handover import OtherDatum, ProfileDatum
from qualification.profile.account import Account

WHENCE = {
    "said": "they said so",
    "site": "vouched for by the web site that they are signed in at",
    "form": "from a form",
    "crm": "from the CRM",
    "provider": "from {}",
    "channel": "as they call themselves there",
    "email_domain": "from their e-mail's domain, {}",
    "phone": "from their number, {}",
}


def profile_rows(profile: Mapping[str, ProfileDatum]) -> tuple[ProfileRow, ...]:
    """What they did not say themselves, and what contradicts what they said."""
    return tuple(
        ProfileRow(
            name=named(field),
            value=datum.value,
            whence=_whence(datum) + (", a guess" if datum.guessed else ""),
            others=tuple(f"but {one.value}: {_whence(one)}" for one in datum.others),
        )
        for field, datum in profile.items()
        if datum.others or not datum.confirmed
    )


def account_in_words(account: Account) -> str:
    """Whether it is a company, and which."""
    if account.kind == "b2c":
        return "A person (B2C)"
    if account.company is None:
        return f"A company (B2B): {account.domain or 'not known yet'}"
    return f"A company (B2B): {account.company}" + (", perhaps" if account.guessed else "")


def _whence(datum: ProfileDatum | OtherDatum) -> str:
    return WHENCE[datum.source].format(datum.origin or "a service")
