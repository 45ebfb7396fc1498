"""Who takes a call over: whether anybody should, and whose telephone rings next."""

from datetime import UTC, datetime
from typing import Any

import pytest

from agent.calling import Turn, WhyTransfer, next_person, why_transfer
from agent.dialogue import Dialogue
from qualification.decision import Outcome
from qualification.reaching import TransferPlan
from qualification.script import Script
from tests.agent.scripts import CRM

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
PLAN: dict[str, Any] = {
    "people": [
        {"name": "Ana", "phone": "+34911000001", "languages": ["es"]},
        {"name": "Ben", "phone": "+34911000002", "languages": ["en"]},
        {"name": "Eva", "phone": "+34911000003"},
    ],
    "hours": {"from": "09:00", "to": "18:00", "timezone": "Europe/Madrid"},
}


def script(**plan: Any) -> Script:
    """One whose callers may be put through."""
    return Script.model_validate({**CRM, "transfer": {**PLAN, **plan}})


def plan(**parts: Any) -> TransferPlan:
    return TransferPlan.model_validate({**PLAN, **parts})


class TestWhyTransfer:
    def test_who_waits_for_a_person_wants_one(self) -> None:
        held = Dialogue("es", phase="held")
        assert why_transfer(script(), held, "undecided", "nurture") == "wants_human"
        without = Script.model_validate(CRM)
        assert why_transfer(without, held, "undecided", "nurture") == "wants_human"

    def test_who_has_a_person_does_not(self) -> None:
        taken = Dialogue("es", phase="held", answered_by="Ana")
        assert why_transfer(script(), taken, "qualified", "hot") is None

    @pytest.mark.parametrize(
        ("when", "outcome", "tier", "why"),
        [
            (["hot"], "qualified", "hot", "hot"),
            (["hot"], "qualified", "warm", None),
            (["hot"], "undecided", "hot", None),
            (["qualified"], "qualified", "warm", "qualified"),
            (["hot", "qualified"], "qualified", "hot", "hot"),
            (["wants_human"], "qualified", "hot", None),
        ],
    )
    def test_when_all_is_said_the_plan_decides(
        self, when: list[str], outcome: Outcome, tier: str, why: WhyTransfer | None
    ) -> None:
        closed = Dialogue("es", phase="closed")
        assert why_transfer(script(when=when), closed, outcome, tier) == why

    @pytest.mark.parametrize("phase", ["open", "stopped"])
    def test_nobody_is_put_through_in_the_middle_or_after_a_stop(self, phase: Any) -> None:
        assert why_transfer(script(), Dialogue("es", phase=phase), "qualified", "hot") is None

    def test_without_a_plan_a_hot_lead_stays(self) -> None:
        closed = Dialogue("es", phase="closed")
        assert why_transfer(Script.model_validate(CRM), closed, "qualified", "hot") is None


class TestNextPerson:
    def test_they_are_tried_in_their_order_by_language(self) -> None:
        people = plan().people
        assert next_person(plan(), "hot", "es", MONDAY, 0) == Turn(0, people[0])
        assert next_person(plan(), "hot", "es", MONDAY, 1) == Turn(2, people[2])
        assert next_person(plan(), "hot", "en", MONDAY, 0) == Turn(1, people[1])
        assert next_person(plan(), "hot", "es", MONDAY, 3) is None

    def test_after_hours_there_is_nobody(self) -> None:
        assert next_person(plan(), "hot", "es", SUNDAY, 0) is None

    def test_the_plan_says_for_whom(self) -> None:
        assert next_person(plan(when=["hot"]), "wants_human", "es", MONDAY, 0) is None
        assert next_person(None, "wants_human", "es", MONDAY, 0) is None
