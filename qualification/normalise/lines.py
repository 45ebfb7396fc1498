"""One line of the command `normalise`: a JSON object in, a JSON object out."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from qualification.normalise.choice import read_choice
from qualification.normalise.contact import read_contact
from qualification.normalise.money import read_money
from qualification.normalise.number import read_number
from qualification.normalise.timeframe import read_timeframe
from qualification.values import (
    CONTACT_KINDS,
    Choice,
    Contact,
    Json,
    Language,
    Money,
    Number,
    Timeframe,
    to_json,
)

KINDS = ("money", "timeframe", "number", "contact", "choice")


class BadLineError(ValueError):
    """The line cannot be read; the message says what to write instead."""


def normalise_line(
    row: Mapping[str, Json], kind: str, language: Language, now: datetime
) -> dict[str, Json]:
    """{"id", "values"} for a good row, {"id", "error"} for a bad one."""
    try:
        return {"id": row.get("id"), "values": [_shown(v) for v in _read(row, kind, language, now)]}
    except BadLineError as error:
        return {"id": row.get("id"), "error": str(error)}


def _read(
    row: Mapping[str, Json], kind: str, language: Language, now: datetime
) -> Sequence[Money | Timeframe | Number | Contact | Choice]:
    text = row.get("text")
    if not isinstance(text, str):
        raise BadLineError('"text" must be a string')
    asked = row.get("asked") or False
    match kind:
        case "money":
            return read_money(text, language, asked=asked in (True, kind))
        case "timeframe":
            return read_timeframe(text, language, now=_now(row, now), asked=asked in (True, kind))
        case "number":
            return read_number(text, language, asked=asked in (True, kind))
        case "contact":
            contact_kind = next((known for known in CONTACT_KINDS if known == asked), None)
            return read_contact(text, language, asked=contact_kind)
        case "choice":
            return read_choice(text, _options(row), asked=asked in (True, kind))
    raise BadLineError(f"kind must be one of {', '.join(KINDS)}; not {kind!r}")


def _now(row: Mapping[str, Json], now: datetime) -> datetime:
    written = row.get("now")
    if written is None:
        return now
    try:
        return datetime.fromisoformat(str(written))
    except ValueError:
        raise BadLineError('"now" must be an ISO date and time, such as 2026-03-02T10:00') from None


def _options(row: Mapping[str, Json]) -> dict[str, list[str]]:
    options = row.get("options")
    if not isinstance(options, dict) or not options:
        raise BadLineError('a choice needs "options": {"key": ["example phrase", ...], ...}')
    phrases: dict[str, list[str]] = {}
    for key, said in options.items():
        if not isinstance(said, list) or not all(isinstance(phrase, str) for phrase in said):
            raise BadLineError(f'the phrases of option "{key}" must be a list of strings')
        phrases[key] = [str(phrase) for phrase in said]
    return phrases


def _shown(value: Money | Timeframe | Number | Contact | Choice) -> Json:
    span: list[Json] = [*value.span]
    match value:
        case Contact():
            return {"kind": value.kind, "value": value.value, "span": span}
        case Choice():
            return {"option": value.option, "span": span}
    shown = to_json(value)
    return {**shown, "span": span} if isinstance(shown, dict) else shown
