"""How are the newer parts of a report written for programs? Weeks, groups, pace, drift, wins."""

from collections.abc import Mapping

from qualification.analytics.drift import Drift
from qualification.analytics.expectation import Expectation
from qualification.analytics.fairness import Group
from qualification.analytics.pace import Pace
from qualification.analytics.rates import Rate
from qualification.values import Json
from storage.handling import Handling
from storage.reports import Week
from storage.script_reports import Paces, ScriptReport


def rate(one: Rate) -> dict[str, Json]:
    """A rate with its interval."""
    low, high = one.interval
    return {
        "hits": one.hits,
        "of": one.of,
        "share": one.share,
        "interval": [low, high],
        "enough": one.enough,
    }


def week(one: Week) -> dict[str, Json]:
    """A week of one version."""
    return {
        "monday": one.monday.isoformat(),
        "script": one.script,
        "version": one.version,
        "qualified": rate(one.qualified),
    }


def group(one: Group) -> dict[str, Json]:
    """A language or a channel beside all the others."""
    return {
        "dimension": one.dimension,
        "value": one.value,
        "qualified": rate(one.qualified),
        "rest": rate(one.rest),
        "gap": one.gap,
        "interval": [*one.interval],
        "differs": one.differs,
    }


def expectation(one: Expectation) -> dict[str, Json]:
    """Wins against what was expected."""
    return {
        "leads": one.leads,
        "expected": one.expected,
        "interval": [one.low, one.high],
        "won": one.wins,
        "surprising": one.surprising,
    }


def of_script(found: ScriptReport) -> dict[str, Json]:
    """Pace, drift and wins of one script."""
    return {
        "pace": paces(found.pace),
        "drift": [drift(one) for one in found.drift],
        "expected": expected(found.expected),
    }


def paces(found: Paces) -> dict[str, Json]:
    """The three of them."""
    return {
        "reply": pace(found.reply),
        "answer": pace(found.answer),
        "verdict": pace(found.verdict),
    }


def pace(one: Pace) -> dict[str, Json]:
    """Seconds: half take no longer than the median, nine in ten no longer than `slow`."""
    return {"of": one.of, "median": one.median, "slow": one.slow}


def handling(found: Handling) -> dict[str, Json]:
    """What happens between a hand-over and the first word of a person."""
    return {
        "assigned": pace(found.assigned),
        "accepted_in": pace(found.accepted),
        "touched": pace(found.touched),
        "in_time": rate(found.in_time),
        "in_time_by": {
            dimension: {name: rate(one) for name, one in values.items()}
            for dimension, values in found.in_time_by.items()
        },
        "waiting": found.waiting,
    }


def drift(one: Drift) -> dict[str, Json]:
    """How far the answers to one question have moved."""
    return {
        "question": one.key,
        "index": one.index,
        "by_chance": one.by_chance,
        "shifted": one.shifted,
        "levels": {level: {"before": was, "now": now} for level, was, now in one.shares},
    }


def expected(found: Mapping[str, Mapping[str, Expectation]]) -> dict[str, Json]:
    """By dimension, by its value."""
    return {
        dimension: {name: expectation(one) for name, one in values.items()}
        for dimension, values in found.items()
    }
