"""Which id did a system give to what we wrote, and does it still stand?

An answer without one is no answer. What was asked for may have been done all the same: it is looked
for before it is written again.
"""

from agent.ledger import Record
from agent.outbox import RetryAt
from delivery.calls import Refused
from qualification.values import Json


def given(step: str, told: Json) -> str:
    """The id as it goes on record, which holds nothing empty. Raises Refused."""
    if isinstance(told, str | int) and not isinstance(told, bool) and told:
        return str(told)
    why = f"{step}: the answer holds no id; it is looked for before it is written again"
    raise Refused(RetryAt(why))


TASK_OF = "task_of"
"""The step that keeps whose task it is."""


def is_lost(record: Record, step: str, who: str) -> bool:
    """Whether what a step made hung on a person whom they have deleted, and who is made anew."""
    return not record.is_current(step) and record.remote(TASK_OF) not in (None, who)
