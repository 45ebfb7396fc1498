"""The commands, as a person at a terminal sees them."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from app import App
from console.command_line import main

SCRIPTS = App.script_folder
SECRET = "a key of the tests, long enough."


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Run: TypeAlias = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs a command as `python app.py` does, but for the process of its own."""

    def command(*arguments: str, given: str = "", **environment: str) -> Ended:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "200")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        with pytest.raises(SystemExit) as ended:
            main(App())
        out, err = capsys.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, out, err)

    return command


def test_a_broken_script_is_explained_by_line_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    good = (SCRIPTS / "reformas.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.yaml"
    broken.write_text(good.replace("languages:", "langauges:"), encoding="utf-8")
    ended = run("scripts", "check", str(broken), str(SCRIPTS / "crm-suite.yaml"))
    assert ended.returncode == 1
    line = good[: good.index("languages:")].count("\n") + 1
    assert f"{broken}:{line}:1:" in ended.stderr
    assert "languages" in ended.stderr
    assert "crm-suite.yaml: good" in ended.stdout


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path, command: str) -> None:
    ended = run("scripts", command, str(tmp_path / "none.yaml"))
    assert ended.returncode == 1
    assert f"There is no file {tmp_path / 'none.yaml'}." in ended.stderr


def test_a_broken_script_is_not_published_and_the_old_version_stays(
    run: Run, tmp_path: Path
) -> None:
    database = {"DATABASE_URL": f"sqlite:///{tmp_path / 'banter.db'}", "SECRET_KEY": SECRET}
    assert run("migrate", **database).returncode == 0
    text = (SCRIPTS / "reformas.yaml").read_text(encoding="utf-8")
    script = tmp_path / "reformas.yaml"
    script.write_text(text, encoding="utf-8")
    assert "version 1" in run("scripts", "publish", str(script), **database).stdout
    script.write_text(text.replace("kind:", "knid:"), encoding="utf-8")
    refused = run("scripts", "publish", str(script), **database)
    assert refused.returncode == 1
    assert "kind" in refused.stderr
    script.write_text(f"# a remark\n{text}", encoding="utf-8")
    assert "version 2" in run("scripts", "publish", str(script), **database).stdout


def test_chat_speaks_json_lines(run: Run) -> None:
    given = (
        '{"text": "Queremos mejorar el seguimiento, hay 4.000 € al año"}\nnonsense\n{"text": ""}\n'
    )
    ended = run("chat", "--script", "crm-suite", "--lang", "es", "--json", given=given)
    first, second, third = map(json.loads, ended.stdout.splitlines())
    assert set(first) == {
        "reply", "phase", "verdict", "tier", "score", "answers", "asked", "signals",
    }  # fmt: skip
    assert first["answers"]["budget"] == {
        "state": "positive",
        "value": {
            "min": 4000,
            "max": 4000,
            "currency": "EUR",
            "period": "year",
            "approximate": False,
        },
        "quote": "4.000 € al año",
    }
    assert first["asked"] == "authority"
    assert "text" in second["error"]
    assert "empty" in third["error"]
    assert ended.returncode == 1


def test_chat_takes_what_the_web_chat_takes(run: Run) -> None:
    texts = ["x" * 20_001, "around\x00 5k euros\ta year", "y" * 20_000]
    given = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    ended = run("chat", "--lang", "en", "--json", given=given)
    first, second, third = map(json.loads, ended.stdout.splitlines())
    assert "20000 characters" in first["error"]
    assert second["answers"]["budget"]["quote"] == "around 5k euros\ta year"
    assert third["phase"] == "open"


def test_chat_tells_a_person_what_it_does_not_take(run: Run) -> None:
    ended = run("chat", "--lang", "en", given=f"{'x' * 20_001}\nhello\n")
    assert "20000 characters" in ended.stdout
    assert ended.returncode == 0


def test_chat_with_an_unknown_script_names_the_known_ones(run: Run) -> None:
    ended = run("chat", "--script", "nothing")
    assert ended.returncode == 1
    assert (
        "one of crm-suite, curso-datos, pulso-industrial, reformas, vigia-seguridad" in ended.stderr
    )


