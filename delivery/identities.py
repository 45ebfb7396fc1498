"""Which id did a system give to what we wrote? An answer without one is no answer.

What was asked for may have been done all the same: it is looked for before it is written again.
"""

from agent.outbox import RetryAt
from delivery.calls import Refused
from qualification.values import Json


def given(step: str, told: Json) -> str:
    """The id as it goes on record, which holds nothing empty. Raises Refused."""
    if isinstance(told, str | int) and not isinstance(told, bool) and told:
        return str(told)
    why = f"{step}: the answer holds no id; it is looked for before it is written again"
    raise Refused(RetryAt(why))
