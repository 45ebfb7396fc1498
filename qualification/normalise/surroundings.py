"""Which words stand around amounts? Both languages' tables as a speaker of one means them."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from qualification.normalise.tables import en, es
from qualification.normalise.tables.shape import AmountWords, Limit
from qualification.normalise.text import Phrases, Token, by_phrase, listed, phrase_set
from qualification.values import Language

PAUSES = frozenset(",.;:!?¡¿()…\n")
YEARS, THESE_YEARS = range(1900, 2101), range(2005, 2041)
LONGEST_OPENER = 5
Opening = Literal["around", "between", "since", "at_least", "at_most"]


class Opener(NamedTuple):
    """What is said before an amount, and the limit it sets where no range follows."""

    opens: Opening
    limit: Limit | None = None


class Surroundings:
    """The words around amounts of both languages; the own language's meaning wins."""

    def __init__(self, language: Language) -> None:
        own, other = (es, en) if language == "es" else (en, es)
        tables = (own.AMOUNTS, other.AMOUNTS)

        def either(*entries: str) -> frozenset[str]:
            return frozenset(word for entry in entries for word in listed(entry))

        self.openers = Phrases(*(_openers(t) for t in tables))
        self.closers = Phrases(*(_closers(t) for t in tables))
        self.ands = phrase_set(*(t.between_and for t in tables))
        self.untils = phrase_set(*(t.until for t in tables))
        self.ors = phrase_set(*(t.alternatives for t in tables))
        self.around = phrase_set(*(t.around for t in tables))
        self.vague = phrase_set(*(t.around_after for t in tables))
        self.corrections = phrase_set(*(t.corrections for t in tables))
        self.tails = phrase_set(
            *(t.each for t in tables), *(p for t in tables for p in t.periods.values())
        )
        self.fillers = either(*(t.own for t in tables))
        self.negations = either(*(t.negations for t in tables))
        self.negation_ends = PAUSES.union(*(either(t.indifferent, t.clause_starts) for t in tables))
        self.year_marks = either(*(t.year_marks for t in tables))
        self.late_year_marks = either(*(t.late_year_marks for t in tables))
        self.counted = phrase_set(*(t.counted for t in tables))
        self.timed = phrase_set(*(t.timed for t in tables))

    def is_a_year(self, tokens: Sequence[Token], index: int) -> bool:
        """ "In 2019", "desde 2024": four figures of a year after a word for it, and no amount."""
        token, before = tokens[index], tokens[index - 1].text if index else ""
        if not (token.text.isdigit() and len(token.text) == 4) or before not in self.year_marks:
            return False
        opener = self.openers.before(tokens, index, LONGEST_OPENER)
        if (opener and opener[1] < index - 1) or self.counted.at(tokens, index + 1):
            return False
        years = THESE_YEARS if before in self.late_year_marks else YEARS
        return int(token.text) in years


def _openers(table: AmountWords) -> dict[str, Opener]:
    found = dict.fromkeys(listed(table.around), Opener("around"))
    for noun, limit in by_phrase(table.limit_nouns).items():
        for being in listed(table.being):
            found[f"{noun} {being}"] = Opener(limit, limit)
    for phrase, limit in by_phrase(table.limits).items():
        found[phrase] = Opener(limit, limit)
    for phrase, alone in by_phrase(table.since).items():
        found[phrase] = Opener("since", alone)
    return found | dict.fromkeys(listed(table.between), Opener("between"))


def _closers(table: AmountWords) -> dict[str, Opening]:
    found: dict[str, Opening] = dict.fromkeys(listed(table.around_after), "around")
    for noun, limit in by_phrase(table.limit_nouns).items():
        for being in listed(table.being):
            for own in ("", *listed(table.own)):
                found[f"{being} {own} {noun}"] = limit
    return found | by_phrase(table.limits_after)


@cache
def surroundings(language: Language) -> Surroundings:
    """The words around amounts as a speaker of this language means them."""
    return Surroundings(language)
