"""Amounts that nothing could compare are shown in their place, with what to write instead."""

from datetime import date

import pytest

from qualification.scriptfile import ScriptError, parse_script, warnings
from tests.builders import make_script, sample_text

CRM = sample_text("crm-suite")
EUROS = "positive: {overlaps: {min: 3000, currency: EUR}}"
ACCEPTABLE = "acceptable: {overlaps: {min: 1800, currency: EUR}}"
RATES = "  per_unit: {USD: 0.87, GBP: 1.15, MXN: 0.046, CHF: 1.06}\n"
TABLE = "rates:\n  base: EUR\n  on: 2026-09-01\n" + RATES


def mistakes(text: str) -> list[tuple[str, str]]:
    """The words at each mistake's place in the text, and what is said of them."""
    lines = text.splitlines()
    try:
        parse_script(text)
    except ScriptError as error:
        return [
            (lines[one.line - 1][one.column - 1 :], f"{one.message}: {one.hint}")
            for one in error.problems
        ]
    return []


def instead(old: str, new: str, text: str = CRM) -> str:
    """The text with other words at the one place where these stand."""
    assert text.count(old) == 1
    return text.replace(old, new)


def budget(condition: str, text: str = CRM) -> str:
    """The sample with another condition for a good budget."""
    return instead(EUROS, f"positive: {{overlaps: {condition}}}", text)


NO_RATE = "`rates` has no rate for `JPY`: add what one JPY is in EUR under `per_unit`"


def test_the_sample_has_a_rate_for_each_of_its_currencies() -> None:
    assert mistakes(CRM) == []
    assert mistakes(budget("{min: 3000, currency: CHF}")) == []


def test_a_condition_in_a_currency_without_a_rate_is_found() -> None:
    assert mistakes(budget("{min: 35, currency: JPY}")) == [("JPY}}", NO_RATE)]


def test_an_acceptable_amount_is_looked_at_as_well() -> None:
    text = instead(ACCEPTABLE, "acceptable: {overlaps: {min: 9, currency: JPY}}")
    assert mistakes(text) == [("JPY}}", NO_RATE)]


def test_a_line_of_the_score_in_a_currency_without_a_rate_is_found() -> None:
    line = "      - {when: {budget: {overlaps: {min: 9, currency: JPY}}}, points: 3}\n"
    head, _, tail = CRM.partition("    lines:\n")
    assert mistakes(f"{head}    lines:\n{line}{tail}") == [("JPY}}}, points: 3}", NO_RATE)]


def test_without_rates_a_question_keeps_to_one_currency() -> None:
    dollars = "acceptable: {overlaps: {min: 9, currency: USD}}"
    assert mistakes(instead(ACCEPTABLE, dollars, instead(TABLE, ""))) == [
        (
            "USD}}",
            "`budget` is compared in `EUR` too, and there are no `rates`: "
            "write `EUR`, or add `rates:` with both",
        )
    ]


def test_without_rates_one_currency_is_enough_whichever_it_is() -> None:
    assert mistakes(instead(TABLE, "")) == []


def test_a_rate_for_the_base_itself_is_refused() -> None:
    text = instead(RATES, "  per_unit: {USD: 0.87, EUR: 2}\n")
    assert mistakes(text) == [("EUR: 2}", "`EUR` is the base: its rate is 1: delete it")]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("rates: none\n", "none"),
        ("rates:\n  base: EUR\n  on: 2026-09-01\n  per_unit: none\n", "none"),
        ("rates:\n  base: {}\n  on: 2026-09-01\n  per_unit: {}\n", "{}"),
    ],
)
def test_rates_that_are_none_are_a_mistake_of_their_own_only(written: str, place: str) -> None:
    assert [where for where, _ in mistakes(instead(TABLE, written))] == [place]


def test_a_script_without_rates_has_none_that_age() -> None:
    script = make_script()
    assert script.rates is None
    assert warnings(script, today=date(2040, 1, 1)) == warnings(script)
