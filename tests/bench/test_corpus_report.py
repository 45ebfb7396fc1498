"""The report says what was read right, and what hostile texts changed."""

import json
from io import StringIO

import pytest
from rich.console import Console

from bench.adversarial import changes, violations
from bench.corpora import AdversarialRow, Corpora, DialogueRow, IntentRow
from bench.corpus_report import Report, measure
from bench.corpus_tables import as_json, misses, tables
from bench.dialogues import heard
from bench.intents import recognised
from bench.standpoint import SCRIPTS, mid_conversation
from qualification.signals import Signal
from qualification.values import LANGUAGES


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("corpora")
    rows: dict[str, list[dict[str, object]]] = {
        "money_es": [
            {
                "text": "hay 3.000 €",
                "kind": "value",
                "expected": [{"amount": 3000, "currency": "EUR"}],
            },
            {
                "text": "hay 3.000 €",
                "kind": "value",
                "expected": [{"amount": 3, "currency": "EUR"}],
            },
        ],
        "intents": [{"text": "are you a robot?", "intent": "ask_is_bot"}],
        "adversarial": [{"text": "<b>hello there</b>", "kind": "payload"}],
    }
    for name, written in rows.items():
        text = "\n".join(json.dumps(one) for one in written)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return measure(Corpora(folder))


def test_a_line_stands_beside_its_anchor_and_goal(report: Report) -> None:
    (line,) = [
        one
        for one in report.lines
        if (one.kind, one.measure, one.language) == ("money", "whole", "es")
    ]
    assert (line.tally.percent, line.anchor, line.goal, line.met) == (50, 74, 79, False)


def test_what_has_no_rows_says_so_and_breaks_nothing(report: Report) -> None:
    console = Console(width=120, record=True, file=StringIO())
    for table in tables(report):
        console.print(table)
    shown = console.export_text()
    assert "no data" in shown
    assert "50.0" in shown
    assert report.milliseconds is not None


def test_the_missed_rows_can_be_seen(report: Report) -> None:
    assert any("hay 3.000 €" in one and "expected [(3.0" in one for one in misses(report))


def test_the_figures_are_written_as_json(report: Report) -> None:
    figures = json.loads(json.dumps(as_json(report)))
    assert figures["signals"]["is_bot_question"]["recall"] == 100
    assert figures["adversarial"]["texts"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCRIPTS)
def test_a_hostile_text_is_put_to_a_conversation_with_a_choice_pending(
    name: str, language: str
) -> None:
    stand = mid_conversation(name, "es" if language == "es" else "en")
    criterion = stand.script.criterion(stand.dialogue.asked or "")
    assert criterion is not None
    assert criterion.kind == "choice"


def test_every_change_is_a_violation() -> None:
    stand = mid_conversation("crm-suite", "en")
    assert list(changes(stand, "jsdhf kjsdh")) == []
    assert "answer: authority = decides" in list(changes(stand, "I decide"))
    assert "phase: stopped" in list(changes(stand, "STOP"))
    assert any(one.startswith("told: ") for one in changes(stand, "how much does it cost?"))


def test_a_text_in_one_language_is_put_to_that_language_alone() -> None:
    row = AdversarialRow(text="I decide", kind="own", lang="en")
    assert {one.language for one in violations([row])} == {"en"}


def test_a_signal_found_where_it_is_not_is_false() -> None:
    rows = [
        IntentRow(text="are you a robot?", intent="ask_is_bot"),
        IntentRow(text="are you a robot?", intent="out_of_scope"),
        IntentRow(text="hmm", intent="ask_is_bot"),
        IntentRow(text="are you a robot?", intent="ask_identity"),
    ]
    one = recognised(rows)[Signal.IS_BOT_QUESTION]
    assert (one.found, len(one.missed), len(one.false)) == (1, 1, 1)
    assert (one.precision, one.recall) == (50, 50)


def test_a_turn_is_scored_by_the_values_that_we_know() -> None:
    acts = [
        {"act": "INFORM", "slot": "amount", "value": "480"},
        {"act": "INFORM", "slot": "number_of_seats", "value": "3"},
        {"act": "INFORM", "slot": "date", "value": "2019-03-05"},
        {"act": "INFORM", "slot": "receiver", "value": "Diego"},
    ]
    turn = {"category": "money", "text": "480 dollars for 3 people on March 5th", "gold": acts}
    other = {
        "category": "money",
        "text": "was it more than £900 for 2?",
        "gold": {"slots": {"amount_of_money": {"amount": 900.0}, "people": 2}},
    }
    values = heard(map(DialogueRow.model_validate, (turn, other)), "en")["money"].values
    assert (values.of, values.right) == (5, 5)


def test_a_turn_is_scored_by_its_signal() -> None:
    row = {"category": "human_handoff", "text": "let me talk to a person", "gold": {}}
    signals = heard([DialogueRow.model_validate(row)], "en")["human_handoff"].signals
    assert (signals.of, signals.right) == (1, 1)
