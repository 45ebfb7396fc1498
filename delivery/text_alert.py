"""How is a salesperson told by text? One SMS with who it is, what to do and a link to accept it."""

from agent.outbox import Delivered, Parcel
from agent.ports import Clock
from agent.reminding import Notes
from agent.routing import AcceptLinks
from agent.texting import Note
from delivery.alerting import Sent
from delivery.lead import Lead
from delivery.notes import told
from qualification.brief.rendering import as_sms


class TextAlert:
    """delivery.alerting.Messenger by SMS, through the texts that prospects get as well: they are
    sent, and sent again, by their own job.
    """

    system = "sms"

    def __init__(self, notes: Notes, links: AcceptLinks, sender: str, clock: Clock) -> None:
        """`sender`: a number or a messaging service of ours."""
        self._notes = notes
        self._links = links
        self._sender = sender
        self._clock = clock

    def recipient(self, lead: Lead) -> str | None:
        """The owner, if they have a telephone and want to be told by it; a mailbox of several has
        none.
        """
        owner = lead.owner
        reached = owner is not None and owner.phone and "sms" in owner.ways
        return owner.id if owner is not None and reached else None

    def note(self, parcel: Parcel, lead: Lead) -> Note:
        """The whole text; the same parcel again is the same one. Raises ValueError where nobody is
        reached so.
        """
        owner = lead.owner
        if owner is None or owner.phone is None:
            raise ValueError("who has no telephone gets no text")
        body = as_sms(*told(lead), self._links.link(lead.id, owner.id))
        return Note(f"alert:{parcel.id}", owner.phone, self._sender, body, lead.conversation)

    async def send(self, parcel: Parcel, lead: Lead) -> Sent:
        """Have it sent."""
        await self._notes.tell(self.note(parcel, lead), self._clock.now())
        return Sent(Delivered("the text is on its way"), "SMS", "texts")
