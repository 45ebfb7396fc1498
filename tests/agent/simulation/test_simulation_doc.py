"""docs/simulation.md names the rules and options that there are."""

import re
from pathlib import Path

from agent.simulation.rules import RULES

TEXT = (Path(__file__).parents[3] / "docs" / "simulation.md").read_text(encoding="utf-8")


def test_each_rule_is_documented() -> None:
    rows = "\n".join(line for line in TEXT.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`([a-z_]+)`", rows)) - {"limits"} == set(RULES)


def test_each_file_that_is_named_exists() -> None:
    root = Path(__file__).parents[3]
    for name in re.findall(r"`(agent/[a-z_/.]+)`", TEXT):
        assert (root / name).exists(), name
