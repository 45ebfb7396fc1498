"""How do lists forget somebody? By what we know them by there: one call, which may be repeated."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from agent.erasing import ListKind
from agent.errors import Unavailable
from agent.ledger import Line
from delivery.calls import Call, Refused
from delivery.connection import Connection
from delivery.constant_contact import ConstantContact
from delivery.mailchimp import Mailchimp

Forgetful: TypeAlias = Mailchimp | ConstantContact
"""The systems that keep people for us, and can be told to forget them."""


class Lists:
    """agent.erasing.Forgetting, at the lists that are configured."""

    def __init__(self, connections: Iterable[Connection]) -> None:
        self._known: Mapping[str, tuple[Connection, Forgetful]] = {
            system.name: (one, system)
            for one in connections
            if isinstance(system := one.system, Mailchimp | ConstantContact)
        }

    async def forget(self, system: ListKind, member: str) -> None:
        """See Forgetting."""
        if system not in self._known:
            raise Unavailable(f"{system} is not configured any more: set it, or delete them there")
        connection, made = self._known[system]
        try:
            await connection.ask(made.forget(member), _Unwritten())
        except Refused as refused:
            raise Unavailable(f"{system}: {refused.outcome.why}") from refused


class _Unwritten:
    """delivery.connection.Journal: of somebody who is erased nothing is written down."""

    async def sending(self, call: Call) -> None:
        """See Journal."""
        del call

    async def told(self, line: Line, *, refused: bool) -> None:
        """See Journal."""
        del line, refused
