"""What are the points worth? What was said of leads, what came true, what was expected."""

from collections.abc import Mapping

from console.analytics.figure import Cell, Figure, Key, Section, label
from console.analytics.saying import Say
from console.charts.reliability import Came, reliability
from console.charts.rows import Count, counts
from console.charts.svg import Words as ChartWords
from console.translations import N_
from qualification.analytics.calibration import FEWEST, FEWEST_OF_EACH, Calibrated, NotEnough
from qualification.analytics.expectation import Expectation
from qualification.analytics.quality import Bin
from storage.reports import Report
from storage.script_reports import ScriptReport

_EXPECTED: dict[str, str] = {
    "month": N_("Deals won against what was expected, by month"),
    "source": N_("Deals won against what was expected, by source"),
    "language": N_("Deals won against what was expected, by language"),
    "channel": N_("Deals won against what was expected, by channel"),
}
_METHODS: dict[str, str] = {
    "sigmoid": N_("The points, put on the scale of probabilities"),
    "logistic": N_("Weights fitted to the answers"),
}


def deals(report: Report, say: Say) -> tuple[Section, ...]:
    """A section for each script."""
    return tuple(
        Section(say.group("script", one.script), tuple(_figures(one, say)))
        for one in report.scripts
    )


def _figures(script: ScriptReport, say: Say) -> list[Figure]:
    figures = [_calibration(script, say)]
    if script.expectation is not None:
        title = say.text(N_("The later half of the deals, by what the earlier half taught"))
        name = say.text(N_("Later half"))
        found = {name: script.expectation}
        figures.append(_expected(f"later-{script.script}", title, name, found, say))
    for dimension, title in _EXPECTED.items():
        of = script.expected.get(dimension, {})
        if dimension == "month":
            of = dict(sorted(of.items()))
        values = {say.group(dimension, one): value for one, value in of.items()}
        figures.append(
            _expected(f"expected-{dimension}-{script.script}", say.text(title), "", values, say)
        )
    return figures


def _calibration(script: ScriptReport, say: Say) -> Figure:
    name, title = f"calibration-{script.script}", say.text(N_("Does what is said come true?"))
    found = script.calibration
    bins = found.quality.bins if isinstance(found, Calibrated) else ()
    points = [_came(one, say) for one in bins]
    told = "; ".join(one.told for one in points)
    across = say.text(N_("said to be won"))
    chart = ChartWords(name, title, told)
    return Figure(
        name,
        title,
        ("reliability", "skill", "area"),
        say.rate_head(say.text(N_("Said to be won"))),
        tuple(
            (Cell(say.words.percent(one.said), round(one.said, 4)), *say.cells(one.came_true))
            for one in bins
        ),
        chart=reliability(chart, points, say.words.percent, across) if points else None,
        keys=(
            Key("chart-dot", say.text(N_("came true"))),
            Key("chart-whisker", say.words.percent(0.95)),
            Key("chart-overall", say.text(N_("as said"))),
        )
        if points
        else (),
        note=_missing(found, say) if isinstance(found, NotEnough) else "",
        remark=_quality(found, say) if isinstance(found, Calibrated) else "",
    )


def _came(one: Bin, say: Say) -> Came:
    rate = one.came_true
    said = say.text(N_("said %(said)s, came true %(came)s"))
    told = said % {"said": say.words.percent(one.said), "came": say.rate(rate)}
    return Came(one.said, rate.share or 0.0, *rate.interval, told)


def _missing(found: NotEnough, say: Say) -> str:
    said = say.text(
        N_(
            "Not enough data: %(well)s won and %(badly)s lost; %(all)s in all and %(each)s of each "
            "are needed."
        )
    )
    return said % {
        "well": found.ended_well,
        "badly": found.ended_badly,
        "all": FEWEST,
        "each": FEWEST_OF_EACH,
    }


def _quality(found: Calibrated, say: Say) -> str:
    low, high = found.quality.area_interval
    said = say.text(
        N_(
            "%(method)s, judged on %(known)s deals it had not seen. Skill %(skill)s (1 is perfect, "
            "0 no better than the base rate). A deal that was won had the higher chance %(area)s "
            "of the time (%(interval)s)."
        )
    )
    return said % {
        "method": say.text(_METHODS[found.method]),
        "known": say.words.number(found.known),
        "skill": say.words.number(round(found.quality.skill, 2)),
        "area": say.words.percent(found.quality.area),
        "interval": say.interval(low, high),
    }


def _expected(
    name: str, title: str, of: str, values: Mapping[str, Expectation], say: Say
) -> Figure:
    rows = [
        Count(
            one,
            _against(value, say),
            value.wins,
            value.expected,
            value.low,
            value.high,
            value.surprising,
        )
        for one, value in values.items()
    ]
    told = "; ".join(f"{one.label}: {one.said}" for one in rows)
    drawn = counts(ChartWords(name, title, told), rows, say.words.number) if rows else None
    return Figure(
        name,
        title,
        ("expected",),
        (
            of or say.text(N_("Group")),
            say.text(N_("Deals")),
            say.text(N_("Won")),
            say.text(N_("Expected")),
            say.text(N_("By chance from")),
            say.text(N_("By chance to")),
            say.text(N_("Surprising")),
        ),
        tuple((label(one), *_cells(value, say)) for one, value in values.items()),
        chart=drawn,
        keys=(
            Key("chart-dot", say.text(N_("won"))),
            Key("chart-dot chart-alarm", say.text(N_("won, and chance hardly explains it"))),
            Key("chart-range", say.text(N_("what chance allows"))),
            Key("chart-expected", say.text(N_("expected"))),
        )
        if rows
        else (),
        note="" if rows else say.text(N_("Not enough data: 20 deals of a group are needed.")),
    )


def _against(value: Expectation, say: Say) -> str:
    said = say.text(N_("%(won)s won · %(expected)s expected"))
    return said % {
        "won": say.words.number(value.wins),
        "expected": say.words.number(round(value.expected, 1)),
    }


def _cells(value: Expectation, say: Say) -> tuple[Cell, ...]:
    return (
        Cell(say.words.number(value.leads), value.leads),
        Cell(say.words.number(value.wins), value.wins),
        Cell(say.words.number(round(value.expected, 1)), round(value.expected, 3)),
        Cell(say.words.number(value.low), value.low),
        Cell(say.words.number(value.high), value.high),
        Cell(say.text(N_("yes") if value.surprising else N_("no")), value.surprising, number=False),
    )
