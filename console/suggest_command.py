"""Which points do the deals suggest? `scripts suggest`: a draft, its reasons, its replay."""

import asyncio
import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from console.looking_back import PastDesk, past_of
from console.looking_back import since as ago
from console.replay_command import document as replay_document
from console.replay_command import show as show_replay
from console.replay_command import watched
from console.suggestion_document import document
from console.wiring import Trouble, errors, screen
from qualification.analytics.draft_reasons import explained
from qualification.analytics.drafting import Need
from qualification.analytics.worth import Terms
from qualification.rewriting import NotRewritable
from storage.replays import Replay
from storage.suggestions import NoSuchScript, Suggested

suggest_cli = typer.Typer()


class Aim(StrEnum):
    """What counts as a good end."""

    WON = "won"
    ACCEPTED = "accepted"


@suggest_cli.command()
def suggest(
    context: typer.Context,
    script: Annotated[str, typer.Argument(help="A published script's name.")],
    since: Annotated[str, typer.Option(help="How far back, like 180d.")] = "180d",
    out: Annotated[Path | None, typer.Option(help="The file that the draft is written to.")] = None,
    target: Annotated[Aim, typer.Option(help="What counts as a good end.")] = Aim.WON,
    win: Annotated[float | None, typer.Option(min=0, help="What a deal brings.")] = None,
    call: Annotated[float | None, typer.Option(min=0, help="What a call costs.")] = None,
    capacity: Annotated[int | None, typer.Option(min=1, help="How many can be called.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The result as one JSON object.")] = False,
) -> None:
    """Draft other points and thresholds from how leads ended; nothing is applied."""
    now = datetime.now(UTC)
    try:
        start = ago(since, now)
    except ValueError as error:
        raise Trouble(str(error)) from error
    if out is not None and out.exists():
        raise Trouble(f"{out} is there already: name another file")
    if out is not None and not out.parent.is_dir():
        raise Trouble(f"There is no folder {out.parent}: make it, or name another")
    terms = _terms(win, call, capacity)

    async def work() -> tuple[Suggested, Replay | None]:
        async with past_of(context).desk() as desk:
            found = await _suggested(desk, script, start, now, target, terms)
            if found.draft is None:
                return found, None
            return found, await watched(desk.replays, found.script, found.draft, start, errors)

    found, replay = asyncio.run(work())
    if out is not None and found.draft is not None:
        out.write_text(found.draft, encoding="utf-8")
    if as_json:
        shown = {**document(found), "replay": replay and replay_document(replay)}
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        show(found, replay, out, screen)


def show(found: Suggested, replay: Replay | None, out: Path | None, console: Console) -> None:
    """The suggestion for a person."""
    if isinstance(found.found, Need):
        console.print(escape(found.found.note), soft_wrap=True, highlight=False)
        return
    for line in explained(found.target, found.found):
        console.print(escape(line), soft_wrap=True, highlight=False)
    if replay is None:
        console.print("Nothing is to be changed.")
        return
    if out is not None:
        console.print(escape(f"The draft is in {out}: publish it if you agree."), soft_wrap=True)
    show_replay(replay, console)


def _terms(win: float | None, call: float | None, capacity: int | None) -> Terms | None:
    if (win is None) != (call is None) or (capacity is not None and win is None):
        raise Trouble("Give --win and --call together (and --capacity only with them)")
    return None if win is None or call is None else Terms(win, call, capacity)


async def _suggested(
    desk: PastDesk, script: str, since: datetime, now: datetime, target: Aim, terms: Terms | None
) -> Suggested:
    try:
        return await desk.suggestions.suggest(script, since, now, target.value, terms)
    except NoSuchScript:
        raise Trouble(f"No script {script!r} is published") from None
    except NotRewritable as error:
        raise Trouble(f"{error}: write the numbers by hand") from error
