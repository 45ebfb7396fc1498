"""qualification.routing.what_if: must-have 11, last month's leads under another plan."""

from datetime import timedelta

from qualification.routing.routing import Owned
from qualification.routing.what_if import Past, counts, queue_of, replay, shown
from tests.qualification.routing.plans import MONDAY, PEOPLE, lead, plan


def past(number: int, person: str | None = "ana", **more: object) -> Past:
    """A lead of so many minutes later."""
    at = MONDAY + timedelta(minutes=number)
    found = Past(f"h{number}", f"c{number}", at, lead(), person, None, "everything")
    values = {name: getattr(found, name) for name in Past.__dataclass_fields__}
    return Past(**{**values, **more})


def test_leads_are_shared_out_by_the_new_weights() -> None:
    leads = [past(number) for number in range(6)]
    found = list(replay(plan(), leads, {}))
    assert counts(found) == [("ana", 6, 4), ("luis", 0, 2)]
    assert sum(one.moved for one in found) == 2


def test_caps_of_the_new_plan_hold_by_the_day() -> None:
    capped = PEOPLE.replace("weight: 2,", "caps: {per_day: 1},")
    leads = [past(0), past(1), past(2), past(60 * 24), past(60 * 24 + 1)]
    found = list(replay(plan(people=capped), leads, {}))
    assert [one.place for one in found] == ["ana", "luis", "luis", "luis", "ana"]


def test_open_leads_count_until_they_were_closed() -> None:
    capped = PEOPLE.replace("weight: 2,", "caps: {open: 1},")
    leads = [
        past(0, closed_at=MONDAY + timedelta(minutes=5)),
        past(1),
        past(10, closed_at=None),
        past(11),
    ]
    found = list(replay(plan(people=capped), leads, {}))
    assert [one.place for one in found] == ["ana", "luis", "luis", "ana"]


def test_who_had_whom_already_is_as_it_was() -> None:
    owned = (Owned("luis", "hubspot", "contact"),)
    [found] = replay(plan(), [past(0, owned=owned)], {})
    assert found.place == "luis"


def test_queues_are_places_too() -> None:
    nobody = plan("rules:\n  - {name: none, to: {queue: support}}\n")
    [found] = replay(nobody, [past(0)], {})
    assert (found.past.place, found.place, found.moved) == ("ana", "queue support", True)


def test_a_queue_is_told_from_a_person() -> None:
    assert queue_of(shown(None, "support")) == "support"
    assert queue_of(shown("ana", None)) is None
