"""How is a report on the corpora shown? As tables, as the rows that were missed, as JSON."""

from collections.abc import Iterator

from rich.table import Table

from bench.corpus_report import MEASURES, Line, Report
from bench.scoring import Miss
from qualification.values import Json

SHOWN = 160
NO_DATA = "no data"


def tables(report: Report) -> Iterator[Table]:
    """Everything, for people."""
    yield _reading(report)
    yield _signals(report)
    yield _dialogues(report)
    yield _hostile(report)


def misses(report: Report) -> Iterator[str]:
    """Every row that was missed, with what was expected and what was read."""
    for line in report.lines:
        yield from _missed(f"{line.kind}, {_named(line)}, {line.language}", line.tally.misses)
    for signal, one in report.signals.items():
        for text in one.missed:
            yield f"[{signal}] missed: {_cut(text)}"
        for text in one.false:
            yield f"[{signal}] false: {_cut(text)}"
    for language, categories in report.dialogues.items():
        for category, heard in categories.items():
            yield from _missed(f"dialogue {category}, {language}, values", heard.values.misses)
            yield from _missed(f"dialogue {category}, {language}, signals", heard.signals.misses)
    for violation in report.violations:
        yield (
            f"[adversarial {violation.kind}, {violation.script} {violation.language}] "
            f"{_cut(violation.text)} | {_cut(violation.changed)}"
        )


def as_json(report: Report) -> dict[str, Json]:
    """Everything, for programs."""
    times = report.milliseconds
    return {
        "lines": [
            {
                "kind": line.kind,
                "measure": line.measure,
                "language": line.language,
                "rows": line.tally.of,
                "right": line.tally.right,
                "anchor": line.anchor,
                "goal": line.goal,
                "met": line.met,
            }
            for line in report.lines
        ],
        "signals": {
            signal: {
                "found": one.found,
                "missed": len(one.missed),
                "false": len(one.false),
                "precision": one.precision,
                "recall": one.recall,
            }
            for signal, one in report.signals.items()
        },
        "dialogues": {
            language: {
                category: {
                    "values": {"right": heard.values.right, "of": heard.values.of},
                    "signals": {"right": heard.signals.right, "of": heard.signals.of},
                }
                for category, heard in categories.items()
            }
            for language, categories in report.dialogues.items()
        },
        "adversarial": {
            "texts": report.hostile_texts,
            "violations": [
                {
                    "kind": one.kind,
                    "text": one.text,
                    "script": one.script,
                    "language": one.language,
                    "changed": one.changed,
                }
                for one in report.violations
            ],
        },
        "milliseconds": {"mean": times[0], "p99": times[1]} if times else None,
    }


def _reading(report: Report) -> Table:
    table = Table(title="Reading values", caption=_pace(report))
    for heading in ("kind", "measure", "language"):
        table.add_column(heading)
    for heading in ("rows", "right %", "anchor", "goal", ""):
        table.add_column(heading, justify="right")
    for line in report.lines:
        table.add_row(
            line.kind,
            _named(line),
            line.language,
            str(line.tally.of) if line.tally.of else NO_DATA,
            _percent(line.tally.percent),
            _shown(line.anchor),
            _shown(line.goal),
            {True: "reached", False: "[red]below[/red]", None: ""}[line.met],
        )
    return table


def _pace(report: Report) -> str:
    times = report.milliseconds
    return (
        ""
        if times is None
        else f"{times[0]:.2f} ms of CPU a message (mean), {times[1]:.2f} ms (p99)"
    )


def _signals(report: Report) -> Table:
    table = Table(title="Intents, by the plain reader", caption="en; a look-alike found is false")
    table.add_column("signal")
    for heading in ("rows", "found", "false", "precision %", "recall %"):
        table.add_column(heading, justify="right")
    for signal, one in report.signals.items():
        rows = one.found + len(one.missed)
        table.add_row(
            signal,
            str(rows) if rows else NO_DATA,
            str(one.found),
            str(len(one.false)),
            _percent(one.precision),
            _percent(one.recall),
        )
    return table


def _dialogues(report: Report) -> Table:
    table = Table(title="Turns of real dialogues, by the plain reader")
    table.add_column("language")
    table.add_column("category")
    for heading in ("values found", "signal found"):
        table.add_column(heading, justify="right")
    for language, categories in report.dialogues.items():
        if not categories:
            table.add_row(language, NO_DATA, "", "")
        for category, heard in sorted(categories.items()):
            table.add_row(
                language,
                category,
                *(
                    f"{tally.right} of {tally.of}" if tally.of else ""
                    for tally in (heard.values, heard.signals)
                ),
            )
    return table


def _hostile(report: Report) -> Table:
    table = Table(title="Hostile texts in the middle of a conversation, by the plain reader")
    table.add_column("what")
    table.add_column("texts", justify="right")
    table.add_row("put to both sample scripts", str(report.hostile_texts or NO_DATA))
    by_change: dict[str, set[str]] = {}
    for one in report.violations:
        by_change.setdefault(one.changed.split(":")[0], set()).add(one.text)
    for change, texts in sorted(by_change.items()):
        table.add_row(f"changed: {change}", str(len(texts)))
    if report.hostile_texts:
        table.add_row(
            "changed anything but the language", str(len({one.text for one in report.broken}))
        )
    return table


def _named(line: Line) -> str:
    return MEASURES.get(line.measure, line.measure.replace("_", " "))


def _percent(value: float | None) -> str:
    return NO_DATA if value is None else f"{value:.1f}"


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)


def _missed(where: str, found: list[Miss]) -> Iterator[str]:
    for miss in found:
        yield f"[{where}] {_cut(miss.text)} | expected {_cut(miss.expected)} | got {_cut(miss.got)}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
