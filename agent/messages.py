"""What passes between a prospect and us? Messages in, messages out, and what a reply
consists of.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from qualification.values import Language

Channel = Literal["chat", "terminal", "sms", "whatsapp", "voice"]
TEXTED: tuple[Channel, ...] = ("sms", "whatsapp")
"""What is said there is sent as texts, by jobs."""
Author = Literal["prospect", "agent", "person"]


@dataclass(frozen=True, slots=True)
class Opening:
    """A conversation to be opened: who it is with and which published script it follows."""

    conversation: str
    channel: Channel
    address: str
    """Where the prospect is reached: a chat session's id, a phone number in E.164."""
    script_version: str
    language: Language
    at: datetime
    source: str | None = None
    """The page, form or number it came from."""
    ours: str | None = None
    """The number of ours that they wrote to: with theirs it names the thread."""
    handover: str | None = None
    """The hand-over that an earlier conversation of theirs has led to."""


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One message as a channel received it; (channel, external_id) names it for ever."""

    channel: Channel
    external_id: str
    conversation: str
    text: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """One stored message; `seq` counts up within its conversation, over both sides,
    without gaps.
    """

    id: str
    seq: int
    author: Author
    text: str
    at: datetime
    heard: str | None = None
    """What a caller heard of it before they cut in; None where it was said to its end."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an inbound message: its place in the conversation; `repeat` when it was known
    already.
    """

    message: str
    conversation: str
    seq: int
    repeat: bool
