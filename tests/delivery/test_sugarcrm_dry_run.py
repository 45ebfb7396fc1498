"""What a dry run shows of somebody whom SugarCRM has already."""

from dataclasses import replace

import pytest

from agent.ledger import Done, Record
from delivery.dry_run import rehearse
from tests.delivery.pairs import HOST, sugarcrm
from tests.delivery.walking import lead

BEFORE = {"person": Done("a-1", 1), "note": Done("n-1", 1), "task": Done("t-1", 1)}


@pytest.mark.parametrize("adopted", [False, True])
def test_who_is_there_is_changed_and_not_made_again(*, adopted: bool) -> None:
    more = {"adopted": Done("a-1", 1)} if adopted else {}
    record = Record(2, {**BEFORE, **more, "task_of": Done("a-0", 1)})
    changes = [
        one
        for one in rehearse(sugarcrm(HOST), replace(lead(), revision=2), record)
        if one.changes and one.step != "sign_in"
    ]
    assert {one.method for one in changes} == {"PUT"}
    assert [one.url.rsplit("/", 1)[-1] for one in changes] == ["a-1", "n-1"]
