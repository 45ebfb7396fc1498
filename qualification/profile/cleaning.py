"""What of an outside service's answer can be used? Known fields, in the form that we keep them."""

from collections.abc import Callable, Mapping

import phonenumbers

from qualification.findings import ProfileField
from qualification.profile.domains import split_domain
from qualification.profile.sizes import read_size, size_text

LONGEST = 200
"""Characters of a value; longer ones are no names."""


def clean_fields(told: Mapping[str, object]) -> dict[ProfileField, str]:
    """The fields that can be used; what is no value of its field is left out."""
    found: dict[ProfileField, str] = {}
    for field, clean in _CLEAN.items():
        written = told.get(field)
        if isinstance(written, bool) or not isinstance(written, str | int):
            continue
        value = clean(_line(str(written)))
        if value and len(value) <= LONGEST:
            found[field] = value
    return found


def _line(text: str) -> str:
    """In one line, without what nobody sees."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _country(text: str) -> str:
    code = text.upper()
    return code if code in phonenumbers.SUPPORTED_REGIONS else ""


def _domain(text: str) -> str:
    bare = text.lower().partition("://")[2] or text.lower()
    parts = split_domain(bare.partition("/")[0])
    return "" if parts is None or " " in bare else parts.registered


def _size(text: str) -> str:
    size = read_size(text)
    return "" if size is None else size_text(size)


_CLEAN: Mapping[ProfileField, Callable[[str], str]] = {
    "first_name": str,
    "last_name": str,
    "job_title": str,
    "country": _country,
    "region": str,
    "company": str,
    "company_domain": _domain,
    "company_country": _country,
    "company_city": str,
    "company_size": _size,
    "industry": str,
}
"""What may be told, and how it is kept. The e-mail, its kind and the language are theirs alone."""
