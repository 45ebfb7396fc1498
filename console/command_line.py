"""What can be done at a terminal? The commands; app.py supplies what they work with."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.markup import escape

from agent.errors import Unavailable
from agent.rehearsal.conversation_files import play_all, read_tests
from agent.rehearsal.rehearsal import SystemClock
from agent.simulation.report import Report
from agent.simulation.simulation import simulate
from channels.terminal import Terminal, exchange, lines_of, talk
from console import telephone
from console.deliveries_command import deliveries_cli
from console.demo_data.command import demo_cli
from console.doctor_command import doctor_cli
from console.jobs_command import jobs_cli
from console.people_commands import people_cli
from console.planned_command import planned_cli
from console.replay_command import replay_cli
from console.report_command import report_cli
from console.routing_commands import routing_cli, teams_cli
from console.routing_report_command import routing_report_cli
from console.settings import load_settings
from console.simulation import show, watched
from console.suggest_command import suggest_cli
from console.users_commands import users_cli
from console.wiring import Trouble, Wiring, errors, screen, wiring_of
from qualification.choosing import Written, between, shared
from qualification.errors import ScriptError
from qualification.normalise.lines import KINDS, normalise_line
from qualification.script import Script
from qualification.scriptfile import parse_script, schema, warnings
from qualification.values import Json, Language

__all__ = ["Trouble", "main"]

cli = typer.Typer(no_args_is_help=True, add_completion=False, help="Banter qualifies leads.")
scripts_cli = typer.Typer(no_args_is_help=True, help="Check, publish and test scripts.")
cli.add_typer(scripts_cli, name="scripts")
cli.add_typer(users_cli, name="users")
cli.add_typer(people_cli)
cli.add_typer(report_cli)
cli.add_typer(planned_cli, name="planned")
cli.add_typer(jobs_cli, name="jobs")
cli.add_typer(deliveries_cli)
cli.add_typer(doctor_cli)
cli.add_typer(demo_cli, name="demo")
scripts_cli.add_typer(replay_cli)
scripts_cli.add_typer(suggest_cli)
cli.add_typer(teams_cli, name="teams")
cli.add_typer(routing_cli, name="routing")
routing_cli.add_typer(routing_report_cli)


def main(wiring: Wiring) -> None:
    """Run the command of the arguments; what a person can put right is said without a traceback."""
    try:
        cli(obj=wiring)
    except (Trouble, ScriptError, OSError, UnicodeDecodeError) as error:
        errors.print(f"[red]{escape(_in_words(error))}[/]", soft_wrap=True)
        sys.exit(1)
    except Unavailable as error:
        errors.print(f"[red]The database cannot be used: {escape(str(error))}[/]", soft_wrap=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


@cli.command()
def serve(context: typer.Context) -> None:
    """Serve the chat, the console and the API, and do the jobs."""
    wiring_of(context).serve()


@cli.command()
def worker(context: typer.Context) -> None:
    """Do the jobs alone; any number of workers may run on one PostgreSQL."""
    screen.print("Working; Ctrl-C ends.")
    asyncio.run(wiring_of(context).work())


@cli.command()
def migrate(context: typer.Context) -> None:
    """Bring the database up to date."""
    wiring_of(context).migrate()


@cli.command()
def chat(
    context: typer.Context,
    script: Annotated[str, typer.Option(help="A script's name, or its file.")] = "crm-suite",
    lang: Annotated[str | None, typer.Option(help="es or en; else the script's first.")] = None,
    explain: Annotated[bool, typer.Option(help="Show what was read and decided.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help='{"text": ...} in, one object per turn out.')
    ] = False,
) -> None:
    """Talk to the agent here; nothing is kept."""
    wiring, language = wiring_of(context), _language(lang)
    rehearsed = _read_script(_script_file(wiring, script))

    async def converse() -> bool:
        async with wiring.rehearse(rehearsed) as conductor:
            terminal = Terminal(conductor, SystemClock())
            opened = await terminal.open(rehearsed.script, language)
            if as_json:
                return await exchange(terminal, opened, lines_of(sys.stdin), typer.echo)
            await talk(terminal, opened, screen, explain=explain)
            return True

    if not asyncio.run(converse()):
        raise typer.Exit(1)


@cli.command()
def normalise(
    kind: Annotated[str, typer.Option(help=", ".join(KINDS))],
    lang: Annotated[str, typer.Option(help="es or en")],
    now: Annotated[str | None, typer.Option(help="ISO time that dates count from.")] = None,
) -> None:
    """Read values out of text: JSON lines in, JSON lines out."""
    try:
        at = datetime.fromisoformat(now) if now else datetime.now(UTC)
    except ValueError as error:
        raise Trouble(f"--now {now!r} is no ISO time: write it like 2026-11-21T10:00") from error
    language, good = _language(lang) or "es", True
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        row = _row(line)
        result = normalise_line(row, kind, language, at) if row is not None else _no_row(number)
        good = good and "error" not in result
        typer.echo(json.dumps(result, ensure_ascii=False))
    if not good:
        raise typer.Exit(1)


@scripts_cli.command()
def check(files: list[Path]) -> None:
    """Say what is wrong with script files, and where."""
    good, written = True, list[Written]()
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
            script = parse_script(text, str(file))
            written.append(Written(str(file), text, script))
            for warning in warnings(script, text, datetime.now(UTC).date()):
                screen.print(
                    f"[yellow]{escape(f'{file}:{warning}')}[/] (a warning)", soft_wrap=True
                )
            screen.print(f"[green]{escape(str(file))}: good[/]")
        except (ScriptError, OSError, UnicodeDecodeError) as error:
            good = False
            errors.print(escape(_in_words(error)), soft_wrap=True, highlight=False)
    for name, problem in between(written):
        good = False
        errors.print(escape(f"{name}:{problem}"), soft_wrap=True, highlight=False)
    for name, problem in between(written, shared):
        screen.print(f"[yellow]{escape(f'{name}:{problem}')}[/] (a warning)", soft_wrap=True)
    if not good:
        raise typer.Exit(1)


@scripts_cli.command()
def publish(
    context: typer.Context, file: Path, by: Annotated[str | None, typer.Option()] = None
) -> None:
    """Make a script file current; conversations that have begun stay on their version."""
    _read_script(file)
    text = file.read_text(encoding="utf-8")

    async def work() -> None:
        async with wiring_of(context).desk() as desk:
            version = await desk.scripts.publish(text, origin="console", by=by)
            screen.print(f"{version.key} is at version {version.number}")

    asyncio.run(work())


@scripts_cli.command(name="schema")
def show_schema() -> None:
    """Print the JSON Schema of scripts, for editors."""
    typer.echo(json.dumps(schema(), ensure_ascii=False, indent=2))


@scripts_cli.command()
def test(context: typer.Context, files: list[Path]) -> None:
    """Play conversation tests; the failures read like transcripts."""

    async def work() -> tuple[int, int]:
        passed = failed = 0
        for file in files:
            async for good, text in _play(wiring_of(context), file):
                passed, failed = passed + good, failed + (not good)
                (screen if good else errors).print(escape(text), soft_wrap=True, highlight=False)
        return passed, failed

    passed, failed = asyncio.run(work())
    screen.print(f"{passed} passed, {failed} failed")
    if failed:
        raise typer.Exit(1)


class Simulated(StrEnum):
    """What Twilio carries."""

    SMS = "sms"
    VOICE = "voice"


@cli.command(name="simulate")
def simulate_prospects(
    context: typer.Context,
    script: Annotated[str, typer.Option(help="A script's name, or its file.")] = "crm-suite",
    personas: Annotated[int, typer.Option(min=1, help="How many prospects write.")] = 88,
    seed: Annotated[int, typer.Option(help="The same seed gives the same conversations.")] = 1,
    language: Annotated[str, typer.Option(help="es, en or both.")] = "both",
    as_json: Annotated[bool, typer.Option("--json", help="The report as one JSON object.")] = False,
    channel: Annotated[
        Simulated | None,
        typer.Option(help="Call or text the running server yourself, without an account."),
    ] = None,
    server: Annotated[
        str | None, typer.Option(help="Where it listens; else HOST and PORT.")
    ] = None,
    theirs: Annotated[str, typer.Option("--from", help="Your number.")] = "+34600111222",
    ours: Annotated[str, typer.Option("--to", help="The number that you call.")] = "+34911222333",
) -> None:
    """Let simulated prospects talk to a script; ends with 1 if the agent breaks a rule. Or hold a
    call or a conversation by texts yourself.
    """
    if channel is not None:
        reach = telephone.call if channel == Simulated.VOICE else telephone.text
        settings, lines = load_settings(), lines_of(sys.stdin)
        listens = server or f"http://{settings.host}:{settings.port}"
        asyncio.run(reach(settings, listens, theirs, ours, lines, screen))
        return
    rehearsed = _read_script(_script_file(wiring_of(context), script))
    spoken = _spoken(rehearsed, language)

    async def work() -> Report:
        talks = simulate(rehearsed, personas, seed, spoken)
        done = await watched(talks, personas, errors)
        return Report(rehearsed.script, seed, done)

    report = asyncio.run(work())
    if as_json:
        typer.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        show(report, screen)
    if report.broken():
        raise typer.Exit(1)


def _in_words(error: Exception) -> str:
    """What is wrong, without the number that the system has for it."""
    if isinstance(error, FileNotFoundError):
        return f"There is no file {error.filename}."
    return f"{error.filename}: {error.strerror}" if isinstance(error, OSError) else str(error)


async def _play(wiring: Wiring, file: Path) -> AsyncIterator[tuple[bool, str]]:
    text = await asyncio.to_thread(file.read_text, encoding="utf-8")
    tests = read_tests(text, str(file))
    script = _read_script(_script_file(wiring, tests.script, file.parent))
    async for played in play_all(tests, script):
        yield not played.failures, str(played) if played.failures else f"passed: {played.name}"


def _script_file(wiring: Wiring, name: str, beside: Path = Path()) -> Path:
    """The file of a script given by name or path."""
    candidates = (Path(name), beside / name, wiring.script_folder / f"{name}.yaml")
    found = next((path for path in candidates if path.is_file()), None)
    if found is None:
        known = ", ".join(sorted(path.stem for path in wiring.script_folder.glob("*.yaml")))
        raise Trouble(f"There is no script {name!r}: name a file, or one of {known}")
    return found


def _read_script(file: Path) -> Script:
    return parse_script(file.read_text(encoding="utf-8"), str(file))


def _language(code: str | None) -> Language | None:
    if code is None:
        return None
    for language in get_args(Language):
        if code == language:
            return language  # type: ignore[no-any-return]
    raise Trouble(f"{code!r} is no language here: use es or en")


def _spoken(script: Script, code: str) -> tuple[Language, ...]:
    """The languages to be simulated, of those that the script speaks."""
    if code == "both":
        return script.languages
    language = _language(code)
    if language is None or language not in script.languages:
        raise Trouble(f"{script.script} does not speak {code!r}")
    return (language,)


def _row(line: str) -> dict[str, Json] | None:
    """A line's object, if it holds one."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return None
    return row if isinstance(row, dict) else None


def _no_row(number: int) -> dict[str, Json]:
    wanted = '{"id": 1, "text": "..."}'
    return {"id": None, "error": f"line {number} is no JSON object: write it like {wanted}"}
