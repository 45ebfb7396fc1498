"""What do Zoho CRM's answers mean? A success holds one for each record, which may be an error.

Source: Zoho CRM developer documentation, API v8: "Status codes and errors", "Upsert records"; codes
and messages of its own client (@zohocrm/nodejs-sdk-8.0): CONVERTED_RECORD, "can't update the
converted record"; INVALID_DATA, "the id given seems to be invalid", for what was deleted.
"""

from collections.abc import Mapping
from datetime import timedelta

from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Fault, Reply, SignInAgain
from delivery.faults import usual
from qualification.values import Json

QUOTA = timedelta(minutes=30)
"""Credits are counted over 24 hours that move on."""
AGAIN = frozenset({"INVALID_TOKEN", "AUTHENTICATION_FAILURE"})
PASSING = frozenset(
    {
        "INTERNAL_ERROR",
        "NOT_APPROVED",
        "NOT_REVIEWED",
        "PROCESSING_STOPPED",
        "RECORD_LOCKED",
        "SERVICE_ERROR",
        "TOO_MANY_REQUESTS",
    }
)
"""Busy for a moment, or a record that one of their people has locked or is to approve."""
SEVERAL = "MULTIPLE_OR_MULTI_ERRORS"
CONVERTED = frozenset({"CONVERTED_RECORD", "ID_ALREADY_CONVERTED"})
"""What they made a contact of is read-only; the steps go on with the note, which moved with it."""
SPENT = frozenset({"LIMIT_EXCEEDED", "CREDITS_EXHAUSTED"})
SETTINGS = frozenset(
    {
        "API_NOT_SUPPORTED",
        "AUTHORIZATION_FAILED",
        "CLIENT_NOT_AUTHORISED",
        "FEATURE_NOT_ENABLED",
        "FEATURE_NOT_SUPPORTED",
        "INVALID_MODULE",
        "INVALID_REQUEST_METHOD",
        "INVALID_URL_PATTERN",
        "NO_PERMISSION",
        "OAUTH_SCOPE_MISMATCH",
    }
)
"""An admin of theirs, or our settings, must change before the same would go through."""


def fault_of(call: Call, reply: Reply) -> Fault | None:
    """What is wrong with an answer, or with the record in it, if something is."""
    told = record(reply)
    code = str(told.get("code") or "")
    if reply.ok and told.get("status") != "error":
        return None
    if call.url.endswith("/upsert") and taken(reply):
        return None  # the steps go on with the record that is there
    if call.method == "PUT" and (is_converted(reply) or is_gone(reply) or is_doubled(call, reply)):
        return None  # the steps go on without it, or without the field
    why = f"{call.step}: answered {reply.status} {code} {told.get('message') or ''}".rstrip()
    details = told.get("details")
    if isinstance(details, dict) and details.get("api_name"):
        why += f" ({details['api_name']})"
    if code in AGAIN:
        return SignInAgain(why)
    if code in SETTINGS:
        return Failed(why, "fix_configuration")
    if code in SPENT:
        return RetryAt(why, reply.at + QUOTA, busy=True)
    if code in PASSING and reply.status != 429:
        return RetryAt(why)
    return usual(reply, why) or Failed(why, "fix_data")


def record(reply: Reply) -> Mapping[str, Json]:
    """The answer for the one record that was sent; an error of the whole request is alike. Of
    several errors of a record it is the first one.
    """
    whole = reply.object()
    told = _first(whole.get("data")) or whole
    if told.get("code") != SEVERAL:
        return told
    details = told.get("details")
    return _first(details.get("errors") if isinstance(details, dict) else None) or told


def _first(rows: Json) -> Mapping[str, Json]:
    first = rows[0] if isinstance(rows, list) and rows else None
    return first if isinstance(first, dict) else {}


def rows(reply: Reply) -> list[Mapping[str, Json]]:
    """The records that a look-up found; 204 where there are none."""
    found = reply.object().get("data")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def is_converted(reply: Reply) -> bool:
    """Whether the lead is none any more: they made a contact of it."""
    return str(record(reply).get("code") or "") in CONVERTED


def is_gone(reply: Reply) -> bool:
    """Whether the record itself is not there, and not one that a field of it names."""
    told = record(reply)
    details = told.get("details")
    known = details if isinstance(details, dict) else {}
    if told.get("code") != "INVALID_DATA":
        return False
    if "resource_path_index" in known:
        return True
    return known.get("api_name") == "id" and known.get("json_path") in (None, "$.data[0].id")


def is_doubled(call: Call, reply: Reply) -> bool:
    """Whether a value that we sent is another record's, and may be there once."""
    body = call.body
    return doubled(reply) in _first(body.get("data") if isinstance(body, dict) else None)


def doubled(reply: Reply) -> str:
    """The field whose value another record has; empty where that is not it."""
    told = record(reply)
    details = told.get("details")
    if told.get("code") != "DUPLICATE_DATA" or not isinstance(details, dict):
        return ""
    return str(details.get("api_name") or "")


def has_more(reply: Reply) -> bool:
    """Whether another page of a list follows."""
    info = reply.object().get("info")
    return isinstance(info, dict) and info.get("more_records") is True


def identity(reply: Reply) -> str:
    """The id of the record that was written."""
    details = record(reply).get("details")
    return str(details.get("id") or "") if isinstance(details, dict) else ""


def taken(reply: Reply) -> str:
    """The id of the record that has a value which may be there once; empty where that is not it."""
    told = record(reply)
    details = told.get("details")
    if told.get("code") != "DUPLICATE_DATA" or not isinstance(details, dict):
        return ""
    other = details.get("duplicate_record")
    known = other.get("id") if isinstance(other, dict) else details.get("id")
    return str(known or "")
