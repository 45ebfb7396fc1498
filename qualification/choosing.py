"""Which script is meant? PURE rules: by form, number and page; and what two scripts both claim.

What none of these shows is left to the reception (qualification/reception.py), which listens first
and then asks: nothing is guessed silently, and how the script was chosen goes on record.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from qualification.errors import Problem
from qualification.normalise.text import fold
from qualification.pages import exactness, may_meet, most_exact
from qualification.saying import Said
from qualification.script import Script
from qualification.source import Path, Source, read_source

ChosenBy = Literal["named", "form", "address", "page", "first_message", "asked", "default"]
"""`named`: whoever opened the conversation said which; `default`: there is no other script, or
asking did not help.
"""
WHATSAPP = "whatsapp:"
_ASKED = Said("leave it in one of them, or they are asked which of the two they mean")


@dataclass(frozen=True, slots=True)
class Arrival:
    """How somebody came to us, as far as it is known."""

    form: str = ""
    """The id of a form that they have filled in."""
    number: str = ""
    """The number of ours that they wrote to or called."""
    whatsapp: bool = False
    page: str = ""
    """The page that they are on."""


NOWHERE = Arrival()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A script, and what it was chosen by."""

    script: str
    by: ChosenBy


@dataclass(frozen=True, slots=True)
class Written:
    """A script with the text that it was read from, and the name of the file."""

    name: str
    text: str
    script: Script


def choose(scripts: Sequence[Script], arrival: Arrival) -> Chosen | None:
    """The script for somebody who arrives so; None where nothing shows it, or several are meant.

    What they did to reach us (a form, a number) says more than where they were.
    """
    ways: tuple[tuple[ChosenBy, Sequence[str]], ...] = (
        ("form", [one.script for one in scripts if arrival.form in one.forms]),
        ("address", _by_number(scripts, arrival)),
        ("page", most_exact(_pages(scripts), arrival.page) if arrival.page else ()),
    )
    for by, found in ways:
        if len(found) == 1:
            return Chosen(found[0], by)
    return Chosen(scripts[0].script, "default") if len(scripts) == 1 else None


def conflicts(one: Written, others: Sequence[Script]) -> tuple[Problem, ...]:
    """The pages and forms of a script that another has too: it cannot be published so."""
    source = read_source(one.text)
    return tuple(sorted(p for other in others for p in _claimed_twice(one.script, other, source)))


def shared(one: Written, others: Sequence[Script]) -> tuple[Problem, ...]:
    """The numbers and topics of a script that another has too: who comes by one is asked."""
    source = read_source(one.text)
    return tuple(sorted(p for other in others for p in _shared(one.script, other, source)))


def between(
    written: Sequence[Written],
    find: Callable[[Written, Sequence[Script]], Sequence[Problem]] = conflicts,
) -> list[tuple[str, Problem]]:
    """What `find` finds in several scripts, each pair looked at once: the file, and the problem."""
    return [
        (later.name, problem)
        for earlier, later in combinations(written, 2)
        if earlier.script.script != later.script.script
        for problem in find(later, [earlier.script])
    ]


def _by_number(scripts: Sequence[Script], arrival: Arrival) -> Sequence[str]:
    """On WhatsApp those that name it for WhatsApp, before those that only name the number."""
    either = (f"{WHATSAPP}{arrival.number}", arrival.number)
    for wanted in either if arrival.whatsapp else either[1:]:
        if found := [one.script for one in scripts if wanted in one.answers]:
            return found
    return ()


def _pages(scripts: Sequence[Script]) -> Iterator[tuple[str, str]]:
    for script in scripts:
        for pattern in script.pages:
            yield pattern, script.script


def _claimed_twice(script: Script, other: Script, source: Source) -> Iterator[Problem]:
    for index, page in enumerate(script.pages):
        for theirs in other.pages:
            if exactness(page) == exactness(theirs) and may_meet(page, theirs):
                message = Said(
                    "`%(theirs)s` of the script `%(script)s` may be the same page",
                    theirs=theirs,
                    script=other.script,
                )
                yield _problem(
                    source, ("pages", index), message, Said("make one of them more exact")
                )
    for index, form in enumerate(script.forms):
        if form in other.forms:
            message = Said(
                "the script `%(script)s` has the form `%(form)s` too",
                script=other.script,
                form=form,
            )
            yield _problem(source, ("forms", index), message, Said("leave it in one of them"))


def _shared(script: Script, other: Script, source: Source) -> Iterator[Problem]:
    for index, number in enumerate(script.answers):
        if number in other.answers:
            message = Said(
                "the script `%(script)s` answers `%(number)s` too",
                script=other.script,
                number=number,
            )
            yield _problem(source, ("answers", index), message, _ASKED)
    for language, topics in (script.topics or {}).items():
        theirs = tuple(map(fold, (other.topics or {}).get(language, ())))
        for topic in topics:
            if fold(topic) in theirs:
                message = Said(
                    "`%(topic)s` is a topic of the script `%(script)s` too",
                    topic=topic,
                    script=other.script,
                )
                yield _problem(source, ("topics", language), message, _ASKED)


def _problem(source: Source, path: Path, message: Said, hint: Said) -> Problem:
    return Problem(*source.value_at(path), message, hint)
