"""Messages with gold answers: what a reading of one is worth."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from agent.plain.plain_reader import read_plainly
from agent.reading import ReadAnswer, ReadDecline, Reading
from bench.corpora import Corpora
from bench.labelled import Case, Labelled, corpus_sample, evenly, grouped, judge, labelled_messages
from bench.standpoint import SCRIPTS, sample
from qualification.answers import Evidence
from qualification.signals import Signal
from qualification.values import CONTACT_KINDS, LANGUAGES, Money

QUOTE = Evidence("m1", "5k")
BUDGET = ReadAnswer("budget", Money(Decimal(5000), Decimal(5000), "EUR"), QUOTE)


def message(**parts: Any) -> Labelled:
    return Labelled.model_validate({"script": "crm-suite", "asked": "budget", "say": "5k", **parts})


def reading(**parts: Any) -> Reading:
    return Reading(reader="model", **parts)


@pytest.mark.parametrize(
    ("gold", "read", "exact", "wrong", "missed"),
    [
        ({"answers": {"budget": {"min": 5000}}}, {"answers": (BUDGET,)}, 1, 0, 0),
        ({"answers": {"budget": None}}, {"answers": (BUDGET,)}, 1, 0, 0),
        ({"answers": {"budget": {"min": 500}}}, {"answers": (BUDGET,)}, 0, 1, 0),
        ({"answers": {"budget": {"min": 5000}}}, {}, 0, 0, 1),
        ({}, {"answers": (BUDGET,)}, 0, 1, 0),
        ({"also": ["budget"]}, {"answers": (BUDGET,)}, 0, 0, 0),
        (
            {"declined": {"budget": "refused"}},
            {"declines": (ReadDecline("budget", "refused", QUOTE),)},
            1,
            0,
            0,
        ),
        (
            {"declined": {"budget": "refused"}},
            {"declines": (ReadDecline("budget", "does_not_know", QUOTE),)},
            0,
            1,
            0,
        ),
    ],
)
def test_an_answer_is_exact_wrong_or_missed(
    gold: dict[str, Any], read: dict[str, Any], exact: int, wrong: int, missed: int
) -> None:
    judged = judge(message(**gold), reading(**read))
    assert (judged.exact, len(judged.wrong), len(judged.missed)) == (exact, wrong, missed)
    assert judged.right is (not wrong and not missed)


def test_a_signal_is_found_missed_or_false() -> None:
    gold = message(signals=["why"], either=["question"])
    judged = judge(gold, reading(signals=frozenset({Signal.QUESTION, Signal.OPT_OUT})))
    assert judged.signals == 0
    assert judged.missed_signals == (Signal.WHY,)
    assert judged.false_signals == (Signal.OPT_OUT,)


def test_a_refusal_may_show_its_signal_and_courtesies_count_for_nothing() -> None:
    gold = message(declined={"budget": "refused"})
    read = reading(
        signals=frozenset({Signal.REFUSES, Signal.PLEASANTRY}),
        declines=(ReadDecline("budget", "refused", QUOTE),),
    )
    assert judge(gold, read).right


def test_there_are_enough_messages_in_both_languages_and_for_both_scripts() -> None:
    cases = labelled_messages()
    for language in LANGUAGES:
        assert sum(case.language == language for case in cases) >= 30
    assert {case.message.script for case in cases} == set(SCRIPTS)


def test_every_label_names_a_question_of_its_script() -> None:
    for case in labelled_messages():
        one = case.message
        keys = {criterion.key for criterion in sample(one.script).criteria} | set(CONTACT_KINDS)
        assert {one.asked, *one.answers, *one.declined, *one.also} <= keys, one.say


def test_a_message_is_read_where_its_question_is_pending() -> None:
    one = message(say="unos 5.000 euros", answers={"budget": {"min": 5000, "max": 5000}})
    page = Case("es", one).page()
    assert page.asked == "budget"
    assert set(page.sheet.answers) == {"need"}
    assert judge(one, read_plainly(page)).right


def test_rows_of_the_corpora_become_answers_to_our_questions(tmp_path: Any) -> None:
    rows = {
        "money_es": '{"text": "3.000 €", "kind": "value", '
        '"expected": [{"amount": 3000, "currency": "EUR"}]}',
        "time_en": '{"text": "on 5 March", "reference_time": "2026-03-02T10:00:00", '
        '"expected": [{"preferred": {"start": "2026-03-05", "end": "2026-03-06"}}]}',
        "intents": '{"text": "are you a robot?", "intent": "ask_is_bot"}',
    }
    for name, row in rows.items():
        (tmp_path / f"{name}.jsonl").write_text(row, encoding="utf-8")
    cases = corpus_sample(Corpora(tmp_path), 10)
    assert len(cases) == 3
    assert all(judge(case.message, read_plainly(case.page())).right for case in cases)
    assert len(corpus_sample(Corpora(tmp_path), 2)) == 2


def test_a_sample_is_spread_and_what_shares_a_prompt_stands_together() -> None:
    assert evenly(list(range(10)), 3) == [0, 3, 6]
    assert evenly([1, 2], None) == [1, 2]
    cases = grouped(labelled_messages())
    runs = [(case.message.script, case.language) for case in cases]
    changes = sum(one != other for one, other in pairwise(runs))
    assert changes == len(set(runs)) - 1
