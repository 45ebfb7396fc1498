"""Who qualifies, who is accepted, who buys? By everything that leads have in common."""

from collections import defaultdict
from collections.abc import Mapping

from console.analytics.figure import Cell, Figure, Key, Section, label
from console.analytics.saying import Say
from console.charts.rows import Gap, gaps
from console.charts.svg import Words as ChartWords
from console.translations import N_
from qualification.analytics.fairness import Group
from qualification.analytics.rates import Rate, ranked
from storage.reports import Report

_DIMENSIONS: dict[str, str] = {
    "source": N_("Source"),
    "channel": N_("Channel"),
    "language": N_("Language"),
    "script": N_("Script"),
    "version": N_("Version"),
    "person": N_("Person"),
}
_QUALIFIED: dict[str, str] = {
    "source": N_("Qualified, by source"),
    "channel": N_("Qualified, by channel"),
    "language": N_("Qualified, by language"),
    "script": N_("Qualified, by script"),
    "version": N_("Qualified, by version of the script"),
}
_ACCEPTED: dict[str, str] = {
    "source": N_("Accepted by sales, by source"),
    "person": N_("Accepted by sales, by person"),
}
_WON: dict[str, str] = {
    "source": N_("Deals won, by source"),
    "person": N_("Deals won, by person"),
}


def breakdown(report: Report, say: Say) -> tuple[Section, ...]:
    """Qualified, accepted and won."""
    rates = report.rates
    qualified = {**rates.qualified, "version": _versions(report)}
    return (
        Section(
            say.text(N_("Qualified")),
            (
                *_rates("qualified", _QUALIFIED, qualified, report.qualified, say),
                _fair(report, say),
            ),
        ),
        Section(
            say.text(N_("Accepted by sales")),
            _rates("accepted", _ACCEPTED, rates.accepted, report.accepted, say),
        ),
        Section(say.text(N_("Deals won")), _rates("won", _WON, rates.won, report.won, say)),
    )


def _rates(
    measure: str,
    titles: Mapping[str, str],
    rates: Mapping[str, Mapping[str, Rate]],
    overall: Rate,
    say: Say,
) -> tuple[Figure, ...]:
    return tuple(
        say.rates(
            f"{measure}-{dimension}",
            say.text(title),
            say.text(_DIMENSIONS[dimension]),
            rates.get(dimension, {}),
            (measure,),
            overall,
            dimension,
        )
        for dimension, title in titles.items()
    )


def _versions(report: Report) -> dict[str, Rate]:
    """All weeks of a version together."""
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in report.weeks:
        name = f"{one.script} v{one.version}"
        hits, of = counts[name]
        counts[name] = (hits + one.qualified.hits, of + one.qualified.of)
    return ranked(counts)


def _fair(report: Report, say: Say) -> Figure:
    title = say.text(N_("Do languages and channels differ?"))
    rows = [
        Gap(
            say.group(one.dimension, one.value),
            say.text(N_("%(points)s points")) % {"points": f"{round(100 * one.gap):+d}"},
            one.gap,
            *one.interval,
            one.differs,
        )
        for one in report.fairness
    ]
    told = "; ".join(f"{one.label}: {one.said}" for one in rows)
    return Figure(
        "fairness",
        title,
        ("fairness",),
        (
            say.text(N_("By")),
            say.text(N_("Group")),
            say.text(N_("Qualified")),
            say.text(N_("All the others")),
            say.text(N_("Difference")),
            say.text(N_("95% from")),
            say.text(N_("95% to")),
        ),
        tuple(_group(one, say) for one in report.fairness),
        chart=gaps(ChartWords("fairness", title, told), rows, say.words.percent) if rows else None,
        keys=(
            Key("chart-dot", say.text(N_("told apart from chance"))),
            Key("chart-dot chart-faint", say.text(N_("may be chance"))),
        )
        if rows
        else (),
        note="" if rows else say.text(N_("Not enough data: 20 leads on either side are needed.")),
        remark=say.text(N_("A question for people, no proof.")) if rows else "",
    )


def _group(one: Group, say: Say) -> tuple[Cell, ...]:
    low, high = one.interval
    shares = (one.qualified.share, one.rest.share, one.gap, low, high)
    return (
        label(say.text(_DIMENSIONS[one.dimension]), one.dimension),
        label(say.group(one.dimension, one.value), one.value),
        *(Cell("–" if value is None else say.words.percent(value), value) for value in shares),
    )
