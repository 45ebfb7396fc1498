"""What number do these figures write? Both styles: 1.234,56 and 1,234.56."""

import re
from collections.abc import Sequence
from decimal import Decimal

from qualification.normalise.text import Token

LONGEST = 15
"""Figures in the longest number that anybody means as one."""


_TENTHS = re.compile(r"\d+'\d{1,2}")
_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2})?")
"""Three figures, the last of them perhaps with cents: "1 234,56"."""
_LAKHS = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")


def read_figures(text: str, *, scaled: bool = False) -> Decimal | None:
    """Three figures after a lone mark are thousands: "5.000", but not "1.125 million"."""
    text = text.replace("'", "." if _TENTHS.fullmatch(text) else "")
    if len(text) > 2 * LONGEST:
        return None
    if _LAKHS.fullmatch(text):
        text = text.replace(",", "")
    marks = [character for character in text if character in ".,"]
    if not marks:
        return Decimal(text) if len(text) <= LONGEST else None
    head, tail = text[: -len(text.split(marks[-1])[-1]) - 1], text.split(marks[-1])[-1]
    first, *groups = head.replace(",", ".").split(".")
    in_threes = len(first) <= 3 and all(len(group) == 3 for group in groups)
    whole = first + "".join(groups)
    if len(marks) == 1:
        thousands = len(tail) == 3 and in_threes and whole != "0" and not scaled
        return Decimal(whole + tail) if thousands else Decimal(f"{whole}.{tail}")
    if not in_threes or len(set(marks[:-1])) > 1:
        return None
    if marks[-1] != marks[0]:
        return Decimal(f"{whole}.{tail}")
    return Decimal(whole + tail) if len(tail) == 3 else None


def grouped_figures(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """The literal here, with the groups of three that spaces set apart, and the index after."""
    text = tokens[index].text
    after = index + 1
    if not text.isdigit() or len(text) > 3 or text[0] == "0":
        return text, after
    while (
        after < len(tokens)
        and text.isdigit()
        and _GROUP.fullmatch(tokens[after].text)
        and tokens[after].start == tokens[after - 1].end + 1
        and len(text) < LONGEST
    ):
        text += tokens[after].text
        after += 1
    return text, after


def tenths(tokens: Sequence[Token], index: int) -> Decimal | None:
    """ ".5" as nought point five: a mark that nothing touches on its left, and figures."""
    mark, figures = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    if mark.text not in (".", ",") or (mark.glued and tokens[index - 1].text.isalnum()):
        return None
    written = figures.glued and figures.text.isdigit() and len(figures.text) <= LONGEST
    return Decimal(f"0.{figures.text}") if written else None
