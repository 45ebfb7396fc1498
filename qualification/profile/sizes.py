"""How many people is "51-200"? Sizes of companies as profiles write them."""

import re
from decimal import Decimal

from qualification.values import Number, plain_number

_SIZE = re.compile(r"(\d{1,9})(?: ?[-–] ?(\d{1,9})|( ?\+))?")


def read_size(text: str) -> Number | None:
    """A number of people, or from how many to how many; None for other words."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        return None
    low = Decimal(found[1])
    high = None if found[3] else Decimal(found[2] or found[1])
    return Number(low, high) if high is None or low <= high else None


def size_text(size: Number) -> str:
    """The same in writing; empty where nothing is known."""
    low, high = plain_number(size.min), plain_number(size.max)
    if low == high:
        return "" if low is None else str(low)
    if high is None:
        return f"{low}+"
    return f"{1 if low is None else low}-{high}"
