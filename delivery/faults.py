"""What does a bad answer mean? Sorted by status, as HTTP has it; vendors add their own forms.

RFC 9110: 408, 425, 429 and 5xx pass by themselves; Retry-After is a number of seconds or a date.
"""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from agent.outbox import Failed, RetryAt
from delivery.calls import Fault, Reply, SignInAgain
from qualification.saying import Said

PASSING = frozenset({408, 425, 429})
QUOTED = 300
"""So many characters of an answer go on record."""


def usual(reply: Reply, said: str | None = None) -> Fault | None:
    """By its status alone; `said` is what the vendor's error says, where it could be read."""
    if reply.ok:
        return None
    why = f"answered {reply.status}: {said or quoted(reply.body)}".rstrip(": ")
    if reply.status in PASSING or reply.status >= 500:
        return RetryAt(why, retry_after(reply.headers.get("retry-after", ""), reply.at))
    if reply.status == 401:
        return SignInAgain(why)
    if reply.status in (403, 404, 405) or reply.status < 400:
        return Failed(why, "fix_configuration")
    return Failed(why, "final" if reply.status == 410 else "fix_data")


def signed_in_and_refused(why: str) -> Failed:
    """A new token was given, and is not accepted either."""
    refusal = Said("signed in, and refused: %(why)s", why=why)
    return Failed(refusal, "sign_in")


def is_certain(reply: Reply) -> bool:
    """Whether a change that was refused so has not happened."""
    return reply.status < 500 and reply.status != 408


def retry_after(written: str, now: datetime) -> datetime | None:
    """When to come back, as the header Retry-After has it."""
    written = written.strip()
    if written.isdecimal() and written.isascii() and len(written) < 8:
        return now + timedelta(seconds=int(written))
    try:
        at = parsedate_to_datetime(written)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def quoted(body: bytes) -> str:
    """The beginning of an answer, in one line."""
    text = body[: QUOTED * 4].decode(errors="replace")
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())[:QUOTED]
