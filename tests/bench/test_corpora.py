"""Corpora are read row by row; what is missing or empty has no rows, what is broken is named."""

import json
from pathlib import Path

import pytest

from bench.corpora import Corpora, CorpusError

ROW = {"text": "5k", "kind": "value", "style": "chat", "licence": "MIT"}


def test_a_row_is_read_whatever_else_it_holds(tmp_path: Path) -> None:
    row = {**ROW, "expected": [{"amount": 5000, "currency": None}]}
    (tmp_path / "money_en.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (only,) = Corpora(tmp_path).money("en")
    assert only.expected[0].bounds == (5000, 5000)


def test_a_text_may_hold_what_looks_like_the_end_of_a_line(tmp_path: Path) -> None:
    row = {"text": "one\u2028two\x85three", "kind": "payload"}
    line = json.dumps(row, ensure_ascii=False)
    (tmp_path / "adversarial.jsonl").write_text(line, encoding="utf-8")
    assert [one.text for one in Corpora(tmp_path).adversarial()] == [row["text"]]


def test_a_missing_file_and_an_empty_one_have_no_rows(tmp_path: Path) -> None:
    (tmp_path / "contact_es.jsonl").touch()
    corpora = Corpora(tmp_path)
    assert corpora.contacts("es") == []
    assert corpora.contacts("en") == []


def test_a_broken_row_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "intents.jsonl"
    path.write_text('{"text": "hi", "intent": "greeting"}\n{"text": "hi"}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"intents\.jsonl, line 2: intent: Field required"):
        Corpora(tmp_path).intents()
