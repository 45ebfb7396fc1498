"""How does one talk to the agent in a terminal? Rich for people, one JSON object a line for
programs.
"""

import json
import sys
from collections.abc import AsyncIterator, Callable
from typing import TextIO
from uuid import uuid4

import anyio.to_thread
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from agent.conductor import Answered, Conductor, Opened
from agent.dialogue import upcoming
from agent.messages import InboundMessage
from agent.ports import Clock
from channels.incoming import NotTaken, clean
from qualification.handover import criterion_lines
from qualification.values import Json, Language, to_json


async def lines_of(stream: TextIO) -> AsyncIterator[str]:
    """The lines of a stream, read without blocking the loop."""
    while line := await anyio.to_thread.run_sync(stream.readline):
        yield line


class Terminal:
    """One conversation on standard input and output."""

    def __init__(self, conductor: Conductor, clock: Clock) -> None:
        self._conductor = conductor
        self._clock = clock

    async def open(self, script: str, language: Language | None) -> Opened:
        """Begin it."""
        return await self._conductor.open("terminal", uuid4().hex, script, language, "terminal")

    async def say(self, opened: Opened, text: str) -> Answered:
        """Say something and wait for the answer. Raises NotTaken, as the web chat refuses it."""
        receipt = await self._conductor.receive(
            InboundMessage(
                "terminal", uuid4().hex, opened.conversation, clean(text), self._clock.now()
            )
        )
        return await self._conductor.answer(receipt)


async def talk(terminal: Terminal, opened: Opened, console: Console, *, explain: bool) -> None:
    """A conversation with a person, until end of input or Ctrl-C."""
    for message in opened.messages:
        console.print(f"[bold cyan]{escape(opened.script.persona.name)}[/]  {escape(message.text)}")
    console.print("[dim]Write your message; Ctrl-D ends.[/]")
    async for line in lines_of(sys.stdin):
        if not line.strip():
            continue
        try:
            answered = await terminal.say(opened, line)
        except NotTaken as refused:
            console.print(f"[red]{refused}[/]")
            continue
        for message in answered.messages:
            who = escape(opened.script.persona.name)
            console.print(f"[bold cyan]{who}[/]  {escape(message.text)}")
        if explain:
            console.print(explanation(answered))
        if answered.dialogue.phase in ("closed", "stopped", "held"):
            console.print(f"[dim]({answered.dialogue.phase})[/]")


def explanation(answered: Answered) -> Table:
    """The reading, the open questions and the verdict, as a table."""
    table = Table(
        title=f"{answered.verdict.outcome}, {answered.score.tier} ({answered.score.total})"
    )
    for column in ("criterion", "state", "value", "quote", "rule"):
        table.add_column(column)
    sheet = answered.dialogue.sheet
    for line in criterion_lines(sheet, answered.verdict):
        value = "" if line.value is None else json.dumps(line.value, ensure_ascii=False)
        table.add_row(line.key, line.state, escape(value), escape(line.quote or ""), line.rule)
    for reason in answered.verdict.reasons:
        table.add_row("", "", "", "", f"{reason.rule} {reason.standing}: {', '.join(reason.keys)}")
    for score_line in answered.score.lines:
        table.add_row("", "", "", "", f"{score_line.rule} {score_line.points:+d}")
    open_ = ", ".join(upcoming(answered.script, answered.dialogue)) or "none"
    caption = [f"still to ask: {open_}"]
    if answered.read is not None:
        reading = answered.read.reading
        caption.append(f"read by: {reading.reader}")
        caption.append(f"signals: {', '.join(sorted(reading.signals)) or 'none'}")
        caption += [f"dropped: {escape(one)}" for one in reading.dropped]
    table.caption = " · ".join(caption)
    return table


async def exchange(
    terminal: Terminal,
    opened: Opened,
    lines: AsyncIterator[str],
    write: Callable[[str], None],
) -> bool:
    """JSON lines: {"text"} in, one object per turn out; whether every line could be used."""
    good = True
    async for line in lines:
        if not line.strip():
            continue
        try:
            answered = await terminal.say(opened, _text_of(line))
        except NotTaken as refused:
            good = False
            write(json.dumps({"error": str(refused)}, ensure_ascii=False))
        else:
            write(json.dumps(turn_object(answered), ensure_ascii=False))
    return good


def turn_object(answered: Answered) -> dict[str, Json]:
    """What a program gets for a turn."""
    sheet = answered.dialogue.sheet
    answers: dict[str, Json] = {
        line.key: {"state": line.state, "value": line.value, "quote": line.quote}
        for line in criterion_lines(sheet, answered.verdict)
        if line.value is not None or line.key in sheet.declined
    }
    for key, answer in sheet.answers.items():
        if key not in answers:
            quote = answer.evidence.quote if answer.evidence else None
            answers[key] = {"state": "given", "value": to_json(answer.value), "quote": quote}
    signals = answered.read.reading.signals if answered.read else frozenset()
    return {
        "reply": " ".join(message.text for message in answered.messages),
        "phase": answered.dialogue.phase,
        "verdict": answered.verdict.outcome,
        "tier": answered.score.tier,
        "score": answered.score.total,
        "answers": answers,
        "asked": answered.dialogue.asked,
        "signals": [signal.value for signal in sorted(signals)],
    }


def _text_of(line: str) -> str:
    try:
        written = json.loads(line)
    except json.JSONDecodeError:
        written = None
    text = written.get("text") if isinstance(written, dict) else None
    if not isinstance(text, str):
        raise NotTaken('write one JSON object a line, like {"text": "hola"}')
    return text
