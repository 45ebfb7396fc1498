"""Which id did a system give to what we wrote, and does it still stand?

An answer without one is no answer. What was asked for may have been done all the same: it is looked
for before it is written again.
"""

import hmac
from collections.abc import Generator

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Kept, Refused, Reply
from qualification.values import Json


def given(step: str, told: Json) -> str:
    """The id as it goes on record, which holds nothing empty. Raises Refused."""
    if isinstance(told, str | int) and not isinstance(told, bool) and told:
        return str(told)
    why = f"{step}: the answer holds no id; it is looked for before it is written again"
    raise Refused(RetryAt(why))


def of_person(secret: str, address: str) -> str:
    """What the conversations of one person have in common (delivery.calls.Shared). Keyed with the
    system's secret, which is not in the database: all telephone numbers are soon hashed.
    """
    return hmac.digest(secret.encode(), address.casefold().encode(), "sha256").hex()


TASK_OF, TASK_OWNER = "task_of", "task_owner"
"""The steps that keep whose task it is: which person's, and to be done by whom."""
NOBODY = "nobody"


def is_lost(record: Record, step: str, who: str) -> bool:
    """Whether what a step made may be gone: the person that it hung on is another record by now.
    What their people merged keeps its notes and tasks; what they deleted does not.
    """
    return not record.is_current(step) and record.remote(TASK_OF) not in (None, who)


def is_passed_on(record: Record, owner: str | None) -> bool:
    """Whether the task is somebody else's by now: the lead went on to another owner of ours."""
    return bool(owner) and record.remote(TASK_OWNER) not in (None, owner)


def whose_task(record: Record, who: str, owner: str | None) -> Generator[Kept, Reply, None]:
    """Kept after the task itself; where a process died between the two, with the next attempt."""
    for step, whose in ((TASK_OF, who), (TASK_OWNER, owner or NOBODY)):
        if record.remote(step) != whose:
            yield Kept(step, whose)
