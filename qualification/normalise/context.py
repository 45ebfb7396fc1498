"""What do neighbouring words make of an atom? Joins ordinals; tells "in may" from "may I"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from qualification.normalise.tables.talk import HEDGES
from qualification.normalise.text import Token, phrase_set
from qualification.normalise.times import BLANK, Atom

NOTHING: frozenset[str] = frozenset()
_HEDGES = phrase_set(HEDGES)
BEFORE_WEAK = frozenset(
    {
        "in",
        "of",
        "at_in",
        "by",
        "until",
        "before",
        "after",
        "next",
        "this",
        "last",
        "coming",
        "from",
        "between",
        "PART",
        "ORD",
        "DAY",
        "WEEKDAY",
        "dash",
        "starting",
        "closest",
        "earliest",
        "latest",
        "every",
        "last_ordinal",
    }
)
AFTER_WEAK = frozenset(
    {"DAY", "YEAR", "ORD", "next_after", "last_after", "WHEN", "latest", "earliest"}
)
SIBLINGS = frozenset({"MONTH", "WEEKDAY", "SEASON"})
JOINS_DATES = frozenset({"dash", "of", "the"})
BETWEEN_SIBLINGS = frozenset({"or", "and", ",", "dash", "until"})
TIMED = frozenset({"MONTH", "WEEKDAY", "UNIT", "SEASON", "AWAY", "CLOCK", "PART", "FEAST"})
COMPARED = frozenset({"is", "works", "suits", "would", "sounds"})
"""After a month that is set against another one."""
THIS_TO = frozenset({"to", "until", "till", "through", "thru", "hasta", "a", "y", "and", "of"})


def with_ordinals(atoms: list[Atom]) -> list[Atom]:
    """Joins "twenty" and "second", "trigésimo" and "primer"; an ordinal may name a day."""
    found: list[Atom] = []
    for atom in atoms:
        if "ORD" in atom.roles and 0 < atom.ordinal <= 31:
            atom = replace(atom, roles=atom.roles | {"DAY"}, count=Decimal(atom.ordinal))
            before = found[-1] if found else BLANK
            tens = before.ordinal or before.number
            spelled = "ORD" in before.roles or "SPELLED" in before.roles
            if atom.ordinal < 10 and spelled and tens in (20, 30) and before.after == atom.first:
                value = tens + atom.ordinal
                found[-1] = replace(
                    atom, first=before.first, ordinal=value, count=Decimal(value),
                    roles=frozenset({"ORD", "DAY"} if value <= 31 else {"ORD"}), weak=False,
                )  # fmt: skip
                continue
        found.append(atom)
    return found


def without_weak(atoms: list[Atom], tokens: Sequence[Token]) -> list[Atom]:
    """Takes the time out of "may", "sat" and "mar" where nothing beside them speaks of time."""
    alone = _is_one_word(tokens)
    found: list[Atom] = []
    for index, atom in enumerate(atoms):
        atom = _month_or_weekday(atoms, index)
        if atom.weak and not alone and not _is_led(atoms, index, tokens):
            atom = replace(atom, roles=atom.roles - TIMED)
        found.append(atom)
    return found


def _is_one_word(tokens: Sequence[Token]) -> bool:
    """Whether there is one word and no other, but for those that only hedge: "spring I guess"."""
    index = said = 0
    while index < len(tokens):
        if hedge := _HEDGES.at(tokens, index):
            index = hedge[1]
            continue
        said += tokens[index].text[0].isalnum()
        index += 1
    return said == 1


def _month_or_weekday(atoms: Sequence[Atom], index: int) -> Atom:
    """The Spanish "mar": March after a day or before a year, else Tuesday."""
    atom = atoms[index]
    if not atom.roles >= {"MONTH", "WEEKDAY"}:
        return atom
    before = next((a.roles for a in reversed(atoms[:index]) if not a.roles & JOINS_DATES), NOTHING)
    following = next((a.roles for a in atoms[index + 1 :] if not a.roles & JOINS_DATES), NOTHING)
    dated = "DAY" in before or "YEAR" in following
    return replace(atom, roles=atom.roles - {"WEEKDAY" if dated else "MONTH"})


def _is_led(atoms: Sequence[Atom], index: int, tokens: Sequence[Token]) -> bool:
    """Whether what stands beside an ambiguous word makes it a time."""
    atom, place = atoms[index], index - 1
    while place > 0 and not {"the", ","}.isdisjoint(atoms[place].roles):
        place -= 1
    before = atoms[place].roles if place >= 0 else frozenset[str]()
    following = atoms[index + 1].roles if index + 1 < len(atoms) else frozenset[str]()
    word = tokens[atom.after].text if atom.after < len(tokens) else ""
    if "alone" in atom.roles:
        return False
    if "UNIT" in atom.roles and "COUNT" in before:
        return True
    if "this" in before:
        return not word.isalpha() or word in THIS_TO
    if _has_sibling(atoms, index) or (word in COMPARED and _follows_a_month(atoms, index)):
        return True
    if not AFTER_WEAK.isdisjoint(following) or _leads_on(atoms, index, following):
        return True
    return not BEFORE_WEAK.isdisjoint(before)


def _leads_on(atoms: Sequence[Atom], index: int, following: frozenset[str]) -> bool:
    """Whether a date goes on after a join: "may of next year", "jun-26", "march the 3rd"."""
    after = atoms[index + 2].roles if index + 2 < len(atoms) else NOTHING
    return (
        ("of" in following and not after.isdisjoint({"YEAR", "next", "this", "last"}))
        or ("dash" in following and not AFTER_WEAK.isdisjoint(after))
        or ("the" in following and "MONTH" in atoms[index].roles and "ORD" in after)
    )


def _follows_a_month(atoms: Sequence[Atom], index: int) -> bool:
    """Whether it is set against another month: "I said January, but March is better"."""
    return "MONTH" in atoms[index].roles and any(
        "MONTH" in one.roles and not one.weak for one in atoms[:index]
    )


def _name(atom: Atom) -> tuple[int, int, str]:
    return atom.month, atom.weekday, atom.season


def _has_sibling(atoms: Sequence[Atom], index: int) -> bool:
    """Whether another month stands beside this one, another weekday beside this: "April or May"."""
    atom = atoms[index]
    for step in (-1, 1):
        if not 0 <= index + 2 * step < len(atoms):
            continue
        joined = not BETWEEN_SIBLINGS.isdisjoint(atoms[index + step].roles)
        other = atoms[index + 2 * step]
        alike = atom.roles & other.roles & SIBLINGS
        different = _name(atom) != _name(other)
        if joined and alike and different:
            return True
    return False
