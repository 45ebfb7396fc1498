"""How is somebody of ours reminded of a lead? By a text to their telephone, in their language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from agent.routing import AcceptLinks, Reminder
from agent.texting import Note
from qualification.values import Language

REMINDER: Mapping[Language, str] = {
    "es": "Un lead espera a que lo aceptes; después pasa a otra persona. {link}",
    "en": "A lead is waiting for you to accept it; then it goes to somebody else. {link}",
}


class Notes(Protocol):
    """agent.texting.Texts, as far as our own people are written to."""

    async def tell(self, note: Note, now: datetime) -> None: ...


class TextReminders:
    """agent.routing.Reminding by SMS; who has no telephone is left alone."""

    def __init__(self, notes: Notes, links: AcceptLinks, sender: str) -> None:
        """`sender`: a number or a messaging service of ours; empty: nobody is written to."""
        self._notes = notes
        self._links = links
        self._sender = sender

    async def remind(self, reminder: Reminder, now: datetime) -> None:
        """Tell them once."""
        phone = reminder.owner.phone
        if not self._sender or phone is None:
            return
        link = self._links.link(reminder.handover, reminder.owner.id)
        body = REMINDER[reminder.language].format(link=link)
        key = f"remind:{reminder.assignment}"
        await self._notes.tell(Note(key, phone, self._sender, body, reminder.conversation), now)
