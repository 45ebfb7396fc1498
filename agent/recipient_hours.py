"""When may somebody be written to unasked? PURE: lawful hours where their number is from.

A number with several time zones, or of an unknown place, is written to only when the hour is
lawful in all of them. Sources: 47 CFR 64.1200(c)(1) for the United States, the states' own laws
where they are stricter (secondary sources: counsel should confirm them), for Spain art. 96.2 of the
consumers' law (RDL 1/2007: calls; taken for texts as well).
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import phonenumbers
from phonenumbers.timezone import time_zones_for_geographical_number, time_zones_for_number

Hours = tuple[int, int] | None
Week = tuple[Hours, Hours, Hours, Hours, Hours, Hours, Hours]
"""From Monday to Sunday: from which hour to which; None: not at all."""


def _week(start: int, end: int, *, saturday: Hours = (0, 0), sunday: Hours = (0, 0)) -> Week:
    """(0, 0): as on the other days."""
    day: Hours = (start, end)
    weekend = [day if one == (0, 0) else one for one in (saturday, sunday)]
    return (day, day, day, day, day, weekend[0], weekend[1])


EVERYWHERE = _week(8, 21)
STRICTEST = _week(8, 20, sunday=None)
"""For numbers of the United States whose state is not known."""
COUNTRIES: Mapping[str, Week] = {"ES": _week(9, 21, saturday=None, sunday=None)}
_STATES: tuple[tuple[Week, str], ...] = (
    (  # Florida, Maryland, Massachusetts, Oklahoma, Washington
        _week(8, 20),
        """239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941
        954 227 240 301 410 443 667 339 351 413 508 617 774 781 857 978 405 539 572 580 918 206 253
        360 425 509 564""",
    ),
    (  # Alabama, Louisiana, Mississippi
        _week(8, 20, sunday=None),
        "205 251 256 334 659 938 225 318 337 457 504 985 228 471 601 662 769",
    ),
    (_week(9, 20), "203 475 860 959 702 725 775"),  # Connecticut, Nevada
    (_week(10, 21), "270 364 502 606 859"),  # Kentucky
    (_week(9, 18, saturday=(10, 17), sunday=None), "401"),  # Rhode Island
    (_week(9, 20, sunday=None), "385 435 801"),  # Utah
    (_week(9, 21, sunday=None), "605"),  # South Dakota
    (  # Texas
        _week(9, 21, sunday=(12, 21)),
        """210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903
        915 936 940 945 956 972 979""",
    ),
)
_AREAS: Mapping[str, Week] = {area: week for week, areas in _STATES for area in areas.split()}
_MANY = 6
"""A number with more time zones than this has no place."""
_DAYS = 8
_ROUNDS = 60
"""A fortnight, with the hours of several zones pushing each other on."""


def opening(number: str, at: datetime) -> datetime | None:
    """The first moment from `at` on when they may be written to; None when there is none."""
    week, zones = _place(number)
    for _ in range(_ROUNDS):
        later = max(_opening(week, zone, at) for zone in zones)
        if later == at:
            return at
        at = later
    return None


def next_opening(number: str, at: datetime) -> datetime | None:
    """The first moment after the hours in which `at` is."""
    opens = opening(number, at)
    if opens != at:
        return opens
    week, zones = _place(number)
    return opening(number, min(_closing(week, zone, at) for zone in zones))


def _place(number: str) -> tuple[Week, tuple[ZoneInfo, ...]]:
    """The hours that hold for a number (E.164), and its time zones."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return STRICTEST, (ZoneInfo("UTC"),)
    found = {*time_zones_for_number(parsed), *time_zones_for_geographical_number(parsed)}
    names = sorted(found - {"Etc/Unknown"})
    zones = tuple(ZoneInfo(one) for one in names) or (ZoneInfo("UTC"),)
    if parsed.country_code == 1:
        unplaced = STRICTEST if len(names) > _MANY else EVERYWHERE
        return _AREAS.get(str(parsed.national_number)[:3], unplaced), zones
    region = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return COUNTRIES.get(region, EVERYWHERE), zones


def _opening(week: Week, zone: ZoneInfo, at: datetime) -> datetime:
    return max(at, _hours(week, zone, at)[0])


def _closing(week: Week, zone: ZoneInfo, at: datetime) -> datetime:
    return _hours(week, zone, at)[1]


def _hours(week: Week, zone: ZoneInfo, at: datetime) -> tuple[datetime, datetime]:
    """From when to when: the hours in which `at` is, or the next ones."""
    today = at.astimezone(zone).date()
    days = (today + timedelta(days=passed) for passed in range(_DAYS))
    spans = (
        [datetime.combine(day, time(hour), zone).astimezone(UTC) for hour in hours]
        for day in days
        if (hours := week[day.weekday()]) is not None
    )
    return next((start, end) for start, end in spans if at < end)
