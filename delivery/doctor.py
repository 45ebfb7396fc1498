"""Would a delivery go through? Each system's checks are look-ups that change nothing.

They are steps like those of a delivery (delivery/calls.py), over the same connection, so what they
find holds for what will be sent. NoJournal refuses a call that changes something.
"""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Literal, TypeAlias

from delivery.calls import Call, Refused, Reply
from delivery.connection import Connection, NoJournal
from qualification.values import Json

Level = Literal["good", "warning", "bad"]

APART = timedelta(minutes=2)
"""Signed assertions and signatures fail where clocks are further apart (RFC 7523, 3)."""
SCARCE = 0.1
"""Of a day's calls."""
REMEDIES: Mapping[str, str] = {
    "fix_configuration": "check its token, its rights and its settings",
    "fix_data": "check its settings",
    "final": "check its address",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: str
    level: Level
    said: str
    """What is so, and where it is not good what to do."""


Checks: TypeAlias = Generator[Call, Reply, list[Finding]]


def look(step: str, url: str, **params: str) -> Call:
    """A look-up; the checks want to see that something is not there."""
    return Call(step, "GET", url, params=params, changes=False, also=frozenset({403, 404}))


async def examine(connection: Connection, checks: Checks) -> list[Finding]:
    """Make a system's checks; what ends them is the last finding."""
    found: list[Finding] = []
    try:
        call = next(checks)
        while True:
            reply = await connection.ask(call, NoJournal())
            if not found:
                found += _clock(reply)
            call = checks.send(reply)
    except StopIteration as done:
        return found + list(done.value)
    except Refused as refused:
        outcome = refused.outcome
        remedy = REMEDIES.get(getattr(outcome, "remedy", ""), "try again later")
        return [*found, Finding("connection", "bad", f"{outcome.why}: {remedy}")]


def fields(wanted: Sequence[str], there: Mapping[str, Json], where: str) -> list[Finding]:
    """Whether every field that the settings name is there."""
    missing = [name for name in wanted if name not in there]
    if missing:
        names = ", ".join(missing)
        said = f"{where} has no {names}: make it there, or name another in the settings"
        return [Finding("fields", "bad", said)]
    return [Finding("fields", "good", f"{where} has {', '.join(wanted)}")] if wanted else []


def left(what: str, remaining: float, most: float) -> list[Finding]:
    """How much of a limit is left."""
    said = f"{remaining:.0f} of {most:.0f} {what} are left"
    if remaining < most * SCARCE:
        return [Finding("limits", "warning", f"{said}: see what else uses them up")]
    return [Finding("limits", "good", said)]


def _clock(reply: Reply) -> list[Finding]:
    try:
        theirs = parsedate_to_datetime(reply.headers.get("date", ""))
    except ValueError:
        return []
    apart = abs(theirs - reply.at) if theirs.tzinfo else timedelta()
    if apart > APART:
        said = f"our clock and theirs are {apart.total_seconds():.0f} s apart: set ours (NTP)"
        return [Finding("clock", "bad", said)]
    return [Finding("clock", "good", "our clock and theirs agree")]
