"""Processes that deliver and are killed: each is forked from this one, which has all loaded.

`python -m tests.delivery.dying` reads orders, one a line, and answers each with how it ended.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from random import Random

import httpx

from agent.outbox import Outcome, Parcel
from agent.texting import Accepted, Lost, Missing, SendOutcome, Text
from channels.texting import TextSender
from channels.twilio import TwilioAccount
from delivery.alerting import Alerting, Messenger, Sent
from delivery.base import Place
from delivery.calls import Call, Reply
from delivery.connection import Connection, Sleep
from delivery.constant_contact import ConstantContact
from delivery.dispatcher import Dispatcher
from delivery.email import Email, MailServer
from delivery.google_analytics import GoogleAnalytics
from delivery.hubspot import HubSpot
from delivery.lead import Lead
from delivery.mailchimp import Mailchimp
from delivery.sending import Sending
from delivery.signing_in import StaticToken
from delivery.slack import Slack
from delivery.system import System
from delivery.text_alert import TextAlert
from delivery.webhook import Webhook
from storage.database import Database
from storage.grants import StoredGrants
from storage.ledger import StoredLedger
from storage.outbox import StoredOutbox
from storage.sayings import KIND as TEXT
from storage.suppressions import Suppressions
from storage.texts import StoredTexts
from tests.delivery.pairs import PAIRS
from tests.delivery.rig import SECRET, FragileLedger
from tests.fakes.clock import FakeClock
from tests.fakes.links import FakeLinks
from tests.fakes.slack import CHANNEL
from tests.fakes.twilio_server import ACCOUNT, TOKEN

SYSTEMS: dict[str, Callable[[str], System]] = {
    **{pair.name: pair.system for pair in reversed(PAIRS)},
    "hubspot": lambda host: HubSpot(StaticToken("token-1"), base_url=host),
    "slack": lambda host: Slack("token-1", CHANNEL, FakeLinks(), base_url=f"{host}/api"),
    "mailchimp": lambda host: Mailchimp("key-us6", "a1", base_url=host),
    "constant_contact": lambda host: ConstantContact(
        "client", "secret", "refresh-1", ("l1",), sign_in_url=host, base_url=host
    ),
    "google_analytics": lambda host: GoogleAnalytics("G-1", "secret", base_url=host),
}
"""Those that are reached by steps."""


@dataclass(frozen=True)
class Delivery:
    """A parcel on its way, in a database of its own, to a system that listens at `host`."""

    database: str
    parcel: str
    host: str


@dataclass(frozen=True)
class Order:
    """What a process is to do: deliver these, or die at its step `dies_at`."""

    system: str
    deliveries: tuple[Delivery, ...]
    now: datetime
    dies_at: int | None = None
    signs_in_first: bool = False
    """Before the steps are counted: for a refresh token that is good once."""

    def line(self) -> str:
        """As it is sent."""
        return json.dumps({**asdict(self), "now": self.now.isoformat()})

    @classmethod
    def read(cls, line: str) -> "Order":
        """A line that was sent."""
        said = json.loads(line)
        deliveries = tuple(Delivery(**one) for one in said["deliveries"])
        now = datetime.fromisoformat(said["now"])
        return cls(said["system"], deliveries, now, said["dies_at"], said["signs_in_first"])


class Step:
    """Counts the steps of a process: each write of the record, and each request. To die after one
    is to die before the next.
    """

    def __init__(self, dies_at: int | None, last_words: int) -> None:
        self._left = -1 if dies_at is None else dies_at
        self._last_words = last_words
        self._is_spared = False

    @contextmanager
    def spared(self) -> Iterator[None]:
        """What is done meanwhile is no step."""
        self._is_spared = True
        yield
        self._is_spared = False

    def __call__(self, where: str) -> None:
        if self._is_spared:
            return
        if self._left == 0:
            os.write(self._last_words, where.encode())
            os.kill(os.getpid(), signal.SIGKILL)
        self._left -= 1


class FragileOutbox:
    """agent.outbox.Outbox, with a place to die before each of its writes."""

    def __init__(self, outbox: StoredOutbox, die: Step) -> None:
        self._outbox = outbox
        self._die = die

    async def take(self, parcel: str, now: datetime) -> Parcel | datetime | None:
        self._die("take")
        return await self._outbox.take(parcel, now)

    async def record(
        self, parcel: Parcel, outcome: Outcome, now: datetime, next_at: datetime | None
    ) -> bool:
        self._die("record")
        return await self._outbox.record(parcel, outcome, now, next_at)

    async def follow(self, system: str, now: datetime) -> None:
        self._die("follow")
        await self._outbox.follow(system, now)

    async def put_back(self, parcel: str, now: datetime) -> bool:
        return await self._outbox.put_back(parcel, now)


class FragileTransport(httpx.AsyncHTTPTransport):
    """Dies before a request."""

    def __init__(self, die: Step) -> None:
        super().__init__(verify=False)
        self._die = die

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._die("request")
        return await super().handle_async_request(request)


class FragileMessenger:
    """delivery.alerting.Messenger that dies before it tells."""

    def __init__(self, messenger: Messenger, die: Step) -> None:
        self.system = messenger.system
        self._messenger = messenger
        self._die = die

    def recipient(self, lead: Lead) -> str | None:
        return self._messenger.recipient(lead)

    async def send(self, parcel: Parcel, lead: Lead) -> Sent:
        self._die("request")
        return await self._messenger.send(parcel, lead)


class FragileTexts(StoredTexts):
    """Dies before a text's fate is written."""

    die: Step

    async def take(self, text: str, now: datetime) -> Text | Lost | datetime | None:
        self.die("take the text")
        return await super().take(text, now)

    async def record(
        self, text: Text, outcome: SendOutcome | Missing, now: datetime
    ) -> datetime | None:
        self.die("record the text" if isinstance(outcome, Accepted) else "record its loss")
        return await super().record(text, outcome, now)


