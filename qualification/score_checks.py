"""Do the points of a script hold together? Names that nothing knows, and numbers that can never be
reached.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import combinations, pairwise

from qualification.errors import Problem
from qualification.mistakes import close_to, shown
from qualification.pages import exactness, may_meet
from qualification.saying import Said
from qualification.score_plan import EVENTS, INACTIVE, TIERS
from qualification.source import Data, Path, Source

_ALIKE = 0.85
"""So like a common event that another name for one's own would be read as a slip."""


def check_score(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Every mistake between the parts of the score."""
    for part, names in (("fit", ("lines", "profile")), ("engagement", ("lines",))):
        plan = _group(data, "score", part)
        for name in names:
            yield from _groups(plan, ("score", part, name), source)
    yield from _events(data, source)
    yield from _pages(data, source)
    yield from _tiers(_group(data, "score"), source)


def _group(data: Data, *path: str) -> dict[str, Data]:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _lines(plan: dict[str, Data], path: Path) -> Iterator[tuple[Path, dict[str, Data]]]:
    lines = plan.get(str(path[-1]))
    for index, line in enumerate(lines if isinstance(lines, list) else ()):
        if isinstance(line, dict):
            yield (*path, index), line


def _groups(plan: dict[str, Data], path: Path, source: Source) -> Iterator[Problem]:
    known = tuple(_group(plan, "groups"))
    for where, line in _lines(plan, path):
        group = line.get("group")
        if isinstance(group, str) and group not in known:
            message = Said("the group `%(group)s` has no cap", group=shown(group))
            hint = (
                close_to(group, known)
                if known
                else Said("add `groups: {%(group)s: 20}`", group=shown(group))
            )
            yield Problem(*source.value_at((*where, "group")), message, hint)


def _events(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    plan = _group(data, "score", "engagement")
    for where, line in _lines(plan, ("score", "engagement", "lines")):
        event = line.get("event")
        if not isinstance(event, str) or event in EVENTS:
            continue
        place = source.value_at((*where, "event"))
        if INACTIVE.fullmatch(event):
            yield from _of_events_only(line, where, source)
        elif event.startswith("inactive"):
            message = Said("`%(event)s` says no number of days", event=shown(event))
            yield Problem(*place, message, Said("write it like `inactive_30_days`"))
        elif near := get_close_matches(event, EVENTS, n=1, cutoff=_ALIKE):
            message = Said("there is no event `%(event)s`", event=shown(event))
            yield Problem(
                *place,
                message,
                Said("write `%(near)s`, or give your own a clearer name", near=near[0]),
            )


def _pages(data: dict[str, Data], source: Source) -> Iterator[Problem]:
    """Pages whose event nothing knows, or that are two events at once."""
    plan = _group(data, "score", "engagement")
    own = {
        str(line["event"])
        for _, line in _lines(plan, ("score", "engagement", "lines"))
        if isinstance(line.get("event"), str) and not INACTIVE.fullmatch(str(line["event"]))
    }
    known = (*EVENTS, *sorted(own.difference(EVENTS)))
    pages = _group(plan, "pages")
    for page, event in pages.items():
        if isinstance(event, str) and event not in known:
            place = source.value_at(("score", "engagement", "pages", page))
            yield Problem(
                *place,
                Said("no line has the event `%(event)s`", event=shown(event)),
                close_to(event, known),
            )
    for (one, event), (other, another) in combinations(pages.items(), 2):
        if event != another and exactness(one) == exactness(other) and may_meet(one, other):
            message = Said(
                "a page may fit `%(one)s` as exactly: it would be two events", one=shown(one)
            )
            place = source.key_at(("score", "engagement", "pages", other))
            yield Problem(*place, message, Said("make one of them more exact"))


def _of_events_only(line: dict[str, Data], where: Path, source: Source) -> Iterator[Problem]:
    """Inactivity is there or is not: it neither lasts nor repeats nor fades."""
    for key in ("seconds", "times", "half_life"):
        if key in line:
            yield Problem(
                *source.key_at((*where, key)),
                Said("inactivity has no `%(key)s`", key=key),
                Said("delete it"),
            )


def _tiers(plan: dict[str, Data], source: Source) -> Iterator[Problem]:
    tiers = {
        name: number
        for name, floor in _group(plan, "tiers").items()
        if (number := _number(floor)) is not None
    }
    caps = [_cap(_group(plan, part), 100) for part in ("fit", "engagement")]
    most = min(sum(caps), _cap(plan, sum(caps)))
    for name, floor in tiers.items():
        if floor > most:
            message = Said(
                "nobody reaches `%(name)s`: the caps leave %(most)s points at most",
                name=shown(name),
                most=most,
            )
            place = source.value_at(("score", "tiers", name))
            yield Problem(*place, message, Said("lower the number, or raise the caps"))
    floors = [*(tiers or TIERS).values()]
    least = min((high - low for high, low in pairwise(floors)), default=0)
    slack = _number(plan.get("hysteresis"))
    if slack is not None and slack >= least > 0:
        message = Said(
            "two tiers are only %(least)s points apart: the lower one would be passed over",
            least=least,
        )
        place = source.value_at(("score", "hysteresis"))
        yield Problem(*place, message, Said("write less than %(least)s", least=least))


def _cap(plan: dict[str, Data], default: int) -> int:
    cap = _number(plan.get("cap"))
    return default if cap is None else cap


def _number(written: Data) -> int | None:
    """A number as it was written; whether it may stand there is checked with its part."""
    text = str(written)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
