"""When? Reads days, stretches, limits and haste: "a finales de marzo", "Q1 next year", "asap"."""

from dataclasses import replace
from datetime import datetime

from qualification.normalise.atoms import atoms_of
from qualification.normalise.grammar import Moment
from qualification.normalise.lexicon import lexicon
from qualification.normalise.months import with_months_mended
from qualification.normalise.rules_days import DATES, LENGTHS, LONE
from qualification.normalise.rules_limits import CHANGES, HASTE, LIMITS
from qualification.normalise.rules_offsets import CLOCKS, HOURS, OFFSETS
from qualification.normalise.rules_parts import PARTS
from qualification.normalise.rules_spans import DAY_RANGES, RANGES
from qualification.normalise.rules_units import THIS, UNITS
from qualification.normalise.rules_years import NTHS, YEARS
from qualification.normalise.text import Token, fold, tokenise
from qualification.normalise.times import Atom
from qualification.values import Language, Timeframe, TimeframeKind

LEVELS = (
    LENGTHS,
    DATES,
    YEARS,
    UNITS,
    NTHS,
    THIS,
    PARTS,
    DAY_RANGES,
    LONE,
    OFFSETS,
    CLOCKS,
    RANGES,
)
FEW_TOKENS = 30
"""Of an answer whose months may be misspelt."""
SAID = frozenset({"WHEN", "DONE"})
COURTESY = frozenset({",", "about", "for", "in", "at_in", "within", "latest", "earliest", "more"})
JOINERS = frozenset({",", "on", "el", "este", "esta", "this", "the", "(", "o sea", "-"})


def read_timeframe(
    text: str, language: Language, *, now: datetime, asked: bool = False
) -> tuple[Timeframe, ...]:
    """The times said in a text, seen from `now`; `asked` when they answer a question about time."""
    folded = fold(text)
    tokens = tokenise(folded)
    said = _read(folded, tokens, language, now, asked)
    few = asked and not said and len(tokens) <= FEW_TOKENS
    if few and (mended := with_months_mended(tokens)) != tokens:
        said = _read(folded, mended, language, now, asked)
    return tuple(_timeframe(atom, tokens) for atom in said)


def _read(
    folded: str, tokens: list[Token], language: Language, now: datetime, asked: bool
) -> list[Atom]:
    """The atoms that say a time."""
    atoms = atoms_of(folded, tokens, lexicon(language))
    moment = Moment(now, language, asked, all(atom.roles for atom in atoms))
    for level in LEVELS:
        atoms = level.rewrite(atoms, moment)
    alone = len([atom for atom in atoms if not atom.roles or atom.roles - COURTESY]) == 1
    moment = replace(moment, alone=alone)
    for level in LIMITS, CHANGES, HOURS:
        atoms = level.rewrite(atoms, moment)
    if (asked or alone) and not _said(atoms):
        atoms = HASTE.rewrite(atoms, moment)
    return _without_echoes(_without_leisure(_without_lone_hours(_said(atoms))), tokens)


def _said(atoms: list[Atom]) -> list[Atom]:
    return [atom for atom in atoms if not atom.roles.isdisjoint(SAID)]


def _without_leisure(said: list[Atom]) -> list[Atom]:
    """ "No hurry, some time in May" is May."""
    dated = [atom for atom in said if not (atom.answer and atom.answer.kind == "none")]
    return dated or said[:1]


def _without_lone_hours(said: list[Atom]) -> list[Atom]:
    """An hour means today only where no day is named."""
    return [atom for atom in said if atom.when.unit != "hour"] or said


def _without_echoes(said: list[Atom], tokens: list[Token]) -> list[Atom]:
    """ "Tomorrow, on the 2nd of March" is one day; "the weekend, this Sunday" is the Sunday."""
    kept: list[Atom] = []
    for atom in said:
        if kept and _beside(kept[-1], atom, tokens):
            if _holds(kept[-1], atom):
                kept.pop()
            elif _holds(atom, kept[-1]):
                continue
        kept.append(atom)
    return kept


def _beside(one: Atom, other: Atom, tokens: list[Token]) -> bool:
    return all(token.text in JOINERS for token in tokens[one.after : other.first])


def _holds(whole: Atom, one: Atom) -> bool:
    if whole.answer or one.answer:
        return False
    return whole.when.start <= one.when.start and one.when.end <= whole.when.end


def _timeframe(atom: Atom, tokens: list[Token]) -> Timeframe:
    span = tokens[atom.first].start, tokens[atom.after - 1].end
    if answer := atom.answer:
        return Timeframe(answer.kind, answer.start, answer.end, answer.approximate, span)
    when = atom.when
    kind: TimeframeKind = "date" if when.stretch.length.days == 1 else "range"
    return Timeframe(kind, when.start, when.end, when.approximate, span)
