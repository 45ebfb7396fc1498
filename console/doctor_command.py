"""What is wrong with how it is set up? `doctor` looks at every configured system, changes nothing,
and says in a sentence each what to put right.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Annotated, Protocol, cast

import httpx
import typer
from rich.markup import escape

from agent.rehearsal.rehearsal import SystemClock
from console import own_checks
from console.places import Places
from console.queues import Queues
from console.services import twilio_account
from console.settings import Settings, load_settings
from console.wiring import Trouble, screen, wiring_of
from delivery.doctor import Finding, bad, examine, good
from delivery.mail_checks import mail
from delivery.slack import Slack
from delivery.system import System
from delivery.system_checks import checks_of
from storage.acceptance import Acceptance
from storage.scripts import Scripts
from storage.teams import Teams

doctor_cli = typer.Typer()

OURSELVES = "banter"
MAIL = "email"
SIGNS: Mapping[str, str] = {
    "good": "[green]good   [/]",
    "warning": "[yellow]warning[/]",
    "bad": "[red]bad    [/]",
}


class DoctorDesk(Protocol):
    """The parts that it uses; console.services.Services has them."""

    @property
    def places(self) -> Places: ...

    @property
    def scripts(self) -> Scripts: ...

    @property
    def teams(self) -> Teams: ...

    @property
    def queues(self) -> Queues: ...

    @property
    def acceptance(self) -> Acceptance: ...


@doctor_cli.command()
def doctor(
    context: typer.Context,
    system: Annotated[str | None, typer.Option(help="One system alone, or banter.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a system.")] = False,
) -> None:
    """Look at every configured system, and say what to put right; nothing is changed."""
    settings = load_settings()

    async def work() -> dict[str, list[Finding]]:
        async with wiring_of(context).desk() as desk:
            return await findings(cast(DoctorDesk, desk), settings, system)

    found = asyncio.run(work())
    if as_json:
        document = {name: [asdict(one) for one in rows] for name, rows in found.items()}
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for name, rows in found.items():
            screen.print(f"[bold]{escape(name)}[/]")
            for one in rows:
                line = f"  {SIGNS[one.level]} {escape(one.about)}: {escape(one.said)}"
                screen.print(line, soft_wrap=True, highlight=False)
    if any(one.level == "bad" for rows in found.values() for one in rows):
        raise typer.Exit(1)


async def findings(
    desk: DoctorDesk, settings: Settings, system: str | None = None
) -> dict[str, list[Finding]]:
    """What was found, by system. Raises Trouble for a system that is not configured."""
    connections = {one.system.name: one for one in desk.places.connections}
    server = settings.mail_server()
    names = [OURSELVES, *connections, *([MAIL] if server is not None else [])]
    if system is not None and system not in names:
        raise Trouble(f"{system} is not configured; there are: {', '.join(names)}")
    found: dict[str, list[Finding]] = {}
    for name in names if system is None else [system]:
        if name == OURSELVES:
            found[name] = await _ourselves(desk, settings)
            continue
        if name == MAIL and server is not None:
            found[name] = await mail(server, SystemClock())
            continue
        checks = checks_of(await _with_channels(connections[name].system, desk.teams))
        if checks is not None:
            found[name] = await examine(connections[name], checks)
    for name, rows in (await desk.queues.findings()).items():
        if system in (None, name):  # what has no checks of its own stands with ourselves
            found.setdefault(name if name in found else OURSELVES, []).extend(rows)
    return found


async def _with_channels(system: System, teams: Teams) -> System:
    """The channels that teams and rules name are looked at as well."""
    version = await teams.current()
    if isinstance(system, Slack) and version is not None:
        return replace(system, others=version.plan.slack_channels())
    return system


async def _ourselves(desk: DoctorDesk, settings: Settings) -> list[Finding]:
    async with httpx.AsyncClient(timeout=10.0) as client:
        scripts = await desk.scripts.all_current()
        return [
            good("database", "it answers, and its tables are up to date"),
            _published([one.key for one in scripts]),
            *await own_checks.leads(desk.acceptance.unplaced, SystemClock().now()),
            *own_checks.address(settings),
            *await own_checks.model(settings, client),
            *await own_checks.telephone(settings, twilio_account(settings, client)),
            *await own_checks.webhook(settings, client),
        ]


def _published(scripts: Sequence[str]) -> Finding:
    if not scripts:
        return bad("scripts", "no script is published: `python app.py scripts publish FILE`")
    return good("scripts", "published: %(scripts)s", scripts=", ".join(scripts))
