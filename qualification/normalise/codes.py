"""Are these figures a number, or part of something longer: a date, an hour, a phone, "B2B"?"""

from collections.abc import Sequence

from qualification.normalise.text import Token

LONGER_THAN_A_DAY = 3
"""Figures on both sides of a slash that no date has: "2000/3000"."""


def is_part_of_a_code(
    tokens: Sequence[Token], first: int, after: int, endings: frozenset[str] = frozenset()
) -> bool:
    """Whether these figures belong to something longer; `endings` may be written on to them."""
    if first and tokens[first].glued:
        mark = tokens[first - 1]
        if mark.text.isalpha() or mark.text in "#:@_&=%":
            return True
        if mark.text in "/." and mark.glued and not is_slash_of_range(tokens, first - 1):
            return True
    if after < len(tokens) and tokens[after].glued:
        mark = tokens[after]
        if (mark.text.isalpha() and mark.text not in endings) or mark.text in "@_%&":
            return True
        if mark.text in ":/" and _figures_follow(tokens, after):
            return not is_slash_of_range(tokens, after)
    before = _dashes(tokens, range(first - 1, 0, -2), -1)
    return before + _dashes(tokens, range(after, len(tokens) - 1, 2), 1) > 1


def is_slash_of_range(tokens: Sequence[Token], mark: int) -> bool:
    """Whether a slash stands between two amounts: neither of them can be of a date."""
    ends = (tokens[mark - 1], tokens[mark + 1]) if 0 < mark < len(tokens) - 1 else ()
    return tokens[mark].text == "/" and all(
        end.is_number and len(end.text) >= LONGER_THAN_A_DAY for end in ends
    )


def _figures_follow(tokens: Sequence[Token], mark: int) -> bool:
    return mark + 1 < len(tokens) and tokens[mark + 1].is_number and tokens[mark + 1].glued


def _dashes(tokens: Sequence[Token], marks: range, step: int) -> int:
    """How many dashes with figures go on to one side: two make 16-04-2010 or a telephone."""
    count = 0
    for index in marks[:2]:
        glued = tokens[index].glued and tokens[index + 1].glued
        if tokens[index].text != "-" or not glued or not tokens[index + step].is_number:
            break
        count += 1
    return count
