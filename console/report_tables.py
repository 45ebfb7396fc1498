"""How are weeks, groups, pace, drift and wins shown to a person?"""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from qualification.analytics.fairness import Group
from qualification.analytics.pace import Pace
from qualification.analytics.rates import Rate
from storage.handling import Handling
from storage.reports import Week
from storage.script_reports import ScriptReport

WEEKS = 26
"""Rows of a table shown to a person; `--json` and `--csv` have all."""


def in_words(rate: Rate) -> str:
    """A rate with its interval; said plainly where there is too little."""
    if rate.share is None:
        return "none known"
    low, high = rate.interval
    text = f"{rate.hits} of {rate.of} ({rate.share:.0%}, {low:.0%} to {high:.0%})"
    return text if rate.enough else f"{text}: not enough data"


def show_weeks(weeks: Sequence[Week], console: Console) -> None:
    """Qualified, week by week; the newest ones."""
    if not weeks:
        return
    table = Table(title="qualified by week", box=SIMPLE_HEAD, padding=0)
    for column in ("week from", "script", "qualified"):
        table.add_column(column)
    for one in weeks[-WEEKS:]:
        name = f"{one.script}, version {one.version}"
        table.add_row(f"{one.monday:%Y-%m-%d}", escape(name), in_words(one.qualified))
    console.print(table)


def show_fairness(groups: Sequence[Group], console: Console) -> None:
    """Only what chance hardly explains."""
    for one in groups:
        if one.differs:
            low, high = one.interval
            console.print(
                f"By {one.dimension}, {escape(one.value)}: {one.gap:+.0%} qualified against all "
                f"the others ({low:+.0%} to {high:+.0%}). Ask why.",
                highlight=False,
            )


def show_handling(found: Handling, console: Console) -> None:
    """How fast leads got to people."""
    paces = {
        "its first place": found.assigned,
        "its acceptance": found.accepted,
        "a person's first word": found.touched,
    }
    parts = [f"{name} {_took(one)}" for name, one in paces.items() if one.of]
    if parts:
        console.print(f"From the hand-over: {'; '.join(parts)}.", highlight=False)
    if found.in_time.of:
        console.print(f"Accepted in time: {in_words(found.in_time)}.", highlight=False)


def show_changes(found: ScriptReport, console: Console) -> None:
    """The pace of a script's conversations, and what has moved."""
    paces = {
        "our first reply": found.pace.reply,
        "their first answer": found.pace.answer,
        "the verdict": found.pace.verdict,
    }
    parts = [f"{name} {_took(one)}" for name, one in paces.items() if one.of]
    if parts:
        text = f"{found.script}, from their first message: {'; '.join(parts)}."
        console.print(escape(text), highlight=False)
    for moved in found.drift:
        if moved.shifted:
            console.print(
                f"{found.script}: the answers to {moved.key} are not what they were (stability "
                f"index {moved.index:.2f}). Ask why.",
                highlight=False,
            )
    for dimension, values in found.expected.items():
        for name, one in values.items():
            if one.surprising:
                console.print(
                    f"{found.script}, {dimension} {escape(name)}: {one.wins} won, "
                    f"{one.expected:.1f} were expected ({one.low} to {one.high}).",
                    highlight=False,
                )


def _took(one: Pace) -> str:
    if not one.slow:
        return "at once"
    return f"in {_seconds(one.median)} (nine in ten in {_seconds(one.slow)})"


def _seconds(number: float | None) -> str:
    """As people say it."""
    if number is None:
        return "?"
    if number < 1:
        return "less than a second"
    if number < 100:
        return f"{number:.0f} s"
    if number < 6_000:
        return f"{number / 60:.0f} min"
    return f"{number / 3600:.0f} h"
