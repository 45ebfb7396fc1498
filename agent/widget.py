"""What is the chat on a web site? How each site's is set up, who its visitors say they are, and who
keeps that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

from agent.errors import AgentError
from qualification.findings import Finding
from qualification.values import ContactKind, Json, Language

Side = Literal["right", "left"]
Theme = Literal["auto", "light", "dark"]
Hours = Literal["team", "always"]
DEFAULT = "default"
"""The key of the chat that a page without a key gets."""
COLOUR = "#0b6355"
GRACE = timedelta(days=1)
"""So long the secret before the newest one is good: the site's server is given the new one
meanwhile.
"""


@dataclass(frozen=True, slots=True)
class FormField:
    """What is asked for before the chat begins."""

    kind: ContactKind
    required: bool = False


@dataclass(frozen=True, slots=True)
class Widget:
    """The chat of one web site."""

    key: str = DEFAULT
    name: str = ""
    """What our own people call it."""
    sites: tuple[str, ...] = ()
    """The origins that may embed it; all may where there is none."""
    script: str = ""
    """Empty: it is chosen by the page, or by what the visitor writes."""
    language: Language | None = None
    """None: the page's own, or the browser's."""
    colour: str = COLOUR
    side: Side = "right"
    theme: Theme = "auto"
    launcher: Mapping[Language, str] = field(default_factory=dict)
    """The words on the button; without any it is a picture."""
    away: Mapping[Language, str] = field(default_factory=dict)
    """What is said while nobody of the team is there; our own words where there are none."""
    hours: Hours = "always"
    """Whether it is told when people are there: `team` takes the hours of the teams."""
    reply_minutes: int | None = None
    """How soon a person usually answers."""
    fields: tuple[FormField, ...] = ()
    """Asked for before the chat begins, of who is not known yet."""
    consent: Mapping[Language, str] = field(default_factory=dict)
    """What has to be agreed to before the chat begins."""
    identified_only: bool = False
    """Only for visitors whom the site vouches for."""

    def asks_first(self) -> bool:
        """Whether there is a form before the chat."""
        return bool(self.fields or self.consent)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a visitor is, in the words of the site that has signed them in."""

    subject: str
    """The site's own id of them."""
    contact: Mapping[ContactKind, str] = field(default_factory=dict)
    attributes: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Office:
    """Whether people are there."""

    open: bool
    opens: datetime | None = None
    """When they are again; None where they are now, or nobody knows."""


class OtherPerson(AgentError):
    """The conversation belongs to somebody else: begin a new one."""


class Widgets(Protocol):
    """Keeps how the chats are set up."""

    async def get(self, key: str) -> Widget | None: ...

    async def secrets(self, key: str) -> tuple[str, ...]:
        """By which of these the site may vouch for its visitors, newest first."""
        ...


class Guests(Protocol):
    """Keeps what is known of the visitors of a chat beside what they say."""

    async def identify(self, conversation: str, widget: str, identity: Identity) -> None:
        """The site vouches for them. Raises UnknownConversation, and OtherPerson where it has
        vouched for somebody else.
        """
        ...

    async def conversation_of(self, widget: str, subject: str) -> str | None:
        """Their newest conversation."""
        ...

    async def describe(self, conversation: str, attributes: Mapping[str, Json]) -> None:
        """What the page says of them: nobody vouches for it."""
        ...

    async def agree(self, conversation: str, words: str, page: str | None) -> None:
        """They have agreed to these words."""
        ...

    async def rate(self, conversation: str, stars: int, comment: str) -> None:
        """How it was for them; the last word counts."""
        ...


class Introductions(Protocol):
    """Adds to a conversation what was told of its visitor outside of it."""

    async def introduce(
        self,
        conversation: str,
        contact: Mapping[ContactKind, str],
        findings: tuple[Finding, ...] = (),
    ) -> None:
        """Raises UnknownConversation, and Unavailable where it is too busy for now."""
        ...


class OfficeHours(Protocol):
    """When people are there."""

    async def office(self) -> Office: ...


class Post(Protocol):
    """Sends a visitor what was said."""

    async def send_transcript(self, conversation: str) -> None:
        """To the address that the conversation knows, as soon as the mail server takes it. Raises
        Unavailable where that cannot be seen to now.
        """
        ...
