"""console/static/vendor: what others made is what it says it is."""

import hashlib
import re
from pathlib import Path

import pytest

FOLDER = Path("console/static/vendor")
ROW = re.compile(
    r"^\| (?P<file>\S+) \| (?P<name>\S+) \| (?P<version>\S+) \| [^|]*\((?P<licence>\S+)\) "
    r"\| (?P<sha256>[0-9a-f]{64}) \|",
    re.MULTILINE,
)
ROWS = [match.groupdict() for match in ROW.finditer((FOLDER / "VENDORED.md").read_text())]


class TestVendoredFiles:
    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
    def test_are_what_their_row_says(self, row: dict[str, str]) -> None:
        body = (FOLDER / row["file"]).read_bytes()
        assert hashlib.sha256(body).hexdigest() == row["sha256"]
        assert row["version"] in row["file"]
        assert (FOLDER / row["licence"]).stat().st_size > 100

    def test_have_a_row_each(self) -> None:
        named = {row["file"] for row in ROWS} | {row["licence"] for row in ROWS}
        there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*")}
        assert there - named == {"VENDORED.md"}
