"""Is each lead there once, whatever fails? Hand-overs by themselves, delivered by jobs."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from uuid import uuid4

import httpx

from agent.dialogue import Dialogue, verdict_on
from agent.messages import Opening
from bench.crm import MeasuredHubSpot
from bench.people import comer
from bench.processes import ROOT
from bench.receiver import Receiver
from delivery.base import Place
from delivery.connection import Connection
from delivery.dispatcher import Dispatcher
from delivery.hubspot import HubSpot
from delivery.sending import Sending
from delivery.signing_in import StaticToken
from delivery.system import Pace
from delivery.webhook import Webhook
from qualification.handover import Handover, make_handover
from qualification.profile.account import Account
from qualification.scoring import score
from qualification.scriptfile import parse_script
from qualification.values import ContactKind
from storage.database import Database
from storage.grants import StoredGrants
from storage.inbox import StoredInbox
from storage.jobs import DurableJobs, Kind, Lane
from storage.ledger import StoredLedger
from storage.outbox import StoredOutbox
from storage.parcels import KIND
from storage.scripts import Scripts

FASTER = 1000
"""So many times as fast runs the clock of pauses: eight hours are half a minute."""
FASTER_IN_STEPS = 300
"""What leads share is held for 90 s of that clock: this machine must not stand still for so long
between our record of a request and the request.
"""
AT_ONCE = 20
ROUNDS = 20
"""So often what was given up is sent again by hand, at most."""
SECRET = "for-measuring-on-this-machine-only!"  # noqa: S105
TEXT = (ROOT / "prompts" / "scripts" / "crm-suite.yaml").read_text(encoding="utf-8")


class FastClock:
    """agent.ports.Clock that runs faster, and knows when a moment of its own comes about."""

    def __init__(self, faster: int) -> None:
        self._faster = faster
        self._began = datetime.now(UTC)

    def now(self) -> datetime:
        return self._began + (datetime.now(UTC) - self._began) * self._faster

    def really(self, moment: datetime) -> datetime:
        """When that is, for everybody else."""
        return self._began + (moment - self._began) / self._faster

    async def sleep(self, seconds: float) -> None:
        """Wait by this clock."""
        await asyncio.sleep(seconds / self._faster)


@dataclass(frozen=True, slots=True)
class Sure:
    """What became of deliveries to a receiver that fails."""

    deliveries: int
    arrived: int
    doubled: int
    requests: int
    faults: int
    repeats: int
    """Came again, and were known by their id."""
    given_up: int
    """Failed seven times, visibly; put back by hand, as a person would."""
    seconds: float


@dataclass(frozen=True, slots=True)
class SureOfAll:
    """What became of deliveries in several steps to a CRM that fails."""

    deliveries: int
    there: dict[str, tuple[int, int]]
    """Of contacts, companies, lead records, notes, tasks: how many lack, how many are too many."""
    requests: int
    faults: int
    given_up: int
    seconds: float

    @property
    def good(self) -> bool:
        """Each lead has one of everything, and what leads share is there once."""
        return not any(map(any, self.there.values()))


Make = Callable[[Database, FastClock], Place]


async def sure(url: str, deliveries: int, failing: float, faster: int = FASTER) -> Sure:
    """To a webhook's receiver, on a migrated database."""
    receiver = Receiver(failing)
    async with receiver.listening() as address, httpx.AsyncClient() as client:

        def make(_database: Database, clock: FastClock) -> Place:
            return Webhook(address, SECRET, client, clock)

        given_up, seconds = await _deliver(url, Webhook.system, make, deliveries, faster)
    return Sure(
        deliveries=deliveries,
        arrived=len(receiver.leads),
        doubled=sum(count - 1 for count in receiver.leads.values()),
        requests=receiver.requests,
        faults=receiver.faults.total(),
        repeats=receiver.repeats,
        given_up=given_up,
        seconds=seconds,
    )


