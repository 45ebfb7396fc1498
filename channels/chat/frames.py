"""What goes over the wire? The JSON of requests, replies, frames, as OpenAPI documents it.

A visitor is shown words and the state of the conversation; never the verdict, the score or a quote.
"""

from datetime import datetime
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, JsonValue, StringConstraints, TypeAdapter

from agent.dialogue import Phase
from agent.happenings import Partial
from agent.messages import Author, Message
from agent.widget import DEFAULT
from channels.chat.identity import LONGEST_TOKEN as LONGEST_IDENTITY
from channels.chat.sessions import LONGEST_TOKEN
from channels.documents import Document
from channels.incoming import PLAIN
from qualification.values import Language

ClientId = Annotated[
    str,
    StringConstraints(min_length=1, max_length=128, pattern=PLAIN),
    Field(description="New for every message: the same one twice is one message."),
]
Seq = Annotated[int, Field(ge=0, le=2**31 - 1)]


Key = Annotated[str, Field(max_length=60, pattern=PLAIN, examples=["crm-suite"])]


class Request(Document):
    """Anything a client sends: an unknown field is an error."""

    model_config = ConfigDict(extra="forbid")


Short = Annotated[str, Field(max_length=200, pattern=PLAIN)]


class ContactIn(Request):
    """What a visitor wrote into a form."""

    name: Short | None = None
    email: Short | None = None
    phone: Short | None = None
    company: Short | None = None
    job_title: Short | None = None


class NewSession(Request):
    """A conversation to be opened."""

    script: Annotated[str, Field(max_length=60, pattern=PLAIN, examples=["crm-suite"])] | None = (
        None
    )
    """Left out, it is chosen by the page, or by what the visitor writes."""
    language: Language | None = None
    """The script's first language when left out."""
    page: Annotated[str, Field(max_length=2000, pattern=PLAIN)] | None = None
    """The page that the visitor is on. The lead's source is what `utm_source` and `utm_medium`
    say in it, else its site and path; nothing else of it is kept.
    """
    widget: Key = DEFAULT
    """The chat of which site."""
    identity: Annotated[str, Field(max_length=LONGEST_IDENTITY)] | None = None
    """The site's word for who it is: a JSON Web Token, see docs/widget.md."""
    contact: ContactIn | None = None
    """The form before the chat."""
    consent: bool = False
    """They have agreed to what the form says."""
    attributes: dict[str, JsonValue] = Field(default_factory=dict)
    """What the page tells of its visitor; nobody vouches for it."""
    timezone: Short | None = None
    """The visitor's, as IANA names it."""


class NewMessage(Request):
    """A message of the visitor: at most 20 000 characters, not empty."""

    client_id: ClientId
    text: str


class MessageOut(Document):
    """One message of the conversation."""

    seq: int
    """Counts up within the conversation, over both sides, without gaps."""
    id: str
    author: Author
    text: str
    at: datetime

    @classmethod
    def of(cls, message: Message) -> Self:
        """A stored message as a visitor sees it."""
        return cls(
            seq=message.seq,
            id=message.id,
            author=message.author,
            text=message.text,
            at=message.at,
        )


class Session(Document):
    """An open conversation and the token that continues it."""

    session: str
    token: str
    script: str
    """`reception` while it is not known which script is meant."""
    language: Language
    phase: Phase
    messages: list[MessageOut]
    choices: list[str]
    """What the visitor may choose from, each in the words to send as a message; mostly empty."""


class Reply(Document):
    """What was answered to a message."""

    reply: str
    """Our messages as one text; empty while a person answers by hand."""
    phase: Phase
    asked: str | None
    """The question pending: a criterion's key or a contact datum."""
    language: Language
    messages: list[MessageOut]
    seq: int
    """Where the visitor's message stands in the conversation."""
    choices: list[str]
    """What the visitor may choose from now."""


class Replay(Document):
    """The messages after a sequence number, and where the conversation stands."""

    phase: Phase
    messages: list[MessageOut]
    choices: list[str]
    """What the visitor may choose from now."""


class Hello(Request):
    """First frame of a socket: who it is, and the last message it has."""

    type: Literal["hello"]
    token: str = Field(max_length=LONGEST_TOKEN)
    after: Seq = 0


class MessageIn(NewMessage):
    """The visitor says something."""

    type: Literal["message"]


class TypingIn(Request):
    """The visitor is typing: we wait a little longer before answering, and people see it."""

    type: Literal["typing"]
    on: bool = True


class StopIn(Request):
    """The visitor has read enough of what is being written: it is dropped."""

    type: Literal["stop"]


class Ping(Request):
    """Is the line still there?"""

    type: Literal["ping"]


FrameIn: TypeAlias = Annotated[
    Hello | MessageIn | TypingIn | StopIn | Ping, Field(discriminator="type")
]
FRAME_IN: TypeAdapter[FrameIn] = TypeAdapter(FrameIn)


class Ready(Document):
    """Everything after `after` has been replayed; what follows is new."""

    type: Literal["ready"] = "ready"


class MessageFrame(MessageOut):
    """A message, replayed or new."""

    type: Literal["message"] = "message"


class Ack(Document):
    """The visitor's message is on record; safe to forget."""

    type: Literal["ack"] = "ack"
    client_id: str
    seq: int


class Delta(Document):
    """A sentence of a message still being made; the whole message follows under the same id."""

    type: Literal["delta"] = "delta"
    message_id: str
    text: str
    index: int

    @classmethod
    def of(cls, partial: Partial) -> "Delta":
        """A sentence as it is heard."""
        return cls(message_id=partial.message, text=partial.text, index=partial.index)


class TypingFrame(Document):
    """We are reading or writing, or have stopped."""

    type: Literal["typing"] = "typing"
    on: bool


class PhaseFrame(Document):
    """The conversation is open, held by a person, closed or stopped now."""

    type: Literal["phase"] = "phase"
    phase: Phase


class ChoicesFrame(Document):
    """The visitor may choose one of these, by sending its words, until something else is said."""

    type: Literal["choices"] = "choices"
    choices: list[str]


class Pong(Document):
    """It is."""

    type: Literal["pong"] = "pong"


class ErrorFrame(Document):
    """Something sent was not taken; with a `client_id`, that message is not on record."""

    type: Literal["error"] = "error"
    code: str
    message: str
    client_id: str | None = None
    retry_after: int | None = None


FrameOut: TypeAlias = (
    Ready | MessageFrame | Ack | Delta | TypingFrame | PhaseFrame | ChoicesFrame | Pong | ErrorFrame
)
