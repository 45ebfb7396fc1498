"""console.replay_crew and console.replay_worker: the same changes, by processes of their own."""

import asyncio
import io
import os
import signal
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from console import replay_crew
from console.replay_crew import DRAFT, Processes, WorkerDied
from console.replay_worker import CHANGES, WORK, Work, serve
from qualification.analytics.what_if import Change
from qualification.scriptfile import parse_script
from storage.looking_back import PastLead
from storage.replays import Alone, Written
from tests.console.conftest import SCRIPT

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DEARER = SCRIPT.replace("3000", "5000")
DIALOGUE = (
    '{"language": "en", "sheet": {"answers": {'
    '"need": {"key": "need", "value": {"type": "text", "text": "a CRM"},'
    ' "given": "2026-03-01T09:00Z"},'
    '"budget": {"key": "budget", "value": {"type": "money", "min": "4000", "max": "4000",'
    ' "currency": "EUR", "period": "year"}, "given": "2026-03-01T09:00Z"}}}}'
)


def page(*names: str) -> tuple[PastLead, ...]:
    """Leads with 4000 euros a year."""
    return tuple(PastLead(name, "ads", "crm-suite@1", DIALOGUE, NOW, NOW, ()) for name in names)


def written(text: str) -> Written:
    """A script, read."""
    return Written(text, parse_script(text))


OWN = {"crm-suite@1": written(SCRIPT)}


def shown(changes: Sequence[Change | None]) -> list[str | None]:
    """What each would be."""
    return [None if one is None else one.after for one in changes]


def test_a_worker_answers_line_by_line_and_learns_each_script_once() -> None:
    first = Work(DRAFT, NOW, {DRAFT: DEARER, "crm-suite@1": SCRIPT}, page("a", "b"))
    asked = b"".join(
        WORK.dump_json(one) + b"\n" for one in (first, Work(DRAFT, NOW, {}, page("c")))
    )
    answered = io.BytesIO()
    serve(io.BytesIO(asked), answered)
    found = [CHANGES.validate_json(line) for line in answered.getvalue().splitlines()]
    assert [shown(one) for one in found] == [["unqualified"] * 2, ["unqualified"]]
    assert found[0][0] is not None
    assert found[0][0].why[0] == "budget: positive → negative"


async def test_processes_decide_as_one_thread_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay_crew, "FEW", 0)
    pages = [page(*(f"lead-{n}-{one}" for one in range(3))) for n in range(5)]
    draft = written(DEARER)
    async with Processes(cores=2).crew(15) as crew:
        found = await asyncio.gather(*(crew.changes(draft, OWN, one, NOW) for one in pages))
    alone = [await Alone().changes(draft, OWN, one, NOW) for one in pages]
    assert [list(one) for one in found] == alone
    assert shown(alone[0]) == ["unqualified"] * 3


async def test_for_few_leads_no_process_is_started() -> None:
    async with Processes().crew(replay_crew.FEW) as crew:
        assert isinstance(crew, Alone)


async def test_a_worker_that_dies_is_told_and_leaves_no_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replay_crew, "FEW", 0)
    async with Processes(cores=1).crew(1) as crew:
        assert isinstance(crew, replay_crew.Workers)
        os.kill(crew.pids[0], signal.SIGKILL)
        with pytest.raises(WorkerDied, match="ended"):
            await crew.changes(written(DEARER), OWN, page("a"), NOW)
        gone = crew.pids[0]
    with pytest.raises(ProcessLookupError):
        os.kill(gone, 0)
