"""What does Twilio send about calls? Parameters of its webhooks, checked as they are read.

Fields that nobody knows are ignored: Twilio adds some without notice (Twilio docs: TwiML for voice,
request parameters).
"""

import json
import re
from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field

from agent.acquaintance import ATTESTED
from agent.calling import TalkEnd

_NUMBER = re.compile(r"\+[1-9]\d{6,14}")
_OVER = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
_REASONS: dict[str, TalkEnd] = {reason: reason for reason in get_args(TalkEnd)}
_UNKNOWN = re.compile(r"\+?(?:7378742833|2562533|8656696|266696687|86282452253)")
"""What carriers put for a number that is not shown (Twilio docs: restricted, anonymous...)."""


class CallFrame(BaseModel):
    """What every webhook of a call has."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sid: str = Field(validation_alias="CallSid", pattern=r"^CA[0-9a-fA-F]{32}$")
    caller: str = Field(default="", validation_alias="From", max_length=300)
    called: str = Field(default="", validation_alias="To", max_length=300)
    status: str = Field(default="", validation_alias="CallStatus")
    direction: str = Field(default="inbound", validation_alias="Direction")
    verified: str = Field(default="", validation_alias="StirVerstat")

    @property
    def _ends(self) -> tuple[str, str]:
        """The prospect's end and ours: a call that we made goes the other way."""
        if self.direction.startswith("outbound"):
            return self.called, self.caller
        return self.caller, self.called

    @property
    def theirs(self) -> str:
        """Their number, or what stands for one that was not shown."""
        theirs = self._ends[0]
        shown = _NUMBER.fullmatch(theirs) and not _UNKNOWN.fullmatch(theirs)
        return theirs if shown else f"anonymous:{self.sid}"

    @property
    def ours(self) -> str:
        """The number of ours that was called."""
        return self._ends[1]

    @property
    def attested(self) -> bool:
        """Whether the caller's carrier vouches for the number, or we called it."""
        return self.verified == ATTESTED or self.direction.startswith("outbound")

    @property
    def over(self) -> bool:
        """Whether the caller is no longer there."""
        return self.status in _OVER


class RelayEnd(CallFrame):
    """The relay has ended: by us, by the caller, or by itself."""

    session: str = Field(default="", validation_alias="SessionStatus")
    handoff: str = Field(default="", validation_alias="HandoffData")
    error: str = Field(default="", validation_alias="ErrorCode")

    @property
    def reason(self) -> TalkEnd | None:
        """Why we ended it; nothing else of what comes back is believed."""
        try:
            found = json.loads(self.handoff or "null")
        except ValueError:
            return None
        return _REASONS.get(str(found.get("reason"))) if isinstance(found, dict) else None


class Gathered(CallFrame):
    """What the caller said or keyed in."""

    speech: str = Field(default="", validation_alias="SpeechResult")
    digits: Annotated[str, Field(pattern=r"^[0-9A-D*#wW]*$", max_length=100)] = Field(
        default="", validation_alias="Digits"
    )


class Recorded(CallFrame):
    """A recording: a message after the tone, or the call itself."""

    recording: str = Field(
        default="", validation_alias="RecordingSid", pattern=r"^(RE[0-9a-fA-F]{32})?$"
    )
    seconds: str = Field(
        default="", validation_alias="RecordingDuration", pattern=r"^(-1|\d{0,6})$"
    )
    source: str = Field(default="", validation_alias="RecordingSource")

    @property
    def is_voicemail(self) -> bool:
        """Whether it is a message after the tone, not the call."""
        return self.source == "RecordVerb"
