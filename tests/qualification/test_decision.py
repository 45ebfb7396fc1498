"""The verdict follows from the answers by the script's rules, and says which of them decided."""

from datetime import date, timedelta

import pytest

from qualification.answers import AnswerSheet
from qualification.decision import (
    Bounds,
    Judgement,
    Reason,
    Verdict,
    bounds,
    can_qualify,
    decide,
    judge,
    next_question,
    questions,
)
from qualification.script import Script
from qualification.signals import Signal
from qualification.values import Choice, Text, Timeframe, Value, YesNo
from tests.builders import NOW, answer, make_script, make_sheet, money, number, on, question

EUR = {"currency": "EUR"}
OPTIONS = {
    name: {"says": {"es": name, "en": name}} for name in ("decides", "influences", "neither")
}
BUDGET = question(
    "budget",
    "money",
    per="year",
    positive={"overlaps": {"min": 3000, **EUR}},
    acceptable={"overlaps": {"min": 1000, **EUR}},
)
NEED = question("need", "text")
SIZE = question("size", "number", positive={"at_least": 10})
WHO = question(
    "who",
    "choice",
    options=OPTIONS,
    positive={"any_of": ["decides"]},
    acceptable={"any_of": ["influences"]},
)
WHEN = question("when", "timeframe", positive={"within": "3 months"})
OWNER = question("owner", "yes_no", positive={"answer": "yes"})


def script_of(*criteria: dict[str, object], **rule: object) -> Script:
    return make_script(framework="none", criteria=list(criteria), qualify=rule)


def verdict(script: Script, sheet: AnswerSheet, *signals: Signal) -> Verdict:
    return decide(script, sheet, frozenset(signals))


@pytest.mark.parametrize(
    ("criterion", "value", "state"),
    [
        (BUDGET, money(5000), "positive"),
        (BUDGET, money(2000), "acceptable"),
        (BUDGET, money(500), "negative"),
        (BUDGET, money(500, period="month"), "positive"),
        (SIZE, number(10), "positive"),
        (SIZE, number(9), "negative"),
        (WHO, Choice("decides"), "positive"),
        (WHO, Choice("influences"), "acceptable"),
        (WHO, Choice("neither"), "negative"),
        (WHEN, Timeframe("asap"), "positive"),
        (WHEN, on(date(2026, 6, 10)), "positive"),
        (WHEN, on(date(2026, 6, 11)), "negative"),
        (OWNER, YesNo(True), "positive"),
        (OWNER, YesNo(False), "negative"),
        (NEED, Text("we lose leads"), "positive"),
        (NEED, Text(""), "negative"),
        (question("owner", "yes_no"), YesNo(True), "positive"),
        (question("owner", "yes_no"), YesNo(False), "negative"),
        (question("size", "number"), number(0), "positive"),
    ],
)
def test_an_answer_is_judged_by_the_conditions_of_its_question(
    criterion: dict[str, object], value: Value, state: str
) -> None:
    script = script_of(criterion)
    key = script.criteria[0].key
    judged = judge(script, script.criteria[0], make_sheet({key: value}))
    assert (judged.key, judged.state, judged.rule) == (key, state, state)


def test_months_count_from_the_day_it_was_said() -> None:
    script = script_of(WHEN)
    said_earlier = answer("when", on(date(2026, 6, 10)), given=NOW - timedelta(days=1))
    sheet = AnswerSheet({"when": said_earlier})
    assert judge(script, script.criteria[0], sheet).state == "negative"


@pytest.mark.parametrize("reason", ["refused", "does_not_know", "unclear"])
def test_what_was_declined_is_unknown_with_its_reason(reason: str) -> None:
    script = script_of(NEED)
    sheet = make_sheet(declined={"need": reason})  # type: ignore[dict-item]
    assert judge(script, script.criteria[0], sheet) == Judgement("need", "unknown", reason)


def test_what_was_not_asked_is_unknown() -> None:
    script = script_of(NEED)
    assert judge(script, script.criteria[0], AnswerSheet()).rule == "unanswered"


def test_all_of_the_named_criteria_must_be_good() -> None:
    script = script_of(NEED, SIZE, all_of=["need", "size"])
    found = verdict(script, make_sheet({"need": Text("x"), "size": number(10)}))
    assert found.outcome == "qualified"
    assert found.reasons == (Reason("all_of", "met", ("need",)), Reason("all_of", "met", ("size",)))
    found = verdict(script, make_sheet({"need": Text("x"), "size": number(1)}))
    assert (found.outcome, found.reasons) == (
        "unqualified",
        (Reason("all_of", "failed", ("size",)),),
    )


def test_while_a_rule_is_open_the_verdict_is_open_and_says_on_what() -> None:
    script = script_of(NEED, SIZE, all_of=["need", "size"])
    found = verdict(script, make_sheet({"need": Text("x")}))
    assert (found.outcome, found.reasons) == ("undecided", (Reason("all_of", "open", ("size",)),))
    assert [one.state for one in found.criteria] == ["positive", "unknown"]


@pytest.mark.parametrize("reason", ["refused", "does_not_know", "unclear"])
def test_what_was_declined_leaves_all_of_open_and_passes_a_knock_out(reason: str) -> None:
    declined = make_sheet(declined={"size": reason})  # type: ignore[dict-item]
    found = verdict(script_of(SIZE, all_of=["size"]), declined)
    assert (found.outcome, found.reasons) == ("undecided", (Reason("all_of", "open", ("size",)),))
    knock_out = script_of({**SIZE, "knock_out": True})
    assert verdict(knock_out, declined).outcome == "qualified"
    assert verdict(knock_out, make_sheet({"size": number(1)})).reasons == (
        Reason("knock_out", "failed", ("size",)),
    )


