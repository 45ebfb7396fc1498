"""A worker that delivers to a fake system, on a clock that is wound by hand, and can be killed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import httpx

from agent.ledger import Attempt, Busy, Done, Line, Overtaken, Record, Share
from agent.outbox import Outcome, Parcel
from delivery.connection import Connection
from delivery.dispatcher import Dispatcher
from delivery.sending import Sending
from qualification.handover import Why
from storage.database import Database
from storage.grants import StoredGrants
from storage.ledger import StoredLedger
from storage.outbox import StoredOutbox
from storage.workspace import StoredWorkspace
from tests.delivery.pairs import HOST, Pair
from tests.fakes.crm import FakeCrm, Killed
from tests.storage.conftest import Store
from tests.storage.records import handover, turn

SECRET = "0123456789abcdef0123456789abcdef"
LONGEST = timedelta(days=3)
PEOPLE = count(1)


class FragileLedger:
    """agent.ledger.Ledger, with a place to die before each of its writes; to die after one is to
    die before the next, or before a request.
    """

    def __init__(self, ledger: StoredLedger, kill: Callable[[str], None]) -> None:
        self._ledger = ledger
        self._kill = kill

    async def begin(
        self, attempt: Attempt, now: datetime, until: datetime
    ) -> Record | Busy | Overtaken:
        self._kill("begin")
        return await self._ledger.begin(attempt, now, until)

    async def share(
        self, attempt: Attempt, shares: Sequence[Share], now: datetime, until: datetime
    ) -> Sequence[Done | None] | Busy:
        self._kill("share")
        return await self._ledger.share(attempt, shares, now, until)

    async def hold_on(self, attempt: Attempt, until: datetime) -> None:
        self._kill("hold on")
        await self._ledger.hold_on(attempt, until)

    async def sending(self, attempt: Attempt, step: str, until: datetime) -> None:
        self._kill("sending")
        await self._ledger.sending(attempt, step, until)

    async def told(self, attempt: Attempt, line: Line, *, refused: bool) -> None:
        self._kill("tell")
        await self._ledger.told(attempt, line, refused=refused)

    async def kept(self, attempt: Attempt, step: str, remote: str, until: datetime) -> None:
        self._kill("keep")
        await self._ledger.kept(attempt, step, remote, until)

    async def end(self, attempt: Attempt, *, delivered: bool) -> None:
        self._kill("end")
        await self._ledger.end(attempt, delivered=delivered)
        self._kill("ended")


class Rig:
    """One hand-over on its way to one system; `worker()` is a new process."""

    def __init__(self, database: Database, pair: Pair) -> None:
        self.store = Store(database)
        self.store.outbox = StoredOutbox(
            database, self.store.enqueue, [pair.name], "https://banter.example"
        )
        self.store.workspace = StoredWorkspace(database, self.store.scripts, self.store.outbox)
        self.pair = pair
        self.person = {"email": f"ana{next(PEOPLE)}@example.com"}
        """Nobody else: who comes back is known from our record."""
        self.fake: FakeCrm = pair.fake()
        self.slept = 0.0
        self.outcomes: list[Outcome] = []
        self.dispatcher = self.worker()

    def worker(self) -> Dispatcher:
        """A process that knows nothing but what is on record."""
        clock, kill = self.store.clock, lambda where: self.fake.kill(where)
        client = httpx.AsyncClient(transport=self.fake.transport())
        grants = StoredGrants(self.store.database, SECRET)
        connection = Connection(self.pair.system(HOST), client, grants, clock, self.sleep)
        ledger = FragileLedger(StoredLedger(self.store.database, clock), kill)
        sending = Sending(connection, ledger, clock, self.sleep)
        self.dispatcher = Dispatcher(
            self.store.outbox, [_Watched(sending, self.outcomes)], clock, Random(7)
        )
        return self.dispatcher

    async def sleep(self, seconds: float) -> None:
        """Nobody waits: the clock goes on."""
        self.slept += seconds
        self.store.clock.pass_by(seconds=seconds)

    async def hand_over(self, **more: Any) -> str:
        """A qualified lead; the parcel's id."""
        return await self.hand_over_again(await self.store.open(), **more)

    async def hand_over_again(self, conversation: str, why: Why = "qualified", **more: Any) -> str:
        """The next revision of a conversation's hand-over."""
        claim = await self.store.claim(conversation)
        more = {"contact": self.person, **more}
        outcome = more.pop("outcome", "qualified")
        made = replace(handover(why, **more), outcome=outcome)
        handed = replace(turn(claim, handover=made), at=self.store.clock.now())
        await self.store.workspace.commit(claim, handed, seen=claim.inbound_seq)
        return self.store.jobs.pop().row

    async def revise(self, conversation: str, why: Why) -> None:
        """Hand it over again, and deliver that."""
        parcel = await self.hand_over_again(conversation, why)
        self.store.clock.pass_by(minutes=1)
        await self.deliver(parcel)

    async def deliver(self, parcel: str, *, at_most: timedelta = LONGEST) -> None:
        """Make attempts, when they are due, until there is no next one."""
        began = self.store.clock.now()
        while (again := await self.dispatcher.send(parcel)) is not None:
            self.store.clock.pass_by(seconds=(again - self.store.clock.now()).total_seconds())
            assert self.store.clock.now() - began < at_most, "it does not come to an end"

    async def deliver_though_killed(self, parcel: str) -> None:
        """The same, by one process after the other as they die."""
        while True:
            try:
                await self.deliver(parcel)
                return
            except Killed:
                self.worker()
                self.store.clock.pass_by(seconds=6)

    async def state(self) -> str:
        """How the newest delivery stands."""
        return (await self.store.leads.handovers()).items[0].deliveries[0].state


class _Watched:
    """delivery.base.Place, whose outcomes are kept."""

    def __init__(self, place: Sending, outcomes: list[Outcome]) -> None:
        self.system = place.system
        self._place = place
        self._outcomes = outcomes

    async def deliver(self, parcel: Parcel) -> Outcome:
        outcome = await self._place.deliver(parcel)
        self._outcomes.append(outcome)
        return outcome
