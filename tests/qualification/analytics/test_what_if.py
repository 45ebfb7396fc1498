"""qualification.analytics.what_if: who would stand differently, and why."""

from typing import Any

from qualification.analytics.what_if import Change, change, standing
from qualification.script import Script
from qualification.values import Text, Value
from tests.builders import NOW, make_script, make_sheet, money, question

CRITERIA: list[dict[str, Any]] = [
    question("need", "text", points={"positive": 20}),
    question(
        "budget",
        "money",
        positive={"overlaps": {"min": 3000, "currency": "EUR"}},
        points={"positive": 30},
    ),
]
ANSWERS: dict[str, Value] = {"need": Text("a CRM"), "budget": money(4000)}


def scripted(**parts: Any) -> Script:
    return make_script(framework="none", criteria=CRITERIA, **parts)


OWN = scripted(qualify={"all_of": ["need", "budget"]})


def under(draft: Script, answers: dict[str, Value] | None = None) -> Change | None:
    sheet = make_sheet(ANSWERS if answers is None else answers)
    before, after = (standing(script, sheet, set(), NOW) for script in (OWN, draft))
    return change(OWN, before, draft, after)


def test_a_draft_that_judges_alike_changes_nothing() -> None:
    assert under(OWN) is None
    assert under(scripted(title="Another", qualify={"all_of": ["need"]})) is None


def test_a_higher_price_loses_those_who_cannot_pay_it() -> None:
    dearer = [
        CRITERIA[0],
        {**CRITERIA[1], "positive": {"overlaps": {"min": 5000, "currency": "EUR"}}},
    ]
    draft = make_script(framework="none", criteria=dearer, qualify={"all_of": ["need", "budget"]})
    found = under(draft)
    assert found is not None
    assert (found.before, found.after) == ("qualified", "unqualified")
    assert (found.tier_before, found.tier_after) == ("warm", "nurture")
    assert found.why == ("budget: positive → negative", "points of budget:positive: 30 → 0")
    assert (found.gained, found.lost) == (False, True)


def test_a_rule_that_is_dropped_gains_those_who_said_less() -> None:
    found = under(scripted(qualify={"all_of": ["need"]}), {"need": Text("a CRM")})
    assert found is not None
    assert (found.before, found.after) == ("undecided", "qualified")
    assert found.why == ("all_of budget: open → no rule", "all_of need: no rule → met")
    assert (found.gained, found.lost) == (True, False)


def test_another_floor_moves_the_tier_alone() -> None:
    draft = scripted(
        qualify={"all_of": ["need", "budget"]}, score={"tiers": {"hot": 50, "nurture": 0}}
    )
    found = under(draft)
    assert found is not None
    assert (found.before, found.after) == ("qualified", "qualified")
    assert (found.tier_before, found.tier_after) == ("warm", "hot")
    assert found.why == ("hot from 70 → 50", "warm from 40 → none")
    assert (found.gained, found.lost) == (False, False)
