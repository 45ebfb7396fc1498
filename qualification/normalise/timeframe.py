"""When? Reads days, stretches, limits and haste: "a finales de marzo", "Q1 next year", "asap"."""

from dataclasses import replace
from datetime import datetime

from qualification.normalise.atoms import atoms_of
from qualification.normalise.grammar import Moment
from qualification.normalise.lexicon import lexicon
from qualification.normalise.rules_days import DATES, LENGTHS, LONE
from qualification.normalise.rules_spans import DAY_RANGES, LIMITS, RANGES
from qualification.normalise.rules_units import CLOCKS, OFFSETS, PARTS, THIS, UNITS
from qualification.normalise.text import Token, fold, tokenise
from qualification.normalise.times import Atom, When
from qualification.values import Language, Timeframe, TimeframeKind

LEVELS = (LENGTHS, DATES, UNITS, THIS, PARTS, DAY_RANGES, LONE, OFFSETS, CLOCKS, RANGES)
COURTESY = frozenset({",", "about", "for", "in", "at_in", "within"})
JOINERS = frozenset({",", "on", "el", "este", "esta", "this", "the", "(", "o sea", "-"})


def read_timeframe(
    text: str, language: Language, *, now: datetime, asked: bool = False
) -> tuple[Timeframe, ...]:
    """The times said in a text, seen from `now`; `asked` when they answer a question about time."""
    folded = fold(text)
    tokens = tokenise(folded)
    atoms = atoms_of(folded, tokens, lexicon(language))
    moment = Moment(now, language, asked)
    for level in LEVELS:
        atoms = level.rewrite(atoms, moment)
    alone = len([atom for atom in atoms if not atom.roles or atom.roles - COURTESY]) == 1
    said = [a for a in LIMITS.rewrite(atoms, replace(moment, alone=alone)) if a.when]
    said = _without_echoes(_without_lone_hours(said), tokens)
    return tuple(_timeframe(atom, atom.when, tokens) for atom in said if atom.when)


def _without_lone_hours(said: list[Atom]) -> list[Atom]:
    """An hour means today only where no day is named."""
    days = [atom for atom in said if atom.when and atom.when.unit != "hour"]
    return days or said


def _without_echoes(said: list[Atom], tokens: list[Token]) -> list[Atom]:
    """ "Tomorrow, on the 2nd of March" is one day; "the weekend, this Sunday" is the Sunday."""
    kept: list[Atom] = []
    for atom in said:
        if kept and _beside(kept[-1], atom, tokens) and kept[-1].when and atom.when:
            before, one = kept[-1].when, atom.when
            if _holds(before, one):
                kept[-1] = atom
                continue
            if _holds(one, before):
                continue
        kept.append(atom)
    return kept


def _beside(one: Atom, other: Atom, tokens: list[Token]) -> bool:
    return all(token.text in JOINERS for token in tokens[one.after : other.first])


def _holds(whole: When, one: When) -> bool:
    if not (whole.start and whole.end and one.start and one.end):
        return False
    return whole.start <= one.start and one.end <= whole.end


def _timeframe(atom: Atom, when: When, tokens: list[Token]) -> Timeframe:
    span = tokens[atom.first].start, tokens[atom.after - 1].end
    return Timeframe(_kind(when), when.start, when.end, when.approximate, span)


def _kind(when: When) -> TimeframeKind:
    if when.asap:
        return "asap"
    if when.unhurried:
        return "none"
    if when.end is None:
        return "open"
    if when.start and (when.end - when.start).days == 1:
        return "date"
    return "range"
