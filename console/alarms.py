"""Who is told that a system takes no leads any more? Every admin, once, by e-mail."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from agent.outbox import Failed, Outcome, Owner, Remedy, RetryAt
from agent.ports import Clock
from agent.reminding import Letter, Mailbox
from console.mending import mending
from console.translations import N_, Words
from storage.standstills import Standstill
from storage.users import User

AGAIN = timedelta(minutes=5)
"""After so long a mail server that was away is tried again."""
PAGE = "/console/settings/systems"
SUBJECT = N_("%(system)s takes no leads")
SINCE = N_("%(system)s has refused leads since %(moment)s (UTC): %(why)s")
SILENT = N_("%(system)s has taken no leads since %(moment)s (UTC): %(why)s")
TO_DO = N_("What to do: %(mend)s")
WAIT = N_("Leads wait meanwhile, and go out by themselves once it works.")
THEN: Mapping[Remedy, str] = {
    "down": WAIT,
    "sign_in": WAIT,
    "fix_configuration": N_("Then send again what was given up; this page has the button:"),
}

_LOG = logging.getLogger(__name__)


class Known(Protocol):
    """storage.standstills.Standstills, as far as it is needed here."""

    async def now(self) -> tuple[Standstill, ...]: ...

    async def told(self, system: str, at: datetime) -> None: ...


class People(Protocol):
    """storage.users.Users, as far as it is needed here."""

    async def all(self) -> tuple[User, ...]: ...


@dataclass(frozen=True, slots=True)
class Alarms:
    """Tells them; the handler of jobs of the kind `standstill`."""

    standstills: Known
    people: People
    mailbox: Mailbox | None
    """None where no mail server is configured: the log and the page of systems say it."""
    address: str
    clock: Clock

    async def tell(self, system: str) -> datetime | None:
        """Make one attempt; when to make the next, if there is to be one. What is over, or was told
        already, is told to nobody.
        """
        found = next((one for one in await self.standstills.now() if one.system == system), None)
        if found is None or (found.told_at is not None and found.told_at >= found.since):
            return None
        _LOG.error("%s takes no leads (%s): %s", system, found.remedy, found.why)
        outcomes = await self._send(found)
        if any(isinstance(one, RetryAt) for one in outcomes):
            return self.clock.now() + AGAIN
        for one in outcomes:
            if isinstance(one, Failed):
                _LOG.error("An admin cannot be told by e-mail: %s", one.why)
        await self.standstills.told(system, self.clock.now())
        return None

    async def _send(self, found: Standstill) -> list[Outcome]:
        if self.mailbox is None:
            return []
        admins = [one for one in await self.people.all() if one.active and one.role == "admin"]
        return [await self.mailbox.send(self._letter(found, one)) for one in admins]

    def _letter(self, found: Standstill, to: User) -> Letter:
        """The same at each attempt: a mailbox shows it once."""
        words = Words(to.language or "en")
        said = {
            "system": found.system,
            "moment": words.moment(found.since),
            "why": found.why,
            "mend": words.text(mending(found.system, found.remedy)),
        }
        since = SILENT if found.remedy == "down" else SINCE
        lines = (words.text(since) % said, words.text(TO_DO) % said, words.text(THEN[found.remedy]))
        began = f"{found.since:%Y%m%d%H%M%S}"
        thread = f"standstill.{found.system}.{began}"
        return Letter(
            id=f"{thread}.{to.id}",
            thread=thread,
            to=Owner(id=to.id, name=to.name, email=to.email),
            subject=words.text(SUBJECT) % said,
            text="\n\n".join((*lines, f"{self.address}{PAGE}")),
            at=found.since,
        )
