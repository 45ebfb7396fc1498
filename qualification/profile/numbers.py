"""Where is a telephone number from? Its country, its area and its time zones."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import phonenumbers
from phonenumbers.timezone import time_zones_for_number

from qualification.profile.areas import PROVINCES, STATES

MOST_ZONES = 6
"""A number with more time zones than this has no place."""
_UNKNOWN = "Etc/Unknown"
_NOWHERE = frozenset({"001", "ZZ"})
"""Satellite and international services (libphonenumber's own names)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a number is from, as far as it tells."""

    prefix: str
    """`+34`"""
    country: str | None
    """ISO 3166-1 alpha-2"""
    region: str | None
    zones: tuple[str, ...]


@lru_cache(maxsize=1024)
def origin_of(number: str) -> Origin | None:
    """Where a number in E.164 is from; None for what is no number."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    code = parsed.country_code or 0
    country = phonenumbers.region_code_for_number(parsed)
    if country is None and code != 1:  # of no known range: the country that the prefix is of
        country = phonenumbers.region_code_for_country_code(code)
    zones = tuple(one for one in time_zones_for_number(parsed) if one != _UNKNOWN)
    return Origin(
        prefix=f"+{code}",
        country=None if country is None or country in _NOWHERE else country,
        region=_region(code, str(parsed.national_number)),
        zones=zones if len(zones) <= MOST_ZONES else (),
    )


def _region(code: int, national: str) -> str | None:
    areas = _areas(code)
    return next((areas[national[:size]] for size in (3, 2) if national[:size] in areas), None)


@cache
def _areas(code: int) -> Mapping[str, str]:
    """The areas of a country by their prefixes."""
    areas = {34: PROVINCES, 1: STATES}.get(code, {})
    return {prefix: area for area, listed in areas.items() for prefix in listed.split()}
