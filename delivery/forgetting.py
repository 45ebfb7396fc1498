"""How do lists forget somebody? By what we know them by there: one call, which may be repeated."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from agent.erasing import KeptKind
from agent.errors import Unavailable
from agent.ledger import Line
from delivery.calls import Call, Refused
from delivery.connection import Connection
from delivery.constant_contact import ConstantContact
from delivery.mailchimp import Mailchimp

Forgetful: TypeAlias = Mailchimp | ConstantContact
"""The systems that keep people for us, and can be told to forget them."""


class ListEraser:
    """agent.erasing.Eraser for members of lists; which system is the kind of what is kept."""

    def __init__(self, connections: Iterable[Connection]) -> None:
        self._known: Mapping[str, tuple[Connection, Forgetful]] = {
            system.name: (one, system)
            for one in connections
            if isinstance(system := one.system, Mailchimp | ConstantContact)
        }

    async def erase(self, kind: KeptKind, sid: str) -> None:
        """See Eraser."""
        if kind not in self._known:
            raise Unavailable(f"{kind} is not configured any more: set it, or delete {sid} there")
        connection, system = self._known[kind]
        try:
            await connection.ask(system.forget(sid), _Unwritten())
        except Refused as refused:
            raise Unavailable(f"{kind}: {refused.outcome.why}") from refused


class _Unwritten:
    """delivery.connection.Journal: of somebody who is erased nothing is written down."""

    async def sending(self, call: Call) -> None:
        """See Journal."""
        del call

    async def told(self, line: Line, *, refused: bool) -> None:
        """See Journal."""
        del line, refused
