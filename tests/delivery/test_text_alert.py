"""The seller's text: one segment with a link, to who has a telephone."""

from dataclasses import replace
from datetime import datetime

from agent.outbox import Brief, Delivered, Owner, Parcel
from agent.texting import Note
from delivery.alerting import Alerting
from delivery.text_alert import TextAlert
from qualification.segments import segments
from storage.documents import object_text
from tests.delivery.walking import LINKS
from tests.fakes.clock import FakeClock
from tests.fakes.ledger import FakeLedger
from tests.fakes.links import FakeLinks
from tests.storage.records import handover

EVA = Owner("eva", "Eva Ríos", "eva@acme.example", "+34600000001", "en")
BRIEF = Brief("en", "Ana Ruiz, Acme: hot (82 points)", "Next step:\n- Call her before noon")


class Told:
    """agent.reminding.Notes; the same note again is one."""

    def __init__(self) -> None:
        self.notes: dict[str, Note] = {}

    async def tell(self, note: Note, now: datetime) -> None:
        del now
        self.notes.setdefault(note.id, note)


def parcel(**more: Owner | None) -> Parcel:
    body = object_text(handover(), id="h1", revision=1, links=LINKS, conversation="c1")
    made = Parcel("h1.1.sms", "sms", "lead.qualified", body, 1, 1, EVA, BRIEF)
    return replace(made, **more)  # type: ignore[arg-type]


def alerts(told: Told) -> Alerting:
    clock = FakeClock()
    return Alerting(TextAlert(told, FakeLinks(), "+34900000000", clock), FakeLedger(), clock)


async def test_the_owner_gets_one_text_with_a_link() -> None:
    told = Told()
    for _ in range(2):  # two processes, each with a record of its own: it is one text all the same
        assert isinstance(await alerts(told).deliver(parcel()), Delivered)
    (note,) = told.notes.values()
    assert (note.to, note.sender, note.conversation) == (EVA.phone, "+34900000000", "c1")
    assert note.body.startswith("Ana Ruiz, Acme: hot")
    assert note.body.endswith("https://banter.example/accept/h1~eva")
    assert segments(note.body) == 1


async def test_who_has_no_telephone_is_left_alone() -> None:
    told = Told()
    for owner in (None, replace(EVA, phone=None)):
        assert isinstance(await alerts(told).deliver(parcel(owner=owner)), Delivered)
    assert told.notes == {}


async def test_who_wants_no_texts_gets_none() -> None:
    told = Told()
    await alerts(told).deliver(parcel(owner=replace(EVA, ways=("email",))))
    assert told.notes == {}
