"""Whatever `doctor` finds has its Spanish: each form of a finding is held against the catalogue."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from console.translations import read_texts
from delivery import doctor
from delivery.doctor import About

LEVELS = frozenset({"good", "warning", "bad"})
"""The functions of delivery.doctor that make findings."""
WIRES = [
    Path("delivery") / name for name in ("wire.py", "session.py", "signing_in.py", "faults.py")
]
PAGES = frozenset({"context", "text"})
"""Names that the `_()` of templates has for itself."""


def speaking() -> Iterator[tuple[Path, ast.Module]]:
    """The modules that find something."""
    for path in (*sorted(Path("delivery").rglob("*.py")), *sorted(Path("console").rglob("*.py"))):
        tree = ast.parse(path.read_text("utf-8"))
        imported = (one for one in tree.body if isinstance(one, ast.ImportFrom))
        if path.name == "doctor.py" or any(one.module == doctor.__name__ for one in imported):
            yield path, tree


def made() -> Iterator[tuple[str, ast.Call]]:
    """Each place where a finding is made."""
    for path, tree in speaking():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id in LEVELS:
                    yield f"{path}:{node.lineno}", node
                assert node.func.id != "Finding" or path.name == "doctor.py", (
                    f"{path}:{node.lineno}: a finding is made by good, warning or bad"
                )


def form(call: ast.Call) -> str | None:
    """The text, where it is written out where the finding is made."""
    text = call.args[1] if len(call.args) > 1 else None
    is_written = isinstance(text, ast.Constant) and isinstance(text.value, str)
    return str(text.value) if is_written and isinstance(text, ast.Constant) else None


def test_every_finding_is_written_out_where_it_is_made() -> None:
    calls = list(made())
    assert len(calls) > 100
    assert [where for where, call in calls if form(call) is None] == []


def test_every_finding_has_its_spanish() -> None:
    spanish = read_texts("es").single
    forms = {form(call) or "" for _, call in made()} | set(get_args(About))
    assert sorted(one for one in forms if one not in spanish) == []


def test_every_gap_is_filled_by_a_name_that_pages_may_use() -> None:
    for where, call in made():
        names = {one.arg for one in call.keywords}
        gaps = {part.split(")")[0] for part in (form(call) or "").split("%(")[1:]}
        assert not names & PAGES, where
        assert names - {None} <= gaps, where
        assert None in names or gaps <= names, where


def causes() -> set[str]:
    """What we say ourselves of why a system could not be asked, which stands in a finding's gap."""
    calls = (
        node
        for path in WIRES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Said"
    )
    return {str(ast.literal_eval(call.args[0])) for call in calls}


def test_every_cause_of_ours_has_its_spanish() -> None:
    spanish = read_texts("es").single
    assert len(causes()) >= 10
    assert sorted(one for one in causes() if one not in spanish) == []


def test_no_spanish_is_left_over() -> None:
    known = {form(call) for _, call in made()} | set(get_args(About)) | causes()
    catalogue = Path("console/locale/es/doctor.po").read_text("utf-8")
    ids = [line.removeprefix("msgid ") for line in catalogue.splitlines() if line[:6] == "msgid "]
    assert [one for one in ids if ast.literal_eval(one) not in known and one != '""'] == []
