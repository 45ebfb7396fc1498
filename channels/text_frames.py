"""What does Twilio send about texts? A message that came in, and how one of ours fares.

Fields that nobody knows are ignored: Twilio adds some without notice (Twilio docs: messaging
webhooks).
"""

import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)

from agent.attachments import PLACE, with_notes
from agent.carrier_words import carrier_says
from agent.messages import Channel
from channels.incoming import Empty, clean

MOST_MEDIA = 10
Told = Literal["stop", "start", "help"]
_NUMBER = re.compile(r"\+[1-9]\d{5,14}")
_ADDRESS = re.compile(r"(?:(?P<kind>[a-z]+):)?(?P<number>\+?\d{3,15})")
_CHANNELS: dict[str | None, Channel] = {None: "sms", "whatsapp": "whatsapp"}
_TOLD: dict[str, tuple[Told, ...]] = {
    "STOP": ("stop",),
    "START": ("start", "help"),
    "HELP": ("help",),
}


def _nothing(value: object) -> object:
    """A blank field is none."""
    return None if value == "" else value


Sid = Annotated[str, Field(pattern=r"^(SM|MM)[0-9a-fA-F]{32}$")]
Code = Annotated[int | None, BeforeValidator(_nothing)]
Count = Annotated[int, AfterValidator(lambda count: min(count, MOST_MEDIA))]


class Frame(BaseModel):
    """Parameters of a webhook of Twilio's."""

    model_config = ConfigDict(frozen=True, extra="allow")

    sid: Sid = Field(validation_alias=AliasChoices("MessageSid", "SmsSid", "SmsMessageSid"))


class TextStatus(Frame):
    """How a text of ours fares."""

    status: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")] = Field(
        validation_alias=AliasChoices("MessageStatus", "SmsStatus")
    )
    code: Code = Field(default=None, validation_alias="ErrorCode")


class InboundText(Frame):
    """A message to one of our numbers, by SMS or WhatsApp."""

    sender: str = Field(validation_alias="From")
    recipient: str = Field(validation_alias="To")
    body: str = Field(default="", validation_alias="Body")
    media: Annotated[Count, BeforeValidator(lambda count: count or 0)] = Field(
        default=0, ge=0, validation_alias="NumMedia"
    )
    opt_out: str = Field(default="", validation_alias="OptOutType")
    profile: str = Field(default="", validation_alias="ProfileName")
    pressed: str = Field(default="", validation_alias="ButtonText")
    payload: str = Field(default="", validation_alias="ButtonPayload")

    @property
    def channel(self) -> Channel | None:
        """The channel, None when we do not speak on it (Messenger, RCS)."""
        theirs, ours = _ADDRESS.fullmatch(self.sender), _ADDRESS.fullmatch(self.recipient)
        if theirs is None or ours is None or not _NUMBER.fullmatch(theirs["number"]):
            return None
        return _CHANNELS.get(theirs["kind"])

    @property
    def told_the_carrier(self) -> tuple[Told, ...]:
        """What Twilio took the message for. Where OptOutType says so it has answered as well, in
        words of the service's own (Twilio docs: advanced opt-out): as after a call for help, we are
        silent.
        """
        if self.opt_out:
            return _TOLD.get(self.opt_out.upper(), ())
        told = None if self.channel is None else carrier_says(self.channel, self.body)
        return () if told is None or told == "help" else (told,)

    @property
    def theirs(self) -> str:
        """Their number, without the channel's prefix."""
        return self.sender.rpartition(":")[2]

    @property
    def ours(self) -> str:
        """The number of ours that they wrote to."""
        return self.recipient.rpartition(":")[2]

    @property
    def words(self) -> str:
        """What they wrote, or the button they pressed; empty when there are no words. Raises
        TooLong.
        """
        try:
            return clean(self.body or self.pressed)
        except Empty:
            return ""

    def text(self, words: str) -> str:
        """The message as it is kept: the words, and a note of what came with them."""
        extra = self.model_extra or {}
        kinds = [str(extra.get(f"MediaContentType{place}", "")) for place in range(self.media)]
        kinds = [kind if re.fullmatch(r"[\w.+/-]{1,100}", kind) else "file" for kind in kinds]
        if "Latitude" in extra and "Longitude" in extra:
            kinds.append(PLACE)
        return with_notes(words, kinds)