def test_what_was_declined_may_still_be_answered_for_better_or_worse() -> None:
    declined = make_sheet(declined={"size": "refused"})
    for script in (script_of(SIZE, all_of=["size"]), script_of({**SIZE, "knock_out": True})):
        assert bounds(script, declined, frozenset()) == Bounds("unqualified", "qualified")
        assert next_question(script, declined, frozenset()) is None


def test_so_many_of_the_named_criteria_must_be_good() -> None:
    script = script_of(BUDGET, WHO, WHEN, at_least={"count": 2, "of": ["budget", "who", "when"]})
    open_ = verdict(script, make_sheet({"budget": money(2000)}))
    assert open_.reasons == (Reason("at_least", "open", ("who", "when")),)
    met = verdict(script, make_sheet({"budget": money(2000), "when": Timeframe("asap")}))
    assert met.outcome == "qualified"
    assert met.reasons == (Reason("at_least", "met", ("budget", "when")),)
    short = verdict(script, make_sheet({"budget": money(1)}, {"who": "refused"}))
    assert short.reasons == (Reason("at_least", "open", ("when", "who")),)
    failed = verdict(script, make_sheet({"budget": money(1), "when": on(date(2027, 6, 1))}))
    assert failed.outcome == "unqualified"
    assert failed.reasons == (Reason("at_least", "failed", ("budget", "who", "when")),)


def test_one_refusal_does_not_lose_a_lead_when_two_of_three_are_enough() -> None:
    script = script_of(BUDGET, WHO, WHEN, at_least={"count": 2, "of": ["budget", "who", "when"]})
    sheet = make_sheet({"who": Choice("decides")}, {"budget": "refused"})
    assert questions(script, sheet, frozenset()) == ("when",)


def test_a_required_question_must_be_settled_but_not_well() -> None:
    script = script_of(NEED, {**SIZE, "required": True}, all_of=["need"])
    open_ = make_sheet({"need": Text("x")})
    assert verdict(script, open_).reasons == (Reason("required", "open", ("size",)),)
    assert bounds(script, open_, frozenset()) == Bounds("qualified", "qualified")
    assert next_question(script, open_, frozenset()) == "size"
    for settled in (
        make_sheet({"need": Text("x"), "size": number(1)}),
        make_sheet({"need": Text("x")}, {"size": "refused"}),
    ):
        assert verdict(script, settled).outcome == "qualified"


def test_a_signal_qualifies_at_once_whatever_else_is_known() -> None:
    script = script_of(
        {**SIZE, "knock_out": True}, auto=["wants_demo"], disqualify=["wrong_person"]
    )
    sheet = make_sheet({"size": number(1)})
    found = verdict(script, sheet, Signal.WANTS_DEMO, Signal.WRONG_PERSON)
    assert (found.outcome, found.reasons) == (
        "qualified",
        (Reason("auto", "met", ("wants_demo",)),),
    )
    assert next_question(script, AnswerSheet(), frozenset({Signal.WANTS_DEMO})) is None


def test_a_signal_disqualifies_and_is_the_reason() -> None:
    script = script_of(NEED, all_of=["need"], disqualify=["support", "wrong_person"])
    found = verdict(script, make_sheet({"need": Text("x")}), Signal.SUPPORT, Signal.LATER)
    assert (found.outcome, found.reasons) == (
        "unqualified",
        (Reason("disqualify", "failed", ("support",)),),
    )


def test_an_amount_without_a_rate_fails_nothing_and_is_not_asked_for_again() -> None:
    foreign = make_sheet({"budget": money(9000, currency="CHF")})
    for script in (
        script_of(BUDGET, all_of=["budget"]),
        script_of({**BUDGET, "knock_out": True}),
        script_of(BUDGET, at_least={"count": 1, "of": ["budget"]}),
    ):
        found = verdict(script, foreign)
        assert found.outcome == "undecided"
        assert found.criteria == (Judgement("budget", "unknown", "no_rate:CHF"),)
        assert questions(script, foreign, frozenset()) == ()
        assert bounds(script, foreign, frozenset()) == Bounds("unqualified", "qualified")


def test_questions_come_in_the_scripts_order_and_only_those_that_matter() -> None:
    script = script_of(SIZE, NEED, WHO, all_of=["who", "size"])
    assert questions(script, AnswerSheet(), frozenset()) == ("size", "who")
    assert next_question(script, make_sheet({"size": number(20)}), frozenset()) == "who"
    assert next_question(script, make_sheet({"size": number(2)}), frozenset()) is None


def test_a_refusal_goes_on_while_another_answer_can_still_change_something() -> None:
    two = {"count": 2, "of": ["budget", "who", "when"]}
    script = script_of(NEED, BUDGET, WHO, WHEN, all_of=["need"], at_least=two)
    refused = make_sheet(declined={"need": "refused"})
    assert questions(script, refused, frozenset()) == ("budget", "who", "when")
    assert not can_qualify(script, refused, frozenset())
    assert can_qualify(script, AnswerSheet(), frozenset())
    silent = make_sheet(declined={"need": "refused", "budget": "unclear", "who": "refused"})
    assert verdict(script, silent).outcome == "undecided"
    assert questions(script, silent, frozenset()) == ()


def test_a_required_question_is_asked_even_of_a_lead_that_can_no_longer_qualify() -> None:
    script = script_of(NEED, {**SIZE, "required": True}, all_of=["need"])
    refused = make_sheet(declined={"need": "refused"})
    assert questions(script, refused, frozenset()) == ("size",)
