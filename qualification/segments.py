"""How many SMS is a text? Segments counted, needless characters replaced, long texts parted.

Rules: GSM 03.38's default alphabet holds 160 characters in one segment and 153 in each of several;
anything else is sent as UCS-2, with 70 and 67 (Twilio docs: What is GSM-7; SMS character limits).
ñ, ¿, ¡, ü and é are in the alphabet; á, í, ó and ú are not.
"""

import re
from itertools import pairwise
from typing import Literal

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")
"""Each takes the place of two."""
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‛´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t", " "),
        **dict.fromkeys("\u200b\u200c\u2060\ufeff\u00ad", ""),
        "…": "...",
        "•": "-",
        "·": "-",
        "×": "x",
    }
)
LONGEST = 1600
"""Characters that Twilio takes in one message (error 21617 beyond)."""
_ENDS = (re.compile(r"(?<=[.!?…])\s+|\n+"), re.compile(r"(?<=[,;:])\s+"), re.compile(r"\s+"))
"""Where a text is parted: after a sentence, else after a clause, else between words."""


def alphabet(text: str) -> Literal["GSM-7", "UCS-2"]:
    """What it is sent in: one character that GSM-7 lacks makes all of it UCS-2."""
    is_basic = all(one in _BASIC or one in _EXTENDED for one in text)
    return "GSM-7" if is_basic else "UCS-2"


def segments(text: str) -> int:
    """How many SMS it takes."""
    if alphabet(text) == "GSM-7":
        single, part = 160, 153
        widths = [2 if one in _EXTENDED else 1 for one in text]
    else:
        single, part = 70, 67
        widths = [units(one) for one in text]
    if sum(widths) <= single:
        return 1 if text else 0
    count, filled = 1, 0
    for width in widths:  # neither an escape nor a surrogate pair may straddle two segments
        if filled + width > part:
            count, filled = count + 1, 0
        filled += width
    return count


def units(text: str) -> int:
    """UTF-16 code units: what Twilio and UCS-2 count."""
    return len(text) + sum(one > "\uffff" for one in text)


def plainer(text: str) -> str:
    """The text with typographic marks replaced where that saves a segment; accents are kept."""
    plain = text.translate(_PLAIN)
    return plain if segments(plain) < segments(text) else text


def part(text: str, longest: int = LONGEST) -> list[str]:
    """The text in messages of at most `longest` units, parted at sentences where that is
    possible.
    """
    return _part(text.strip(), longest, 0)


def _part(text: str, longest: int, kind: int) -> list[str]:
    if units(text) <= longest:
        return [text] if text else []
    if kind == len(_ENDS):
        return _cut(text, longest)
    parts: list[str] = []
    for piece in _pieces(text, _ENDS[kind]):
        if parts and units(parts[-1]) + units(piece) <= longest:
            parts[-1] += piece
        elif units(piece.rstrip()) <= longest:
            parts.append(piece)
        else:
            parts += _part(piece, longest, kind + 1)
    return [one.strip() for one in parts if one.strip()]


def _pieces(text: str, end: re.Pattern[str]) -> list[str]:
    """The text cut after each end, nothing lost."""
    cuts = [0, *(found.end() for found in end.finditer(text)), len(text)]
    return [text[start:stop] for start, stop in pairwise(cuts)]


def _cut(text: str, longest: int) -> list[str]:
    """A word without end, cut wherever it must be."""
    parts, start, filled = [], 0, 0
    for place, one in enumerate(text):
        if filled + units(one) > longest:
            parts.append(text[start:place])
            start, filled = place, 0
        filled += units(one)
    return [*parts, text[start:]]
