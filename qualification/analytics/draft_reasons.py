"""Why does a draft say other numbers? What changed and what stays, in words to be judged."""

from collections.abc import Mapping
from datetime import datetime

from qualification.analytics.drafting import Drafted
from qualification.analytics.observed import Target

ENDED: Mapping[Target, tuple[str, str, str]] = {
    "won": ("deals", "won", "lost"),
    "accepted": ("leads", "accepted", "rejected"),
    "passed": ("leads", "qualified", "not"),
}


def header(
    key: str, version: int, target: Target, since: datetime, now: datetime, found: Drafted
) -> str:
    """What changed and why, as comments at the top of the draft."""
    what, good, bad = ENDED[target]
    lines = [
        f"A draft of {key}, version {version}, made on {now:%Y-%m-%d} from "
        f"{found.ended_well + found.ended_badly} {what} since {since:%Y-%m-%d} "
        f"({found.ended_well} {good}, {found.ended_badly} {bad}).",
        "Nothing of it holds until a person publishes it. Before that, see whom it would change:",
        "`python app.py scripts replay FILE`.",
        *explained(target, found),
    ]
    return "".join(f"# {line}\n" for line in lines)


def explained(target: Target, found: Drafted) -> list[str]:
    """What changes and what stays, a line each."""
    what, good, _ = ENDED[target]
    lines = [
        f"- {one.key}, {one.state}: {one.before} -> {one.after} points "
        f"({_percent(one.ended.share)} of {one.ended.of} {good} with it, "
        f"{_percent(one.rest.share)} of {one.rest.of} without it)"
        for one in found.points
    ]
    if found.points:
        gain = found.order
        lines.append(
            f"- calling the best {found.calls} by these points would have brought "
            f"{gain.gained:+.1f} {what} {good} ({gain.low:+.1f} to {gain.high:+.1f})"
        )
    if found.tier is not None:
        gain = found.tier.gain
        lines.append(
            f"- {found.tier.tier}: from {found.tier.before} -> {found.tier.after} points, which "
            f"would have brought {gain.gained:+,.0f} ({gain.low:+,.0f} to {gain.high:+,.0f})"
        )
    return [*lines, *(f"- {one}" for one in found.notes)]


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{share:.0%}"
