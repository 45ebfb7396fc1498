"""Where does a visitor come from? Of a page's address, what is kept as the source of a lead.

The address of a page may hold anything: an e-mail, the token of a password, the number of a click.
Kept is what a campaign says of itself, else the page without what stands behind it. The loader
sends no more than that; whoever sends more is stripped of it here.
"""

import re
from urllib.parse import parse_qs, urlsplit

SAYS = ("utm_source", "utm_medium")
"""Google's documentation of campaign URLs: where they were, and how that led here. Not `utm_term`,
which is what they searched for, nor `utm_content` and `utm_id`, which tell one link from the next.
"""
_WORD = re.compile(r"(?!(?:.*\d){7})[\w .-]{1,60}")
"""What names an advertiser or a kind of link: neither an address nor a telephone number."""


def page_of(address: str | None) -> str | None:
    """A page by its site and path; None for what is no page."""
    if not address:
        return None
    if "://" not in address.partition("?")[0]:
        return re.split(r"[?#;]", address, maxsplit=1)[0] or None
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    site = split.netloc.rpartition("@")[2].lower()
    return f"{split.scheme}://{site}{split.path.partition(';')[0]}" if site else None


def source_of(address: str | None) -> str | None:
    """`google / cpc` where a campaign says so, else the page."""
    return _campaign(address or "") or page_of(address)


def _campaign(address: str) -> str:
    query = address.partition("#")[0].partition("?")[2]
    try:
        told = parse_qs(query, max_num_fields=100)
    except ValueError:
        return ""
    words = [told.get(name, [""])[0].strip().casefold() for name in SAYS]
    words = [one if _WORD.fullmatch(one) else "" for one in words]
    return " / ".join(filter(None, words)) if words[0] else ""
