"""storage.widgets, storage.widget_guests and what stands beside them, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agent.errors import Unavailable
from agent.widget import DEFAULT, Identity, Office, OtherPerson, Widget
from qualification.findings import Finding
from qualification.values import ContactKind, Json


@dataclass
class FakeWidgets:
    """The chats that are set up, and all that visitors leave."""

    widgets: dict[str, Widget] = field(default_factory=lambda: {DEFAULT: Widget()})
    known_secrets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    identities: dict[str, tuple[str, Identity]] = field(default_factory=dict)
    attributes: dict[str, Mapping[str, Json]] = field(default_factory=dict)
    agreements: list[tuple[str, str, str | None]] = field(default_factory=list)
    ratings: dict[str, tuple[int, str]] = field(default_factory=dict)
    introduced: list[tuple[str, Mapping[ContactKind, str], tuple[Finding, ...]]] = field(
        default_factory=list
    )
    letters: list[str] = field(default_factory=list)
    mail_works: bool = True
    now: Office = field(default_factory=lambda: Office(open=True))

    def put(self, widget: Widget) -> None:
        """It is set up so."""
        self.widgets[widget.key] = widget

    # agent.widget.Widgets

    async def get(self, key: str) -> Widget | None:
        return self.widgets.get(key)

    async def secrets(self, key: str) -> tuple[str, ...]:
        return self.known_secrets.get(key, ())

    # agent.widget.Guests

    async def identify(self, conversation: str, widget: str, identity: Identity) -> None:
        known = self.identities.get(conversation)
        if known is not None and (known[0], known[1].subject) != (widget, identity.subject):
            raise OtherPerson(conversation)
        self.identities[conversation] = widget, identity

    async def conversation_of(self, widget: str, subject: str) -> str | None:
        theirs = [
            conversation
            for conversation, (on, who) in self.identities.items()
            if (on, who.subject) == (widget, subject)
        ]
        return theirs[-1] if theirs else None

    async def describe(self, conversation: str, attributes: Mapping[str, Json]) -> None:
        self.attributes[conversation] = attributes

    async def agree(self, conversation: str, words: str, page: str | None) -> None:
        self.agreements.append((conversation, words, page))

    async def rate(self, conversation: str, stars: int, comment: str) -> None:
        self.ratings[conversation] = stars, comment

    # agent.widget.Introductions

    async def introduce(
        self,
        conversation: str,
        contact: Mapping[ContactKind, str],
        findings: tuple[Finding, ...] = (),
    ) -> None:
        self.introduced.append((conversation, contact, findings))

    # agent.widget.OfficeHours

    async def office(self) -> Office:
        return self.now

    # agent.widget.Post

    async def send_transcript(self, conversation: str) -> None:
        if not self.mail_works:
            raise Unavailable("the database is away")
        self.letters.append(conversation)
