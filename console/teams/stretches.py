"""When does somebody work? Their hours as rows of a form, and as YAML again. PURE."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.datastructures import FormData

from console.translations import N_
from qualification.routing.plan import DAYS, Person

MOST = 8
"""Rows of the form; whoever has more is written in the text of the plan."""
SHOWN = "rows"
"""The field that says that a form has rows at all."""
DAY_WORDS = {
    "mon": N_("Mon"),
    "tue": N_("Tue"),
    "wed": N_("Wed"),
    "thu": N_("Thu"),
    "fri": N_("Fri"),
    "sat": N_("Sat"),
    "sun": N_("Sun"),
}
_PLAIN = re.compile(r"[0-9:]{0,8}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when, on some days of the week."""

    days: tuple[str, ...] = ()
    start: str = ""
    end: str = ""


def stretches_of(person: Person) -> tuple[Stretch, ...]:
    """As they stand in the plan; none where somebody has the hours of all."""
    return tuple(
        Stretch(
            tuple(day for day in DAYS if day in one.days),
            f"{one.start:%H:%M}",
            f"{one.end:%H:%M}",
        )
        for one in person.hours or ()
    )


def sent_stretches(sent: FormData) -> tuple[Stretch, ...] | None:
    """As they were typed, without rows that have no times; None for a form without rows."""
    return tuple(_rows(sent)) if SHOWN in sent else None


def as_yaml(stretches: Sequence[Stretch]) -> str | None:
    """One alone or several in a list; None for none."""
    written = [
        f'{{days: [{", ".join(one.days)}], from: "{one.start}", to: "{one.end}"}}'
        for one in stretches
    ]
    if len(written) < 2:
        return written[0] if written else None
    return f"[{', '.join(written)}]"


def _rows(sent: FormData) -> Iterator[Stretch]:
    for row in range(MOST):
        ticked = sent.getlist(f"days.{row}")
        start, end = (_time(sent, f"{which}.{row}") for which in ("from", "to"))
        if start or end:
            yield Stretch(tuple(day for day in DAYS if day in ticked), start, end)


def _time(sent: FormData, name: str) -> str:
    """What was typed, as far as it can be a time: it goes into a text."""
    typed = sent.get(name)
    written = typed.strip() if isinstance(typed, str) else ""
    return written if _PLAIN.fullmatch(written) else "?"
