"""What do the commands work with? app.py supplies it; what goes wrong is Trouble."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

import typer
from rich.console import Console

from agent.conductor import Conductor
from agent.erasing import Erasing
from qualification.script import Script
from storage.audit import Audit
from storage.erasures import StoredErasures
from storage.exports import Exports
from storage.people import People
from storage.scripts import Scripts
from storage.users import Users

screen = Console()
errors = Console(stderr=True)


class Trouble(Exception):
    """Something that the person at the terminal must put right: the text says what."""


class Desk(Protocol):
    """The parts that commands use."""

    @property
    def scripts(self) -> Scripts: ...

    @property
    def users(self) -> Users: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def people(self) -> People: ...

    @property
    def exports(self) -> Exports: ...

    @property
    def erasures(self) -> StoredErasures: ...

    @property
    def erasing(self) -> Erasing: ...


class Wiring(Protocol):
    """What app.py supplies. Every method raises Trouble for settings that cannot be used."""

    script_folder: Path

    def serve(self) -> None:
        """Serve until told to stop."""
        ...

    async def work(self) -> None:
        """Do jobs until told to stop."""
        ...

    def migrate(self) -> None:
        """Bring the database up to date."""
        ...

    def desk(self) -> AbstractAsyncContextManager[Desk]:
        """The parts, on the configured database."""
        ...

    def rehearse(self, script: Script) -> AbstractAsyncContextManager[Conductor]:
        """A conductor that keeps nothing."""
        ...


def wiring_of(context: typer.Context) -> Wiring:
    """What app.py supplied to the command that runs."""
    wiring: Wiring = context.obj
    return wiring
