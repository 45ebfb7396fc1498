"""Where are leads delivered to? The places that are configured, each with its connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import httpx

from agent.enrichment import Provider
from agent.grants import Grants
from agent.ledger import Ledger
from agent.outbox import Event
from agent.ports import Clock
from agent.reminding import Notes
from agent.routing import AcceptLinks, Owners
from console.settings import Settings
from delivery.alerting import Alerting
from delivery.base import Place
from delivery.connection import Connection
from delivery.constant_contact import ConstantContact
from delivery.email import Email
from delivery.google_analytics import GoogleAnalytics
from delivery.hubspot import HubSpot
from delivery.hubspot_lookups import HubSpotPeople
from delivery.lookups import CrmContacts, CrmOwners, People
from delivery.mailchimp import Mailchimp
from delivery.salesforce import Salesforce
from delivery.salesforce_lookups import SalesforcePeople
from delivery.sending import Sending
from delivery.sugarcrm import SugarCrm
from delivery.sugarcrm_lookups import SugarCrmPeople
from delivery.system import System
from delivery.text_alert import TextAlert
from delivery.webhook import Webhook
from delivery.zoho import Zoho
from delivery.zoho_lookups import ZohoPeople
from storage.jobs import Lane


@dataclass(frozen=True, slots=True)
class Places:
    """Everything that is delivered to."""

    places: tuple[Place, ...]
    connections: tuple[Connection, ...]
    """Those reached by steps."""

    @property
    def systems(self) -> tuple[str, ...]:
        """A hand-over makes a parcel for each."""
        return tuple(place.system for place in self.places)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Each waits in a queue of its own: a slow one holds no other. Of what is reached by steps
        no more goes on at once in all processes together than one process may have under way: each
        keeps to the system's pace for itself, and ten of them would be ten times as fast.
        """
        at_once = {one.system.name: one.system.pace.at_once for one in self.connections}
        return tuple(Lane(name, at_once=at_once.get(name)) for name in self.systems)

    @property
    def wants(self) -> Mapping[str, frozenset[Event]]:
        """Which events a system gets, where that is not what sales gets."""
        found = dict[str, frozenset[Event]]()
        for one in self.connections:
            match one.system:
                case Mailchimp() | ConstantContact() | GoogleAnalytics() as system:
                    found[system.name] = system.wants
        return found

    def connection(self, system: str) -> Connection | None:
        """One of them, if it is configured."""
        return next((one for one in self.connections if one.system.name == system), None)


def systems(settings: Settings) -> Sequence[System]:
    """The CRMs and lists that are configured and reached by steps."""
    found: tuple[System | None, ...] = (
        settings.hubspot(),
        settings.salesforce(),
        settings.zoho(),
        settings.sugarcrm(),
        settings.mailchimp(),
        settings.constant_contact(),
        settings.google_analytics(),
    )
    return [one for one in found if one is not None]


def places(
    settings: Settings,
    client: httpx.AsyncClient,
    ledger: Ledger,
    grants: Grants,
    clock: Clock,
    links: AcceptLinks,
    notes: Notes,
) -> Places:
    """All that is configured."""
    told = settings.slack(links)
    reached = (*systems(settings), *([told] if told is not None else []))
    connections = tuple(Connection(one, client, grants, clock) for one in reached)
    found: list[Place] = []
    if settings.webhook_url:
        secret = settings.webhook_secret.get_secret_value()
        found.append(Webhook(settings.webhook_url, secret, client, clock))
    found += [Sending(one, ledger, clock) for one in connections]
    found += _alerts(settings, ledger, clock, links, notes)
    return Places(tuple(found), connections)


def _alerts(
    settings: Settings, ledger: Ledger, clock: Clock, links: AcceptLinks, notes: Notes
) -> list[Place]:
    """The ways in which salespeople are told of a lead."""
    found: list[Place] = []
    server, sender = settings.mail_server(), settings.sms_sender
    if server is not None:
        found.append(Alerting(Email(server, links), ledger, clock))
    if settings.sms_alerts:
        found.append(Alerting(TextAlert(notes, links, sender, clock), ledger, clock))
    return found


def owners(configured: Places) -> list[Owners]:
    """The CRMs that know whose a person is."""
    return [CrmOwners(people, one) for people, one in _asked(configured)]


def contacts(configured: Places) -> list[Provider]:
    """The CRMs that know who a person is."""
    return [CrmContacts(people, one) for people, one in _asked(configured)]


def _asked(configured: Places) -> list[tuple[People, Connection]]:
    found = [(_people(one.system), one) for one in configured.connections]
    return [(people, one) for people, one in found if people is not None]


def _people(system: System) -> People | None:
    """The look-ups of a system, if it has any."""
    match system:
        case HubSpot():
            return HubSpotPeople(system)
        case Salesforce():
            return SalesforcePeople(system)
        case Zoho():
            return ZohoPeople(system)
        case SugarCrm():
            return SugarCrmPeople(system)
        case _:
            return None
