"""A process is killed for good at each step of a delivery in turn, and another one ends what it had
begun: one lead, one note, one task, one message, in every system that can be delivered to.

The processes are real, and die by SIGKILL (tests/delivery/dying.py); the systems are fakes that
this process serves. A step is a write of the record or a request. How a job passes from a dead
process to a live one is tests/delivery/test_killed_worker.py.
"""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from agent.outbox import Brief, Owner
from agent.preparing import Prepared
from bench.receiver import Receiver
from storage.database import Database
from storage.outbox import StoredOutbox
from storage.preparations import StoredPreparations
from storage.workspace import StoredWorkspace
from tests.delivery.agreeing import LINE
from tests.delivery.dying import Delivery, Forks, Order, forking
from tests.delivery.pairs import PAIRS
from tests.fakes.constant_contact import FakeConstantContact
from tests.fakes.crm import FakeCrm
from tests.fakes.google_analytics import FakeGoogleAnalytics
from tests.fakes.mailchimp import FakeMailchimp
from tests.fakes.slack import FakeSlack
from tests.fakes.smtp import FakeMailServer
from tests.fakes.twilio_server import twilio_server
from tests.storage.conftest import Store
from tests.storage.records import NOW, handover, turn

EVA = Owner("eva", "Eva Ríos", "eva@acme.example", "+34600000001", "en")
BRIEF = Brief("en", "Ana Ruiz, Acme: hot (82 points)", "Next step:\n- Call her before noon")
ONE_EACH = {"lead": 1, "note": 1, "task": 1}
MOST = 80
"""More steps than any delivery has."""
AFTER = timedelta(seconds=6)
"""When another process takes over (docs/jobs.md)."""

Count = Callable[[], Mapping[str, int]]


@dataclass(frozen=True)
class There:
    """A system that listens, and what it got."""

    host: str
    got: Count


Serve = Callable[[], AbstractAsyncContextManager[There]]


