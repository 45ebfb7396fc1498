"""What do HubSpot's answers mean? Its error object, and what a batch says of each of its inputs.

Source: HubSpot's guides "Error handling" and "API usage guidelines": {status, message, category,
correlationId, errorType, policyName}; 207 where some inputs of a batch failed, 423 locked, 477
while an account moves, 429 with a policy of ten seconds or of a day.
"""

import re
from collections.abc import Mapping
from datetime import timedelta

from agent.outbox import Failed, RetryAt
from delivery.calls import Fault, Refused, Reply, SignInAgain
from delivery.faults import retry_after, usual
from qualification.values import Json

PAUSES: Mapping[str, timedelta] = {
    "SECONDLY": timedelta(seconds=1),
    "TEN_SECONDLY": timedelta(seconds=10),
    "DAILY": timedelta(hours=1),
}
"""The day ends at midnight in the account's time zone, which nobody tells us: we ask every hour."""
LOCKED = timedelta(seconds=5)
OURS = frozenset(
    {
        "PROPERTY_DOESNT_EXIST",
        "INVALID_OPTION",
        "READ_ONLY_VALUE",
        "INVALID_OWNER_ID",
        "INVALID_PIPELINE",
        "INVALID_PIPELINE_STAGE",
    }
)
"""Mistakes in what an admin set up, not in what the lead said."""
_CONFLICT = re.compile(r"Existing ID: ?(\d+)")


def fault_of(reply: Reply) -> Fault | None:
    """What is wrong with an answer; None where the steps may have it."""
    if reply.ok:
        return None if reply.status == 204 or _is_object(reply) else _nonsense(reply)
    said = reply.object()
    why = _said(said)
    status = reply.status
    if status == 429:
        asked = retry_after(reply.headers.get("retry-after", ""), reply.at)
        policy = str(said.get("policyName", ""))
        pause = PAUSES.get(policy)
        at = asked or (None if pause is None else reply.at + pause)
        return RetryAt(f"answered 429: {policy} limit reached", at)
    if status in (423, 477):
        asked = retry_after(reply.headers.get("retry-after", ""), reply.at)
        return RetryAt(f"answered {status}: {why}", asked or reply.at + LOCKED)
    if status == 401:
        return SignInAgain(f"answered 401: {why}")
    if status in (400, 409) and _is_ours(reply):
        return Failed(f"answered {status}: {why}", "fix_configuration")
    return usual(reply, why or None)


def results(reply: Reply) -> list[dict[str, Json]]:
    """The records that an answer holds."""
    found = reply.object().get("results")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def identity(record: Mapping[str, Json]) -> str:
    """A record's id; batches of associations call it otherwise."""
    return str(record.get("id") or record.get("toObjectId") or "")


def properties(record: Mapping[str, Json]) -> dict[str, str]:
    """What a record says; empty values are left out."""
    found = record.get("properties")
    if not isinstance(found, dict):
        return {}
    return {name: str(value) for name, value in found.items() if value not in (None, "")}


def one_result(reply: Reply) -> dict[str, Json]:
    """The only record of a batch of one. Raises Refused: 207 is a success that may hold errors."""
    found = results(reply)
    if found:
        return found[0]
    raise Refused(_batch_fault(reply))


def existing(reply: Reply) -> str | None:
    """The id of the record that stands in the way of a new one, as the message tells it."""
    found = _CONFLICT.search(reply.body.decode(errors="replace"))
    return found[1] if found else None


def _batch_fault(reply: Reply) -> RetryAt | Failed:
    errors = reply.object().get("errors")
    first = errors[0] if isinstance(errors, list) and errors else None
    if not isinstance(first, dict):
        return RetryAt("the batch came back with neither records nor errors")
    why = f"answered {reply.status}, and in it: {_said(first)}"
    category = str(first.get("category", ""))
    if category in ("RATE_LIMITS", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE"):
        return RetryAt(why)
    if _is_ours(reply):
        return Failed(why, "fix_configuration")
    return Failed(why, "fix_data")


def _is_ours(reply: Reply) -> bool:
    text = reply.body.decode(errors="replace")
    return any(code in text for code in OURS) or "MISSING_SCOPES" in text


def _is_object(reply: Reply) -> bool:
    return isinstance(reply.json(), dict)


def _nonsense(reply: Reply) -> RetryAt:
    """A page of a proxy in between, an answer that was cut: what was asked may have been done."""
    return RetryAt(f"answered {reply.status}, but not with JSON")


def _said(error: Mapping[str, Json]) -> str:
    category, message = error.get("category"), error.get("message")
    return " ".join(str(one) for one in (category, message) if one)
