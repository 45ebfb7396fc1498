"""How are rates, shares and durations said on a page? In the person's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from markupsafe import Markup

from console.analytics.called import OWN_NAMES, Called
from console.analytics.figure import Cell, Figure, Key, label, low_high
from console.charts.rows import Share, Span, shares, spans
from console.charts.svg import Words as ChartWords
from console.naming import Naming
from console.translations import N_, Words
from qualification.analytics.pace import Pace
from qualification.analytics.rates import Rate
from qualification.script import Script

ROWS = 12
"""Bars of a chart; its table has all."""
NOT_ENOUGH = N_("not enough data")
_SHORT_TIMES = ((60, "s", 1), (3_600, "min", 60), (86_400, "h", 3_600))


@dataclass(frozen=True, slots=True)
class Say:
    """What figures are said with."""

    words: Words
    scripts: Mapping[str, Script] = field(default_factory=dict)
    names: Naming | None = None
    called: Called = field(default_factory=Called)

    def about(self, script: str) -> "Say":
        """The same, about the questions of one script: by the names that it has for them now."""
        known = self.scripts.get(script)
        names = Naming.of(known, self.words) if known else Naming(self.words)
        return replace(self, names=names)

    def question(self, key: str) -> str:
        """What a question is called."""
        return (self.names or Naming(self.words)).criterion(key)

    def group(self, dimension: str, value: str) -> str:
        """What a value of a dimension is called."""
        return self.called.group(dimension, value, self.words)

    def text(self, text: str) -> str:
        """A text in their language."""
        return self.words.text(text)

    def rate(self, rate: Rate) -> str:
        """`31% (37 of 120)`, with a word where there is too little."""
        if rate.share is None:
            return self.text(N_("nothing yet"))
        count = self.text(N_("%(hits)s of %(of)s")) % {
            "hits": self.words.number(rate.hits),
            "of": self.words.number(rate.of),
        }
        said = f"{self.words.percent(rate.share)} ({count})"
        return said if rate.enough else f"{said} · {self.text(NOT_ENOUGH)}"

    def brief(self, rate: Rate) -> str:
        """`31% (37/120)`, for a chart: a telephone has no room for more."""
        if rate.share is None:
            return self.text(N_("nothing yet"))
        counts = f"{self.words.number(rate.hits)}/{self.words.number(rate.of)}"
        return f"{self.words.percent(rate.share)} ({counts})"

    def interval(self, low: float, high: float) -> str:
        """`23% to 40%`"""
        ends = {"low": self.words.percent(low), "high": self.words.percent(high)}
        return self.text(N_("%(low)s to %(high)s")) % ends

    def seconds(self, seconds: float) -> str:
        """`4 minutes`; under a second that is said."""
        if seconds < 1:
            return self.text(N_("under 1 second"))
        return self.words.lasting(timedelta(seconds=seconds))

    def short_seconds(self, seconds: float) -> str:
        """For an axis: `10 min`."""
        for under, unit, size in _SHORT_TIMES:
            if seconds < under:
                return f"{self.words.number(round(seconds / size))} {unit}"
        days = self.words.number(round(seconds / 86_400))
        return self.text(N_("%(days)s d")) % {"days": days}

    def cells(self, rate: Rate) -> tuple[Cell, ...]:
        """Of a rate: hits, cases, share, interval and whether that is enough."""
        low, high = low_high(rate)
        share = None if rate.share is None else round(rate.share, 4)
        enough = self.text(N_("yes")) if rate.enough else self.text(NOT_ENOUGH)
        return (
            Cell(self.words.number(rate.hits), rate.hits),
            Cell(self.words.number(rate.of), rate.of),
            Cell("–" if rate.share is None else self.words.percent(rate.share), share),
            Cell("–" if rate.share is None else self.words.percent(rate.interval[0]), low),
            Cell("–" if rate.share is None else self.words.percent(rate.interval[1]), high),
            Cell(enough, rate.enough, number=False),
        )

    def rate_head(self, *first: str) -> tuple[str, ...]:
        """The names of such cells."""
        return (
            *first,
            self.text(N_("Hits")),
            self.text(N_("Cases")),
            self.text(N_("Share")),
            self.text(N_("95% from")),
            self.text(N_("95% to")),
            self.text(N_("Enough data")),
        )

    def rates(
        self,
        name: str,
        title: str,
        of: str,
        values: Mapping[str, Rate],
        counts: tuple[str, ...],
        overall: Rate | None = None,
        dimension: str = "",
    ) -> Figure:
        """Rates with their intervals; `of`: what they are by, `dimension`: the same by its key."""
        groups = [(self.group(dimension, one), one, rate) for one, rate in values.items()]
        shown = [(called, rate) for called, _, rate in groups[:ROWS]]
        line = overall.share if overall is not None and overall.enough else None
        told = "; ".join(f"{one}: {self.rate(rate)}" for one, rate in shown)
        chart = shares(
            ChartWords(name, title, told),
            [
                Share(one, self.brief(rate), rate.share, *rate.interval, rate.enough)
                for one, rate in shown
            ],
            self.words.percent,
            line,
        )
        keys = [
            Key("chart-bar", self.text(N_("share"))),
            Key("chart-whisker", self.words.percent(0.95)),
        ]
        if not all(rate.enough for _, rate in shown):
            keys.append(Key("chart-bar chart-faint", self.text(NOT_ENOUGH)))
        keys += [Key("chart-overall", self.text(N_("all leads")))] if line is not None else []
        more = len(values) - len(shown)
        return Figure(
            name,
            title,
            (*counts, "interval", "enough"),
            self.rate_head(of),
            tuple(
                (label(called, of=one if dimension in OWN_NAMES else None), *self.cells(rate))
                for called, one, rate in groups
            ),
            chart=chart if shown else None,
            keys=tuple(keys) if shown else (),
            note="" if shown else self.text(N_("Nothing has been counted yet.")),
            remark=self.text(N_("The table has %(more)s more.")) % {"more": more}
            if more > 0
            else "",
        )

    def paces(self, name: str, title: str, values: Sequence[tuple[str, str, Pace]]) -> Figure:
        """Durations: name in DEFINITIONS, what it is called, how long."""
        rows = [
            Span(called, self.brief_pace(pace), pace.median, pace.slow)
            for _, called, pace in values
            if pace.median is not None and pace.slow is not None
        ]
        told = "; ".join(f"{called}: {self.pace(pace)}" for _, called, pace in values)
        chart: Markup | None = None
        if rows:
            chart = spans(ChartWords(name, title, told), rows, self.short_seconds)
        keys = (
            Key("chart-bar", self.text(N_("half of them"))),
            Key("chart-range", self.text(N_("nine in ten"))),
        )
        return Figure(
            name,
            title,
            tuple(of for of, _, _ in values),
            (
                self.text(N_("From … to")),
                self.text(N_("Cases")),
                self.text(N_("Half within")),
                self.text(N_("Nine in ten within")),
            ),
            tuple(
                (
                    label(called),
                    Cell(self.words.number(pace.of), pace.of),
                    Cell(self._or_dash(pace.median), pace.median),
                    Cell(self._or_dash(pace.slow), pace.slow),
                )
                for _, called, pace in values
            ),
            chart=chart,
            keys=keys if rows else (),
            note="" if rows else self.text(N_("Nothing has been timed yet.")),
        )

    def brief_pace(self, pace: Pace) -> str:
        """`4 min · 90%: 2 h`"""
        if pace.median is None or pace.slow is None or pace.slow < 1:
            return self.pace(pace)
        ends = (
            self.short_seconds(pace.median),
            self.words.percent(0.9),
            self.short_seconds(pace.slow),
        )
        return "{} · {}: {}".format(*ends)

    def pace(self, pace: Pace) -> str:
        """`4 minutes · nine in ten 2 hours`"""
        if pace.median is None or pace.slow is None:
            return self.text(N_("nothing yet"))
        if pace.slow < 1:
            return self.text(N_("at once"))
        return self.text(N_("%(median)s · nine in ten %(slow)s")) % {
            "median": self.seconds(pace.median),
            "slow": self.seconds(pace.slow),
        }

    def _or_dash(self, seconds: float | None) -> str:
        return "–" if seconds is None else self.seconds(seconds)
