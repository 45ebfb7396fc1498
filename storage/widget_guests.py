"""What do visitors of the chat leave beside their words? Who the site says they are, what they
agreed to, and how it was for them.
"""

import json
from collections.abc import Callable, Mapping

from sqlalchemy import Connection, bindparam, insert, select

from agent.errors import UnknownConversation
from agent.ports import Clock
from agent.widget import Identity, OtherPerson
from qualification.values import Json
from storage.database import Database
from storage.suppressions import inserting
from storage.tables import ConversationRow
from storage.widget_tables import ChatConsentRow, ChatRatingRow, GuestRow

_THERE = select(ConversationRow.id).where(ConversationRow.id == bindparam("of"))
_WHO = select(GuestRow.widget, GuestRow.subject).where(GuestRow.conversation == bindparam("of"))
_NEWEST = (
    select(GuestRow.conversation)
    .where(GuestRow.widget == bindparam("on"), GuestRow.subject == bindparam("who"))
    .order_by(GuestRow.at.desc())
    .limit(1)
)
_AGREED = insert(ChatConsentRow)
_KNOWN = select(GuestRow.subject, GuestRow.verified, GuestRow.attributes).where(
    GuestRow.conversation == bindparam("of")
)
_RATING = select(ChatRatingRow.stars, ChatRatingRow.comment).where(
    ChatRatingRow.conversation == bindparam("of")
)


class StoredGuests:
    """agent.widget.Guests over the database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def identify(self, conversation: str, widget: str, identity: Identity) -> None:
        """The site vouches for them; for another one it cannot vouch in the same conversation."""
        told: dict[str, Json] = {**identity.attributes, **dict(identity.contact.items())}
        row = {
            "widget": widget,
            "subject": identity.subject,
            "verified": json.dumps(told, sort_keys=True),
            "at": self._clock.now(),
        }

        def work(connection: Connection) -> None:
            known = connection.execute(_WHO, {"of": conversation}).first()
            theirs = (widget, identity.subject)
            if known is not None and known.subject is not None and tuple(known) != theirs:
                raise OtherPerson(conversation)
            _put(connection, conversation, row)

        await self._write(conversation, work)

    async def conversation_of(self, widget: str, subject: str) -> str | None:
        """Their newest conversation."""
        asked = {"on": widget, "who": subject}
        return await self._database.read(
            lambda connection: connection.execute(_NEWEST, asked).scalar()
        )

    async def describe(self, conversation: str, attributes: Mapping[str, Json]) -> None:
        """What the page says of them: nobody vouches for it."""
        written = json.dumps(dict(attributes), sort_keys=True)
        row = {"attributes": written, "at": self._clock.now()}
        await self._write(conversation, lambda connection: _put(connection, conversation, row))

    async def agree(self, conversation: str, words: str, page: str | None) -> None:
        """They have agreed to these words."""
        at = self._clock.now()
        row = {"conversation": conversation, "words": words, "page": page, "at": at}
        await self._write(conversation, lambda connection: connection.execute(_AGREED, row))

    async def rate(self, conversation: str, stars: int, comment: str) -> None:
        """How it was for them; the last word counts."""
        row = {"stars": stars, "comment": comment, "at": self._clock.now()}

        def work(connection: Connection) -> None:
            new = inserting(connection, ChatRatingRow).values(conversation=conversation, **row)
            connection.execute(new.on_conflict_do_update(index_elements=["conversation"], set_=row))

        await self._write(conversation, work)

    async def known(
        self, conversation: str
    ) -> tuple[str | None, Mapping[str, Json], Mapping[str, Json]]:
        """Their id at the site, what it vouches for, and what the page told without."""
        row = await self._database.read_loosely(
            lambda connection: connection.execute(_KNOWN, {"of": conversation}).first()
        )
        if row is None:
            return None, {}, {}
        return row.subject, json.loads(row.verified or "{}"), json.loads(row.attributes or "{}")

    async def rating(self, conversation: str) -> tuple[int, str] | None:
        """The stars they gave, and their comment."""
        row = await self._database.read_loosely(
            lambda connection: connection.execute(_RATING, {"of": conversation}).first()
        )
        return None if row is None else (row.stars, row.comment)

    async def _write(self, conversation: str, change: Callable[[Connection], object]) -> None:
        def work(connection: Connection) -> None:
            if connection.execute(_THERE, {"of": conversation}).scalar() is None:
                raise UnknownConversation(conversation)
            change(connection)

        await self._database.write(work)


def _put(connection: Connection, conversation: str, row: Mapping[str, object]) -> None:
    new = inserting(connection, GuestRow).values(conversation=conversation, **row)
    connection.execute(new.on_conflict_do_update(index_elements=["conversation"], set_=dict(row)))
