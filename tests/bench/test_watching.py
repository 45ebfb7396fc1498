"""Everybody who watches the inbox over a line of their own sees what another process writes."""

from pathlib import Path

import pytest

import bench.watching
from bench.watching import watched


def test_twenty_people_see_each_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.watching, "IDLE_SECONDS", 0.1)
    figures = watched(f"sqlite:///{tmp_path}/watching.db", watchers=20, events=2)
    assert len(figures.firsts) == len(figures.lasts) == 2
    assert all(0 < first <= last for first, last in zip(figures.firsts, figures.lasts, strict=True))
