"""Who is this person to us? Their numbers and e-mails, and the conversations that these lead to.

One address leads to the conversations held over it or in which it was given, and these to the other
addresses given there. That reaches everything of one person; it may reach further, where two people
gave the same address. So each conversation says how it was found, and `alone` stops at the first.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import phonenumbers
from sqlalchemy import ColumnElement, Connection, Row, bindparam, or_, select

from agent.acquaintance import Acquaintance, Earlier, recall
from agent.conductor import NOTHING_KNOWN
from agent.ports import Clock
from qualification.values import Contact
from storage.database import Database
from storage.documents import dialogue_from, value_from
from storage.inbox_tables import InboxLineRow
from storage.scripts import Scripts
from storage.tables import AnswerRow, ConversationRow, ScriptVersionRow

AddressKind = Literal["phone", "email"]
How = Literal["named", "wrote", "called", "gave", "together"]
"""Their conversation was named outright; they wrote or called from the address; they gave it;
somebody of ours put it together with one of theirs.
"""
BY_NUMBER = ("sms", "whatsapp", "voice")
"""The channels whose addresses are telephone numbers."""
MOST_BESIDE = 10
"""So many of the newest are shown beside a conversation, for each of its addresses."""
MOST_EARLIER = 20
"""So many of the newest conversations are looked at for what they bring into a new one."""


@dataclass(frozen=True, slots=True)
class Address:
    """A telephone number in E.164, or an e-mail in lower case."""

    kind: AddressKind
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation of a person, and how it was found."""

    id: str
    channel: str
    script: str
    how: How
    over: Address | None
    """None where the conversation itself was named, or put together with another."""
    began: datetime
    last: datetime
    messages: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as far as the record shows."""

    addresses: tuple[Address, ...]
    conversations: tuple[Found, ...]


def address_of(text: str) -> Address | None:
    """The address that somebody wrote: a number with its country's prefix, or an e-mail."""
    text = text.strip().removeprefix("whatsapp:")
    if "@" in text:
        return Address("email", text.lower())
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        return None
    return Address("phone", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


_CONVERSATIONS = select(
    ConversationRow.id,
    ConversationRow.channel,
    ConversationRow.address,
    ConversationRow.contact_phone,
    ConversationRow.contact_email,
    ScriptVersionRow.key.label("script"),
    ConversationRow.created_at,
    ConversationRow.updated_at,
    ConversationRow.last_seq,
).join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
_ITSELF = _CONVERSATIONS.where(ConversationRow.id == bindparam("conversation"))
_HELD_OVER: ColumnElement[bool] = ConversationRow.channel.in_(BY_NUMBER) & (
    ConversationRow.address == bindparam("address")
)
_WITH_PHONE = or_(_HELD_OVER, ConversationRow.contact_phone == bindparam("address"))
_OVER: dict[AddressKind, ColumnElement[bool]] = {
    "phone": _WITH_PHONE,
    "email": ConversationRow.contact_email == bindparam("address"),
}
_BESIDE = {
    kind: _CONVERSATIONS.where(over, ConversationRow.id != bindparam("conversation"))
    .order_by(ConversationRow.updated_at.desc())
    .limit(MOST_BESIDE)
    for kind, over in _OVER.items()
}
_PUT_TOGETHER = select(InboxLineRow.conversation, InboxLineRow.merged_into).where(
    or_(
        InboxLineRow.merged_into == bindparam("conversation"),
        InboxLineRow.conversation == bindparam("conversation"),
    ),
    InboxLineRow.merged_into.is_not(None),
)
_AMONG_THESE = ConversationRow.id.in_(bindparam("conversations", expanding=True))
_THESE = _CONVERSATIONS.where(_AMONG_THESE)
_OTHERS = {
    kind: select(ConversationRow.id).where(~_AMONG_THESE, over).limit(1)
    for kind, over in _OVER.items()
}
_GIVEN = select(AnswerRow.conversation, AnswerRow.value).where(
    AnswerRow.key == bindparam("kind"), AnswerRow.value.contains(bindparam("part"))
)
"""Also what was corrected since. It reads every answer: for commands, never for a turn."""
_GIVEN_IN = select(AnswerRow.value).where(
    AnswerRow.conversation == bindparam("conversation"), AnswerRow.key.in_(("phone", "email"))
)
_EARLIER = (
    select(
        ScriptVersionRow.key.label("script"),
        ConversationRow.dialogue,
        ConversationRow.handover,
        ConversationRow.updated_at,
    )
    .join(ScriptVersionRow, ScriptVersionRow.id == ConversationRow.script_version)
    .where(_WITH_PHONE)
    .order_by(ConversationRow.updated_at.desc())
    .limit(MOST_EARLIER)
)


class People:
    """Finds the conversations of a person; agent.acquaintance.Acquaintances over the database."""

    def __init__(self, database: Database, scripts: Scripts, clock: Clock) -> None:
        self._database = database
        self._scripts = scripts
        self._clock = clock

    async def find(self, who: Address | str, *, alone: bool = False) -> Person:
        """A person by an address or by the id of one of their conversations; `alone`: only what
        names this very one.
        """
        return await self._database.read(lambda connection: _find(connection, who, alone=alone))

    async def only(self, person: Person, conversations: Collection[str]) -> Person:
        """So much of a person: these of their conversations, with the addresses that lead to no
        other one.
        """
        chosen = tuple(one for one in person.conversations if one.id in conversations)
        if len(chosen) == len(person.conversations):
            return person
        ids = [one.id for one in chosen]
        known = await self._database.read(lambda connection: known_only_from(connection, ids))
        return Person(tuple(one for one in person.addresses if one.value in known), chosen)

    async def meet(self, number: str, script_key: str, *, proven: bool) -> Acquaintance:
        """What a new conversation with a number begins with."""
        published = await self._scripts.current(script_key)
        if published is None:
            return Acquaintance(NOTHING_KNOWN)
        rows = await self._database.read(
            lambda connection: connection.execute(_EARLIER, {"address": number}).all()
        )
        earlier = [
            Earlier(row.script, dialogue_from(row.dialogue), row.handover, row.updated_at)
            for row in rows
        ]
        return recall(published.script, number, earlier, self._clock.now(), proven=proven)


def beside(connection: Connection, conversation: str) -> tuple[Found, ...]:
    """The newest other conversations of who may be the same person, by what is known by now."""
    found: dict[str, Found] = {}
    for row in connection.execute(_ITSELF, {"conversation": conversation}).all():
        for one in _own_addresses(row):
            wanted = {"conversation": conversation, "address": one.value}
            for other in connection.execute(_BESIDE[one.kind], wanted).all():
                found.setdefault(other.id, _found(other, _how(other, one), one))
    return tuple(sorted(found.values(), key=lambda one: one.last, reverse=True))


def known_only_from(connection: Connection, conversations: Sequence[str]) -> list[str]:
    """The addresses that no other conversation leads to."""
    these = {"conversations": list(conversations)}
    found = dict.fromkeys(
        address
        for row in connection.execute(_THESE, these).all()
        for address in _addresses(connection, row)
    )
    return [
        one.value
        for one in found
        if connection.execute(_OTHERS[one.kind], {**these, "address": one.value}).first() is None
    ]


def _find(connection: Connection, who: Address | str, *, alone: bool) -> Person:
    found: dict[str, Found] = {}
    addresses: list[Address] = []

    def take(row: "_Conversation", how: How, over: Address | None) -> None:
        if row.id in found:
            return
        found[row.id] = _found(row, how, over)
        if alone:
            return
        addresses.extend(one for one in _addresses(connection, row) if one not in addresses)
        for other in _together(connection, row.id):
            take(other, "together", None)

    if isinstance(who, Address):
        addresses.append(who)
    else:
        for row in connection.execute(_ITSELF, {"conversation": who}).all():
            take(row, "named", None)
    for address in addresses:  # it grows meanwhile
        for row in _over(connection, address):
            take(row, _how(row, address), address)
    by_age = sorted(found.values(), key=lambda one: one.began)
    return Person(tuple(addresses), tuple(by_age))


def _together(connection: Connection, conversation: str) -> Iterator["_Conversation"]:
    """The conversations that somebody of ours put together with one."""
    pairs = connection.execute(_PUT_TOGETHER, {"conversation": conversation}).all()
    for other in {of for pair in pairs for of in pair} - {conversation}:
        yield from connection.execute(_ITSELF, {"conversation": other}).all()


def _over(connection: Connection, address: Address) -> Iterator["_Conversation"]:
    """The conversations that an address leads to."""
    over = _CONVERSATIONS.where(_OVER[address.kind])
    yield from connection.execute(over, {"address": address.value}).all()
    wanted = {"kind": address.kind, "part": address.value}
    for conversation, value in connection.execute(_GIVEN, wanted).all():
        if _contact(value) == address:
            yield from connection.execute(_ITSELF, {"conversation": conversation}).all()


def _addresses(connection: Connection, row: "_Conversation") -> Iterator[Address]:
    """The addresses that a conversation leads to, each once."""
    given = connection.execute(_GIVEN_IN, {"conversation": row.id}).scalars().all()
    earlier = (one for one in map(_contact, given) if one is not None)
    yield from dict.fromkeys((*_own_addresses(row), *earlier))


def _own_addresses(row: "_Conversation") -> Iterator[Address]:
    if _by_number(row):
        yield Address("phone", row.address)
    if row.contact_phone:
        yield Address("phone", row.contact_phone)
    if row.contact_email:
        yield Address("email", row.contact_email)


def _contact(value: str) -> Address | None:
    contact = value_from(value)
    if not isinstance(contact, Contact) or contact.kind not in ("phone", "email"):
        return None
    return Address(contact.kind, contact.value)


def _by_number(row: "_Conversation") -> bool:
    return row.channel in BY_NUMBER and row.address.startswith("+")


def _how(row: "_Conversation", address: Address) -> How:
    if not (_by_number(row) and row.address == address.value):
        return "gave"
    return "called" if row.channel == "voice" else "wrote"


def _found(row: "_Conversation", how: How, over: Address | None) -> Found:
    return Found(
        id=row.id,
        channel=row.channel,
        script=row.script,
        how=how,
        over=over,
        began=row.created_at,
        last=row.updated_at,
        messages=row.last_seq,
    )


_Conversation: TypeAlias = Row[str, str, str, str | None, str | None, str, datetime, datetime, int]
