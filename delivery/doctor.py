"""Would a delivery go through? Each system's checks are look-ups that change nothing.

They are steps like those of a delivery (delivery/calls.py), over the same connection, so what they
find holds for what will be sent. NoJournal refuses a call that changes something.

What is found is said in a form with gaps, so that the console can say it in another language
(console/locale/es/doctor.po): the forms are written where `good`, `warning` and `bad` are called.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Literal, TypeAlias

from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Refused, Reply
from delivery.connection import Connection, NoJournal
from qualification.saying import Said
from qualification.values import Json

Level = Literal["good", "warning", "bad"]
About = Literal[
    "account",
    "address",
    "audience",
    "buttons",
    "campaign",
    "channel",
    "clock",
    "connection",
    "database",
    "deliveries",
    "double opt-in",
    "encryption",
    "events",
    "fields",
    "key",
    "leads",
    "limits",
    "lists",
    "model",
    "pipeline",
    "rights",
    "rule",
    "scopes",
    "scripts",
    "secret",
    "sender",
    "sign-in",
    "stage",
    "time",
    "token",
    "twilio",
    "webhook",
]

APART = timedelta(minutes=2)
"""Signed assertions and signatures fail where clocks are further apart (RFC 7523, 3)."""
SCARCE = 0.1
"""Of a day's calls."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: About
    level: Level
    said: Said
    """What is so, and where it is not good what to do. What fills its gaps: names of theirs,
    figures, an error in the system's own words.
    """


Checks: TypeAlias = Generator[Call | Finding, Reply, None]
"""Yields what is to be asked, whose answer it gets, and what it finds."""
Found: TypeAlias = Iterator[Finding]


def good(about: About, text: str, **given: str) -> Finding:
    """It is as it should be."""
    return Finding(about, "good", Said(text, **given))


def warning(about: About, text: str, **given: str) -> Finding:
    """Something will go otherwise than one may think."""
    return Finding(about, "warning", Said(text, **given))


def bad(about: About, text: str, **given: str) -> Finding:
    """Deliveries will fail."""
    return Finding(about, "bad", Said(text, **given))


def look(step: str, url: str, *also: int, **params: str) -> Call:
    """A look-up; the checks want to see that something is not there."""
    return Call(step, "GET", url, params=params, changes=False, also=frozenset({403, 404, *also}))


async def examine(connection: Connection, checks: Checks) -> list[Finding]:
    """Make a system's checks; what ends them is the last finding."""
    connection.open()  # what was found before may be put right by now
    found: list[Finding] = []
    is_first = True
    try:
        asked = next(checks)
        while True:
            if isinstance(asked, Finding):
                found.append(asked)
                asked = next(checks)
                continue
            reply = await connection.ask(asked, NoJournal())
            if is_first:
                found += _clock(reply)
                is_first = False
            asked = checks.send(reply)
    except StopIteration:
        return found
    except Refused as refused:
        clock = await _clock_alone(connection) if is_first else []
        return [*clock, *found, _refusal(refused.outcome)]


def readable(reply: Reply, what: str, scope: str) -> Finding:
    """Whether we may read something of theirs."""
    if reply.ok:
        return good("rights", "%(what)s can be read", what=what)
    return bad(
        "rights",
        "%(what)s cannot be read (%(status)s): it needs the scope %(scope)s",
        what=what,
        status=str(reply.status),
        scope=scope,
    )


def contacts_closed() -> Finding:
    """Where leads are made, and who is a contact already cannot be found."""
    return warning(
        "rights",
        "our user may not read and change contacts: who is one already becomes a lead as well; "
        "give it that right",
    )


def contacts_fixed(names: Sequence[str] = ()) -> Finding:
    """Where leads are made, and who is a contact already is found and cannot be kept up to date.
    `names`: of the fields, where it is not the whole record.
    """
    if names:
        return bad(
            "rights",
            "our user may read contacts, and not change %(names)s of them: who is one already and "
            "comes back is refused; give it that right",
            names=", ".join(names),
        )
    return bad(
        "rights",
        "our user may read contacts, and not change them: who is one already and comes back is "
        "refused; give it that right",
    )


def fields(wanted: Sequence[str], there: Mapping[str, object], where: str) -> Found:
    """Whether every field that the settings name is there."""
    missing = [name for name in wanted if name not in there]
    if missing:
        yield bad(
            "fields",
            "%(where)s has no %(names)s: make it there, or name another in the settings",
            where=where,
            names=", ".join(missing),
        )
    elif wanted:
        yield good("fields", "%(where)s has %(names)s", where=where, names=", ".join(wanted))


def calls_left(rest: float, most: float) -> Finding:
    """How much of the limit of a day is left."""
    given = {"rest": f"{rest:.0f}", "most": f"{most:.0f}"}
    if rest < most * SCARCE:
        return warning(
            "limits",
            "%(rest)s of %(most)s calls of the day are left: see what else uses them up",
            **given,
        )
    return good("limits", "%(rest)s of %(most)s calls of the day are left", **given)


def named(listed: Json, key: str) -> Mapping[str, Mapping[str, Json]]:
    """The rows of a list by one of their values."""
    rows = listed if isinstance(listed, list) else []
    return {str(one[key]): one for one in rows if isinstance(one, dict) and key in one}


def part(of: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    """An object in an object; an empty one where there is none."""
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def _refusal(outcome: RetryAt | Failed) -> Finding:
    """What ended the checks, in the system's words."""
    if isinstance(outcome, RetryAt):
        return bad("connection", "%(why)s: try again later", why=outcome.why)
    match outcome.remedy:
        case "sign_in":
            return bad("sign-in", "%(why)s: put its credentials right", why=outcome.why)
        case "fix_configuration":
            return bad(
                "connection",
                "%(why)s: check its token, its rights and its settings",
                why=outcome.why,
            )
        case "fix_data":
            return bad("connection", "%(why)s: check its settings", why=outcome.why)
        case _:
            return bad("connection", "%(why)s: check its address", why=outcome.why)


async def _clock_alone(connection: Connection) -> list[Finding]:
    """A wrong clock may be why nobody is let in."""
    try:
        return list(_clock(await connection.glance()))
    except Refused:
        return []


def _clock(reply: Reply) -> Found:
    try:
        theirs = parsedate_to_datetime(reply.headers.get("date", ""))
    except ValueError:
        return
    apart = abs(theirs - reply.at) if theirs.tzinfo else timedelta()
    if apart > APART:
        yield bad(
            "clock",
            "our clock and theirs are %(seconds)s s apart: set ours (NTP)",
            seconds=f"{apart.total_seconds():.0f}",
        )
    else:
        yield good("clock", "our clock and theirs agree")
