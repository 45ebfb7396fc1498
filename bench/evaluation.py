"""How well does it understand what people write? `make eval`, or `python -m bench.evaluation`.

With CORPORA it reads a folder of texts with gold values plainly, beside the best library there is.
With MODEL it has the labelled messages and the conversation tests read by a real model, beside the
plain reader. docs/evaluation.md explains both.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from agent.models.openai import OpenAIModel, model_connections
from app import Settings
from bench.corpora import Corpora, CorpusError
from bench.corpus_report import measure
from bench.corpus_tables import as_json, misses, tables
from bench.labelled import corpus_sample, evenly, grouped, labelled_messages
from bench.model_evaluation import (
    Column,
    ServerGone,
    evaluate,
    evaluate_plainly,
    model_reader,
    reach,
    told_plainly,
)
from bench.model_tables import as_json as columns_as_json
from bench.model_tables import comparison, went_wrong
from bench.standpoint import SCRIPTS
from qualification.values import Json
from tests.conversations.patterns import table as patterns

WHAT_TO_DO = (
    "Nothing to evaluate: give CORPORA=folder, or MODEL=name with OPENAI_BASE_URL=address"
    " (docs/evaluation.md)."
)
SAMPLE = 40
"""Rows of the corpora that a model reads, where nothing else is said."""
screen = Console(width=None if os.isatty(1) else 120, soft_wrap=False)


class UsageError(ValueError):
    """The command line asks for something that cannot be done; the message says what to give."""


def evaluate_corpora(folder: Path, *, show_misses: bool) -> dict[str, Json]:
    """Read the corpora plainly, and show how well."""
    if not folder.is_dir():
        raise UsageError(f"CORPORA={folder}: there is no such folder.")
    report = measure(Corpora(folder))
    for table in (*tables(report), patterns()):
        screen.print(table)
    if show_misses:
        for line in misses(report):
            screen.print(line, markup=False, highlight=False, soft_wrap=True)
    return as_json(report)


async def compare(asked: argparse.Namespace) -> list[Column]:
    """Have a model and the plain reader read the same. Raises ServerGone."""
    settings = Settings()
    everything = [one for one in labelled_messages() if asked.script in (None, one.message.script)]
    cases = grouped(evenly(everything, asked.limit))
    corpora = Corpora(asked.corpora) if asked.corpora else None
    rows = grouped(corpus_sample(corpora, asked.limit or SAMPLE)) if corpora else []
    tests = [one for one in told_plainly() if asked.script in (None, one[0])]
    tests = evenly(tests, asked.limit if asked.conversations is None else asked.conversations)
    async with model_connections() as connections:
        key = settings.openai_api_key.get_secret_value() or "none"
        model = OpenAIModel(settings.openai_base_url, key, asked.model, connections)
        await reach(model, asked.seconds)
        bar = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*bar, console=Console(stderr=True)) as progress:
            task = progress.add_task(asked.model, total=len(cases) + len(rows) + len(tests))
            until = time.monotonic() + 60 * float(asked.minutes)

            def advance() -> bool:
                progress.advance(task)
                return time.monotonic() < until

            reader = model_reader(model, asked.seconds)
            column = await evaluate(asked.model, reader, cases, rows, tests, advance)
    read, sampled = column.messages.cases, column.rows.cases
    return [await evaluate_plainly(read, sampled, tests[: column.conversations.of]), column]


def evaluate_model(asked: argparse.Namespace) -> list[Json]:
    """Show how well a model reads, beside the plain reader."""
    columns = asyncio.run(compare(asked))
    screen.print(comparison(columns))
    if asked.misses:
        for column in columns:
            for line in went_wrong(column):
                screen.print(line, markup=False, highlight=False, soft_wrap=True)
    return columns_as_json(columns)


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.evaluation", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="a folder of texts with gold values")
    parser.add_argument("--model", help="its name; OPENAI_BASE_URL and OPENAI_API_KEY as for serve")
    parser.add_argument("--limit", type=int, help="of messages, rows and conversation tests each")
    parser.add_argument("--conversations", type=int, help="of conversation tests")
    parser.add_argument("--script", choices=SCRIPTS, help="only what belongs to this script")
    parser.add_argument(
        "--minutes", type=float, default=1440.0, help="after which each part ends with what is read"
    )
    parser.add_argument("--seconds", type=float, default=60.0, help="that a call may take")
    parser.add_argument("--misses", action="store_true", help="also print what was read wrong")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    return parser


def main() -> int:
    """What was asked for; 2 when it cannot be done."""
    asked = arguments().parse_args([one for one in sys.argv[1:] if one])
    figures: dict[str, Json] = {}
    try:
        if asked.corpora is None and asked.model is None:
            raise UsageError(WHAT_TO_DO)
        if asked.corpora is not None:
            figures["corpora"] = evaluate_corpora(asked.corpora, show_misses=asked.misses)
        if asked.model is not None:
            figures["readers"] = evaluate_model(asked)
    except (UsageError, CorpusError, ServerGone) as error:
        screen.print(str(error), markup=False, highlight=False, soft_wrap=True)
        return 2
    if asked.json is not None:
        asked.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
