"""How do atoms combine? Rules are patterns over roles; each level rewrites the atoms once.

A pattern is a line of roles: `WEEKDAY? ,? DAY of|dash? MONTH`. Small letters are words that join,
capitals carry a value and are handed to the rule's function; `?` makes one optional, `|` offers
alternatives, `...` is a gap of a few other words. Articles between two roles are skipped, but not
before a role marked `!`. The longest match wins; of two as long, the rule written first.

To teach it something:
- a word or phrase that means what others do ("in the vicinity of"): one line in tables/time_en.py
  or tables/time_es.py, beside those others; a feast: one line in tables/holidays.py;
- a new way to put words together ("the Monday after"): a pattern above the function of a
  rules_*.py module that means the same, or a new function there;
- a word that plays a new part in patterns: a new key under `roles` in both time tables.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from qualification.normalise.times import Answer, Atom, Duration, Silence, When
from qualification.values import Language


@dataclass(frozen=True, slots=True)
class Moment:
    """What a rule may know besides its atoms."""

    now: datetime
    language: Language
    asked: bool
    alone: bool = False
    """Whether the message holds nothing else: a rule may hold only then."""


NOTHING: frozenset[str] = frozenset()
SAID = frozenset({"WHEN", "DONE", "DUR", ","})
WIDEST_GAP = 6
Meaning = When | Duration | Answer | Silence | Atom
"""An atom stands for itself: what was said before it only says how it is meant."""
Built = Meaning | None
Build = Callable[..., Built]
BuildT = TypeVar("BuildT", bound=Build)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    roles: frozenset[str]
    optional: bool
    carries: bool
    close: bool
    """No article may stand before it."""
    gap: bool
    """Any words but times and commas."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a match may begin: roles of its first atom and of the one after."""

    first: frozenset[str]
    second: frozenset[str]
    """Empty where there may be none, or any."""

    def fits(self, roles: frozenset[str], following: frozenset[str]) -> bool:
        second = not self.second or not self.second.isdisjoint(following)
        return second and not self.first.isdisjoint(roles)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that builds its meaning."""

    elements: tuple[Element, ...]
    build: Build
    starts: tuple[Start, ...]


def _element(written: str) -> Element:
    bare = written.rstrip("?!") or written
    roles = frozenset(bare.split("|"))
    carries = any(role[0].isupper() for role in roles)
    return Element(roles, "?" in written, carries, "!" in written, bare == "...")


def _starts(elements: tuple[Element, ...]) -> Iterator[Start]:
    sure = next(place for place, element in enumerate(elements) if not element.optional)
    for place in range(sure + 1):
        yield Start(elements[place].roles, _second(elements[place + 1 :]))


def _second(elements: tuple[Element, ...]) -> frozenset[str]:
    found = {"the"}
    for element in elements:
        if element.gap:
            return NOTHING
        found |= element.roles
        if not element.optional:
            return frozenset(found)
    return NOTHING


class Level:
    """Rules that are tried together."""

    def __init__(self) -> None:
        self._rules: list[Rule] = []
        self._fitting: dict[tuple[frozenset[str], frozenset[str]], tuple[Rule, ...]] = {}

    def rule(self, *patterns: str) -> Callable[[BuildT], BuildT]:
        """Registers a function whose arguments are the capitals, None where left out."""

        def register(build: BuildT) -> BuildT:
            for pattern in patterns:
                elements = tuple(_element(part) for part in pattern.split())
                self._rules.append(Rule(elements, build, tuple(_starts(elements))))
            self._fitting.clear()
            return build

        return register

    def _rules_for(self, roles: frozenset[str], following: frozenset[str]) -> tuple[Rule, ...]:
        """The rules that may match from two such atoms on; the tables hold few kinds of atoms."""
        found = self._fitting.get((roles, following))
        if found is None:
            found = tuple(
                rule
                for rule in self._rules
                if any(start.fits(roles, following) for start in rule.starts)
            )
            self._fitting[roles, following] = found
        return found

    def rewrite(self, atoms: Sequence[Atom], moment: Moment) -> list[Atom]:
        """The atoms with every match replaced by what it means."""
        found: list[Atom] = []
        index = 0
        while index < len(atoms):
            built, after = None, index + 1
            following = atoms[index + 1].roles if index + 1 < len(atoms) else NOTHING
            if rules := self._rules_for(atoms[index].roles, following):
                built, after = _longest(rules, atoms, index, moment)
            found.append(built or atoms[index])
            index = after if built else index + 1
        return found


def _longest(
    rules: Sequence[Rule], atoms: Sequence[Atom], index: int, moment: Moment
) -> tuple[Atom | None, int]:
    """What the longest match from here means; of two as long, the rule written first."""
    best: Atom | None = None
    best_after = index
    for rule in rules:
        for carried, after in _matches(rule.elements, 0, atoms, index, index):
            if after <= best_after:
                continue
            meaning = rule.build(moment, *carried)
            if meaning is not None:
                best, best_after = _atom(meaning, atoms[index], atoms[after - 1]), after
    return best, best_after


def _matches(
    elements: tuple[Element, ...], place: int, atoms: Sequence[Atom], index: int, first: int
) -> Iterator[tuple[tuple[Atom | None, ...], int]]:
    """Every way the elements from `place` on match from `index` on."""
    if place == len(elements):
        yield (), index
        return
    element = elements[place]
    at = index
    if first < at < len(atoms) and "the" in atoms[at].roles:
        at += not element.close and element.roles.isdisjoint(atoms[at].roles)
    if element.gap:
        for after in _gaps(atoms, at):
            yield from _matches(elements, place + 1, atoms, after, first)
    elif at < len(atoms) and not element.roles.isdisjoint(atoms[at].roles):
        carried = (atoms[at],) if element.carries else ()
        for rest, after in _matches(elements, place + 1, atoms, at + 1, first):
            yield carried + rest, after
    if element.optional:
        left_out = (None,) if element.carries else ()
        for rest, after in _matches(elements, place + 1, atoms, index, first):
            yield left_out + rest, after


def _gaps(atoms: Sequence[Atom], index: int) -> range:
    """Where a gap that begins here may end: before a time, and not far away."""
    after = index
    while after < len(atoms) and after < index + WIDEST_GAP and atoms[after].roles.isdisjoint(SAID):
        after += 1
    return range(index + 1, after + 1)


def _atom(meaning: Meaning, first: Atom, last: Atom) -> Atom:
    if isinstance(meaning, Atom):
        return meaning
    if isinstance(meaning, Silence):
        return Atom(first.first, last.after, frozenset({"ignored"}))
    if isinstance(meaning, Duration):
        return Atom(first.first, last.after, frozenset({"DUR"}), duration=meaning)
    if isinstance(meaning, Answer):
        return Atom(first.first, last.after, frozenset({"DONE"}), answer=meaning)
    roles = frozenset({"WHEN", f"WHEN_{meaning.unit}"})
    return Atom(first.first, last.after, roles, when=meaning)
