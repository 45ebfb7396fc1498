"""Which scripts are there to talk by? The port that gives the published ones."""

from collections.abc import Sequence
from typing import Protocol

from qualification.script import Script


class Published(Protocol):
    """A version of a script: its id, and what it says."""

    @property
    def id(self) -> str: ...

    @property
    def script(self) -> Script: ...


class Catalogue(Protocol):
    """The published scripts."""

    @property
    def default(self) -> str:
        """The name of the script that goes on where asking did not help; empty: a person does."""
        ...

    async def current(self, key: str) -> Published | None:
        """The newest version of a script, None when there is none of that name. The name RECEPTION
        gives the reception of those that are published now.
        """
        ...

    async def all_current(self) -> Sequence[Published]:
        """The newest version of every script, by name, without the reception."""
        ...
