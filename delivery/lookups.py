"""Whom does a CRM know already? Its look-ups as the router and the profile ask them."""

from collections.abc import Generator, Mapping
from typing import Final, Protocol
from urllib.parse import urlsplit

from agent.enrichment import Answer, Subject, Told
from agent.errors import Unavailable
from agent.outbox import RetryAt
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.connection import Connection
from qualification.profile.cleaning import clean_fields
from qualification.values import ContactKind, Json

MANY = 50
"""So many companies whose website may be the one are looked at."""
DEALS = 20
"""So many of a company's deals, those changed last, are looked at."""


class People(Protocol):
    """A CRM's look-ups. Pure, like the steps of a delivery."""

    def owner_of(
        self, contact: Mapping[ContactKind, str]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        """Who has the person with these data, else an open deal of their company, else the company
        itself.
        """
        ...

    def known_of(self, subject: Subject) -> Generator[Call, Reply, Mapping[str, Json]]:
        """What it says of somebody, as fields of a profile; none where it does not know them."""
        ...


def is_of(domain: str, website: Json) -> bool:
    """Whether a website, however it is written, is at a domain: `https://www.acme.example/es` is at
    `acme.example`, and `megaacme.example` is not.
    """
    written = website.strip().lower() if isinstance(website, str) else ""
    try:
        host = urlsplit(written if "//" in written else f"//{written}").hostname or ""
    except ValueError:
        return False
    return f".{host}".endswith(f".{domain}")


class CrmOwners:
    """agent.routing.Owners."""

    def __init__(self, people: People, connection: Connection) -> None:
        self.name = connection.system.name
        self._people = people
        self._connection = connection

    async def owner_of(self, contact: Mapping[ContactKind, str]) -> ExistingOwner | None:
        """Who has the person with these data, or their company. Raises Unavailable."""
        return await self._connection.look_up(self._people.owner_of(contact))


class CrmContacts:
    """agent.enrichment.Provider: what the CRM says of a person prefills the conversation."""

    source: Final = "crm"

    def __init__(self, people: People, connection: Connection) -> None:
        self.name = connection.system.name
        self._people = people
        self._connection = connection

    async def look_up(self, subject: Subject) -> Answer:
        """What it knows of somebody."""
        try:
            return Told(
                clean_fields(await self._connection.look_up(self._people.known_of(subject)))
            )
        except Unavailable as error:
            return RetryAt(str(error))
