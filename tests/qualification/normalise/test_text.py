"""Folding keeps every position; phrases are found as whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualification.normalise.text import LONGEST_READ, find_phrase, fold, tokenise


@given(st.text())
def test_folding_keeps_the_length_and_changes_nothing_the_second_time(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Año, MAÑANA", "ano, manana"),
        ("Zürich “ok” – l’été", 'zurich "ok" - l\'ete'),
        ("１２\u00a0€", "12 €"),
        ("cafe\u0301", "cafe\u00ad"),
    ],
)
def test_accents_case_dashes_and_quotes_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_hidden_characters_do_not_split_a_word() -> None:
    assert [t.text for t in tokenise(fold("me\u0301xico pre\u200bcio \u200b"))] == [
        "mexico",
        "precio",
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "said"),
    [
        ("Lo decido YO, claro", "decido yo", "decido YO"),
        ("el próximo mes", "PROXIMO", "próximo"),
        ("sí,  por   supuesto", "por supuesto", "por   supuesto"),
        ("me\u0301xico lindo", "México", "me\u0301xico"),
        ("presupuestario", "presupuesto", None),
        ("nada", "", None),
        ("nada", "…", None),
    ],
)
def test_a_phrase_is_found_as_whole_words(text: str, phrase: str, said: str | None) -> None:
    span = find_phrase(fold(text), phrase)
    assert (text[span[0] : span[1]] if span else None) == said


def test_only_the_beginning_of_a_document_is_read() -> None:
    assert len(tokenise("a " * 20_000)) == LONGEST_READ