def crm(make: Callable[[], FakeCrm]) -> Serve:
    """A system behind HTTP."""

    @asynccontextmanager
    async def serve() -> AsyncIterator[There]:
        fake = make()
        server = await fake.serve()
        yield There(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", fake.records)
        server.close()

    return serve


@asynccontextmanager
async def webhook() -> AsyncIterator[There]:
    """A receiver that knows deliveries by their id."""
    receiver = Receiver()
    async with receiver.listening() as address:
        yield There(address, lambda: {"lead": sum(receiver.leads.values())})


@asynccontextmanager
async def mail() -> AsyncIterator[There]:
    """A mail server: what it took, and how many different messages a mailbox shows of that."""
    fake = FakeMailServer()
    async with fake.listening() as port:
        yield There(
            f"smtp://127.0.0.1:{port}",
            lambda: {
                "message": len({one["Message-ID"] for one in fake.received}),
                "taken": len(fake.received),
            },
        )


@asynccontextmanager
async def texting() -> AsyncIterator[There]:
    """Twilio."""
    async with twilio_server() as server:
        yield There(server.url, lambda: {"text": len(server.api.texts)})


async def prepared(path: Path, system: str) -> str:
    """A hand-over on its way to a system, in a database by itself; its parcel's id."""
    database = Database(f"sqlite:///{path}")
    store = Store(database)
    store.outbox = StoredOutbox(
        database, store.enqueue, [system], "https://banter.example", prepares=True
    )
    store.workspace = StoredWorkspace(database, store.scripts, store.outbox)
    claim = await store.claim(await store.open())
    handed = turn(claim, handover=handover(criteria=[LINE]))
    await store.workspace.commit(claim, handed, seen=claim.inbound_seq)
    row = store.jobs.pop().row
    await StoredPreparations(database, store.outbox).prepared(row, Prepared(EVA, BRIEF), NOW)
    await database.close()
    return f"{row}.{system}"


def state(path: Path) -> str:
    """How the delivery stands."""
    with sqlite3.connect(path) as connection:
        (found,) = connection.execute("SELECT state FROM deliveries").fetchone()
    connection.close()
    return str(found)


@pytest.fixture
async def forks() -> AsyncIterator[Forks]:
    """Where processes come from."""
    async with forking() as found:
        yield found


class Walk:
    """One system, killed at each step, each time with another database and another fake."""

    def __init__(self, forks: Forks, folder: Path, template: Path) -> None:
        self._forks = forks
        self._folder = folder
        self._template = template

    async def walk(
        self, system: str, serve: Serve, *, signs_in_first: bool = False
    ) -> list[tuple[str, Mapping[str, int]]]:
        """At which steps processes died, and what was there at the end each time; the last one
        came through alive.
        """
        begun = self._folder / "begun.db"
        shutil.copy(self._template, begun)
        parcel = await prepared(begun, system)
        died: list[str] = []
        left: list[tuple[Path, Delivery, Count]] = []
        async with AsyncExitStack() as stack:
            for step in range(MOST):
                path = self._folder / f"{step}.db"
                shutil.copy(begun, path)
                there = await stack.enter_async_context(serve())
                one = Delivery(f"sqlite:///{path}", parcel, there.host)
                left.append((path, one, there.got))
                ended = await self._forks.do(Order(system, (one,), NOW, step, signs_in_first))
                if ended.killed_at is None:
                    break
                died.append(ended.killed_at)
            again = tuple(one for _, one, _ in left)
            await self._forks.do(Order(system, again, NOW + AFTER))
            assert [state(path) for path, _, _ in left] == ["delivered"] * len(left)
            return [(step, got()) for step, (_, _, got) in zip([*died, "none"], left, strict=True)]


@pytest.fixture
def walk(forks: Forks, tmp_path: Path, sqlite_template: Path) -> Walk:
    """With a migrated database."""
    return Walk(forks, tmp_path, sqlite_template)


CRMS = {pair.name: pair.fake for pair in reversed(PAIRS)}


@pytest.mark.parametrize(("system", "fake"), CRMS.items(), ids=CRMS)
async def test_a_crm_has_one_of_everything(
    walk: Walk, system: str, fake: Callable[[], FakeCrm]
) -> None:
    found = await walk.walk(system, crm(fake))
    assert len(found) > 20, "each write and each request is a step"
    for step, there in found:
        assert {name: there.get(name) for name in ONE_EACH} == ONE_EACH, (step, there)
        assert max(there.values()) == 1, (step, there)


@pytest.mark.parametrize(
    ("system", "fake", "one"),
    [
        ("slack", lambda: FakeSlack(users={EVA.email: "U0EVA"}), {"message": 1, "reply": 0}),
        ("mailchimp", FakeMailchimp, {"lead": 1}),
    ],
    ids=["slack", "mailchimp"],
)
async def test_there_is_one_message_and_one_member(
    walk: Walk, system: str, fake: Callable[[], FakeCrm], one: Mapping[str, int]
) -> None:
    found = await walk.walk(system, crm(fake))
    assert len(found) > 6
    assert [there for _, there in found] == [one] * len(found), found


async def test_there_is_one_contact_of_a_list(walk: Walk) -> None:
    """Signed in before it dies: Constant Contact's refresh token is good once, and who dies between
    its answer and our record of the next one has to sign in by hand (docs/deliveries.md).
    """
    found = await walk.walk("constant_contact", crm(FakeConstantContact), signs_in_first=True)
    assert len(found) > 6
    assert [there for _, there in found] == [{"lead": 1}] * len(found), found


async def test_a_refresh_token_that_is_good_once_is_lost_with_a_process_and_that_is_seen(
    forks: Forks, tmp_path: Path, sqlite_template: Path
) -> None:
    """docs/deliveries.md: it died between the answer and our record of the next token."""
    path = tmp_path / "banter.db"
    shutil.copy(sqlite_template, path)
    parcel = await prepared(path, "constant_contact")
    async with crm(FakeConstantContact)() as there:
        one = Delivery(f"sqlite:///{path}", parcel, there.host)
        steps = ("take", "begin", "request", "tell")
        ended = await forks.do(Order("constant_contact", (one,), NOW, steps.index("tell")))
        assert ended.killed_at == "tell"
        await forks.do(Order("constant_contact", (one,), NOW + AFTER))
        assert there.got() == {"lead": 0}
    assert state(path) == "retrying", "it waits for somebody who signs in"


async def test_a_receiver_of_our_webhook_takes_a_lead_once(walk: Walk) -> None:
    found = await walk.walk("webhook", webhook)
    assert found == [(step, {"lead": 1}) for step in ("take", "request", "record", "none")]


async def test_the_owner_gets_one_text(walk: Walk) -> None:
    found = await walk.walk("sms", texting)
    steps = [step for step, _ in found]
    assert steps[-4:] == ["take the text", "request", "record the text", "none"]
    assert [there for _, there in found] == [{"text": 1}] * len(found), found


async def test_an_e_mail_is_handed_in_again_only_where_nobody_knows_whether_it_was(
    walk: Walk,
) -> None:
    """docs/alerts.md: under the same Message-ID, so that a mailbox shows it once."""
    found = await walk.walk("email", mail)
    assert [there["message"] for _, there in found] == [1] * len(found)
    again = [step for step, there in found if there["taken"] == 2]
    assert again == ["tell", "keep"], "handed in, and not yet on record"
    assert max(there["taken"] for _, there in found) == 2


async def test_google_counts_an_event_once_at_most(walk: Walk) -> None:
    """It knows no repeats: what may have arrived is not sent again."""
    found = await walk.walk("google_analytics", crm(FakeGoogleAnalytics))
    both = {"generate_lead": 1, "qualify_lead": 1}
    lost = [(step, there) for step, there in found if there != both]
    assert lost == [("request", {"qualify_lead": 1}), ("request", {"generate_lead": 1})]
    assert len(found) > 6
