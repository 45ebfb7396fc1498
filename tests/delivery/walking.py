"""One delivery without a database: a system's steps against its fake, and what was kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from agent.grants import Grant
from agent.ledger import Done, Record
from agent.outbox import Owner, Parcel
from delivery.calls import Call, Kept, Refused, Reply, Shared, SignInAgain
from delivery.lead import Account, Contact, Lead
from delivery.system import System
from delivery.wire import request_of
from qualification.values import Json
from storage.documents import object_text
from tests.fakes.crm import FakeCrm
from tests.storage.records import handover

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EVA = Owner("eva", "Eva Ríos", "eva@acme.example", language="en")
LINKS: dict[str, Json] = {
    "lead": "https://banter.example/console/leads/c1",
    "api": "https://banter.example/api/c1",
}


def lead(
    *,
    contact: Mapping[str, str] | None = None,
    account: Mapping[str, str] | None = None,
    owner: Owner | None = None,
    **more: Any,
) -> Lead:
    """Ana of Acme, qualified; more are fields of Lead."""
    body = object_text(
        handover(), id="h1", revision=1, created_at=NOW.isoformat(), conversation="c1", links=LINKS
    )
    made = Lead.of(Parcel("h1.1.x", "x", "lead.qualified", body, 1, 1, owner=owner))
    known = {"name": "Ana Ruiz Gil", "email": "ana@example.com", "company": "Acme Tools"}
    return replace(
        made,
        contact=Contact(**(known if contact is None else contact)),
        account=Account(**(account or {"kind": "b2b"})),
        **more,
    )


class Walk:
    """Delivers to a fake, and remembers like the ledger does."""

    def __init__(self, system: System, fake: FakeCrm) -> None:
        self.system = system
        self.fake = fake
        self.record = Record()
        self.calls: list[Call] = []
        self.said = ""

    def deliver(self, lead: Lead, *unsure: str) -> "Walk":
        """To its end; an attempt before it has left steps unsure. Raises Refused."""
        self.record = replace(self.record, revision=lead.revision, unsure=frozenset(unsure))
        steps, reply = self.system.steps(lead, self.record), None
        while True:
            try:
                asked = next(steps) if reply is None else steps.send(reply)
            except StopIteration as done:
                self.said = str(done.value)
                return self
            match asked:
                case Kept():
                    reply = self._kept(asked, lead)
                case Shared():
                    reply = Reply(at=NOW)
                case Call():
                    reply = self._answer(asked)

    def _kept(self, kept: Kept, lead: Lead) -> Reply:
        done = {**self.record.done, kept.step: Done(kept.remote, lead.revision)}
        self.record = replace(self.record, done=done)
        return Reply(at=NOW)

    def _answer(self, call: Call) -> Reply:
        self.calls.append(call)
        grant = Grant(self.fake.token, address="https://crm.test")
        request = request_of(call, self.system.address(grant), self.system.headers(grant))
        self.fake.requests.append(request)
        said = self.fake.answer(request)
        headers = {name.lower(): value for name, value in said.headers.items()}
        reply = Reply(said.status_code, headers, said.content, NOW)
        fault = None if reply.status in call.also else self.system.fault(call, reply)
        assert not isinstance(fault, SignInAgain), fault
        if fault is not None:
            raise Refused(fault)
        return reply
