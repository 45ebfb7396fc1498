"""Who decides stored leads again, beside the process that serves? A process of its own, by lines.

`python -m console.replay_worker` reads a job a line and writes its changes, a line each. It gives
way to whatever else the machine has to do.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from pydantic import TypeAdapter

from qualification.analytics.what_if import Change
from qualification.script import Script
from qualification.scriptfile import parse_script
from storage.looking_back import PastLead
from storage.replays import changes_of

GIVES_WAY = 10
"""Steps of niceness: a prospect who waits for a reply goes first."""


@dataclass(frozen=True, slots=True)
class Work:
    """A page of leads, and the texts of scripts that the worker has not seen yet, by their name."""

    draft: str
    at: datetime
    """The moment at which they are decided."""
    texts: Mapping[str, str]
    page: tuple[PastLead, ...]


WORK: TypeAdapter[Work] = TypeAdapter(Work)
CHANGES: TypeAdapter[list[Change | None]] = TypeAdapter(list[Change | None])


def answers(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The changes of each page."""
    scripts: dict[str, Script] = {}
    for line in lines:
        work = WORK.validate_json(line)
        scripts |= {name: parse_script(text) for name, text in work.texts.items()}
        changes = changes_of(scripts[work.draft], scripts, work.page, work.at)
        yield CHANGES.dump_json(changes) + b"\n"


def serve(asked: BinaryIO, answered: BinaryIO) -> None:
    """Answer until nobody asks any more, or listens: whoever asked may have been ended."""
    with suppress(BrokenPipeError):
        for answer in answers(line for line in asked if line.endswith(b"\n")):
            answered.write(answer)
            answered.flush()


if __name__ == "__main__":
    os.nice(GIVES_WAY)
    serve(sys.stdin.buffer, sys.stdout.buffer)