class Worker:
    """A process that knows nothing but what is on record."""

    def __init__(self, order: Order, die: Step) -> None:
        self._order = order
        self._die = die

    async def work(self) -> None:
        """Deliver all, one after the other."""
        for one in self._order.deliveries:
            database, clock = Database(one.database), FakeClock(self._order.now)
            async with httpx.AsyncClient(transport=FragileTransport(self._die)) as client:
                if self._order.system == "sms":
                    await self._text(one, database, clock, client)
                else:
                    place = await self._place(one, database, clock, client)
                    await self._deliver(one, database, clock, place)
            await database.close()

    async def _deliver(
        self, one: Delivery, database: Database, clock: FakeClock, place: Place
    ) -> None:
        outbox = StoredOutbox(database, lambda _connection, _job: None, [place.system], "")
        dispatcher = Dispatcher(FragileOutbox(outbox, self._die), [place], clock, Random(7))
        await _until_done(dispatcher.send, one.parcel, clock)

    async def _text(
        self, one: Delivery, database: Database, clock: FakeClock, client: httpx.AsyncClient
    ) -> None:
        """The alert, and then the job that it asked for."""
        asked: list[str] = []
        texts = FragileTexts(
            database,
            lambda _connection, job: asked.append(job.row) if job.kind == TEXT else None,
            Suppressions(database, SECRET),
        )
        texts.die = self._die
        alert = TextAlert(texts, FakeLinks(), "+34900000000", clock)
        await self._deliver(one, database, clock, self._alerting(alert, database, clock))
        account = TwilioAccount(
            ACCOUNT, TOKEN, client, callback="https://agent.test/status", base_url=one.host
        )
        for text in asked or [f"alert:{one.parcel}.0"]:
            await _until_done(TextSender(texts, account, clock).send, text, clock)

    async def _place(
        self, one: Delivery, database: Database, clock: FakeClock, client: httpx.AsyncClient
    ) -> Place:
        match self._order.system:
            case "webhook":
                return Webhook(one.host, SECRET, client, clock)
            case "email":
                port = int(one.host.rpartition(":")[2])
                server = MailServer(
                    "127.0.0.1", port, "banter@acme.example", "sales@acme.example", security="none"
                )
                return self._alerting(Email(server, FakeLinks()), database, clock)
            case name:
                grants = StoredGrants(database, SECRET)
                system, sleep = SYSTEMS[name](one.host), _winding(clock)
                connection = Connection(system, client, grants, clock, sleep)
                if self._order.signs_in_first:
                    with self._die.spared():
                        await connection.look_up(_anything())
                return Sending(connection, self._ledger(database, clock), clock, sleep)

    def _alerting(self, messenger: Messenger, database: Database, clock: FakeClock) -> Alerting:
        fragile = FragileMessenger(messenger, self._die)
        return Alerting(fragile, self._ledger(database, clock), clock)

    def _ledger(self, database: Database, clock: FakeClock) -> FragileLedger:
        return FragileLedger(StoredLedger(database, clock), self._die)


def _anything() -> Generator[Call, Reply, None]:
    """A look-up, for the sake of signing in."""
    yield Call("account", "GET", "/account/summary", changes=False)


def _winding(clock: FakeClock) -> Sleep:
    """Nobody waits: the clock goes on."""

    async def sleep(seconds: float) -> None:
        clock.pass_by(seconds=seconds)

    return sleep


LONG = timedelta(days=1)
"""What waits for somebody to do something waits for ever."""


async def _until_done(
    send: Callable[[str], Awaitable[datetime | None]], row: str, clock: FakeClock
) -> None:
    began = clock.now()
    while (again := await send(row)) is not None and clock.now() - began < LONG:
        clock.pass_by(seconds=(again - clock.now()).total_seconds())


@dataclass(frozen=True)
class Ended:
    """How a process ended."""

    killed_at: str | None
    """The step; None where it came to its end."""
    failed: bool


def main() -> None:
    """Fork for each order, and answer when that process is gone."""
    for line in sys.stdin:
        order = Order.read(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            asyncio.run(Worker(order, Step(order.dies_at, writing)).work())
            os._exit(0)
        os.close(writing)
        _, status = os.waitpid(child, 0)
        with os.fdopen(reading) as last_words:
            said = last_words.read()
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        ended = Ended(said if killed else None, failed=not killed and status != 0)
        sys.stdout.write(f"{json.dumps(asdict(ended))}\n")
        sys.stdout.flush()


class Forks:
    """The other end: sends orders to such a process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def do(self, order: Order) -> Ended:
        """Have it done by a process of its own."""
        to, back = self._process.stdin, self._process.stdout
        assert to is not None
        assert back is not None
        to.write(f"{order.line()}\n".encode())
        await to.drain()
        ended = Ended(**json.loads(await back.readline()))
        assert not ended.failed, "it ended with an error of its own, which stands above"
        return ended


@asynccontextmanager
async def forking() -> AsyncIterator[Forks]:
    """Such a process for as long as the block runs."""
    pipe = asyncio.subprocess.PIPE
    arguments = ("-m", "tests.delivery.dying")
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdin=pipe, stdout=pipe
    )
    try:
        yield Forks(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


if __name__ == "__main__":
    main()
