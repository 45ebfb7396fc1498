"""Points that do not hold together are shown in their place, with what to write instead."""

import pytest

from qualification.scriptfile import ScriptError, parse_script
from tests.builders import sample_text

HEAD = sample_text("crm-suite").partition("score:\n")[0]
LINE = HEAD.count("\n")


def mistakes(score: str) -> list[tuple[int, str]]:
    """The mistakes in this score, with their lines in it."""
    try:
        parse_script(f"{HEAD}score:\n{score}")
    except ScriptError as error:
        return [(one.line - LINE - 1, f"{one.message}: {one.hint}") for one in error.problems]
    return []


@pytest.mark.parametrize(
    ("score", "line", "message"),
    [
        (
            "  fit:\n    groups: {firm: 20}\n    lines:\n"
            "      - {when: {need: {given: yes}}, points: 3, group: frim}\n",
            4,
            "the group `frim` has no cap: did you mean `firm`?",
        ),
        (
            "  fit:\n    profile:\n"
            "      - {when: {job_title: {mentions: [cto]}}, points: 3, group: a}\n",
            3,
            "the group `a` has no cap: add `groups: {a: 20}`",
        ),
        (
            "  engagement:\n    lines:\n      - {event: price_pages, points: 3}\n",
            3,
            "there is no event `price_pages`: write `price_page`, or give your own a clearer name",
        ),
        (
            "  engagement:\n    lines:\n      - {event: inactive_month, points: -3}\n",
            3,
            "`inactive_month` says no number of days: write it like `inactive_30_days`",
        ),
        (
            "  engagement:\n    lines:\n      - {event: inactive_30_days, times: 2, points: -3}\n",
            3,
            "inactivity has no `times`: delete it",
        ),
        (
            "  cap: 60\n  tiers:\n    hot: 61\n    cold: 0\n",
            3,
            "nobody reaches `hot`: the caps leave 60 points at most: lower the number, "
            "or raise the caps",
        ),
        (
            "  fit: {cap: 30}\n  engagement: {cap: 20}\n  tiers: {hot: 51, cold: 0}\n",
            3,
            "nobody reaches `hot`: the caps leave 50 points at most: lower the number, "
            "or raise the caps",
        ),
        (
            "  hysteresis: 30\n",
            1,
            "two tiers are only 30 points apart: the lower one would be passed over: "
            "write less than 30",
        ),
    ],
)
def test_each_mistake_of_the_score_is_shown_in_its_place(
    score: str, line: int, message: str
) -> None:
    assert mistakes(score) == [(line, message)]


def test_what_holds_together_has_no_mistakes() -> None:
    score = """\
  cap: 150
  hysteresis: 5
  fit: {groups: {firm: 20}, lines: [{when: {need: {given: yes}}, points: 3, group: firm}]}
  engagement:
    groups: {mail: 9}
    lines:
      - {event: email_open, points: 1, group: mail}
      - {event: trial_started, points: 30, times: 1, half_life: 90 days}
      - {event: inactive_60_days, points: -15}
  tiers: {hot: 150, warm: 60, cold: 0}
"""
    assert mistakes(score) == []


def test_parts_that_are_no_parts_are_somebody_elses_mistakes() -> None:
    score = "  fit: {lines: 3}\n  engagement: {lines: [7, {event: 7}]}\n  tiers: {hot: many}\n"
    assert all("has no cap" not in message for _, message in mistakes(score))


def test_the_events_of_a_script_are_the_common_ones_and_its_own() -> None:
    plan = parse_script(sample_text("crm-suite")).score
    assert {"page_view", "purchase", "demo_video"} <= plan.events
    assert "inactive_30_days" not in plan.events
