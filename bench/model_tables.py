"""How is a model's evaluation shown? A column for each reader, what went wrong, JSON."""

from collections.abc import Iterator, Sequence
from statistics import median, quantiles

from rich.table import Table

from bench.model_evaluation import Column, Score
from qualification.values import Json


def comparison(columns: Sequence[Column]) -> Table:
    """The readers side by side."""
    table = Table(title="The same messages, read by each")
    table.add_column("")
    for column in columns:
        table.add_column(column.name, justify="right")
    for name, figures in _rows(columns):
        table.add_row(name, *figures)
    return table


def went_wrong(column: Column) -> Iterator[str]:
    """Every message, row and conversation that was not right, and what was dropped."""
    for score in (column.messages, column.rows):
        for case, one in zip(score.cases, score.judged, strict=True):
            if not one.right:
                found = {
                    "wrong": one.wrong,
                    "missed": one.missed,
                    "false signals": one.false_signals,
                    "missed signals": one.missed_signals,
                }
                shown = "; ".join(f"{what}: {', '.join(of)}" for what, of in found.items() if of)
                yield f"[{column.name}] {case.message.asked}: {case.message.say!r} | {shown}"
    yield from (f"[{column.name}] conversation {one}" for one in column.conversations.failures)
    yield from (f"[{column.name}] dropped: {one}" for one in column.account.dropped)


def as_json(columns: Sequence[Column]) -> list[Json]:
    """The figures of the table, for programs."""
    return [{"reader": column.name, **_figures(column)} for column in columns]


def _rows(columns: Sequence[Column]) -> list[tuple[str, list[str]]]:
    figures = [_figures(column) for column in columns]
    names = dict.fromkeys(name for one in figures for name in one)
    return [(name, [_cell(one.get(name)) for one in figures]) for name in names]


def _cell(figure: Json) -> str:
    return "" if figure is None else str(figure)


def _figures(column: Column) -> dict[str, Json]:
    account, told = column.account, column.conversations
    calls = [one for one in account.calls if one.outcome == "ok"]
    prompts = sum(one.prompt_tokens for one in calls)
    return {
        **_score("labelled messages", column.messages),
        **_score("rows of the corpora", column.rows),
        "conversation tests passed": f"{told.passed} of {told.of}",
        "readings": len(account.seconds),
        "fallbacks to the plain reader": _fallbacks(column),
        "found but dropped, no quote or no sense": len(account.dropped) if account.calls else None,
        "seconds a reading, median": _seconds(median(account.seconds)) if account.seconds else None,
        "seconds a reading, p95": _p95(account.seconds),
        "model calls": len(account.calls) or None,
        "prompt tokens a call": round(prompts / len(calls)) if calls else None,
        "of them cached": f"{100 * sum(one.cached_tokens for one in calls) / prompts:.0f} %"
        if prompts
        else None,
        "completion tokens a call": round(sum(one.completion_tokens for one in calls) / len(calls))
        if calls
        else None,
    }


def _score(what: str, score: Score) -> dict[str, Json]:
    if not score.judged:
        return {f"{what}: wholly right": None}
    return {
        f"{what}: wholly right": f"{score.total(lambda one: one.right)} of {len(score.judged)}",
        "answers exact" + _of(what): score.total(lambda one: one.exact),
        "answers wrong" + _of(what): score.total(lambda one: len(one.wrong)),
        "answers missed" + _of(what): score.total(lambda one: len(one.missed)),
        "signals found" + _of(what): score.total(lambda one: one.signals),
        "signals false" + _of(what): score.total(lambda one: len(one.false_signals)),
        "signals missed" + _of(what): score.total(lambda one: len(one.missed_signals)),
    }


def _of(what: str) -> str:
    return f" ({what.split()[0]})"


def _fallbacks(column: Column) -> str:
    counted = column.account.fallbacks
    reasons = ", ".join(f"{reason} {times}" for reason, times in sorted(counted.items()))
    return f"{sum(counted.values())} ({reasons})" if counted else "0"


def _p95(seconds: Sequence[float]) -> str | None:
    return _seconds(quantiles(seconds, n=20)[-1]) if len(seconds) > 1 else None


def _seconds(value: float) -> str:
    return f"{value:.1f}" if value >= 1 else f"{value:.4f}"