def test_chat_explains_itself(run: Run) -> None:
    ended = run("chat", "--lang", "en", "--explain", given="around 5k euros a year\n")
    assert "around 5k" in ended.stdout  # the width of the table is that of the terminal
    assert "euros a year" in ended.stdout
    assert "still to ask" in ended.stdout


def test_normalise_reads_json_lines(run: Run) -> None:
    given = '{"id": 1, "text": "unos 3.000", "asked": true}\n{"id": 2}\n'
    ended = run("normalise", "--kind", "money", "--lang", "es", given=given)
    first, second = map(json.loads, ended.stdout.splitlines())
    assert first["id"] == 1
    assert first["values"][0]["min"] == 3000
    assert "text" in second["error"]


@pytest.mark.parametrize("line", ["not json", "[1, 2]"])
def test_normalise_says_which_line_is_no_object(run: Run, line: str) -> None:
    given = '{"id": 1, "text": "3.000 euros"}\n\n' + line + "\n"
    ended = run("normalise", "--kind", "money", "--lang", "es", given=given)
    assert json.loads(ended.stdout.splitlines()[1])["error"].startswith("line 3 is no JSON object")


def test_the_schema_is_json(run: Run) -> None:
    assert "criteria" in json.loads(run("scripts", "schema").stdout)["properties"]


def test_conversation_tests_show_a_transcript_where_they_fail(run: Run, tmp_path: Path) -> None:
    tests = tmp_path / "tests.yaml"
    tests.write_text(
        "script: crm-suite\n"
        "conversations:\n"
        "  - name: wrong on purpose\n"
        "    language: en\n"
        "    turns:\n"
        "      - say: hello\n"
        "        expect: {asked: budget}\n",
        encoding="utf-8",
    )
    ended = run("scripts", "test", str(tests))
    assert ended.returncode == 1
    assert "prospect | hello" in ended.stderr
    assert "asked should be budget, but is need" in ended.stderr


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("conversations: []\n", "script"),
        ("script: crm-suite\nconversations:\n  - {name: a, language: en, turns: [{}]}\n", "say"),
        ("script: crm-suite\nconversations:\n  - {name: a, langage: en, turns: []}\n", "langage"),
    ],
)
def test_a_broken_file_of_tests_is_explained(
    run: Run, tmp_path: Path, written: str, said: str
) -> None:
    tests = tmp_path / "tests.yaml"
    tests.write_text(written, encoding="utf-8")
    ended = run("scripts", "test", str(tests))
    assert ended.returncode == 1
    assert f"{tests}:" in ended.stderr
    assert said in ended.stderr


def test_somebody_who_can_sign_in_is_not_added_twice(run: Run, tmp_path: Path) -> None:
    database = {"DATABASE_URL": f"sqlite:///{tmp_path / 'banter.db'}", "SECRET_KEY": SECRET}
    run("migrate", **database)
    added = run("users", "add", "ana@example.com", "--password", "secret-1", **database)
    assert added.returncode == 0, added.stderr
    again = run("users", "add", "ana@example.com", "--password", "secret-2", **database)
    assert again.returncode == 1
    assert "already" in again.stderr


def test_serving_without_a_secret_says_what_to_set(run: Run, tmp_path: Path) -> None:
    ended = run("serve", DATABASE_URL=f"sqlite:///{tmp_path / 'banter.db'}")
    assert ended.returncode == 1
    assert "SECRET_KEY" in ended.stderr


def test_settings_that_cannot_be_used_are_named(run: Run) -> None:
    ended = run("serve", PORT="many")
    assert ended.returncode == 1
    assert "PORT" in ended.stderr


def test_a_database_without_tables_says_what_to_run(run: Run, tmp_path: Path) -> None:
    database = {"DATABASE_URL": f"sqlite:///{tmp_path / 'empty.db'}"}
    ended = run("users", "add", "ana@example.com", "--password", "secret-1", **database)
    assert ended.returncode == 1
    assert "app.py migrate" in ended.stderr
