"""How is it going, at a glance? The four rates, week by week, and where leads come from."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from console.analytics.figure import Cell, Figure, Key, Section, label
from console.analytics.saying import Say
from console.charts.lines import Point, Series, lines, sparkline
from console.charts.svg import Words as ChartWords
from console.translations import N_
from qualification.analytics.rates import Rate
from storage.reports import Report, Week

SERIES = 4
"""Lines that can be told apart; the versions with the most leads."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure, large."""

    title: str
    figure: str
    below: str
    counts: str
    """Of DEFINITIONS."""
    enough: bool = True
    chart: Markup | None = None


def tiles(report: Report, say: Say) -> tuple[Tile, ...]:
    """The figures that everybody asks for first."""
    of_week = _by_week(report)
    leads = say.text(N_("%(open)s of them undecided")) % {
        "open": say.words.number(report.undecided)
    }
    title = say.text(N_("Leads"))
    told = say.text(N_("Leads of each week, the newest last"))
    spark = sparkline(ChartWords("leads-weeks", told, told), [one.of for one in of_week.values()])
    found = [
        Tile(title, say.words.number(report.leads), leads, "leads", chart=spark),
        _tile(say.text(N_("Qualified")), report.qualified, "qualified", say),
        _tile(say.text(N_("Accepted by sales")), report.accepted, "accepted", say),
        _tile(say.text(N_("Deals won")), report.won, "won", say, _amounts(report, say)),
        _tile(say.text(N_("Accepted in time")), report.handling.in_time, "in_time", say),
    ]
    missed = report.near_misses
    if missed.leads:
        title = say.text(N_("Near misses worth a call"))
        found.append(_tile(title, missed.found, "found", say))
    return tuple(found)


def overview(report: Report, say: Say) -> tuple[Section, ...]:
    """Weeks, and sources."""
    qualified = report.rates.qualified
    return (
        Section(
            "",
            (
                weeks(report, say),
                say.rates(
                    "source",
                    say.text(N_("Qualified, by source")),
                    say.text(N_("Source")),
                    qualified.get("source", {}),
                    ("qualified",),
                    report.qualified,
                    "source",
                ),
                say.rates(
                    "channel",
                    say.text(N_("Qualified, by channel")),
                    say.text(N_("Channel")),
                    qualified.get("channel", {}),
                    ("qualified",),
                    report.qualified,
                    "channel",
                ),
            ),
        ),
    )


def weeks(report: Report, say: Say) -> Figure:
    """Qualified, week by week; a line for each version of a script."""
    mondays = sorted({one.monday for one in report.weeks})
    by_version = _by_version(report.weeks)
    shown = sorted(by_version.items(), key=lambda item: -sum(one.qualified.of for one in item[1]))
    series = [
        Series(_version(key, say), tuple(_point(one, mondays, say) for one in weeks))
        for key, weeks in shown[:SERIES]
    ]
    title = say.text(N_("Qualified, week by week"))
    told = "; ".join(
        f"{one.name}: " + ", ".join(point.said for point in one.points) for one in series
    )
    chart = None
    if len(mondays) > 1:
        moments = [say.words.day(one) for one in mondays]
        chart = lines(
            ChartWords("weeks", title, told),
            [one.rpartition(" ")[0] for one in moments],
            series,
            say.words.percent,
        )
    keys = tuple(
        Key(f"chart-series-{number} chart-swatch", one.name) for number, one in enumerate(series, 1)
    )
    head = (say.text(N_("Week from")), say.text(N_("Script")), say.text(N_("Version")))
    return Figure(
        "weeks",
        title,
        ("weeks", "interval", "enough"),
        say.rate_head(*head),
        tuple(
            (
                label(say.words.day(one.monday), one.monday.isoformat()),
                label(say.group("script", one.script), of=one.script),
                Cell(str(one.version), one.version),
                *say.cells(one.qualified),
            )
            for one in report.weeks
        ),
        chart=chart,
        keys=(*keys, Key("chart-band", say.words.percent(0.95))) if chart else (),
        note="" if chart else say.text(N_("Not enough data: two weeks are needed for a line.")),
        wide=True,
    )


def _tile(title: str, rate: Rate, counts: str, say: Say, more: str = "") -> Tile:
    if rate.share is None:
        return Tile(title, "–", say.text(N_("nothing yet")), counts, enough=False)
    count = say.text(N_("%(hits)s of %(of)s")) % {
        "hits": say.words.number(rate.hits),
        "of": say.words.number(rate.of),
    }
    below = f"{count} · {say.interval(*rate.interval)}"
    return Tile(
        title,
        say.words.percent(rate.share),
        f"{below} · {more}" if more else below,
        counts,
        rate.enough,
    )


def _amounts(report: Report, say: Say) -> str:
    return " + ".join(
        say.words.money(amount, currency) for currency, amount in sorted(report.amounts.items())
    )


def _by_week(report: Report) -> dict[date, Rate]:
    """All versions together."""
    found: dict[date, Rate] = {}
    for monday, some in groupby(report.weeks, key=lambda one: one.monday):
        rates = [one.qualified for one in some]
        found[monday] = Rate(sum(one.hits for one in rates), sum(one.of for one in rates))
    return found


def _by_version(found: tuple[Week, ...]) -> dict[tuple[str, int], list[Week]]:
    groups: dict[tuple[str, int], list[Week]] = defaultdict(list)
    for one in found:
        groups[one.script, one.version].append(one)
    return groups


def _version(key: tuple[str, int], say: Say) -> str:
    script, version = key
    said = say.text(N_("%(script)s, version %(version)s"))
    return said % {"script": say.group("script", script), "version": version}


def _point(week: Week, mondays: list[date], say: Say) -> Point:
    rate = week.qualified
    said = f"{say.words.day(week.monday)}: {say.rate(rate)}"
    return Point(mondays.index(week.monday), rate.share or 0.0, *rate.interval, said)
