"""What does ConversationRelay send and take? JSON text frames, a type in each.

Twilio docs: ConversationRelay, WebSocket messages. It adds types and fields without notice: what is
unknown is left out.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

LONGEST_NAME = 200
LONGEST_PROMPT = 20_000
Name = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]


class NotAFrame(ValueError):
    """No JSON object, or one that lacks what its type needs."""


class _Frame(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel, validate_by_name=True, extra="ignore", frozen=True
    )


class Setup(_Frame):
    """The first frame: which call this is."""

    type: Literal["setup"]
    session_id: Name = ""
    call_sid: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME)]
    account_sid: Name = ""
    theirs: Name | None = Field(default=None, alias="from")
    ours: Name | None = Field(default=None, alias="to")
    direction: Name = "inbound"
    custom_parameters: dict[str, Any] | None = None
    """Those of the TwiML; untrusted all the same."""

    @property
    def said(self) -> int | None:
        """The seq of our newest message that the TwiML's greeting says."""
        given = str((self.custom_parameters or {}).get("said", ""))
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


class Prompt(_Frame):
    """What the caller says; with `last` all of it, before that as much as is known."""

    type: Literal["prompt"]
    voice_prompt: Annotated[str, StringConstraints(max_length=LONGEST_PROMPT)]
    lang: Name | None = None
    last: bool = True


class Dtmf(_Frame):
    """A key of the telephone."""

    type: Literal["dtmf"]
    digit: Annotated[str, StringConstraints(pattern=r"^[0-9A-D*#w]$")]


class Interrupt(_Frame):
    """The caller has cut in: what they had heard of what is being said."""

    type: Literal["interrupt"]
    utterance_until_interrupt: str | None = None


class Failure(_Frame):
    """Twilio could not use something of ours, or lost it."""

    type: Literal["error"]
    description: Any = None


class Info(_Frame):
    """What the line does: `agentSpeaking` and `clientSpeaking` are on or off."""

    type: Literal["info"]
    name: str = ""
    value: Any = None


class Unknown(_Frame):
    """Of a type that came after us."""

    type: str


FrameIn: TypeAlias = Setup | Prompt | Dtmf | Interrupt | Failure | Info | Unknown
_KINDS: dict[str, type[FrameIn]] = {
    "setup": Setup,
    "prompt": Prompt,
    "dtmf": Dtmf,
    "interrupt": Interrupt,
    "error": Failure,
    "info": Info,
}
_KIND: TypeAdapter[Unknown] = TypeAdapter(Unknown)


def read_frame(text: str | bytes) -> FrameIn:
    """A frame from Twilio. Raises NotAFrame."""
    try:
        kind = _KINDS.get(_KIND.validate_json(text).type, Unknown)
        return kind.model_validate_json(text)
    except ValidationError as error:
        raise NotAFrame(str(error)) from None


class Say(_Frame):
    """Words to be spoken; the last one ends what Twilio calls a talk cycle."""

    type: Literal["text"] = "text"
    token: str
    last: bool = False
    lang: str | None = None


class SpeakIn(_Frame):
    """Another language, for its voice and its ear."""

    type: Literal["language"] = "language"
    tts_language: str
    transcription_language: str


class End(_Frame):
    """The talk is over, and the call goes on with the TwiML of Connect's action."""

    type: Literal["end"] = "end"
    handoff_data: str
    """Text: an object has to be serialised by us."""


FrameOut: TypeAlias = Say | SpeakIn | End


def write_frame(frame: FrameOut) -> str:
    """A frame as Twilio takes it."""
    return frame.model_dump_json(by_alias=True, exclude_none=True)
