"""How well does it understand what people write? `make eval`, or `python -m bench.evaluation`.

With CORPORA it reads a folder of texts with gold values plainly, beside the best library there is.
With MODEL it has the labelled messages and the conversation tests read by a real model, beside the
plain reader. docs/evaluation.md explains both.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from rich.console import Console

from bench.corpora import Corpora, CorpusError
from bench.corpus_report import measure
from bench.corpus_tables import as_json, misses, tables
from qualification.values import Json

WHAT_TO_DO = (
    "Nothing to evaluate: give CORPORA=folder, or MODEL=name with OPENAI_BASE_URL=address"
    " (docs/evaluation.md)."
)
screen = Console(width=None if os.isatty(1) else 120, soft_wrap=False)


class UsageError(ValueError):
    """The command line asks for something that cannot be done; the message says what to give."""


def evaluate_corpora(folder: Path, *, show_misses: bool) -> dict[str, Json]:
    """Read the corpora plainly, and show how well."""
    if not folder.is_dir():
        raise UsageError(f"CORPORA={folder}: there is no such folder.")
    report = measure(Corpora(folder))
    for table in tables(report):
        screen.print(table)
    if show_misses:
        for line in misses(report):
            screen.print(line, markup=False, highlight=False, soft_wrap=True)
    return as_json(report)


def arguments() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.evaluation", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="a folder of texts with gold values")
    parser.add_argument("--misses", action="store_true", help="also print what was read wrong")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    return parser


def main() -> int:
    """What was asked for; 2 when it cannot be done."""
    asked = arguments().parse_args([one for one in sys.argv[1:] if one])
    figures: dict[str, Json] = {}
    try:
        if asked.corpora is None:
            raise UsageError(WHAT_TO_DO)
        figures["corpora"] = evaluate_corpora(asked.corpora, show_misses=asked.misses)
    except (UsageError, CorpusError) as error:
        screen.print(str(error), markup=False, highlight=False, soft_wrap=True)
        return 2
    if asked.json is not None:
        asked.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
