"""What do the commands that look back work with? Their parts, and lengths of time like `30d`."""

import re
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

import typer

from qualification.durations import parse_span
from storage.replays import Replays
from storage.reports import Reports
from storage.suggestions import Suggestions

_SHORT = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_WRITTEN = re.compile(r"(\d{1,4})\s*([a-z]+)")


def since(written: str, now: datetime) -> datetime:
    """The moment that long ago; ValueError shows how to write it."""
    found = _WRITTEN.fullmatch(written.strip().lower())
    unit = found[2] if found else ""
    try:
        span = parse_span(f"{found[1]} {_SHORT.get(unit, unit)}" if found else written)
        return now - span.exact()
    except (ValueError, OverflowError):
        raise ValueError(
            f"{written!r} is no length of time: write it like 30d, 12w or 6 months"
        ) from None


class PastDesk(Protocol):
    """The parts that look back."""

    @property
    def replays(self) -> Replays: ...

    @property
    def reports(self) -> Reports: ...

    @property
    def suggestions(self) -> Suggestions: ...


class PastWiring(Protocol):
    """What app.py supplies."""

    def desk(self) -> AbstractAsyncContextManager[PastDesk]:
        """The parts, on the configured database."""
        ...


def past_of(context: typer.Context) -> PastWiring:
    """What app.py supplied to the command that runs."""
    wiring: PastWiring = context.obj
    return wiring
