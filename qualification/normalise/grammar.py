"""How do atoms combine? Rules are patterns over roles; each level rewrites the atoms once.

A pattern is a line of roles: `WEEKDAY? ,? DAY of|dash? MONTH`. Small letters are words that join,
capitals carry a value and are handed to the rule's function; `?` makes one optional, `|` offers
alternatives. Articles between two roles are skipped, but not before a role marked `!`. The longest
match wins.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from qualification.normalise.times import Answer, Atom, Duration, When
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
Built = When | Duration | Answer | None
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that builds its meaning."""

    elements: tuple[Element, ...]
    build: Build
    second: frozenset[str]
    """Roles of which the atom after the first must have one; empty where many may follow."""


def _element(written: str) -> Element:
    bare = written.rstrip("?!") or written
    roles = frozenset(bare.split("|"))
    carries = any(role[0].isupper() for role in roles)
    return Element(roles, "?" in written, carries, "!" in written)


class Level:
    """Rules that are tried together."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[Rule]] = {}

    def rule(self, *patterns: str) -> Callable[[BuildT], BuildT]:
        """Registers a function whose arguments are the capitals, None where left out."""

        def register(build: BuildT) -> BuildT:
            for pattern in patterns:
                elements = tuple(_element(part) for part in pattern.split())
                sure = len(elements) > 1 and not (elements[0].optional or elements[1].optional)
                second = elements[1].roles | {"the"} if sure else NOTHING
                self._add(Rule(elements, build, second))
            return build

        return register

    def _add(self, rule: Rule) -> None:
        sure = next(n for n, element in enumerate(rule.elements) if not element.optional)
        for element in rule.elements[: sure + 1]:
            for role in element.roles:
                self._by_first.setdefault(role, []).append(rule)

    def rewrite(self, atoms: Sequence[Atom], moment: Moment) -> list[Atom]:
        """The atoms with every match replaced by what it means."""
        found: list[Atom] = []
        index = 0
        while index < len(atoms):
            built, after = None, index + 1
            if not self._by_first.keys().isdisjoint(atoms[index].roles):
                built, after = self._longest(atoms, index, moment)
            found.append(built or atoms[index])
            index = after if built else index + 1
        return found

    def _longest(
        self, atoms: Sequence[Atom], index: int, moment: Moment
    ) -> tuple[Atom | None, int]:
        best: Atom | None = None
        best_after = index
        following = atoms[index + 1].roles if index + 1 < len(atoms) else NOTHING
        for role in atoms[index].roles:
            for rule in self._by_first.get(role, ()):
                if rule.second and rule.second.isdisjoint(following):
                    continue
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
    if at < len(atoms) and not element.roles.isdisjoint(atoms[at].roles):
        carried = (atoms[at],) if element.carries else ()
        for rest, after in _matches(elements, place + 1, atoms, at + 1, first):
            yield carried + rest, after
    if element.optional:
        left_out = (None,) if element.carries else ()
        for rest, after in _matches(elements, place + 1, atoms, index, first):
            yield left_out + rest, after


def _atom(meaning: When | Duration | Answer, first: Atom, last: Atom) -> Atom:
    if isinstance(meaning, Duration):
        return Atom(first.first, last.after, frozenset({"DUR"}), duration=meaning)
    if isinstance(meaning, Answer):
        return Atom(first.first, last.after, frozenset({"DONE"}), answer=meaning)
    roles = frozenset({"WHEN", f"WHEN_{meaning.unit}"})
    return Atom(first.first, last.after, roles, when=meaning)
