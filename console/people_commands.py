"""What can be done for somebody who asks what we know of them, or wants to be forgotten?"""

import asyncio
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.markup import escape

from console.wiring import Desk, Trouble, errors, screen, wiring_of
from console.wording import found_in_words, named
from qualification.values import Json
from storage.audit import TERMINAL
from storage.people import Address, Person, address_of

people_cli = typer.Typer()

Who = Annotated[
    str, typer.Argument(help="A number (+34600111222), an e-mail, or a conversation's id.")
]
Alone = Annotated[
    bool,
    typer.Option("--alone", help="Only what names this very address, nothing that it leads to."),
]
_CONVERSATION = re.compile(r"[0-9a-f]{32}")


@people_cli.command()
def export(
    context: typer.Context,
    person: Who,
    out: Annotated[Path | None, typer.Option(help="A new file for it; else the screen.")] = None,
    alone: Alone = False,
) -> None:
    """Write down all that is known about somebody, as JSON."""
    who = _who(person)

    async def work() -> tuple[Person, dict[str, Json]]:
        async with wiring_of(context).desk() as desk:
            found = await desk.people.find(who, alone=alone)
            document = await desk.exports.export(found)
            await _record(desk, "lead.exported", found)
            return found, document

    found, document = asyncio.run(work())
    _show(found)
    if not _rows(document):
        errors.print(f"No conversation or other record of {escape(person)} is held")
    text = json.dumps(document, ensure_ascii=False, indent=2)
    if out is None:
        typer.echo(text)
        return
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text + "\n")


@people_cli.command()
def erase(
    context: typer.Context,
    person: Who,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    alone: Alone = False,
) -> None:
    """Erase all that is held of somebody, here, at Twilio and on lists; it cannot be undone."""
    who = _who(person)

    async def work() -> None:
        async with wiring_of(context).desk() as desk:
            found = await desk.people.find(who, alone=alone)
            document = await desk.exports.export(found)
            _show(found)
            rows = _rows(document)
            if not rows:
                _say(f"Nothing is held of {person}")
            elif dry_run:
                kept, listed = (
                    len(cast(list[Json], document[where]))
                    for where in ("kept_at_twilio", "kept_on_lists")
                )
                lists = f" and {listed} on lists" if listed else ""
                _say(f"It would erase {_counted(rows)}, and {kept} at Twilio{lists}")
            elif yes or typer.confirm("Erase all of it for good?"):
                await _erase(desk, found)
            else:
                raise Trouble("Nothing was erased")

    asyncio.run(work())


async def _erase(desk: Desk, person: Person) -> None:
    erased = await desk.erasures.erase(person)
    await _record(desk, "lead.erased", person)
    _say(f"Erased {_counted(erased.rows)}")
    waiting = await desk.erasures.waiting()
    deleted = 0
    for sid in waiting:
        if await desk.erasing.erase(sid) is not None:
            break  # what is left is tried by its job, in the server or a worker
        deleted += 1
    left = len(waiting) - deleted
    if waiting:
        trying = f", {left} left: the server goes on trying" if left else ""
        _say(f"At Twilio and on lists {deleted} deleted{trying}")
    if erased.passed_on:
        systems = ", ".join(erased.passed_on)
        _say(f"Hand-overs went to {systems}: what it keeps is to be erased there")


async def _record(desk: Desk, action: str, person: Person) -> None:
    """Into the log, by the ids of their conversations alone."""
    for one in person.conversations:
        await desk.audit.record(TERMINAL, action, one.id)


def _say(text: str) -> None:
    screen.print(escape(text), soft_wrap=True, highlight=False)


def _who(person: str) -> Address | str:
    if _CONVERSATION.fullmatch(person):
        return person
    address = address_of(person)
    if address is None:
        raise Trouble(
            f"{person!r} is no number with its country's prefix (+34600111222), no e-mail "
            "and no id of a conversation"
        )
    return address


def _show(person: Person) -> None:
    """Whose they are must be looked at by whoever asks: two people may have given one address."""
    for one in person.conversations:
        line = f"{one.id} {one.channel} {one.script} {one.began:%Y-%m-%d}: {found_in_words(one)}"
        errors.print(escape(line), soft_wrap=True, highlight=False)


def _rows(document: Mapping[str, Json]) -> dict[str, int]:
    """How many rows of each table an export has."""
    records = cast(dict[str, list[Json]], document["records"])
    return {table: len(rows) for table, rows in records.items()}


def _counted(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{named(table).lower()} {count}" for table, count in rows.items())
