"""What would a draft change? `scripts replay`: at a terminal as tables, or as JSON."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from console.looking_back import past_of
from console.looking_back import since as ago
from console.progress import bar
from console.wiring import Trouble, errors, screen
from qualification.scriptfile import parse_script
from qualification.values import Json
from storage.replays import Replay, Replays

REASONS = 15
SHOWN = 10
"""Leads named to a person; `--json` has more."""

replay_cli = typer.Typer()


@replay_cli.command()
def replay(
    context: typer.Context,
    file: Path,
    since: Annotated[str, typer.Option(help="How far back, like 30d.")] = "30d",
    as_json: Annotated[bool, typer.Option("--json", help="The result as one JSON object.")] = False,
) -> None:
    """Show what a script file would change for the leads that there are; nothing is written."""
    text = file.read_text(encoding="utf-8")
    script = parse_script(text, str(file)).script
    try:
        start = ago(since, datetime.now(UTC))
    except ValueError as error:
        raise Trouble(str(error)) from error

    async def work() -> Replay:
        async with past_of(context).desk() as desk:
            return await watched(desk.replays, script, text, start, errors)

    found = asyncio.run(work())
    if as_json:
        typer.echo(json.dumps(document(found), ensure_ascii=False, indent=2))
    else:
        show(found, screen)


async def watched(
    replays: Replays, script: str, text: str, since: datetime, console: Console
) -> Replay:
    """The replay, with a bar while it runs (on a terminal only)."""
    with bar("leads", await replays.count(script, since), console) as advance:

        async def done(leads: int) -> None:
            advance(leads)

        return await replays.replay(text, since, datetime.now(UTC), done)


def document(found: Replay) -> dict[str, Json]:
    """The result for programs."""
    return {
        "script": found.script,
        "since": found.since.isoformat(),
        "leads": found.leads,
        "changed": found.changed,
        "verdicts": [
            {"before": before, "after": after, "leads": count}
            for (before, after), count in found.verdicts.most_common()
        ],
        "tiers": [
            {"before": before, "after": after, "leads": count}
            for (before, after), count in found.tiers.most_common()
        ],
        "sources": {
            name: {
                "leads": one.leads,
                "changed": one.changed,
                "gained": one.gained,
                "lost": one.lost,
            }
            for name, one in found.sources.items()
        },
        "why": dict(found.why.most_common()),
        "examples": [
            {
                "lead": one.lead,
                "source": one.source,
                "verdict": [one.change.before, one.change.after],
                "tier": [one.change.tier_before, one.change.tier_after],
                "why": list(one.change.why),
            }
            for one in found.examples
        ],
    }


def show(found: Replay, console: Console) -> None:
    """The result for a person."""
    since = f"{found.since:%Y-%m-%d}"
    if not found.leads:
        console.print(f"No lead of {escape(found.script)} is on record since {since}.")
        return
    console.print(
        f"{found.changed} of {found.leads} leads of {escape(found.script)} since {since} "
        "would stand differently.",
        highlight=False,
    )
    if not found.changed:
        return
    moves = _table("what", "from", "to", "leads")
    for what, counts in (("verdict", found.verdicts), ("tier", found.tiers)):
        for (before, after), count in counts.most_common():
            moves.add_row(what, before, after, str(count))
    console.print(moves)
    sources = _table("source", "leads", "changed", "newly qualified", "no longer")
    for name, one in sorted(found.sources.items(), key=lambda item: -item[1].changed):
        counted = (one.leads, one.changed, one.gained, one.lost)
        sources.add_row(escape(name), *map(str, counted))
    console.print(sources)
    reasons = _table("why", "leads")
    for text, count in found.why.most_common(REASONS):
        reasons.add_row(escape(text), str(count))
    console.print(reasons)
    for example in found.examples[:SHOWN]:
        text = f"{example.lead}: {'; '.join(example.change.why)}"
        console.print(escape(text), soft_wrap=True, highlight=False)
    left = found.changed - min(SHOWN, len(found.examples))
    if left:
        console.print(f"… and {left} more: --json names up to {len(found.examples)}")


def _table(first: str, *columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=0)
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right" if column not in ("from", "to") else "left")
    return table
