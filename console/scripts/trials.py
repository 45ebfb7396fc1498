"""Does the draft behave? Conversation tests and simulated prospects, played against it."""

import asyncio
from collections.abc import Sequence

from agent.rehearsal.conversation_files import play_all, read_tests
from agent.rehearsal.conversation_tests import Line, Played
from agent.simulation.report import Report
from agent.simulation.rules import RULES
from agent.simulation.simulation import simulate
from console.scripts.contexts import Result, ResultLine, Simulation
from console.scripts.findings import Findings, Found
from qualification.errors import ScriptError
from qualification.saying import Said
from qualification.script import Script

PROSPECTS = 44
"""Two of each character in each language: some two seconds of one core."""
SHOWN = 30
"""Misreadings and conversations in a list."""


def findings_of_tests(key: str, text: str) -> Findings:
    """What is wrong with a file of conversation tests."""
    try:
        tests = read_tests(text, "tests")
    except ScriptError as error:
        return Findings(
            None,
            tuple(Found("error", p.line, p.column, p.message, p.hint) for p in error.problems),
        )
    if tests.script != key:
        message = Said("these are tests of `%(script)s`", script=tests.script)
        hint = Said("write `script: %(key)s`", key=key)
        return Findings(None, (Found("error", 1, 1, message, hint),))
    return Findings(None, ())


async def played(text: str, script: Script) -> tuple[Result, ...]:
    """How each test of a file went; what failed comes first. The loop goes on meanwhile."""

    async def play() -> list[Played]:
        return [one async for one in play_all(read_tests(text, "tests"), script)]

    done = await asyncio.to_thread(lambda: asyncio.run(play()))
    results = [Result(one.name, not one.failures, _lines(one.transcript)) for one in done]
    return tuple(sorted(results, key=lambda one: one.passed))


async def simulated(script: Script, count: int = PROSPECTS, seed: int = 1) -> Simulation:
    """How so many simulated prospects fared."""

    async def run() -> Report:
        talks = [one async for one in simulate(script, count, seed, script.languages)]
        return Report(script.script, seed, tuple(talks))

    return _shown(await asyncio.to_thread(lambda: asyncio.run(run())))


def _shown(report: Report) -> Simulation:
    total = report.total()
    misread = [
        (one.wrote, str(one.meant), str(one.got or ""))
        for _, one in report.misread()
        if one.grade == "wrong"
    ]
    missed = [
        (one.wrote, str(one.meant), "") for _, one in report.misread() if one.grade == "missed"
    ]
    return Simulation(
        talks=total.conversations,
        qualified=total.qualified,
        average_turns=total.average_turns,
        asked_again=total.asked_again,
        unanswered=total.unanswered,
        dead_ends=total.dead_ends,
        rules=tuple((RULES[rule], count) for rule, count in report.rules().items()),
        misread=tuple([*misread, *missed][:SHOWN]),
        broken=tuple(
            Result(
                f"{one.cue.persona.name}, {one.cue.language}",
                passed=False,
                transcript=_lines(one.transcript),
            )
            for one in report.broken()[:SHOWN]
        ),
    )


def _lines(transcript: Sequence[Line]) -> tuple[ResultLine, ...]:
    return tuple(ResultLine(one.who, one.text) for one in transcript)
