"""How is a report written for programs? As one JSON document, or as the rows of a table (CSV)."""

from collections.abc import Iterator, Mapping

from console.report_parts import expectation, group, handling, of_script, rate, week
from qualification.analytics.calibration import Calibrated
from qualification.analytics.definitions import DEFINITIONS
from qualification.analytics.models import Weights
from qualification.analytics.quality import Lift
from qualification.analytics.rates import Rate
from qualification.analytics.separation import Separation
from qualification.analytics.suggestion import Suggestion
from qualification.values import Json, plain_number
from storage.reports import Report
from storage.script_reports import ScriptReport

COLUMNS = ("section", "script", "name", "measure", "hits", "of", "share", "low", "high", "enough")


def document(report: Report) -> dict[str, Json]:
    """The whole report."""
    return {
        "since": report.since.isoformat(),
        "until": report.until.isoformat(),
        "scope": {
            "script": report.scope.script,
            "channel": report.scope.channel,
            "source": report.scope.source,
        },
        "leads": report.leads,
        "undecided": report.undecided,
        "qualified": rate(report.qualified),
        "accepted": rate(report.accepted),
        "won": rate(report.won),
        "near_misses": {
            "leads": report.near_misses.leads,
            "found": rate(report.near_misses.found),
        },
        "amounts": {one: plain_number(amount) for one, amount in report.amounts.items()},
        "rates": {
            measure: {
                dimension: {name: rate(one) for name, one in values.items()}
                for dimension, values in rates.items()
            }
            for measure, rates in measures(report).items()
        },
        "handling": handling(report.handling),
        "weeks": [week(one) for one in report.weeks],
        "fairness": [group(one) for one in report.fairness],
        "scripts": [_script(one) for one in report.scripts],
        "definitions": {**DEFINITIONS},
    }


def measures(report: Report) -> dict[str, Mapping[str, Mapping[str, Rate]]]:
    """The three rates by their names."""
    rates = report.rates
    return {"qualified": rates.qualified, "accepted": rates.accepted, "won": rates.won}


def rows(report: Report) -> Iterator[tuple[object, ...]]:
    """Every rate of the report, a row each, under COLUMNS."""
    totals = {"qualified": report.qualified, "accepted": report.accepted, "won": report.won}
    for measure, one in totals.items():
        yield _row("all", "", "", measure, one)
    yield _row("near_misses", "", "", "found", report.near_misses.found)
    yield _row("handling", "", "", "in_time", report.handling.in_time)
    for measure, rates in {**measures(report), "in_time": report.handling.in_time_by}.items():
        for dimension, values in rates.items():
            for name, one in values.items():
                yield _row(dimension, "", name, measure, one)
    for each in report.weeks:
        name = f"{each.monday} v{each.version}"
        yield _row("week", each.script, name, "qualified", each.qualified)
    for script in report.scripts:
        for step in script.funnel:
            parts = {"answered": step.answered, "declined": step.declined, "dropped": step.dropped}
            for measure, one in parts.items():
                yield _row("question", script.script, step.key, measure, one)


def _row(section: str, script: str, name: str, measure: str, one: Rate) -> tuple[object, ...]:
    low, high = one.interval
    numbers = ("" if one.share is None else f"{one.share:.4f}", f"{low:.4f}", f"{high:.4f}")
    return (section, script, _tame(name), measure, one.hits, one.of, *numbers, one.enough)


def _tame(name: str) -> str:
    """Sources are other people's words: none begins like a formula of a spreadsheet (OWASP, CSV
    injection).
    """
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name


def _script(found: ScriptReport) -> dict[str, Json]:
    return {
        "script": found.script,
        "looked_at": found.looked_at,
        "ended": found.ended,
        "funnel": [
            {
                "question": step.key,
                "reached": step.reached,
                "answered": rate(step.answered),
                "declined": rate(step.declined),
                "dropped": rate(step.dropped),
            }
            for step in found.funnel
        ],
        "separation": [_separation(one) for one in found.separations],
        "calibration": _calibration(found),
        "lift": _lift(found.lift),
        "expectation": None if found.expectation is None else expectation(found.expectation),
        "suggestion": _suggestion(found.suggestion),
        **of_script(found),
    }


def _lift(found: Lift | None) -> Json:
    return None if found is None else {"called": rate(found.called), "times": found.times}


def _suggestion(found: Suggestion | None) -> Json:
    if found is None:
        return None
    points: dict[str, Json] = {key: dict(one) for key, one in found.points.items()}
    return {"points": points, "odd": [*found.odd]}


def _separation(found: Separation) -> dict[str, Json]:
    return {
        "target": found.target,
        "ended_well": found.ended_well,
        "ended_badly": found.ended_badly,
        "enough": found.enough,
        "note": found.note,
        "questions": [
            {
                "question": one.key,
                "separates": one.separates,
                "effect": one.effect,
                "interval": one.interval and [*one.interval],
                "information": one.information,
                "p": one.p,
                "q": one.q,
                "levels": {level: rate(shown) for level, shown in one.levels},
            }
            for one in found.questions
        ],
    }


def _calibration(found: ScriptReport) -> dict[str, Json]:
    one = found.calibration
    if not isinstance(one, Calibrated):
        return {"enough": False, "note": one.note}
    quality, model = one.quality, one.model
    fitted: dict[str, Json] = (
        {"weights": {key: dict(levels) for key, levels in model.by_level.items()}}
        if isinstance(model, Weights)
        else {"slope": model.slope}
    )
    return {
        "enough": True,
        "method": one.method,
        "known": one.known,
        "intercept": model.intercept,
        **fitted,
        "brier": quality.brier,
        "brier_of_base_rate": quality.base,
        "skill": quality.skill,
        "area": quality.area,
        "area_interval": [*quality.area_interval],
        "reliability": [
            {"said": each.said, "came_true": rate(each.came_true)} for each in quality.bins
        ],
    }
