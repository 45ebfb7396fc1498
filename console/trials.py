"""Does it arrive, and what would be sent? Tests that leave, and requests that do not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from agent.ledger import Record
from agent.outbox import Event, Owner, Parcel
from agent.reminding import Notes
from agent.texting import Note
from console.access import Person
from console.fates import Fate, fate_of
from console.places import Places
from console.sample_lead import NURTURE, Payloads, sample_parcel
from console.translations import Tongue
from delivery.alerting import Alerting
from delivery.base import Place
from delivery.dry_run import rehearse, rehearse_webhook
from delivery.lead import Lead
from delivery.message_dry_run import rehearse_message
from delivery.slack import Slack
from delivery.trials import Trial, slack_trial, webhook_trial
from delivery.webhook import Webhook
from storage.sent_notes import SentNotes
from storage.teams import Teams


@dataclass(frozen=True, slots=True)
class Trials:
    """What the page of systems tries with."""

    places: Places
    payloads: Payloads
    notes: Notes | None
    """None where no text can be sent."""
    sender: str
    """What texts come from."""
    sent: SentNotes
    teams: Teams

    @property
    def ways(self) -> Mapping[str, Trial]:
        """Where a test can be sent, by system."""
        found = dict[str, Trial]()
        for one in self.places.connections:
            if isinstance(one.system, Slack):
                found[one.system.name] = slack_trial(one, one.system)
        for place in self.places.places:
            if isinstance(place, Webhook):
                found[place.system] = webhook_trial(place)
        return found

    @property
    def channel(self) -> str:
        """Where Slack is told; empty where it is not configured."""
        systems = (one.system for one in self.places.connections)
        return next((one.channel for one in systems if isinstance(one, Slack)), "")

    async def number(self, person: Person) -> str:
        """Their own, as the plan of teams has it; empty where there is none."""
        version = await self.teams.current()
        people = version.plan.people if version is not None else ()
        email = person.email.casefold()
        return next((one.phone or "" for one in people if one.email.casefold() == email), "")

    async def text(self, number: str, body: str, at: datetime) -> str:
        """Have a text sent to one of our own; what it is asked about by afterwards."""
        identity = uuid4().hex
        if self.notes is not None:
            await self.notes.tell(Note(_note(identity), number, self.sender, body), at)
        return identity

    async def fate(self, identity: str) -> Fate | None:
        """How that text fares; None where there is none."""
        return fate_of(await self.sent.of(_note(identity)))

    async def shown(
        self, system: str, person: Person, tongue: Tongue, at: datetime
    ) -> tuple[str, ...]:
        """What a system would be sent of a made-up lead. Raises delivery.calls.Refused."""
        place = next(one for one in self.places.places if one.system == system)
        wanted = self.places.wants.get(system, frozenset[Event]())
        event: Event = NURTURE if NURTURE in wanted else "lead.qualified"
        owner = Owner(
            person.id,
            person.name or person.email,
            person.email,
            await self.number(person) or None,
            tongue,
        )
        parcel = sample_parcel(self.payloads, system, event, owner, at)
        return tuple(self._rehearsed(place, parcel, at))

    def _rehearsed(self, place: Place, parcel: Parcel, at: datetime) -> Iterator[str]:
        connection = self.places.connection(place.system)
        if connection is not None:
            lead = Lead.of(parcel)
            for one in rehearse(connection.system, lead, Record(lead.revision)):
                yield one.text()
        elif isinstance(place, Webhook):
            yield rehearse_webhook(place, parcel, at).text()
        elif isinstance(place, Alerting):
            yield rehearse_message(place.messenger, parcel)


def _note(identity: str) -> str:
    return f"test:{identity}"
