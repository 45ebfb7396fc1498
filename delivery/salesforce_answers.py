"""What do Salesforce's answers mean? Its errors sorted, by the code that they carry.

Source: REST API Developer Guide, "Status Codes and Error Responses" and its list of codes: an error
is a list of {message, errorCode, fields}; calls over the day's limit are refused with 403.
"""

from datetime import timedelta

from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Fault, Reply, SignInAgain
from delivery.faults import usual

QUOTA = timedelta(minutes=30)
"""The day's calls are counted over 24 hours that move on: some are free again after a while."""
LOCKED = timedelta(seconds=5)
CONVERTED = "CANNOT_UPDATE_CONVERTED_LEAD"
"""What they made a contact of is read-only; the steps go on with the note, which moved with it."""
PASSING = frozenset({"UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "QUERY_TIMEOUT"})
SETTINGS = frozenset(
    {
        "API_DISABLED_FOR_ORG",
        "INSUFFICIENT_ACCESS",
        "INSUFFICIENT_ACCESS_OR_READONLY",
        "INVALID_CROSS_REFERENCE_KEY",
        "INVALID_FIELD",
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        "INVALID_TYPE",
        "MALFORMED_QUERY",
        "NOT_FOUND",
    }
)
"""An admin of theirs, or our settings, must change before the same would go through."""


def fault_of(call: Call, reply: Reply) -> Fault | None:
    """What is wrong with an answer, if something is."""
    if reply.ok and reply.object().get("success") is not False:
        return None
    if reply.status == 300:
        why = f"{call.step}: several records have our key: make its field unique there"
        return Failed(why, "fix_configuration")
    code, said = error(reply)
    why = f"{call.step}: answered {reply.status} {said}".rstrip()
    if code == "INVALID_SESSION_ID":
        return SignInAgain(why)
    if code == "REQUEST_LIMIT_EXCEEDED":
        return RetryAt(why, reply.at + QUOTA, busy=True)
    if is_converted(reply) and call.step == "person":
        return None
    if code in PASSING:
        return RetryAt(why, reply.at + LOCKED)
    if code in SETTINGS:
        return Failed(why, "fix_configuration")
    return usual(reply, said) or Failed(why, "fix_data")


def is_converted(reply: Reply) -> bool:
    """Whether the lead is none any more: they made a contact of it."""
    return error(reply)[0] == CONVERTED


def error(reply: Reply) -> tuple[str, str]:
    """The code of the first error, and what it says."""
    told = reply.json()
    if isinstance(told, dict) and isinstance(told.get("errors"), list):
        told = told["errors"]
    first = told[0] if isinstance(told, list) and told else told
    if not isinstance(first, dict):
        return "", ""
    code = first.get("errorCode") or first.get("statusCode") or ""
    return str(code), f"{code}: {first.get('message') or ''}"
