"""console.accounts_words: whatever is written into the log has its words in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from console.accounts_words import ACTION_WORDS, ACTOR_WORDS
from console.lead_words import WHY
from console.translations import read_texts
from storage.audit import API_TOKEN, STRANGER, SYSTEM, TERMINAL
from storage.outbox import EVENTS

FOLDERS = ("console", "storage", "delivery", "channels", "agent")
LOGS = re.compile(r"(audit|_log|_audit)\.(record|add|look)$")
ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
FILES = (".html", ".css", ".js", ".yaml", ".csv", ".md", ".txt")


def modules_that_log() -> Iterator[tuple[Path, ast.Module, list[ast.expr]]]:
    """Each with what it records: the second thing that is said, or what is called `action`."""
    for folder in FOLDERS:
        for path in sorted(Path(folder).rglob("*.py")):
            module = ast.parse(path.read_text())
            found: list[ast.expr] = [
                one
                for call in ast.walk(module)
                if isinstance(call, ast.Call) and LOGS.search(ast.unparse(call.func))
                for one in (*call.args[1:2], *(k.value for k in call.keywords if k.arg == "action"))
            ]
            if found:
                yield path, module, found


def test_every_action_that_is_recorded_has_its_words() -> None:
    recorded = set[str]()
    for path, module, said in modules_that_log():
        for one in said:
            assert not isinstance(one, ast.JoinedStr), f"{path}:{one.lineno}: name it whole"
            if isinstance(one, ast.Constant):
                recorded.add(str(one.value))
        if any(not isinstance(one, ast.Constant) for one in said):  # named elsewhere in the module
            recorded |= {
                one.value
                for one in ast.walk(module)
                if isinstance(one, ast.Constant)
                and isinstance(one.value, str)
                and ACTION.fullmatch(one.value)
                and not one.value.endswith(FILES)
            }
    assert {"lead.reopened", "lead.resolved", "lead.won", "session.refused"} < recorded
    assert sorted(recorded - set(ACTION_WORDS)) == []


def test_the_words_and_the_reasons_of_hand_overs_are_there_in_spanish() -> None:
    known = read_texts("es").single
    assert set(WHY) == set(EVENTS)
    for words in (ACTION_WORDS, ACTOR_WORDS, WHY):
        assert sorted(set(words.values()) - set(known)) == []


def test_every_actor_without_a_name_has_one() -> None:
    assert {one.id for one in (API_TOKEN, STRANGER, SYSTEM, TERMINAL)} == set(ACTOR_WORDS)