async def sure_of_all(
    url: str, deliveries: int, failing: float, faster: int = FASTER_IN_STEPS
) -> SureOfAll:
    """To HubSpot, as far as tests/fakes/hubspot.py goes: contact, company, note, task, and the lead
    record, of which one may be open for a person.
    """
    fake = MeasuredHubSpot(failing)
    async with httpx.AsyncClient(transport=fake.transport()) as client:

        def make(database: Database, clock: FastClock) -> Place:
            fake.clock = clock
            system = HubSpot(
                StaticToken(fake.token),
                base_url="http://hubspot.test",
                pace=Pace(per_second=8, at_once=AT_ONCE, burst=8),
                leads=True,
            )
            grants = StoredGrants(database, SECRET)
            connection = Connection(system, client, grants, clock, clock.sleep)
            return Sending(connection, StoredLedger(database, clock), clock, clock.sleep)

        given_up, seconds = await _deliver(url, "hubspot", make, deliveries, faster)
    emails, domains = fake.values("contacts", "email"), fake.values("companies", "domain")
    came = [comer(number) for number in range(deliveries)]
    people, companies = {one.person for one in came}, {one.company for one in came}
    counted = {
        "contacts": (len(people), len(emails), len(set(emails))),
        "companies": (len(companies), len(domains), len(set(domains))),
        "lead records": (len(people), len(fake.objects["leads"]), len(fake.with_lead_record())),
        **{
            kind: (deliveries, len(fake.objects[kind]), len(fake.each(kind)))
            for kind in ("notes", "tasks")
        },
    }
    return SureOfAll(
        deliveries=deliveries,
        there={
            kind: (wanted - apart, rows - apart) for kind, (wanted, rows, apart) in counted.items()
        },
        requests=fake.asked,
        faults=fake.faults.total(),
        given_up=given_up,
        seconds=seconds,
    )


async def _deliver(
    url: str, system: str, make: Make, deliveries: int, faster: int
) -> tuple[int, float]:
    """How many were given up on the way, and the seconds that all took."""
    clock, database = FastClock(faster), Database(url)
    jobs = DurableJobs(database)
    outbox = StoredOutbox(database, jobs.enqueue, [system], "http://127.0.0.1", lanes=[system])
    began = time.perf_counter()
    dispatcher = Dispatcher(outbox, [make(database, clock)], clock)

    async def send(parcel: str) -> datetime | None:
        again = await dispatcher.send(parcel)
        return None if again is None else clock.really(again)

    await jobs.start([Kind(KIND, send, lanes=[Lane(system, per_process=AT_ONCE)])])
    left, given_up = await _hand_over(database, outbox, system, deliveries, clock), 0
    for _ in range(ROUNDS):
        await _until_done(jobs)
        left = [parcel for parcel in left if await dispatcher.retry(parcel)]
        given_up += len(left)
        if not left:
            break
    await jobs.stop()
    await database.close()
    return given_up, time.perf_counter() - began


async def _hand_over(
    database: Database, outbox: StoredOutbox, system: str, many: int, clock: FastClock
) -> list[str]:
    """So many leads at once, each in a transaction of its own; their parcels."""
    version = await Scripts(database, parse_script, clock).publish(TEXT, origin="file")
    conversation, at = uuid4().hex, datetime.now(UTC)
    opening = Opening(conversation, "chat", uuid4().hex, version.id, "en", at, None)
    await StoredInbox(database).open(opening, Dialogue("en"), None)
    parcels = list[str]()

    async def one(lead: Handover) -> None:
        identity, now = outbox.new_handover(), clock.now()
        add = partial(outbox.hand_over, identity=identity, conversation=conversation)
        await database.write(lambda connection: add(connection, handover=lead, at=now))
        parcels.append(f"{identity}.1.{system}")

    leads = _leads(at)
    for first in range(0, many, AT_ONCE):
        some = [next(leads) for _ in range(min(AT_ONCE, many - first))]
        await asyncio.gather(*map(one, some))
    return parcels


def _leads(at: datetime) -> Iterator[Handover]:
    script, dialogue = parse_script(TEXT), Dialogue("en")
    lead = make_handover(
        script,
        dialogue.sheet,
        verdict_on(script, dialogue),
        score(script, dialogue.sheet, at),
        why="qualified",
        language="en",
        channel="chat",
        source="/prices",
        open_questions=(),
    )
    for number in count():
        one = comer(number)
        domain = f"{one.company}.example"
        contact: dict[ContactKind, str] = {
            "name": f"Dana {one.person}",
            "email": f"{one.person}@{domain}",
        }
        account = Account("b2b", domain=domain)
        yield replace(lead, outcome="qualified", contact=contact, account=account)


async def _until_done(jobs: DurableJobs) -> None:
    """However long it takes: each has its last try at some time."""
    while await jobs.waiting():  # noqa: ASYNC110
        await asyncio.sleep(0.1)
