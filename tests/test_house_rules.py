"""The rules that nobody should have to remember: what is written down is checked here."""

import ast
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from console.command_line import cli

HERE = Path(__file__).parents[1]
PACKAGES = ("agent", "channels", "console", "delivery", "qualification", "storage")
SOURCES = sorted(
    path
    for package in PACKAGES
    for path in (HERE / package).rglob("*.py")
    if "migrations" not in path.parts
)
LONGEST = 520
OUTERMOST_LOOPS = {
    "agent/upkeep.py",  # the sweep, the feed and what else goes on in the background
    "agent/preparing.py",  # a lead goes out, with or without an owner and a brief
    "agent/turns.py",  # a mistake in reading must not silence a conversation
    "delivery/dispatcher.py",  # whatever a place does, its delivery says how it stands
    "storage/jobs.py",  # the worker
    "storage/patience.py",  # upkeep goes on whatever happens
    "storage/writer.py",  # one unit of several: its failure goes back to who asked for it
}


def _name(path: Path) -> str:
    return path.relative_to(HERE).as_posix()


@dataclass(frozen=True, slots=True)
class _Module:
    """What the rules look at."""

    lines: int
    documented: bool
    broad: bool
    """It catches everything somewhere."""
    classes: tuple[str, ...]


@cache
def _read(path: Path) -> _Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    nodes = list(ast.walk(tree))
    return _Module(
        lines=len(text.splitlines()),
        documented=bool(ast.get_docstring(tree)),
        broad=any(isinstance(one, ast.ExceptHandler) and _catches_all(one) for one in nodes),
        classes=tuple(one.name for one in nodes if isinstance(one, ast.ClassDef)),
    )


def _catches_all(handler: ast.ExceptHandler) -> bool:
    caught = handler.type
    named = isinstance(caught, ast.Name) and caught.id in ("Exception", "BaseException")
    return caught is None or named


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert "tables" in path.parts or _read(path).lines <= LONGEST


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert _read(path).documented


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_only_the_outermost_loops_catch_everything(path: Path) -> None:
    assert not _read(path).broad or _name(path) in OUTERMOST_LOOPS


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_names_are_those_of_the_field(path: Path) -> None:
    classes = _read(path).classes
    assert not [name for name in classes if re.search(r"Manager|Helper|Util|Service$", name)]


def _tracked() -> list[Path]:
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files"], cwd=HERE, capture_output=True, text=True, check=True)
    return [HERE / line for line in listed.stdout.splitlines()]


def test_no_file_names_a_package_registry() -> None:
    options = "|".join(f"--{name}" for name in ("index-url", "extra-index-url", "trusted-host"))
    marks = re.compile(rf"{options}|pypi[.]org|npmjs[.](org|com)/")
    found = [
        f"{_name(path)}: {line.strip()[:80]}"
        for path in _tracked()
        if path.suffix not in (".md", ".png") and path != Path(__file__) and path.is_file()
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if marks.search(line) and not line.startswith(("LOCK", "        --no-emit"))
    ]
    assert not found


def _commands(group: object) -> dict[str, dict[str, object]]:
    """Each command with those below it."""
    below = getattr(group, "commands", {})
    return {name: dict(_commands(one)) for name, one in below.items()}


def test_each_command_of_the_readme_exists() -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    makefile = (HERE / "Makefile").read_text(encoding="utf-8")
    commands = _commands(get_command(cli))
    for first, second in re.findall(r"app\.py ([a-z]+)(?: ([a-z]+))?", readme):
        known = first in commands and (not commands[first] or second in commands[first])
        assert known, f"app.py {first} {second}: there is no such command"
    for target in re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", readme, re.MULTILINE):
        name = target[0] or target[1]
        assert re.search(rf"^{name}:.*## ", makefile, re.MULTILINE), f"make {name}"


def test_each_link_of_the_documents_leads_somewhere() -> None:
    for document in (*HERE.glob("*.md"), *(HERE / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (document.parent / target).exists(), f"{document.name}: {target}"
