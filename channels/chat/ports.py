"""What does the web chat need from the rest? The conductor, the record, the published scripts."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from agent.conductor import Answered, Known, Opened
from agent.happenings import Listener
from agent.messages import Channel, InboundMessage, Message, Receipt
from qualification.choosing import Arrival
from qualification.script import Script
from qualification.values import Language


class Conversations(Protocol):
    """agent.conductor.Conductor, as far as a chat needs it."""

    async def open(
        self,
        channel: Channel,
        address: str,
        script_key: str | None,
        language: Language | None = None,
        source: str | None = None,
        *,
        known: Known = ...,
        arrival: Arrival = ...,
    ) -> Opened: ...

    async def receive(self, message: InboundMessage) -> Receipt: ...

    async def answer(self, receipt: Receipt) -> Answered: ...

    def expect_turn(self, conversation: str, settle: float) -> None: ...

    def hush(self, conversation: str) -> None: ...

    def tell_writing(self, conversation: str, *, on: bool) -> None: ...

    async def leave_alone(self, conversation: str, by: str) -> None: ...

    def listen(self, conversation: str) -> AbstractContextManager[Listener]: ...


class Record(Protocol):
    """What was said, from the database."""

    async def transcript_after(self, conversation: str, seq: int) -> tuple[Message, ...]:
        """The next messages, a page at most: ask again after its last one until none is left."""
        ...


class Published(Protocol):
    """A published version of a script."""

    @property
    def script(self) -> Script: ...


class Catalogue(Protocol):
    """The scripts that can be talked to."""

    async def all_current(self) -> Sequence[Published]: ...
