"""What do Slack's answers mean? Most errors come as a success: `{"ok": false, "error": "..."}`.

Sources: Slack docs, the error tables of chat.postMessage, chat.update, conversations.history and
users.lookupByEmail; "Rate limits": 429 with Retry-After.
"""

from agent.outbox import Failed, RetryAt
from delivery.calls import Call, Fault, Reply
from delivery.faults import retry_after, usual

BUSY = frozenset({"ratelimited", "rate_limited", "message_limit_exceeded"})
PASSING = frozenset(
    {"service_unavailable", "team_added_to_org", "request_timeout", "accesslimited"}
)
SIGN_IN = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)
HALF_DONE = frozenset({"internal_error", "fatal_error"})
"""Slack docs: some of it may have been done. The steps see them, so that they look before they post
again."""
DATA = frozenset(
    {
        "msg_too_long",
        "no_text",
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "invalid_metadata_format",
        "metadata_too_large",
    }
)
GONE = frozenset(
    {"message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found"}
)
"""Somebody deleted the message, or it may not be changed any more: it is left alone."""
NOBODY = frozenset({"users_not_found", "missing_scope", "invalid_arguments"})
"""A look-up by e-mail that finds nobody, or that the app may not make: nobody is mentioned."""


def error_in(reply: Reply) -> str:
    """The error's name; empty where all is well."""
    found = reply.object()
    if found.get("ok") is True:
        return ""
    error = found.get("error")
    return error if isinstance(error, str) and error else "no answer of Slack's"


def fault_of(call: Call, reply: Reply) -> Fault | None:
    """See System."""
    if not reply.ok:
        return usual(reply, str(reply.object().get("error") or "") or None)
    error = error_in(reply)
    if not error or _is_for_the_steps(call, error):
        return None
    if error in BUSY:
        at = retry_after(reply.headers.get("retry-after", ""), reply.at)
        return RetryAt(f"Slack: {error}", at, busy=True)
    if error in PASSING or error in HALF_DONE:
        return RetryAt(f"Slack: {error}")
    needed = reply.object().get("needed")
    why = f"Slack: {error}" + (f" (needs {needed})" if isinstance(needed, str) else "")
    if error in SIGN_IN:
        return Failed(why, "sign_in")
    return Failed(why, "fix_data" if error in DATA else "fix_configuration")


def _is_for_the_steps(call: Call, error: str) -> bool:
    if call.step == "user":
        return error in NOBODY
    return call.changes and (error in HALF_DONE or error in GONE)
