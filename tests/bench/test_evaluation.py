"""The command says what to give it, and what it found."""

import json
import sys
from pathlib import Path

import pytest

from bench.evaluation import main


def test_without_anything_to_evaluate_it_says_what_to_give(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluation"])
    assert main() == 2
    said = capsys.readouterr().out
    assert "CORPORA=" in said
    assert "MODEL=" in said


def test_a_folder_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluation", "--corpora", str(tmp_path / "nowhere")])
    assert main() == 2
    assert "no such folder" in capsys.readouterr().out


def test_an_empty_folder_is_no_mistake_and_the_figures_are_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    written = tmp_path / "figures.json"
    options = ["--corpora", str(tmp_path), "--misses", "--json", str(written)]
    monkeypatch.setattr(sys, "argv", ["evaluation", *options])
    assert main() == 0
    assert "no data" in capsys.readouterr().out
    figures = json.loads(written.read_text(encoding="utf-8"))["corpora"]
    assert figures["adversarial"]["texts"] == 0


def test_a_broken_row_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "intents.jsonl").write_text("{", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["evaluation", "--corpora", str(tmp_path)])
    assert main() == 2
    assert "intents.jsonl, line 1" in capsys.readouterr().out.replace("\n", "")


def test_a_server_that_is_down_is_a_clear_mistake(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setattr(sys, "argv", ["evaluation", "--model", "none", "--limit", "1"])
    assert main() == 2
    assert "The model cannot be evaluated." in capsys.readouterr().out
