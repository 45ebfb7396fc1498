"""What is TwiML? A verb for each class, with typed attributes: Twilio's own package lets a misspelt
attribute through without a word.

Twilio docs: TwiML for voice. A field that is None is left out; `text` is the verb's content.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias
from xml.etree import ElementTree

Input = Literal["none", "dtmf", "speech", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Words spoken by Twilio's own voice."""

    text: str
    language: str
    voice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """Words or keys of the caller."""

    action: str
    input: Literal["dtmf", "speech", "dtmf speech"]
    method: Literal["POST"] = "POST"
    timeout: int
    speechTimeout: str | None = None
    """`auto` only without a speech model (warning 13335)."""
    speechModel: str | None = None
    language: str | None = None
    hints: str | None = None
    profanityFilter: bool | None = None
    bargeIn: bool = True
    actionOnEmptyResult: bool = True
    """Silence comes to us as well, instead of falling through to the next verb."""
    numDigits: int | None = None
    finishOnKey: str | None = None
    children: tuple[Say, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVoicemail:
    """A message after the tone."""

    action: str
    method: Literal["POST"] = "POST"
    timeout: int = 5
    maxLength: int = 120
    playBeep: bool = True
    finishOnKey: str = "#"
    recordingStatusCallback: str
    recordingStatusCallbackMethod: Literal["POST"] = "POST"
    transcribe: bool = False
    """Twilio's own knows English only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A telephone to ring; `url` runs on its leg before the two are connected."""

    text: str
    url: str
    method: Literal["POST"] = "POST"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """Ring somebody for the caller."""

    action: str
    method: Literal["POST"] = "POST"
    timeout: int
    answerOnBridge: bool = True
    callerId: str | None = None
    children: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A language that a relay can change to."""

    code: str
    ttsProvider: str
    voice: str
    transcriptionProvider: str
    speechModel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something that the relay's setup brings back to us."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRelay:
    """A talk streamed over our WebSocket. Every attribute is given: the defaults have changed, and
    depend on the age of the account.
    """

    url: str
    welcomeGreeting: str
    welcomeGreetingInterruptible: Input
    language: str
    ttsLanguage: str
    ttsProvider: str
    voice: str
    transcriptionLanguage: str
    transcriptionProvider: str
    speechModel: str
    speechTimeout: str
    interruptible: Input
    interruptSensitivity: Literal["low", "medium", "high"]
    ignoreBackchannel: bool
    reportInputDuringAgentSpeech: Input
    preemptible: bool
    dtmfDetection: bool
    partialPrompts: bool
    profanityFilter: bool
    deepgramSmartFormat: bool
    partialPromptOnHangup: bool
    echoPromptFiltering: bool
    applicationReconnect: bool
    hints: str
    events: str
    children: tuple[Spoken | Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Connect:
    """The relay, and where the call goes on when it has ended."""

    action: str
    method: Literal["POST"] = "POST"
    children: tuple[ConversationRelay]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The call is recorded from here on."""

    recordingStatusCallback: str
    recordingStatusCallbackMethod: Literal["POST"] = "POST"
    recordingStatusCallbackEvent: str = "completed"
    channels: Literal["dual"] = "dual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Something that goes on beside the call."""

    children: tuple[Recording]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """The call goes on with other TwiML."""

    text: str
    method: Literal["POST"] = "POST"


@dataclass(frozen=True, slots=True)
class Hangup:
    """The end."""


Verb: TypeAlias = Say | Gather | RecordVoicemail | Dial | Connect | Start | Redirect | Hangup
Element: TypeAlias = Verb | Number | Spoken | Parameter | ConversationRelay | Recording
_NAMES = {"RecordVoicemail": "Record", "Spoken": "Language"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def write(*verbs: Verb) -> str:
    """The document that Twilio carries out, verb by verb."""
    response = ElementTree.Element("Response")
    response.extend(_elements(verbs))
    return DECLARATION + ElementTree.tostring(response, encoding="unicode")


def _elements(verbs: Sequence[Element]) -> list[ElementTree.Element]:
    return [_element(one) for one in verbs]


def _element(verb: Element) -> ElementTree.Element:
    name = type(verb).__name__
    element = ElementTree.Element(_NAMES.get(name, name))
    for field in fields(verb):
        value = getattr(verb, field.name)
        if field.name == "text":
            element.text = value
        elif field.name == "children":
            element.extend(_elements(value))
        elif value is not None:
            element.set(field.name, str(value).lower() if isinstance(value, bool) else str(value))
    return element
