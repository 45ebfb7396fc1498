"""Whom does a CRM know already? Its look-ups as the router and the profile ask them."""

from collections.abc import Generator, Mapping
from typing import Final, Protocol

from agent.enrichment import Answer, Subject, Told
from agent.errors import Unavailable
from agent.outbox import RetryAt
from agent.routing import ExistingOwner
from delivery.calls import Call, Reply
from delivery.connection import Connection
from qualification.profile.cleaning import clean_fields
from qualification.values import ContactKind, Json


class People(Protocol):
    """A CRM's look-ups. Pure, like the steps of a delivery."""

    def owner_of(
        self, contact: Mapping[ContactKind, str]
    ) -> Generator[Call, Reply, ExistingOwner | None]:
        """Who has the person with these data, or their company."""
        ...

    def known_of(self, subject: Subject) -> Generator[Call, Reply, Mapping[str, Json]]:
        """What it says of somebody, as fields of a profile; none where it does not know them."""
        ...


class CrmOwners:
    """agent.routing.Owners."""

    def __init__(self, people: People, connection: Connection) -> None:
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
