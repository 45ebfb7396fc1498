"""How well are the corpora read, beside the best library there is? The lines of the table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import mean, quantiles

from bench.adversarial import Violation, violations
from bench.corpora import Corpora
from bench.dialogues import Heard, heard
from bench.intents import Recognised, recognised
from bench.scoring import Stopwatch, Tally, contacts, money, numbers, times
from bench.standpoint import NOW
from qualification.normalise import read_contact, read_money, read_number, read_timeframe
from qualification.signals import Signal
from qualification.values import LANGUAGES, Language

ANCHORS: Mapping[tuple[str, str, Language], int] = {
    ("money", "whole", "en"): 87,
    ("money", "whole", "es"): 74,
    ("money", "ranges", "en"): 79,
    ("money", "ranges", "es"): 53,
    ("time", "day", "en"): 83,
    ("time", "interval", "en"): 76,
    ("time", "day", "es"): 77,
    ("time", "interval", "es"): 70,
    ("left alone", "clean", "en"): 98,
    ("left alone", "clean", "es"): 98,
    ("number", "whole", "en"): 86,
    ("number", "whole", "es"): 90,
}
"""Rows wholly right, in per cent, of the best library on the same sources."""
ABOVE = 5
"""So many points above the anchor is the goal; sentences left alone: the anchor itself."""
MEASURES: Mapping[str, str] = {
    "whole": "wholly right",
    "ranges": "ranges",
    "clean": "no expression, left alone",
    "day": "right day",
    "interval": "right interval",
    "length": "lengths of time",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of one kind in one language."""

    kind: str
    measure: str
    language: Language
    tally: Tally

    @property
    def anchor(self) -> int | None:
        """What the best library reaches, where it was measured."""
        return ANCHORS.get((self.kind, self.measure, self.language))

    @property
    def goal(self) -> int | None:
        """What we are held to, where there is an anchor."""
        if self.anchor is None:
            return None
        return self.anchor if self.measure == "clean" else min(100, self.anchor + ABOVE)

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without a goal or without data."""
        if self.goal is None or self.tally.percent is None:
            return None
        return self.tally.percent >= self.goal


@dataclass
class Report:
    """Everything that the corpora tell."""

    lines: list[Line] = field(default_factory=list)
    signals: Mapping[Signal, Recognised] = field(default_factory=dict)
    dialogues: Mapping[Language, Mapping[str, Heard]] = field(default_factory=dict)
    hostile_texts: int = 0
    violations: list[Violation] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def milliseconds(self) -> tuple[float, float] | None:
        """A message takes so long: mean and 99th percentile."""
        if len(self.seconds) < 2:
            return None
        return 1000 * mean(self.seconds), 1000 * quantiles(self.seconds, n=100)[-1]

    @property
    def broken(self) -> list[Violation]:
        """The violations that a prospect would suffer; a change of language alone is not one."""
        return [one for one in self.violations if not one.changed.startswith("language")]


def measure(corpora: Corpora) -> Report:
    """Read all of the corpora, plainly."""
    report = Report()
    watch = Stopwatch()
    for language in LANGUAGES:
        _warm(language)
        report.lines += _lines(corpora, language, watch)
    report.seconds = watch.seconds
    report.signals = recognised(corpora.intents())
    report.dialogues = {one: heard(corpora.dialogues(one), one) for one in LANGUAGES}
    hostile = corpora.adversarial()
    report.hostile_texts = len(hostile)
    report.violations = list(violations(hostile))
    return report


def _lines(corpora: Corpora, language: Language, watch: Stopwatch) -> Iterator[Line]:
    scored = {
        "money": money(corpora.money(language), language, watch),
        "time": times(corpora.times(language), language, watch),
        "number": numbers(corpora.numbers(language), language, watch),
    }
    for kind, tallies in scored.items():
        for measure_name, tally in tallies.items():
            if measure_name != "clean":
                yield Line(kind, measure_name, language, tally)
    yield Line("left alone", "clean", language, _sum(one["clean"] for one in scored.values()))
    for name, tally in contacts(corpora.contacts(language), language, watch).items() or [
        ("any", Tally())
    ]:
        yield Line("contact", name, language, tally)


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.right += one.right
        total.of += one.of
        total.misses += one.misses
    return total


def _warm(language: Language) -> None:
    """Load the tables, so that the first row does not pay for them."""
    read_money("", language)
    read_number("", language)
    read_contact("", language)
    read_timeframe("", language, now=NOW)
