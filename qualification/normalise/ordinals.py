"""What do ordinals count? "Entre duodécima y cuadringentésima", "the twenty-fifth"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from qualification.normalise.amounts import Figure
from qualification.normalise.numerals import ONE, read_numeral
from qualification.normalise.tables import en, es
from qualification.normalise.text import Token, by_phrase
from qualification.normalise.vocabulary import Vocabulary

PLACE = "place"
"""The unit of ordinals: they share a range with nothing else, and count only in one."""


@cache
def ordinals() -> dict[str, int]:
    """Both languages' ordinals in both genders."""
    found: dict[str, int] = {}
    for table in (es, en):
        for word, place in by_phrase(table.ORDINALS).items():
            found[word] = place
            if other := table.ORDINAL_GENDERS.get(word[-1]):
                found[word[:-1] + other] = place
    return found


def read_ordinal(words: Vocabulary, tokens: Sequence[Token], index: int) -> Figure | None:
    """The ordinal that begins here, in one word or several, the larger ones first."""
    value, room, after = 0, 10_000, index
    tens = read_numeral(words, tokens, index)
    if tens is not None and tens.spelled and tens.value >= 20:
        value, room, after = int(tens.value), 10, tens.after
        after += after < len(tokens) - 1 and tokens[after].text in ("-", "and")
    while after < len(tokens) and 0 < (place := ordinals().get(tokens[after].text, 0)) < room:
        value, after = value + place, after + 1
        room = 100 if place >= 100 else 10 if place >= 20 else 1
        if room == 1:
            return Figure(Decimal(value), ONE, PLACE, index, after)
    ended = after > index and tokens[after - 1].text in ordinals()
    return Figure(Decimal(value), ONE, PLACE, index, after) if ended else None
