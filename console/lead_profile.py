"""What is known of a lead that they did not say themselves, and who says it? PURE."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from console.lead_pages import ProfileRow, SiteRows
from console.lead_words import WHENCE, value_in_words
from console.naming import Naming
from console.translations import N_, Words
from console.wording import named
from qualification.handover import OtherDatum, ProfileDatum
from qualification.profile.account import Account
from qualification.values import Json

FIELD_NAMES = {
    "name": N_("Name"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "company": N_("Company"),
}
Guest: TypeAlias = tuple[str | None, Mapping[str, Json], Mapping[str, Json]]
"""A visitor as storage.widget_guests knows them: their id at the site, what it vouches for, and
what the page told without.
"""


def profile_rows(profile: Mapping[str, ProfileDatum], names: Naming) -> tuple[ProfileRow, ...]:
    """What they did not say themselves, and what contradicts what they said."""
    words = names.words
    guess = words.text(N_("a guess"))
    return tuple(
        ProfileRow(
            name=names.field(field),
            value=datum.value,
            whence=_whence(datum, words) + (f", {guess}" if datum.guessed else ""),
            others=tuple(
                words.text(N_("but %(value)s: %(whence)s"))
                % {"value": one.value, "whence": _whence(one, words)}
                for one in datum.others
            ),
        )
        for field, datum in profile.items()
        if datum.others or not datum.confirmed
    )


def account_in_words(account: Account, words: Words) -> str:
    """Whether it is a company, and which."""
    _ = words.text
    if account.kind == "b2c":
        return _("A person (B2C)")
    if account.company is None:
        domain = account.domain or _("not known yet")
        return _("A company (B2B): %(name)s") % {"name": domain}
    known = _("A company (B2B): %(name)s") % {"name": account.company}
    return f"{known}, {_('perhaps')}" if account.guessed else known


def _whence(datum: ProfileDatum | OtherDatum, words: Words) -> str:
    said = words.text(WHENCE[datum.source])
    origin = datum.origin or words.text(N_("a service"))
    return said % {"origin": origin} if "%(" in said else said


def site_rows(guest: Guest, names: Naming) -> tuple[SiteRows, ...]:
    """What the site vouches for apart from what its page only tells."""
    subject, verified, told = guest
    signed = [(names.words.text(N_("Their id there")), subject)] if subject is not None else []
    signed += _told(verified, names)
    both = SiteRows(True, tuple(signed)), SiteRows(False, tuple(_told(told, names)))
    return tuple(one for one in both if one.rows)


def _told(attributes: Mapping[str, Json], names: Naming) -> list[tuple[str, str]]:
    return [
        (
            names.words.text(FIELD_NAMES[key]) if key in FIELD_NAMES else named(key),
            value_in_words(value, names.words)
            if not isinstance(value, dict)
            else json.dumps(value, ensure_ascii=False),
        )
        for key, value in attributes.items()
    ]
