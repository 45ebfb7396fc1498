"""Leads who are not ready yet, talked to by processes of ours over one database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from agent.conductor import Conductor
from agent.messages import Channel, InboundMessage, Message
from storage.planned import Planned
from storage.recontacts import PER_DAY, Recontacts
from storage.sayings import Sayings
from storage.workspace import StoredWorkspace
from tests.storage.conftest import Store
from tests.storage.texting import OURS, THEIRS, Phone

SCRIPT = """\
script: crm-suite
title: CRM
framework: none
languages: [en]
persona: {name: Ana, company: Acme}
disclosure: {en: I am an assistant.}
criteria:
  - key: need
    kind: text
    ask: {en: What do you need?}
    says: {en: [we need]}
    points: {positive: 20}
  - key: authority
    kind: choice
    ask: {en: Who decides?}
    options:
      decides: {says: {en: [I decide]}, points: 30}
      neither: {says: {en: [my boss does]}}
    positive: {any_of: [decides]}
  - key: budget
    kind: money
    per: year
    ask: {en: What is your yearly budget?}
    positive: {overlaps: {min: 3000, currency: EUR}}
contact: {when: never}
qualify: {all_of: [need, budget]}
requalify: {after: 90 days, at_most: 2}
"""
NOT_READY = "We need a CRM, but we have only 300 euros a year"


@dataclass
class Office(Phone):
    """One process with a conductor of its own; `beside` makes another over the same database."""

    script: str = SCRIPT
    per_day: int = PER_DAY
    conductor: Conductor = field(init=False)
    planned: Planned = field(init=False)

    def __post_init__(self) -> None:
        Phone.__post_init__(self)
        store, recontacts = self.store, Recontacts(self.per_day)
        sayings = Sayings(self.suppressions, store.enqueue, sms_from=self.sms_from)
        store.inbox = type(store.inbox)(store.database, recontacts)
        store.workspace = StoredWorkspace(
            store.database, store.scripts, store.outbox, sayings=sayings, recontacts=recontacts
        )
        self.planned = Planned(store.database, store.scripts)
        self.conductor = Conductor(
            inbox=store.inbox,
            workspace=store.workspace,
            replies=store.replies,
            catalogue=store.scripts,
            readers={},
            clock=store.clock,
        )

    def beside(self) -> "Office":
        """Another process."""
        other = Store(self.store.database, self.store.clock, self.store.jobs)
        return Office(other, self.texter, per_day=self.per_day, script=self.script)

    async def lead(
        self, *texts: str, channel: Channel = "sms", number: str = THEIRS, ours: str = OURS
    ) -> str:
        """Somebody who has written this."""
        await self.store.scripts.publish(self.script, origin="file")
        address = uuid4().hex if channel == "chat" else number
        opened = await self.conductor.open(
            channel,
            address,
            "crm-suite",
            "en",
            ours,
            ours=None if channel in ("chat", "voice") else ours,
        )
        for text in texts or (NOT_READY,):
            await self.writes(opened.conversation, text, channel)
        return opened.conversation

    async def writes(
        self, conversation: str, text: str, channel: Channel = "sms"
    ) -> Sequence[Message]:
        """They write, and are answered."""
        message = InboundMessage(channel, uuid4().hex, conversation, text, self.clock.now())
        answered = await self.conductor.answer(await self.conductor.receive(message))
        await self.work()
        return answered.messages

    async def passes(self, **duration: float) -> None:
        """Time passes; what is due is done."""
        self.clock.pass_by(**duration)
        await self.sweep()
        await self.work()

    async def sweep(self) -> None:
        """What is due is done, to its end: a sweep by itself waits for a second and goes on."""
        await self.conductor.sweep(waiting=timedelta(0))
        await self.conductor.aclose()

    async def said(self, conversation: str) -> list[str]:
        """All that we have said."""
        return [
            one.text for one in await self.store.transcript(conversation) if one.author == "agent"
        ]

    async def planned_for(self, conversation: str) -> list[tuple[str, str, datetime]]:
        """The plans of one lead: by whom, why, when."""
        lead = await self.store.leads.lead(conversation)
        return [(one.by, one.why, one.at) for one in lead.plans]
