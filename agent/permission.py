"""May this text be sent, now? PURE: may_send(ask, reach, now) -> allow, defer until, or deny, each
with the rule that says so.

Not legal advice: counsel should confirm the rules before anybody is written to who has not written
first.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from agent.messages import Channel
from agent.recipient_hours import opening
from agent.texting import UNASKED, Purpose

CONFIRM_WITHIN = timedelta(minutes=5)
"""One message may confirm an opt-out, at once; then there is silence (47 CFR 64.1200(a)(12))."""
JUST_WROTE = timedelta(hours=1)
"""Whoever wrote so lately is answered also at night (47 CFR 64.1200(f)(15))."""
WHATSAPP_WINDOW = timedelta(hours=24)
"""Since their last message; after that only a template may be sent (Twilio docs: WhatsApp)."""
SUSPENDED = timedelta(days=1)
TOO_LATE: dict[Purpose, timedelta] = {
    "reply": timedelta(hours=24),
    "nudge": timedelta(days=4),
    "recontact": timedelta(days=4),
    "sales": timedelta(hours=24),
}
"""After so long a text means nothing any more."""
PUMPING = 30450
"""Twilio's error code of its protection against SMS pumping."""

Rule = Literal[
    "allowed",
    "answer",  # to one who just wrote
    "colleague",
    "confirmation",
    "stopped",  # they asked us to
    "carrier_answered",  # the carrier has confirmed their stop, or given them help
    "confirmed",  # already, or it is too late for it
    "unreachable",
    "suspended",
    "too_late",
    "they_wrote",  # after what was to be said about their silence
    "no_consent",
    "window_closed",  # WhatsApp's
    "cap",
    "quiet_hours",
    "no_lawful_hour",
]
How = Literal["words", "carrier"]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be sent: where, why, and since when."""

    channel: Channel
    to: str
    """E.164."""
    purpose: Purpose
    written_at: datetime
    has_template: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """They asked us to stop, and have not asked us to start again on this channel."""

    how: How
    at: datetime


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The channel did not reach them: Twilio's error code, and when."""

    code: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Reach:
    """What is known about writing to somebody on one channel."""

    cap: int
    """Texts to one number in a day."""
    last_inbound: datetime | None = None
    helped: bool = False
    """The carrier has answered their last message."""
    stop: Stop | None = None
    confirmed: bool = False
    """Their stop was confirmed."""
    unreachable: Unreachable | None = None
    consented: bool = False
    sent_today: int = 0
    window_closed: bool = False
    """WhatsApp itself has said that its window is closed."""


@dataclass(frozen=True, slots=True)
class Allow:
    """It may go out now."""

    rule: Rule = "allowed"
    as_template: bool = False
    """WhatsApp takes nothing else now."""


@dataclass(frozen=True, slots=True)
class Defer:
    """It may go out later."""

    until: datetime
    rule: Rule


@dataclass(frozen=True, slots=True)
class Deny:
    """It must not go out, now or later."""

    rule: Rule


Ruling: TypeAlias = Allow | Defer | Deny


def may_send(ask: Ask, reach: Reach, now: datetime) -> Ruling:
    """Whether a text may be sent now. The first rule that says no wins."""
    if ask.purpose == "confirmation":
        return _confirmation(ask, reach, now)
    if reach.stop is not None:
        return Deny("stopped")
    if now - ask.written_at > TOO_LATE[ask.purpose]:
        return Deny("too_late")
    if rule := _out_of_reach(reach, now):
        return Deny(rule)
    if ask.purpose == "sales":
        return Allow("colleague")
    return _to_a_prospect(ask, reach, now)


def _confirmation(ask: Ask, reach: Reach, now: datetime) -> Ruling:
    if reach.stop is None:
        return Deny("they_wrote")
    if reach.stop.how == "carrier":
        return Deny("carrier_answered")
    if reach.confirmed or now - ask.written_at > CONFIRM_WITHIN:
        return Deny("confirmed")
    return Allow("confirmation")


def _out_of_reach(reach: Reach, now: datetime) -> Rule | None:
    failed = reach.unreachable
    if failed is None:
        return None
    if failed.code == PUMPING:
        return "suspended" if now - failed.at < SUSPENDED else None
    wrote_since = reach.last_inbound is not None and reach.last_inbound > failed.at
    return None if wrote_since else "unreachable"


def _to_a_prospect(ask: Ask, reach: Reach, now: datetime) -> Ruling:
    wrote = reach.last_inbound
    if ask.purpose in UNASKED and wrote is not None and wrote > ask.written_at:
        return Deny("they_wrote")
    if ask.purpose == "reply" and reach.helped:
        return Deny("carrier_answered")
    if not reach.consented and (ask.purpose in UNASKED or wrote is None):
        return Deny("no_consent")
    if reach.sent_today >= reach.cap:
        return Deny("cap")
    answer = ask.purpose == "reply" and wrote is not None and now - wrote <= JUST_WROTE
    opens = now if answer else opening(ask.to, now)
    if opens is None:
        return Deny("no_lawful_hour")
    closed = ask.channel == "whatsapp" and _window_is_closed(reach, opens)
    if closed and not ask.has_template:
        return Deny("window_closed")
    if opens > now:
        return Defer(opens, "quiet_hours")
    return Allow("answer" if answer else "allowed", as_template=closed)


def _window_is_closed(reach: Reach, at: datetime) -> bool:
    wrote = reach.last_inbound
    return reach.window_closed or wrote is None or at - wrote >= WHATSAPP_WINDOW
