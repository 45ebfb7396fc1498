"""A model is evaluated by the same messages and conversations as the plain reader."""

from io import StringIO
from itertools import count

import pytest
from rich.console import Console

from agent.errors import ModelTimeout, ModelUnreachable
from agent.models.scripted import ScriptedModel
from agent.rehearsal.conversation_form import ConversationTest
from bench.labelled import Case, Labelled
from bench.model_evaluation import (
    Column,
    ServerGone,
    evaluate,
    evaluate_plainly,
    model_reader,
    reach,
    told_plainly,
)
from bench.model_tables import as_json, comparison, went_wrong
from qualification.values import Json

BUDGET: dict[str, Json] = {"key": "budget", "quote": "5.000 euros", "value": "5000 EUR"}
READS: dict[str, Json] = {"bridge": "", "answers": [BUDGET]}
CASE = Case(
    "es",
    Labelled(
        script="crm-suite",
        asked="budget",
        say="serían 5.000 euros",
        answers={"budget": {"min": 5000, "currency": "EUR"}},
    ),
)
CONVERSATION = ConversationTest.model_validate(
    {
        "name": "asks the price",
        "language": "es",
        "turns": [{"say": "serían 5.000 euros", "expect": {"answers": {"budget": {}}}}],
    }
)


async def evaluated(model: ScriptedModel, *cases: Case, limit: float = 5.0) -> Column:
    left = count()
    column = await evaluate(
        "own",
        model_reader(model, limit),
        cases,
        [],
        [("crm-suite", CONVERSATION)],
        lambda: next(left) >= 0,
    )
    assert next(left) == len(cases) + 1
    return column


def shown(*columns: Column) -> str:
    console = Console(width=140, record=True, file=StringIO())
    console.print(comparison(columns))
    return console.export_text()


async def test_what_the_model_reads_is_judged_and_what_it_costs_is_counted() -> None:
    column = await evaluated(ScriptedModel([READS]), CASE)
    assert column.messages.judged[0].right
    assert (column.conversations.passed, column.conversations.of) == (1, 1)
    assert len(column.account.seconds) == 2
    (figures,) = as_json([column])
    assert isinstance(figures, dict)
    assert figures["answers exact (labelled)"] == 1
    assert figures["model calls"] == 2
    assert figures["fallbacks to the plain reader"] == "0"


async def test_an_invented_quote_is_counted_as_dropped_and_the_answer_as_missed() -> None:
    invented: dict[str, Json] = {"key": "authority", "quote": "firmo yo", "value": "decides"}
    column = await evaluated(ScriptedModel([{"bridge": "", "answers": [invented]}]), CASE)
    assert column.account.dropped
    lines = list(went_wrong(column))
    assert any("dropped: " in line for line in lines)


async def test_a_model_that_fails_is_replaced_by_the_plain_reader_and_counted() -> None:
    column = await evaluated(ScriptedModel([ModelTimeout("late")]), CASE)
    assert column.messages.judged[0].right
    assert column.account.fallbacks == {"timeout": 2}
    assert "2 (timeout 2)" in shown(column)


async def test_a_server_that_goes_away_ends_the_run() -> None:
    gone = ScriptedModel([ModelUnreachable("gone")])
    with pytest.raises(ServerGone, match="3 times in a row"):
        await evaluated(gone, CASE, CASE, CASE, CASE)


async def test_a_server_that_is_down_is_named_before_anything_is_read() -> None:
    with pytest.raises(ServerGone, match=r"cannot be evaluated.* nobody there"):
        await reach(ScriptedModel([ModelUnreachable("nobody there")]), 1.0)
    await reach(ScriptedModel(['{"ready": true}']), 1.0)


async def test_when_the_time_is_over_each_part_ends_with_what_was_read() -> None:
    reader = model_reader(ScriptedModel([READS]), 5.0)
    tests = [("crm-suite", CONVERSATION)] * 2
    column = await evaluate("own", reader, [CASE, CASE], [CASE, CASE], tests, lambda: False)
    assert len(column.messages.judged) == len(column.messages.cases) == 1
    assert len(column.rows.cases) == column.conversations.of == 1


async def test_the_plain_reader_stands_beside_it() -> None:
    plain = await evaluate_plainly([CASE], [CASE], [("crm-suite", CONVERSATION)])
    other = await evaluated(ScriptedModel([READS]), CASE)
    assert plain.rows.judged[0].right
    table = shown(plain, other)
    assert "plain reader" in table
    assert "1 of 1" in table


def test_conversations_that_script_the_model_are_left_out() -> None:
    tests = told_plainly()
    assert tests
    assert not any(test.scripted for _, test in tests)
