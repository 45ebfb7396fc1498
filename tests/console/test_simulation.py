"""The command `simulate`, as a person and as a program sees it."""

import io
import json
import sys
from pathlib import Path

import pytest
from rich.console import Console

from agent.simulation.report import Report
from agent.simulation.simulation import simulate
from app import App
from console.command_line import main
from console.simulation import MISREADINGS, show, watched
from tests.agent.scripts import HOME, crm

SAMPLE = App.script_folder / "crm-suite.yaml"


def simulated(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr(sys, "argv", ["app.py", "simulate", *arguments])
    with pytest.raises(SystemExit) as ended:
        main(App())
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def test_a_program_gets_one_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--personas", "6", "--seed", "3", "--language", "es", "--json")
    code, out, err = simulated(monkeypatch, capsys, *arguments)
    report = json.loads(out)
    assert (code, err) == (1 if report["broken"] else 0, "")
    assert (report["script"], report["seed"]) == ("crm-suite", 3)
    assert report["total"]["conversations"] == 6
    assert {one["language"] for one in report["personas"]} == {"es"}
    assert simulated(monkeypatch, capsys, *arguments)[1] == out


def test_a_broken_rule_ends_with_1_and_shows_the_conversation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    question = "What yearly budget have you set aside for this?"
    assert question in text
    script = tmp_path / "mixed.yaml"
    script.write_text(text.replace(question, "¿Qué presupuesto tienen?"), encoding="utf-8")
    arguments = ("--script", str(script), "--personas", "8", "--language", "en")
    code, out, _ = simulated(monkeypatch, capsys, *arguments)
    assert code == 1
    assert "! | wrong_language: " in out
    assert "a reply in another language than the prospect's" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--language", "fr"), "no language"),
        (("--script", "nothing-here"), "There is no script"),
    ],
)
def test_what_cannot_be_simulated_is_said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    said: str,
) -> None:
    code, _, err = simulated(monkeypatch, capsys, *arguments)
    assert code == 1
    assert said in err


def test_a_language_that_the_script_does_not_speak_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    script = tmp_path / "spanish.yaml"
    script.write_text(json.dumps(HOME), encoding="utf-8")
    code, _, err = simulated(monkeypatch, capsys, "--script", str(script), "--language", "en")
    assert code == 1
    assert "does not speak" in err


async def test_a_person_sees_a_bar_the_table_and_what_was_misread() -> None:
    screen = Console(file=io.StringIO(), force_terminal=True, width=160)
    talks = await watched(simulate(crm(), 60, 1, ("es", "en")), 60, screen)
    report = Report("crm", 1, talks)
    show(report, screen)
    assert isinstance(screen.file, io.StringIO)
    out = screen.file.getvalue()
    assert "60/60" in out
    assert "decisive buyer" in out
    assert "right of all" in out
    left = len(report.misread()) - MISREADINGS
    assert (f"and {left} more" in out) is (left > 0)


async def test_where_no_rule_is_broken_it_says_so() -> None:
    screen = Console(file=io.StringIO(), width=160)
    show(Report("crm", 1, ()), screen)
    assert isinstance(screen.file, io.StringIO)
    assert "No rule was broken." in screen.file.getvalue()
