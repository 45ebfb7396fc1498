"""A conversation held by telephone, and everything that sends its texts."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, select

from agent.dialogue import Dialogue, Phase
from agent.messages import Channel, InboundMessage, Opening
from agent.reading import Reading
from channels.texting import TextSender
from qualification.answers import Answer
from qualification.signals import Signal
from storage.reach_tables import TextRow
from storage.sayings import Sayings
from storage.suppressions import Suppressions
from storage.text_fates import Unlisting
from storage.texts import StoredTexts
from storage.workspace import StoredWorkspace
from tests.fakes.clock import FakeClock
from tests.fakes.texter import FakeTexter
from tests.storage.conftest import Store
from tests.storage.records import NOW, script_text, sheet, turn

THEIRS, OURS = "+34600111222", "+34911222333"
DAYTIME = datetime.fromisoformat("2026-03-02T11:00:00+00:00")
NIGHT = datetime.fromisoformat("2026-03-02T23:30:00+00:00")
KEY = "a key of thirty-two characters.."
RUNS_AT_MOST = 200


class Middle(Random):
    """Chance that always falls in the middle."""

    def uniform(self, a: float, b: float) -> float:
        return (a + b) / 2


@dataclass
class Phone:
    """One process of ours, and the telephone of one prospect."""

    store: Store
    texter: FakeTexter = field(default_factory=FakeTexter)
    channel: Channel = "sms"
    theirs: str = THEIRS
    script: str = field(default_factory=script_text)
    cap: int = 30
    sms_from: str = ""
    unlisting: Unlisting | None = None

    def __post_init__(self) -> None:
        store = self.store
        if store.clock.now() == NOW:
            store.clock.pass_by(seconds=(DAYTIME - NOW).total_seconds())
        self.suppressions = Suppressions(store.database, KEY)
        sayings = Sayings(self.suppressions, store.enqueue, sms_from=self.sms_from)
        store.workspace = StoredWorkspace(
            store.database, store.scripts, store.outbox, sayings=sayings
        )
        self.texts = StoredTexts(
            store.database,
            store.enqueue,
            self.suppressions,
            cap=self.cap,
            chance=Middle(),
            unlisting=self.unlisting,
        )
        self.sender = TextSender(self.texts, self.texter, store.clock)
        self.due: list[tuple[datetime, str]] = []

    @property
    def clock(self) -> FakeClock:
        return self.store.clock

    async def open(self, channel: Channel | None = None) -> str:
        """A conversation between their number and ours."""
        version = await self.store.scripts.publish(self.script, origin="file")
        on = channel or self.channel
        address = uuid4().hex if on == "chat" else self.theirs
        ours = None if on == "chat" else OURS
        opening = Opening(uuid4().hex, on, address, version.id, "en", self.clock.now(), OURS, ours)
        await self.store.inbox.open(opening, Dialogue("en"), None)
        return opening.conversation

    async def hear(
        self, conversation: str, text: str = "hello", channel: Channel | None = None
    ) -> None:
        """They write."""
        on = channel or self.channel
        message = InboundMessage(on, uuid4().hex, conversation, text, self.clock.now())
        await self.store.inbox.receive(message)

    async def answer(
        self,
        conversation: str,
        *said: str,
        phase: Phase = "open",
        signals: Sequence[Signal] = (),
        answers: Sequence[Answer] = (),
    ) -> None:
        """The turn that answers what they wrote."""
        claim = await self.store.claim(conversation)
        made = turn(claim, *said, at=self.clock.now())
        dialogue = replace(made.dialogue, phase=phase, sheet=sheet(*answers))
        reading = Reading("plain", signals=frozenset(signals))
        whole = replace(made, dialogue=dialogue, reading=reading)
        await self.store.workspace.commit(claim, whole, seen=claim.inbound_seq)

    async def nudge(self, conversation: str, *said: str) -> None:
        """A word about their silence."""
        claim = await self.store.claim(conversation)
        made = turn(claim, *said, at=self.clock.now())
        dialogue = replace(claim.dialogue, nudges=claim.dialogue.nudges + 1)
        whole = replace(made, dialogue=dialogue, reading=None)
        await self.store.workspace.commit(claim, whole, seen=claim.inbound_seq)

    async def talk(self, *said: str, channel: Channel | None = None) -> str:
        """They write for the first time and are answered."""
        conversation = await self.open(channel)
        await self.hear(conversation, channel=channel)
        await self.answer(conversation, *said)
        return conversation

    async def work(self) -> None:
        """Do every job that is due; what comes back later is kept."""
        for _ in range(RUNS_AT_MOST):
            now = self.clock.now()
            self.due += [(job.at or now, job.row) for job in self.store.jobs if job.kind == "text"]
            self.store.jobs.clear()
            ready = next((one for one in self.due if one[0] <= now), None)
            if ready is None:
                return
            self.due.remove(ready)
            if (later := await self.sender.send(ready[1])) is not None:
                self.due.append((later, ready[1]))
        raise AssertionError("the jobs do not come to an end")

    async def wait(self, **duration: float) -> None:
        """Time passes, and what is due is done."""
        self.clock.pass_by(**duration)
        await self.work()

    async def rows(self) -> list[Row[Any]]:
        """Every text on record, oldest first."""
        wanted = select(TextRow).order_by(TextRow.created_at, TextRow.position)
        return await self.store.database.read(
            lambda connection: list(connection.execute(wanted).all())
        )

    async def states(self) -> list[str]:
        """How every text stands."""
        return [one.state for one in await self.rows()]
